"""Benchmarking: a monthly or quarterly series made to agree with reliable totals, its movement kept.

Source: METHODS §3.2; Denton (1971) as modified by Cholette (1984); Dagum and Cholette (2006), ch. 3 and 6;
IMF, Quarterly National Accounts Manual (2017), ch. 6; Statistics Canada, G-Series 3.0, `benchmarking`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from tongket.figures.methods.time_series.series import (
    NO_BENCHMARK,
    Alignment,
    Array,
    Number,
    Unanswered,
    Values,
    array_of,
    floats,
    gap,
    places,
)
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

ADDITIVE, PRO_RATA, PROPORTIONAL = 0.0, 0.5, 1.0  # lambda
RHO_MONTHLY, RHO_QUARTERLY = 0.9, 0.9**3  # Statistics Canada's advice, G-Series 3.0, "Details"
NEGLIGIBLE = 1e-12  # of the size of the numbers at hand


class Bias(Enum):
    """What to do about the level of the indicator before benchmarking."""

    NONE = "none"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Benchmarked:
    """The benchmarked series and what was done to the indicator to get it.

    `ratios` are benchmarked over indicator, None where the indicator is 0. `unbound` are the benchmarks
    that set no constraint: missing, or without all their periods. `negative` are periods that turned
    negative though the indicator is not; they need a look, or another rule.
    """

    values: tuple[float, ...]
    ratios: tuple[float | None, ...]
    bias: float
    unbound: tuple[int, ...]
    negative: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """An indicator, the benchmarks that bind it and J between them."""

    indicator: Array
    targets: Array
    rows: Array
    bound: tuple[int, ...]
    unbound: tuple[int, ...]


def denton(
    indicator: Values,
    benchmarks: Values,
    alignment: Alignment,
    lam: float = PROPORTIONAL,
    negatives: bool = False,
) -> Benchmarked | Unanswered:
    """Modified Denton, first differences: min SUM_{t>=2} (d_t - d_{t-1})^2, x = s + |s|^lambda d, J x = a.

    `lam` is lambda: 1 is proportional (the PFD of the QNA manual), 0 additive. Solved in d and not in x,
    so a 0 of the indicator needs no added constant: under the proportional rule it stays 0. Periods after
    the last benchmark carry its last adjustment on. Domain: a full indicator; under lambda other than 0 not
    negative, unless `negatives` allows it. Missing: a missing benchmark or an unfinished year sets no
    constraint; a gap in the indicator gives NOT_ANSWERED. Zero: an indicator of 0 all over a benchmark that
    is not 0 gives UNDEFINED and names the benchmark. Source: METHODS §3.2; TV-07, TV-15, TV-16.
    """
    problem = _problem(indicator, benchmarks, alignment, lam, negatives)
    if isinstance(problem, Unanswered):
        return problem
    scale = np.abs(problem.indicator) ** lam
    rest = problem.targets - problem.rows @ problem.indicator
    solved = smoothest(problem.rows * scale, rest)
    if isinstance(solved, tuple):
        return Unanswered(Cause.UNDEFINED, ALL_ZERO, tuple(problem.bound[row] for row in solved))
    neutral = 0.0 if lam == ADDITIVE else 1.0
    return _benchmarked(problem, problem.indicator + scale * solved, neutral)


def cholette_dagum(
    indicator: Values,
    benchmarks: Values,
    alignment: Alignment,
    rho: float,
    lam: float = PROPORTIONAL,
    *,
    bias: Bias | Number = Bias.NONE,
    alterability: Sequence[float] | None = None,
    softness: Sequence[float] | None = None,
    negatives: bool = False,
) -> Benchmarked | Unanswered:
    """Cholette-Dagum: x = s* + V J' (J V J' + V_a)^-1 (a - J s*), V = C Omega C, Omega_ij = rho^|i-j|.

    C = diag(sqrt(c) |s*|^lambda) with c the alterability of each period (1 unless given; 0 fixes it);
    V_a = diag(c_a |a|) with c_a the softness of each benchmark (0 unless given: binding). s* = s b, or
    s + b when lambda = 0; the bias b is given or estimated as SUM a / SUM Js, or SUM (a - Js) / SUM J1.
    After the last benchmark the adjustment dies away towards the bias at the rate rho. rho = 1 is `denton`,
    which knows neither alterability nor softness and needs no bias; rho = 0 with lambda = 0.5 is pro rata.
    Domain, missing, zero: as `denton`. Source: METHODS §3.2; Dagum and Cholette (2006), ch. 3; G-Series.
    """
    if not 0 <= rho <= 1:
        raise ValueError(f"rho lies in [0, 1]; found {rho}.")
    if rho == 1:
        if alterability is not None or softness is not None:
            raise ValueError("With rho = 1 (Denton) every benchmark binds and every period may move.")
        return denton(indicator, benchmarks, alignment, lam, negatives)
    problem = _problem(indicator, benchmarks, alignment, lam, negatives)
    if isinstance(problem, Unanswered):
        return problem
    level = _bias(problem, bias, lam)
    if isinstance(level, Unanswered):
        return level
    corrected = problem.indicator + level if lam == ADDITIVE else problem.indicator * level
    spread = np.abs(corrected) ** lam * np.sqrt(_coefficients(alterability, len(corrected), 1.0))
    steps = np.arange(len(corrected))
    moves = np.outer(spread, spread) * rho ** np.abs(steps[:, None] - steps[None, :])
    soft = _coefficients(softness, len(benchmarks), 0.0)[list(problem.bound)] * np.abs(problem.targets)
    adjusted = _generalised(problem, corrected, moves, soft)
    return adjusted if isinstance(adjusted, Unanswered) else _benchmarked(problem, adjusted, level)


def smoothest(rows: Array, targets: Array) -> Array | tuple[int, ...]:
    """The d with the least SUM (d_t - d_{t-1})^2 under rows d = targets, from its KKT system.

    A row of zeros constrains nothing and is left out when its target is 0; the numbers of the rows of zeros
    that ask for something else come back instead.
    """
    norms = np.linalg.norm(rows, axis=1)
    empty = norms == 0
    impossible = empty & (np.abs(targets) > 0)
    if impossible.any():
        return places(impossible)
    kept, wanted = rows[~empty] / norms[~empty, None], targets[~empty] / norms[~empty]
    periods, constraints = rows.shape[1], len(wanted)
    if not constraints:
        return np.zeros(periods)
    difference = np.diff(np.eye(periods), axis=0)
    system = np.zeros((periods + constraints, periods + constraints))
    system[:periods, :periods] = difference.T @ difference
    system[:periods, periods:] = kept.T
    system[periods:, :periods] = kept
    right = np.concatenate([np.zeros(periods), wanted])
    solution = np.linalg.solve(system, right)
    solution += np.linalg.solve(system, right - system @ solution)
    return np.asarray(solution[:periods])


def _problem(
    indicator: Values, benchmarks: Values, alignment: Alignment, lam: float, negatives: bool
) -> Problem | Unanswered:
    series, wanted = array_of(indicator), array_of(benchmarks)
    if lacking := gap(series):
        return lacking
    bound = alignment.binding(wanted, len(series))
    if not bound:
        return Unanswered(Cause.NOT_ANSWERED, NO_BENCHMARK)
    if lam != ADDITIVE and not negatives and ((series < 0).any() or (wanted[list(bound)] < 0).any()):
        return Unanswered(Cause.UNDEFINED, NEGATIVE, places(series < 0))
    unbound = tuple(m for m in range(len(wanted)) if m not in bound)
    return Problem(series, wanted[list(bound)], alignment.matrix(bound, len(series)), bound, unbound)


def _bias(problem: Problem, bias: Bias | Number, lam: float) -> float | Unanswered:
    if not isinstance(bias, Bias):
        return float(bias)
    if bias is Bias.NONE:
        return 0.0 if lam == ADDITIVE else 1.0
    made = float((problem.rows @ problem.indicator).sum())
    if lam == ADDITIVE:
        return (float(problem.targets.sum()) - made) / float(problem.rows.sum())
    if made == 0:
        return Unanswered(Cause.ZERO_BASE, ALL_ZERO, problem.bound)
    return float(problem.targets.sum()) / made


def _generalised(problem: Problem, corrected: Array, moves: Array, soft: Array) -> Array | Unanswered:
    """The regression solution; a benchmark that no period may move to is infeasible, unless it is met."""
    spread = problem.rows @ moves @ problem.rows.T + np.diag(soft)
    rest = problem.targets - problem.rows @ corrected
    size = np.maximum(np.abs(problem.targets), np.abs(problem.rows) @ np.abs(corrected))
    stuck = np.diag(spread) == 0
    impossible = stuck & (np.abs(rest) > NEGLIGIBLE * size)
    if impossible.any():
        return Unanswered(Cause.UNDEFINED, ALL_ZERO, tuple(problem.bound[row] for row in places(impossible)))
    free = ~stuck
    norms = np.sqrt(np.diag(spread)[free])
    correlation = spread[np.ix_(free, free)] / np.outer(norms, norms)
    pull = np.linalg.pinv(correlation, hermitian=True) @ (rest[free] / norms)
    return np.asarray(corrected + moves @ problem.rows[free].T @ (pull / norms))


def _coefficients(given: Sequence[float] | None, length: int, usual: float) -> Array:
    if given is None:
        return np.full(length, usual)
    coefficients = np.array(given, dtype=np.float64)
    if coefficients.shape != (length,) or not (coefficients >= 0).all():
        raise ValueError(f"{length} coefficients, none negative, are needed; found {list(given)}.")
    return coefficients


def _benchmarked(problem: Problem, values: Array, bias: float) -> Benchmarked:
    ratios = tuple(
        None if old == 0 else float(new / old) for new, old in zip(values, problem.indicator, strict=True)
    )
    smallest = NEGLIGIBLE * float(np.abs(values).max(initial=0.0))
    negative = places((values < -smallest) & (problem.indicator >= 0))
    return Benchmarked(floats(values), ratios, bias, problem.unbound, negative)


ALL_ZERO = Text(
    "mốc khác với chuỗi nhưng không kỳ nào của nó được phép đổi (chỉ báo bằng 0 hoặc bị giữ cố định); "
    "hãy dùng quy tắc cộng hoặc sửa mốc",
    "the benchmark differs from the series, but none of its periods may move (the indicator is 0 or held "
    "fixed); use the additive rule or correct the benchmark",
)
NEGATIVE = Text(
    "có số âm; quy tắc tỷ lệ chỉ dùng cho số không âm, hãy dùng quy tắc cộng",
    "there are negative numbers; the proportional rule is for numbers not negative, use the additive rule",
)
