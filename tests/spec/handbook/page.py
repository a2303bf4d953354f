"""A page of the method handbook: one object that is run as a test and printed for a reader.

A page says what a method is, its formula, when it serves, what it does with a missing, a zero and a negative
value, and where it comes from. Its examples are tables in and answers out, the answers written by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tests.spec.handbook.answers import shown
from tests.spec.handbook.filing import through_engine
from tests.spec.handbook.grid import Cell, Grid
from tests.spec.world import World

from tongket.figures.terms.words import Text


class Kind(StrEnum):
    """How a table comes to the method: filed as returns and reduced by an engine, or set beforehand."""

    FACTS = "facts"
    BESIDE = "beside"


@dataclass(frozen=True)
class Given:
    kind: Kind
    caption: Text
    grid: Grid


def facts(table: str, labels: int = 1, caption: Text | None = None) -> Given:
    """A table of collected numbers: the engine under test has to give each of them."""
    return Given(Kind.FACTS, caption or Text("Số liệu", "Data"), Grid.read(table, labels))


def beside(table: str, labels: int = 1, caption: Text | None = None) -> Given:
    """A table that no return brings: weights, codes, thresholds of the catalogue."""
    return Given(Kind.BESIDE, caption or Text("Tham số", "Parameters"), Grid.read(table, labels))


@dataclass(frozen=True)
class Inputs:
    """What an example's method is handed; a column is found in whichever table has it."""

    grids: tuple[Grid, ...]

    def __getitem__(self, column: str) -> list[Any]:
        return self._with(column).column(column)

    def by(self, column: str) -> dict[str, Any]:
        return self._with(column).by(column)

    @property
    def first(self) -> Grid:
        return self.grids[0]

    def row(self, label: str) -> list[Any]:
        return next(grid for grid in self.grids if label in grid.keys).row(label)

    def value(self, label: str) -> Any:
        """The one number of a row that has one, as of a table of parameters."""
        (only,) = self.row(label)
        return only

    def array(self) -> NDArray[np.float64]:
        return self.first.array()

    def _with(self, column: str) -> Grid:
        return next(grid for grid in self.grids if column in grid.columns)


Answer = Callable[[Inputs], Mapping[str, object]]


@dataclass(frozen=True)
class Example:
    title: Text
    given: tuple[Given, ...]
    answers: Grid
    answer: Answer
    note: Text | None

    def found(self, world: World) -> list[tuple[str, ...]]:
        """The table of answers as the method gives it on this engine, written as the page writes it."""
        grids = tuple(
            through_engine(one.grid, replace(world, folder=world.folder / str(place)))
            if one.kind is Kind.FACTS
            else one.grid
            for place, one in enumerate(self.given)
        )
        found = self.answer(Inputs(grids))
        assert set(found) == set(self.answers.keys), (list(found), self.answers.keys)
        rows = []
        for row in self.answers.written:
            label = row[: self.answers.labels]
            values = _several(found[label[0]], len(row) - 1)
            rows.append((*label, *map(shown, values, row[1:])))
        return rows


def _several(found: object, wanted: int) -> Sequence[object]:
    if wanted == 1:
        return (found,)
    assert isinstance(found, Sequence | np.ndarray), found
    assert len(found) == wanted, (found, wanted)
    return list(found)


@dataclass
class Page:
    """`of` are the public functions the page is about; `formula` is written without words."""

    title: Text
    of: tuple[Callable[..., object] | type, ...]
    what: Text
    formula: str | Text
    where: Text
    when: Text
    missing: Text
    zero: Text
    negative: Text
    source: Text
    examples: list[Example] = field(default_factory=list)

    def example(
        self, vi: str, en: str, *given: Given, answers: str, note: Text | None = None
    ) -> Callable[[Answer], Answer]:
        """Add an example; the decorated function takes `Inputs` and gives the rows of `answers`."""

        def add(answer: Answer) -> Answer:
            self.examples.append(Example(Text(vi, en), given, Grid.read(answers), answer, note))
            return answer

        return add


__all__ = ["Cell", "Example", "Given", "Inputs", "Page", "Text", "beside", "facts"]
