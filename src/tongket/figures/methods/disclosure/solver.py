"""The one place that names the solver: linear programmes by HiGHS, mixed-integer ones by HiGHS through scipy.

Source: Huangfu and Hall, Mathematical Programming Computation 10 (2018), 119-142.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, MatrixFormat
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_matrix, csr_matrix

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

OPTIMAL = 0  # scipy.optimize status code


class Columns(NamedTuple):
    """A matrix column by column, in the arrays that scipy's own has; made without its checks."""

    shape: tuple[int, int]
    indptr: NDArray[np.int32]
    indices: NDArray[np.int32]
    data: Floats


@dataclass(frozen=True, slots=True)
class Vertex:
    """The best point of a linear programme with the prices of its equations; `unbounded`: there is none."""

    point: Floats
    prices: Floats
    unbounded: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The best 0/1 choice found, a bound under every other, and whether it is proven the best."""

    chosen: Bools
    bound: float
    proven: bool


def sparse(rows: list[int], columns: list[int], values: list[float], shape: tuple[int, int]) -> csr_matrix:
    return csr_matrix((values, (rows, columns)), shape=shape)


def minimised(cost: Floats, equations: csc_matrix | Columns, low: Floats, high: Floats) -> Vertex | None:
    """min c x with A x = 0, low <= x <= high; None when there is no such x."""
    return minimised_to(cost, equations, np.zeros(equations.shape[0]), low, high)


def minimised_to(
    cost: Floats, equations: csc_matrix | Columns, right: Floats, low: Floats, high: Floats
) -> Vertex | None:
    """min c x with A x = right, low <= x <= high; None when there is no such x.

    HiGHS is spoken to without scipy's wrapper: thousands of small programmes are asked for, and the
    wrapper takes five times as long as they do. Without presolve it tells unbounded from infeasible.
    """
    solver = _Quiet()
    solver.setOptionValue("presolve", "off")
    solver.setOptionValue("solver", "simplex")
    solver.setOptionValue("threads", 1)
    solver.passModel(_programme(cost, equations, right, low, high))
    solver.run()
    status = solver.getModelStatus()
    if status == HighsModelStatus.kOptimal:
        found = solver.getSolution()
        return Vertex(np.array(found.col_value), np.array(found.row_dual))
    if status == HighsModelStatus.kUnbounded:
        return Vertex(np.zeros_like(cost), np.zeros_like(right), unbounded=True)
    return None


class _Quiet(Highs):
    """HiGHS without its callbacks: to switch them on takes time and prints a banner."""

    def __init__(self) -> None:
        super(Highs, self).__init__()
        self.silent()


def _programme(
    cost: Floats, equations: csc_matrix | Columns, right: Floats, low: Floats, high: Floats
) -> HighsLp:
    model = HighsLp()
    model.num_row_, model.num_col_ = equations.shape
    model.col_cost_, model.col_lower_, model.col_upper_ = cost, low, high
    model.row_lower_ = model.row_upper_ = right
    model.a_matrix_.format_ = MatrixFormat.kColwise
    model.a_matrix_.start_, model.a_matrix_.index_ = equations.indptr, equations.indices
    model.a_matrix_.value_ = equations.data
    return model


def cheapest_choice(
    cost: Floats, rows: csr_matrix, least: Floats, low: Floats, high: Floats, seconds: float, nodes: int
) -> Choice | None:
    """min c y with A y >= least, y whole between low and high; None when none is found within the limits."""
    found = milp(
        cost,
        integrality=np.ones_like(cost),
        bounds=Bounds(low, high),
        constraints=LinearConstraint(rows, least, np.inf),
        options={"time_limit": max(seconds, 0.01), "node_limit": nodes, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None
    bound = found.fun if found.mip_dual_bound is None else found.mip_dual_bound
    return Choice(found.x > 0.5, float(bound), found.status == OPTIMAL)
