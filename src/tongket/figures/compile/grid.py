"""Every series of a recipe over its periods: what is there, what is a true zero, what is absent and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from tongket.figures.compile.context import Answered
from tongket.figures.compile.places import first_day, last_day, same_extent
from tongket.figures.compile.splits import split
from tongket.figures.compile.stood_for import StoodFor
from tongket.figures.compile.tally import NOTHING, Job, Tallies, Tally
from tongket.figures.compile.timeline import Absence, Timeline, absence_of, timeline
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Cause, Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Grid:
    """The tallies of a recipe, with the timeline of its dataflow and how a tally is read as a number.

    `zeros` says that nothing reported is a true 0 where all returns are in: a product that no return
    names was not exported. It holds for flows and counts; a stock that nobody reports is unknown.
    """

    job: Job
    timeline: Timeline
    tallies: Tallies
    read: Callable[[Tally], Decimal]
    zeros: bool

    @cached_property
    def series(self) -> tuple[SeriesKey, ...]:
        """The series with facts in any period, and the office's own whole even without."""
        wanted = {tuple(sorted(names)) for names in self.job.recipe.breakdowns}
        keys = dict.fromkeys(
            key for key in self.tallies if tuple(dimension for dimension, _ in key.breakdown) in wanted
        )
        home, map_ = self.job.context.home, self.job.context.areas
        days = [last_day(period) for period in self.timeline.periods if map_.knows(home, last_day(period))]
        if () in wanted and days and map_.at(home, days[-1]).level in self.job.recipe.levels:
            keys[self.job.series(home)] = None
        return tuple(sorted(keys, key=self._place_in_lists))

    def _place_in_lists(self, key: SeriesKey) -> tuple[object, ...]:
        """Areas by code; within one, the whole first and the parts as their code list has them."""
        places = [(name, self._places[name].get(code, 0), code) for name, code in key.breakdown]
        return key.area, len(places), places

    @cached_property
    def _places(self) -> dict[str, dict[str, int]]:
        names = {name for names in self.job.recipe.breakdowns for name in names}
        lists = {name: split(self.job.recipe, self.job.context, name).codelist for name in names}
        return {
            name: {code: place for place, code in enumerate(codes.items)} if codes else {}
            for name, codes in lists.items()
        }

    def absence(self, key: SeriesKey, period: Period) -> Absence | None:
        """Why the series has no figure for a period with returns out; None where its own area's are in."""
        found = self.timeline.absences.get(period)
        if found is None or found.cause is Cause.NOT_DUE:
            return found
        own = self._covered(key.area)[period]
        if own.due and self._stood_for:
            return self._stood_for.absence(key, period)
        return absence_of(own) if own.due else None

    @cached_property
    def _stood_for(self) -> StoodFor | None:
        stood = self.job.stand_ins(self.job.recipe.measure)
        return StoodFor(self.job.context, self.job.recipe.dataflow, stood) if stood else None

    @cached_property
    def _areas_covered(self) -> dict[str, Mapping[Period, Answered]]:
        return {}

    def _covered(self, area: str) -> Mapping[Period, Answered]:
        if area not in self._areas_covered:
            self._areas_covered[area] = self.job.context.covered(self.job.recipe.dataflow, area)
        return self._areas_covered[area]

    def tally(self, key: SeriesKey, period: Period) -> Tally | None:
        """What a complete period holds; None where it is not complete or nothing can be said."""
        if self.absence(key, period) is not None:
            return None
        found = self.tallies.get(key, {}).get(period)
        return NOTHING if found is None and self._is_zero(key, period) else found

    def _is_zero(self, key: SeriesKey, period: Period) -> bool:
        """All returns are in, or the area's whole is there and this part has nothing of it."""
        known = period in self.timeline.certain or period in self.timeline.absences
        complete = known or period in self.tallies.get(key.whole(), {})
        return self.zeros and complete and self.job.context.areas.knows(key.area, last_day(period))

    def at(self, key: SeriesKey, period: Period) -> Figure | None:
        """The figure of one period of the grain; None where there is neither a value nor a cause."""
        if (tally := self.tally(key, period)) is not None:
            return self._figure(key, (period,), tally)
        absence = self.absence(key, period)
        if absence is None or not self.job.context.areas.knows(key.area, last_day(period)):
            return None
        found = self.tallies.get(key, {}).get(period)
        return self.absent(absence, found.answers if found else 0)

    def over(self, key: SeriesKey, span: Period) -> Figure | None:
        """The figure of a span of several periods: theirs put together when all are there."""
        areas, parts = self.job.context.areas, self.timeline.parts(span)
        if not parts or not areas.knows(key.area, last_day(span)):
            return None
        if not same_extent(areas, key.area, first_day(span), last_day(span)):
            return self.absent(Absence(Cause.NOT_COMPARABLE, _MAP_CHANGED.format(area=key.area, span=span)))
        found = [self.tally(key, part) for part in parts]
        there = [tally for tally in found if tally is not None]
        if len(there) < len(parts):
            missing = [part for part, tally in zip(parts, found, strict=True) if tally is None]
            return self.absent(self.lacking(key, missing), sum(tally.answers for tally in there))
        return self._figure(key, parts, sum(there, NOTHING))

    def lacking(self, key: SeriesKey, missing: list[Period]) -> Absence:
        """Why a span of the series lacks, by the returns of its own area."""
        return self.timeline.lacking(
            missing, lambda period: self.absence(key, period) or self.timeline.absence(period)
        )

    def absent(self, absence: Absence, answers: int | None = None) -> Figure:
        return Figure.absent(self.job.recipe.definition.unit, absence.cause, absence.because, answers)

    def observed(self, key: SeriesKey, period: Period, figure: Figure) -> Observation:
        return Observation(key, period, figure, self.job.recipe.code)

    def observations(self, spans: tuple[Period, ...] = ()) -> Iterator[Observation]:
        """Every period of every series, then the spans asked for."""
        for key in self.series:
            for period in self.timeline.periods:
                if (figure := self.at(key, period)) is not None:
                    yield self.observed(key, period, figure)
            for span in spans:
                if (figure := self.over(key, span)) is not None:
                    yield self.observed(key, span, figure)

    def _figure(self, key: SeriesKey, periods: tuple[Period, ...], tally: Tally) -> Figure:
        figure = Figure(self.read(tally), self.job.recipe.definition.unit, answers=tally.answers)
        if not tally.stood_in or self._stood_for is None or figure.value is None:
            return figure
        stood_in = sum(tally.stood_in.values(), Decimal(0))
        told = self._stood_for.told(key, periods, figure.value, stood_in)
        return replace(figure, status=ObsStatus.IMPUTED, because=told)


def grid(job: Job, tallies: Tallies, read: Callable[[Tally], Decimal], zeros: bool) -> Grid:
    """Lay the tallies out over the periods of their dataflow."""
    facts = {period for periods in tallies.values() for period in periods}
    coverage = job.context.coverage.get(job.recipe.dataflow, {})
    return Grid(job, timeline(job.recipe.dataflow, coverage, facts), tallies, read, zeros)


_MAP_CHANGED = Text(
    "địa bàn mã {area} thay đổi địa giới trong {span}",
    "the area {area} was redrawn within {span}",
)
