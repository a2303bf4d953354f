"""One part of the table solved: a safe pattern first, then the cheapest, with the unions each gives away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from time import monotonic

import numpy as np

from tongket.figures.methods.disclosure.attack import Witnesses
from tongket.figures.methods.disclosure.cells import Table
from tongket.figures.methods.disclosure.greedy import cheapest_move, given_back, greedy
from tongket.figures.methods.disclosure.optimal import optimal
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.problem import OUTSIDER, Block, Known, block
from tongket.figures.methods.disclosure.rules import Rules, Sensitivity
from tongket.figures.methods.disclosure.solver import Bools
from tongket.figures.methods.disclosure.unions import unsafe_unions, with_unions


@dataclass(frozen=True, eq=False)
class Solved:
    """A part with its pattern, how it was found, why the search stopped, a bound under any cost.

    `known`: cells that earlier publications give away whatever is withheld now.
    """

    table: Table
    sensitive: Mapping[str, Sensitivity]
    block: Block
    withheld: Bools
    witnesses: Witnesses
    method: str
    stopped: str = ""
    bound: float = 0.0
    known: Known = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The cells that are withheld."""
        return frozenset(self.block.keys[i] for i in np.flatnonzero(self.withheld).tolist())

    @property
    def cost(self) -> float:
        return float(self.block.cost[self.withheld].sum())


def solve(
    table: Table, sensitive: Mapping[str, Sensitivity], rules: Rules, policy: Policy, seconds: float
) -> Solved:
    """The cheapest pattern where the search ends in time, else the greedy one; the attacker accepts both.

    Goals that no pattern reaches: where earlier publications are the reason and the policy is forgiving,
    they are `known` and the rest is protected as if they were not there; else everything that may be is
    withheld, and `stopped` is "unreachable".
    """
    ends = monotonic() + seconds
    first = _begun(table, sensitive, policy)
    quick = _greedily(first, rules, policy)
    if quick.stopped:
        return quick
    if len(table.cells) > policy.cells:
        return _stopped(quick, "cells", 0.0)
    begun = _given_up(first, quick.known, policy) if quick.known else first
    best = _searched(begun, quick, rules, policy, ends)
    # Where the two differ by less than the solver's tolerance, the quick one is as good.
    return best if best.cost <= quick.cost else _with(quick, quick.withheld, best.method, "", best.bound)


def _begun(table: Table, sensitive: Mapping[str, Sensitivity], policy: Policy) -> Solved:
    numbers = block(table, sensitive, policy)
    return Solved(table, sensitive, numbers, numbers.must, Witnesses(numbers), "")


def _greedily(part: Solved, rules: Rules, policy: Policy) -> Solved:
    for round_ in count():
        # Nothing given back any more, the withheld cells only grow, and this comes to an end.
        found = greedy(part.block, part.witnesses, part.withheld, tidy=round_ < policy.rounds)
        if found.unreachable:
            if policy.forgiving and (told := told_before(part.block, found.unreachable)):
                part = _given_up(part, told, policy)
                continue
            everything = found.withheld | (~part.block.never & (part.block.up + part.block.down > 0))
            return _with(part, everything, "everything", "unreachable", 0.0)
        part = _with(part, found.withheld, "greedy", "", 0.0)
        wider = _widened(part, rules, policy)
        if wider is None:
            break
        part = wider
    return part


def told_before(block: Block, goals: Iterable[int]) -> Known:
    """Those of the goals that could be reached if nothing had been published before."""
    if not block.told.any():
        return frozenset()
    free = replace(block, never=block.never & ~block.told)
    found: dict[tuple[str, str], None] = {}
    for goal in sorted(goals, key=lambda goal: (block.goals.knower[goal], goal)):
        key, knower = block.keys[block.goals.cell[goal]], block.knowers[block.goals.knower[goal]]
        if (key, block.knowers[OUTSIDER]) not in found and cheapest_move(free, free.must, goal) is not None:
            found[key, knower] = None
    return frozenset(found)


def _given_up(part: Solved, told: Known, policy: Policy) -> Solved:
    """The part without the goals that earlier publications have put out of reach."""
    known = part.known | told
    numbers = block(part.table, part.sensitive, policy, known)
    moves = part.witnesses.carried_to(numbers)
    return replace(part, block=numbers, withheld=part.withheld | numbers.must, witnesses=moves, known=known)


def _searched(part: Solved, quick: Solved, rules: Rules, policy: Policy, ends: float) -> Solved:
    """Cheapest patterns with ever more unions, until one gives none away that is unsafe."""
    part = _with(part, part.block.must, "", "", 0.0)
    bound = 0.0
    while True:
        best = optimal(part.block, part.witnesses, quick.cost, policy, ends)
        bound = max(bound, best.bound)
        if best.withheld is None:
            return _stopped(quick, best.stopped, bound)
        part = _with(part, given_back(part.block, best.withheld, part.witnesses), "optimal", "", bound)
        wider = _widened(part, rules, policy)
        if wider is None:
            return part
        part = wider


def _widened(part: Solved, rules: Rules, policy: Policy) -> Solved | None:
    """The part with the unions its pattern gives away as cells to protect; None when there are none."""
    found = list(unsafe_unions(part.table, part.keys, rules)) if policy.unions else []
    if not found:
        return None
    table = with_unions(part.table, found)
    sensitive = {**part.sensitive, **{cell.key: one for cell, _, one in found}}
    numbers = block(table, sensitive, policy, part.known)
    withheld = np.array([key in part.keys for key in numbers.keys]) | numbers.must
    moves = part.witnesses.carried_to(numbers)
    return Solved(table, sensitive, numbers, withheld, moves, part.method, known=part.known)


def _with(part: Solved, withheld: Bools, method: str, stopped: str, bound: float) -> Solved:
    return replace(part, withheld=withheld, method=method, stopped=stopped, bound=bound)


def _stopped(part: Solved, why: str, bound: float) -> Solved:
    return _with(part, part.withheld, part.method, why, bound)
