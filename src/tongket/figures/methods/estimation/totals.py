"""The total over strata, with its variance; strata that are too thin are collapsed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.figures.methods.estimation.estimate import Estimate, Note
from tongket.figures.methods.estimation.moments import total
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import Cause

Estimator = Callable[[Stratum], Estimate | Cause]


@finite
def estimate_total(strata: Sequence[Stratum], estimator: Estimator) -> Estimate | Cause:
    """Y = SUM_h Y_h, V = SUM_h v_h, by the same estimator in every stratum.

    Missing: no strata at all, or one that nobody answered in and that has no neighbour in its group to
    be joined with, gives NOT_ANSWERED; a smaller sum is never given. Strata of which nobody answered
    are joined first (`pooled`); strata whose variance is undefined, because one unit was drawn, get the
    variance of collapsed strata and keep their own Y_h. With no neighbour in the group either, the
    value stands and its variance is UNDEFINED. Source: METHODS §2.2, §9.1 (estimate_total).
    """
    usable = pooled(strata)
    found = [(stratum, estimator(stratum)) for stratum in usable]
    estimates = [(stratum, one) for stratum, one in found if isinstance(one, Estimate)]
    if not found or len(estimates) < len(found):
        return Cause.NOT_ANSWERED
    notes = frozenset(note for _, one in estimates for note in one.notes)
    notes |= {Note.POOLED} if len(usable) < len(strata) else frozenset()
    variances = [_group_variance(members) for members in _collapsed(estimates)]
    known = [variance for variance in variances if isinstance(variance, Decimal)]
    if any(len(members) > 1 for members in _collapsed(estimates)):
        notes |= {Note.COLLAPSED}
    return Estimate(
        total([one.value for _, one in estimates]),
        total(known) if len(known) == len(variances) else Cause.UNDEFINED,
        sum(one.answers for _, one in estimates),
        notes,
    )


@finite
def domain_total(
    strata: Sequence[Stratum], member: Callable[[SampledUnit], bool], estimator: Estimator
) -> Estimate | Cause:
    """The total of a part of the frame that cuts across strata, y * 1{unit in domain}.

    Zero: a domain no drawn unit lies in is estimated at 0 with variance 0, `answers` counting all units
    that were asked. Missing: as `estimate_total`. Source: METHODS §2.2, "domain estimate".
    """
    return estimate_total([stratum.within(member) for stratum in strata], estimator)


def pooled(strata: Sequence[Stratum]) -> tuple[Stratum, ...]:
    """Strata of a population in which nobody answered, joined with a neighbour of the same group.

    The neighbour is the one before in the order given, or the first after. Populations, samples and X
    add; X is dropped where one of the two has none. Without a neighbour a stratum stays as it is.
    """
    joined: list[Stratum] = []
    waiting: list[Stratum] = []
    for stratum in strata:
        empty = stratum.population > 0 and not stratum.respondents
        before = next((i for i in range(len(joined) - 1, -1, -1) if joined[i].group == stratum.group), None)
        if empty and before is not None:
            joined[before] = _join(joined[before], stratum)
        elif empty:
            waiting.append(stratum)
        else:
            mine = [one for one in waiting if one.group == stratum.group]
            waiting = [one for one in waiting if one.group != stratum.group]
            for one in mine:
                stratum = _join(one, stratum)
            joined.append(stratum)
    return (*joined, *waiting)


def _join(left: Stratum, right: Stratum) -> Stratum:
    known = left.x_total is not None and right.x_total is not None
    return Stratum(
        f"{left.code}+{right.code}",
        left.population + right.population,
        # They cannot answer in a class of their own, so the joined stratum is one class.
        tuple(replace(unit, response_class="") for unit in (*left.sample, *right.sample)),
        (left.x_total or Decimal(0)) + (right.x_total or Decimal(0)) if known else None,
        left.group,
    )


Members = list[tuple[Stratum, Estimate]]


def _collapsed(estimates: Members) -> list[Members]:
    """Strata without a variance put with the next of their group, the last with the one before."""
    done: list[Members] = []
    for one in estimates:
        mine = next((m for m in reversed(done) if m[0][0].group == one[0].group), None)
        thin, open_group = _thin(one), mine is not None and len(mine) == 1 and _thin(mine[0])
        if mine is not None and (open_group or thin):
            mine.append(one)
        else:
            done.append([one])
    return done


def _thin(one: tuple[Stratum, Estimate]) -> bool:
    return isinstance(one[1].variance, Cause)


def _group_variance(members: Members) -> Decimal | Cause:
    if len(members) == 1:
        return members[0][1].variance
    return collapsed_variance([(stratum.population, one.value) for stratum, one in members])


@finite
def collapsed_variance(strata: Sequence[tuple[int, Decimal]]) -> Decimal | Cause:
    """Variance of the total of L collapsed strata, L/(L-1) SUM_h (Y_h - (N_h / N_g) Y_g)^2.

    For two strata of one size it is (Y_1 - Y_2)^2. It is too large by how far the strata differ, never
    too small on average. Domain: L >= 2, else UNDEFINED; N_g > 0.
    Source: Cochran (1977), §5A.12; Wolter, Introduction to Variance Estimation (2007), §2.5.
    """
    size, whole = sum(n for n, _ in strata), total([value for _, value in strata])
    if len(strata) < 2 or size == 0:
        return Cause.UNDEFINED
    squares = [(value - Decimal(n) / size * whole) ** 2 for n, value in strata]
    return Decimal(len(strata)) / (len(strata) - 1) * total(squares)
