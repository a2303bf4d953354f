"""Which figures to withhold: table by table, tied together, then attacked as a whole.

1. Unsafe cells by the rules. 2. Every table of one period by itself gets the cheapest safe pattern
(`methods.disclosure.solve`), with what its ties already withhold taken as given; round by round until no
table adds a tie. 3. All tables with the equations between periods are attacked as one; where an attack
gets inside, the greedy rule withholds more until none does. Each table's own pattern is cheapest, the sum
of them need not be; what holds of all of them is that the attack of step 3 finds nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from tongket.figures.methods.disclosure.attack import Witnesses
from tongket.figures.methods.disclosure.cells import Before, Cell, Table
from tongket.figures.methods.disclosure.greedy import greedy
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.problem import Known, block, parts
from tongket.figures.methods.disclosure.rules import Rules, Sensitivity, primary
from tongket.figures.methods.disclosure.solve import solve, told_before
from tongket.figures.protection.linked import Linked, Tie

LONE = "lone"  # how a cell is protected that no equation ties to another


@dataclass(frozen=True)
class Protection:
    """What is withheld of the linked tables: `keys`, hidden numbers among them.

    `sensitive`: the unsafe cells with their levels. `known`: what is public already, by whom it can be
    worked out. `methods` and `stopped` count how the tables were solved and why a search ended before it
    was proven the cheapest. `added`: cells that only the attack on the whole asked for. `unreachable`:
    cells that no pattern protects, for no fault of an earlier publication; nothing may be released then.
    """

    table: Table
    sensitive: Mapping[str, Sensitivity]
    keys: frozenset[str]
    known: Known
    methods: Mapping[str, int]
    stopped: Mapping[str, int]
    added: tuple[str, ...]
    unreachable: tuple[str, ...]


@dataclass
class _Search:
    """The state of step 2."""

    linked: Linked
    rules: Rules
    policy: Policy
    sensitive: Mapping[str, Sensitivity]
    tied: set[Tie]
    known: set[tuple[str, str]]
    solved: dict[int, tuple[str, str]]

    def round(self, tables: list[Table], done: dict[int, frozenset[str]]) -> bool:
        """Solve every table whose ties have grown; whether any tie came up."""
        before = len(self.tied)
        for place, table in enumerate(tables):
            begun = self.begun(table)
            unsafe = begun or any(key in self.sensitive for key in table.cells)
            if unsafe and done.get(place) != begun:
                done[place] = begun | self._solve(place, table, begun)
        return len(self.tied) > before

    def begun(self, table: Table) -> frozenset[str]:
        """The cells of the table that its ties withhold."""
        cells = table.cells.values()
        return frozenset(
            cell.key for cell in cells if self.linked.ties.get(cell.key) in self.tied and _free(cell)
        )

    def _solve(self, place: int, table: Table, begun: frozenset[str]) -> frozenset[str]:
        if _lone(table):
            keys = frozenset(table.cells)
            self.tied.update(self.linked.ties[key] for key in keys if key in self.linked.ties)
            self.solved[place] = LONE, ""
            return keys
        given = {key: replace(table.cells[key], before=Before.WITHHELD) for key in begun}
        laid = Table({**table.cells, **given}, table.equations)
        mine = {key: one for key, one in self.sensitive.items() if key in laid.cells}
        found = solve(laid, mine, self.rules, self.policy, self.policy.seconds)
        keys = found.keys & table.cells.keys()
        self.known.update(found.known)
        self.tied.update(self.linked.ties[key] for key in keys if key in self.linked.ties)
        self.solved[place] = found.method, found.stopped
        return frozenset(key for key in keys if self.linked.ties.get(key) in self.tied)


def _lone(table: Table) -> bool:
    """A cell that nothing published leads to: withheld, it is wide open to whoever asks."""
    return not table.equations and all(_free(cell) for cell in table.cells.values())


def _free(cell: Cell) -> bool:
    return cell.before is None and not cell.structural_zero


def protect_tables(linked: Linked, rules: Rules, policy: Policy) -> Protection:
    """The cells to withhold so that no attacker gets inside a protection level. Deterministic."""
    table = _of_periods(linked)
    sensitive = primary(table.cells.values(), rules)
    ties = {linked.ties[key] for key in sensitive if key in linked.ties}
    search = _Search(linked, rules, policy, sensitive, ties, set(), {})
    tables, done = list(parts(table)), dict[int, frozenset[str]]()
    while search.round(tables, done):
        pass
    begun = search.begun(table) | {
        key for key in sensitive if table.cells[key].before is not Before.PUBLISHED
    }
    whole = _with_time(linked, table)
    added, known, unreachable = _closed(whole, sensitive, begun, policy)
    return Protection(
        whole,
        sensitive,
        begun | added | {key for key, cell in whole.cells.items() if cell.before is Before.WITHHELD},
        frozenset(search.known) | known,
        Counter(method for method, _ in search.solved.values()),
        Counter(why for _, why in search.solved.values() if why),
        tuple(sorted(added)),
        unreachable,
    )


def whole_of(linked: Linked) -> Table:
    """The tables with the equations between periods, who stands behind each cell worked out within one."""
    return _with_time(linked, _of_periods(linked))


def _of_periods(linked: Linked) -> Table:
    """The tables, each of one period."""
    return Table.of(list(linked.cells.values()), linked.equations)


def _with_time(linked: Linked, table: Table) -> Table:
    return Table.of(list(table.cells.values()), [*table.equations, *linked.over_time])


def _closed(
    whole: Table, sensitive: Mapping[str, Sensitivity], begun: frozenset[str], policy: Policy
) -> tuple[frozenset[str], Known, tuple[str, ...]]:
    """Step 3: what the attack on the whole asks for besides; what is known already; what cannot be hidden."""
    added: set[str] = set()
    known: set[tuple[str, str]] = set()
    lost: list[str] = []
    for part in parts(whole):
        if _lone(part) or not any(key in sensitive for key in part.cells):
            continue
        numbers = block(part, sensitive, policy)
        start = numbers.must | np.array([key in begun for key in numbers.keys])
        found = greedy(numbers, Witnesses(numbers), start & ~numbers.never, tidy=False)
        told = told_before(numbers, found.unreachable)
        known.update(told)
        pairs = ((numbers.goals.cell[goal], numbers.goals.knower[goal]) for goal in found.unreachable)
        named = {(numbers.keys[cell], numbers.knowers[knower]) for cell, knower in pairs}
        lost.extend(sorted({key for key, who in named if not told & {(key, who), (key, "")}}))
        added.update(numbers.keys[i] for i in np.flatnonzero(found.withheld & ~start).tolist())
    return frozenset(added), frozenset(known), tuple(lost)
