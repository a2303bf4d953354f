"""The year by a model of the months (method D): airline SARIMA with Tết, or damped exponential smoothing.

Source: METHODS §3.1, D; Box and Jenkins, Time Series Analysis (1976), ch. 9, for (0,1,1)(0,1,1); Hyndman,
Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008), for ETS(A,Ad,A); PEERS §3 for their
accuracy.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from enum import Enum

import numpy as np

from tongket.figures.methods.time_series.series import MONTHS, Array, Unanswered, array_of
from tongket.figures.methods.time_series.tet import tet_regressors
from tongket.figures.methods.time_series.vintages import Known
from tongket.figures.methods.time_series.year_ladder import Candidate
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

LEAST_MONTHS = 36  # two seasonal differences and enough left to estimate from
PATHS = 2000
SEED = 20210101
RANGE = (10.0, 90.0)  # percentiles of the paths


class Model(Enum):
    """Which model of the logarithms, or of the values where they are not all positive."""

    SARIMA = "(0,1,1)(0,1,1)12 with Tết"
    ETS = "ETS(A,Ad,A)"


@dataclass(frozen=True, slots=True)
class Paths:
    """Simulated months to come: one row a path, one column a month, drawn from `seed`."""

    values: Array
    model: Model
    seed: int


def model_paths(
    history: Array,
    first: Period,
    ahead: int,
    model: Model = Model.SARIMA,
    *,
    paths: int = PATHS,
    seed: int = SEED,
) -> Paths | Unanswered:
    """Fit a model to a monthly series from month `first` and simulate `ahead` months after it.

    The same seed gives the same paths. Domain: 36 months or more. Missing: the SARIMA filter bridges gaps;
    ETS cannot, NOT_ANSWERED. Zero and negative values: no logarithms. A fit that does not settle, or a series
    that never varies, gives UNDEFINED.
    """
    # It sets filters of its own when it is first loaded, which must not undo the one below.
    import statsmodels.tools.sm_exceptions  # noqa: F401

    if len(history) < LEAST_MONTHS:
        return Unanswered(Cause.UNDEFINED, TOO_SHORT.format(least=LEAST_MONTHS, found=len(history)))
    known = history[~np.isnan(history)]
    if model is Model.ETS and len(known) < len(history):
        return Unanswered(Cause.NOT_ANSWERED, GAPS)
    if len(known) == 0 or np.ptp(known) == 0:
        return Unanswered(Cause.UNDEFINED, UNSETTLED)
    logarithms = bool((known > 0).all())
    level = np.log(history) if logarithms else history
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # how the search went is read from its result, below
        try:
            drawn = (
                _sarima(level, first, ahead, paths, seed)
                if model is Model.SARIMA
                else _ets(level, ahead, paths, seed)
            )
        except (ValueError, np.linalg.LinAlgError):
            drawn = None
    if drawn is None or not np.isfinite(drawn).all():
        return Unanswered(Cause.UNDEFINED, UNSETTLED)
    return Paths(np.exp(drawn) if logarithms else drawn, model, seed)


def by_model(
    known: Known, year: int, model: Model = Model.SARIMA, *, paths: int = PATHS, seed: int = SEED
) -> Candidate | Cause:
    """Method D on a series: Y = YTD_M + the median of the simulated rest, with its 10th and 90th percentile.

    The model is fitted to every month from the first complete year to the last month in hand. Twelve months
    in hand are the year itself.
    """
    months = known.in_hand(year)
    done = known.sum(year, 1, months) if months else Cause.NOT_ANSWERED
    if isinstance(done, Cause):
        return done
    if months == MONTHS:
        return Candidate("D", done, done, done)
    first = min((*known.years_before(year), year)) * MONTHS
    history = array_of([known.months[m] for m in range(first, year * MONTHS + months)])
    drawn = model_paths(history, Period(first, 1), MONTHS - months, model, paths=paths, seed=seed)
    if isinstance(drawn, Unanswered):
        return drawn.cause
    rest = drawn.values.sum(axis=1)
    middle, low, high = (done + exact(float(np.percentile(rest, p))) for p in (50.0, *RANGE))
    return Candidate("D", middle, low, high)


def _sarima(level: Array, first: Period, ahead: int, paths: int, seed: int) -> Array | None:
    """In units of the series' own differenced spread; without them the search for the optimum stops early."""
    from statsmodels.tsa.statespace.sarimax import SARIMAX

    columns = np.column_stack(list(tet_regressors(Period(first.first, len(level) + ahead)).values()))
    unit = float(np.nanstd(np.diff(level[MONTHS:] - level[:-MONTHS]))) or 1.0
    model = SARIMAX(
        level / unit,
        exog=columns[: len(level)],
        order=(0, 1, 1),
        seasonal_order=(0, 1, 1, MONTHS),
        concentrate_scale=True,
    )
    fit = model.fit(disp=False, maxiter=200)
    if not fit.mle_retvals["converged"]:
        return None
    told = fit.get_forecast(ahead, exog=columns[len(level) :])
    responses = _responses(float(fit.maparams[0]), float(fit.seasonalmaparams[0]), ahead)
    errors = np.random.default_rng(seed).standard_normal((paths, ahead)) @ responses.T
    spread = np.asarray(told.se_mean) / np.linalg.norm(responses, axis=1)
    return np.asarray((np.asarray(told.predicted_mean) + errors * spread) * unit)


def _responses(short: float, seasonal: float, ahead: int) -> Array:
    """Row h: what each error up to h does to month h, the psi weights of (0,1,1)(0,1,1)12."""
    averaged = np.convolve([1.0, short], [1.0, *[0.0] * (MONTHS - 1), seasonal])
    differenced = np.convolve([1.0, -1.0], [1.0, *[0.0] * (MONTHS - 1), -1.0])
    psi = np.zeros(ahead)
    for h in range(ahead):
        before = sum(differenced[k] * psi[h - k] for k in range(1, min(h, MONTHS + 1) + 1))
        psi[h] = (averaged[h] if h < len(averaged) else 0.0) - before
    apart = np.arange(ahead)[:, None] - np.arange(ahead)[None, :]
    return np.asarray(np.tril(psi[np.abs(apart)]))


def _ets(level: Array, ahead: int, paths: int, seed: int) -> Array | None:
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    model = ETSModel(
        level, error="add", trend="add", damped_trend=True, seasonal="add", seasonal_periods=MONTHS
    )
    fit = model.fit(disp=False, maxiter=1000)
    if not fit.mle_retvals["converged"]:
        return None
    drawn = fit.simulate(ahead, anchor="end", repetitions=paths, rng=np.random.default_rng(seed))
    return np.asarray(drawn, dtype=np.float64).reshape(ahead, paths).T


TOO_SHORT = Text(
    "mô hình cần ít nhất {least} tháng, mới có {found}",
    "a model needs at least {least} months, there are {found}",
)
GAPS = Text("chuỗi còn thiếu tháng", "the series has gaps")
UNSETTLED = Text("không ước lượng được mô hình", "the model could not be estimated")
