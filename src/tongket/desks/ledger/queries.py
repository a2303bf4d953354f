"""Reads of the ledger beside its two doors: the runs and the releases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Q

from tongket.desks.filing.models import CellRow
from tongket.desks.ledger.models import CompileRun, ObservationRow, Release
from tongket.desks.ledger.rows import write_breakdown
from tongket.desks.site.moments import microseconds
from tongket.figures.methods.time_series.vintages import Release as Known
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Refusal, Text


class NothingCompiled(Refusal):
    """There is no compiled figure yet."""


def run_at(moment: datetime | None = None) -> CompileRun:
    """The last compile up to the moment (now, when None): what the book of that moment was made by."""
    runs = CompileRun.objects.order_by("moment")
    run = (runs if moment is None else runs.filter(moment__lte=moment)).last()
    if run is None:
        raise NothingCompiled(
            Text(
                "Chưa có số liệu nào được tổng hợp. Hãy chạy “tongket compile” trước.",
                "Nothing has been compiled yet. Run “tongket compile” first.",
            )
        )
    return run


def arrived_since(run: CompileRun) -> bool:
    """Whether a return was recorded or corrected after the compile, which therefore does not know it."""
    late = Q(recorded_at__gt=run.moment) | Q(superseded_at__gt=run.moment)
    return CellRow.objects.filter(late).exists()


def releases() -> list[Release]:
    """All releases, the newest first."""
    return list(Release.objects.order_by("-number"))


def recorded(series: SeriesKey, before: datetime | None = None) -> Mapping[Period, list[Known]]:
    """Every value a series ever had, recorded before the moment (None: ever), the earliest first."""
    definition = series.definition
    rows = ObservationRow.objects.filter(
        indicator=definition.indicator,
        version=definition.version,
        coverage=definition.coverage,
        area=series.area,
        breakdown=write_breakdown(series.breakdown),
        value__isnull=False,
    )
    if before is not None:
        rows = rows.filter(recorded_at__lt=before)
    found: dict[Period, list[Known]] = {}
    for period, value, moment in rows.order_by("recorded_at").values_list("period", "value", "recorded_at"):
        found.setdefault(period, []).append(Known(microseconds(moment), value))
    return found
