"""Means an index number is made of, and the weights that turn any of them into an arithmetic mean."""

from __future__ import annotations

import numpy as np

from tongket.figures.methods.index_numbers.arrays import RELATIVES, WEIGHTS, Array, amounts, quotient


def generalised_mean(values: Array, weights: Array, order: float) -> float:
    """Mean of order r, (SUM w x^r / SUM w)^(1/r); r = 0 is the geometric mean, exp(SUM w ln x / SUM w).

    r = 1 arithmetic (Carli, Laspeyres), r = 0 geometric (Jevons, Törnqvist), r = -1 harmonic (Paasche).
    Domain: x > 0 (x = 0 allowed for r > 0), w >= 0, as many of both. Missing: the caller leaves them out;
    no weight at all gives NaN, and so does what overflows. Zero: x = 0 with r <= 0 gives NaN, for one stop
    would decide the whole mean.
    Source: Balk, Price and Quantity Index Numbers (2008).
    """
    if not np.isfinite(order):
        raise ValueError(f"A mean has a finite order; found {order}.")
    given, weighing = amounts(values, RELATIVES), amounts(weights, WEIGHTS)
    x, w = given[weighing > 0], weighing[weighing > 0]
    if not x.size or (order <= 0 and (x == 0).any()):
        return float("nan")
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        if order == 0:
            mean = float(np.exp(np.average(np.log(x), weights=w)))
        else:
            mean = float(np.average(x**order, weights=w) ** (1 / order))
    return mean if np.isfinite(mean) else float("nan")


def logarithmic_mean(one: Array, other: Array | float) -> Array:
    """L(a, b) = (a - b) / (ln a - ln b), and a where a = b.

    Domain: a, b > 0. Zero or missing: NaN. Close to a = b the quotient is 0 / 0 in floating point, so it is
    taken as sqrt(ab) sinh(u)/u with u = ln(a/b)/2. Source: Vartia (1976);
    Balk (2008).
    """
    a, b = np.broadcast_arrays(amounts(one, RELATIVES), amounts(other, RELATIVES))
    usable = (a > 0) & (b > 0)
    x, y = np.where(usable, a, 1.0), np.where(usable, b, 1.0)
    half = (np.log(x) - np.log(y)) / 2
    near = np.abs(half) < 1e-3
    series = 1 + half**2 / 6 + half**4 / 120
    ratio = np.where(near, series, np.sinh(half) / np.where(near, 1.0, half))
    return np.where(usable, np.sqrt(x) * np.sqrt(y) * ratio, np.nan)


def arithmetic_weights(relatives: Array, weights: Array) -> Array:
    """Shares v with which the arithmetic mean equals the geometric one: v_i proportional to w_i / L(x_i, G).

    So a geometric index has exactly additive contributions, v_i (x_i - 1), which sum to G - 1.
    Domain: x > 0, w >= 0. Zero: as `generalised_mean`, all NaN. Source: Balk (2008); the
    "transmuted" weights of gpindex.
    """
    mean = generalised_mean(relatives, weights, 0)
    shares = weights / logarithmic_mean(relatives, mean)
    return quotient(shares, float(shares.sum()))


def geometric_contributions(relatives: Array, weights: Array) -> Array:
    """Contribution of every relative to a geometric index, v_i (x_i - 1) as a ratio; they sum to G - 1.

    Domain, zero and missing: as `arithmetic_weights`.
    """
    return arithmetic_weights(relatives, weights) * (relatives - 1)
