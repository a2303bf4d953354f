"""One call from cells and equations to a pattern that the attacker has tried and failed to open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from time import monotonic

import numpy as np

from tongket.figures.methods.disclosure.attack import CLOSE, Attack, Witnesses
from tongket.figures.methods.disclosure.cells import Before, Cell, Equation, Table
from tongket.figures.methods.disclosure.greedy import open_goals
from tongket.figures.methods.disclosure.merging import merges
from tongket.figures.methods.disclosure.pattern import Audit, Inside, Interval, Need, Pattern, Status
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.problem import parts
from tongket.figures.methods.disclosure.rules import ConfStatus, Rules, Sensitivity, primary, unjudged
from tongket.figures.methods.disclosure.solve import Solved, solve
from tongket.figures.methods.finite import finite
from tongket.figures.terms.figure import ObsStatus
from tongket.figures.terms.rounding import exact

DEFAULT = Policy()


@finite
def protect(
    cells: Sequence[Cell], equations: Iterable[Equation], rules: Rules, policy: Policy = DEFAULT
) -> Pattern:
    """Withhold the unsafe cells and as few others as hide them in all linked tables at once.

    Primary: `rules` on every cell. Secondary: the cheapest pattern of `optimal`, else the best of the
    greedy one; either is accepted only after the attack. Missing numbers are attacked as unknown and
    keep the status O. Structural zeros and earlier published cells stay printed; those of them that
    are unsafe stand in `audit.already_printed`. No safe pattern: `safe` is False, everything that may be
    is withheld where it failed, and `merges` says what to put together. Cells and equations that do not
    fit: `TableRefused`. The order in which they are given changes nothing.
    Source: METHODS §5.2-5.3, §9.1 (primary_sdc, secondary_sdc).
    """
    table = Table.of(cells, equations)
    sensitive = primary(table.cells.values(), rules)
    solved = _solved(table, sensitive, rules, policy)
    withheld = frozenset(key for one in solved for key in one.keys)
    intervals = {key: one for part in solved for key, one in _intervals(part) if key in table.cells}
    inside = _entered(table, sensitive, solved, intervals)
    return Pattern(
        {key: _status(cell, key in withheld, sensitive.get(key)) for key, cell in table.cells.items()},
        intervals,
        {key: Need(one.lower, one.upper) for key, one in sensitive.items()},
        merges(table, dict.fromkeys(one.cell for one in inside if one.cell in table.cells), rules, policy),
        _audit(table, sensitive, solved, inside),
    )


def _solved(
    table: Table, sensitive: Mapping[str, Sensitivity], rules: Rules, policy: Policy
) -> tuple[Solved, ...]:
    """Every part in which something is to be hidden; what one leaves of its time, the next may use."""
    ends = monotonic() + policy.seconds
    todo = [part for part in parts(table) if any(_hidden(cell, sensitive) for cell in part.cells.values())]
    return tuple(
        solve(part, sensitive, rules, policy, (ends - monotonic()) / (len(todo) - i))
        for i, part in enumerate(todo)
    )


def _hidden(cell: Cell, sensitive: Mapping[str, Sensitivity]) -> bool:
    return cell.key in sensitive or cell.before is Before.WITHHELD


def _entered(
    table: Table,
    sensitive: Mapping[str, Sensitivity],
    solved: Sequence[Solved],
    intervals: Mapping[str, Interval],
) -> tuple[Inside, ...]:
    """Where the attacker gets inside, asked afresh of the pattern as it is: every goal again, and every
    interval against its need. An unsafe cell without an interval is printed, and known."""
    narrow = (
        Inside(key, "")
        for key, need in sensitive.items()
        if table.cells[key].before is not Before.PUBLISHED
        and (key not in intervals or not _wide_enough(table.cells[key], need, intervals[key]))
    )
    return tuple(dict.fromkeys((*narrow, *(one for part in solved for one in _inside(part)))))


def _wide_enough(cell: Cell, need: Sensitivity, interval: Interval) -> bool:
    value = cell.value or Decimal(0)
    slack = exact(10 * CLOSE) * (need.lower + need.upper)
    return interval.holds(value - need.lower + slack, value + need.upper - slack)


def _audit(
    table: Table,
    sensitive: Mapping[str, Sensitivity],
    solved: Sequence[Solved],
    inside: tuple[Inside, ...],
) -> Audit:
    return Audit(
        inside,
        tuple(key for key in sensitive if table.cells[key].before is Before.PUBLISHED),
        tuple(unjudged(table.cells)),
        tuple(key for part in solved for key in part.block.keys if key not in table.cells),
        tuple(one.method for one in solved),
        tuple(one.stopped for one in solved),
        sum(one.cost for one in solved),
        sum(one.bound for one in solved),
        sum(len(one.block.goals) for one in solved),
    )


def _inside(solved: Solved) -> list[Inside]:
    block = solved.block
    failed = open_goals(block, solved.withheld, Witnesses(block))
    return [Inside(block.keys[block.goals.cell[g]], block.knowers[block.goals.knower[g]]) for g in failed]


def _intervals(solved: Solved) -> list[tuple[str, Interval]]:
    attack, keys = Attack(solved.block, solved.withheld), solved.block.keys
    found = [(keys[i], attack.interval(i)) for i in np.flatnonzero(solved.withheld).tolist()]
    return [(key, Interval(_decimal(low), _decimal(high))) for key, (low, high) in found]


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else exact(float(value))


def _status(cell: Cell, withheld: bool, found: Sensitivity | None) -> Status:
    if cell.value is None:
        return Status(ObsStatus.MISSING, ConfStatus.FREE, printed=False)
    if not withheld:
        return Status(ObsStatus.NORMAL, ConfStatus.FREE, printed=True)
    return Status(ObsStatus.SUPPRESSED, found.code if found else ConfStatus.SECONDARY, printed=False)
