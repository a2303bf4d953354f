"""Whether a few linear edits can be satisfied together, in exact arithmetic: no tolerance decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

MOST_ROWS = 4000  # elimination squares the rows at worst; beyond this the answer is left open


@dataclass(frozen=True, slots=True)
class Row:
    """SUM coefficient x unknown <= bound, or = bound. Coefficients of 0 are left out."""

    coefficients: Mapping[str, Fraction]
    bound: Fraction
    equal: bool = False


def feasible(rows: Sequence[Row]) -> bool | None:
    """Whether any numbers satisfy all rows: equations solved away one by one, then Fourier and Motzkin's
    elimination of what is left. None where that would take more than `MOST_ROWS` rows.

    Source: Fourier (1827); de Waal, Pannekoek and Scholtus, Handbook of Statistical Data Editing and
    Imputation (2011), ch. 3, where the same elimination proves a set of fields.
    """
    open_ = [_tidied(row) for row in rows]
    while solved := next((row for row in open_ if row.equal and row.coefficients), None):
        open_.remove(solved)
        name = next(iter(solved.coefficients))
        open_ = [_without(row, solved, name) for row in open_]
    if any(row.equal and row.bound != 0 for row in open_):
        return False
    open_ = [row for row in open_ if not row.equal]
    while name := next((name for row in open_ for name in sorted(row.coefficients)), ""):
        upper = [row for row in open_ if row.coefficients.get(name, 0) > 0]
        lower = [row for row in open_ if row.coefficients.get(name, 0) < 0]
        open_ = [row for row in open_ if name not in row.coefficients]
        if len(upper) * len(lower) + len(open_) > MOST_ROWS:
            return None
        open_ += [_summed(above, below, name) for above in upper for below in lower]
    return all(row.bound >= 0 for row in open_)


def _tidied(row: Row) -> Row:
    """The row without unknowns it does not speak of."""
    return Row({name: value for name, value in row.coefficients.items() if value}, row.bound, row.equal)


def _without(row: Row, solved: Row, name: str) -> Row:
    """The row with an unknown replaced by what an equation says of it."""
    times = row.coefficients.get(name, Fraction(0)) / solved.coefficients[name]
    return _combined(row, Fraction(1), solved, -times, row.equal) if times else row


def _summed(above: Row, below: Row, name: str) -> Row:
    """The two rows added in the measure that makes the unknown vanish."""
    return _combined(above, -below.coefficients[name], below, above.coefficients[name], equal=False)


def _combined(one: Row, times: Fraction, other: Row, other_times: Fraction, equal: bool) -> Row:
    names = {**one.coefficients, **other.coefficients}
    zero = Fraction(0)
    added = {
        name: times * one.coefficients.get(name, zero) + other_times * other.coefficients.get(name, zero)
        for name in names
    }
    bound = times * one.bound + other_times * other.bound
    return Row({name: value for name, value in added.items() if value}, bound, equal)
