"""Method `raking`: parts of the map made to add to what contains them, communes to districts to province."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tongket.figures.compile.benchmarked import SERIES
from tongket.figures.compile.parameters import Parameter, one_of, source
from tongket.figures.compile.places import last_day
from tongket.figures.compile.sourced import Sourced, absent, made_of, sourced, target
from tongket.figures.compile.tally import Job
from tongket.figures.methods.time_series.raking import rake
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.area import LEVELS, Level
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

TOTALS = source("totals")
WITHIN = Parameter("within", Text.same(", ".join(LEVELS)), one_of(*LEVELS), "province")
PARAMETERS = (SERIES, TOTALS, WITHIN)

Slot = tuple[SeriesKey, Period]


def raked(job: Job) -> Iterator[Observation]:
    """The parts of each unit of the level `within`, moved in proportion to their size to add to its total.

    Parts are the areas of the recipe's own levels. A period without its total, or with a part missing,
    leaves every part of that unit absent.
    """
    given, totals = sourced(job, SERIES), sourced(job, TOTALS)
    groups: dict[Slot, list[SeriesKey]] = {}
    for series in given.wanted():
        for period in given.periods[series]:
            if (above := _above(job, series, period)) is not None:
                key = SeriesKey(totals.definition, above, series.breakdown)
                groups.setdefault((key, period), []).append(series)
    for (whole, period), parts in groups.items():
        yield from _one(job, parts, period, given, totals.at(whole, period))


def _above(job: Job, series: SeriesKey, period: Period) -> str | None:
    """The unit of the level `within` that the area lies in on the period's last day."""
    areas, day = job.context.areas, last_day(period)
    level: Level = next(one for one in LEVELS if one == WITHIN.of(job.recipe))
    found = areas.ancestor(series.area, day, level) if areas.knows(series.area, day) else None
    return found.code if found and found.code != series.area else None


def _one(
    job: Job, parts: list[SeriesKey], period: Period, given: Sourced, whole: Figure
) -> Iterator[Observation]:
    figures = [given.at(series, period) for series in parts]
    found = rake([figure.value for figure in figures], whole.value)
    because = _TO.format(period=period)
    for place, (series, figure) in enumerate(zip(parts, figures, strict=True)):
        if isinstance(found, Unanswered):
            yield from absent(job, series, (period,), found)
        else:
            made = made_of(job, found[place], (figure, whole), because)
            yield Observation(
                target(job, series), period, replace(made, answers=figure.answers), job.recipe.code
            )


_TO = Text(
    "chỉnh để các địa bàn cộng bằng tổng của {period}", "moved so that the areas add to the total of {period}"
)
