"""The attacker: what can be worked out of a withheld cell from everything that is printed.

It is the acceptance test of every pattern. Source: METHODS §5.3, "audit always"; Fischetti and Salazar,
Management Science 47 (2001), 1008-1027 (from memory).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from tongket.figures.methods.disclosure.problem import OUTSIDER, Block
from tongket.figures.methods.disclosure.solver import Bools, Columns, Floats, minimised

CLOSE = 1e-6  # of a protection level: what counts as reached, and by how much an equation may be missed
FAR = 1e4  # levels: a move of another cell farther than this is not looked for
STILL = 1e-9  # levels: a smaller move is none

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Strike:
    """The farthest move found towards a goal; `prices` of the equations prove that there is no farther."""

    reached: bool
    move: Floats
    prices: Floats


@dataclass(frozen=True, slots=True)
class _Part:
    """Withheld cells that can move together, and the equations that hold them."""

    cells: Indices
    rows: Indices
    system: Columns


@dataclass(eq=False)
class Attack:
    """One pattern under attack; `withheld` marks the cells that are not printed."""

    block: Block
    withheld: Bools
    _labels: dict[int, Indices] = field(default_factory=dict)
    _parts: dict[tuple[int, int], _Part] = field(default_factory=dict)

    def strike(self, goal: int) -> Strike:
        """How far the goal's cell can move towards its level."""
        goals, wide = self.block.goals, len(self.block.keys)
        cell, direction, level = int(goals.cell[goal]), goals.direction[goal], goals.level[goal]
        move, prices = np.zeros(wide), np.zeros(self.block.equations.shape[0])
        part = self._part(int(goals.knower[goal]), cell)
        if part is None:
            return Strike(False, move, prices)
        low = -np.minimum(self.block.down[part.cells] / level, FAR)
        high = np.minimum(self.block.up[part.cells] / level, FAR)
        mine = part.cells == cell
        high[mine], low[mine] = (min(high[mine][0], 1), low[mine]) if direction > 0 else (
            high[mine], max(low[mine][0], -1))  # fmt: skip
        found = minimised(np.where(mine, -direction, 0.0), part.system, low, high)
        if found is None:
            return Strike(False, move, prices)
        move[part.cells] = np.where(np.abs(found.point) > STILL, found.point, 0) * level
        prices[part.rows] = -found.prices
        return Strike(bool(found.point[mine][0] * direction >= 1 - CLOSE), move, prices)

    def interval(self, cell: int) -> tuple[float | None, float | None]:
        """The least and greatest value an outsider cannot rule out; None where there is no limit."""
        value, unit = self.block.values[cell], self.block.unit[cell]
        if not self.withheld[cell]:
            return value * unit, value * unit
        down, up = self._farthest(cell, -1.0), self._farthest(cell, 1.0)
        return (None if down is None else (value - down) * unit, None if up is None else (value + up) * unit)

    def _farthest(self, cell: int, direction: float) -> float | None:
        part = self._part(OUTSIDER, cell)
        if part is None:
            return 0.0
        sizes = np.abs(self.block.values[part.cells])
        scale = float(abs(self.block.values[cell])) or float(sizes.mean()) or 1.0
        low, high = -self.block.down[part.cells] / scale, self.block.up[part.cells] / scale
        mine = part.cells == cell
        found = minimised(np.where(mine, -direction, 0.0), part.system, low, high)
        if found is None or found.unbounded:
            return None if found else 0.0
        return max(float(found.point[mine][0] * direction) * scale, 0.0)

    def _part(self, knower: int, cell: int) -> _Part | None:
        if knower not in self._labels:
            self._labels[knower] = self._taken_apart(self.withheld & ~self.block.knows[knower])
        label = int(self._labels[knower][self.block.equations.shape[0] + cell])
        if label < 0:
            return None
        if (knower, label) not in self._parts:
            self._parts[knower, label] = self._cut_out(self._labels[knower] == label)
        return self._parts[knower, label]

    def _cut_out(self, same: Bools) -> _Part:
        """The cells and equations of one label, with the coefficients between them."""
        tall = self.block.equations.shape[0]
        rows, cells = np.flatnonzero(same[:tall]), np.flatnonzero(same[tall:])
        row, column, value = self.block.entries
        mine = same[tall:][column]
        counts = np.bincount(column[mine], minlength=len(self.block.keys))[cells]
        start = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        place = (np.cumsum(same[:tall]) - 1).astype(np.int32)
        system = Columns((len(rows), len(cells)), start, place[row[mine]], value[mine])
        return _Part(cells, rows, system)

    def _taken_apart(self, movable: Bools) -> Indices:
        """A label for every equation and cell; those of cells that can move together are the same."""
        rows, columns, _ = self.block.entries
        tall, wide = self.block.equations.shape
        used = movable[columns]
        edges = (np.ones(int(used.sum())), (rows[used], columns[used] + tall))
        _, labels = connected_components(csr_matrix(edges, shape=(tall + wide,) * 2), directed=False)
        labels = labels.astype(np.int64)
        labels[tall:][~movable] = -1
        return np.asarray(labels)


class Witnesses:
    """Tables an attacker cannot rule out, each with the goals it reaches: kept, so no goal is proven twice.

    A table found for one cell often reaches others', smaller or mirrored, and it proves them too.
    """

    def __init__(self, block: Block) -> None:
        self.block = block
        self._moves: list[Floats] = []
        self._moved = np.zeros((8, len(block.keys)), bool)
        self._proves = np.zeros((8, len(block.goals)), bool)

    def add(self, move: Floats, goal: int | None) -> Bools:
        """Keep a move the solver found for `goal`; the goals that it and its mirror image reach."""
        moved = move != 0
        proves = self._reached(move, moved) | self._reached(-move, moved)
        if goal is not None:
            proves[goal] = True
        if len(self._moves) == len(self._moved):
            self._moved = np.vstack([self._moved, np.zeros_like(self._moved)])
            self._proves = np.vstack([self._proves, np.zeros_like(self._proves)])
        self._moved[len(self._moves)], self._proves[len(self._moves)] = moved, proves
        self._moves.append(move)
        return proves

    def proven(self, withheld: Bools) -> Bools:
        """The goals that some kept table reaches with only these cells withheld."""
        kept = len(self._moves)
        usable = ~(self._moved[:kept] & ~withheld).any(axis=1)
        return np.asarray(self._proves[:kept][usable].any(axis=0))

    def carried_to(self, block: Block) -> Witnesses:
        """The same moves in a block that has unions besides; each union moves as its cells do."""
        kept = Witnesses(block)
        place = {key: i for i, key in enumerate(block.keys)}
        at = np.array([place[key] for key in self.block.keys])
        added = np.setdiff1d(np.arange(len(block.keys)), at)
        for old in self._moves:
            move = np.zeros(len(block.keys))
            move[at] = old * self.block.unit / block.unit[at]
            for cell in added:
                row = block.columns[cell][0][0]
                equation = block.equations[row].toarray().ravel()
                move[cell] = -(equation @ move) / equation[cell]
            kept.add(np.where(np.abs(move) > STILL * np.abs(move).max(), move, 0), None)
        return kept

    def _reached(self, move: Floats, moved: Bools) -> Bools:
        """Checked here and not taken from the solver: bounds, equations, and what each attacker knows."""
        goals = self.block.goals
        if not moved.any():
            return np.zeros(len(goals), bool)
        room = np.where(move > 0, self.block.up, self.block.down)
        shrink = min(1 / STILL, float((room[moved] / np.abs(move[moved])).min()))
        missed = shrink * float(np.abs(self.block.equations @ move).max(initial=0))
        far = shrink * move[goals.cell] * goals.direction >= goals.level * (1 - CLOSE)
        unknown = ~(self.block.knows & moved).any(axis=1)
        met = missed <= 10 * CLOSE * goals.level
        return np.asarray(far & np.asarray(unknown)[goals.knower] & met)
