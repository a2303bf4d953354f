"""Filling late returns before anything is added up: class growth, the same month last year, carry forward."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tongket.figures.methods.index_numbers.arrays import QUANTITIES, Array, Marks, Places, amounts
from tongket.figures.methods.index_numbers.elementary import Formula, pair_relatives
from tongket.figures.methods.index_numbers.series import splice
from tongket.figures.methods.index_numbers.weights import weights_of


class How(IntEnum):
    """Where a value comes from: the rungs of the ladder, best first. All but the first are OBS_STATUS I."""

    OBSERVED = 0
    CLASS_GROWTH = 1
    LAST_YEAR = 2
    CARRIED = 3
    MISSING = 4


@dataclass(frozen=True)
class Filled:
    """Values (unit, month) with the gaps filled, and how each came about, as a `How`."""

    values: Array
    how: NDArray[np.int8]


@dataclass(frozen=True)
class Ladder:
    """What may be done about a gap. `value_of` puts units of a class into one measure (a base price each)."""

    class_of: ArrayLike
    parent_of: ArrayLike
    value_of: ArrayLike | None = None
    season: int = 12
    carry: int = 1


def fill_gaps(values: ArrayLike, ladder: Ladder, due: ArrayLike | None = None) -> Filled:
    """Late returns filled month by month; what was observed is never changed.

    1  class growth  q_t = q_{t-1} * SUM_matched q_t / SUM_matched q_{t-1}, units of the class seen in both
    2  last year     q_t = q_{t-12} * the same ratio on t-12 over the parent of the class
    3  carry forward q_t = q_{t-1}, at most `carry` months running
    In 1 and 3 the month before may itself be filled, so the growth of a gap is made up when the unit
    returns. `due` marks where a return is owed; by default from a unit's first return on, so nothing is
    invented before a unit began; one that closed is no longer due and must be said so.
    Domain: q >= 0. Missing: what no rung reaches stays missing, for the parent's index (`aggregate`).
    Zero: a unit at 0 the month before stays at 0; a class whose matched sum was 0 has no growth, next rung.
    Source: METHODS §1.4 "late return"; IRIP 2010 (the matrix is made complete).
    """
    seen = amounts(values, QUANTITIES)
    owed = _due(seen) if due is None else np.asarray(due, dtype=np.bool_)
    price = np.ones(len(seen)) if ladder.value_of is None else weights_of(ladder.value_of)
    classes, parents = (np.asarray(one, dtype=np.intp) for one in (ladder.class_of, ladder.parent_of))
    worth, out = seen * price[:, np.newaxis], seen.copy()
    how = np.where(np.isnan(seen), How.MISSING, How.OBSERVED).astype(np.int8)
    running = np.zeros(len(seen), dtype=np.intp)
    for month in range(1, seen.shape[1]):
        rungs = (
            (How.CLASS_GROWTH, out[:, month - 1] * _growth(worth, month, 1, classes)),
            (How.LAST_YEAR, _last_year(out, worth, month, ladder.season, parents)),
            (How.CARRIED, np.where(running < ladder.carry, out[:, month - 1], np.nan)),
        )
        for rung, offered in rungs:
            open_ = np.isnan(out[:, month]) & owed[:, month] & ~np.isnan(offered)
            out[open_, month], how[open_, month] = offered[open_], rung
        running = np.where(how[:, month] == How.CARRIED, running + 1, 0)
    return Filled(out, how)


def _due(seen: Array) -> Marks:
    return np.cumsum(~np.isnan(seen), axis=1) > 0


def _growth(worth: Array, month: int, lag: int, group_of: Places) -> Array:
    groups = int(group_of.max(initial=-1)) + 1
    before, now = worth[:, month - lag], worth[:, month]
    return pair_relatives(before, now, group_of, groups, Formula.DUTOT)[0][group_of]


def _last_year(out: Array, worth: Array, month: int, season: int, parents: Places) -> Array:
    if month < season:
        return np.full(len(out), np.nan)
    return out[:, month - season] * _growth(worth, month, season, parents)


def bridged_product(old: ArrayLike, new: ArrayLike, overlap: int) -> Array:
    """A product carried on by its successor: q_old to the overlap month o, then q_new q_old(o) / q_new(o).

    The ratio at the overlap is the difference of quality; the successor's growth counts from there. Missing
    or 0 in the overlap month on either side: missing after it, and the successor waits for the next link.
    Source: METHODS §1.2 (quality), §1.4 "new product", "unit change"; PPI Manual 2004, ch. 7 (overlap).
    """
    return splice(old, new, [overlap]).levels
