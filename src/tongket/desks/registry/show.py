"""The tables of the register's pages."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date
from fractions import Fraction

from django.urls import reverse
from django.utils.formats import date_format, number_format

from tongket.desks.registry.calendar import Day
from tongket.desks.registry.descent import Part, Step
from tongket.desks.registry.reach import standing
from tongket.desks.registry.register import Filer
from tongket.desks.registry.words import (
    BASES,
    EVENTS,
    IN_FORCE,
    KINDS,
    LEVEL_NAMES,
    STANDINGS,
    UNVERIFIED,
    VERIFIED,
    Standing,
    named,
)
from tongket.desks.site.said import tell
from tongket.desks.site.tables import Cell, Column, Table, Tone
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.area import Area, AreaMap
from tongket.figures.terms.words import Text

TONES: dict[Standing, Tone] = {Standing.IN_FORCE: "good", Standing.ENDED: "", Standing.COMING: "warn"}
HUNDRED = 100


def reporters(found: Iterable[Filer], day: date, areas: AreaMap, catalogue: Catalogue) -> Table:
    columns = [
        Column(Text("Tên", "Name")),
        Column(Text("Mã", "Code")),
        Column(Text("Loại", "Kind")),
        Column(Text("Địa bàn", "Area")),
        Column(Text("Biểu phải nộp", "Forms to file")),
        Column(Text("Tình trạng", "Standing")),
    ]
    rows = [
        [
            Cell(one.name, reverse("registry:reporter", args=[one.code])),
            one.code,
            tell(named(KINDS, one.kind)),
            place(areas, one, day),
            "\n".join(form_names(one, catalogue)) or "–",
            standing_of(one, day),
        ]
        for one in found
    ]
    return Table(Text("Đơn vị báo cáo", "Reporters"), columns, rows, _NO_REPORTER)


def standing_of(filer: Filer, day: date) -> Cell:
    now = standing(filer, day)
    return Cell.mark(tell(STANDINGS[now]), TONES[now])


def place(areas: AreaMap, filer: Filer, day: date) -> str:
    """The area by the name it has on the day; one that is gone by the name it had when the reporter began."""
    known = day if areas.knows(filer.area_code, day) else filer.valid_from
    return areas.at(filer.area_code, known).full_name


def form_names(filer: Filer, catalogue: Catalogue) -> list[str]:
    """The forms it has to file; a form the catalogue has lost is named by its code."""
    return [tell(catalogue.forms[code].name) if code in catalogue.forms else code for code in filer.forms]


def dated_rows(rows: Sequence[Filer], areas: AreaMap, catalogue: Catalogue) -> Table:
    """One reporter through time, the newest row first."""
    columns = [
        Column(Text("Từ ngày", "From")),
        Column(Text("Đến ngày", "To")),
        Column(Text("Tên", "Name")),
        Column(Text("Ngành", "Activity")),
        Column(Text("Địa bàn khi đó", "Area then")),
        Column(Text("Biểu phải nộp", "Forms to file")),
    ]
    shown = [
        [
            date_format(row.valid_from),
            _until(row.valid_to),
            row.name,
            activity(row, catalogue),
            areas.at(row.area_code, row.valid_from).full_name,
            "\n".join(form_names(row, catalogue)) or "–",
        ]
        for row in reversed(rows)
    ]
    return Table(Text("Các giai đoạn trong danh mục", "Rows of the register"), columns, shown)


def activity(filer: Filer, catalogue: Catalogue) -> str:
    """The code of the activity, with its name where the classification in use has it."""
    listed = catalogue.codelists.get("vsic")
    if listed is None or filer.activity not in listed:
        return filer.activity or "–"
    return f"{filer.activity} {tell(listed[filer.activity].name)}"


def parts(found: Iterable[Part], areas: AreaMap, day: date, seen: Container[str]) -> Table:
    """Where a unit is on the map of the day, each part with all that it lies in."""
    columns = [
        Column(Text("Đơn vị", "Unit")),
        Column(Text("Thuộc", "Within")),
        Column(Text("Phần của đơn vị cũ", "Part of the former unit")),
        Column(Text("Xác minh", "Verified")),
    ]
    rows = [
        [
            area_cell(part.unit, seen, day),
            " · ".join(above(areas, part.unit, day)) or "–",
            _share(part.share),
            _verified(part.verified),
        ]
        for part in found
    ]
    return Table(Text("Trên bản đồ hôm nay", "On today's map"), columns, rows)


def areas_on(found: Iterable[Area], areas: AreaMap, day: date) -> Table:
    columns = [
        Column(Text("Đơn vị", "Unit")),
        Column(Text("Mã", "Code")),
        Column(Text("Cấp", "Level")),
        Column(Text("Thuộc", "Within")),
        Column(Text("Căn cứ pháp lý", "Legal reference")),
        Column(Text("Xác minh", "Verified")),
    ]
    rows = [
        [
            Cell(one.full_name, _address(one, day)),
            one.code,
            tell(LEVEL_NAMES[one.level]),
            next(iter(above(areas, one, day)), "–"),
            one.legal_ref or "–",
            _verified(one.verified),
        ]
        for one in found
    ]
    return Table(Text("Địa bàn", "Areas"), columns, rows, _NO_AREA)


def versions(found: Sequence[Area]) -> Table:
    """One code through time, the newest unit first."""
    columns = [
        Column(Text("Từ ngày", "From")),
        Column(Text("Đến ngày", "To")),
        Column(Text("Đơn vị", "Unit")),
        Column(Text("Căn cứ pháp lý", "Legal reference")),
        Column(Text("Xác minh", "Verified")),
    ]
    rows = [
        [
            date_format(one.valid_from),
            _until(one.valid_to),
            one.full_name,
            one.legal_ref or "–",
            _verified(one.verified),
        ]
        for one in reversed(found)
    ]
    return Table(Text("Các giai đoạn của mã này", "What bore the code"), columns, rows)


def steps(caption: Text, nothing: Text, found: Iterable[Step], seen: Container[str]) -> Table:
    """Links of the map, each with its share and what the share was measured in."""
    columns = [
        Column(Text("Ngày", "Day")),
        Column(Text("Thay đổi", "Change")),
        Column(Text("Đơn vị cũ", "Former unit")),
        Column(Text("Đơn vị mới", "Later unit")),
        Column(Text("Phần chuyển sang", "Part that went over")),
        Column(Text("Tính theo", "Measured in")),
        Column(Text("Căn cứ pháp lý", "Legal reference")),
        Column(Text("Xác minh", "Verified")),
    ]
    rows = [
        [
            date_format(step.event.effective),
            tell(named(EVENTS, step.event.type)),
            area_cell(step.before, seen, step.before.valid_from),
            area_cell(step.after, seen, step.after.valid_from),
            _share(step.link.share),
            tell(named(BASES, step.link.basis)),
            step.event.legal_ref or "–",
            _verified(step.link.verified and step.event.verified),
        ]
        for step in found
    ]
    return Table(caption, columns, rows, nothing)


def calendar(days: Iterable[Day], *, edits: bool) -> Table:
    """The days of a year that are not like others; for whoever edits a noted one leads to its removal."""
    columns = [
        Column(Text("Ngày", "Day")),
        Column(Text("Thứ", "Weekday")),
        Column(Text("Làm việc", "Worked")),
        Column(Text("Theo", "By")),
        Column(Text("Căn cứ", "Reference")),
        Column(Text("Ai ghi", "Noted by")),
    ]
    rows = [
        [
            _day(one, edits),
            date_format(one.day, "l"),
            Cell.mark(tell(_WORKED), "warn") if one.works else Cell.mark(tell(_OFF)),
            tell(_BY_HAND if one.noted else _BY_LAW),
            one.noted.reference if one.noted else "–",
            one.noted.changed_by if one.noted else "–",
        ]
        for one in days
    ]
    return Table(Text("Ngày nghỉ và ngày làm bù", "Days off and days worked instead"), columns, rows, _NO_DAY)


def area_cell(area: Area, seen: Container[str], day: date) -> Cell:
    """A unit by name and code; it leads to its page where that is within reach."""
    return Cell(f"{area.full_name} ({area.code})", _address(area, day) if area.code in seen else "")


def above(areas: AreaMap, area: Area, day: date) -> tuple[str, ...]:
    """The names of the units it lies in on the day, nearest first; a unit may outlive the one above it."""
    names: list[str] = []
    while area.parent_code and areas.knows(area.parent_code, day):
        area = areas.at(area.parent_code, day)
        names.append(area.full_name)
    return tuple(names)


def _day(one: Day, edits: bool) -> Cell:
    address = reverse("registry:forget", args=[one.noted.pk]) if one.noted and edits else ""
    return Cell(date_format(one.day), address)


def _address(area: Area, day: date) -> str:
    return f"{reverse('registry:area', args=[area.code])}?on={day.isoformat()}"


def _until(day: date | None) -> Cell | str:
    return date_format(day) if day else Cell.mark(tell(IN_FORCE), "good")


def _verified(verified: bool) -> Cell:
    return Cell(tell(VERIFIED)) if verified else Cell.mark(tell(UNVERIFIED), "warn")


def _share(share: Fraction | None) -> Cell | str:
    if share is None:
        return Cell.mark(tell(_UNKNOWN_SHARE), "warn")
    return tell(_WHOLE) if share == 1 else f"{number_format(round(float(share * HUNDRED), 2))} %"


_WHOLE = Text("toàn bộ", "all of it")
_UNKNOWN_SHARE = Text("chưa công bố tỷ lệ", "share not published")
_WORKED = Text("làm việc", "worked")
_OFF = Text("nghỉ", "off")
_BY_LAW = Text("danh sách theo luật", "the list of the law")
_BY_HAND = Text("cơ quan ghi", "noted by the office")
_NO_REPORTER = Text(
    "Không có đơn vị nào khớp trong phạm vi của bạn. Hãy bớt điều kiện.",
    "No reporter within your reach answers the criteria. Take one away.",
)
_NO_AREA = Text(
    "Không có địa bàn nào khớp vào ngày này trong phạm vi của bạn.",
    "No area within your reach answers the criteria on that day.",
)
_NO_DAY = Text("Năm này không có ngày nào khác thường.", "No day of the year is unlike others.")
