"""Error localisation: the fewest fields to change so that a record can satisfy its hard edits.

Source: Fellegi and Holt, JASA 71 (1976), pp. 17-35; as a mixed-integer program as in the R package
errorlocate; METHODS §4.3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from tongket.figures.methods.editing.feasible import Row, feasible
from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.rounding import exact

REACH = 100.0  # a corrected value may be this many times the largest number of the record and its edits
CLOSE = 1e-9
MOST_ROUNDS = 200

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record. A heavier weight is a more reliable field; None may not be changed at all."""

    code: str
    value: Decimal | None
    weight: Decimal | None = Decimal(1)


@dataclass(frozen=True, slots=True)
class Edit:
    """A hard edit, SUM coefficient x field {<=, =} bound. Write a >= with its signs turned."""

    coefficients: Mapping[str, Decimal]
    relation: Literal["<=", "="]
    bound: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Localised:
    """Every cheapest set of fields to change (often there is more than one), and its weight.

    `solutions` is one empty set where the record already satisfies its edits or can by its blanks alone.
    `missing` are the blank fields, to be filled in any case. `witness` is one filling of the first
    solution that satisfies all edits, to a ten-millionth of the record's size; it is no imputation.
    """

    weight: Decimal
    solutions: tuple[frozenset[str], ...]
    missing: frozenset[str]
    witness: Mapping[str, Decimal]


@finite
def localise(fields: Sequence[Field], edits: Sequence[Edit], most: int = 10) -> Localised | Cause:
    """Fellegi-Holt: min SUM w_j d_j, d_j in {0, 1}, such that changing the fields with d_j = 1 satisfies
    every edit. At most `most` equally cheap sets are given, in the order of the fields.

    Domain: numeric fields, linear edits, a record small enough for a desk (tens of fields). Missing: a
    blank costs nothing and is always filled. Zero is a value. Edits that no change can satisfy, or none
    within `REACH` times the record's size, give UNDEFINED. Every set the solver proposes is proved in exact
    arithmetic with the other fields held (`feasible`), so a solver's tolerance decides nothing.
    """
    problem = _Problem(fields, edits)
    found: list[frozenset[str]] = []
    witness: Mapping[str, Decimal] = {}
    cuts: list[tuple[Array, float]] = []
    cheapest = float("inf")
    for _ in range(MOST_ROUNDS):
        chosen = problem.propose(cuts)
        if chosen is None or problem.cost(chosen) > cheapest + CLOSE:
            break
        filling = problem.proved(chosen)
        if filling is None:
            cuts.append((-(1 - chosen), -1.0))  # not enough: some other field has to change too
            continue
        cheapest = problem.cost(chosen)
        witness = witness or filling
        found.append(problem.names(chosen))
        if not chosen.any() or len(found) == most:
            break
        cuts.append((chosen, chosen.sum() - 1))  # not this set again, nor one that holds it
    if not found:
        return Cause.UNDEFINED
    order = {field.code: place for place, field in enumerate(fields)}
    ordered = sorted(found, key=lambda names: sorted(order[name] for name in names))
    missing = frozenset(field.code for field in fields if field.value is None)
    return Localised(exact(round(cheapest, 9)), tuple(ordered), missing, witness)


class _Problem:
    """The record and its edits as arrays, scaled so that the largest number is 1."""

    def __init__(self, fields: Sequence[Field], edits: Sequence[Edit]) -> None:
        self.fields = fields
        self.edits = edits
        place = {field.code: at for at, field in enumerate(fields)}
        numbers = [abs(field.value) for field in fields if field.value is not None]
        self.size = float(max([*numbers, *(abs(edit.bound) for edit in edits), Decimal(1)]))
        self.value = np.array([float(field.value or 0) / self.size for field in fields])
        self.blank = np.array([field.value is None for field in fields], dtype=bool)
        self.weight = np.array([float(field.weight or 0) for field in fields])
        self.fixed = np.array([field.weight is None for field in fields], dtype=bool) & ~self.blank
        self.matrix = np.zeros((len(edits), len(fields)))
        for row, edit in enumerate(edits):
            for code, coefficient in edit.coefficients.items():
                self.matrix[row, place[code]] = float(coefficient)
        self.upper = np.array([float(edit.bound) / self.size for edit in edits])
        self.lower = np.where(
            np.array([edit.relation == "=" for edit in edits], dtype=bool), self.upper, -np.inf
        )

    def cost(self, chosen: Array) -> float:
        return float(self.weight @ chosen)

    def names(self, chosen: Array) -> frozenset[str]:
        return frozenset(field.code for field, use in zip(self.fields, chosen, strict=True) if use)

    def propose(self, cuts: Sequence[tuple[Array, float]]) -> Array | None:
        """The cheapest choice not yet cut off; variables are the new values, then the choices."""
        n = len(self.fields)
        zero, one = np.zeros((n, n)), np.eye(n)
        rows: list[Any] = [
            LinearConstraint(np.hstack([one, -2 * REACH * one]), -np.inf, self.value),
            LinearConstraint(np.hstack([one, 2 * REACH * one]), self.value, np.inf),
        ]
        if len(self.matrix):
            edits = np.hstack([self.matrix, np.zeros_like(self.matrix)])
            rows.append(LinearConstraint(edits, self.lower, self.upper))
        rows += [LinearConstraint(np.hstack([zero[0], row])[None], -np.inf, top) for row, top in cuts]
        least = np.concatenate([np.full(n, -REACH), np.zeros(n)])
        most = np.concatenate([np.full(n, REACH), np.where(self.fixed | self.blank, 0.0, 1.0)])
        # A blank is free: its two rows above are opened by giving it the whole reach.
        for row in rows[:2]:
            row.lb = np.where(self.blank, -np.inf, row.lb)
            row.ub = np.where(self.blank, np.inf, row.ub)
        costs = np.concatenate([np.zeros(n), self.weight])
        whole = np.concatenate([np.zeros(n), np.ones(n)])
        answer = milp(costs, integrality=whole, bounds=Bounds(least, most), constraints=rows)
        return None if answer.x is None else np.round(answer.x[n:])

    def proved(self, chosen: Array) -> Mapping[str, Decimal] | None:
        """Values for the chosen fields and the blanks with all others held, or None if there are none."""
        free = (chosen > 0) | self.blank
        if feasible(self._rows(self.names(free))) is False:
            return None
        ranges = [(-REACH, REACH) if open_ else (v, v) for v, open_ in zip(self.value, free, strict=True)]
        equal = np.isfinite(self.lower)
        answer = linprog(
            np.zeros(len(self.fields)),
            A_ub=self.matrix[~equal] if (~equal).any() else None,
            b_ub=self.upper[~equal] if (~equal).any() else None,
            A_eq=self.matrix[equal] if equal.any() else None,
            b_eq=self.upper[equal] if equal.any() else None,
            bounds=ranges,
        )
        if answer.status != 0:
            return None
        return {
            field.code: exact(float(x) * self.size)
            for field, x, open_ in zip(self.fields, answer.x, free, strict=True)
            if open_
        }

    def _rows(self, free: frozenset[str]) -> list[Row]:
        """The edits in the free fields, the held ones moved into the bounds."""
        values = {field.code: Fraction(field.value or Decimal(0)) for field in self.fields}
        rows = []
        for edit in self.edits:
            times = {code: Fraction(c) for code, c in edit.coefficients.items() if c}
            held = sum((c * values[code] for code, c in times.items() if code not in free), Fraction(0))
            open_ = {code: c for code, c in times.items() if code in free}
            rows.append(Row(open_, Fraction(edit.bound) - held, edit.relation == "="))
        return rows
