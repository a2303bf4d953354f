"""Working days of the Vietnamese calendar, with Tết, the Hùng Kings' day and the swapped Saturdays.

The days off come from the package `holidays` (class Vietnam), which cites the Labour Codes of 1994, 2012
(art. 115) and 2019 (art. 112) and the yearly notices that swap working days. Source: METHODS §3.4.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tongket.figures.methods.time_series.series import MONTHS
from tongket.figures.methods.time_series.tet import CENTRED_ON
from tongket.figures.terms.period import Period
from tongket.figures.terms.working_days import WorkingCalendar

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

WEEKEND = (5, 6)  # Saturday and Sunday; a six-day week rests on (6,)
SWAPPED = "Ngày nghỉ (thay"  # how the list names a working day given off for a Saturday
OFFICIAL_SINCE = 1995  # the Labour Code of 1994 in force; earlier days off are not listed


def working_days(span: Period, rest: tuple[int, ...] = WEEKEND) -> tuple[int, ...]:
    """How many days of each month are worked: not a day of `rest`, not a day off; a swapped Saturday counts.

    `rest` are weekdays from Monday = 0. Swaps are made for the week of five days; who works on Saturdays
    anyway has none of them. Domain: 1995 on. Days off announced year by year (swaps) are known only for past
    years, so a coming month may change by a day.
    """
    if span.start_year < OFFICIAL_SINCE:
        raise ValueError(f"Days off are listed from {OFFICIAL_SINCE}; found {span}.")
    calendar = vietnam(range(span.start_year - 1, span.last // MONTHS + 2), rest)
    counts = []
    for month in range(span.first, span.last + 1):
        year, index = divmod(month, MONTHS)
        first = date(year, index + 1, 1)
        days = (first + timedelta(days=n) for n in range(monthrange(year, index + 1)[1]))
        counts.append(sum(map(calendar.works, days)))
    return tuple(counts)


def trading_day_regressor(
    span: Period,
    rest: tuple[int, ...] = WEEKEND,
    centred_on: tuple[int, int] = (OFFICIAL_SINCE, CENTRED_ON[1]),
) -> tuple[float, ...]:
    """Working days less what days of rest are worth, centred: w - (k / r) n, less its calendar-month mean.

    w counts the days worked, n the others, k working weekdays and r days of rest in a week, so that an even
    spread over the week gives 0; the mean over the long run leaves the usual months in the season. Source:
    the one-coefficient trading-day variable of X-13ARIMA-SEATS (`td1coef`), days off counted as Sundays.
    """
    if not rest:
        raise ValueError("A week has a day of rest at least; without one no day is set against another.")
    weight = (7 - len(rest)) / len(rest)
    first, last = centred_on
    long_run = Period(
        min(first * MONTHS, span.first),
        max((last + 1) * MONTHS, span.last + 1) - min(first * MONTHS, span.first),
    )
    contrast = {}
    for month, worked in zip(
        range(long_run.first, long_run.last + 1), working_days(long_run, rest), strict=True
    ):
        length = monthrange(month // MONTHS, month % MONTHS + 1)[1]
        contrast[month] = worked - weight * (length - worked)
    years = range(first, last + 1)
    means = [sum(contrast[year * MONTHS + month] for year in years) / len(years) for month in range(MONTHS)]
    return tuple(contrast[month] - means[month % MONTHS] for month in range(span.first, span.last + 1))


def vietnam(years: Iterable[int], rest: tuple[int, ...] = WEEKEND) -> WorkingCalendar:
    """The working calendar of some years, with the swaps announced so far for a week of five days."""
    from holidays.countries.vietnam import Vietnam

    listed: Callable[..., HolidayBase] = Vietnam
    days_off = listed(years=years, language="vi")
    swaps = set(WEEKEND) <= set(rest)
    off = {day for day, name in days_off.items() if swaps or not name.startswith(SWAPPED)}
    worked = frozenset(days_off.weekend_workdays) if swaps else frozenset()
    return WorkingCalendar(frozenset(off), worked, frozenset(rest))
