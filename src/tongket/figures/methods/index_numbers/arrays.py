"""What every function of this room shares: arrays that are finite, not negative, or missing."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tongket.figures.terms.figure import Cause
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Refusal, Text

Array = NDArray[np.float64]
Marks = NDArray[np.bool_]
Places = NDArray[np.intp]

REFERENCE = 100.0  # an index in its reference period, by convention


class IndexRefused(Refusal):
    """What was handed in cannot be made into an index number by any rule."""


def amounts(values: ArrayLike, name: Text) -> Array:
    """Prices, quantities, relatives or levels as an array of floats; None and NaN are missing.

    Domain: finite and not negative; anything else is refused, for a negative quantity is a mistake of
    the return (a hard edit) and no index can be made to mean something over it. Source: METHODS §1.4, §9.1.
    """
    array = np.asarray(values, dtype=np.float64)
    wrong = array[np.isinf(array) | (array < 0)]
    if wrong.size:
        raise IndexRefused(_NOT_AMOUNTS.format(name=name, value=wrong[0]))
    return array


def no_infinity(values: Array, name: Text) -> Array:
    """Values of any sign as they are; an infinite one is refused, for it would swallow every sum."""
    wrong = values[np.isinf(values)]
    if wrong.size:
        raise IndexRefused(_INFINITE.format(name=name, value=wrong[0]))
    return values


def quotient(numerator: Array | float, denominator: Array | float) -> Array:
    """N / D element by element.

    Domain: D > 0. Missing: either side missing, or D = 0, leaves NaN; N = 0 over a positive D is a true 0.
    Very small D may overflow; such a quotient is no number either and is left NaN.
    """
    top, bottom = np.broadcast_arrays(numerator, denominator)
    out = np.full(top.shape, np.nan)
    with np.errstate(over="ignore"):
        np.divide(top, bottom, out=out, where=bottom > 0)
    return np.where(np.isinf(out), np.nan, out)


def cause_of_ratio(now: float, before: float) -> Cause | None:
    """Why now / before has no value, None if it has one: the order of `methods.ratios.ratio`."""
    if math.isnan(now) or math.isnan(before):
        return Cause.NOT_ANSWERED
    if before == 0:
        return Cause.ZERO_BASE
    return Cause.UNDEFINED if before < 0 else None


def answer(value: float, otherwise: Cause = Cause.NOT_ANSWERED) -> Decimal | Cause:
    """One element of an array on its way out of this room: an exact decimal, or why there is none."""
    return exact(float(value)) if math.isfinite(value) else otherwise


def beside(weights: Array, values: Array) -> Array:
    """Weights by row, shaped to be multiplied into values with more axes."""
    return weights.reshape(weights.shape + (1,) * (values.ndim - weights.ndim))


_NOT_AMOUNTS = Text(
    "{name}: gặp giá trị {value}; phải là số hữu hạn, không âm, hoặc để trống. "
    "Hãy sửa phiếu báo cáo hoặc để trống.",
    "{name}: found {value}; each must be finite and not negative, or empty. "
    "Correct the return or leave it empty.",
)
_INFINITE = Text(
    "{name}: gặp giá trị {value}; phải là số hữu hạn, hoặc để trống.",
    "{name}: found {value}; each must be finite, or empty.",
)
QUANTITIES = Text("Sản lượng hoặc giá", "Quantities or prices")
RELATIVES = Text("Tỷ số so với kỳ trước", "Relatives")
WEIGHTS = Text("Quyền số", "Weights")
LEVELS = Text("Chỉ số", "Index levels")
