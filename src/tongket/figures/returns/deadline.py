"""By when a form is due: a dated rule, counted from the last day of its period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tongket.figures.terms.period import Period
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.working_days import WorkingCalendar

Counted = Literal["calendar", "working"]


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """Due `days` after the period's last day, in calendar or working days, for periods that end in force.

    A deadline in calendar days that falls on a day off moves to the next working day (Civil Code
    91/2015/QH13, article 148, clause 5). `confirmed` is False for a term that was not read in its text.
    """

    days: int
    counted: Counted
    valid_from: date | None = None
    valid_to: date | None = None
    reference: str = ""
    confirmed: bool = True

    def holds(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    def due(self, last_day: date, calendar: WorkingCalendar) -> date:
        if self.counted == "working":
            return calendar.after(last_day, self.days)
        return calendar.first_from(last_day + timedelta(days=self.days))


def deadline(
    rules: Sequence[DeadlineRule], period: Period, window: ReportingWindow, calendar: WorkingCalendar
) -> date | None:
    """The day a period is due by the rule in force on its last day; None where no rule is in force."""
    last_day = window.days(period)[1]
    return next((rule.due(last_day, calendar) for rule in rules if rule.holds(last_day)), None)
