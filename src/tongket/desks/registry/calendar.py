"""The working calendar of the office: the days off of the law, and the swaps noted by hand.

Noting a day moves the deadlines of periods opened from then on; those of open ones stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from tongket.desks.registry.models import CalendarDay
from tongket.desks.registry.queries import working_calendar
from tongket.desks.trail.actions import Thing, Verb, record
from tongket.figures.methods.time_series.trading_days import OFFICIAL_SINCE
from tongket.figures.terms.words import Refusal, Text

AHEAD = 2  # how many years to come a calendar reaches: deadlines of a year lie in the next two


class NotNoted(Refusal):
    """A day cannot be noted as asked."""


@dataclass(frozen=True, slots=True)
class Day:
    """A weekday nobody works, a day of rest that is worked, or a day of rest that is a holiday."""

    day: date
    works: bool
    noted: CalendarDay | None = None


def years() -> range:
    """The years of which the days off are known."""
    return range(OFFICIAL_SINCE, timezone.localdate().year + AHEAD + 1)


def days_of(year: int) -> tuple[Day, ...]:
    """The days of the year that are not like others of their weekday, each with the swap noted for it."""
    calendar = working_calendar(year)
    noted = {row.day: row for row in CalendarDay.objects.filter(day__year=year)}
    found = {day for day in calendar.off | calendar.worked if day.year == year} | noted.keys()
    return tuple(Day(day, calendar.works(day), noted.get(day)) for day in sorted(found))


@transaction.atomic
def note_day(*, by: str, day: date, works: bool, reference: str) -> CalendarDay:
    """Note that a day is worked, or not, otherwise than by law; `reference` names the document."""
    if day.year not in years():
        raise NotNoted(_BEYOND.format(first=years()[0], last=years()[-1]))
    if CalendarDay.objects.filter(day=day).exists():
        raise NotNoted(_NOTED.format(day=day))
    before = working_calendar(day.year).works(day)
    if before == works:
        raise NotNoted((_WORKED if works else _OFF).format(day=day))
    row = CalendarDay.objects.create(
        day=day, works=works, reference=reference, changed_at=timezone.now(), changed_by=by
    )
    changes = {"works": (before, works), "reference": (None, reference)}
    record(by=by, action="registry.note_day", verb=Verb.ADD, on=_thing(day), changes=changes)
    return row


@transaction.atomic
def forget_day(*, by: str, noted: CalendarDay, why: str) -> None:
    """Take a noted day out again: it is worked, or not, as the law's list says."""
    noted.delete()
    after = working_calendar(noted.day.year).works(noted.day)
    changes = {"works": (noted.works, after), "reference": (noted.reference, None)}
    record(
        by=by, action="registry.forget_day", verb=Verb.REMOVE, on=_thing(noted.day), changes=changes, why=why
    )


def _thing(day: date) -> Thing:
    return Thing("calendar_day", day.isoformat(), f"{day:%d/%m/%Y}")


_BEYOND = Text(
    "Lịch làm việc chỉ có từ năm {first} đến năm {last}. Hãy ghi một ngày trong khoảng đó.",
    "The working calendar goes from {first} to {last}. Give a day within it.",
)
_NOTED = Text(
    "Ngày {day:%d/%m/%Y} đã được ghi. Hãy xóa dòng cũ trước khi ghi lại.",
    "{day:%d/%m/%Y} is noted already. Remove that line before you note the day anew.",
)
_WORKED = Text(
    "Ngày {day:%d/%m/%Y} vốn là ngày làm việc, không cần ghi.",
    "{day:%d/%m/%Y} is worked as it is; there is nothing to note.",
)
_OFF = Text(
    "Ngày {day:%d/%m/%Y} vốn là ngày nghỉ, không cần ghi.",
    "{day:%d/%m/%Y} is a day off as it is; there is nothing to note.",
)
