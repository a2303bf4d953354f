"""Seasonal adjustment without X-13: STL on logarithms, the Tết effect estimated from its remainder.

Only for when the program cannot be run; on the air-passenger series it is up to 5.6 % away from X-13 (PEERS
§3). Source: Cleveland, Cleveland, McRae and Terpenning, "STL", Journal of Official
Statistics 6/1 (1990), pp. 3-73.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tongket.figures.methods.time_series.series import MONTHS, Array

SEASONAL_SMOOTHER = 13  # odd, in years
PASSES = 5  # rounds between the seasonal and the Tết effect; they settle in two or three


@dataclass(frozen=True, slots=True)
class Parts:
    """Components of the logarithms, or of the values where they are not all positive."""

    logarithms: bool
    trend: Array
    seasonal: Array
    calendar: Array
    remainder: Array


def stl_parts(series: Array, regressors: Mapping[str, Sequence[float]]) -> Parts:
    """Robust STL of period 12, and the regressors' effect by least squares on what is left, in turns.

    Domain: a full series of at least two years; regressors as long as it. Missing: the caller refuses. Zero
    or negative values: additive.
    """
    from statsmodels.tsa.seasonal import STL

    logarithms = bool((series > 0).all())
    level = np.log(series) if logarithms else series
    columns = (
        np.column_stack([np.array(c[: len(series)]) for c in regressors.values()]) if regressors else None
    )
    calendar = np.zeros(len(level))
    for _ in range(PASSES):
        fit = STL(level - calendar, period=MONTHS, seasonal=SEASONAL_SMOOTHER, robust=True).fit()
        if columns is None:
            break
        effect, *_ = np.linalg.lstsq(columns, level - fit.trend - fit.seasonal, rcond=None)
        calendar = columns @ effect
    trend, seasonal = np.asarray(fit.trend), np.asarray(fit.seasonal)
    return Parts(logarithms, trend, seasonal, calendar, level - trend - seasonal - calendar)
