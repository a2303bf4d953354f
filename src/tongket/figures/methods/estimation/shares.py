"""Shares that are printed so that they add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause

ALL = Decimal(100)


@finite
def largest_remainder(parts: Sequence[Decimal | None], decimals: int) -> tuple[Decimal, ...] | Cause:
    """Percentages of the whole at `decimals` places that add to 100: each is cut, then the units of the
    last place that are left go to the largest remainders (Hamilton; ties to the part listed first).

    Domain: parts >= 0 with a sum > 0. Missing: one part missing gives NOT_ANSWERED. Zero: a sum of 0
    gives ZERO_BASE; a part of 0 has the share 0. Negative: UNDEFINED. Source: METHODS §9.2, TV-11.
    """
    whole = total_of_parts(parts)
    if isinstance(whole, Cause):
        return whole
    known = [part for part in parts if part is not None]
    if min(known) < 0:
        return Cause.UNDEFINED
    if whole == 0:
        return Cause.ZERO_BASE
    place = Decimal(1).scaleb(-decimals)
    exact = [ALL * part / whole for part in known]
    cut = [share.quantize(place, rounding=ROUND_FLOOR) for share in exact]
    left = int((ALL - sum(cut, Decimal(0))) / place)
    first = sorted(range(len(cut)), key=lambda i: (cut[i] - exact[i], i))[:left]
    return tuple(share + place if i in first else share for i, share in enumerate(cut))
