"""The Word paper: the page of Decree 30/2020, and every number with its address."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace

import docx as word
import pytest
from docx.oxml.ns import qn
from tests.desks.papers.exhibits import district_table
from tests.desks.papers.reading import docx_addresses, docx_text, enough
from tests.desks.papers.sample import sample

from tongket.desks.papers import docx
from tongket.figures.review.content import Chart, Paper, plain


@pytest.fixture
def data(paper: Paper) -> bytes:
    return docx.render(paper)


@pytest.fixture
def document(data: bytes):
    return word.Document(io.BytesIO(data))


def test_every_number_stands_in_the_text(paper: Paper, data: bytes) -> None:
    assert enough(docx_text(data), paper.quotes())


def test_every_number_keeps_its_address(paper: Paper, data: bytes) -> None:
    kept = Counter((text, address) for _, text, address in docx_addresses(data))
    assert kept == Counter((quote.text, quote.address) for quote in paper.quotes())


def test_each_place_is_a_bookmark_of_the_document(document, data: bytes) -> None:
    marks = [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(set(marks)) == len(marks)
    assert {place.partition(":")[0] for place, _, _ in docx_addresses(data)} <= set(marks)


def test_a_bookmark_frames_exactly_its_number(document, data: bytes) -> None:
    printed = {text for place, text, _ in docx_addresses(data) if place.startswith("_Q")}
    for mark in document.element.body.iter(qn("w:bookmarkStart")):
        if mark.get(qn("w:name")).startswith("_Q"):
            assert mark.getnext().find(qn("w:t")).text in printed


def test_page_and_margins(document) -> None:
    for section in document.sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        assert 20 <= round(section.top_margin.mm, 1) <= 25
        assert 20 <= round(section.bottom_margin.mm, 1) <= 25
        assert 30 <= round(section.left_margin.mm, 1) <= 35
        assert 15 <= round(section.right_margin.mm, 1) <= 20


def test_page_number_is_above_hidden_on_the_first_page_and_restarts_in_each_annex(
    paper: Paper, document
) -> None:
    assert len(document.sections) == 1 + len(paper.annexes)
    for section in document.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_running_line_and_notice_stand_on_every_page(paper: Paper, document) -> None:
    for section in document.sections:
        for footer in (section.footer, section.first_page_footer):
            text = "\n".join(paragraph.text for paragraph in footer.paragraphs)
            assert paper.running in text
            assert paper.synthetic in text


@pytest.mark.parametrize("name", ["Normal", "Body Text", "Heading 1", "Heading 4", "Title", "Caption"])
def test_letters_are_times_new_roman_in_all_four_scripts(document, name: str) -> None:
    style = document.styles[name]
    fonts = style.element.rPr.find(qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {
        "Times New Roman"
    }
    assert fonts.get(qn("w:asciiTheme")) is None
    assert 12 <= style.font.size.pt <= 14


def test_headings_are_real(document) -> None:
    levels = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert levels[:3] == ["Heading 1", "Heading 2", "Heading 3"]


def test_tables_repeat_their_heads_and_keep_rows_whole(paper: Paper, document) -> None:
    heads = [
        row
        for row in document.element.body.iter(qn("w:tr"))
        if row.find(f".//{qn('w:tblHeader')}") is not None
    ]
    assert len(heads) == 2
    assert all(
        row.find(f".//{qn('w:cantSplit')}") is not None for row in document.element.body.iter(qn("w:tr"))
    )
    spoken = [mark.get(qn("w:val")) for mark in document.element.body.iter(qn("w:tblCaption"))]
    assert spoken[0] == next(block.caption for block in paper.blocks if hasattr(block, "columns"))


def test_pictures_are_described(paper: Paper, document) -> None:
    described = [picture.get("descr") for picture in document.element.body.iter(qn("wp:docPr"))]
    charts = [block for block in paper.all_blocks() if isinstance(block, Chart)]
    assert [text.startswith(chart.alt) for text, chart in zip(described, charts, strict=True)] == [True, True]


def test_language_and_title(paper: Paper, document) -> None:
    assert document.core_properties.title == paper.title
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val"))
    assert language == {"vi": "vi-VN", "en": "en-GB"}[paper.lang]


def test_vietnamese_letters_survive(data: bytes) -> None:
    assert "Nguyễn Thị Ước Lượng" in docx_text(data)


def test_a_mark_of_a_note_does_not_lengthen_its_number(document) -> None:
    table = document.tables[1]
    assert table.rows[4].cells[3].text.endswith(",0(1)") or table.rows[4].cells[3].text.endswith(".0(1)")


def test_two_thousand_rows() -> None:
    paper = replace(sample("vi"), blocks=(district_table("vi", 2000),), annexes=())
    data = docx.render(paper)
    assert enough(docx_text(data), paper.quotes())
    assert len(docx_addresses(data)) == 6000


def test_notes_stand_under_their_text_and_chart(paper: Paper, data: bytes) -> None:
    text = docx_text(data)
    for block in paper.all_blocks():
        for note in getattr(block, "notes", ()):
            assert f"({note.mark}) {plain(note.spans)}" in text


def test_a_row_that_names_a_group_is_one_cell(paper: Paper, document) -> None:
    first = document.tables[1].rows[1]
    assert first._tr.find(f".//{qn('w:gridSpan')}").get(qn("w:val")) == "6"
    assert len(first._tr.findall(qn("w:tc"))) == 1


def test_a_short_table_and_what_closes_the_report_are_kept_on_one_page(document) -> None:
    kept = [
        [cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells]
        for row in document.tables[1].rows
    ]
    assert all(all(row) for row in kept[:-1])
    assert not any(kept[-1])
    body = list(document.element.body)
    signature = body.index(document.tables[2]._tbl)
    assert all(body[at].find(f".//{qn('w:keepNext')}") is not None for at in (signature - 1, signature - 2))
