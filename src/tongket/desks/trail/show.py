"""The table of the trail's page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from tongket.desks.site.said import tell
from tongket.desks.site.tables import Column, Table
from tongket.desks.trail.models import Entry
from tongket.figures.terms.words import Text

VERBS = {
    Entry.Verb.ADD: Text("thêm", "added"),
    Entry.Verb.CHANGE: Text("sửa", "changed"),
    Entry.Verb.REMOVE: Text("xóa, chấm dứt", "removed, ended"),
    Entry.Verb.SIGN_IN: Text("đăng nhập", "signed in"),
    Entry.Verb.SIGN_OUT: Text("đăng xuất", "signed out"),
    Entry.Verb.REFUSED: Text("bị từ chối", "refused"),
    Entry.Verb.RUN: Text("chạy", "ran"),
}


def table(entries: Iterable[Entry]) -> Table:
    columns = [
        Column(Text("Số", "No."), numeric=True),
        Column(Text("Khi nào", "When")),
        Column(Text("Ai", "Who")),
        Column(Text("Việc", "What")),
        Column(Text("Đối tượng", "On what")),
        Column(Text("Từ → thành", "From → to")),
        Column(Text("Lý do", "Why")),
        Column(Text("Từ đâu", "From where")),
    ]
    rows = [
        [
            str(one.number),
            date_format(localtime(one.at), "DATETIME_FORMAT"),
            one.by,
            f"{tell(VERBS[Entry.Verb(one.verb)])}\n{one.action}",
            f"{one.name or one.code}\n{one.kind} {one.code}",
            _changes(one),
            one.why,
            one.origin,
        ]
        for one in entries
    ]
    return Table(Text("Nhật ký", "Trail"), columns, rows, _NOTHING)


def _changes(entry: Entry) -> str:
    told = {field: (_value(before), _value(after)) for field, (before, after) in entry.from_to.items()}
    return "\n".join(f"{field}: {a} → {b}" for field, (a, b) in told.items() if a != b)


def _value(value: Any) -> str:
    return "–" if value in (None, "") else str(value)


_NOTHING = Text("Không có dòng nào khớp các điều kiện.", "No row answers the criteria.")
