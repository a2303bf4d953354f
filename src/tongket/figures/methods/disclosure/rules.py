"""Primary rules: which cells would let somebody work out a contributor too closely, and by how much.

Each rule is its parameters and its formula; parameters are the office's, dated and kept confidential.
Upper protection level: how far above the value the attacker's interval must reach; the lower level is
the same, but never below what everybody knows the cell cannot fall under. Source: METHODS §5.2;
Hundepool et al., Handbook on Statistical Disclosure Control, chapter 4.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from tongket.figures.methods.disclosure.cells import Cell
from tongket.figures.methods.disclosure.contributors import Holders, holders
from tongket.figures.methods.finite import finite


class ConfStatus(StrEnum):
    """SDMX code list CL_CONF_STATUS, the codes this system sets."""

    FREE = "F"
    CONFIDENTIAL = "C"
    SMALL_COUNTS = "A"
    ONE_UNIT = "O"
    TWO_UNITS = "T"
    CONCENTRATION = "M"
    SECONDARY = "D"


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """A cell that is not safe: by which rule, and how closely it may be known."""

    code: ConfStatus
    upper: Decimal
    lower: Decimal


class Rule(Protocol):
    """A primary rule. None: safe, or the rule has no meaning for this cell."""

    def judge(self, cell: Holders) -> Sensitivity | None: ...


@dataclass(frozen=True, slots=True)
class Threshold:
    """Unsafe if N < least. UPL = LPL = range_percent / 100 * |X|, at least `floor`.

    The rule says nothing of a distance, so its safety range is a parameter. Zero: a cell of 0 with
    contributors is judged only where `floor` > 0 gives it a distance; nobody behind it (N = 0) is a
    structural zero and safe. All contributors waived: safe. Negative data: applies.
    """

    least: int
    range_percent: Decimal
    floor: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        _positive("range_percent", self.range_percent)

    def judge(self, cell: Holders) -> Sensitivity | None:
        if not 0 < cell.count < self.least or cell.all_waived:
            return None
        level = max(self.range_percent / 100 * abs(cell.total), self.floor)
        return Sensitivity(ConfStatus.SMALL_COUNTS, level, level) if level > 0 else None


@dataclass(frozen=True, slots=True)
class Dominance:
    """(n, k): unsafe if x1 + ... + xn > k/100 X; UPL = 100/k (x1 + ... + xn) - X.

    Waiver: the n largest are the largest that has not waived and the n - 1 largest others. Zero total
    and negative data: no meaning, None.
    """

    n: int
    k: Decimal

    def __post_init__(self) -> None:
        _positive("n", self.n)
        _positive("k", self.k)

    def judge(self, cell: Holders) -> Sensitivity | None:
        first = cell.to_protect()
        if first is None or cell.negative or cell.total <= 0:
            return None
        largest = first.amount + cell.largest_beside(first, self.n - 1)
        if largest <= self.k / 100 * cell.total:
            return None
        code = {1: ConfStatus.ONE_UNIT, 2: ConfStatus.TWO_UNITS}.get(self.n, ConfStatus.CONCENTRATION)
        level = 100 / self.k * largest - cell.total
        return Sensitivity(code, level, level)


@dataclass(frozen=True, slots=True)
class PPercent:
    """p%: unsafe if X - x1 - x2 < p/100 x1, the second estimating the first within p percent.

    UPL = p/100 x1 - (X - x1 - x2). Waiver: x1 is the largest that has not waived, x2 the largest other.
    Zero x1 and negative data: no meaning, None.
    """

    p: Decimal

    def __post_init__(self) -> None:
        _positive("p", self.p)

    def judge(self, cell: Holders) -> Sensitivity | None:
        return _estimated_within(cell, self.p / 100)


@dataclass(frozen=True, slots=True)
class PriorPosterior:
    """(p, q): as p%, where the competitors knew each contribution within q percent before.

    Unsafe if X - x1 - x2 < p/q x1; UPL = p/q x1 - (X - x1 - x2). Domain: p < q. Otherwise as `PPercent`.
    """

    p: Decimal
    q: Decimal

    def __post_init__(self) -> None:
        _positive("p", self.p)
        if self.q <= self.p:
            raise ValueError(f"q is what was known before, above p; found p={self.p}, q={self.q}.")

    def judge(self, cell: Holders) -> Sensitivity | None:
        return _estimated_within(cell, self.p / self.q)


def _estimated_within(cell: Holders, share: Decimal) -> Sensitivity | None:
    first = cell.to_protect()
    if first is None or cell.negative:
        return None
    remainder = cell.total - first.amount - cell.largest_beside(first, 1)
    level = share * first.amount - remainder
    return Sensitivity(ConfStatus.CONCENTRATION, level, level) if level > 0 else None


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in force; a cell is unsafe by any of them. `declared_percent`: the safety range of a
    cell that is declared confidential, in percent of its value."""

    rules: tuple[Rule, ...]
    declared_percent: Decimal

    def judge(self, cell: Cell) -> Sensitivity | None:
        """The strictest of the rules for one cell, the code of the first that finds it unsafe.

        LPL is cut at X - lower bound, UPL at upper bound - X: nothing can make a cell less certain than
        what everybody knows. Contributors unknown, or no value: only a declaration counts.
        """
        behind = holders(cell)
        found = [one for rule in self.rules if behind is not None and (one := rule.judge(behind))]
        if cell.confidential and cell.value is not None:
            level = self.declared_percent / 100 * abs(cell.value)
            found.insert(0, Sensitivity(ConfStatus.CONFIDENTIAL, level, level))
        if not found or cell.value is None:
            return None
        upper, lower = max(one.upper for one in found), max(one.lower for one in found)
        if cell.upper is not None:
            upper = min(upper, cell.upper - cell.value)
        if cell.lower is not None:
            lower = min(lower, cell.value - cell.lower)
        return Sensitivity(found[0].code, upper, lower)


@finite
def primary(cells: Iterable[Cell], rules: Rules) -> dict[str, Sensitivity]:
    """The unsafe cells, with their protection levels."""
    return {cell.key: found for cell in cells if (found := rules.judge(cell)) is not None}


def unjudged(cells: Mapping[str, Cell]) -> Sequence[str]:
    """Cells that no rule could look at, because nobody has said who stands behind them."""
    return tuple(key for key, cell in cells.items() if cell.contributions is None)


def _positive(name: str, value: Decimal | int) -> None:
    if value <= 0:
        raise ValueError(f"The rule's {name} is above 0; found {value}.")
