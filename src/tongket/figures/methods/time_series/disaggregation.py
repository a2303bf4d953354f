"""Temporal disaggregation by regression: yearly figures spread over months by related monthly series.

Source: METHODS §3.2; Chow and Lin (1971); Fernández (1981); Litterman (1983); Sax and Steiner, "Temporal
Disaggregation of Time Series", The R Journal 5/2 (2013), pp. 80-87, whose notation this follows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tongket.figures.methods.time_series.series import (
    NO_BENCHMARK,
    Alignment,
    Array,
    Unanswered,
    Values,
    array_of,
    floats,
    gap,
)
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

HIGHEST_RHO = 0.999
GRID = 40  # starting points for the likelihood in rho, which may have more than one hill


@dataclass(frozen=True, slots=True)
class Disaggregated:
    """The fine series, the regression behind it, and the rho of its errors.

    `coefficients` stand in the order of the regressors, the constant first where there is one.
    `rho_estimated` is the rho of the largest likelihood; `rho` is what was used, after truncation.
    """

    values: tuple[float, ...]
    coefficients: tuple[float, ...]
    standard_errors: tuple[float, ...]
    rho: float
    rho_estimated: float | None
    r_squared: float | None
    log_likelihood: float
    unbound: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Sample:
    """Y = a of the bound benchmarks, X over all fine periods, C (the rows of J that bind)."""

    coarse: Array
    regressors: Array
    rows: Array
    unbound: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    beta: Array
    errors: Array
    residuals: Array
    weights: Array
    log_likelihood: float
    squares: float


Moves = Callable[[int, float], Array]


def chow_lin(
    benchmarks: Values,
    indicators: Sequence[Values],
    alignment: Alignment,
    *,
    rho: float | None = None,
    lowest_rho: float = 0.0,
    constant: bool = True,
) -> Disaggregated | Unanswered:
    """Chow-Lin: y = X beta + u, u_t = rho u_{t-1} + e_t, both estimated from C y = Y by GLS.

    beta = (X'C' W^-1 C X)^-1 X'C' W^-1 Y, y = X beta + V C' W^-1 (Y - C X beta), W = C V C'. Unless given,
    rho has the largest likelihood on [-0.999, 0.999], then is truncated to `lowest_rho` (0): a negative rho
    makes the months zigzag. Domain: full indicators; more benchmarks than regressors, which are not
    collinear. Missing: a missing benchmark or an unfinished year drops its row. Zero is a number like any
    other; the result may be negative. Source: METHODS §3.2; TV-17.
    """
    return _disaggregated(benchmarks, indicators, alignment, _autoregressive, rho, lowest_rho, constant)


def fernandez(
    benchmarks: Values, indicators: Sequence[Values], alignment: Alignment, *, constant: bool = True
) -> Disaggregated | Unanswered:
    """Fernández: as `chow_lin` with u a random walk from 0, V = (D'D)^-1. Domain, missing, zero: the same."""
    return _disaggregated(benchmarks, indicators, alignment, _random_walk, 0.0, 0.0, constant)


def litterman(
    benchmarks: Values,
    indicators: Sequence[Values],
    alignment: Alignment,
    *,
    rho: float | None = None,
    lowest_rho: float = 0.0,
    constant: bool = True,
) -> Disaggregated | Unanswered:
    """Litterman: the differences of u are AR(1), V = (D'H'HD)^-1; rho = 0 is Fernández.

    rho, domain, missing and zero: as `chow_lin`.
    """
    return _disaggregated(benchmarks, indicators, alignment, _random_walk, rho, lowest_rho, constant)


def _disaggregated(
    benchmarks: Values,
    indicators: Sequence[Values],
    alignment: Alignment,
    moves: Moves,
    rho: float | None,
    lowest_rho: float,
    constant: bool,
) -> Disaggregated | Unanswered:
    sample = _sample(benchmarks, indicators, alignment, constant)
    if isinstance(sample, Unanswered):
        return sample
    periods = len(sample.regressors)
    estimated = None if rho is not None else _likeliest(sample, lambda r: moves(periods, r))
    used = rho if rho is not None else max(estimated or 0.0, lowest_rho)
    spread = moves(periods, used)
    fit = _gls(sample, spread)
    values = sample.regressors @ fit.beta + spread @ sample.rows.T @ (fit.weights @ fit.residuals)
    return Disaggregated(
        floats(values),
        floats(fit.beta),
        floats(fit.errors),
        used,
        estimated,
        _determination(sample.coarse, fit),
        fit.log_likelihood,
        sample.unbound,
    )


def _sample(
    benchmarks: Values, indicators: Sequence[Values], alignment: Alignment, constant: bool
) -> _Sample | Unanswered:
    columns = [array_of(indicator) for indicator in indicators]
    for column in columns:
        if lacking := gap(column):
            return lacking
    if constant and columns:
        columns.insert(0, np.ones(len(columns[0])))
    if not columns or len({len(column) for column in columns}) != 1:
        raise ValueError("Indicators are needed, all of the same length.")
    regressors, wanted = np.column_stack(columns), array_of(benchmarks)
    bound = alignment.binding(wanted, len(regressors))
    if not bound:
        return Unanswered(Cause.NOT_ANSWERED, NO_BENCHMARK)
    rows = alignment.matrix(bound, len(regressors))
    if len(bound) <= regressors.shape[1] or np.linalg.matrix_rank(rows @ regressors) < regressors.shape[1]:
        return Unanswered(Cause.UNDEFINED, TOO_FEW)
    unbound = tuple(m for m in range(len(wanted)) if m not in bound)
    return _Sample(wanted[list(bound)], regressors, rows, unbound)


def _gls(sample: _Sample, spread: Array) -> _Fit:
    """Generalised least squares on the coarse level, through the Cholesky factor of W."""
    lower = np.linalg.cholesky(sample.rows @ spread @ sample.rows.T)
    regressors = np.linalg.solve(lower, sample.rows @ sample.regressors)
    coarse = np.linalg.solve(lower, sample.coarse)
    beta, *_ = np.linalg.lstsq(regressors, coarse, rcond=None)
    whitened = coarse - regressors @ beta
    count, squares = len(coarse), float(whitened @ whitened)
    inverse = np.linalg.inv(lower)
    variance = squares / (count - regressors.shape[1])
    errors = np.sqrt(variance * np.diag(np.linalg.inv(regressors.T @ regressors)))
    # A perfect fit has no finite likelihood; the smallest number keeps the ranking of rho.
    scale = max(squares / count, np.finfo(np.float64).tiny)
    likelihood = -0.5 * count * (1 + math.log(2 * math.pi) + math.log(scale)) - float(
        np.log(np.diag(lower)).sum()
    )
    residuals = sample.coarse - sample.rows @ sample.regressors @ beta
    return _Fit(beta, errors, residuals, inverse.T @ inverse, likelihood, squares)


def _likeliest(sample: _Sample, spread: Callable[[float], Array]) -> float:
    """The rho of the largest likelihood: the best of a grid, then refined between its neighbours."""
    from scipy.optimize import minimize_scalar

    def loss(rho: float) -> float:
        return -_gls(sample, spread(rho)).log_likelihood

    grid = np.linspace(-HIGHEST_RHO, HIGHEST_RHO, GRID)
    best = int(np.argmin([loss(float(rho)) for rho in grid]))
    low, high = grid[max(best - 1, 0)], grid[min(best + 1, GRID - 1)]
    found = minimize_scalar(loss, bounds=(low, high), method="bounded", options={"xatol": 1e-12})
    return float(found.x)


def _determination(coarse: Array, fit: _Fit) -> float | None:
    """R^2 in the metric of W; none when the benchmarks do not vary."""
    ones = np.ones(len(coarse))
    mean = float(ones @ fit.weights @ coarse) / float(ones @ fit.weights @ ones)
    total = float((coarse - mean) @ fit.weights @ (coarse - mean))
    return 1 - fit.squares / total if total > 0 else None


def _autoregressive(periods: int, rho: float) -> Array:
    """V of an AR(1), rho^|i-j|; its scale 1 / (1 - rho^2) changes neither beta, y nor the best rho."""
    return np.asarray(_powers(rho, periods)[np.abs(_apart(periods))])


def _random_walk(periods: int, rho: float) -> Array:
    """V of a walk whose steps are AR(1), both from 0: the inverse of D'H'HD, D and H lower bidiagonal."""
    path = np.tril(np.cumsum(_powers(rho, periods))[np.abs(_apart(periods))])
    return np.asarray(path @ path.T)


def _apart(periods: int) -> NDArray[np.int64]:
    steps = np.arange(periods)
    return steps[:, None] - steps[None, :]


def _powers(rho: float, count: int) -> Array:
    return np.asarray(np.float64(rho) ** np.arange(count))


TOO_FEW = Text(
    "số mốc phải nhiều hơn số chỉ báo, và các chỉ báo không được phụ thuộc tuyến tính",
    "there must be more benchmarks than indicators, and the indicators must not be collinear",
)
