"""Which facts stand behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tongket.figures.compile.basket import basket
from tongket.figures.compile.context import Answered, Context
from tongket.figures.compile.parameters import (
    DENOMINATOR,
    GAPS,
    IMPUTE,
    ITEM,
    PAST_YEARS,
    WEIGHTS,
    YEAR_ESTIMATE,
)
from tongket.figures.compile.places import last_day, map_number
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.splits import selected, split
from tongket.figures.compile.survey import ESTIMATOR, MATCHED
from tongket.figures.methods.index_numbers.basket import Basket as Layout
from tongket.figures.methods.index_numbers.gaps import PARENTAL
from tongket.figures.methods.index_numbers.links import Overlap
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
    linked = _linked(recipe, series.area, period, context)
    dimensions = dimensions_behind(recipe, series.whole() if linked else series, context)
    periods = (*_periods(recipe, series.area, period, context), *linked)
    return _donors(recipe, period, context) + _filters(recipe, series.area, periods, dimensions, context)


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


def _donors(recipe: Recipe, period: Period, context: Context) -> tuple[FactFilter, ...]:
    """What the stand-ins of a period's missing returns were made of: those that are in, and their past."""
    if IMPUTE.of(recipe) == "none":
        return ()
    out = [one for one in context.due.get(recipe.dataflow, {}) if period.contains(one)]
    return tuple(
        FactFilter(
            recipe.dataflow,
            (recipe.measure,),
            (one,),
            selected(recipe, context),
            context.areas.below(context.home, last_day(one)),
        )
        for month in out
        for one in (month, month.previous(), month.same_last_year())
        if context.areas.knows(context.home, last_day(one))
    )


def _periods(recipe: Recipe, area: str, period: Period, context: Context) -> tuple[Period, ...]:
    """The periods a fact may have, of whatever length the form asks for."""
    coverage = context.covered(recipe.dataflow, area)
    shape = context.indicators.of(recipe.definition).shape
    if shape in (Shape.STOCK, Shape.RATIO):
        found = [part for part in _calendar(period) if part.last == period.last]
    else:
        spans = [*_past_years(recipe, period, coverage), period]
        found = [part for span in spans for part in _calendar(span) if _may_be_complete(coverage, part)]
    return tuple(dict.fromkeys([*found, period]))


def _linked(recipe: Recipe, area: str, period: Period, context: Context) -> tuple[Period, ...]:
    """The months that an index of the period is linked over and measured on, beside the period's own.

    They take the whole basket, for what is missing in them moves as its parent does.
    """
    if WEIGHTS.name not in recipe.parameters:
        return ()
    layout = basket(recipe, context).layout
    coverage = context.covered(recipe.dataflow, area)
    months = [month for span in _spans_linked(layout, period) for month in span.months()]
    prices = recipe.method == "price_index"
    if prices or GAPS.of(recipe) != PARENTAL:  # each month stands on those before it
        start = min([period.first, *(known.first for known in coverage)])
        last = max([period.last, *(month.last for month in months)])
        months = list(Period(start, last - start + 1).months())
    # A price is matched in every month it is in; volumes count where all returns are.
    found = dict.fromkeys(month for month in months if prices or _may_be_complete(coverage, month))
    return tuple(month for month in found if not period.contains(month))


def _spans_linked(layout: Layout, period: Period) -> Iterator[Period]:
    """The years that products are measured on without a given base, and the overlaps of the links so far."""
    first, *later = layout.weight_years
    last = max(period.last // 12, layout.reference_year if later else 0)
    for one in layout.weight_years:
        if np.isnan(one.bases[one.shares > 0]).any():
            yield Period.year(one.base_year)
    if layout.reference_year != first.base_year:
        yield Period.year(layout.reference_year)
    for one in later:
        if one.since <= last:
            before = Period.year(one.since - 1)
            yield Period.month(one.since - 1, 12) if layout.overlap is Overlap.ONE_MONTH else before


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


def dimensions_behind(recipe: Recipe, series: SeriesKey, context: Context) -> dict[str, frozenset[str]]:
    """The codes a fact may have in each dimension that is selected by or split by."""
    kept = selected(recipe, context)
    if WEIGHTS.name in recipe.parameters:
        return {**kept, ITEM.of(recipe): basket(recipe, context).codes_of(series.breakdown)}
    for name, node in series.breakdown:
        one = split(recipe, context, name)
        codes = one.codes(node)
        kept[one.source] = kept[one.source] & codes if one.source in kept else codes
    return kept
