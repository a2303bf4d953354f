"""What must hold of the register before it is taken. Each rule refuses with its own sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from tongket.desks.registry.files import Line
from tongket.desks.registry.models import AreaLinkRow, AreaRow, Reporter
from tongket.figures.returns.answer import Finding, Place
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.words import Text

UNKNOWN_SHARE = "share_unknown"
FOREVER = date.max

AreaLines = list[tuple[Line, AreaRow]]
LinkLines = list[tuple[Line, AreaLinkRow]]


def no_repetition(lines: Iterable[tuple[Line, tuple[Any, ...]]]) -> None:
    """No two lines have the same key."""
    first: dict[tuple[Any, ...], Line] = {}
    for line, key in lines:
        if (before := first.setdefault(key, line)) is not line:
            line.refuse(_REPEATED.format(file=before.file, number=before.number))


def no_overlap(lines: Iterable[tuple[Line, AreaRow | Reporter]]) -> None:
    """A code means one thing on any day, and no unit ends before it begins."""
    last: dict[str, tuple[Line, AreaRow | Reporter]] = {}
    for line, row in sorted(lines, key=lambda each: (each[1].code, each[1].valid_from)):
        if row.valid_to is not None and row.valid_to < row.valid_from:
            line.refuse(_BACKWARDS.format(code=row.code, first=row.valid_from, last=row.valid_to))
        before = last.get(row.code)
        if before is not None and row.valid_from <= (before[1].valid_to or FOREVER):
            line.refuse(
                _OVERLAP.format(
                    code=row.code, day=row.valid_from, file=before[0].file, number=before[0].number
                )
            )
        last[row.code] = (line, row)


def known_parents(lines: AreaLines, areas: AreaMap) -> tuple[Finding, ...]:
    """Every parent is in force on the unit's first day; a unit that outlives its parent is remarked upon."""
    newest = max(area.valid_from for area in areas.areas)
    orphans = []
    for line, row in lines:
        if not row.parent_code:
            continue
        if not areas.knows(row.parent_code, row.valid_from):
            line.refuse(_NO_PARENT.format(code=row.code, parent=row.parent_code, day=row.valid_from))
        last = row.valid_to or max(newest, row.valid_from)  # in force: the newest day the map speaks of
        if not areas.knows(row.parent_code, last):
            orphans.append((line, row))
    return tuple(_outlived(orphans))


def _outlived(orphans: AreaLines) -> Iterator[Finding]:
    by_file: dict[str, AreaLines] = defaultdict(list)
    for line, row in orphans:
        by_file[line.file].append((line, row))
    for file, lines in by_file.items():
        line, row = lines[0]
        sentence = _OUTLIVES.format(
            count=len(lines), file=file, number=line.number, code=row.code, parent=row.parent_code
        )
        yield Finding("outlives_parent", "soft", Place(file), sentence)


def sound_links(lines: LinkLines, events: frozenset[str], units: frozenset[tuple[str, date]]) -> None:
    """Links join known units through known events, and the shares of a former unit sum to one."""
    former: dict[tuple[str, str, date], LinkLines] = defaultdict(list)
    for line, row in lines:
        if row.event_id not in events:
            line.refuse(_NO_EVENT.format(event=row.event_id))
        for code, begun in ((row.from_code, row.from_valid_from), (row.to_code, row.to_valid_from)):
            if (code, begun) not in units:
                line.refuse(_NO_UNIT.format(code=code, day=begun))
        former[row.event_id, row.from_code, row.from_valid_from].append((line, row))
    for (_, code, _), parts in former.items():
        _whole(code, parts)


def _whole(code: str, parts: LinkLines) -> None:
    line = parts[-1][0]
    for each, row in parts:
        if row.share is not None and not 0 < row.share <= 1:
            each.refuse(_BAD_SHARE.format(code=code, share=row.share))
        if row.share is None and row.quality != UNKNOWN_SHARE:
            each.refuse(_UNMARKED.format(code=code, mark=UNKNOWN_SHARE))
    known = sum((row.share for _, row in parts if row.share is not None), Decimal(0))
    if known > 1:
        line.refuse(_TOO_MUCH.format(code=code, total=known))
    if known < 1 and all(row.share is not None for _, row in parts):
        line.refuse(_TOO_LITTLE.format(code=code, total=known, mark=UNKNOWN_SHARE))


def areas_known(lines: Iterable[tuple[Line, Reporter]], areas: AreaMap) -> None:
    """A reporter's area is in force on the reporter's first day."""
    for line, row in lines:
        if not areas.knows(row.area_code, row.valid_from):
            line.refuse(_NO_AREA.format(name=row.name, area=row.area_code, day=row.valid_from))


_REPEATED = Text("trùng với dòng {number} của {file}.", "repeats line {number} of {file}.")
_BACKWARDS = Text(
    "mã {code} kết thúc ngày {last} trước khi bắt đầu ngày {first}.",
    "the code {code} ends on {last}, before it begins on {first}.",
)
_OVERLAP = Text(
    "mã {code} bắt đầu ngày {day} khi dòng {number} của {file} vẫn còn hiệu lực. Hãy ghi valid_to cho "
    "dòng cũ: một mã vào một ngày chỉ là một đơn vị.",
    "the code {code} begins on {day} while line {number} of {file} is still in force. Give the older line a "
    "valid_to: on one day a code is one unit.",
)
_NO_PARENT = Text(
    "đơn vị {code} có cấp trên {parent}, mã này không có hiệu lực vào ngày {day}. Hãy sửa parent_code hoặc "
    "valid_from.",
    "the unit {code} has the parent {parent}, which is not in force on {day}. Correct parent_code or "
    "valid_from.",
)
_OUTLIVES = Text(
    "{count} đơn vị trong {file} vẫn còn hiệu lực khi cấp trên đã hết (dòng {number}: {code} thuộc "
    "{parent}). Số liệu sau ngày đó không xếp được vào xã; hãy ghi valid_to và một dòng mới với cấp trên "
    "mới.",
    "{count} units of {file} outlive their parent (line {number}: {code} in {parent}). Figures after that "
    "day have no place; give a valid_to and a new line with the new parent.",
)
_NO_EVENT = Text(
    "sự kiện {event} không có trong area_events.csv.", "the event {event} is not in area_events.csv."
)
_NO_UNIT = Text(
    "không có đơn vị {code} bắt đầu ngày {day} trong areas.csv.",
    "areas.csv has no unit {code} that begins on {day}.",
)
_BAD_SHARE = Text(
    "tỷ lệ {share} của đơn vị {code} phải lớn hơn 0 và không quá 1.",
    "the share {share} of the unit {code} must be more than 0 and at most 1.",
)
_UNMARKED = Text(
    "tỷ lệ của đơn vị {code} để trống mà không ghi {mark} ở cột quality. Hãy ghi tỷ lệ, hoặc ghi {mark} nếu "
    "chưa ai công bố.",
    "the share of the unit {code} is empty without {mark} in the column quality. Give the share, or write "
    "{mark} where nobody published it.",
)
_TOO_MUCH = Text(
    "các tỷ lệ của đơn vị {code} cộng lại là {total}, lớn hơn 1.",
    "the shares of the unit {code} sum to {total}, more than 1.",
)
_TOO_LITTLE = Text(
    "các tỷ lệ của đơn vị {code} cộng lại chỉ được {total}. Hãy ghi đủ đến 1, hoặc ghi thêm phần còn "
    "thiếu với tỷ lệ trống và {mark}.",
    "the shares of the unit {code} sum to {total} only. Make them sum to 1, or add the missing part with an "
    "empty share and {mark}.",
)
_NO_AREA = Text(
    "đơn vị {name} đóng ở địa bàn {area}, mã này không có hiệu lực vào ngày {day}. Hãy sửa area_code hoặc "
    "valid_from.",
    "the reporter {name} lies in the area {area}, which is not in force on {day}. Correct area_code or "
    "valid_from.",
)
