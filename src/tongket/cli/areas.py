"""`tongket areas`: the map on a day, the events that made it, and how far each step is verified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.area import LEVELS, Level
from tongket.figures.terms.words import Refusal, Text

if TYPE_CHECKING:
    from tongket.figures.terms.area import Area, AreaEvent, AreaLink, AreaMap

ON = Text("Đơn vị hành chính ngày {day}", "Administrative units on {day}")
STEPS = Text("Những lần thay đổi", "Changes of the map")
UNVERIFIED = Text(
    "Chưa xác minh: {events} sự kiện và {links} liên kết; {unknown} liên kết không rõ tỷ lệ chia. Số liệu "
    "chuyển đổi qua các liên kết này phải được đối chiếu với nghị quyết trước khi công bố.",
    "Not verified: {events} events and {links} links; {unknown} links with an unknown share. Figures "
    "converted over these links must be checked against the resolution before they are released.",
)
LEVEL_NAMES: dict[Level, Text] = {
    "province": Text("cấp tỉnh", "province"),
    "district": Text("cấp huyện", "district"),
    "commune": Text("cấp xã", "commune"),
    "village": Text("thôn, bản", "village"),
}
EMPTY = Text(
    "Chưa có đơn vị hành chính nào. “tongket import” nạp danh mục từ thư mục của cơ quan.",
    "There is no administrative unit yet. “tongket import” takes them from the office's folder.",
)
NOT_A_DAY = Text(
    "“{found}” không phải là một ngày. Dạng đúng: 2025-07-01 hoặc 01/07/2025.",
    "“{found}” is not a day. Legal forms: 2025-07-01 or 01/07/2025.",
)


def show_areas(
    ctx: typer.Context,
    on: Annotated[str, typer.Option(help="The day, as 2025-07-01; by default today.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON, with every unit.")] = False,
) -> None:
    """Which units there are on a day, what changed them, and what of it nobody has verified yet."""
    day = day_of(on)
    session = open_session(ctx)
    known = _map()
    if as_json:
        session.json(_data(known, day))
    else:
        _show(session, known, day)


def _map() -> AreaMap:
    from tongket.desks.registry.queries import area_map

    known = area_map()
    if not known.areas:
        raise Refusal(EMPTY)
    return known


def day_of(text: str) -> date:
    """A day as it is typed, today where nothing is."""
    if not text:
        return date.today()
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise Refusal(NOT_A_DAY.format(found=text))


def _show(session: Session, known: AreaMap, day: date) -> None:
    heads = (words("Cấp", "Level"), words("Loại", "Type"), numbers("Số đơn vị", "Units"))
    counted = Counter((area.level, area.type) for area in known.in_force(day))
    rows = [
        (LEVEL_NAMES[level][session.lang], kind, str(count))
        for (level, kind), count in sorted(counted.items(), key=lambda one: (LEVELS.index(one[0][0]), one))
    ]
    show_table(session, ON.format(day=f"{day:%d/%m/%Y}"), heads, rows)
    heads = (
        words("Hiệu lực", "In force"), words("Căn cứ", "Reference"), numbers("Sự kiện", "Events"),
        numbers("Chưa xác minh", "Unverified"),
    )  # fmt: skip
    rows = [
        (f"{effective:%d/%m/%Y}", reference, str(len(events)), str(len(_unverified(events))))
        for (effective, reference), events in sorted(_steps(known).items())
    ]
    show_table(session, STEPS, heads, rows)
    session.say(UNVERIFIED, **_doubts(known))


def _steps(known: AreaMap) -> dict[tuple[date, str], list[AreaEvent]]:
    steps: dict[tuple[date, str], list[AreaEvent]] = {}
    for event in known.events:
        steps.setdefault((event.effective, event.legal_ref), []).append(event)
    return steps


def _unverified(found: Sequence[Any]) -> list[Any]:
    return [one for one in found if not one.verified]


def _doubts(known: AreaMap) -> dict[str, int]:
    return {
        "events": len(_unverified(known.events)),
        "links": len(_unverified(known.links)),
        "unknown": sum(link.share is None for link in known.links),
    }


def _data(known: AreaMap, day: date) -> dict[str, Any]:
    return {
        "on": day.isoformat(),
        "units": [_unit(area) for area in known.in_force(day)],
        "events": [
            {
                "event": event.event_id,
                "type": event.type,
                "effective": event.effective.isoformat(),
                "reference": event.legal_ref,
                "verified": event.verified,
                "links": [_link(link) for link in known.links if link.event_id == event.event_id],
            }
            for event in known.events
        ],
        "unverified": _doubts(known),
    }


def _unit(area: Area) -> dict[str, Any]:
    return {
        "code": area.code,
        "valid_from": area.valid_from.isoformat(),
        "valid_to": area.valid_to.isoformat() if area.valid_to else None,
        "level": area.level,
        "name": area.full_name,
        "parent": area.parent_code or None,
        "verified": area.verified,
    }


def _link(link: AreaLink) -> dict[str, Any]:
    return {
        "from": [link.from_code, link.from_valid_from.isoformat()],
        "to": [link.to_code, link.to_valid_from.isoformat()],
        "share": None if link.share is None else str(link.share),
        "basis": link.basis or None,
        "verified": link.verified,
    }
