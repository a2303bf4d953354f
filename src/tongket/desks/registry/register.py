"""The register as a value: who there is, where they lie, what they have to file. No database here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tongket.desks.registry.words import LEVEL_NAMES
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.area import LEVELS, Area, AreaMap, Level
from tongket.figures.terms.period import Period
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.words import Refusal, Text

CALENDAR = ReportingWindow("calendar", Text("Theo lịch", "Calendar"))


class NotAReporter(Refusal):
    """The register knows nobody of that code who files that form in that period."""


def last_day(period: Period) -> date:
    return CALENDAR.days(period)[1]


@dataclass(frozen=True, slots=True)
class Filer:
    """Who files returns, as the register has them from `valid_from` to `valid_to`.

    The filer of an area's form is the area itself: a village, under its own code.
    """

    code: str
    name: str
    kind: str
    area_code: str
    valid_from: date
    valid_to: date | None
    forms: tuple[str, ...] = ()
    tax_code: str = ""
    activity: str = ""
    synthetic: bool = False

    def during(self, period: Period) -> bool:
        """In force on any day of the period."""
        first, last = CALENDAR.days(period)
        return self.valid_from <= last and (self.valid_to is None or first <= self.valid_to)


@dataclass(frozen=True)
class Register:
    """All areas and all registered filers through time."""

    areas: AreaMap
    registered: tuple[Filer, ...]

    @cached_property
    def _by_code(self) -> dict[str, list[Filer]]:
        grouped: dict[str, list[Filer]] = {}
        for filer in self.registered:
            grouped.setdefault(filer.code, []).append(filer)
        return grouped

    def due(self, form: FormSpec, period: Period) -> tuple[Filer, ...]:
        """Who has to file the form for the period, by code; one filer once, as at the period's end."""
        if form.reporter == "area":
            day = last_day(period)
            units = self.areas.in_force(day, self._lowest(day))
            return tuple(sorted(map(_unit, units), key=lambda filer: filer.code))
        latest = {
            filer.code: filer
            for filer in sorted(self.registered, key=lambda filer: filer.valid_from)
            if form.code in filer.forms and filer.during(period)
        }
        return tuple(latest[code] for code in sorted(latest))

    def filer(self, form: FormSpec, code: str, period: Period) -> Filer:
        """The one who files the form under that code; raises `NotAReporter` or `UnknownArea`."""
        if form.reporter == "area":
            return self._area_filer(code, last_day(period))
        known = self._by_code.get(code, [])
        if not known:
            raise NotAReporter(_UNKNOWN.format(code=code))
        in_force = [filer for filer in known if filer.during(period)]
        if not in_force:
            raise NotAReporter(_NOT_IN_FORCE.format(code=code, name=known[-1].name, period=period))
        filer = max(in_force, key=lambda each: each.valid_from)
        if form.code not in filer.forms:
            raise NotAReporter(_NOT_DUE.format(code=code, name=filer.name, form=form.name))
        self.areas.lineage(filer.area_code, last_day(period))  # refuses a place that lies nowhere
        return filer

    def _area_filer(self, code: str, day: date) -> Filer:
        area, lowest = self.areas.lineage(code, day)[0], self._lowest(day)
        if area.level != lowest:
            raise NotAReporter(_TOO_HIGH.format(code=code, name=area.full_name, level=LEVEL_NAMES[lowest]))
        return _unit(area)

    def _lowest(self, day: date) -> Level:
        """The finest level the map has on that day: where villages report, a commune would count twice."""
        if day not in self._levels:
            found = {area.level for area in self.areas.in_force(day)}
            self._levels[day] = max(found, key=LEVELS.index, default="province")
        return self._levels[day]

    @cached_property
    def _levels(self) -> dict[date, Level]:
        return {}


def _unit(area: Area) -> Filer:
    return Filer(area.code, area.full_name, area.level, area.code, area.valid_from, area.valid_to)


_UNKNOWN = Text(
    "Danh sách đơn vị báo cáo không có mã “{code}”. Hãy sửa mã trong biểu, hoặc ghi thêm đơn vị vào "
    "reporters.csv.",
    "The register has no reporter “{code}”. Correct the code in the form, or add the reporter to "
    "reporters.csv.",
)
_NOT_IN_FORCE = Text(
    "{name} ({code}) không hoạt động trong kỳ {period} theo danh sách đơn vị báo cáo. Hãy kiểm tra lại kỳ "
    "của biểu, hoặc ngày bắt đầu và kết thúc trong reporters.csv.",
    "{name} ({code}) is not in force in {period} by the register. Check the period of the form, or the "
    "first and last day in reporters.csv.",
)
_NOT_DUE = Text(
    "{name} ({code}) không thuộc diện báo cáo biểu “{form}”. Nếu đơn vị phải báo cáo, hãy ghi mã biểu vào "
    "cột forms của reporters.csv.",
    "{name} ({code}) does not file “{form}”. If it has to, write the form's code into the column forms of "
    "reporters.csv.",
)
_TOO_HIGH = Text(
    "{name} ({code}) không tự báo cáo biểu này: biểu thu theo từng {level}, nếu không sẽ tính trùng. Hãy "
    "ghi mã của từng {level}.",
    "{name} ({code}) does not file this form itself: it is filed by each {level}, or it would count twice. "
    "Write the code of each {level}.",
)
