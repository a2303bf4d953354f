"""What is to be written as one sheet or one CSV file, and its lines in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.returns.answer import Return
from tongket.figures.returns.form import FormSpec, FormTable
from tongket.figures.terms.period import Period


@dataclass(frozen=True, slots=True)
class SheetOut:
    """One sheet: a table of a form for one period.

    With a `reporter` the sheet is that reporter's own, and its head says so; without one, each line names
    its reporter. A reporter's sheet without returns is a blank form, and reads back as nothing to report.
    """

    name: str
    form: FormSpec
    table: str
    period: Period
    reporter: str | None
    returns: Sequence[Return]
    synthetic: bool = False

    def __post_init__(self) -> None:
        for ret in self.returns:
            if (ret.form, ret.version, ret.table) != (self.form.code, self.form.version, self.table):
                raise ValueError(f"Sheet {self.name!r} is for {self.form.code} {self.table}; found {ret!r}.")
            if ret.period != self.period or self.reporter not in (None, ret.reporter):
                raise ValueError(f"Sheet {self.name!r} is for {self.reporter} {self.period}; found {ret!r}.")

    @property
    def spec(self) -> FormTable:
        return self.form.table(self.table)


@dataclass(frozen=True, slots=True)
class LineOut:
    """One line to write: who reports it, its codes, its numbers by measure."""

    reporter: str
    dimensions: Mapping[str, str]
    values: Mapping[str, Decimal]


def lines_out(returns: Sequence[Return], table: FormTable, named: bool) -> Iterator[LineOut]:
    """The lines of returns in the order of their answers.

    Where lines name their reporter (`named`), one with nothing to report still has a line of its own. A
    table without dimensions cannot say that in a line, so such a return is refused.
    """
    for ret in returns:
        lines: dict[tuple[str, ...], tuple[Mapping[str, str], dict[str, Decimal]]] = {}
        for answer in ret.answers:
            key = tuple(answer.dimensions[dimension.code] for dimension in table.dimensions)
            lines.setdefault(key, (answer.dimensions, {}))[1][answer.measure] = answer.value
        for dimensions, values in lines.values():
            yield LineOut(ret.reporter, dimensions, values)
        if named and not lines:
            if not table.dimensions:
                raise ValueError(
                    f"A line of {table.code} cannot say that {ret.reporter} has nothing to report."
                )
            yield LineOut(ret.reporter, {}, {})
