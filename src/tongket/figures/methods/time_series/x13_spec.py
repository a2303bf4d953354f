"""The specification of a seasonal adjustment by X-13ARIMA-SEATS, as the text the program reads.

Source: U.S. Census Bureau, X-13ARIMA-SEATS Reference Manual 1.1 (2017), ch. 7 (specs series, transform,
regression, automdl, outlier, forecast, x11, slidingspans, history); METHODS §3.4; PEERS §3 (the
longest line).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

import numpy as np

from tongket.figures.methods.time_series.series import MONTHS, Array
from tongket.figures.terms.period import Period

LONGEST_LINE = 132  # the program stops at a longer one
MISSING_CODE = -99999.0
FORECASTS = 12
OUTLIERS = {"ao", "ls", "tc", "so"}
TABLES = ("d10", "d11", "d12", "d13", "d16", "d18")
SPANS_FROM, HISTORY_FROM = (
    96,
    84,
)  # months; below, sliding spans and the revision history have too little to move

_MODEL = re.compile(r"\(\d \d \d\)(\(\d \d \d\))?")
_WORD = re.compile(r"[a-z][a-z0-9_]{0,29}")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the program may decide and what is decided for it.

    `model` fixes the ARIMA orders, as in `(0 1 1)(0 1 1)`; None lets the program choose. `outliers` are the
    types it may find. `tested` drops the regressors together unless they lower the AICC.
    """

    model: str | None = None
    outliers: tuple[str, ...] = ("ao", "ls")
    tested: bool = False

    def __post_init__(self) -> None:
        if self.model is not None and not _MODEL.fullmatch(self.model):
            raise ValueError(f"A model is written as (0 1 1)(0 1 1); found {self.model!r}.")
        if not set(self.outliers) <= OUTLIERS:
            raise ValueError(f"Outliers are of {sorted(OUTLIERS)}; found {self.outliers}.")


@dataclass(frozen=True, slots=True)
class Regressors:
    """Columns over the months of the series and the forecasts after them, each with its type for the program.

    `types` are words of the program: `holiday` and `td` are taken out of the adjusted series.
    """

    columns: Mapping[str, Sequence[float]]
    types: Mapping[str, str]

    def __post_init__(self) -> None:
        for word in (*self.columns, *self.types.values()):
            if not _WORD.fullmatch(word):
                raise ValueError(f"A regressor is named by small letters, digits and _; found {word!r}.")


def spec_text(series: Array, first: Period, regressors: Regressors | None, plan: Plan) -> str:
    """The whole spec of a monthly series from month `first`; NaN is written as the program's missing code.

    Domain: finite values besides the missing. Logarithms are left to the program's test where all values are
    positive; else the adjustment is additive. Values that equal the missing code are refused: ValueError.
    """
    known = series[~np.isnan(series)]
    if (known == MISSING_CODE).any():
        raise ValueError(f"{MISSING_CODE:g} stands for a missing value in the program and cannot be a value.")
    logarithms = bool((known > 0).all())
    start = f"{first.start_year}.{first.start_month}"
    blocks = [
        _block(
            "series",
            'title="series"',
            f"start={start}",
            f"period={MONTHS}",
            f"missingcode={MISSING_CODE:g}",
            _data(MISSING_CODE if np.isnan(value) else value for value in series),
        ),
        _block("transform", f"function={'auto' if logarithms else 'none'}"),
    ]
    if regressors:
        blocks.append(_regression(regressors, start, len(series) + FORECASTS, plan.tested))
    blocks.append(_block("arima", f"model={plan.model}") if plan.model else _block("automdl"))
    blocks.append(_block("estimate", "maxiter=5000"))
    if plan.outliers:
        blocks.append(_block("outlier", f"types=({' '.join(plan.outliers)})"))
    blocks += [_block("forecast", f"maxlead={FORECASTS}"), _decomposition(logarithms)]
    if len(series) >= SPANS_FROM:
        blocks.append(_block("slidingspans"))
    if len(series) >= HISTORY_FROM:
        blocks.append(_block("history", "estimates=(sadj)"))
    return "\n".join(blocks) + "\n"


def _decomposition(logarithms: bool) -> str:
    """X-11; without this its mode would be multiplicative also for values that have no logarithm."""
    return _block("x11", *([] if logarithms else ["mode=add"]), f"save=({' '.join(TABLES)})")


def _regression(regressors: Regressors, start: str, months: int, tested: bool) -> str:
    lengths = {code: len(column) for code, column in regressors.columns.items()}
    if set(lengths.values()) != {months}:
        raise ValueError(
            f"Regressors cover the series and {FORECASTS} months after it, {months}; found {lengths}."
        )
    rows = zip(*regressors.columns.values(), strict=True)
    return _block(
        "regression",
        f"user=({' '.join(regressors.columns)})",
        f"usertype=({' '.join(regressors.types[code] for code in regressors.columns)})",
        f"start={start}",
        *(["aictest=(user)"] if tested else []),
        _data(value for row in rows for value in row),
    )


def _block(name: str, *arguments: str) -> str:
    return "\n".join([f"{name}{{", *arguments, "}"])


def _data(values: Iterable[float]) -> str:
    numbers = " ".join(f"{value:.15g}" for value in values)
    return "\n".join(["data=(", *wrap(numbers, LONGEST_LINE - 12), ")"])
