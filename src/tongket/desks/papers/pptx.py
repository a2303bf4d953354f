"""The slides of the paper as PowerPoint, on the office's own master."""

from __future__ import annotations

import copy
import io
from dataclasses import replace

from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as NativeSlide
from pptx.util import Inches, Pt

from tongket.desks.papers import words
from tongket.desks.papers.archive import without_dates
from tongket.desks.papers.pptx_charts import add_chart
from tongket.desks.papers.pptx_master import (
    BESIDE,
    BODY_HEIGHT,
    BODY_TOP,
    COVER,
    EXHIBIT,
    FONT,
    LEAST_POINTS,
    LINE_SIZES,
    LINES,
    MARGIN,
    TEXT_SHARE,
    WIDTH,
    Box,
    kind_of,
    layout_named,
    new_deck,
    text_height,
)
from tongket.desks.papers.pptx_tables import TablePage, add_table, table_pages
from tongket.figures.review.content import Chart, Paper, Quote, Slide, Table, plain, quotes_of
from tongket.figures.terms.words import Refusal


def render(paper: Paper) -> bytes:
    """The bytes of the .pptx file; the same paper always gives the same bytes."""
    if not paper.slides:
        raise Refusal(words.NO_SLIDES.format(title=paper.title))
    deck = new_deck()
    _describe(deck, paper)
    _furnish(_cover(deck, paper), paper)
    for slide in paper.slides:
        for page, points in _pages(slide, paper):
            _furnish(_slide(deck, page, points, paper), paper)
    out = io.BytesIO()
    deck.save(out)
    return without_dates(out.getvalue())


def _describe(deck: Deck, paper: Paper) -> None:
    properties = deck.core_properties
    properties.title, properties.subject = paper.title, paper.running
    properties.author = properties.last_modified_by = paper.letterhead.issuer
    properties.language, properties.comments = words.LANGUAGE_TAGS[paper.lang], paper.synthetic


def _cover(deck: Deck, paper: Paper) -> NativeSlide:
    slide = deck.slides.add_slide(layout_named(deck, COVER))
    slide.shapes.title.text = paper.title
    head = paper.letterhead
    lines = (head.parent_body, head.issuer, head.place_and_date, paper.running)
    slide.placeholders[1].text = "\n".join(lines)
    return slide


def _pages(slide: Slide, paper: Paper) -> list[tuple[Slide, float]]:
    """The slide, or several where its table is long; with the size of a table's letters."""
    if not isinstance(slide.exhibit, Table):
        return [(slide, 0)]
    pages = table_pages(slide.exhibit, _box(slide), paper.lang)
    told = []
    for number, page in enumerate(pages, 1):
        title = slide.title if len(pages) == 1 else f"{slide.title} ({number}/{len(pages)})"
        told.append((replace(slide, title=title, exhibit=page.table), page.points))
    return told


def _box(slide: Slide) -> Box:
    """Where the exhibit stands: beside the lines where there are any."""
    inner = WIDTH - 2 * MARGIN
    taken = int(inner * (TEXT_SHARE + 0.02)) if slide.lines else 0
    return MARGIN + taken, BODY_TOP, inner - taken, BODY_HEIGHT


def _slide(deck: Deck, content: Slide, points: float, paper: Paper) -> NativeSlide:
    beside = BESIDE if content.lines else EXHIBIT
    native = deck.slides.add_slide(layout_named(deck, beside if content.exhibit else LINES))
    native.shapes.title.text = content.title
    if content.lines:
        _write_lines(native, content)
    match content.exhibit:
        case Table():
            add_table(native, TablePage(content.exhibit, points), _box(content), paper.lang)
        case Chart():
            add_chart(native, content.exhibit, _box(content), paper.lang)
    _note_addresses(native, content, paper)
    return native


def _write_lines(native: NativeSlide, content: Slide) -> None:
    """The lines in letters as large as the place allows."""
    share = TEXT_SHARE if content.exhibit else 1
    room = (WIDTH - 2 * MARGIN) * share - Inches(0.5)

    def height(points: float) -> float:
        return sum(text_height(plain(spans), points, room) + Pt(points) / 2 for spans in content.lines)

    size = next((p for p in LINE_SIZES if height(p) <= BODY_HEIGHT), LINE_SIZES[-1])
    frame = native.placeholders[1].text_frame
    for index, spans in enumerate(content.lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        for span in spans:
            run = paragraph.add_run()
            run.text, run.font.size = span if isinstance(span, str) else span.text, Pt(size)


def _note_addresses(native: NativeSlide, content: Slide, paper: Paper) -> None:
    """The speaker's notes list where each number of the slide comes from."""
    quotes = [span for line in content.lines for span in line if isinstance(span, Quote)]
    quotes += quotes_of(content.exhibit) if content.exhibit else []
    if quotes:
        lines = [f"{quote.text}: {quote.address}" for quote in quotes]
        head = words.SLIDE_FIGURES[paper.lang]
        native.notes_slide.notes_text_frame.text = "\n".join([head, *lines])


def _furnish(native: NativeSlide, paper: Paper) -> None:
    """The running line, the notice and the slide's number, which the library leaves out of new slides."""
    for shape in native.slide_layout.placeholders:
        if kind_of(shape) not in ("ftr", "sldNum"):
            continue
        element = copy.deepcopy(shape._element)
        native.shapes._spTree.append(element)
        element.nvSpPr.cNvPr.set(
            "id", str(max(int(i) for i in native.shapes._spTree.xpath("//@id") if i.isdigit()) + 1)
        )
        if kind_of(shape) == "ftr":
            line = native.shapes[-1].text_frame.paragraphs[0].add_run()
            line.text = " · ".join(filter(None, (paper.running, paper.synthetic)))
            line.font.name, line.font.size = (
                FONT,
                Pt(LEAST_POINTS),
            )  # LibreOffice does not inherit them in a footer
    for properties in native._element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        properties.set("lang", words.LANGUAGE_TAGS[paper.lang])
