"""Readable text tables: a head line, then one line a row, columns apart by `|`; `…` or a blank is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import numpy as np
from numpy.typing import NDArray

MISSING = "…"

Cell = Decimal | str | None


@dataclass(frozen=True)
class Grid:
    """Rows by label and columns by name. `labels` is how many columns at the left name the row.

    `written` keeps every cell as it was typed, for print; `cells` holds what it means.
    """

    head: tuple[str, ...]
    labels: int
    written: tuple[tuple[str, ...], ...]
    cells: Mapping[tuple[str, str], Cell]

    @classmethod
    def read(cls, table: str, labels: int = 1) -> Grid:
        head, *lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
        rows = tuple(tuple(line) for line in lines)
        wrong = [row for row in rows if len(row) != len(head)]
        if wrong:
            raise ValueError(f"A row has as many cells as the head ({len(head)}); found {wrong[0]}.")
        cells = {
            (key(row[:labels]), column): meant(cell)
            for row in rows
            for column, cell in zip(head[labels:], row[labels:], strict=True)
        }
        if len(cells) != len(rows) * len(head[labels:]):
            raise ValueError(f"Rows of a table have labels of their own; found one twice in {rows}.")
        return cls(tuple(head), labels, rows, cells)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key(row[: self.labels]) for row in self.written)

    @property
    def columns(self) -> tuple[str, ...]:
        return self.head[self.labels :]

    def column(self, name: str) -> list[Cell]:
        return [self.cells[one, name] for one in self.keys]

    def by(self, name: str) -> dict[str, Cell]:
        return dict(zip(self.keys, self.column(name), strict=True))

    def row(self, name: str) -> list[Cell]:
        return [self.cells[name, column] for column in self.columns]

    def rows(self) -> dict[str, list[Cell]]:
        return {one: self.row(one) for one in self.keys}

    def array(self) -> NDArray[np.float64]:
        """Rows by columns as floats, NaN where a value is missing."""
        return np.array([[np.nan if v is None else float(v) for v in self.row(one)] for one in self.keys])


def key(labels: tuple[str, ...]) -> str:
    return " / ".join(labels)


def meant(cell: str) -> Cell:
    """A number, a word, or nothing."""
    if cell in ("", MISSING):
        return None
    try:
        return Decimal(cell)
    except InvalidOperation:
        return cell
