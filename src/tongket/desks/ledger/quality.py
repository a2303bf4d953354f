"""The quality of a release and the revisions of a figure, from the vintages the ledger kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from tongket.desks.ledger import doors
from tongket.desks.ledger.context import context
from tongket.desks.ledger.models import ObservationRow, Release
from tongket.desks.ledger.queries import run_at
from tongket.desks.ledger.rows import write_breakdown
from tongket.figures.compile.run import in_force
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.methods.revisions.vintages import Triangle, Vintage, revision_triangle
from tongket.figures.observations.observation import Address, SeriesKey
from tongket.figures.observations.release_quality import Returns, SeriesQuality, series_quality
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period


@dataclass(frozen=True)
class ReleaseReport:
    """A release and the quality of each series of the office's own area that it showed."""

    release: Release
    year: Period
    series: tuple[SeriesQuality, ...]


def release_report(catalogue: Catalogue, home: str, number: int) -> ReleaseReport:
    """The quality of release `number`: as it stood then, and its revisions up to now."""
    release = doors.release(number)
    then, now = doors.released(catalogue, number), doors.working(catalogue)
    coverage = context(catalogue, home, run_at(release.moment).moment).coverage
    year = Period.year(release.year)
    found = []
    for recipe in catalogue.recipes:
        series = SeriesKey(recipe.definition, home)
        if in_force(recipe, year) and then.periods(series):
            known = coverage.get(recipe.dataflow, {})
            returns = Returns(
                {period: one.due for period, one in known.items()},
                {period: one.answered for period, one in known.items()},
            )
            found.append(series_quality(series, year, then, now, returns))
    return ReleaseReport(release, year, tuple(found))


def revisions_of(catalogue: Catalogue, address: Address) -> Triangle:
    """What each release showed of a series, and what holds now: one row a period within the address's.

    A column for each release in order, and one for now. Source: METHODS §7, revision triangle.
    """
    definition = catalogue.indicators[address.indicator].definition(address.coverage)
    rows = ObservationRow.objects.filter(
        indicator=definition.indicator,
        version=definition.version,
        coverage=definition.coverage,
        area=address.area,
        breakdown=write_breakdown(address.breakdown),
    )
    history: dict[Period, list[Vintage]] = {}
    for row in rows.order_by("recorded_at", "pk"):
        if address.period.contains(row.period):
            value: Decimal | Cause = Cause(row.cause) if row.value is None else row.value
            history.setdefault(row.period, []).append(Vintage(row.recorded_at, value))
    moments: list[datetime] = [one.moment for one in Release.objects.order_by("number")]
    return revision_triangle(history, [*moments, timezone.now()])
