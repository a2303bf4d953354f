"""What the trail answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from tongket.desks.trail.chain import Fault, faults
from tongket.desks.trail.models import ChainEnd, Entry


@dataclass(frozen=True, slots=True)
class Sought:
    """Criteria that all have to hold; an empty one holds always. `words` stand in any text of a row."""

    by: str = ""
    action: str = ""
    verb: str = ""
    kind: str = ""
    code: str = ""
    since: date | None = None
    until: date | None = None
    words: str = ""


def find(sought: Sought) -> QuerySet[Entry]:
    """The rows that answer all criteria, newest first."""
    rows = Entry.objects.order_by("-number")
    for field in ("by", "action", "verb", "kind", "code"):
        if value := getattr(sought, field):
            rows = rows.filter(**{field: value})
    if sought.since:
        rows = rows.filter(at__gte=_midnight(sought.since))
    if sought.until:
        rows = rows.filter(at__lt=_midnight(sought.until + timedelta(days=1)))
    for word in sought.words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(code__icontains=word)
            | Q(why__icontains=word)
            | Q(changes__icontains=word)
        )
    return rows


def history(kind: str, code: str) -> QuerySet[Entry]:
    """All that was done to one thing, newest first."""
    return find(Sought(kind=kind, code=code))


def verify(seal: tuple[int, str] | None = None) -> tuple[Fault, ...]:
    """What does not hold in the whole trail; with `seal`, also against an end that was kept elsewhere."""
    found = list(faults(Entry.objects.order_by("number").iterator(), end()))
    if seal is not None:
        upto = Entry.objects.filter(number__lte=seal[0]).order_by("number")
        known = {(fault.number, fault.sentence) for fault in found}
        found += [f for f in faults(upto.iterator(), seal) if (f.number, f.sentence) not in known]
    return tuple(found)


def end() -> tuple[int, str] | None:
    """Number and digest of the last row: the seal of all that stands before it."""
    return ChainEnd.objects.values_list("number", "digest").first()


def values_of(field: str) -> list[str]:
    """The different values a field has taken, to choose from."""
    return list(Entry.objects.order_by(field).values_list(field, flat=True).distinct())


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
