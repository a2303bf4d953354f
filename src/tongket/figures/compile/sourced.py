"""What a recipe starts from when it starts from observations: the series that other recipes made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.parameters import Parameter, Source
from tongket.figures.compile.places import last_day
from tongket.figures.compile.tally import Job
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.observations.levels import firmest, level
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.indicator import Definition
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Sourced:
    """The series of one definition that the recipes before this one made."""

    job: Job
    definition: Definition

    @cached_property
    def periods(self) -> dict[SeriesKey, list[Period]]:
        """The periods of each series that stand in the book, in order of time."""
        found: dict[SeriesKey, list[Period]] = {}
        for series, period in self.job.made:
            if series.definition == self.definition:
                found.setdefault(series, []).append(period)
        return {series: sorted(periods) for series, periods in sorted(found.items())}

    def wanted(self) -> tuple[SeriesKey, ...]:
        """The series of the levels of area and the splits the recipe asks for."""
        recipe, areas = self.job.recipe, self.job.context.areas
        splits = {tuple(sorted(names)) for names in recipe.breakdowns}
        found = []
        for series, periods in self.periods.items():
            day = last_day(periods[-1])
            if tuple(name for name, _ in series.breakdown) in splits and areas.knows(series.area, day):
                found += [series] if areas.at(series.area, day).level in recipe.levels else []
        return tuple(found)

    def whole_series(self) -> tuple[SeriesKey, ...]:
        """The wholes among them, whatever splits the recipe asks for."""
        areas, levels = self.job.context.areas, self.job.recipe.levels
        days = {series: last_day(periods[-1]) for series, periods in self.periods.items()}
        return tuple(
            series
            for series, day in days.items()
            if not series.breakdown
            and areas.knows(series.area, day)
            and areas.at(series.area, day).level in levels
        )

    def at(self, series: SeriesKey, period: Period) -> Figure:
        """The level for a period, put together from shorter ones where it is not there itself."""
        return level(self.job.made, self.job.context.indicators.of(self.definition), series, period)

    def run(self, series: SeriesKey, length: int) -> Run | None:
        """Every period of `length` months from the first with a value to the last; None without any."""
        months = [part for span in self.periods.get(series, ()) for part in (span.first, span.last)]
        if not months:
            return None
        start, end = -(-min(months) // length), (max(months) + 1) // length
        spans = [Period(number * length, length) for number in range(start, end)]
        figures = {span: self.at(series, span) for span in spans}
        there = [span for span in spans if figures[span].value is not None]
        if not there:
            return None
        kept = [span for span in spans if there[0] <= span <= there[-1]]
        return Run(tuple(kept), tuple(figures[span] for span in kept))


@dataclass(frozen=True)
class Run:
    """Figures of periods in a row, all of one length; a gap is a figure without a value."""

    periods: tuple[Period, ...]
    figures: tuple[Figure, ...]

    @property
    def values(self) -> tuple[Decimal | None, ...]:
        return tuple(figure.value for figure in self.figures)


def sourced(job: Job, parameter: Parameter[Source]) -> Sourced:
    """The source a parameter names; refuses one of another unit than the recipe's own."""
    recipe, source = job.recipe, parameter.of(job.recipe)
    definition = source.definition(job.context.indicators)
    if definition.unit != recipe.definition.unit:
        raise RecipeRefused(
            _UNIT.format(
                recipe=recipe.code, source=definition, found=definition.unit, unit=recipe.definition.unit
            )
        )
    return Sourced(job, definition)


def target(job: Job, series: SeriesKey) -> SeriesKey:
    """The series the recipe makes of a source: the same area and part."""
    return SeriesKey(job.recipe.definition, series.area, series.breakdown)


def absent(
    job: Job, series: SeriesKey, periods: tuple[Period, ...], why: Unanswered
) -> Iterator[Observation]:
    """Every period without a value, for one reason."""
    figure = Figure.absent(job.recipe.definition.unit, why.cause, why.because)
    return (Observation(target(job, series), period, figure, job.recipe.code) for period in periods)


def made_of(job: Job, value: float, figures: tuple[Figure, ...], because: Text | None = None) -> Figure:
    """A value as firm as the least firm of what it is made of."""
    data_type, status = firmest(figures)
    answers = [figure.answers for figure in figures if figure.answers is not None]
    unit = job.recipe.definition.unit
    return Figure(
        exact(value), unit, data_type, status, because=because, answers=sum(answers) if answers else None
    )


_UNIT = Text(
    "Công thức “{recipe}”: “{source}” tính bằng “{found}”, chỉ tiêu cần tính bằng “{unit}”. "
    "Hãy đặt hai đơn vị như nhau.",
    "Recipe “{recipe}”: “{source}” is in “{found}”, the indicator to make in “{unit}”. "
    "Give both the same unit.",
)
