"""The rungs of the ladder, each a named formula. A rung that cannot answer gives None; the next is asked.

Source: METHODS §4.4 for the order and the formulas, §9.1 (impute) for their edges.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256

from tongket.figures.methods.finite import finite
from tongket.figures.methods.imputation.donors import (
    Donors,
    Pool,
    matched_to_last_year,
    matched_to_previous,
    with_value,
)
from tongket.figures.methods.imputation.record import Imputed, Method, Record
from tongket.figures.methods.ratios import ratio
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import Cause

Rung = Callable[[Record, Donors, str], Imputed | None]


@finite
def deductive(record: Record, donors: Donors, seed: str) -> Imputed | None:
    """The one value that closes the unit's own balance, total - SUM others.

    Missing: a blank in the balance, or no balance, gives no answer; an empty list of others does too.
    """
    if record.balance is None or record.balance.total is None:
        return None
    others = total_of_parts(record.balance.others)
    return None if isinstance(others, Cause) else Imputed(record.balance.total - others, Method.DEDUCTIVE)


@finite
def administrative(record: Record, donors: Donors, seed: str) -> Imputed | None:
    """What another authority holds for the same unit and month: tax, electronic invoices."""
    if record.administrative is None:
        return None
    return Imputed(record.administrative, Method.ADMINISTRATIVE)


@finite
def ratio_to_previous(record: Record, donors: Donors, seed: str) -> Imputed | None:
    """y_t = y_t-1 SUM_c y_t / SUM_c y_t-1 over units of the class observed in both months.

    Zero: a class that had nothing last month has no ratio. A unit that had nothing last month stays at
    0, unless it had something in the same month last year: then it is a season, and the next rung's.
    """
    if record.previous is None or (record.previous == 0 and record.last_year):
        return None
    pool = donors.pool(record, matched_to_previous)
    return None if pool is None else _grown(record.previous, pool, pool.previous, Method.RATIO_TO_PREVIOUS)


@finite
def same_month_growth(record: Record, donors: Donors, seed: str) -> Imputed | None:
    """y_t = y_t-12 SUM_c y_t / SUM_c y_t-12, the same month last year times the class's growth on it."""
    if record.last_year is None:
        return None
    pool = donors.pool(record, matched_to_last_year)
    return None if pool is None else _grown(record.last_year, pool, pool.last_year, Method.SAME_MONTH_GROWTH)


@finite
def class_mean(record: Record, donors: Donors, seed: str) -> Imputed | None:
    """The mean of the class's answers, for a unit without a past."""
    pool = donors.pool(record, with_value)
    if pool is None:
        return None
    mean = pool.now / len(pool.donors)
    return Imputed(mean, Method.CLASS_MEAN, pool.donor_class, pool.names)


@finite
def hot_deck(record: Record, donors: Donors, seed: str) -> Imputed | None:
    """The value of one donor of the class, drawn by seed and unit: the same draw whatever else is there
    to fill and in whatever order. One donor in the finest class that has any is enough."""
    pool = donors.pool(record, with_value, least=1)
    if pool is None:
        return None
    drawn = min(pool.donors, key=lambda donor: sha256(f"{seed}|{record.unit}|{donor.unit}".encode()).digest())
    assert drawn.now is not None
    return Imputed(drawn.now, Method.HOT_DECK, pool.donor_class, (drawn.unit,))


@finite
def carry_forward(record: Record, donors: Donors, seed: str) -> Imputed | None:
    """Last month's value again, once: a value that was itself carried forward is not carried on."""
    if record.previous is None or record.previous_by is Method.CARRY_FORWARD:
        return None
    return Imputed(record.previous, Method.CARRY_FORWARD)


def _grown(base: Decimal, pool: Pool, before: Decimal, method: Method) -> Imputed | None:
    grown = ratio(base * pool.now, before)
    return None if isinstance(grown, Cause) else Imputed(grown, method, pool.donor_class, pool.names)
