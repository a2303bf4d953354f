"""Method `benchmark`: a monthly or quarterly series made to agree with yearly totals, its movement kept."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tongket.figures.compile.parameters import Parameter, number, one_of, source
from tongket.figures.compile.sourced import Run, Sourced, absent, made_of, sourced, target
from tongket.figures.compile.tally import Job
from tongket.figures.methods.time_series.benchmarking import (
    ADDITIVE,
    PROPORTIONAL,
    RHO_MONTHLY,
    Benchmarked,
    Bias,
    cholette_dagum,
    denton,
)
from tongket.figures.methods.time_series.series import MONTHS, Aggregation, Alignment, Unanswered
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

SERIES = source("series")
BENCHMARKS = source("benchmarks")
RULE = Parameter("rule", Text.same("denton, cholette_dagum"), one_of("denton", "cholette_dagum"), "denton")
MOVEMENT = Parameter(
    "movement", Text.same("proportional, additive"), one_of("proportional", "additive"), "proportional"
)
RHO = Parameter(
    "rho", Text("một số từ 0 đến 1", "a number from 0 to 1"), number(0, 1), Decimal(str(RHO_MONTHLY))
)
GRAINS = {"month": 1, "quarter": 3}
GRAIN = Parameter("grain", Text.same(", ".join(GRAINS)), one_of(*GRAINS), "month")
PARAMETERS = (SERIES, BENCHMARKS, RULE, MOVEMENT, RHO, GRAIN)
TOGETHER = {
    Shape.FLOW: Aggregation.FLOW,
    Shape.INDEX: Aggregation.MEAN,
    Shape.STOCK: Aggregation.STOCK,
}


def benchmarked(job: Job) -> Iterator[Observation]:
    """Each period of the source, and each whole year of it, so that years equal their benchmarks.

    Years without a benchmark carry the last adjustment on; they are told apart in the figure's words.
    """
    given, totals = sourced(job, SERIES), sourced(job, BENCHMARKS)
    for series in given.wanted():
        if run := given.run(series, GRAINS[GRAIN.of(job.recipe)]):
            yield from _one(job, series, run, years_of(totals, series, run))


def years_of(totals: Sourced, series: SeriesKey, run: Run) -> dict[Period, Figure]:
    """The yearly figures of the same area and part, for every year the run touches."""
    same = SeriesKey(totals.definition, series.area, series.breakdown)
    first, last = run.periods[0].start_year, run.periods[-1].start_year
    return {Period.year(year): totals.at(same, Period.year(year)) for year in range(first, last + 1)}


def alignment(job: Job, run: Run) -> Alignment:
    """How the years lie over the run, which may begin inside one."""
    length = run.periods[0].length
    begun = run.periods[0].first % MONTHS // length
    return Alignment(MONTHS // length, TOGETHER[job.indicator.shape], -begun)


def _one(job: Job, series: SeriesKey, run: Run, years: dict[Period, Figure]) -> Iterator[Observation]:
    found = _solved(job, run, years)
    if isinstance(found, Unanswered):
        yield from absent(job, series, run.periods, found)
        return
    for period, figure, value in zip(run.periods, run.figures, found.values, strict=True):
        year = next(one for one in years if one.contains(period))
        bound = years[year].value is not None and list(years).index(year) not in found.unbound
        figures = (figure, years[year]) if bound else (figure,)
        because = (_ON if bound else _CARRIED).format(year=year)
        made = made_of(job, value, figures, because)
        yield Observation(target(job, series), period, made, job.recipe.code)


def _solved(job: Job, run: Run, years: dict[Period, Figure]) -> Benchmarked | Unanswered:
    recipe, aligned = job.recipe, alignment(job, run)
    wanted = [figure.value for figure in years.values()]
    lam = PROPORTIONAL if MOVEMENT.of(recipe) == "proportional" else ADDITIVE
    if RULE.of(recipe) == "denton":
        return denton(run.values, wanted, aligned, lam)
    return cholette_dagum(run.values, wanted, aligned, float(RHO.of(recipe)), lam, bias=Bias.ESTIMATED)


_ON = Text("khớp với tổng năm {year}", "made to agree with the total of {year}")
_CARRIED = Text(
    "năm {year} chưa có tổng để khớp; giữ mức điều chỉnh gần nhất",
    "{year} has no total to agree with; the nearest adjustment is carried on",
)
