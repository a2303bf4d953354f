"""The methods A to E by their names, each bound to what it needs beside the months.

Source: METHODS §3.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from tongket.figures.methods.time_series.series import Number
from tongket.figures.methods.time_series.vintages import Known
from tongket.figures.methods.time_series.year_indicator import by_indicator
from tongket.figures.methods.time_series.year_ladder import (
    DAMPING,
    Candidate,
    Estimator,
    by_growth,
    by_run_rate,
    by_share,
)
from tongket.figures.methods.time_series.year_model import by_model
from tongket.figures.terms.figure import Cause


class YearMethod(StrEnum):
    """In the order of the ladder, by increasing need."""

    SEASONAL_SHARE = "seasonal_share"  # A
    GROWTH = "growth"  # B
    RUN_RATE = "run_rate"  # C
    MODEL = "model"  # D
    INDICATOR = "indicator"  # E


def ladder(
    past_years: int, damping: Decimal = DAMPING, indicator: Mapping[int, Number] | None = None
) -> dict[YearMethod, Estimator]:
    """Every method as an estimator of a series that sees the latest `past_years` complete years.

    Method E is there only with an `indicator`: a related monthly series, by month as `Period` counts.
    """

    def share(known: Known, year: int) -> Candidate | Cause:
        return by_share(known.recent(year, past_years), year)

    def growth(known: Known, year: int) -> Candidate | Cause:
        return by_growth(known.recent(year, past_years), year, damping)

    def model(known: Known, year: int) -> Candidate | Cause:
        return by_model(known.recent(year, past_years), year)

    methods: dict[YearMethod, Estimator] = {
        YearMethod.SEASONAL_SHARE: share,
        YearMethod.GROWTH: growth,
        YearMethod.RUN_RATE: by_run_rate,
        YearMethod.MODEL: model,
    }
    if indicator is not None:

        def related(known: Known, year: int) -> Candidate | Cause:
            return by_indicator(known.recent(year, past_years), year, indicator)

        methods[YearMethod.INDICATOR] = related
    return methods
