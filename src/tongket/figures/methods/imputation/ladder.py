"""The ladder: the best answer that can be had for each missing value, and no silent one for a dominant unit.

Source: METHODS §4.4 and §9.1 (impute); order as there. A domain with another order passes its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.imputation import rungs
from tongket.figures.methods.imputation.donors import LEAST_DONORS, Donors, by_unit
from tongket.figures.methods.imputation.record import Escalated, Imputed, Method, Outcome, Record
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause

LADDER: tuple[rungs.Rung, ...] = (
    rungs.deductive,
    rungs.administrative,
    rungs.ratio_to_previous,
    rungs.same_month_growth,
    rungs.class_mean,
    rungs.hot_deck,
    rungs.carry_forward,
)
EXACT = frozenset({Method.DEDUCTIVE})  # arithmetic on the unit's own answers, no guess


@finite
def impute(
    records: Sequence[Record],
    ladder: Sequence[rungs.Rung] = LADDER,
    seed: str = "",
    approved: Collection[str] = (),
    least_donors: int = LEAST_DONORS,
    floor: Decimal | None = Decimal(0),
) -> dict[str, Outcome]:
    """For every unit its value with method and donors, an escalation, or the cause that it stays empty.

    An observed value is never touched, whatever the rules would say. Values below `floor` are clipped at
    it, and a deduction below it is a contradiction, which the next rung is asked to answer; None for
    items that may be negative. A dominant unit (`take_all`) that only a guess could fill is escalated
    with the guess as a proposal, unless its name is among the `approved`; its own balance is no guess.
    Missing: no rung answers: NOT_ANSWERED, status O. Each unit once, else ValueError.
    """
    units = by_unit(records)
    donors = Donors(records, least_donors)
    outcomes: dict[str, Outcome] = {}
    for unit, record in units.items():
        if record.now is not None:
            outcomes[unit] = Imputed(record.now, Method.OBSERVED)
            continue
        found = _climbed(record, ladder, donors, seed, floor)
        guessed = isinstance(found, Cause) or found.method not in EXACT
        silent = record.take_all and guessed and unit not in approved
        outcomes[unit] = Escalated(found) if silent else found
    return outcomes


def _climbed(
    record: Record, ladder: Sequence[rungs.Rung], donors: Donors, seed: str, floor: Decimal | None
) -> Imputed | Cause:
    for rung in ladder:
        found = rung(record, donors, seed)
        if found is None:
            continue
        if floor is None or found.value >= floor:
            return found
        if found.method not in EXACT:
            return replace(found, value=floor)
    return Cause.NOT_ANSWERED


@finite
def imputation_rate(records: Sequence[Record], outcomes: Mapping[str, Outcome]) -> Decimal | Cause:
    """ESS indicator A7, weighted: SUM w |y| over imputed values / SUM w |y| over all values that stand.

    Missing: units left empty or escalated count on neither side. Zero: all values 0 gives ZERO_BASE; no
    value at all NOT_ANSWERED. Source: METHODS §4.4, §7 (A7).
    """
    standing = [(r.weight, o) for r in records if isinstance(o := outcomes[r.unit], Imputed)]
    if not standing:
        return Cause.NOT_ANSWERED
    sizes = [(weight * abs(o.value), o.method is Method.OBSERVED) for weight, o in standing]
    imputed = sum((size for size, observed in sizes if not observed), Decimal(0))
    return ratio(imputed, sum((size for size, _ in sizes), Decimal(0)))
