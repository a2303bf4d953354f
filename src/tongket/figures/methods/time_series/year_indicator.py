"""The year by a related monthly series known earlier or longer (method E): electricity, invoices, freight.

Source: METHODS §3.1, E, and §3.2 (Chow-Lin, enhanced Denton).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import numpy as np

from tongket.figures.methods.time_series.disaggregation import chow_lin
from tongket.figures.methods.time_series.extrapolation import (
    RatioRule,
    completed_year,
    enhanced_extrapolation,
)
from tongket.figures.methods.time_series.series import MONTHS, Alignment, Array, Number, Unanswered, array_of
from tongket.figures.methods.time_series.vintages import Known
from tongket.figures.methods.time_series.year_ladder import Candidate
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.rounding import exact


def by_indicator(
    known: Known, year: int, indicator: Mapping[int, Number], rule: RatioRule | None = None
) -> Candidate | Cause:
    """Y = YTD_M x SUM_12 x / SUM_{k<=M} x, x the series' months as its indicator tells them.

    x comes from Chow-Lin on the complete past years, or with a `rule` from enhanced Denton; months of the
    indicator not there yet take last year's, grown as its year so far. The months in hand thus set the level,
    the indicator only the rest. Domain: past years complete in both series, three for Chow-Lin, one for
    Denton (two for its trend); the indicator known for at least the months in hand. Missing: NOT_ANSWERED.
    Zero: an indicator of 0 over a year, ZERO_BASE; x not positive, UNDEFINED.
    """
    months = known.in_hand(year)
    years = [y for y in reversed(known.years_before(year)) if _full(indicator, y)]
    years = [y for y in years if all(later in years for later in range(y, year))]
    there = next((m for m in range(MONTHS) if year * MONTHS + m not in indicator), MONTHS)
    if months == 0 or not years or there < months:
        return Cause.NOT_ANSWERED
    series = array_of([indicator[m] for m in range(years[0] * MONTHS, year * MONTHS + there)])
    totals = [total for y in years if isinstance(total := known.sum(y), Decimal)]
    alignment = Alignment(MONTHS)
    if rule is not None:
        extrapolated = enhanced_extrapolation(series.tolist(), totals, alignment, rule)
        if isinstance(extrapolated, Unanswered):
            return extrapolated.cause
        values = extrapolated.benchmarked.values
    else:
        completed = completed_year(series, alignment, len(years))
        if isinstance(completed, Unanswered):
            return completed.cause
        spread = chow_lin(totals, [completed.tolist()], alignment)
        if isinstance(spread, Unanswered):
            return spread.cause
        values = spread.values
    return _estimate(known, year, months, np.array(values[-MONTHS:]))


def _estimate(known: Known, year: int, months: int, told: Array) -> Candidate | Cause:
    part, whole = float(told[:months].sum()), float(told.sum())
    done = known.sum(year, 1, months)
    if isinstance(done, Cause):
        return done
    if part <= 0 or whole < part:
        return Cause.UNDEFINED
    return Candidate("E", done * exact(whole / part))


def _full(indicator: Mapping[int, Number], year: int) -> bool:
    return all(month in indicator for month in range(year * MONTHS, (year + 1) * MONTHS))
