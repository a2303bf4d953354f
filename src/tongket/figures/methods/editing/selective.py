"""Selective editing: whom to phone first, because an error or a gap there moves the total most.

Source: METHODS §4.3; Hedlin's local and global scores; TV-20.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import Cause

BIAS_SHARE = Decimal("0.2")  # of the standard error, METHODS §4.3


@finite
def local_score(
    value: Decimal | None,
    expected: Decimal | None,
    weight: Decimal,
    suspicion: Decimal,
    total: Decimal,
) -> Decimal | Cause:
    """Local score, suspicion w |y - yhat| / T: what the item may be wrong by, as a share of its total.

    Domain: suspicion in [0, 1], w >= 0, T the estimated total. Missing: no value at all puts the whole
    expected value at stake, w |yhat| / T, whatever the suspicion; no expected value gives NOT_ANSWERED.
    Zero: T = 0 gives ZERO_BASE; see `scale`. Negative T counts by its size.
    """
    if not 0 <= suspicion <= 1 or weight < 0:
        raise ValueError(f"Suspicion in [0, 1], weight not below 0; found {suspicion}, {weight}.")
    if expected is None:
        return Cause.NOT_ANSWERED
    if total == 0:
        return Cause.ZERO_BASE
    at_stake = abs(expected) if value is None else suspicion * abs(value - expected)
    return weight * at_stake / abs(total)


@finite
def scale(total: Decimal, expected: Sequence[Decimal | None]) -> Decimal:
    """T, or the largest expected value where T = 0 (METHODS §9.1); 0 where that is 0 or unknown too."""
    return total or max((abs(value) for value in expected if value is not None), default=Decimal(0))


@finite
def global_score(scores: Sequence[Decimal], alpha: Decimal | None = Decimal(1)) -> Decimal | Cause:
    """Minkowski's (SUM d^alpha)^(1/alpha): alpha 1 sums, 2 is Euclid's, None is infinity, the largest.

    Domain: alpha >= 1, scores >= 0. Missing: no score gives NOT_ANSWERED.
    """
    if alpha is not None and alpha < 1:
        raise ValueError(f"Minkowski's alpha is at least 1; found {alpha}.")
    if not scores:
        return Cause.NOT_ANSWERED
    largest = max(scores)
    if alpha is None or largest == 0:
        return largest
    if alpha == 1:
        return sum(scores, Decimal(0))
    powers = sum(((score / largest) ** alpha for score in scores), Decimal(0))
    return largest * powers ** (1 / alpha)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of one unit: what came (None where nothing did), what was expected, and its weight.

    `suspicion` is how sure an edit is that the value is wrong, 0 to 1.
    """

    value: Decimal | None
    expected: Decimal | None
    weight: Decimal = Decimal(1)
    suspicion: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Call:
    """A unit to phone: its global score, its items from the worst down, and those that did not come."""

    unit: str
    score: Decimal
    items: tuple[tuple[str, Decimal], ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallList:
    """Whom to phone first. `unscored` are units that nothing was expected of, so nobody can rank them."""

    calls: tuple[Call, ...]
    unscored: tuple[str, ...]


@finite
def call_list(
    units: Mapping[str, Mapping[str, Item]],
    totals: Mapping[str, Decimal],
    threshold: Decimal = Decimal(0),
    alpha: Decimal | None = Decimal(1),
) -> CallList:
    """Units with a score above the threshold, highest first, then by code; the rest may be imputed.

    `totals` is T by item. Missing: see `local_score`; a unit that did not answer stands in the list
    with all it was expected to bring. Nobody above the threshold: an empty list.
    """
    scales = {
        code: scale(total, [items[code].expected for items in units.values() if code in items])
        for code, total in totals.items()
    }
    calls, unscored = [], []
    for unit, items in units.items():
        call = _call(unit, items, scales, alpha)
        if call is None:
            unscored.append(unit)
        elif call.score > threshold:
            calls.append(call)
    return CallList(tuple(sorted(calls, key=lambda call: (-call.score, call.unit))), tuple(sorted(unscored)))


def _call(
    unit: str, items: Mapping[str, Item], scales: Mapping[str, Decimal], alpha: Decimal | None
) -> Call | None:
    scores: dict[str, Decimal] = {}
    for code, item in items.items():
        score = local_score(item.value, item.expected, item.weight, item.suspicion, scales[code])
        if not isinstance(score, Cause):
            scores[code] = score
    whole = global_score(list(scores.values()), alpha)
    if isinstance(whole, Cause):
        return None
    worst = tuple(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])))
    return Call(unit, whole, worst, tuple(code for code, item in items.items() if item.value is None))


@dataclass(frozen=True, slots=True)
class Simulated:
    """A unit of an earlier, fully edited round: its score, and weight times raw minus edited value."""

    score: Decimal
    effect: Decimal


@finite
def threshold_for_bias(
    rounds: Sequence[Simulated], standard_error: Decimal, share: Decimal = BIAS_SHARE
) -> Decimal | Cause:
    """The highest threshold under which errors left alone bias the total by less than a share of its SE.

    Bias = |SUM w (y_raw - y_edited)| over units with a score not above the threshold, tried at every
    score there is, from the lowest up to the first that biases too much. Domain: standard_error > 0.
    Missing: no earlier round gives NOT_ANSWERED. Zero: a threshold of 0 calls every unit with something
    at stake. Source: METHODS §4.3 (simulated edited data).
    """
    if standard_error <= 0:
        raise ValueError(f"A standard error is above 0; found {standard_error}.")
    if not rounds:
        return Cause.NOT_ANSWERED
    best, left = Decimal(0), Decimal(0)
    by_score: dict[Decimal, Decimal] = {}
    for unit in rounds:
        by_score[unit.score] = by_score.get(unit.score, Decimal(0)) + unit.effect
    for score in sorted(by_score):
        left += by_score[score]
        if abs(left) >= share * standard_error:
            break
        best = score
    return best
