"""Month on month from the units that answered in both, and outliers kept from ruling a total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause


@dataclass(frozen=True, slots=True)
class MatchedGrowth:
    """The relative of the matched units, and the units in only one of the two months, for the record."""

    relative: Decimal
    matched: int
    unmatched: tuple[str, ...]


@finite
def matched_growth(
    now: Mapping[str, Decimal | None], before: Mapping[str, Decimal | None]
) -> MatchedGrowth | Cause:
    """SUM_matched y_t / SUM_matched y_{t-1}, over units with an answer in both months.

    Domain: SUM_matched y_{t-1} > 0. Missing: a unit with one answer only takes no part; no matched unit
    gives NOT_ANSWERED. Zero: a unit that stopped (y_t = 0) is matched and counts; a base of 0 gives
    ZERO_BASE, a negative one UNDEFINED. Source: METHODS §2.2, "month growth".
    """
    pairs = {
        unit: (value, earlier)
        for unit, value in sorted(now.items())
        if value is not None and (earlier := before.get(unit)) is not None
    }
    if not pairs:
        return Cause.NOT_ANSWERED
    relative = ratio(
        sum((value for value, _ in pairs.values()), Decimal(0)),
        sum((earlier for _, earlier in pairs.values()), Decimal(0)),
    )
    if isinstance(relative, Cause):
        return relative
    return MatchedGrowth(relative, len(pairs), tuple(sorted({*now, *before} - pairs.keys())))


@finite
def carried_by_growth(
    level_before: Decimal | None, now: Mapping[str, Decimal | None], before: Mapping[str, Decimal | None]
) -> Decimal | Cause:
    """Y_t = Y_{t-1} * SUM_matched y_t / SUM_matched y_{t-1}, to be benchmarked on the year afterwards.

    Missing: no level to carry gives NOT_ANSWERED. Otherwise as `matched_growth`.
    """
    growth = matched_growth(now, before)
    if isinstance(growth, Cause):
        return growth
    return Cause.NOT_ANSWERED if level_before is None else level_before * growth.relative


@finite
def winsorised(y: Decimal, cutoff: Decimal, sampling_fraction: Decimal) -> Decimal:
    """Type II winsorisation of a true outlier, y* = f y + (1 - f) K if y > K, else y.

    The unit stands for itself with its whole value and for the others with K only, so that its
    expanded value is y + (1/f - 1) K. Domain: 0 < f <= 1; K is the caller's. Take-all (f = 1): y.
    Zero and negative y are below any K >= 0 and stay. Source: METHODS §4.4; Kokic and Bell, Journal of
    Official Statistics 10 (1994), 419-435 (from memory).
    """
    if not 0 < sampling_fraction <= 1:
        raise ValueError(f"A sampling fraction lies above 0 and up to 1; found {sampling_fraction}.")
    if y <= cutoff:
        return y
    return sampling_fraction * y + (1 - sampling_fraction) * cutoff
