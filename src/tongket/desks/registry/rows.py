"""Lines of the office's files as rows of the register."""

from __future__ import annotations

import re
from typing import Any

from tongket.desks.registry.files import Line
from tongket.desks.registry.models import AreaEventRow, AreaLinkRow, AreaRow, Reporter
from tongket.figures.terms.area import LEVELS

AREA_COLUMNS = (
    "code", "valid_from", "valid_to", "level", "type", "name", "name_en", "parent_code",
    "verified", "legal_ref", "source", "note",
)  # fmt: skip
EVENT_COLUMNS = ("event_id", "type", "effective", "legal_ref", "verified", "source", "note")
LINK_COLUMNS = (
    "event_id", "from_code", "from_valid_from", "to_code", "to_valid_from",
    "share", "basis", "source", "quality", "verified",
)  # fmt: skip
REPORTER_COLUMNS = (
    "code", "kind", "name", "tax_code", "activity", "area_code",
    "valid_from", "valid_to", "forms", "synthetic",
)  # fmt: skip
EVENT_TYPES = ("merge", "split", "transfer", "rename", "upgrade", "abolish")


def area_row(line: Line) -> AreaRow:
    return AreaRow(
        **_dated(line),
        level=line.one_of("level", LEVELS),
        type=line.required("type"),
        name=line.required("name"),
        verified=line.yes("verified"),
        **_texts(line, "name_en", "parent_code", "legal_ref", "source", "note"),
    )


def event_row(line: Line) -> AreaEventRow:
    return AreaEventRow(
        event_id=line.required("event_id"),
        type=line.one_of("type", EVENT_TYPES),
        effective=line.day("effective"),
        verified=line.yes("verified"),
        **_texts(line, "legal_ref", "source", "note"),
    )


def link_row(line: Line) -> AreaLinkRow:
    return AreaLinkRow(
        event_id=line.required("event_id"),
        from_code=line.required("from_code"),
        from_valid_from=line.day("from_valid_from"),
        to_code=line.required("to_code"),
        to_valid_from=line.day("to_valid_from"),
        share=line.number_or_none("share"),
        verified=line.yes("verified"),
        **_texts(line, "basis", "source", "quality"),
    )


def reporter_row(line: Line) -> Reporter:
    return Reporter(
        **_dated(line),
        kind=line.required("kind"),
        name=line.required("name"),
        area_code=line.required("area_code"),
        forms=[form for form in re.split(r"[\s;,|]+", line["forms"]) if form],
        synthetic=line.yes("synthetic"),
        **_texts(line, "tax_code", "activity"),
    )


def _dated(line: Line) -> dict[str, Any]:
    return {
        "code": line.required("code"),
        "valid_from": line.day("valid_from"),
        "valid_to": line.day_or_none("valid_to"),
    }


def _texts(line: Line, *columns: str) -> dict[str, str]:
    return {column: line[column] for column in columns}
