"""Working days: the week, the days off, and the days off that are worked instead of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

WEEKEND = frozenset({5, 6})  # Saturday and Sunday, Monday being 0


@dataclass(frozen=True)
class WorkingCalendar:
    """`off` are weekdays nobody works; `worked` are days of `rest` that are worked instead.

    A day in neither is worked unless it is one of `rest`.
    """

    off: frozenset[date]
    worked: frozenset[date] = frozenset()
    rest: frozenset[int] = WEEKEND

    def works(self, day: date) -> bool:
        return day in self.worked or (day.weekday() not in self.rest and day not in self.off)

    def first_from(self, day: date) -> date:
        """The day itself where it is worked, else the next one that is."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def after(self, day: date, count: int) -> date:
        """The working day `count` working days after a day, which itself is not counted.

        A day of rest counts as the working day before it: whatever starts on a Saturday starts on Monday.
        """
        if count < 0:
            raise ValueError(f"Working days are counted forwards; found {count}.")
        for _ in range(count):
            day = self.first_from(day + timedelta(days=1))
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start`, up to and with `end`; negative where it came before."""
        if end < start:
            return -self.between(end, start)
        days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
        return sum(map(self.works, days))
