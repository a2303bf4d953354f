"""What a part of a Word file holds: paragraphs of runs, and tables of cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from tongket.figures.exchange.documents.raising import raised
from tongket.figures.prose.document import PieceKind


@dataclass(slots=True)
class Child:
    """A direct child of a run by its bytes in the part; `text` is what it shows."""

    begin: int
    end: int
    text: str = ""


@dataclass(slots=True)
class Run:
    """A run by its bytes: its opening tag ends at `opened`, its properties are `look`."""

    begin: int
    opened: int
    end: int = 0
    look: tuple[int, int] = (0, 0)
    children: list[Child] = field(default_factory=list)
    is_raised: bool = False
    is_hidden: bool = False

    @property
    def text(self) -> str:
        text = "" if self.is_hidden else "".join(child.text for child in self.children)
        return raised(text) if self.is_raised else text


@dataclass(slots=True)
class Paragraph:
    """`host` is the run of another paragraph that holds the box or the mark this one belongs to."""

    kind: PieceKind
    runs: list[Run] = field(default_factory=list)
    host: Run | None = None
    notes: list[tuple[str, str, Run]] = field(default_factory=list)  # kind, id, the run of the mark

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Cell:
    """A cell with its paragraphs; `merge` is `restart` or `continue` in a column of merged cells."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    columns: int = 1
    merge: str = ""


@dataclass(slots=True)
class Row:
    """`skipped` columns are left out before the first cell; a head repeats on each page."""

    cells: list[Cell] = field(default_factory=list)
    skipped: int = 0
    head: bool = False


@dataclass(slots=True)
class Table:
    """The rows of a table, numbered in the order tables begin."""

    number: int
    rows: list[Row] = field(default_factory=list)


Block = Paragraph | Table
