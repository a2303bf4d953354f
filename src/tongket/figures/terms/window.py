"""Reporting windows: the days a period really covers in a given reporting regime, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class ReportingWindow:
    """Which days count for a period: from `first_day` of the month `months_before` its first month.

    The calendar window is `first_day=1, months_before=0`. Data cut off from 15 December to 14 December
    is `first_day=15, months_before=1`: the year 2020 then runs from 15 Dec 2019 to 14 Dec 2020.
    """

    code: str
    name: Text
    first_day: int = 1
    months_before: int = 0
    reference: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.first_day <= 28:
            raise ValueError(f"A window opens on day 1 to 28; found {self.first_day}.")

    def days(self, period: Period) -> tuple[date, date]:
        """The first and last day of the period in this window, both included."""
        opens = self._day(period.first)
        return opens, self._day(period.last + 1) - timedelta(days=1)

    def month_of(self, day: date) -> Period:
        """The reporting month that a day falls in."""
        opened = day.year * 12 + day.month - 1 - (day.day < self.first_day)
        return Period(opened + self.months_before, 1)

    def _day(self, month: int) -> date:
        year, index = divmod(month - self.months_before, 12)
        return date(year, index + 1, self.first_day)
