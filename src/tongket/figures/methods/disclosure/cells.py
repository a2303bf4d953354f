"""Cells of linked tables, who stands behind each, and the equations that anybody can work out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from tongket.figures.methods.finite import finite, require_finite
from tongket.figures.terms.words import Refusal, Text

ADDS_TO = Decimal("1e-9")  # of the sum of the sizes of the terms: an equation of unrounded values


class TableRefused(Refusal):
    """The cells and equations are not one set of tables that can be protected."""


class Before(StrEnum):
    """What became of a cell in an earlier release; it can no longer be changed."""

    PUBLISHED = "published"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one unit adds to a cell; None when it belongs there and has not answered.

    Units of one `holding` (tax parent) know each other's figures and count as one. `waived`: the unit
    has agreed in writing that its figure may be told.
    """

    unit: str
    value: Decimal | None
    holding: str = ""
    waived: bool = False

    @property
    def owner(self) -> str:
        return self.holding or self.unit


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of one table. Equal numbers in two tables are one cell.

    `value` None: the number itself is missing, and nothing is printed. `contributions` None: who stands
    behind it is worked out from the equations where they tell, and otherwise it is not judged; `()`:
    nobody can (a structural zero). `lower` and `upper`: what outsiders know without any table (None: no
    bound; a cell that can be negative needs its own `lower`). `at`: where it stands, (dimension,
    category) pairs. `confidential`: declared so, whatever the rules say. `cost`: of not printing it.
    """

    key: str
    value: Decimal | None
    contributions: tuple[Contribution, ...] | None = None
    lower: Decimal | None = Decimal(0)
    upper: Decimal | None = None
    at: tuple[tuple[str, str], ...] = ()
    confidential: bool = False
    cost: Decimal | None = None
    before: Before | None = None

    @property
    def structural_zero(self) -> bool:
        return self.value == 0 and self.contributions == ()


@dataclass(frozen=True, slots=True)
class Equation:
    """SUM coefficient * cell = 0, true of the unrounded values and known to everybody.

    A total: its parts with 1, itself with -1. Months against a year to date the same. An index that is a
    value in other clothes: 100/q0 of the value with 1, the index with -1. A growth rate or share is no
    cell: over a printed base it gives the level away, so it is withheld wherever its level is.
    `tolerance`: by how much the sum may miss because its cells were rounded; the attacker is taken to
    know it exactly all the same.
    """

    terms: tuple[tuple[str, Decimal], ...]
    tolerance: Decimal = Decimal(0)

    @classmethod
    def total(cls, whole: str, parts: Iterable[str]) -> Equation:
        return cls((*((part, Decimal(1)) for part in parts), (whole, Decimal(-1))))

    @classmethod
    def scaled(cls, derived: str, source: str, factor: Decimal) -> Equation:
        """derived = factor * source."""
        return cls(((source, factor), (derived, Decimal(-1))))


@dataclass(frozen=True)
class Table:
    """All cells and equations, in an order that does not depend on how they were given."""

    cells: Mapping[str, Cell]
    equations: tuple[Equation, ...]

    @classmethod
    def of(cls, cells: Sequence[Cell], equations: Iterable[Equation]) -> Table:
        """Check that they belong together; `TableRefused` names the first that does not."""
        require_finite(tuple(cells))
        by_key = {cell.key: cell for cell in sorted(cells, key=lambda cell: cell.key)}
        if len(by_key) < len(cells):
            keys = [cell.key for cell in cells]
            raise TableRefused(_TWICE.format(key=next(key for key in keys if keys.count(key) > 1)))
        for cell in by_key.values():
            _check_bounds(cell)
        tidy = {_tidied(equation, by_key): None for equation in equations}
        ordered = tuple(sorted(tidy, key=lambda equation: equation.terms))
        for equation in ordered:
            _check_sum(equation, by_key)
        return cls(_pooled(by_key, ordered), ordered)


def _check_bounds(cell: Cell) -> None:
    low = cell.value is not None and cell.lower is not None and cell.value < cell.lower
    high = cell.value is not None and cell.upper is not None and cell.value > cell.upper
    if low or high:
        raise TableRefused(
            _OUTSIDE.format(key=cell.key, value=cell.value, lower=cell.lower, upper=cell.upper or "∞")
        )


def _tidied(equation: Equation, cells: Mapping[str, Cell]) -> Equation:
    """Terms of one cell added up, in the order of the keys."""
    terms: dict[str, Decimal] = {}
    for key, coefficient in equation.terms:
        if key not in cells:
            raise TableRefused(_UNKNOWN.format(key=key))
        terms[key] = terms.get(key, Decimal(0)) + coefficient
    kept = tuple((key, value) for key, value in sorted(terms.items()) if value)
    return Equation(kept, equation.tolerance)


def _check_sum(equation: Equation, cells: Mapping[str, Cell]) -> None:
    values = [(cells[key].value, coefficient) for key, coefficient in equation.terms]
    known = [value * coefficient for value, coefficient in values if value is not None]
    if len(known) < len(values):
        return
    gap, size = sum(known, Decimal(0)), sum(map(abs, known), Decimal(0))
    if abs(gap) > max(equation.tolerance, ADDS_TO * size):
        raise TableRefused(_UNEVEN.format(keys=", ".join(key for key, _ in equation.terms), gap=gap))


def _pooled(cells: Mapping[str, Cell], equations: Sequence[Equation]) -> dict[str, Cell]:
    """Who stands behind a whole, from who stands behind its parts, bottom up."""
    known = dict(cells)
    moved = True
    while moved:
        moved = False
        for equation in equations:
            unknown = [term for term in equation.terms if known[term[0]].contributions is None]
            if len(unknown) == 1 and (pooled := _behind(unknown[0], equation, known)) is not None:
                known[unknown[0][0]] = replace(known[unknown[0][0]], contributions=pooled)
                moved = True
    return known


def _behind(
    whole: tuple[str, Decimal], equation: Equation, cells: Mapping[str, Cell]
) -> tuple[Contribution, ...] | None:
    """Contributions of the one cell that stands alone on its side; None for a remainder."""
    key, alone = whole
    parts = [(cells[part], -value / alone) for part, value in equation.terms if part != key]
    if any(factor < 0 for _, factor in parts):
        return None
    return pooled_contributions(parts)


@finite
def pooled_contributions(parts: Iterable[tuple[Cell, Decimal]]) -> tuple[Contribution, ...]:
    """The contributions of several cells times their factors, one entry a unit and part."""
    return tuple(
        replace(one, value=None if one.value is None else factor * one.value)
        for cell, factor in parts
        for one in cell.contributions or ()
    )


_TWICE = Text(
    "Ô “{key}” có hai lần. Mỗi ô chỉ khai báo một lần; số bằng nhau ở hai bảng là cùng một ô.",
    "Cell “{key}” is given twice. Give each cell once; the same number in two tables is one cell.",
)
_UNKNOWN = Text(
    "Một phương trình nhắc đến ô “{key}” nhưng không có ô này. Hãy thêm ô hoặc bỏ phương trình.",
    "An equation names cell “{key}”, which is not among the cells. Add the cell or drop the equation.",
)
_UNEVEN = Text(
    "Các ô {keys} không khớp phương trình: lệch {gap}. "
    "Hãy dùng số chưa làm tròn, hoặc khai báo sai số cho phép.",
    "Cells {keys} do not meet their equation; it misses by {gap}. Use unrounded values, or give a tolerance.",
)
_OUTSIDE = Text(
    "Ô “{key}” = {value} nằm ngoài khoảng {lower}–{upper}. Ô có thể âm phải có cận dưới riêng.",
    "Cell “{key}” = {value} lies outside {lower}–{upper}. "
    "A cell that can be negative needs its own lower bound.",
)
