"""What the filing desk answers: who has filed, which numbers hold, where they stood, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet

from tongket.desks.filing import findings as kept
from tongket.desks.filing.models import CellRow, ReturnRow, Submission
from tongket.desks.registry.queries import register
from tongket.desks.registry.register import Filer
from tongket.desks.site.moments import holding
from tongket.figures.returns.answer import Finding, Place
from tongket.figures.returns.form import FormSpec, FormTable
from tongket.figures.terms.period import MONTHS, Period


class Coverage(NamedTuple):
    """How many had to file for a period, and how many of them have."""

    due: int
    answered: int


@dataclass(frozen=True, slots=True)
class CellFilter:
    """Which cells: an empty choice takes all. `dimensions` gives the codes wanted of each dimension."""

    dataflow: str
    measures: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    areas: tuple[str, ...] = ()
    dimensions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AcceptedCell:
    """An accepted number with everything one asks about where it came from."""

    pk: int
    dataflow: str
    reporter: str
    area_code: str
    period: Period
    measure: str
    dimensions: Mapping[str, str]
    value: Decimal
    unit: str
    place: Place
    recorded_at: datetime
    superseded_at: datetime | None
    submission: int
    by: str


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A number that holds at the later moment otherwise than at the earlier one.

    `before` is None for a number that is new, `after` for one that is no longer reported. `place` is
    where the number after stands, or stood before it was withdrawn.
    """

    dataflow: str
    reporter: str
    area: str
    period: Period
    measure: str
    dimensions: Mapping[str, str]
    unit: str
    before: Decimal | None
    after: Decimal | None
    place: Place
    place_before: Place | None
    by: str

    @classmethod
    def of(cls, before: AcceptedCell | None, after: AcceptedCell | None) -> CellDifference:
        cell = after or before
        return cls(
            cell.dataflow,
            cell.reporter,
            cell.area_code,
            cell.period,
            cell.measure,
            cell.dimensions,
            cell.unit,
            before.value if before else None,
            after.value if after else None,
            cell.place,
            before.place if before else None,
            cell.by,
        )


_CELL = (
    "pk", "dataflow", "reporter", "area_code", "period", "measure", "dimensions", "value", "unit",
    "return_row__submission__file_name", "sheet", "cell", "recorded_at", "superseded_at",
    "return_row__submission_id", "return_row__submission__by",
)  # fmt: skip


def coverage(
    form: FormSpec, table: FormTable | None = None, as_of: datetime | None = None
) -> dict[Period, Coverage]:
    """Due and answered for every period from the first that was ever filed to the last.

    With `table`, only returns of that table count as answers (a table of events is answered by any);
    with `as_of`, those that held then.
    """
    filed = returns_due(form, table, as_of)
    return {period: Coverage(len(due), sum(due.values())) for period, due in filed.items()}


def returns_due(
    form: FormSpec, table: FormTable | None = None, as_of: datetime | None = None
) -> dict[Period, dict[Filer, bool]]:
    """Who had to file for every period that `coverage` counts, and whether they have."""
    answered: dict[Period, set[str]] = {}
    for period, reporter in _answers(form, table, as_of).values_list("period", "reporter"):
        answered.setdefault(period, set()).add(reporter)
    known = register()
    return {
        period: {filer: filer.code in answered.get(period, ()) for filer in known.due(form, period)}
        for period in _run(answered, MONTHS[form.frequency])
    }


def missing_returns(form: FormSpec, period: Period) -> tuple[Filer, ...]:
    """Who has not filed the form for the period."""
    answered = set(_answers(form).filter(period=period).values_list("reporter", flat=True))
    return tuple(filer for filer in register().due(form, period) if filer.code not in answered)


def accepted_cells(wanted: CellFilter, as_of: datetime | None = None) -> tuple[AcceptedCell, ...]:
    """The cells that hold now, or held at the moment, in the order they were recorded."""
    rows = holding(CellRow.objects.filter(dataflow=wanted.dataflow), as_of)
    if wanted.measures:
        rows = rows.filter(measure__in=wanted.measures)
    if wanted.periods:
        rows = rows.filter(period__in=wanted.periods)
    if wanted.areas:
        rows = rows.filter(area_code__in=wanted.areas)
    for dimension, codes in wanted.dimensions.items():
        rows = rows.filter(**{f"dimensions__{dimension}__in": list(codes)})
    return _cells(rows)


def submission_findings(submission: int) -> tuple[Finding, ...]:
    """What was found in a file when it came in, remarks included."""
    return kept.read(Submission.objects.values_list("findings", flat=True).get(pk=submission))


def any_synthetic(as_of: datetime) -> bool:
    """Whether a return that held at the moment was synthetic; then every paper made of them says so."""
    held = holding(ReturnRow.objects.all(), as_of, since="received_at")
    return held.filter(submission__synthetic=True).exists()


def changes_between(earlier: datetime, later: datetime) -> tuple[CellDifference, ...]:
    """The numbers that hold at `later` otherwise than at `earlier`, with both values and places."""
    closed = CellRow.objects.filter(
        recorded_at__lte=earlier, superseded_at__gt=earlier, superseded_at__lte=later
    )
    opened = holding(CellRow.objects.filter(recorded_at__gt=earlier), later)
    before = {_key(cell): cell for cell in _cells(closed)}
    after = {_key(cell): cell for cell in _cells(opened)}
    keys = sorted(before.keys() | after.keys())
    return tuple(CellDifference.of(before.get(key), after.get(key)) for key in keys)


def _answers(
    form: FormSpec, table: FormTable | None = None, as_of: datetime | None = None
) -> QuerySet[ReturnRow]:
    rows = ReturnRow.objects.filter(form=form.code)
    if table and not table.events:
        rows = rows.filter(table=table.code)
    return holding(rows, as_of, since="received_at")


def _cells(rows: QuerySet[CellRow]) -> tuple[AcceptedCell, ...]:
    return tuple(
        AcceptedCell(*head, Place(file, sheet, cell), recorded, superseded, submission, by)
        for *head, file, sheet, cell, recorded, superseded, submission, by in rows.order_by("pk")
        .values_list(*_CELL)
        .iterator()
    )


def _key(cell: AcceptedCell) -> tuple[object, ...]:
    return cell.dataflow, cell.reporter, cell.period, cell.measure, tuple(sorted(cell.dimensions.items()))


def _run(periods: Iterable[Period], months: int) -> list[Period]:
    """Every period of that length from the first to the last, those without an answer included."""
    firsts = [period.first for period in periods]
    return [Period(first, months) for first in range(min(firsts), max(firsts) + 1, months)] if firsts else []
