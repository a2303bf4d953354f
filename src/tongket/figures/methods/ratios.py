"""One number over another, and the ways it can have no answer."""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import Cause


@finite
def ratio(numerator: Decimal | None, denominator: Decimal | None) -> Decimal | Cause:
    """Safe ratio, N / D.

    Domain: D > 0. Missing: either side None gives NOT_ANSWERED. Zero: D = 0 gives ZERO_BASE, also for
    0 / 0; N = 0 over a positive D is a true 0. Negative D gives UNDEFINED, because the sign of the
    result would say the opposite of what it reads. Source: METHODS §9.1, compare_bases.
    """
    if numerator is None or denominator is None:
        return Cause.NOT_ANSWERED
    if denominator == 0:
        return Cause.ZERO_BASE
    if denominator < 0:
        return Cause.UNDEFINED
    return numerator / denominator
