"""A sheet as cells, with what its file says about single cells; a CSV file is a sheet of texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import product
from string import ascii_uppercase
from typing import Literal

from tongket.figures.returns.answer import Place

Cell = str | float | int | bool | date | datetime | time | timedelta
Spot = tuple[int, int]

LETTERS = (*ascii_uppercase, *("".join(pair) for pair in product(ascii_uppercase, repeat=2)))
# What is read of a sheet. A grid of that size is what a reader may be made to fill in memory.
LAST_COLUMN, LAST_ROW = "CZ", 99_999


@dataclass(frozen=True, slots=True)
class Mark:
    """Something about a cell that its value does not show: a formula, an error, or a number format that
    shows another number than the one stored."""

    kind: Literal["formula", "error", "format"]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a workbook says about a sheet besides the values. Rows and columns count from 0."""

    marks: Mapping[Spot, Mark] = field(default_factory=dict)
    merges: Sequence[tuple[Spot, Spot]] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False


PLAIN = Traits()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells from A1 on. `textual` says that numbers stand as texts, as in CSV.

    `above` counts the rows that whoever typed the sheet does not see; places are named from below them.
    """

    file: str
    name: str
    rows: Sequence[Sequence[Cell]]
    traits: Traits = PLAIN
    textual: bool = False
    above: int = 0

    def place(self, row: int, column: int) -> Place:
        return Place(self.file, self.name, f"{LETTERS[column]}{row + 1 - self.above}")

    @property
    def whole(self) -> Place:
        return Place(self.file, self.name)


def is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()
