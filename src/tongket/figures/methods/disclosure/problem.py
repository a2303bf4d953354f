"""Secondary suppression in numbers: one block of cells that hang together, and what has to be out of reach.

An attacker knows every printed cell, the equations, and each cell's bounds. Since the true values meet
the equations, a table he cannot rule out is the true one plus a move d with M d = 0 that leaves printed
cells alone and keeps the others in bounds. A cell is protected when such a move reaches its level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix, hstack
from scipy.sparse.linalg import lsqr

from tongket.figures.methods.disclosure.cells import Before, Cell, Equation, Table, TableRefused
from tongket.figures.methods.disclosure.contributors import sole_holder
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.rules import Sensitivity
from tongket.figures.methods.disclosure.solver import Bools, Floats, minimised_to
from tongket.figures.terms.words import Text

OUTSIDER = 0
Known = frozenset[tuple[str, str]]  # cells, each with who can work it out ("" an outsider, and so everybody)
LEAST_COST = 1e-3  # of the mean cost: a cell of 0 is still a cell somebody would like to read
TIE_BREAK = 1e-3  # of the mean cost, in the order of the keys: one pattern where several cost the same
MISSED = 1e-6  # relative: by how much a table completed around missing cells may miss its equations


@dataclass(frozen=True)
class Goals:
    """What must be reached: `cell` moved by `level` in `direction`, with what `knower` knows held fast."""

    cell: NDArray[np.int64]
    direction: Floats
    level: Floats
    knower: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.cell)


@dataclass(frozen=True, eq=False)
class Block:
    """Cells joined by equations, with nothing else joined to them, in units in which coefficients are near 1.

    `up` and `down` are how far a cell can move; `must` are withheld whatever happens, `never` cannot be;
    `told` are those of them that an earlier publication has told.
    `knows` has one row an attacker: the outsider, then each holding that alone stands behind some cell.
    """

    keys: tuple[str, ...]
    values: Floats
    unit: Floats
    equations: csr_matrix
    up: Floats
    down: Floats
    cost: Floats
    must: Bools
    never: Bools
    told: Bools
    knows: Bools
    knowers: tuple[str, ...]
    goals: Goals

    @cached_property
    def there_and_back(self) -> csc_matrix:
        """[M, -M]: a move as what goes up and what goes down."""
        return hstack([self.equations, -self.equations], format="csc")

    @cached_property
    def entries(self) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        """Row and column of every coefficient, and it, column by column."""
        at = self.equations.tocsc().tocoo()
        return at.row.astype(np.int64), at.col.astype(np.int64), at.data

    @cached_property
    def rows(self) -> tuple[tuple[NDArray[np.int64], Floats], ...]:
        """Cells and coefficients of every equation."""
        ends = zip(self.equations.indptr[:-1].tolist(), self.equations.indptr[1:].tolist(), strict=True)
        at, value = self.equations.indices, self.equations.data
        return tuple((at[first:last], value[first:last]) for first, last in ends)

    @cached_property
    def columns(self) -> tuple[list[tuple[int, float]], ...]:
        """Equations and coefficients of every cell."""
        found: tuple[list[tuple[int, float]], ...] = tuple([] for _ in self.keys)
        for row, column, value in zip(*(part.tolist() for part in self.entries), strict=True):
            found[column].append((row, value))
        return found

    @cached_property
    def by_cell(self) -> csr_matrix:
        return self.equations.T.tocsr()


def parts(table: Table) -> Iterator[Table]:
    """The table taken apart into tables that no equation joins."""
    components = list(_components(table))
    place = {key: at for at, keys in enumerate(components) for key in keys}
    equations: list[list[Equation]] = [[] for _ in components]
    for one in table.equations:
        if one.terms:
            equations[place[one.terms[0][0]]].append(one)
    for keys, own in zip(components, equations, strict=True):
        yield Table({key: table.cells[key] for key in keys}, tuple(own))


def _components(table: Table) -> Iterator[tuple[str, ...]]:
    leader = {key: key for key in table.cells}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for equation in table.equations:
        first, *others = (find(key) for key, _ in equation.terms) if equation.terms else ("",)
        for other in others:
            leader[find(other)] = find(first)
    members: dict[str, list[str]] = {}
    for key in table.cells:
        members.setdefault(find(key), []).append(key)
    yield from (tuple(keys) for keys in members.values())


def block(
    table: Table, sensitive: Mapping[str, Sensitivity], policy: Policy, known: Known = frozenset()
) -> Block:
    """The numbers of one part. A cell that cannot move is never withheld, unless it is unsafe; what is
    `known` already is withheld all the same, but is no goal any more."""
    keys = tuple(table.cells)
    cells = [table.cells[key] for key in keys]
    matrix, unit = _balanced(_matrix(table, keys))
    values, low, high = (_bounds(cells, name) / unit for name in ("value", "lower", "upper"))
    values = _completed(keys, matrix, values, low, high)
    still = np.array([cell.structural_zero for cell in cells]) | (low == high)
    missing = np.array([cell.value is None for cell in cells])
    must = np.array([key in sensitive for key in keys]) | missing
    must |= np.array([cell.before is Before.WITHHELD for cell in cells])
    told = np.array([cell.before is Before.PUBLISHED for cell in cells])
    never = told | (still & ~must)
    must &= ~never
    knowers, knows = _knowledge(cells, policy)
    return Block(
        keys, values, unit, matrix,
        np.where(still, 0, np.maximum(high - values, 0)), np.where(still, 0, np.maximum(values - low, 0)),
        _costs(cells, missing, policy), must, never, told & ~still, knows, knowers,
        _goals(keys, unit, sensitive, knows, knowers, never, known),
    )  # fmt: skip


def _matrix(table: Table, keys: Sequence[str]) -> csr_matrix:
    place = {key: i for i, key in enumerate(keys)}
    entries = [(row, place[key], float(c)) for row, one in enumerate(table.equations) for key, c in one.terms]
    at = np.array([(row, column) for row, column, _ in entries], np.int64).reshape(-1, 2)
    values = np.array([value for _, _, value in entries])
    return csr_matrix((values, (at[:, 0], at[:, 1])), shape=(len(table.equations), len(keys)))


def _balanced(matrix: csr_matrix) -> tuple[csr_matrix, Floats]:
    """Rows and columns scaled so that coefficients are as near to 1 as can be (least squares of logs)."""
    wide = matrix.shape[1]
    if matrix.nnz == 0 or np.all(np.abs(matrix.data) == 1):
        return matrix, np.ones(wide)
    entries = matrix.tocoo()
    count = np.arange(entries.nnz)
    ones = np.ones(2 * entries.nnz)
    system = csr_matrix((ones, (np.r_[count, count], np.r_[entries.row, matrix.shape[0] + entries.col])))
    logs = lsqr(system, -np.log(np.abs(entries.data)), atol=1e-12, btol=1e-12)[0]
    rows, unit = np.exp2(np.round(logs[: matrix.shape[0]] / np.log(2))), np.exp(logs[matrix.shape[0] :])
    return csr_matrix(matrix.multiply(rows[:, None]).multiply(unit[None, :])), unit


def _bounds(cells: Sequence[Cell], name: str) -> Floats:
    none = {"value": np.nan, "lower": -np.inf, "upper": np.inf}[name]
    given = (getattr(cell, name) for cell in cells)
    return np.array([none if one is None else float(one) for one in given])


def _completed(keys: Sequence[str], matrix: csr_matrix, values: Floats, low: Floats, high: Floats) -> Floats:
    """Missing cells filled so that the equations hold: any table will do that nobody can rule out."""
    gaps = np.isnan(values)
    if not gaps.any():
        return values
    known = np.where(gaps, 0.0, values)
    tall = matrix.shape[0]
    slack = csr_matrix((np.ones(tall), (np.arange(tall), np.arange(tall))))
    system = hstack([matrix[:, gaps], slack, -slack], format="csc")
    free = int(gaps.sum())
    size = 1 + float(np.abs(known).max())
    found = minimised_to(
        np.r_[np.zeros(free), np.ones(2 * tall)], system, -(matrix @ known) / size,
        np.r_[low[gaps] / size, np.zeros(2 * tall)], np.r_[high[gaps] / size, np.full(2 * tall, np.inf)],
    )  # fmt: skip
    if found is None or found.unbounded or found.point[free:].sum() > MISSED:
        raise TableRefused(_NO_TABLE.format(keys=", ".join(np.array(keys)[gaps])))
    known[gaps] = found.point[:free] * size
    return known


def _costs(cells: Sequence[Cell], missing: Bools, policy: Policy) -> Floats:
    costs = np.array([policy.cost_of(cell) for cell in cells])
    free = missing | np.array([cell.cost == 0 for cell in cells])
    mean = float(costs[~free].mean()) if not free.all() else 0.0
    ranked = np.maximum(costs / (mean or 1.0), LEAST_COST) + TIE_BREAK * np.arange(len(cells)) / len(cells)
    return np.where(free, 0.0, ranked)


def _knowledge(cells: Sequence[Cell], policy: Policy) -> tuple[tuple[str, ...], Bools]:
    alone = [sole_holder(cell) for cell in cells]
    names = sorted({name for name in alone if name is not None}) if policy.insiders else []
    rows = [np.array([name == one for one in alone]) for name in names]
    return ("", *names), np.array([np.zeros(len(cells), bool), *rows])


def _goals(
    keys: Sequence[str],
    unit: Floats,
    sensitive: Mapping[str, Sensitivity],
    knows: Bools,
    knowers: Sequence[str],
    never: Bools,
    known: Known,
) -> Goals:
    rows = [
        (i, direction, float(level) / unit[i], knower)
        for knower in range(len(knows))
        for i, key in enumerate(keys)
        if key in sensitive and not knows[knower, i] and not never[i]
        if not known & {(key, knowers[knower]), (key, knowers[OUTSIDER])}
        for direction, level in ((1.0, sensitive[key].upper), (-1.0, sensitive[key].lower))
        if level > 0
    ]
    cell, direction, level, knower = (np.array([row[k] for row in rows]) for k in range(4))
    return Goals(cell.astype(np.int64), direction.astype(float), level.astype(float), knower.astype(np.int64))


_NO_TABLE = Text(
    "Không có bảng nào khớp các phương trình khi để trống các ô {keys}. Hãy kiểm tra các ô còn lại.",
    "No table meets the equations around the missing cells {keys}. Check the cells that are given.",
)
