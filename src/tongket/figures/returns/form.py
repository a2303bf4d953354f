"""A form as data: who answers, how often, which columns, which checks. A new form needs no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tongket.figures.returns.deadline import DeadlineRule
from tongket.figures.terms.indicator import LegalReference
from tongket.figures.terms.period import Frequency
from tongket.figures.terms.words import Text

Severity = Literal["hard", "soft"]
Reviewer = Literal["commune", "specialist", "division"]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A column that says what a line is about: a code of `codelist`, or a date, or a free word.

    `headers` are the texts by which the column is known (compared folded: case, accents and spacing do
    not matter). `labels` are headers of a column that repeats the code in words; it is read past.
    """

    code: str
    name: Text
    headers: tuple[str, ...]
    codelist: str = ""
    kind: Literal["code", "date"] = "code"
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of numbers in `unit` (empty: the line's own, see `FormTable.unit_by`).

    `minimum` None allows negatives; `required` forbids blanks.
    """

    code: str
    name: Text
    headers: tuple[str, ...]
    unit: str = ""
    decimals: int = 0
    minimum: Decimal | None = Decimal(0)
    required: bool = False


@dataclass(frozen=True, slots=True)
class CheckSpec:
    """A check named in the catalogue: which kind, with which parameters, hard or soft."""

    code: str
    kind: str
    severity: Severity
    parameters: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FormTable:
    """One table of a form. Its accepted rows go to `dataflow` (SDMX).

    A line is one combination of `dimensions`; each measure of a line is one fact. A sheet is known to
    hold this table by its headers. `unit_by` names the dimension whose code fixes the unit of the
    measures that state no unit of their own (a product's own unit). `events` says that its lines are
    things that happened, as connections are: who has none sends none, and any table of the form answers
    for this one.
    """

    code: str
    name: Text
    dataflow: str
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    checks: tuple[CheckSpec, ...] = ()
    unit_by: str = ""
    events: bool = False

    def dimension(self, code: str) -> Dimension:
        return next(dimension for dimension in self.dimensions if dimension.code == code)

    def measure(self, code: str) -> Measure:
        return next(measure for measure in self.measures if measure.code == code)


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One version of a form.

    `reporter` says who answers: `registered` (an enterprise, cooperative or household business of the
    register) or `area` (a village or commune, by its area code). Where a table has a column headed by
    one of `reporter_headers`, each line names its own reporter; otherwise the sheet's head names one.
    `deadlines` are the dated rules of when it is due; `reviewers` are who looks at a return before it
    counts, from the first to the last.
    """

    code: str
    version: int
    name: Text
    frequency: Frequency
    reporter: Literal["registered", "area"]
    reporter_headers: tuple[str, ...]
    tables: tuple[FormTable, ...]
    window: str = "calendar"
    legal: LegalReference | None = None
    deadlines: tuple[DeadlineRule, ...] = ()
    reviewers: tuple[Reviewer, ...] = ("specialist",)

    def table(self, code: str) -> FormTable:
        return next(table for table in self.tables if table.code == code)
