"""What X-13ARIMA-SEATS wrote, read back: its tables and its diagnostics file.

Source: U.S. Census Bureau, X-13ARIMA-SEATS Reference Manual 1.1 (2017), ch. 2: `-s` writes the
diagnostics as `key: value` lines (.udg); a saved table is two columns after two lines of heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.figures.terms.period import Period


@dataclass(frozen=True, slots=True)
class Effect:
    """An estimated coefficient with its standard error and t value; of a log series it is about a share."""

    coefficient: float
    standard_error: float
    t: float


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """The program's own judgement of an adjustment, each figure under the name of the manual.

    `m` are M1 to M11, of which M8 to M11 need six years; `q` their weighted mean, `q2` without M2.
    `residual` and `residual_late` are the p values of the F tests for seasonality left in the adjusted
    series, whole and last three years; `qs` that of the QS test. `spans` is the share of months, in percent,
    whose seasonal factor moves more than 3 % between sliding spans; `revision` the mean absolute revision of
    the first adjustment, in percent. None: not run.
    """

    program: str
    transform: str
    model: str
    outliers: int
    m: tuple[float | None, ...]
    q: float
    q2: float
    seasonal: bool
    residual: float | None
    residual_late: float | None
    qs: float | None
    spans: float | None
    revision: float | None


def read_udg(text: str) -> dict[str, str]:
    """The `key: value` lines; a key that stands twice keeps its first value."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon:
            found.setdefault(key.strip(), value.strip())
    return found


def read_table(text: str) -> dict[Period, float]:
    """A saved table by month: `yyyymm` and a number a line, after the heading."""
    rows = (line.split() for line in text.splitlines()[2:])
    return {Period.month(int(row[0][:4]), int(row[0][4:])): float(row[1]) for row in rows if len(row) > 1}


def read_diagnostics(udg: Mapping[str, str]) -> Diagnostics:
    return Diagnostics(
        program=f"X-13ARIMA-SEATS {udg['version']} build {udg['build']}",
        transform=udg.get("aictrans", udg["transform"]),
        model=udg["arimamdl"],
        outliers=int(udg.get("autoout", "0")),
        m=tuple(_number(udg, f"f3.m{number:02d}", 0) for number in range(1, 12)),
        q=float(udg["f3.q"]),
        q2=float(udg["f3.qm2"]),
        seasonal=udg["f2.idseasonal"] == "yes",
        residual=_share(udg, "d11.f"),
        residual_late=_share(udg, "d11.3y.f"),
        qs=_number(udg, "qssadjevadj", 1),
        spans=_number(udg, "s2.a.per", 2),
        revision=_number(udg, "r01.lag00.aar.all", 0),
    )


def read_effects(udg: Mapping[str, str], codes: tuple[str, ...]) -> dict[str, Effect]:
    """The coefficients of the user's regressors; one that a test left out of the model is not there."""
    effects = {}
    for code in codes:
        for key, value in udg.items():
            if key.endswith(f"${code}") and len(numbers := value.split()) >= 3:
                effects[code] = Effect(*(float(number) for number in numbers[:3]))
    return effects


def _share(udg: Mapping[str, str], key: str) -> float | None:
    """A p value the program writes in percent."""
    percent = _number(udg, key, 1)
    return None if percent is None else percent / 100


def _number(udg: Mapping[str, str], key: str, place: int) -> float | None:
    words = udg.get(key, "").split()
    try:
        return float(words[place])
    except (IndexError, ValueError):
        return None
