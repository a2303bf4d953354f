"""All figures of a release as one set of linked tables: cells, equations, and which cells go together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.figures.compile.recipe import Recipe
from tongket.figures.methods.disclosure.cells import ADDS_TO, Before, Cell, Contribution, Equation
from tongket.figures.observations.observation import Address, SeriesKey
from tongket.figures.protection.behind import Amounts, Slot
from tongket.figures.protection.policy import PublicFigures
from tongket.figures.protection.respondents import Respondents
from tongket.figures.terms.period import Period

REST = "rest of "  # what a printed total holds beside its printed parts: a cell nobody prints
LESS = " less "  # what one printed coverage holds beyond another

Tie = tuple[str, ...]


def key_of(series: SeriesKey, period: Period) -> str:
    """The address of a figure names its cell."""
    return str(Address.of(series, period))


@dataclass
class Linked:
    """The tables while they are put together, and after.

    `ties`: cells of one tie are withheld together: one part of one area in all periods of a year, in
    value, volume and index alike. Then months and year need no thought of each other: a move of the
    withheld cells of each month, added up, is one of the year. `over_time` are the equations between
    periods. `public` says what makes a cell public anyway. `alone`: recipes whose method is not known
    here, so that their cells are judged one by one. `slots` are the cells that stand for figures.
    """

    respondents: Respondents
    earlier: Mapping[Slot, Before]
    cells: dict[str, Cell] = field(default_factory=dict)
    equations: list[Equation] = field(default_factory=list)
    over_time: list[Equation] = field(default_factory=list)
    ties: dict[str, Tie] = field(default_factory=dict)
    slots: dict[str, Slot] = field(default_factory=dict)
    public: dict[str, PublicFigures] = field(default_factory=dict)
    amounts: dict[str, Amounts] = field(default_factory=dict)
    alone: list[str] = field(default_factory=list)

    def add(self, recipe: Recipe, slot: Slot, value: Decimal, amounts: Amounts | None) -> None:
        """A figure as a cell; `amounts` None: who stands behind it follows from the equations."""
        series, period = slot
        key = key_of(series, period)
        before = self.earlier.get(slot)
        if public := self.respondents.policy.public_by(series, period):
            self.public[key] = public
            before = Before.PUBLISHED
        self.cells[key] = Cell(key, value, self._behind(value, amounts), _lower(value), before=before)
        self.slots[key] = slot
        if amounts is not None:
            self.amounts[key] = amounts
        whole = () if series.breakdown else (str(series.definition),)
        parts = tuple(f"{name}={code}" for name, code in series.breakdown)
        self.ties[key] = (recipe.dataflow, series.area, str(period.start_year), *whole, *parts)

    def hide(self, key: str, value: Decimal, amounts: Amounts) -> str:
        """A number that nobody prints and everybody can work out from what is printed around it."""
        behind = self._behind(value, amounts)
        self.cells[key] = Cell(key, value, behind, _lower(value), cost=Decimal(0), before=Before.WITHHELD)
        self.amounts[key] = amounts
        return key

    def total(self, whole: str, parts: list[str]) -> None:
        """whole = SUM parts, with a cell for what the printed parts lack of it."""
        sum_ = sum((self.cells[part].value or Decimal(0) for part in parts), Decimal(0))
        rest = (self.cells[whole].value or Decimal(0)) - sum_
        if abs(rest) > ADDS_TO * (abs(sum_) + 1):
            parts = [*parts, self.hide(REST + whole, rest, self._beyond(whole, parts))]
        self.equations.append(Equation.total(whole, parts))

    def beyond(self, wide: str, narrow: str) -> None:
        """Two printed numbers of which one takes in the other: their difference is a cell as well."""
        difference = (self.cells[wide].value or Decimal(0)) - (self.cells[narrow].value or Decimal(0))
        key = self.hide(wide + LESS + narrow, difference, self._beyond(wide, [narrow]))
        self.equations.append(Equation.total(wide, [narrow, key]))

    def _behind(self, value: Decimal, amounts: Amounts | None) -> tuple[Contribution, ...] | None:
        if amounts is None or (value and not amounts):
            return None
        return self.respondents.contributions(amounts)

    def _beyond(self, whole: str, parts: list[str]) -> Amounts:
        left = dict(self.amounts.get(whole, {}))
        for part in parts:
            for reporter, amount in self.amounts.get(part, {}).items():
                left[reporter] = left.get(reporter, Decimal(0)) - amount
        return {reporter: amount for reporter, amount in left.items() if amount}


def _lower(value: Decimal) -> Decimal | None:
    """Quantities and values cannot be negative; a number that is has no bound."""
    return None if value < 0 else Decimal(0)
