"""A document as the reader takes it: one running text, and where in the file each piece of it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from tongket.figures.terms.words import Text

PieceKind = Literal["paragraph", "heading", "note", "box", "cell"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell's place: table, row and column from 1; a merged cell stands at its first row and column.

    `head` is set where the file itself says that the cell is a head.
    """

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """`start`..`end` of the text, and where it stands: the `number`th of its kind, the page where known."""

    start: int
    end: int
    kind: PieceKind
    number: int
    page: int | None = None
    spot: Spot | None = None


@dataclass(frozen=True)
class Grid:
    """A table as a grid of texts: a merged cell shows in every place it covers."""

    number: int
    cells: tuple[tuple[Piece, str], ...]
    before: tuple[str, ...] = ()  # the paragraphs right above it, the nearest last

    @cached_property
    def _at(self) -> dict[tuple[int, int], tuple[Piece, str]]:
        covered: dict[tuple[int, int], tuple[Piece, str]] = {}
        for piece, text in self.cells:
            spot = _spot(piece)
            for row in range(spot.row, spot.row + spot.rows):
                for column in range(spot.column, spot.column + spot.columns):
                    covered.setdefault((row, column), (piece, text))
        return covered

    @cached_property
    def rows(self) -> int:
        return max((row for row, _ in self._at), default=0)

    @cached_property
    def columns(self) -> int:
        return max((column for _, column in self._at), default=0)

    def text(self, row: int, column: int) -> str:
        found = self._at.get((row, column))
        return found[1] if found else ""

    def piece(self, row: int, column: int) -> Piece | None:
        found = self._at.get((row, column))
        return found[0] if found else None

    def is_group(self, row: int) -> bool:
        """Whether one cell fills the row: it names what the rows below it are about."""
        pieces = {self.piece(row, column) for column in range(1, self.columns + 1)} - {None}
        return self.columns > 1 and len(pieces) == 1

    @cached_property
    def heads(self) -> int:
        """How many rows are heads: those the file marks, else the first, and those its cells reach into."""
        marked = [spot.row for piece, _ in self.cells if (spot := _spot(piece)).head]
        first = max((_spot(p).rows for p, _ in self.cells if _spot(p).row == 1), default=1)
        return max(marked, default=min(first, max(self.rows - 1, 0)))

    def column_head(self, column: int) -> str:
        """The heads above a column, from the top, each once."""
        texts = [self.text(row, column) for row in range(1, self.heads + 1) if not self.is_group(row)]
        return " · ".join(dict.fromkeys(text for text in map(_line, texts) if text))

    def row_head(self, row: int) -> str:
        """What a row is called: its first cell with a word, a bare number of the row passed over."""
        texts = [_line(self.text(row, column)) for column in range(1, self.columns + 1)]
        worded = (text for text in texts if sum(map(str.isalpha, text)) > 2)
        return next(worded, "") if _is_ordinal(self.column_head(1)) else texts[0] or next(worded, "")


@dataclass(frozen=True)
class Document:
    """The text of a file and its pieces in their order, which do not overlap.

    Between pieces stand line ends and, between cells of a row, tabs.
    """

    text: str
    pieces: tuple[Piece, ...]
    grids: tuple[Grid, ...] = field(default=())

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [piece.start for piece in self.pieces]

    def piece_at(self, offset: int) -> Piece | None:
        """The piece a character stands in."""
        index = bisect_right(self._starts, offset) - 1
        return self.pieces[index] if index >= 0 and offset < self.pieces[index].end else None

    def index_after(self, piece: Piece) -> int:
        """The place among the pieces of the one that follows."""
        return bisect_right(self._starts, piece.start)

    @cached_property
    def prose(self) -> str:
        """The text with every cell blank: what a reader of sentences reads, at the same offsets."""
        kept: list[str] = []
        at = 0
        for piece in self.cells():
            kept += (self.text[at : piece.start], blank(piece))
            at = piece.end
        return "".join((*kept, self.text[at:])).replace("\t", "\n") if kept else self.text

    def cells(self) -> Iterator[Piece]:
        return (piece for piece in self.pieces if piece.spot)

    def grid(self, piece: Piece) -> Grid | None:
        """The table a cell stands in."""
        if piece.spot is None:
            return None
        return next((grid for grid in self.grids if grid.number == piece.spot.table), None)

    def place(self, offset: int) -> Text:
        """Where a character stands, as a person would look for it."""
        piece = self.piece_at(offset)
        if piece is None:
            return NOWHERE
        where = PLACES[piece.kind].format(
            number=piece.number,
            table=piece.spot.table if piece.spot else "",
            row=piece.spot.row if piece.spot else "",
            column=piece.spot.column if piece.spot else "",
        )
        return where if piece.page is None else ON_PAGE.format(page=piece.page, where=where)


def blank(piece: Piece) -> str:
    """As many characters as the piece has, none of which says anything."""
    length = piece.end - piece.start
    return " " * (length - 1) + "\n" if length else ""


PLACES: dict[PieceKind, Text] = {
    "paragraph": Text("đoạn {number}", "paragraph {number}"),
    "heading": Text("đề mục {number}", "heading {number}"),
    "note": Text("chú thích {number}", "note {number}"),
    "box": Text("khung chữ {number}", "text box {number}"),
    "cell": Text("bảng {table}, dòng {row}, cột {column}", "table {table}, row {row}, column {column}"),
}
ON_PAGE = Text("trang {page}, {where}", "page {page}, {where}")
NOWHERE = Text("ngoài văn bản", "outside the text")


def _is_ordinal(head: str) -> bool:
    """Whether a first column numbers its rows: `STT`, `TT`, `No.`, `#`."""
    return head.casefold().rstrip(".") in ("stt", "tt", "số tt", "no", "#", "")


def _spot(piece: Piece) -> Spot:
    if piece.spot is None:
        raise ValueError(f"A grid is made of cells; found {piece!r}.")
    return piece.spot


def _line(text: str) -> str:
    return " ".join(text.split())
