"""The attacker over everything a release prints, and what its releases before have printed.

An attack knows every printed figure, every equation between figures, and what cannot be negative; an
insider also knows the figures he alone stands behind. Source: METHODS §5.3, "audit always".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tongket.figures.methods.disclosure.attack import Attack, Strike, Witnesses
from tongket.figures.methods.disclosure.cells import Before, Table
from tongket.figures.methods.disclosure.greedy import cheapest_move
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.problem import OUTSIDER, Block, block, parts
from tongket.figures.methods.disclosure.rules import Sensitivity
from tongket.figures.methods.disclosure.solver import Bools


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell an attacker gets inside the protection level of: by whom ("" an outsider), and how much of
    the level he is kept away, from 0 (he knows it) to 1 (reached). `already`: nothing that is withheld
    now could keep him out, because of what was public before."""

    cell: str
    attacker: str
    reach: float
    already: bool


@dataclass(frozen=True)
class Attacked:
    """What the attack found. `attacks` counts what was tried; `worst` is the least reach of a cell that is
    not public already (1: every level is reached); `printed` are unsafe cells that were printed before."""

    attacks: int
    entries: tuple[Entry, ...]
    printed: tuple[str, ...]

    @property
    def inside(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if not one.already)

    @property
    def already(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.already)

    @property
    def worst(self) -> float:
        return min((one.reach for one in self.inside), default=1.0)


def attacked(
    whole: Table, sensitive: Mapping[str, Sensitivity], withheld: Iterable[str], policy: Policy
) -> Attacked:
    """Attack a pattern as it stands; nothing of how it was found is used."""
    hidden, attacks = frozenset(withheld), 0
    entries: list[Entry] = []
    for part in parts(whole):
        if any(key in sensitive for key in part.cells):
            numbers = block(part, sensitive, policy)
            mask = np.array([key in hidden for key in numbers.keys]) & ~numbers.never
            attacks += len(numbers.goals)
            entries += _entries(numbers, mask)
    printed = [key for key in sensitive if whole.cells[key].before is Before.PUBLISHED]
    return Attacked(attacks, tuple(entries), tuple(printed))


def _entries(numbers: Block, mask: Bools) -> Iterator[Entry]:
    goals, attack, witnesses = numbers.goals, Attack(numbers, mask), Witnesses(numbers)
    done = np.zeros(len(goals), bool)
    open_to_all: set[int] = set()
    for goal in np.argsort(goals.knower, kind="stable").tolist():
        cell, knower = int(goals.cell[goal]), int(goals.knower[goal])
        if done[goal] or cell in open_to_all:
            continue
        strike = attack.strike(goal) if mask[cell] else None
        if strike is not None and strike.reached:
            done |= witnesses.add(strike.move, goal)
            continue
        if knower == OUTSIDER:
            open_to_all.add(cell)
        reach = _reach(numbers, goal, strike)
        yield Entry(numbers.keys[cell], numbers.knowers[knower], reach, _already(numbers, goal))


def _reach(numbers: Block, goal: int, strike: Strike | None) -> float:
    if strike is None:
        return 0.0
    moved = strike.move[numbers.goals.cell[goal]] * numbers.goals.direction[goal]
    return float(max(moved / numbers.goals.level[goal], 0.0))


def _already(numbers: Block, goal: int) -> bool:
    """Whether it stays open with everything withheld that may be, and only for what was public before."""
    return bool(numbers.told.any()) and cheapest_move(numbers, numbers.must, goal) is None
