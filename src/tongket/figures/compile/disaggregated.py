"""Method `disaggregation`: months or quarters made from years, with a related series to follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tongket.figures.compile.benchmarked import BENCHMARKS, GRAIN, GRAINS, alignment, years_of
from tongket.figures.compile.parameters import Parameter, one_of, source
from tongket.figures.compile.sourced import Run, Sourced, absent, made_of, sourced, target
from tongket.figures.compile.tally import Job
from tongket.figures.methods.time_series.disaggregation import (
    Disaggregated,
    chow_lin,
    fernandez,
    litterman,
)
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import DataType, Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

RULES: dict[str, Callable[..., Disaggregated | Unanswered]] = {
    "chow_lin": chow_lin,
    "fernandez": fernandez,
    "litterman": litterman,
}
INDICATOR = source("follows")
RULE = Parameter("rule", Text.same(", ".join(RULES)), one_of(*RULES), "chow_lin")

PARAMETERS = (BENCHMARKS, INDICATOR, RULE, GRAIN)


def disaggregated(job: Job) -> Iterator[Observation]:
    """Every period of the followed series as a part of its year: estimates, status E.

    The followed series may be in any unit, and is the one of the same area; a part of the benchmarks
    that it lacks follows its whole.
    """
    totals = sourced(job, BENCHMARKS)
    followed = Sourced(job, INDICATOR.of(job.recipe).definition(job.context.indicators))
    for series in totals.wanted():
        same = SeriesKey(followed.definition, series.area, series.breakdown)
        length = GRAINS[GRAIN.of(job.recipe)]
        run = followed.run(same, length) or followed.run(same.whole(), length)
        if run:
            yield from _one(job, series, run, years_of(totals, series, run))


def _one(job: Job, series: SeriesKey, run: Run, years: dict[Period, Figure]) -> Iterator[Observation]:
    rule = RULE.of(job.recipe)
    wanted = [figure.value for figure in years.values()]
    found = RULES[rule](wanted, [run.values], alignment(job, run))
    if isinstance(found, Unanswered):
        yield from absent(job, series, run.periods, found)
        return
    because = _HOW.format(
        rule=rule,
        followed=job.context.indicators.name(INDICATOR.of(job.recipe).definition(job.context.indicators)),
    )
    for period, figure, value in zip(run.periods, run.figures, found.values, strict=True):
        made = made_of(job, value, (figure,), because)
        estimate = Figure(
            made.value,
            made.unit,
            DataType.ESTIMATE,
            ObsStatus.ESTIMATED,
            because=because,
            answers=made.answers,
        )
        yield Observation(target(job, series), period, estimate, job.recipe.code)


_HOW = Text(
    "chia từ số năm theo “{followed}”, phương pháp {rule}",
    "spread from yearly figures along “{followed}” by {rule}",
)
