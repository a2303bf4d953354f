"""The cheapest safe pattern: a mixed-integer programme whose constraints are found by the attacker.

min SUM c_i y_i over y in {0, 1}, y_p = 1, with one inequality SUM w_i y_i >= 1 for every way the attacker
has found to get inside a protection level: w_i is how much of the level cell i gives back when it is
withheld. It has the same solutions as METHODS §5.3 written out (two tables for every primary cell), by
Benders decomposition. Source: Fischetti and Salazar, Management Science 47 (2001), 1008-1027 (from memory).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic

import numpy as np

from tongket.figures.methods.disclosure.attack import STILL, Attack, Witnesses
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.problem import Block
from tongket.figures.methods.disclosure.solver import Bools, Choice, Floats, cheapest_choice, sparse

SMALL = 1e-7  # a weight below this is left out of an inequality
GRID = (
    2.0**-14
)  # weights are rounded up to whole numbers of these, which the solver's tolerances can tell apart


@dataclass(frozen=True, eq=False)
class Searched:
    """The best pattern of the search, None when it ended before any was safe; a bound under the cost of
    every safe pattern; why it stopped, "" when it is proven the cheapest."""

    withheld: Bools | None
    bound: float
    stopped: str


@dataclass
class _Cuts:
    """Inequalities SUM w y >= least."""

    block: Block
    weights: list[Floats] = field(default_factory=list)
    least: list[float] = field(default_factory=list)

    def add(self, weights: Floats, least: float) -> None:
        self.weights.append(weights)
        self.least.append(least)

    def solved(self, dearest: float, seconds: float, nodes: int) -> Choice | None:
        """The cheapest choice that meets them all and costs no more than the pattern in hand."""
        rows = np.array([*self.weights, -self.block.cost])
        at = np.nonzero(rows)
        matrix = sparse(at[0].tolist(), at[1].tolist(), rows[at].tolist(), rows.shape)
        least = np.array([*self.least, -dearest * (1 + SMALL)])
        low, high = self.block.must.astype(float), (~self.block.never).astype(float)
        return cheapest_choice(self.block.cost, matrix, least, low, high, seconds, nodes)


def optimal(block: Block, witnesses: Witnesses, dearest: float, policy: Policy, ends: float) -> Searched:
    """Search until the attacker finds nothing in the cheapest choice, or a limit of the policy is met.

    Every goal of the block can be reached. `dearest`: the cost of a pattern in hand; `ends`: the moment
    at which to give up.
    """
    cuts, bound = _Cuts(block), 0.0
    for weights, least in _sure(block):
        cuts.add(weights, least)
    for _ in range(policy.rounds):
        if monotonic() >= ends:
            return Searched(None, bound, "seconds")
        choice = cuts.solved(dearest, ends - monotonic(), policy.nodes)
        if choice is None or not choice.proven:
            return Searched(None, bound, "seconds" if monotonic() >= ends else "nodes")
        bound = max(bound, choice.bound)
        new, failed = _violated(block, choice.chosen, witnesses)
        if not failed:
            return Searched(choice.chosen, bound, "")
        if not any((weights @ choice.chosen) < 1 for weights in new):
            return Searched(None, bound, "rounding")
        for weights in new:
            cuts.add(weights, 1.0)
    return Searched(None, bound, "rounds")


def _sure(block: Block) -> Iterator[tuple[Floats, float]]:
    """Inequalities known before any attack.

    No equation may hold one withheld cell alone, for it could be worked out; and the others in the
    equation of a goal must give it its level between them.
    """
    system = block.equations
    needy = set(block.goals.cell.tolist())
    for row in range(system.shape[0]):
        cells = system.indices[system.indptr[row] : system.indptr[row + 1]]
        free = [int(i) for i in cells if not block.never[i]]
        for cell in free:
            if cell in needy or not block.must[cell]:
                weights = np.zeros(len(block.keys))
                weights[free] = 1.0
                weights[cell] = -1.0
                yield weights, 0.0
    for goal in range(len(block.goals)):
        yield from _by_one_equation(block, goal)


def _by_one_equation(block: Block, goal: int) -> Iterator[tuple[Floats, float]]:
    """What `cut` gives for the price of one equation alone, of every equation the goal's cell is in."""
    goals = block.goals
    cell, direction, level = int(goals.cell[goal]), goals.direction[goal], goals.level[goal]
    usable = ~block.knows[goals.knower[goal]] & ~block.never
    for row, coefficient in block.columns[cell]:
        cells, values = block.rows[row]
        pull = -values * direction / coefficient
        room = np.where(pull > 0, block.up[cells], block.down[cells])
        given = np.minimum(np.abs(pull) * room / level, 1.0)
        weights = np.zeros(len(block.keys))
        weights[cells] = np.where(usable[cells] & (room > 0) & (cells != cell) & (given >= SMALL), given, 0)
        yield np.ceil(weights / GRID) * GRID, 1.0


def _violated(block: Block, chosen: Bools, witnesses: Witnesses) -> tuple[list[Floats], int]:
    """An inequality for every goal the choice does not reach, and how many there are."""
    attack, done, found, failed = Attack(block, chosen), witnesses.proven(chosen), [], 0
    for goal in range(len(block.goals)):
        if done[goal]:
            continue
        strike = attack.strike(goal)
        if strike.reached:
            done |= witnesses.add(strike.move, goal)
        else:
            failed += 1
            if (weights := cut(block, goal, strike.prices)) is not None:
                found.append(weights)
    return found, failed


def cut(block: Block, goal: int, prices: Floats) -> Floats | None:
    """The inequality that prices of the equations prove: SUM_i w_i y_i >= 1.

    For any prices l, a move that reaches the level has SUM_{i != p} r_i d_i = theta * level with
    r = -M' l and theta = direction * (M' l)_p, so w_i = (r_i up_i or -r_i down_i) / (theta * level), cut at
    1; what the attacker knows himself gives nothing. None when the prices prove nothing (theta <= 0).
    """
    goals = block.goals
    cell, direction, level = int(goals.cell[goal]), goals.direction[goal], goals.level[goal]
    pushed = block.by_cell @ prices
    theta = direction * pushed[cell]
    if theta < SMALL:
        return None
    pull = -pushed
    room = np.where(pull > 0, block.up, block.down)
    weights = np.zeros(len(block.keys))
    used = (np.abs(pull) > STILL) & ~block.knows[goals.knower[goal]] & ~block.never & (room > 0)
    used[cell] = False
    weights[used] = np.minimum(np.abs(pull[used]) * room[used] / (theta * level), 1.0)
    weights[weights < SMALL] = 0.0
    return np.ceil(weights / GRID) * GRID
