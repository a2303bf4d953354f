"""What is known of a series when its year is estimated: months in hand, past years, first releases."""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.compile.grid import Grid
from tongket.figures.compile.places import first_day, last_day, same_extent
from tongket.figures.compile.tally import NOTHING
from tongket.figures.methods.time_series.series import MONTHS
from tongket.figures.methods.time_series.vintages import Known, Release, Triangle
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.period import Period

NOW = float("inf")  # what this compile finds became known after all that was recorded before


def months_in_hand(grid: Grid, key: SeriesKey, year: Period) -> tuple[Period, ...]:
    """The months from January on that are complete; none when one is missing in between, because
    what came after a gap would then stand for a part of the year it is not."""
    parts = grid.timeline.parts(year)
    there = [part for part in parts if grid.tally(key, part) is not None]
    return tuple(there) if there == list(parts[: len(there)]) else ()


def series_known(grid: Grid, key: SeriesKey, year: Period, months: tuple[Period, ...]) -> Known:
    """The months in hand and every complete past year on the same ground as the year itself."""
    periods = [*months, *(part for past in _past(grid, key, year) for part in grid.timeline.parts(past))]
    known: dict[int, Decimal] = {}
    for period in periods:
        known |= _spread(period, grid.read(grid.tally(key, period) or NOTHING))
    return Known(known)


def replayed(grid: Grid, key: SeriesKey, year: Period, known: Known) -> Triangle:
    """What was recorded of the series before, with its moments, and what this compile knows, as the latest.

    Years on other ground take no part.
    """
    areas = grid.job.context.areas
    releases: dict[int, list[Release]] = {}
    for period, recorded in grid.job.context.vintages(key).items():
        if period.length != grid.timeline.grain or period.first > year.last:
            continue
        if not same_extent(areas, key.area, first_day(period), last_day(year)):
            continue
        for one in recorded:
            for month, value in _spread(period, one.value).items():
                releases.setdefault(month, []).append(Release(one.known_at, value))
    for month, value in known.months.items():
        releases.setdefault(month, []).append(Release(NOW, value))
    return Triangle(releases)


def _past(grid: Grid, key: SeriesKey, year: Period) -> list[Period]:
    areas, today = grid.job.context.areas, last_day(year)
    return [
        past
        for past in grid.timeline.years()
        if past < year
        and all(grid.tally(key, part) is not None for part in grid.timeline.parts(past))
        and same_extent(areas, key.area, first_day(past), today)
    ]


def _spread(period: Period, value: Decimal) -> dict[int, Decimal]:
    """A period's sum by month: a quarter stands in its last month, for the methods only ever add up."""
    assert period.length <= MONTHS
    return {**dict.fromkeys(range(period.first, period.last), Decimal(0)), period.last: value}
