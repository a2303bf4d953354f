"""A Word file into a document: paragraphs, tables, boxes and notes; insertions in, deletions out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tongket.figures.exchange.documents import refusals
from tongket.figures.exchange.documents.building import Builder, too_long
from tongket.figures.exchange.documents.refusals import refuse
from tongket.figures.exchange.documents.word.blocks import Paragraph, Row, Run, Table
from tongket.figures.exchange.documents.word.package import WordPackage, open_word
from tongket.figures.exchange.documents.word.walk import NotWordText, TooManyElements, Walk
from tongket.figures.prose.document import Document, Spot


@dataclass
class WordText:
    """A Word file as a document, and for each stretch of its text the paragraph it came from."""

    package: WordPackage
    main: Walk
    document: Document
    starts: Sequence[int] = ()
    paragraphs: Sequence[Paragraph] = ()

    def paragraph_at(self, offset: int) -> tuple[Paragraph, int] | None:
        """The paragraph a character stands in, and the character's place in it."""
        index = bisect_right(self.starts, offset) - 1
        return (self.paragraphs[index], offset - self.starts[index]) if index >= 0 else None


def read_word(file: str, data: bytes) -> WordText:
    """The text of a Word file; headers, footers and comments are left out. Refuses what is not sound."""
    package = open_word(file, data)
    main = _walk(package, package.main)
    notes = {
        kind: _walk(package, part).notes
        for kind in ("footnote", "endnote")
        if (part := package.related(f"{kind}s"))
    }
    made = _Making(Builder(file), notes)
    for block in main.blocks:
        made.take(block)
    return WordText(package, main, made.builder.document(), made.starts, made.paragraphs)


def _walk(package: WordPackage, part: str) -> Walk:
    try:
        return Walk(package.parts[part]).run()
    except NotWordText as error:
        raise refuse(refusals.DAMAGED, package.file, found=part) from error
    except TooManyElements as error:
        raise too_long(package.file) from error


@dataclass
class _Making:
    builder: Builder
    notes: dict[str, dict[str, list[Paragraph]]]
    starts: list[int] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def take(self, block: Paragraph | Table) -> None:
        inside = [block] if isinstance(block, Paragraph) else self._table(block)
        if isinstance(block, Paragraph) and (block.text.strip() or block.kind == "paragraph"):
            self._note_start(self.builder.add(block.text, block.kind), block)
        for paragraph in inside:
            for kind, number, run in paragraph.notes:
                for note in self.notes.get(kind, {}).get(number, ()):
                    self._take_note(note, run)

    def _take_note(self, note: Paragraph, mark: Run) -> None:
        note.host = mark
        self._note_start(self.builder.add(note.text, "note"), note)

    def _table(self, table: Table) -> list[Paragraph]:
        cells, paragraphs = spots(table)
        starts = self.builder.add_table(table.number, cells) if cells else []
        for start, inside in zip(starts, paragraphs, strict=True):
            at = start
            for paragraph in inside:
                self._note_start(at, paragraph)
                at += len(paragraph.text) + 1
        return [paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]

    def _note_start(self, start: int, paragraph: Paragraph) -> None:
        self.starts.append(start)
        self.paragraphs.append(paragraph)


def spots(table: Table) -> tuple[list[tuple[str, Spot]], list[list[Paragraph]]]:
    """The cells with their text and place, and the paragraphs of each; merged cells are one."""
    cells: list[tuple[str, Spot]] = []
    paragraphs: list[list[Paragraph]] = []
    above: dict[int, int] = {}  # column → the cell that goes on below
    for number, row in enumerate(table.rows, 1):
        for column, index in _columns(row):
            cell = row.cells[index]
            if cell.merge == "continue" and column in above:
                text, spot = cells[above[column]]
                cells[above[column]] = (text, _taller(spot))
                continue
            above[column] = len(cells)
            if cell.merge != "restart":
                del above[column]
            told = [paragraph for paragraph in cell.paragraphs if paragraph.text.strip()]
            spot = Spot(table.number, number, column, 1, cell.columns, row.head)
            cells.append(("\n".join(paragraph.text for paragraph in told), spot))
            paragraphs.append(told)
    return cells, paragraphs


def _taller(spot: Spot) -> Spot:
    return Spot(spot.table, spot.row, spot.column, spot.rows + 1, spot.columns, spot.head)


def _columns(row: Row) -> list[tuple[int, int]]:
    """For each cell of a row the column it begins in, and its index."""
    found, column = [], 1 + row.skipped
    for index, cell in enumerate(row.cells):
        found.append((column, index))
        column += cell.columns
    return found
