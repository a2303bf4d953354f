"""Sums that the equations give away although each of their cells is withheld.

Where all withheld cells of an equation stand on one side, their sum is printed in effect: the total less
the printed parts. If that sum would be unsafe as a cell, it is one, with its own protection levels: the
cells of one respondent in a row, or of two of which each could work out the other.
Source: METHODS §5.3 ("same respondent in several cells -> add combined cells").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from tongket.figures.methods.disclosure.cells import Cell, Equation, Table, pooled_contributions
from tongket.figures.methods.disclosure.rules import Rules, Sensitivity

UNION = " ∪ "  # joins the keys of the cells; a cell of this name is never printed


def unsafe_unions(
    table: Table, withheld: Collection[str], rules: Rules
) -> Iterator[tuple[Cell, Equation, Sensitivity]]:
    """The unsafe sums, each as a cell with the equation that makes it."""
    seen: set[tuple[str, ...]] = set()
    for equation in table.equations:
        hidden = [(table.cells[key], c) for key, c in equation.terms if key in withheld]
        names = tuple(cell.key for cell, _ in hidden)
        union = None if names in seen or len(hidden) < 2 else _union(hidden)
        seen.add(names)
        if union is not None and union.key not in table.cells and (found := rules.judge(union)):
            parts = tuple((cell.key, abs(c)) for cell, c in hidden)
            yield union, Equation((*parts, (union.key, Decimal(-1))), equation.tolerance), found


def _union(hidden: list[tuple[Cell, Decimal]]) -> Cell | None:
    """None when they stand on both sides, or nobody knows who is behind one of them."""
    if len({c > 0 for _, c in hidden}) > 1:
        return None
    if any(cell.value is None or cell.contributions is None for cell, _ in hidden):
        return None
    parts = [(cell, abs(c)) for cell, c in hidden]
    return Cell(
        UNION.join(cell.key for cell, _ in hidden),
        sum(((cell.value or Decimal(0)) * c for cell, c in parts), Decimal(0)),
        pooled_contributions(parts),
        lower=_bound([(cell.lower, c) for cell, c in parts]),
        upper=_bound([(cell.upper, c) for cell, c in parts]),
        cost=Decimal(0),
    )


def _bound(parts: list[tuple[Decimal | None, Decimal]]) -> Decimal | None:
    known = [bound * c for bound, c in parts if bound is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def with_unions(table: Table, found: list[tuple[Cell, Equation, Sensitivity]]) -> Table:
    cells: Mapping[str, Cell] = {**table.cells, **{cell.key: cell for cell, _, _ in found}}
    ordered = {key: cells[key] for key in sorted(cells)}
    equations = sorted({*table.equations, *(one for _, one, _ in found)}, key=lambda one: one.terms)
    return Table(ordered, tuple(equations))
