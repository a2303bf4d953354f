"""Where no pattern can protect a cell: which categories to put together before trying again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.disclosure.cells import Cell, Table, pooled_contributions
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.rules import Rules
from tongket.figures.methods.disclosure.unions import UNION


@dataclass(frozen=True, slots=True)
class Merge:
    """Put these cells together into one. `dimension` and `categories` say it for the whole table, where
    the cells say where they stand; `safe`: the rules find the merged cell safe by itself."""

    cells: tuple[str, ...]
    dimension: str
    categories: tuple[str, ...]
    safe: bool


def merges(table: Table, unprotected: Iterable[str], rules: Rules, policy: Policy) -> tuple[Merge, ...]:
    """For each cell that cannot be protected, the cheapest merge with cells beside it in an equation.

    Siblings are added by rising cost until the rules find the whole safe; a merge that is safe goes
    before one that is not, then the fewer cells, then the cheaper. None when there is nothing beside it.
    Source: METHODS §5.3, "infeasible -> aggregate categories first".
    """
    found: dict[tuple[str, ...], Merge] = {}
    for key in unprotected:
        options = sorted(
            (not one.safe, len(one.cells), cost, one.cells, one)
            for cost, one in _options(table, table.cells[key], rules, policy)
        ) if UNION not in key else []  # fmt: skip
        if options:
            best = options[0][-1]
            found.setdefault(tuple(sorted(best.cells)), best)
    return tuple(found.values())


def _options(table: Table, cell: Cell, rules: Rules, policy: Policy) -> Iterator[tuple[float, Merge]]:
    for equation in table.equations:
        sides = dict(equation.terms)
        if cell.key not in sides or len(sides) < 3:
            continue
        beside = [
            table.cells[key]
            for key, c in equation.terms
            if key != cell.key and c == sides[cell.key] and _may_join(table.cells[key])
        ]
        dimensions = {_dimension(cell, one) for one in beside}
        for dimension in sorted(dimensions):
            if not policy.merge_along or dimension in policy.merge_along:
                siblings = [one for one in beside if _dimension(cell, one) == dimension]
                yield _merged(cell, siblings, dimension, rules, policy)


def _may_join(cell: Cell) -> bool:
    return cell.before is None and cell.value is not None and UNION not in cell.key


def _dimension(left: Cell, right: Cell) -> str:
    """The one dimension in which two cells stand in different places; "" when there is no one."""
    ours, theirs = dict(left.at), dict(right.at)
    differ = [name for name in ours if name in theirs and ours[name] != theirs[name]]
    return differ[0] if len(differ) == 1 else ""


def _merged(
    cell: Cell, siblings: list[Cell], dimension: str, rules: Rules, policy: Policy
) -> tuple[float, Merge]:
    together, cost, safe = [cell], 0.0, False
    for sibling in sorted(siblings, key=lambda one: (policy.cost_of(one), one.key)):
        together.append(sibling)
        cost += policy.cost_of(sibling)
        safe = rules.judge(_one_cell(together)) is None
        if safe:
            break
    categories = tuple(dict(one.at)[dimension] for one in together) if dimension else ()
    return cost, Merge(tuple(one.key for one in together), dimension, categories, safe)


def _one_cell(parts: list[Cell]) -> Cell:
    behind = pooled_contributions((one, Decimal(1)) for one in parts)
    whole = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    return Cell("merged", whole, behind, lower=None, confidential=any(one.confidential for one in parts))
