"""A ladder as dated data of the catalogue: which rungs, among whom, and whom never to guess."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.imputation import rungs as known
from tongket.figures.methods.imputation.record import Method
from tongket.figures.methods.imputation.rungs import Rung
from tongket.figures.terms.words import Text

# The rungs that accepted returns alone can answer; a balance or an administrative source is another input.
FROM_RETURNS: dict[str, Rung] = {
    Method.RATIO_TO_PREVIOUS.value: known.ratio_to_previous,
    Method.SAME_MONTH_GROWTH.value: known.same_month_growth,
    Method.CLASS_MEAN.value: known.class_mean,
    Method.HOT_DECK.value: known.hot_deck,
    Method.CARRY_FORWARD.value: known.carry_forward,
}
CLASS_PARTS = ("division", "activity", "kind", "village", "commune", "district")


@dataclass(frozen=True, slots=True)
class RangeRule:
    """How far a reporter's past bounds it: the last `periods`, at least `least` of them, `slack` beyond."""

    periods: int
    least: int
    slack: Decimal


@dataclass(frozen=True, slots=True)
class Policy:
    """One ladder. `classes` are made of `CLASS_PARTS`, the empty one is everybody; `take_all_share` is of
    the last known total."""

    code: str
    rungs: tuple[str, ...]
    classes: tuple[tuple[str, ...], ...]
    least_donors: int
    take_all_share: Decimal
    range: RangeRule
    reference: str
    confirmed: bool = False
    doubt: Text | None = None

    @property
    def ladder(self) -> tuple[Rung, ...]:
        return tuple(FROM_RETURNS[rung] for rung in self.rungs)
