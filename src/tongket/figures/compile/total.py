"""Method `total`: sums of returns by area and part, by period and by year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tongket.figures.compile.estimate import year_estimates
from tongket.figures.compile.grid import Grid, grid
from tongket.figures.compile.parameters import SPANS, YEAR_ESTIMATE
from tongket.figures.compile.tally import Job, Tally, tallies
from tongket.figures.compile.units import conversion
from tongket.figures.observations.observation import Observation
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period


def total(job: Job) -> Iterator[Observation]:
    """The sum of a measure; a flow's year is the sum of its periods, a stock's its last.

    A year that is not complete is estimated where the recipe says how, else it is absent with the
    periods it lacks. `spans` asks for sums over further spans.
    """
    recipe = job.recipe
    things, convert = conversion(recipe, job.context, recipe.measure, recipe.definition.unit)
    flow = job.indicator.shape is Shape.FLOW
    laid = grid(job, tallies(job, recipe.measure, things, convert), add_things, zeros=flow)
    yield from laid.observations(SPANS.of(recipe) if flow else ())
    for year in laid.timeline.years():
        yield from _flow_year(laid, year) if flow else _stock_year(laid, year)


def _flow_year(laid: Grid, year: Period) -> Iterator[Observation]:
    recipe = laid.job.recipe
    figures = {key: figure for key in laid.series if (figure := laid.over(key, year)) is not None}
    incomplete = {
        key for key, figure in figures.items() if figure.cause in (Cause.NOT_DUE, Cause.NOT_ANSWERED)
    }
    if incomplete and YEAR_ESTIMATE.of(recipe) != "none":
        estimates = year_estimates(laid, year)
        figures |= {key: figure for key, figure in estimates.items() if key in incomplete}
    for key, figure in figures.items():
        yield laid.observed(key, year, figure)


def _stock_year(laid: Grid, year: Period) -> Iterator[Observation]:
    """The year of a stock is its last period."""
    last = laid.timeline.parts(year)[-1]
    for key in laid.series:
        figure = laid.at(key, last)
        if figure is None and last > laid.timeline.periods[-1]:
            figure = laid.absent(laid.lacking(key, [last]))
        if figure is not None:
            yield laid.observed(key, year, figure)


def add_things(tally: Tally) -> Decimal:
    return sum(tally.sums.values(), Decimal(0))
