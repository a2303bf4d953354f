"""Comparisons from one series of levels, so that no growth can disagree with the levels behind it.

Every function takes levels and gives a number or the cause of its absence; none gives infinity, "not a
number", or a silent 0. Source: METHODS §1.1 (comparison bases), §9.1 (compare_bases, contributions).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause

BASE_LEVEL = Decimal(100)  # an index's mean over its base year, by construction

Levels = Sequence[Decimal | None]


@finite
def percent_of(part: Decimal | None, whole: Decimal | None) -> Decimal | Cause:
    """Part in percent of the whole, 100 x / X. Domain, missing and zero: as `ratio`."""
    return ratio(None if part is None else 100 * part, whole)


@finite
def percent_change(now: Decimal | None, before: Decimal | None) -> Decimal | Cause:
    """Growth in percent, 100 (L_t / L_s - 1); with L_s = BASE_LEVEL it is growth on the base year.

    Domain: L_s > 0; L_t may be any number. Missing, zero and negative base: as `ratio`.
    """
    return share_of_growth(now, before, before)


@finite
def change(now: Decimal | None, before: Decimal | None) -> Decimal | Cause:
    """Absolute change, L_t - L_s; for a rate in percent it is in percentage points.

    Missing: either side None gives NOT_ANSWERED. Zero is a number like any other.
    """
    return Cause.NOT_ANSWERED if now is None or before is None else now - before


@finite
def ratio_of_sums(now: Levels, before: Levels) -> Decimal | Cause:
    """Cumulated comparison, SUM L_y,k / SUM L_y-1,k over the same months k of two years, as a ratio.

    Never the mean of monthly growth rates. Domain: as many months on both sides, their sum before > 0.
    Missing: one month missing on either side leaves no answer, NOT_ANSWERED; so does an empty span.
    Zero: as `ratio`. Source: METHODS §1.1, TV-01.
    """
    return ratio(*_sums(now, before))


@finite
def cumulated_change(now: Levels, before: Levels) -> Decimal | Cause:
    """`ratio_of_sums` as growth in percent."""
    return percent_change(*_sums(now, before))


@finite
def share_of_growth(
    part_now: Decimal | None, part_before: Decimal | None, whole_before: Decimal | None
) -> Decimal | Cause:
    """Contribution of a part to its whole's growth, 100 (x_t - x_s) / X_s, in percentage points.

    For flows and stocks that add; contributions of parts that make the whole add to its growth. An
    index has its own, `index.contributions`. Missing, zero and negative base: as `ratio`.
    """
    moved = None if part_now is None or part_before is None else part_now - part_before
    return percent_of(moved, whole_before)


def _sums(now: Levels, before: Levels) -> tuple[Decimal | None, Decimal | None]:
    if len(now) != len(before):
        raise ValueError(f"The same months on both sides; found {len(now)} against {len(before)}.")
    left, right = total_of_parts(now), total_of_parts(before)
    return (None, None) if isinstance(left, Cause) or isinstance(right, Cause) else (left, right)
