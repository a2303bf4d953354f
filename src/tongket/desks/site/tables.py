"""A table as the pages draw it: say what stands in it, `site/table.html` does the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tongket.figures.terms.words import Text

Tone = Literal["", "good", "warn", "bad"]
_NOTHING = Text("Chưa có dòng nào.", "There are no rows yet.")


@dataclass(frozen=True, slots=True)
class Column:
    head: Text
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` as it stands; with `url` it leads there, with `tag` it is drawn as a mark of that tone."""

    text: str
    url: str = ""
    tag: str = ""

    @classmethod
    def mark(cls, text: str, tone: Tone = "") -> Cell:
        return cls(text, tag=tone or "neutral")


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of a row is its head. `nothing` says what to do where there are no rows."""

    caption: Text
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell | str]]
    nothing: Text = _NOTHING

    @property
    def cells(self) -> Iterable[list[tuple[Column, Cell]]]:
        for row in self.rows:
            yield [
                (column, cell if isinstance(cell, Cell) else Cell(str(cell)))
                for column, cell in zip(self.columns, row, strict=True)
            ]
