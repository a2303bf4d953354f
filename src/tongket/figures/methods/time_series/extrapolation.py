"""The open year of a benchmarked series: forecast its benchmark-to-indicator ratio, then benchmark.

Source: METHODS §3.2, "enhanced extrapolation"; IMF, Quarterly National Accounts Manual (2001) and
(2017), ch. 6; Marini and Di Fonzo, "On the Extrapolation with the Denton Proportional Benchmarking Method",
IMF WP 12/169 (2012).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from tongket.figures.methods.time_series.benchmarking import Benchmarked, denton
from tongket.figures.methods.time_series.series import (
    NO_BENCHMARK,
    Alignment,
    Array,
    Number,
    Unanswered,
    Values,
    array_of,
    gap,
    places,
)
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text


class RatioRule(Enum):
    """How the ratio of the open year follows from those of past years."""

    LAST = "last"  # the last year's
    MEAN = "mean"  # the mean of all years
    TREND = "trend"  # the last year's, grown by the mean growth of the ratios


@dataclass(frozen=True, slots=True)
class Extrapolated:
    """The benchmarked series with its open year.

    `ratio` is the annual ratio put in for the open year and `year` the benchmark that follows from it.
    `assumed` are the last periods of the year whose indicator was not there yet: they take the same periods
    of the year before, grown as the year so far, and weigh in the ratio only; no value is given for them.
    """

    values: tuple[float, ...]
    ratio: float
    year: float
    assumed: int
    benchmarked: Benchmarked


def enhanced_extrapolation(
    indicator: Values, benchmarks: Values, alignment: Alignment, rule: RatioRule | Number
) -> Extrapolated | Unanswered:
    """Proportional Denton with one benchmark more, a_{Y+1} = R (J s)_{Y+1}, R the forecast annual ratio.

    Plain Denton carries on the ratio of the last fine period, which is biased when ratios move; this puts
    the year's ratio where past years say it will be. `rule` forecasts R, or is R itself. The benchmark put
    in binds. Domain: a full positive-sum indicator, at least one known benchmark, and one period or more of
    the year after the last; TREND needs two years. Missing: missing benchmarks are passed over. Zero: a year
    whose indicator is 0 has no ratio, ZERO_BASE. A complete last year leaves nothing to extrapolate: NOT_DUE.
    """
    series, wanted = array_of(indicator), array_of(benchmarks)
    if lacking := gap(series):
        return lacking
    bound = alignment.binding(wanted, len(series))
    if not bound:
        return Unanswered(Cause.NOT_ANSWERED, NO_BENCHMARK)
    opened = bound[-1] + 1
    completed = completed_year(series, alignment, opened)
    if isinstance(completed, Unanswered):
        return completed
    sums = alignment.matrix((*bound, opened), len(completed)) @ completed
    if (sums == 0).any():
        return Unanswered(Cause.ZERO_BASE, NO_RATIO, places(sums == 0))
    ratio = _forecast(wanted[list(bound)] / sums[:-1], rule)
    if isinstance(ratio, Unanswered):
        return ratio
    year = ratio * float(sums[-1])
    past = [None if np.isnan(value) else float(value) for value in wanted[:opened]]
    solved = denton(completed.tolist(), [*past, year], alignment)
    if isinstance(solved, Unanswered):
        return solved
    assumed = max(0, len(completed) - len(series))
    return Extrapolated(solved.values[: len(series)], ratio, year, assumed, solved)


def completed_year(series: Array, alignment: Alignment, opened: int) -> Array | Unanswered:
    """The indicator to the end of its open year, what is not there taken from last year, grown alike."""
    first = alignment.lead + opened * alignment.per
    there = len(series) - first
    if there < 1:
        return Unanswered(Cause.NOT_DUE, NOTHING_OPEN)
    if there >= alignment.per:
        return series
    before = series[first - alignment.per : first]
    same = float(before[:there].sum())
    if same == 0:
        return Unanswered(Cause.ZERO_BASE, NO_RATIO, (opened,))
    growth = float(series[first:].sum()) / same
    return np.concatenate([series, before[there:] * growth])


def _forecast(ratios: Array, rule: RatioRule | Number) -> float | Unanswered:
    match rule:
        case RatioRule.LAST:
            return float(ratios[-1])
        case RatioRule.MEAN:
            return float(ratios.mean())
        case RatioRule.TREND:
            if len(ratios) < 2 or (ratios <= 0).any():
                return Unanswered(Cause.UNDEFINED, NO_TREND)
            return float(ratios[-1] * (ratios[-1] / ratios[0]) ** (1 / (len(ratios) - 1)))
    return float(rule)


NO_RATIO = Text(
    "chỉ báo của năm bằng 0 nên không có tỷ lệ mốc trên chỉ báo",
    "the indicator of the year is 0, so there is no ratio of benchmark to indicator",
)
NO_TREND = Text(
    "cần ít nhất hai năm có tỷ lệ dương để ước xu thế",
    "a trend needs at least two years with a positive ratio",
)
NOTHING_OPEN = Text("không có kỳ nào sau mốc cuối cùng", "there is no period after the last benchmark")
