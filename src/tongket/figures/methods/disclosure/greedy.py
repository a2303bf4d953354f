"""A safe pattern quickly: hide one goal after the other along the cheapest equations, then give back.

Source: Kelly, Golden and Assad, Networks 22 (1992), 397-417, as a flow; here as a linear programme, which
also serves linked tables and coefficients other than 1 (from memory).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tongket.figures.methods.disclosure.attack import STILL, Attack, Witnesses
from tongket.figures.methods.disclosure.problem import OUTSIDER, Block
from tongket.figures.methods.disclosure.solver import Bools, Floats, minimised

FREE = 1e-5  # of the mean cost: moving a cell that is withheld already, so that short ways are taken


@dataclass(frozen=True, eq=False)
class Found:
    """A pattern, and the goals that no pattern can reach."""

    withheld: Bools
    unreachable: tuple[int, ...]


def greedy(block: Block, witnesses: Witnesses, begun: Bools, tidy: bool = True) -> Found:
    """Withhold, for the goal with the highest level first, the cells of the cheapest move that reaches it.

    `begun`: withheld already; `tidy`: give back at the end what is not needed. The order of goals is
    fixed and the solver is deterministic, so the pattern is too. Every goal ends reached, or proven
    unreachable with everything withheld that may be.
    """
    withheld = block.must | begun
    unreachable: list[int] = []
    open_to_all: set[tuple[int, float]] = set()  # what an outsider works out, insiders work out as well
    attack, done = Attack(block, withheld.copy()), witnesses.proven(withheld)
    for goal in _largest_first(block):
        aim = int(block.goals.cell[goal]), float(block.goals.direction[goal])
        if done[goal]:
            continue
        if aim in open_to_all:
            unreachable.append(goal)
            continue
        strike = attack.strike(goal)
        if strike.reached:
            done |= witnesses.add(strike.move, goal)
            continue
        move = cheapest_move(block, withheld, goal)
        if move is None:
            unreachable.append(goal)
            if block.goals.knower[goal] == OUTSIDER:
                open_to_all.add(aim)
            continue
        withheld |= (move != 0) & ~block.never
        witnesses.add(move, None)  # counts for what it is checked to reach, not for what it was meant to
        attack, done = Attack(block, withheld.copy()), done | witnesses.proven(withheld)
    if tidy:
        withheld = given_back(block, withheld, witnesses, frozenset(unreachable))
    return Found(withheld, tuple(unreachable))


def _largest_first(block: Block) -> Iterator[int]:
    order = np.lexsort((np.arange(len(block.goals)), -block.goals.level, block.goals.knower))
    return (int(goal) for goal in order)


def cheapest_move(block: Block, withheld: Bools, goal: int) -> Floats | None:
    """min SUM c_i |d_i| / room_i, M d = 0, d_goal = level; None when no move reaches the level."""
    goals, wide = block.goals, len(block.keys)
    cell, direction, level = int(goals.cell[goal]), goals.direction[goal], goals.level[goal]
    fixed = block.never | block.knows[goals.knower[goal]]
    up = np.where(fixed, 0, np.minimum(block.up / level, 10))
    down = np.where(fixed, 0, np.minimum(block.down / level, 10))
    cost = np.where(withheld, FREE, FREE + block.cost)
    prices = np.concatenate([cost / np.clip(room, 1e-3, 1) for room in (up, down)])
    low, high = np.zeros(2 * wide), np.concatenate([up, down])
    there, back = (cell, cell + wide) if direction > 0 else (cell + wide, cell)
    low[there] = high[there] = 1.0
    high[back] = 0.0
    found = minimised(prices, block.there_and_back, low, high)
    if found is None or found.unbounded:
        return None
    move = found.point[:wide] - found.point[wide:]
    return np.asarray(np.where(np.abs(move) > 100 * STILL, move, 0) * level)


def given_back(
    block: Block, withheld: Bools, witnesses: Witnesses, unreachable: frozenset[int] = frozenset()
) -> Bools:
    """Print again, the dearest first, every cell without which the attacker still finds nothing."""
    extra = np.flatnonzero(withheld & ~block.must)
    for cell in sorted(extra.tolist(), key=lambda i: (-block.cost[i], i)):
        fewer = withheld.copy()
        fewer[cell] = False
        if not open_goals(block, fewer, witnesses, unreachable, first=True):
            withheld = fewer
    return withheld


def open_goals(
    block: Block,
    withheld: Bools,
    witnesses: Witnesses,
    unreachable: frozenset[int] = frozenset(),
    first: bool = False,
) -> list[int]:
    """Goals the pattern does not reach; with `first`, no more than one of them."""
    failed: list[int] = []
    attack, done = Attack(block, withheld), witnesses.proven(withheld)
    for goal in range(len(block.goals)):
        if goal in unreachable or done[goal]:
            continue
        strike = attack.strike(goal)
        if strike.reached:
            done |= witnesses.add(strike.move, goal)
        else:
            failed.append(goal)
            if first:
                break
    return failed
