"""What Tết does to a monthly series, as regressors for a model of it.

Source: METHODS §3.4; U.S. Census Bureau, Genhol documentation, "Notes on centering holiday regressors";
Lin and Liu, "Modeling Lunar Calendar Holiday Effects in Taiwan", Taiwan Economic Forecast and Policy 33/1
(2002).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tongket.figures.methods.time_series.lunar import tet_dates
from tongket.figures.methods.time_series.series import MONTHS
from tongket.figures.terms.period import Period

CENTRED_ON = (1990, 2040)  # the long run whose calendar-month means are taken out


@dataclass(frozen=True, slots=True)
class Window:
    """Days around Tết, both ends counted: 0 is its first day, -14 two weeks before."""

    code: str
    first: int
    last: int

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"A window ends on or after its first day; found {self.first} to {self.last}.")


WINDOWS = (
    Window("before", -14, -1),
    Window("during", 0, 6),
    Window("after", 7, 20),
)  # METHODS §3.4, to start with


def tet_regressors(
    span: Period,
    windows: Sequence[Window] = WINDOWS,
    centred_on: tuple[int, int] = CENTRED_ON,
    dates: Mapping[int, date] | None = None,
) -> dict[str, tuple[float, ...]]:
    """For each window the share of its days in each month of `span`, less that calendar month's mean.

    x_t = share_t - mean over the years of `centred_on` of the share in the same calendar month, so that the
    usual Tết stays in the season and only its moving about is left; over those years x adds to 0 in every
    calendar month. In months other than December to March it is 0. A quarterly series needs none: Tết always
    falls in the first quarter. `dates` replaces the computed Tết of given years (another almanac). Domain:
    spans within the years of `lunar.tet`. A window wide enough to leave the years computed is cut nowhere.
    """
    first, last = centred_on
    if last < first:
        raise ValueError(f"The long run ends after it begins; found {first} to {last}.")
    from_year = min(first, span.start_year) - 1
    to_year = max(last, span.last // MONTHS) + 1
    tet = tet_dates(from_year, to_year) | dict(dates or {})
    regressors = {}
    for window in windows:
        shares = _shares(tet, window)
        means = [
            sum(shares.get(year * MONTHS + month, 0.0) for year in range(first, last + 1))
            / (last - first + 1)
            for month in range(MONTHS)
        ]
        regressors[window.code] = tuple(
            shares.get(month, 0.0) - means[month % MONTHS] for month in range(span.first, span.last + 1)
        )
    return regressors


def _shares(tet: Mapping[int, date], window: Window) -> dict[int, float]:
    """The share of the window's days in each month, months counted as in `Period`."""
    length = window.last - window.first + 1
    shares: dict[int, float] = {}
    for day_one in tet.values():
        for offset in range(window.first, window.last + 1):
            day = day_one + timedelta(days=offset)
            month = day.year * MONTHS + day.month - 1
            shares[month] = shares.get(month, 0.0) + 1 / length
    return shares
