"""The PDF: tagged, named, in its language, with every number."""

from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import replace

import pypdf
import pytest
from tests.desks.papers.exhibits import district_table
from tests.desks.papers.reading import enough, pdf_text
from tests.desks.papers.sample import sample

from tongket.desks.papers import pdf
from tongket.figures.review.content import Heading, Paper


@pytest.fixture
def data(paper: Paper) -> bytes:
    return pdf.render(paper)


def test_every_number_stands_in_the_text(paper: Paper, data: bytes) -> None:
    assert enough(pdf_text(data), paper.quotes())


def test_every_number_keeps_its_address(paper: Paper, data: bytes) -> None:
    kept = json.loads(pypdf.PdfReader(io.BytesIO(data)).attachments["quotes.json"][0])
    assert Counter((quote["text"], quote["address"]) for quote in kept) == Counter(
        (quote.text, quote.address) for quote in paper.quotes()
    )


def test_it_is_tagged_and_says_its_language_and_title(paper: Paper, data: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(data))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == {"vi": "vi-VN", "en": "en-GB"}[paper.lang]
    assert reader.metadata.title == paper.title
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_pages_are_a4_and_the_first_has_no_number(data: bytes) -> None:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    assert [round(float(side) * 25.4 / 72) for side in pages[0].mediabox[2:]] == [210, 297]
    tops = [_top(page) for page in pages]
    annex = tops.index("", 1)  # the annex counts from one again
    counted = [*range(1, annex + 1), *range(1, len(pages) - annex + 1)]
    assert tops == ["" if number == 1 else str(number) for number in counted]
    assert min(annex, len(pages) - annex) > 1


def test_running_line_and_notice_stand_on_every_page(paper: Paper, data: bytes) -> None:
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        text = " ".join(page.extract_text().split())
        assert paper.running in text
        assert paper.synthetic in text


def test_only_the_vendored_letters_are_used(data: bytes) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in pypdf.PdfReader(io.BytesIO(data)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("Tinos" in font for font in fonts)


def test_levels_that_skip_are_closed_up() -> None:
    """PDF/UA refuses a heading two levels below the one before it."""
    paper = replace(sample("vi"), blocks=(Heading(1, "I.", "Đầu"), Heading(3, "a)", "Sâu")), annexes=())
    assert "a) Sâu" in pdf_text(pdf.render(paper))


def test_two_thousand_rows() -> None:
    paper = replace(sample("vi"), blocks=(district_table("vi", 2000),), annexes=())
    assert enough(pdf_text(pdf.render(paper)), paper.quotes())


def test_pages_can_be_looked_at(paper: Paper) -> None:
    pictures = pdf.pages_png(paper, ppi=20)
    assert len(pictures) == len(pypdf.PdfReader(io.BytesIO(pdf.render(paper))).pages)
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def _top(page: pypdf.PageObject) -> str:
    """What stands in the upper margin."""
    found: list[str] = []
    edge = float(page.mediabox.height) - 20 * 72 / 25.4

    def look(text: str, _cm: list[float], matrix: list[float], *_: object) -> None:
        height = matrix[5] * _cm[3] + _cm[5]
        if height > edge and text.strip():
            found.append(text.strip())

    page.extract_text(visitor_text=look)
    return "".join(found)
