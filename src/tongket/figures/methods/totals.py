"""Totals that know whether everything is in, and counts of distinct things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import Cause


@finite
def covered_total(total: Decimal | None, due: int, answered: int) -> Decimal | Cause:
    """A total of returns, when all that are due are in.

    Missing: with fewer answers than are due, NOT_ANSWERED, whatever has been summed so far, because a
    part is not a total. Nothing due and nothing there: NOT_DUE. Zero: all returns in and none with
    anything to add is a true 0, for a return with no lines is an answer. Source: METHODS §2.3-2.4,
    DESIGN §3 ("sums carry the count of answers").
    """
    if answered < due:
        return Cause.NOT_ANSWERED
    if total is not None:
        return total
    return Decimal(0) if due else Cause.NOT_DUE


@finite
def total_of_parts(parts: Sequence[Decimal | None]) -> Decimal | Cause:
    """The sum of the periods a span is made of.

    Missing: one period missing, or no period at all, gives NOT_ANSWERED, never a smaller sum or 0.
    """
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(parts) else Cause.NOT_ANSWERED


@finite
def distinct_count(sums: Iterable[Decimal]) -> int:
    """How many things have something: the number of positive sums, one sum a thing.

    A thing with 0, or with a correction that takes it all back, does not count. Counts of parts or of
    months do not add: one thing may stand in several. Source: METHODS §0 (16 products, 14 markets).
    """
    return sum(1 for value in sums if value > 0)
