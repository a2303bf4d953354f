"""The register's pages: who reports, the map of a day, the working calendar."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from tongket.desks.registry import calendar as working
from tongket.desks.registry import descent, show
from tongket.desks.registry.forms import FindAreas, FindReporters, ForgetDay, NoteDay, OfYear
from tongket.desks.registry.models import CalendarDay
from tongket.desks.registry.queries import area_map
from tongket.desks.registry.reach import Sought, areas_seen, as_of, find_areas, find_reporters
from tongket.desks.registry.reach import reporters as within_reach
from tongket.desks.registry.register import Filer
from tongket.desks.registry.words import KINDS, LEVEL_NAMES, named
from tongket.desks.site.access import Access, Whose, needs
from tongket.desks.site.catalogue import catalogue
from tongket.desks.site.forms import done
from tongket.desks.site.said import tell
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.words import Refusal, Text

PER_PAGE = 50


@needs("registry.read")
def reporters(request: HttpRequest) -> HttpResponse:
    """The reporters within reach, by name or code, form and standing."""
    form = FindReporters(request.GET, catalogue=catalogue())
    sought = Sought(**form.cleaned_data) if form.is_valid() else Sought()
    found = find_reporters(request.access.scope("registry.read"), sought, localdate())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    table = show.reporters(page, localdate(), area_map(), catalogue())
    told = {"form": form, "page": page, "table": table, "count": len(found)}
    return render(request, "registry/reporters.html", told)


@needs("registry.read")
def reporter(request: HttpRequest, code: str) -> HttpResponse:
    """One reporter: its rows through time, what it files, where it lies on today's map."""
    scope, today, areas = request.access.scope("registry.read"), localdate(), area_map()
    rows = [filer for filer in within_reach(scope) if filer.code == code]
    if not rows:
        raise Http404
    (now,) = as_of(rows, today)
    told = {
        "filer": now,
        "kind": named(KINDS, now.kind),
        "activity": show.activity(now, catalogue()),
        "standing": show.standing_of(now, today),
        "forms": show.form_names(now, catalogue()),
        "table": show.dated_rows(rows, areas, catalogue()),
        "filings": _filings(request.access, now),
        **_on_today(areas, now, areas_seen(scope, areas)),
    }
    return render(request, "registry/reporter.html", told)


@needs("registry.read")
def areas(request: HttpRequest) -> HttpResponse:
    """The areas within reach as they are on a day, by level."""
    form = FindAreas({"on": localdate().isoformat(), **request.GET.dict()})
    asked = form.cleaned_data if form.is_valid() else {"on": localdate(), "level": "", "words": ""}
    every = area_map()
    found = find_areas(request.access.scope("registry.read"), every, asked["on"], asked["words"])
    chosen = [area for area in found if asked["level"] in ("", area.level)]
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("page"))
    told = {
        "form": form,
        "on": asked["on"],
        "page": page,
        "counts": [
            (LEVEL_NAMES[level], count)
            for level in LEVEL_NAMES
            if (count := sum(area.level == level for area in found))
        ],
        "table": show.areas_on(page, every, asked["on"]),
    }
    return render(request, "registry/areas.html", told)


@needs("registry.read")
def area(request: HttpRequest, code: str) -> HttpResponse:
    """What bears, or bore, a code: where it lies, what it came from, what became of it."""
    every = area_map()
    seen = areas_seen(request.access.scope("registry.read"), every)
    units = sorted((one for one in every.areas if one.code == code), key=lambda one: one.valid_from)
    if code not in seen:
        raise Http404
    on = _day(request.GET.get("on", ""))
    unit = next((one for one in units if one.in_force(on)), units[-1])
    day = on if unit.in_force(on) else unit.valid_to or unit.valid_from
    told = {
        "area": unit,
        "on": day,
        "level": LEVEL_NAMES[unit.level],
        "above": show.above(every, unit, day),
        "table": show.versions(units),
        "came_from": show.steps(_CAME_FROM, _NO_FORMER, descent.came_from(every, code), seen),
        "became": show.steps(_BECAME, _NO_LATER, descent.became(every, code), seen),
    }
    return render(request, "registry/area.html", told)


@needs("registry.read", changing="registry.edit")
def calendar(request: HttpRequest) -> HttpResponse:
    """The days off and the days worked instead, of a year; a swap that was announced is noted here."""
    chosen, form = OfYear(request.GET), NoteDay(request.POST or None)
    if done(form, lambda: working.note_day(by=request.access.by, **form.cleaned_data)):
        messages.success(request, tell(_NOTED))
        return redirect(_of_year(form.cleaned_data["day"].year))
    year = (chosen.is_valid() and chosen.cleaned_data["year"]) or localdate().year
    edits = request.access.may("registry.edit")
    told = {
        "years": OfYear({"year": year}),
        "year": year,
        "form": form,
        "edits": edits,
        "table": show.calendar(working.days_of(year), edits=edits),
    }
    return render(request, "registry/calendar.html", told)


@needs("registry.edit")
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a noted day out of the calendar, with the reason."""
    noted = get_object_or_404(CalendarDay, pk=pk)
    form = ForgetDay(request.POST or None)
    year = noted.day.year
    if done(form, lambda: working.forget_day(by=request.access.by, noted=noted, **form.cleaned_data)):
        messages.success(request, tell(_FORGOTTEN))
        return redirect(_of_year(year))
    return render(request, "registry/forget.html", {"form": form, "noted": noted, "back": _of_year(year)})


def _on_today(areas: AreaMap, filer: Filer, seen: frozenset[str]) -> dict[str, object]:
    """The area on today's map, or the sentence that says why the links do not lead there."""
    try:
        found = descent.on_map(areas, filer.area_code, filer.valid_from, localdate())
    except Refusal as refusal:
        return {"lost": refusal.sentence}
    return {"on_today": show.parts(found, areas, max(localdate(), filer.valid_from), seen)}


def _filings(access: Access, filer: Filer) -> str:
    """Where its filings stand for whoever asks: their own list, or the collection; empty for others."""
    whose = Whose(area=filer.area_code, reporter=filer.code)
    if access.may("filing.file_return", whose):
        return reverse("filing:own")
    return reverse("filing:campaigns") if access.may("filing.read", whose) else ""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return localdate()


def _of_year(year: int) -> str:
    return f"{reverse('registry:calendar')}?year={year}"


_NOTED = Text("Đã ghi vào lịch làm việc.", "It stands in the working calendar.")
_FORGOTTEN = Text("Đã xóa khỏi lịch làm việc.", "It was taken out of the working calendar.")
_CAME_FROM = Text("Hình thành từ", "What it came from")
_BECAME = Text("Đã trở thành", "What became of it")
_NO_FORMER = Text(
    "Danh mục không ghi đơn vị nào trước đó.", "The register knows of no unit that it came from."
)
_NO_LATER = Text("Danh mục không ghi thay đổi nào sau đó.", "The register knows of no change since.")
