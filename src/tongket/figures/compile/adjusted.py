"""Method `seasonal_adjustment`: a monthly series without its season and without Tết's moving about."""

from __future__ import annotations

from collections.abc import Iterator

from tongket.figures.compile.parameters import Parameter, flag, one_of, source
from tongket.figures.compile.sourced import Run, absent, made_of, sourced, target
from tongket.figures.compile.tally import Job
from tongket.figures.methods.time_series.seasonal_adjustment import (
    Adjustment,
    CalendarEffects,
    seasonally_adjust,
)
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

SERIES = source("series")
TRADING_DAYS = Parameter("trading_days", Text.same("true, false"), flag, False)
WITHOUT_PROGRAM = Parameter("without_program", Text.same("refuse, stl"), one_of("refuse", "stl"), "refuse")

PARAMETERS = (SERIES, TRADING_DAYS, WITHOUT_PROGRAM)


def adjusted(job: Job) -> Iterator[Observation]:
    """Every month of the source adjusted by X-13, or absent with the reason why it cannot be.

    Where the program is missing the months are absent and say so; `without_program: stl` takes STL in
    its place, which says so too.
    """
    given = sourced(job, SERIES)
    for series in given.wanted():
        if run := given.run(series, 1):
            yield from _one(job, series, run)


def _one(job: Job, series: SeriesKey, run: Run) -> Iterator[Observation]:
    found = _adjustment(job, run)
    if isinstance(found, Unanswered):
        yield from absent(job, series, run.periods, found)
        return
    because = found.note or _BY.format(program=found.method)
    gap = Unanswered(Cause.NOT_ANSWERED, _GAP)
    for period, figure, value in zip(run.periods, run.figures, found.adjusted, strict=True):
        if value is None:
            yield from absent(job, series, (period,), gap)
        else:
            made = made_of(job, value, (figure,), because)
            yield Observation(target(job, series), period, made, job.recipe.code)


def _adjustment(job: Job, run: Run) -> Adjustment | Unanswered:
    calendars, recipe = job.context.calendars, job.recipe
    effects = CalendarEffects(calendars.windows, TRADING_DAYS.of(recipe), calendars.centred_on, calendars.tet)
    return seasonally_adjust(
        run.values,
        run.periods[0],
        job.context.adjust,
        calendar=effects,
        limits=calendars.limits,
        fallback=WITHOUT_PROGRAM.of(recipe) == "stl",
    )


_BY = Text("điều chỉnh mùa vụ và Tết bằng {program}", "adjusted for season and Tết by {program}")
_GAP = Text("tháng này chưa có số liệu gốc", "the month has no figure to adjust")
