"""Bilateral indices of two periods with weights: (p, q) for a price index, (q, p) for a volume index.

Only items known in everything the formula needs are used (matched model); the Fisher and the Törnqvist
index therefore rest on one and the same set of items. Source: PPI Manual 2004, ch. 15 and tables 19.1-19.2.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from tongket.figures.methods.index_numbers.arrays import QUANTITIES, Array, amounts
from tongket.figures.methods.index_numbers.means import generalised_mean
from tongket.figures.terms.figure import Cause


def laspeyres(p0: ArrayLike, p1: ArrayLike, q0: ArrayLike) -> float | Cause:
    """SUM p_1 q_0 / SUM p_0 q_0. For a volume index: laspeyres(q0, q1, p0).

    Domain: finite, not negative. Missing: items missing anywhere are left out; none left NOT_ANSWERED.
    Zero: a base value of 0 gives ZERO_BASE. Source: PPI Manual 2004, (15.5).
    """
    x0, x1, y0 = _known(p0, p1, q0)
    return _ratio(x1 * y0, x0 * y0)


def paasche(p0: ArrayLike, p1: ArrayLike, q1: ArrayLike) -> float | Cause:
    """SUM p_1 q_1 / SUM p_0 q_1. For a volume index: paasche(q0, q1, p1).

    Domain, missing and zero: as `laspeyres`. Source: PPI Manual 2004, (15.6).
    """
    x0, x1, y1 = _known(p0, p1, q1)
    return _ratio(x1 * y1, x0 * y1)


def fisher(p0: ArrayLike, p1: ArrayLike, q0: ArrayLike, q1: ArrayLike) -> float | Cause:
    """Geometric mean of Laspeyres and Paasche, sqrt(L P). For a volume index: fisher(q0, q1, p0, p1).

    Domain, missing and zero: as `laspeyres`; with p and q of the same items, price times volume index is
    the value ratio. Source: PPI Manual 2004, (15.12).
    """
    x0, x1, y0, y1 = _known(p0, p1, q0, q1)
    first, second = _ratio(x1 * y0, x0 * y0), _ratio(x1 * y1, x0 * y1)
    if isinstance(first, Cause):
        return first
    return second if isinstance(second, Cause) else float(np.sqrt(first * second))


def tornqvist(p0: ArrayLike, p1: ArrayLike, q0: ArrayLike, q1: ArrayLike) -> float | Cause:
    """PROD (p_1 / p_0)^((s_0 + s_1) / 2), s the value shares. For a volume index: tornqvist(q0, q1, p0, p1).

    Domain and missing: as `laspeyres`. Zero: no value at all in one of the periods gives ZERO_BASE; an item
    with weight whose own p is 0 in either period has no logarithm, UNDEFINED.
    Source: PPI Manual 2004, (15.81).
    """
    x0, x1, y0, y1 = _known(p0, p1, q0, q1)
    values = x0 * y0, x1 * y1
    if not x0.size:
        return Cause.NOT_ANSWERED
    if any(value.sum() == 0 for value in values):
        return Cause.ZERO_BASE
    shares = sum(value / value.sum() for value in values) / 2
    weighted = shares > 0
    if (x0[weighted] == 0).any() or (x1[weighted] == 0).any():
        return Cause.UNDEFINED
    return generalised_mean(x1[weighted] / x0[weighted], shares[weighted], 0)


def _known(*columns: ArrayLike) -> tuple[Array, ...]:
    arrays = [amounts(column, QUANTITIES) for column in columns]
    both = ~np.any([np.isnan(array) for array in arrays], axis=0)
    return tuple(array[both] for array in arrays)


def _ratio(now: Array, before: Array) -> float | Cause:
    if not before.size:
        return Cause.NOT_ANSWERED
    return float(now.sum() / before.sum()) if before.sum() > 0 else Cause.ZERO_BASE
