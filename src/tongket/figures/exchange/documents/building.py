"""A document put together piece by piece, within bounds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tongket.figures.exchange.documents import refusals
from tongket.figures.prose.document import Document, Grid, Piece, PieceKind, Spot

LONGEST_TEXT = 4_000_000  # characters; a report of 20 pages has 60,000
MOST_PIECES = 200_000
_BEFORE = 3  # paragraphs above a table that may hold its title and unit


@dataclass
class Builder:
    """Takes paragraphs and tables in the order of the file; `document` gives what they make."""

    file: str
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _pieces: list[Piece] = field(default_factory=list)
    _counts: dict[PieceKind, int] = field(default_factory=dict)
    _recent: list[str] = field(default_factory=list)
    _grids: list[Grid] = field(default_factory=list)

    def add(self, text: str, kind: PieceKind = "paragraph", page: int | None = None) -> int:
        """A paragraph; gives the place in the text where it starts."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        start = self._append(text, "\n", kind, self._counts[kind], page, None)
        if text.strip():
            self._recent = [*self._recent, text][-_BEFORE:]
        return start

    def add_table(self, number: int, cells: list[tuple[str, Spot]], page: int | None = None) -> list[int]:
        """The cells of a table row by row; gives where in the text each starts."""
        starts: list[int] = []
        made: list[tuple[Piece, str]] = []
        for index, (text, spot) in enumerate(cells):
            last = index + 1 == len(cells) or cells[index + 1][1].row != spot.row
            starts.append(self._append(text, "\n" if last else "\t", "cell", number, page, spot))
            made.append((self._pieces[-1], text))
        self._grids.append(Grid(number, tuple(made), tuple(self._recent)))
        return starts

    def extend_table(self, cells: list[tuple[str, Spot]], page: int | None) -> None:
        """More rows of the last table, on the next page."""
        before = self._grids.pop()
        self._recent = list(before.before)
        rows = before.rows
        moved = [(text, replace(spot, row=spot.row + rows, head=False)) for text, spot in cells]
        self.add_table(before.number, moved, page)
        self._grids[-1] = Grid(before.number, before.cells + self._grids[-1].cells, before.before)

    def tables(self) -> int:
        return len(self._grids)

    def document(self) -> Document:
        return Document("".join(self._parts), tuple(self._pieces), tuple(self._grids))

    def _append(
        self, text: str, after: str, kind: PieceKind, number: int, page: int | None, spot: Spot | None
    ) -> int:
        start = self._length
        self._parts += (text, after)
        self._length += len(text) + len(after)
        if self._length > LONGEST_TEXT or len(self._pieces) >= MOST_PIECES:
            raise too_long(self.file)
        self._pieces.append(Piece(start, start + len(text), kind, number, page, spot))
        return start


def too_long(file: str) -> refusals.UnreadableDocument:
    """The refusal of a document longer than any report."""
    return refusals.refuse(refusals.TOO_LONG, file, limit=LONGEST_TEXT // 1_000_000)
