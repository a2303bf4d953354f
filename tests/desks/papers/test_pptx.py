"""The slides: native, editable, numbered, marked."""

from __future__ import annotations

import io
from dataclasses import replace

import pptx as powerpoint
import pytest
from tests.desks.papers.exhibits import district_table
from tests.desks.papers.reading import enough, pptx_text

from tongket.desks.papers import pptx
from tongket.figures.review.content import Chart, Note, Paper, Quote, Slide, Table, quotes_of
from tongket.figures.terms.words import Refusal


def quotes(paper: Paper) -> list[Quote]:
    found: list[Quote] = []
    for slide in paper.slides:
        found += [span for line in slide.lines for span in line if isinstance(span, Quote)]
        found += quotes_of(slide.exhibit) if slide.exhibit else []
    return found


@pytest.fixture
def data(paper: Paper) -> bytes:
    return pptx.render(paper)


@pytest.fixture
def deck(data: bytes):
    return powerpoint.Presentation(io.BytesIO(data))


def test_every_number_of_the_slides_stands_on_them(paper: Paper, data: bytes) -> None:
    assert enough(pptx_text(data), quotes(paper))


def test_notes_hold_the_addresses(paper: Paper, deck) -> None:
    notes = "\n".join(
        slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide
    )
    for quote in quotes(paper):
        assert f"{quote.text}: {quote.address}" in notes


def test_sixteen_to_nine_with_a_cover_and_our_layouts(paper: Paper, deck) -> None:
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78
    assert len(deck.slides) == 1 + len(paper.slides)
    assert [layout.name for layout in deck.slide_layouts] == [
        "cover",
        "lines",
        "lines beside an exhibit",
        "exhibit",
    ]


def test_every_slide_has_title_number_and_running_line(paper: Paper, deck) -> None:
    for slide in deck.slides:
        assert slide.shapes.title.text
        text = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert paper.running in text
        assert paper.synthetic in text
        assert 'type="slidenum"' in slide._element.xml
        assert len({shape.shape_id for shape in slide.shapes}) == len(slide.shapes)


def test_exhibits_are_native_and_described(paper: Paper, deck) -> None:
    for content, slide in zip(paper.slides, list(deck.slides)[1:], strict=True):
        frames = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
        assert len(frames) == bool(content.exhibit)
        for frame in frames:
            assert frame.has_chart == isinstance(content.exhibit, Chart)
            assert frame.has_table == isinstance(content.exhibit, Table)
            assert frame._element.nvGraphicFramePr.cNvPr.get("descr")


def test_no_letters_are_too_small_for_a_hall(deck) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            parts = [shape._element, *([shape.chart._chartSpace] if shape.has_chart else [])]
            sizes = [
                int(mark.get("sz")) for part in parts for mark in part.iter() if mark.get("sz", "").isdigit()
            ]
            assert all(size >= 1200 for size in sizes), shape.name


def test_a_long_table_goes_on_with_its_head_and_the_notes_of_its_rows(paper: Paper) -> None:
    table = district_table(paper.lang)
    marked = replace(
        table.rows[-1], cells=(replace(table.rows[-1].cells[0], notes=("1",)), *table.rows[-1].cells[1:])
    )
    table = replace(table, rows=(*table.rows[:-1], marked), notes=(Note("1", ("Ghi chú",)),))
    deck = powerpoint.Presentation(io.BytesIO(pptx.render(replace(paper, slides=(Slide("Dài", (), table),)))))
    pages = list(deck.slides)[1:]
    assert len(pages) > 1
    assert [page.shapes.title.text for page in pages] == [
        f"Dài ({n}/{len(pages)})" for n in range(1, len(pages) + 1)
    ]
    tables = [shape.table for page in pages for shape in page.shapes if shape.has_table]
    assert {shown.cell(0, 0).text for shown in tables} == {table.columns[0].head}
    assert sum(len(shown.rows) - 1 for shown in tables) == len(table.rows)
    noted = [
        "(1) Ghi chú" in "".join(s.text_frame.text for s in page.shapes if s.has_text_frame) for page in pages
    ]
    assert noted == [False] * (len(pages) - 1) + [True]


def test_nothing_reaches_beyond_the_slide(deck) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_a_paper_without_slides_is_refused_in_a_sentence(paper: Paper) -> None:
    with pytest.raises(Refusal, match=r"has no slides\. Give it some"):
        pptx.render(replace(paper, slides=()))
