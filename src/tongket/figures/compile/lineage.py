"""Which facts stand behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tongket.figures.compile.basket import basket
from tongket.figures.compile.context import Answered, Context
from tongket.figures.compile.parameters import DENOMINATOR, ITEM, PAST_YEARS, YEAR_ESTIMATE
from tongket.figures.compile.places import last_day, map_number
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.splits import selected, split
from tongket.figures.compile.survey import ESTIMATOR, MATCHED
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import MONTHS, Period

Coverage = Mapping[Period, Answered]


@dataclass(frozen=True)
class FactFilter:
    """Facts of a dataflow, by what they may hold: a fact is meant when every one of its columns fits.

    A dimension that is not named may hold any code.
    """

    dataflow: str
    measures: tuple[str, ...]
    periods: tuple[Period, ...]
    dimensions: Mapping[str, frozenset[str]]
    areas: frozenset[str]


def inputs(recipe: Recipe, series: SeriesKey, period: Period, context: Context) -> tuple[FactFilter, ...]:
    """The facts behind the figure of a series for a period.

    A recipe that starts from observations has none of its own; those behind its sources are theirs.
    The map may change within the period, so there is a filter for each map. For an estimated
    year they are the months in and the past years its shares come from; where the register of returns
    does not know a period, it is counted in, for it may have been complete.
    """
    if not recipe.dataflow:
        return ()
    if recipe.method == "survey_total":
        # Whether a unit has answered is told by any of its facts, wherever and of whatever it is.
        return _filters(recipe, context.home, _surveyed(recipe, period, context), {}, context)
    periods = _periods(recipe, period, context)
    return _filters(recipe, series.area, periods, _dimensions(recipe, series, context), context)


def _filters(
    recipe: Recipe,
    area: str,
    periods: Iterable[Period],
    dimensions: Mapping[str, frozenset[str]],
    context: Context,
) -> tuple[FactFilter, ...]:
    """One filter for each map that was in force in the periods."""
    below = (DENOMINATOR.of(recipe),) if DENOMINATOR.name in recipe.parameters else ()
    by_map: dict[int, list[Period]] = {}
    for one in periods:
        if context.areas.knows(area, last_day(one)):
            by_map.setdefault(map_number(context.areas, last_day(one)), []).append(one)
    return tuple(
        FactFilter(
            recipe.dataflow,
            (recipe.measure, *below),
            tuple(some),
            dimensions,
            context.areas.below(area, last_day(some[0])),
        )
        for some in by_map.values()
    )


def _surveyed(recipe: Recipe, period: Period, context: Context) -> tuple[Period, ...]:
    """The periods of a survey, complete or not; what is carried by growth rests on all before it too."""
    found = list(_calendar(period))
    if ESTIMATOR.of(recipe) == MATCHED:
        found += [one for one in context.coverage.get(recipe.dataflow, {}) if one.last <= period.last]
    return tuple(dict.fromkeys([*found, period]))


def all_inputs(recipe: Recipe, area: str, context: Context) -> tuple[FactFilter, ...]:
    """Every fact of an area that a recipe ever reads, for what starts from its whole series."""
    whole = SeriesKey(recipe.definition, area)
    coverage = context.coverage.get(recipe.dataflow, {})
    return tuple(one for period in coverage for one in inputs(recipe, whole, period, context))


def _periods(recipe: Recipe, period: Period, context: Context) -> tuple[Period, ...]:
    """The periods a fact may have, of whatever length the form asks for."""
    coverage = context.coverage.get(recipe.dataflow, {})
    shape = context.indicators.of(recipe.definition).shape
    if shape in (Shape.STOCK, Shape.RATIO):
        found = [part for part in _calendar(period) if part.last == period.last]
    else:
        spans = [*_past_years(recipe, period, coverage), period]
        found = [part for span in spans for part in _calendar(span) if _may_be_complete(coverage, part)]
    return tuple(dict.fromkeys([*found, period]))


def _calendar(span: Period) -> Iterator[Period]:
    """The months, quarters, halves and years within a span."""
    for size in sorted(MONTHS.values()):
        for first in range(-(-span.first // size) * size, span.last - size + 2, size):
            yield Period(first, size)


def _past_years(recipe: Recipe, year: Period, coverage: Coverage) -> list[Period]:
    """The past years that an estimate of this year may rest on; none where it needs no estimate."""
    estimated = year.frequency == "A" and YEAR_ESTIMATE.of(recipe) != "none"
    if not estimated or _is_complete(coverage, year):
        return []
    most = PAST_YEARS.of(recipe)
    earliest = min((known.start_year for known in coverage), default=year.start_year)
    found: list[Period] = []
    for back in range(1, max(year.start_year - earliest, most) + 1):
        past = year.years_back(back)
        if sum(_is_complete(coverage, one) for one in found) < most:
            found += [past] * all(_may_be_complete(coverage, part) for part in _calendar(past))
    return sorted(found)


def _may_be_complete(coverage: Coverage, period: Period) -> bool:
    known = coverage.get(period)
    return known is None or known.answered >= known.due


def _is_complete(coverage: Coverage, year: Period) -> bool:
    """Whether the register knows every part of the year, and all their returns are in."""
    known = [part for part in _calendar(year) if part in coverage]
    complete = all(coverage[part].due and _may_be_complete(coverage, part) for part in known)
    return complete and sum(part.length for part in known) == year.length


def _dimensions(recipe: Recipe, series: SeriesKey, context: Context) -> dict[str, frozenset[str]]:
    """The codes a fact may have in each dimension that is selected by or split by."""
    kept = selected(recipe, context)
    if recipe.method == "production_index":
        return {**kept, ITEM.of(recipe): basket(recipe, context).codes_of(series.breakdown)}
    for name, node in series.breakdown:
        one = split(recipe, context, name)
        codes = one.codes(node)
        kept[one.source] = kept[one.source] & codes if one.source in kept else codes
    return kept
