"""The one place that names the solver: linear and mixed-integer programmes by HiGHS, through scipy.

Source: Huangfu and Hall, Mathematical Programming Computation 10 (2018), 119-142.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

OPTIMAL, UNBOUNDED, UNDECIDED = 0, 3, 4  # scipy.optimize status codes


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


def minimised(cost: Floats, equations: csr_matrix, low: Floats, high: Floats) -> Vertex | None:
    """min c x with A x = 0, low <= x <= high; None when there is no such x."""
    return minimised_to(cost, equations, np.zeros(equations.shape[0]), low, high)


def minimised_to(
    cost: Floats, equations: csr_matrix, right: Floats, low: Floats, high: Floats
) -> Vertex | None:
    """min c x with A x = right, low <= x <= high; None when there is no such x."""
    bounds = np.column_stack((low, high))
    found = linprog(cost, A_eq=equations, b_eq=right, bounds=bounds, method="highs-ds")
    if found.status == UNDECIDED:  # presolve says "unbounded or infeasible" in one word
        options = {"presolve": False}
        found = linprog(cost, A_eq=equations, b_eq=right, bounds=bounds, method="highs-ds", options=options)
    if found.status == OPTIMAL:
        return Vertex(found.x, found.eqlin.marginals)
    if found.status == UNBOUNDED:
        return Vertex(np.zeros_like(cost), np.zeros_like(right), unbounded=True)
    return None


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
