"""The values a figure has had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tongket.desks.ledger.models import ObservationRow
from tongket.desks.ledger.rows import figure_of, write_breakdown
from tongket.figures.observations.observation import Address, SeriesKey
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.period import Period


@dataclass(frozen=True)
class Vintage:
    """One value a stored observation has had, and from when to when it held."""

    address: str
    figure: Figure
    recorded_at: datetime
    superseded_at: datetime | None


def vintages_of(series: SeriesKey, periods: Iterable[Period]) -> tuple[Vintage, ...]:
    """Every vintage of the observations the periods rest on, in the order they were recorded."""
    definition = series.definition
    rows = ObservationRow.objects.filter(
        indicator=definition.indicator,
        coverage=definition.coverage,
        area=series.area,
        breakdown=write_breakdown(series.breakdown),
        period__in=[part for period in periods for part in (period, *period.months())],
    )
    return tuple(
        Vintage(str(Address.of(series, row.period)), figure_of(row), row.recorded_at, row.superseded_at)
        for row in rows.order_by("pk")
    )
