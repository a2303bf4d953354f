"""Elementary indices: units of one product, no weights, the sample matched in both periods.

The same three formulas serve prices and quantities. Source: PPI Manual 2004, §9.17-9.30, (9.1)-(9.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from tongket.figures.methods.index_numbers.arrays import QUANTITIES, Array, Marks, Places, amounts, quotient
from tongket.figures.terms.figure import Cause


class Formula(StrEnum):
    """How units become one relative."""

    JEVONS = "jevons"
    DUTOT = "dutot"
    CARLI = "carli"


def matched(before: ArrayLike, now: ArrayLike) -> tuple[Array, Array]:
    """The units known in both periods, in order. Negative or infinite: `IndexRefused`."""
    x0, x1 = amounts(before, QUANTITIES), amounts(now, QUANTITIES)
    both = ~(np.isnan(x0) | np.isnan(x1))
    return x0[both], x1[both]


def dutot(before: ArrayLike, now: ArrayLike) -> float | Cause:
    """Ratio of sums over the matched units, SUM x_1 / SUM x_0.

    The relative of a volume in one unit of measure, and the only one of the three that a unit at 0 does
    not disturb. Missing: a unit missing on either side is left out; none left gives NOT_ANSWERED.
    Zero: SUM x_0 = 0 gives ZERO_BASE. Source: PPI Manual 2004, (9.2); PEERS "Semantics" 2.
    """
    x0, x1 = matched(before, now)
    if not x0.size:
        return Cause.NOT_ANSWERED
    return float(x1.sum() / x0.sum()) if x0.sum() > 0 else Cause.ZERO_BASE


def carli(before: ArrayLike, now: ArrayLike) -> float | Cause:
    """Mean of relatives, SUM (x_1 / x_0) / n. Biased upwards when chained: for comparison, not for chains.

    Missing: as `dutot`. Zero: x_1 = 0 is a relative of 0; a unit with x_0 = 0 has no relative and is left
    out, and if no other is left the answer is ZERO_BASE. Source: PPI Manual 2004, (9.1).
    """
    x0, x1 = matched(before, now)
    based = x0 > 0
    if not based.any():
        return Cause.ZERO_BASE if x0.size else Cause.NOT_ANSWERED
    return float(np.mean(x1[based] / x0[based]))


def jevons(before: ArrayLike, now: ArrayLike) -> float | Cause:
    """Geometric mean of relatives, PROD (x_1 / x_0)^(1/n).

    Missing and x_0 = 0: as `carli`. Zero: x_1 = 0 gives UNDEFINED, because the mean would be 0 whatever
    the other units did. Source: PPI Manual 2004, (9.3).
    """
    x0, x1 = matched(before, now)
    based = x0 > 0
    if not based.any():
        return Cause.ZERO_BASE if x0.size else Cause.NOT_ANSWERED
    if (x1[based] == 0).any():
        return Cause.UNDEFINED
    return float(np.exp(np.mean(np.log(x1[based]) - np.log(x0[based]))))


@dataclass(frozen=True)
class CellRelatives:
    """Month-on-month relatives of cells (cell, month), and how many units stand behind each."""

    relatives: Array
    units: Places


def cell_relatives(
    amounts_by_unit: ArrayLike, cell_of: ArrayLike, cells: int, formula: Formula = Formula.DUTOT
) -> CellRelatives:
    """Relative of every cell in every month on the calendar month before it, r(t) = x(t) / x(t-1).

    Rows are units, columns months; `cell_of` gives a unit's cell. Matched are the units known in both t
    and t-1 (not "last seen"), so a unit that skips t counts neither in t nor in t+1. In the first month
    r = 1 where any unit answered. Missing: no matched unit leaves NaN. Zero: as `dutot`, `carli`, `jevons`,
    NaN in place of the cause. Source: PEERS "Semantics" 1-2.
    """
    values = amounts(amounts_by_unit, QUANTITIES)
    places = np.asarray(cell_of, dtype=np.intp)
    out = np.full((cells, values.shape[1]), np.nan)
    units = np.zeros((cells, values.shape[1]), dtype=np.intp)
    if values.shape[1]:
        units[:, 0] = np.bincount(places[~np.isnan(values[:, 0])], minlength=cells)
        out[units[:, 0] > 0, 0] = 1.0
    for month in range(1, values.shape[1]):
        out[:, month], units[:, month] = pair_relatives(
            values[:, month - 1], values[:, month], places, cells, formula
        )
    return CellRelatives(out, units)


def pair_relatives(
    before: Array, now: Array, cell_of: Places, cells: int, formula: Formula
) -> tuple[Array, Places]:
    """The relative of every cell between two months, and the number of units matched in it."""
    used: Marks = ~(np.isnan(before) | np.isnan(now))
    if formula is not Formula.DUTOT:
        used &= np.nan_to_num(before) > 0
    x0, x1, where = before[used], now[used], cell_of[used]
    count = np.bincount(where, minlength=cells)

    def summed(terms: Array) -> Array:
        return np.bincount(where, weights=terms, minlength=cells).astype(np.float64)

    if formula is Formula.DUTOT:
        return quotient(summed(x1), summed(x0)), count
    if formula is Formula.CARLI:
        return quotient(summed(x1 / x0), count.astype(np.float64)), count
    stopped = summed((x1 == 0).astype(np.float64)) > 0
    logs = summed(np.log(np.where(x1 > 0, x1, 1.0)) - np.log(x0))
    return np.where(stopped, np.nan, np.exp(quotient(logs, count.astype(np.float64)))), count
