"""What a reporter sent: one return a form, reporter and period, one answer a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.returns.form import Severity
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stood: file name, sheet, and cell such as `D12`. CSV uses row and column likewise."""

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return " ▸ ".join(part for part in (self.file, self.sheet, self.cell) if part)


@dataclass(frozen=True, slots=True)
class Answer:
    """One number: which line (dimension → code), which measure, the value, and where it stood."""

    dimensions: Mapping[str, str]
    measure: str
    value: Decimal
    unit: str
    place: Place


@dataclass(frozen=True, slots=True)
class Return:
    """A filled table of a form, of one reporter for one period.

    `answers` may be empty: nothing to report is a report.
    """

    form: str
    version: int
    table: str
    reporter: str
    period: Period
    answers: tuple[Answer, ...]
    place: Place
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, as a sentence that names place, what stood there, what is legal, what to do."""

    check: str
    severity: Severity
    place: Place
    sentence: Text
