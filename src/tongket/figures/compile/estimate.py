"""The running year of a flow, estimated from its months in hand by one of the methods A to E, or the best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.figures.compile.estimate_words import figure_of, no_answer, too_early
from tongket.figures.compile.grid import Grid
from tongket.figures.compile.hand import months_in_hand, replayed, series_known
from tongket.figures.compile.parameters import (
    DAMPING,
    NO_SOURCE,
    PAST_YEARS,
    YEAR_ESTIMATE,
    YEAR_INDICATOR,
)
from tongket.figures.compile.places import last_day
from tongket.figures.compile.sourced import Sourced
from tongket.figures.compile.splits import split
from tongket.figures.compile.tally import NOTHING
from tongket.figures.compile.timeline import Absence
from tongket.figures.methods.ratios import ratio
from tongket.figures.methods.time_series.back_test import YearView, year_view
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.methods.time_series.vintages import Known
from tongket.figures.methods.time_series.year_ladder import LEAST_MONTHS, Candidate, Estimator
from tongket.figures.methods.time_series.year_methods import YearMethod, ladder
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.figure import CAUSES, Cause, Figure
from tongket.figures.terms.period import Period

MONTHLY = (YearMethod.MODEL, YearMethod.INDICATOR)  # the others take periods of any length


@dataclass(frozen=True, slots=True)
class Estimated:
    """An estimate with what it was made from. `fitted` is the factor that made the parts add up."""

    months: tuple[Period, ...]
    in_hand: Decimal
    answers: int
    estimate: Candidate
    view: YearView | None = None
    fitted: Decimal = Decimal(1)


def year_estimates(grid: Grid, year: Period) -> dict[SeriesKey, Figure]:
    """The estimate of an incomplete year for every series that has one, or why it has none.

    Series without any month in hand are left to say what they lack. Parts are estimated each by its
    own months, then fitted to their whole from the top of the tree, so that a table adds up.
    """
    found = {key: _estimate(grid, key, year) for key in grid.series}
    made = {key: one for key, one in found.items() if isinstance(one, Estimated)}
    for name in sorted({key.breakdown[0][0] for key in made if len(key.breakdown) == 1}):
        codelist = split(grid.job.recipe, grid.job.context, name).codelist
        for area in sorted({key.area for key in made}):
            made |= _fitted(made, grid.job.series(area), name, codelist)
    figures = {
        key: figure_of(grid, one.months, one.answers, one.estimate, one.view, one.fitted)
        for key, one in made.items()
    }
    return figures | {key: grid.absent(one) for key, one in found.items() if isinstance(one, Absence)}


def _estimate(grid: Grid, key: SeriesKey, year: Period) -> Estimated | Absence | None:
    months = months_in_hand(grid, key, year)
    if not months or not grid.job.context.areas.knows(key.area, last_day(year)):
        return None
    lacking = grid.lacking(key, [part for part in grid.timeline.parts(year) if part not in months])
    if len(months) * grid.timeline.grain < LEAST_MONTHS:
        return too_early(lacking, LEAST_MONTHS)
    known = series_known(grid, key, year, months)
    found = _answer(grid, key, year, known)
    if isinstance(found, Unanswered):
        years = len(known.years_before(year.start_year)[: PAST_YEARS.of(grid.job.recipe)])
        return no_answer(lacking, YEAR_ESTIMATE.of(grid.job.recipe), found, years)
    in_hand = sum((grid.read(grid.tally(key, month) or NOTHING) for month in months), Decimal(0))
    answers = sum((grid.tally(key, month) or NOTHING).answers for month in months)
    if isinstance(found, Candidate):
        return Estimated(months, in_hand, answers, found)
    return Estimated(months, in_hand, answers, _of_view(grid, found), found)


def _answer(grid: Grid, key: SeriesKey, year: Period, known: Known) -> Candidate | YearView | Unanswered:
    rule, methods = YEAR_ESTIMATE.of(grid.job.recipe), _methods(grid, key)
    if rule not in methods:
        named = {str(method): estimator for method, estimator in methods.items()}
        return year_view(replayed(grid, key, year, known), year.start_year, named)
    found = methods[YearMethod(rule)](known, year.start_year)
    return Unanswered(found, CAUSES[found]) if isinstance(found, Cause) else found


def _methods(grid: Grid, key: SeriesKey) -> dict[YearMethod, Estimator]:
    """The ladder for a series; its models are for months only."""
    recipe, named = grid.job.recipe, YEAR_INDICATOR.of(grid.job.recipe)
    related: Mapping[int, Decimal] | None = None
    if named != NO_SOURCE:
        source = Sourced(grid.job, named.definition(grid.job.context.indicators))
        run = source.run(SeriesKey(source.definition, key.area), 1)
        pairs = zip(run.periods, run.values, strict=True) if run else ()
        related = {period.first: value for period, value in pairs if value is not None}
    methods = ladder(PAST_YEARS.of(recipe), DAMPING.of(recipe), related)
    return {name: one for name, one in methods.items() if grid.timeline.grain == 1 or name not in MONTHLY}


def _of_view(grid: Grid, view: YearView) -> Candidate:
    """The method chosen, or the methods together where the recipe combines them and trials allow it."""
    combine = YEAR_ESTIMATE.of(grid.job.recipe) == "combined" and view.combined is not None
    return replace(view.chosen, value=view.combined) if combine and view.combined else view.chosen


def _fitted(
    made: Mapping[SeriesKey, Estimated], whole: SeriesKey, name: str, codelist: Codelist | None
) -> dict[SeriesKey, Estimated]:
    """The parts of one area fitted to their whole, level by level from the top."""
    keys = {key for key in made if key.whole() == whole and [split for split, _ in key.breakdown] == [name]}
    children: dict[SeriesKey, list[SeriesKey]] = {}
    for key in sorted(keys):
        above = codelist[key.breakdown[0][1]].parent if codelist else ""
        parent = whole.within(**{name: above})
        children.setdefault(parent if parent in keys else whole, []).append(key)
    fitted: dict[SeriesKey, Estimated] = {}
    waiting = [whole] if whole in made else []
    while waiting:
        above_all = waiting.pop()
        parts = children.get(above_all, [])
        factor = _factor(fitted.get(above_all, made[above_all]), [made[key] for key in parts])
        if factor is None:
            continue
        for key in parts:
            fitted[key] = replace(made[key], estimate=made[key].estimate.scaled(factor), fitted=factor)
        waiting += parts
    return fitted


def _factor(top: Estimated, parts: list[Estimated]) -> Decimal | None:
    """What the parts are multiplied by to add to the whole.

    None where the parts' months in hand do not make those of the whole: then some of it stands in no
    part, or in one without an estimate, and nothing says what the others should add to.
    """
    if sum((part.in_hand for part in parts), Decimal(0)) != top.in_hand:
        return None
    factor = ratio(top.estimate.value, sum((part.estimate.value for part in parts), Decimal(0)))
    return None if isinstance(factor, Cause) else factor
