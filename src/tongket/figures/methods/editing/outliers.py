"""Movements unlike those of the other units: ratio edits and Hidiroglou-Berthelot.

Source: METHODS §4.2; Hidiroglou and Berthelot, Survey Methodology 12 (1986), pp. 73-83.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tongket.figures.methods.comparisons import Levels
from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause

LEAST_UNITS = 5  # fewer have no quartiles to speak of (METHODS §4.2)
MANY_TIES = 0.25  # with more equal ratios the quartiles may coincide (METHODS §4.2)
UNIT_ERRORS = (Decimal(1000), Decimal(1) / 1000)
How = Literal["quartiles", "tenths", "limits", "none"]


@finite
def ratio_edit(now: Decimal | None, before: Decimal | None, low: Decimal, high: Decimal) -> bool | None:
    """Whether low <= y_t / y_t-1 <= high. Missing, zero or negative base: undecided, None."""
    moved = ratio(now, before)
    return None if isinstance(moved, Cause) else low <= moved <= high


@finite
def unit_error(value: Decimal | None, usual: Decimal | None, slack: Decimal = Decimal("0.3")) -> bool | None:
    """Whether a value looks sent in another unit: near 1000 or 1/1000 of its own usual size.

    Near means within `slack` of it as a share. Domain: usual > 0. Missing, zero: None. Source: METHODS §9.2.
    """
    moved = ratio(value, usual)
    if isinstance(moved, Cause):
        return None
    return any(abs(moved / times - 1) <= slack for times in UNIT_ERRORS)


@dataclass(frozen=True, slots=True)
class Moved:
    """One unit's score and verdict: True passes, False is an outlier, None is undecided.

    `excluded` says why a unit has no score: a missing value, a zero, or a negative value.
    """

    score: float | None
    verdict: bool | None
    excluded: Cause | None = None


@dataclass(frozen=True, slots=True)
class OutlierTest:
    """The test in the order of its units, by what distance it was made, its centre and its bounds."""

    how: How
    units: tuple[Moved, ...]
    centre: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def outliers(self) -> tuple[int, ...]:
        return tuple(place for place, unit in enumerate(self.units) if unit.verdict is False)

    @property
    def excluded(self) -> tuple[int, ...]:
        return tuple(place for place, unit in enumerate(self.units) if unit.excluded)


@dataclass(frozen=True, slots=True)
class HBParameters:
    """U weighs size, A holds the distance off 0, C is how many distances are too far.

    `floor` is the least deviation from the median ratio, as a share, that may be called an outlier where
    the scores have no spread; `limits` are the ratios to keep to with fewer than 5 units. Without them
    such a case stays undecided. Defaults: R package univOutl 0.4.
    """

    u: float = 0.5
    a: float = 0.05
    c: float = 4.0
    floor: float | None = None
    limits: tuple[Decimal, Decimal] | None = None


USUAL = HBParameters()


@finite
def hidiroglou_berthelot(now: Levels, before: Levels, by: HBParameters = USUAL) -> OutlierTest:
    """Outliers among ratios r = y_t / y_t-1, large units judged more closely than small ones.

    s = 1 - r_M / r below the median ratio r_M, r / r_M - 1 from it up; E = s max(y_t, y_t-1)^U; outlier
    outside (E_M - C d1, E_M + C d3), d1 = max(E_M - E_Q1, |A E_M|), d3 = max(E_Q3 - E_M, |A E_M|), with
    quartiles by linear interpolation (type 7), or tenths where more than a quarter of the ratios are equal.
    Domain: both values above 0. Missing, zero and negative: excluded with its cause; where values may
    be negative use `difference_outliers`. All E alike on a side: that side by `floor`, else undecided.
    Fewer than 5 units: by `limits`, else undecided. Source: METHODS §4.2, TV-19.
    """
    excluded = [_excluded(y, x) for y, x in _pairs(now, before)]
    inside = [(float(y), float(x)) for y, x in _pairs(now, before) if not _excluded(y, x) and y and x]
    if len(inside) < LEAST_UNITS:
        return _by_limits(now, before, excluded, by.limits)
    ratios = np.array([y / x for y, x in inside])
    centre = float(np.median(ratios))
    moved = np.where(ratios < centre, 1 - centre / ratios, ratios / centre - 1)
    scores = moved * np.array([max(pair) for pair in inside]) ** by.u
    tied = max(Counter(ratios.tolist()).values()) / len(inside) > MANY_TIES
    fence = _fence(scores, by, tied)
    found = iter([Moved(float(e), fence.passes(e, s, by.floor)) for e, s in zip(scores, moved, strict=True)])
    units = tuple(Moved(None, None, why) if why else next(found) for why in excluded)
    return OutlierTest("tenths" if tied else "quartiles", units, centre, fence.low, fence.high)


@finite
def difference_outliers(now: Levels, before: Levels, a: float = 0.05, c: float = 4.0) -> OutlierTest:
    """The same test on differences y_t - y_t-1, for values that may be negative, such as stock changes.

    Bounds as in `hidiroglou_berthelot` with the differences themselves as scores. Missing: excluded.
    Zero and negative values are numbers like any other. No spread on a side, or fewer than 5 units:
    undecided. Source: METHODS §4.2, "negative values -> use differences".
    """
    moved = [None if y is None or x is None else float(y - x) for y, x in _pairs(now, before)]
    known = np.array([d for d in moved if d is not None])
    blank = Moved(None, None, Cause.NOT_ANSWERED)
    if known.size < LEAST_UNITS:
        return OutlierTest("none", tuple(blank if d is None else Moved(d, None) for d in moved))
    fence = _fence(known, HBParameters(a=a, c=c), tied=False)
    units = tuple(blank if d is None else Moved(d, fence.passes(d, d, None)) for d in moved)
    return OutlierTest("quartiles", units, float(np.median(known)), fence.low, fence.high)


def _pairs(now: Levels, before: Levels) -> Sequence[tuple[Decimal | None, Decimal | None]]:
    return list(zip(now, before, strict=True))


def _excluded(now: Decimal | None, before: Decimal | None) -> Cause | None:
    if now is None or before is None:
        return Cause.NOT_ANSWERED
    if now < 0 or before < 0:
        return Cause.UNDEFINED
    return Cause.ZERO_BASE if not now or not before else None


def _by_limits(
    now: Levels, before: Levels, excluded: list[Cause | None], limits: tuple[Decimal, Decimal] | None
) -> OutlierTest:
    if limits is None:
        return OutlierTest("none", tuple(Moved(None, None, why) for why in excluded))
    verdicts = [ratio_edit(y, x, *limits) for y, x in _pairs(now, before)]
    units = tuple(
        Moved(None, None if why else verdict, why) for verdict, why in zip(verdicts, excluded, strict=True)
    )
    return OutlierTest("limits", units, None, float(limits[0]), float(limits[1]))


@dataclass(frozen=True, slots=True)
class _Fence:
    """The two bounds, and on which side there is no distance to speak of."""

    low: float
    high: float
    flat_low: bool
    flat_high: bool

    def passes(self, score: float, moved: float, floor: float | None) -> bool | None:
        if self.low <= score <= self.high:
            return True
        if self.flat_low if score < self.low else self.flat_high:
            return None if floor is None else bool(abs(moved) <= floor)
        return False


def _fence(scores: NDArray[np.float64], by: HBParameters, tied: bool) -> _Fence:
    lower, middle, upper = (float(q) for q in np.percentile(scores, (10, 50, 90) if tied else (25, 50, 75)))
    least = abs(by.a * middle)
    down, up = max(middle - lower, least), max(upper - middle, least)
    return _Fence(middle - by.c * down, middle + by.c * up, down == 0, up == 0)
