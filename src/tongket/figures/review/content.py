"""The content of a paper, before anybody decides whether it is a page, a slide or a sheet.

One `Paper` is rendered to Word, PDF, web page, slides, workbook and press text; a number is rounded
once, when its `Quote` is made, and every renderer prints `Quote.text` as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tongket.figures.prose.spans import Quote, Span, Spans, plain
from tongket.figures.terms.words import Lang

# A quote is made where sentences are written; whoever reads a paper finds it here with the rest.
__all__ = [
    "Annex",
    "Block",
    "Cell",
    "Chart",
    "Column",
    "Heading",
    "Letterhead",
    "Note",
    "Paper",
    "Paragraph",
    "Press",
    "Quote",
    "Row",
    "Series",
    "Signature",
    "Slide",
    "Span",
    "Spans",
    "Table",
    "plain",
    "quotes_of",
]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the report: level 0 is `Phần`, 1 `I.`, 2 `1.`, 3 `a)`; `number` is printed before it."""

    level: Literal[0, 1, 2, 3]
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note under a table, chart or text: its mark and what it says, such as why two figures are unlike."""

    mark: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `item` paragraphs open with a dash; their notes are marked at the end of the text."""

    spans: Spans
    style: Literal["body", "item"] = "body"
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `notes` are marks (`1`, `2` …) of the table's own notes, printed raised."""

    spans: Spans
    notes: tuple[str, ...] = ()
    number: float | None = None  # the rounded value for a workbook's own arithmetic; None for words
    number_format: str = ""  # the workbook's format for it, such as `#,##0.0`


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, whether it holds words or numbers, and its share of the width."""

    head: str
    align: Literal["left", "centre", "right"] = "left"
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `level` indents the first cell, `strong` marks a total or a group."""

    cells: tuple[Cell, ...]
    level: int = 0
    strong: bool = False

    @property
    def is_group(self) -> bool:
        """Whether it only names the rows below it."""
        return len(self.cells) > 1 and not any(cell.spans or cell.notes for cell in self.cells[1:])


@dataclass(frozen=True, slots=True)
class Table:
    """A table with caption, heads, rows and notes. `name` is stable; `sheet` is what a workbook calls it."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    source: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One line or set of bars; None where a point is absent."""

    name: str
    points: tuple[Quote | None, ...]
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data. `alt` says in a sentence what it shows, for those who cannot see it.

    `label_points` prints each value at its mark; otherwise only the first and last are printed.
    """

    name: str
    caption: str
    alt: str
    kind: Literal["bar", "line"]
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    decimals: int = 1
    label_points: bool = True
    notes: tuple[Note, ...] = ()
    source: str = ""


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Boxes 1-5 of Decree 30/2020, annex I: who issues what, where and when.

    `number` has an empty place for the running number until the paper is issued, as `Số:      /BC-SCT`.
    """

    state: str
    motto: str
    parent_body: str
    issuer: str
    number: str
    place_and_date: str
    type_name: str
    subject: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Boxes 7 and 9b: the signer's authority and title, and who receives the paper."""

    authority: tuple[str, ...]
    name: str
    recipients_head: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its own number and title; page numbers restart."""

    number: str
    title: str
    reference: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a title that says the point, a few lines, and at most one table or chart."""

    title: str
    lines: tuple[Spans, ...] = ()
    exhibit: Table | Chart | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """The press text: a headline, its paragraphs, and who to ask."""

    headline: str
    paragraphs: tuple[Spans, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `running` stands on every page: release number, as-of moment, synthetic or not."""

    lang: Lang
    title: str
    running: str
    synthetic: str  # the sentence that marks synthetic returns; empty when the returns are real
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    signature: Signature
    annexes: tuple[Annex, ...] = ()
    slides: tuple[Slide, ...] = ()
    press: Press | None = None

    def quotes(self) -> Iterator[Quote]:
        """Every printed number of the report in order, annexes included."""
        for block in self.all_blocks():
            yield from quotes_of(block)

    def tables(self) -> Iterator[Table]:
        """The tables in order; the key table of the indicators is the first."""
        return (block for block in self.all_blocks() if isinstance(block, Table))

    def all_blocks(self) -> Iterator[Block]:
        yield from self.blocks
        for annex in self.annexes:
            yield from annex.blocks


def quotes_of(block: Block) -> Iterator[Quote]:
    """The numbers one block prints, in reading order."""
    match block:
        case Heading():
            return
        case Paragraph(spans=spans):
            yield from _quotes(spans)
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield from _quotes(cell.spans)
        case Chart():
            for series in block.series:
                yield from (point for point in series.points if point is not None)
    for note in block.notes:
        yield from _quotes(note.spans)


def _quotes(spans: Spans) -> Iterator[Quote]:
    return (span for span in spans if isinstance(span, Quote))
