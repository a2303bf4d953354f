"""Quality indicators of a release, by the names of the European Statistical System.

Source: METHODS §7 (ESS quality and performance indicators: R1, A2, A4, A5, A7, TP1, TP3, CC2).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the frame with its weight: whether it is in scope, has responded, and with how many of
    the required items."""

    weight: Decimal
    in_scope: bool = True
    responded: bool = False
    items: int = 0


def completeness(available: Collection[Hashable], required: Collection[Hashable]) -> Decimal | Cause:
    """R1, data completeness: available over required cells. Cells nobody asked for do not count.

    Zero: nothing required gives NOT_DUE.
    """
    wanted = set(required)
    return Decimal(len(wanted & set(available))) / len(wanted) if wanted else Cause.NOT_DUE


@finite
def over_coverage(units: Sequence[Unit]) -> Decimal | Cause:
    """A2: SUM w of units out of scope / SUM w of the frame. An empty frame gives NOT_DUE."""
    outside = sum((u.weight for u in units if not u.in_scope), Decimal(0))
    return ratio(outside, _weight(units)) if units else Cause.NOT_DUE


@finite
def unit_response(units: Sequence[Unit]) -> Decimal | Cause:
    """A4: SUM w responded / SUM w in scope. Nobody in scope gives NOT_DUE."""
    scope = [unit for unit in units if unit.in_scope]
    answered = sum((u.weight for u in scope if u.responded), Decimal(0))
    return ratio(answered, _weight(scope)) if scope else Cause.NOT_DUE


@finite
def item_response(units: Sequence[Unit], required_items: int) -> Decimal | Cause:
    """A5: SUM w x items answered / SUM w x items required, over units that responded.

    Nobody responded gives NOT_ANSWERED; no items required NOT_DUE.
    """
    scope = [unit for unit in units if unit.in_scope and unit.responded]
    if required_items == 0:
        return Cause.NOT_DUE
    if not scope:
        return Cause.NOT_ANSWERED
    answered = sum((u.weight * min(u.items, required_items) for u in scope), Decimal(0))
    return ratio(answered, required_items * _weight(scope))


def time_lag(period_end: date, released: date) -> int:
    """TP1 for a first release, TP2 for the final one: days from the end of the period to the release."""
    return (released - period_end).days


def punctuality(scheduled: date | None, released: date) -> int | Cause:
    """TP3: actual minus scheduled day; negative is early. Without a calendar NOT_PUBLISHED."""
    return Cause.NOT_PUBLISHED if scheduled is None else (released - scheduled).days


def comparable_length(series: Sequence[tuple[Period, ObsStatus]]) -> int:
    """CC2: how many periods in a row compare with the last, counted back to the last break B, itself
    included, or to a period that is absent or left out. An empty series has 0."""
    length = 0
    after: Period | None = None
    for period, status in sorted(series, reverse=True):
        if status in _ABSENT or (after is not None and period != after.previous()):
            break
        length, after = length + 1, period
        if status is ObsStatus.BREAK:
            break
    return length


@dataclass(frozen=True, slots=True)
class ReleaseQuality:
    """The indicators of one release, each a number or the cause of its absence."""

    completeness: Decimal | Cause
    unit_response: Decimal | Cause
    imputation_rate: Decimal | Cause
    time_lag: int
    punctuality: int | Cause
    comparable_length: int


@finite
def release_quality(
    available: Collection[Hashable],
    required: Collection[Hashable],
    units: Sequence[Unit],
    imputation_rate: Decimal | Cause,
    period_end: date,
    scheduled: date | None,
    released: date,
    series: Sequence[tuple[Period, ObsStatus]],
) -> ReleaseQuality:
    """The short report that goes with a release; A7 is `imputation.ladder.imputation_rate`."""
    return ReleaseQuality(
        completeness(available, required),
        unit_response(units),
        imputation_rate,
        time_lag(period_end, released),
        punctuality(scheduled, released),
        comparable_length(series),
    )


_ABSENT = frozenset({ObsStatus.MISSING, ObsStatus.SUPPRESSED})


def _weight(units: Sequence[Unit]) -> Decimal:
    return sum((unit.weight for unit in units), Decimal(0))
