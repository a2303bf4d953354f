"""Filling late returns before anything is added up: class growth, the same month last year, carry forward."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tongket.figures.methods.index_numbers.arrays import (
    QUANTITIES,
    Array,
    Marks,
    Places,
    amounts,
    quotient,
)
from tongket.figures.methods.index_numbers.basket import Basket
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


PARENTAL = "parental"  # nothing is filled here: what is missing moves as its parent, in `aggregate`

# What a recipe may say about products that nobody reported, and the rungs that stand for it.
GAP_RULES: dict[str, tuple[How, ...]] = {
    PARENTAL: (),
    "class_growth": (How.CLASS_GROWTH,),
    "last_year": (How.LAST_YEAR,),
    "carry_forward": (How.CARRIED,),
    "late_return": (How.CLASS_GROWTH, How.LAST_YEAR, How.CARRIED),
}


@dataclass(frozen=True)
class Filled:
    """Values (unit, month) with the gaps filled, and how each came about, as a `How`."""

    values: Array
    how: NDArray[np.int8]


@dataclass(frozen=True)
class Ladder:
    """What may be done about a gap, best rung first.

    `value_of` puts units of a class into one measure (a base price each).
    """

    class_of: ArrayLike
    parent_of: ArrayLike
    value_of: ArrayLike | None = None
    season: int = 12
    carry: int = 1
    rungs: tuple[How, ...] = GAP_RULES["late_return"]


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
        for rung, offered in ((rung, offered) for rung, offered in rungs if rung in ladder.rungs):
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


def fill_products(
    basket: Basket, first_year: int, volumes: Array, complete: Marks, rungs: tuple[How, ...]
) -> Filled:
    """`fill_gaps` for the products of a basket (leaf, year, month), in the months that are complete.

    Products of a class are put into one measure by their share of the whole over their base, given or the
    mean of what the base year has. A month with returns missing is left as it is, and so is a product
    without a base, for nothing can be said of either. Without rungs nothing is filled.
    """
    shape, season = volumes.shape, volumes.shape[2]
    if not rungs:
        return Filled(volumes, np.zeros(shape, dtype=np.int8))
    flat = volumes.reshape(len(volumes), -1)
    parents = np.array(basket.tree.parents)
    classes = parents[basket.tree.leaves]
    ladder = Ladder(classes, parents[classes], _worth(basket, first_year, volumes), season, rungs=rungs)
    found = fill_gaps(flat, ladder, _due(flat) & complete.ravel())
    how = np.where(found.how == How.MISSING, How.OBSERVED, found.how)
    return Filled(found.values.reshape(shape), how.astype(np.int8).reshape(shape))


def _worth(basket: Basket, first_year: int, volumes: Array) -> Array:
    leaves, home = np.arange(len(volumes)), basket.home
    bases = np.array([one.bases for one in basket.weight_years])[home, leaves]
    shares = np.array([one.shares for one in basket.weight_years])[home, leaves]
    for leaf in np.flatnonzero(np.isnan(bases)):
        year = basket.weight_years[home[leaf]].base_year - first_year
        seen = volumes[leaf, year][~np.isnan(volumes[leaf, year])] if 0 <= year < volumes.shape[1] else []
        bases[leaf] = np.mean(seen) if len(seen) else np.nan
    return np.nan_to_num(quotient(shares, bases))


def bridged_product(old: ArrayLike, new: ArrayLike, overlap: int) -> Array:
    """A product carried on by its successor: q_old to the overlap month o, then q_new q_old(o) / q_new(o).

    The ratio at the overlap is the difference of quality; the successor's growth counts from there. Missing
    or 0 in the overlap month on either side: missing after it, and the successor waits for the next link.
    Source: METHODS §1.2 (quality), §1.4 "new product", "unit change"; PPI Manual 2004, ch. 7 (overlap).
    """
    return splice(old, new, [overlap]).levels
