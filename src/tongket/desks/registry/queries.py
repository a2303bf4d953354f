"""What the register answers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import QuerySet

from tongket.desks.registry.models import AreaEventRow, AreaLinkRow, AreaRow, CalendarDay, Reporter
from tongket.desks.registry.register import Filer, Register
from tongket.figures.methods.time_series.trading_days import vietnam
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.area import Area, AreaEvent, AreaLink, AreaMap
from tongket.figures.terms.period import Period
from tongket.figures.terms.working_days import WorkingCalendar

_AREA = (
    "code", "valid_from", "valid_to", "level", "type", "name", "parent_code",
    "verified", "legal_ref", "source",
)  # fmt: skip
_EVENT = ("event_id", "type", "effective", "legal_ref", "verified")
_LINK = (
    "event_id", "from_code", "from_valid_from", "to_code", "to_valid_from",
    "share", "basis", "verified",
)  # fmt: skip
_FILER = (
    "code", "name", "kind", "area_code", "valid_from", "valid_to",
    "forms", "tax_code", "activity", "synthetic",
)  # fmt: skip


def area_map() -> AreaMap:
    """All areas through time, with the events and links between them."""
    areas = AreaRow.objects.order_by("code", "valid_from").values_list(*_AREA)
    events = AreaEventRow.objects.order_by("effective", "event_id").values_list(*_EVENT)
    links = AreaLinkRow.objects.order_by("event_id", "from_code", "to_code").values_list(*_LINK)
    return AreaMap(
        tuple(Area(*row) for row in areas),
        tuple(AreaEvent(*row) for row in events),
        tuple(AreaLink(*row) for row in links),
    )


def register() -> Register:
    """The whole register as one value, to ask many times."""
    return Register(area_map(), filers(Reporter.objects.all()))


def filers(rows: QuerySet[Reporter]) -> tuple[Filer, ...]:
    """The rows of reporters as values, by code and first day."""
    found = rows.order_by("code", "valid_from").values(*_FILER)
    return tuple(Filer(**{**row, "forms": tuple(row["forms"])}) for row in found)


def reporters_due(form: FormSpec, period: Period) -> tuple[Filer, ...]:
    """Who has to file the form for the period."""
    return register().due(form, period)


def working_calendar(year: int) -> WorkingCalendar:
    """The days worked in the year, the one before and the two after, with the swaps the office has noted."""
    listed = vietnam(range(year - 1, year + 3))
    noted = dict(CalendarDay.objects.values_list("day", "works"))
    worked = {day for day, works in noted.items() if works}
    off = {day for day, works in noted.items() if not works}
    return WorkingCalendar((listed.off | off) - worked, (listed.worked | worked) - off, listed.rest)


def synthetic(code: str) -> bool:
    """Whether the reporter is made up, and with it whatever it reports."""
    return Reporter.objects.filter(code=code, synthetic=True).exists()


def counts() -> dict[str, int]:
    """How many rows each list of the register has."""
    models = {"areas": AreaRow, "events": AreaEventRow, "links": AreaLinkRow, "reporters": Reporter}
    return {name: model.objects.count() for name, model in models.items()}


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The names of registered reporters, and of areas that report, by code: the newest each has had."""
    wanted = set(codes)
    reporters = Reporter.objects.filter(code__in=wanted).order_by("valid_from")
    units = AreaRow.objects.filter(code__in=wanted).order_by("valid_from")
    named = {row.code: f"{row.type} {row.name}" for row in units}
    return {**named, **dict(reporters.values_list("code", "name"))}


def areas_inside(codes: Iterable[str]) -> dict[str, frozenset[str]]:
    """Each of the areas with every area that lies, or ever lay, inside it or went into it whole.

    Whoever answers for a commune answers for what the units it was made of have reported; a unit that
    gave it a part only is not its to see.
    """
    wanted = set(codes)
    if not wanted:
        return {}
    within: dict[str, set[str]] = {}
    for code, parent in AreaRow.objects.values_list("code", "parent_code"):
        within.setdefault(parent, set()).add(code)
    whole = AreaLinkRow.objects.filter(share=Decimal(1))
    for former, later in whole.values_list("from_code", "to_code"):
        within.setdefault(later, set()).add(former)
    return {code: reached(code, within) for code in wanted}


def reached(code: str, within: dict[str, set[str]]) -> frozenset[str]:
    """The code and all that it leads to."""
    found, waiting = {code}, [code]
    while waiting:
        new = within.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)
