"""An outline read from its data and checked: a misspelt name is refused before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from tongket.figures.review.spec import (
    CHART_KINDS,
    TEXT_BLOCKS,
    AnnexSpec,
    ColumnSpec,
    Content,
    Exhibit,
    ExhibitKind,
    Outline,
    PressSpec,
    Ref,
    RowSpec,
    Section,
    SlideSpec,
    Statement,
    StatementKind,
    Title,
)
from tongket.figures.terms.words import Refusal, Text

COLUMNS: Mapping[str, int] = {
    "key": 8,
    "yearly": 5,
    "coverages": 5,
    "quarters": 7,
    "growths": 4,
    "parts": 5,
    "targets": 5,
    "verdicts": 5,
    "tasks": 3,
    "methods": 4,
}


class NotAnOutline(Refusal):
    """The data are no outline; the sentence names the fault and where it is."""


def read_outline(data: Mapping[str, Any]) -> Outline:
    """The outline from its data as parsed; raises `NotAnOutline`."""
    try:
        outline = _outline(data)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise _refused(repr(fault)) from fault
    for name in outline.shown():
        if name not in outline.exhibits and name not in TEXT_BLOCKS:
            raise _refused(f"show: {name} ← {', '.join([*outline.exhibits, *TEXT_BLOCKS])}")
    return outline


def _outline(data: Mapping[str, Any]) -> Outline:
    press = data["press"]
    return Outline(
        subject=Text.of(data["subject"]),
        type_name=Text.of(data["type_name"]),
        type_symbol=str(data["type_symbol"]),
        growth_decimals={str(name): int(n) for name, n in data["growth_decimals"].items()},
        opening=Text.of(data["opening"]),
        words={name: Text.of(words) for name, words in data["words"].items()},
        exhibits={name: _exhibit(name, entry) for name, entry in data["exhibits"].items()},
        sections=tuple(map(_section, data["sections"])),
        annexes=tuple(AnnexSpec(Text.of(a["title"]), tuple(a["show"])) for a in data["annexes"]),
        coverage=tuple(map(Text.of, data["coverage"])),
        left_out=Text.of(data["left_out"]),
        closing=Text.of(data["closing"]),
        slides=tuple(map(_slide, data["slides"])),
        press=PressSpec(_title(press, "headline"), tuple(_statements(p) for p in press["paragraphs"])),
    )


def _section(entry: Mapping[str, Any]) -> Section:
    _only(entry, ("title", "content", "sections"))
    return Section(
        Text.of(entry["title"]),
        tuple(Content(_statements(c.get("say", ())), c.get("show", "")) for c in entry.get("content", ())),
        tuple(map(_section, entry.get("sections", ()))),
    )


def _slide(entry: Mapping[str, Any]) -> SlideSpec:
    _only(entry, ("title", "trend", "plain", "say", "show"))
    return SlideSpec(_title(entry, "title"), _statements(entry.get("say", ())), entry.get("show", ""))


def _title(entry: Mapping[str, Any], key: str) -> Title:
    if "trend" in entry and "plain" not in entry:
        raise ValueError(f"{key} with a trend needs plain: {entry[key]!r}")
    trend, plain = entry.get("trend"), entry.get("plain")
    return Title(Text.of(entry[key]), _ref(trend) if trend else None, Text.of(plain) if plain else None)


def _statements(entries: Iterable[Mapping[str, Any]]) -> tuple[Statement, ...]:
    return tuple(map(_statement, entries))


def _statement(entry: Mapping[str, Any]) -> Statement:
    kind: StatementKind | None = next((k for k in get_args(StatementKind) if k in entry), None)
    if kind is None:
        raise ValueError(f"{dict(entry)!r} ← {', '.join(get_args(StatementKind))}")
    _only(entry, (kind, "by", "codes", "most", "years", "back", "decimals", "when", "lead"))
    subject, by = entry[kind], entry.get("by", "")
    if kind == "underivable":  # its second side is a figure too, not a dimension
        subject, by = [subject, by], ""
    worded = kind in ("text", "targets", "unlike")
    return Statement(
        kind,
        of=() if worded else tuple(map(_ref, subject if isinstance(subject, list) else [subject])),
        by=by,
        codes=tuple(map(str, entry.get("codes", ()))),
        most=int(entry.get("most", 0)),
        years=int(entry.get("years", 1)),
        back=int(entry.get("back", 0)),
        decimals=entry.get("decimals"),
        when=bool(entry.get("when", True)),
        text=Text.of(subject) if kind == "text" else None,
        lead=Text.of(entry["lead"]) if "lead" in entry else None,
    )


def _exhibit(name: str, entry: Mapping[str, Any]) -> Exhibit:
    kind = entry["kind"]
    if kind not in get_args(ExhibitKind):
        raise ValueError(f"{name}: kind {kind!r} ← {', '.join(get_args(ExhibitKind))}")
    columns = tuple(
        ColumnSpec(Text.of(c["head"]), c.get("align", "left"), float(c.get("share", 1.0)))
        for c in entry.get("columns", ())
    )
    rows = tuple(map(_row, entry.get("rows", ())))
    wanted = 1 + len(rows) if kind == "areas" else COLUMNS.get(kind, 0)
    if kind not in CHART_KINDS and len(columns) != wanted:
        raise ValueError(f"{name}: {len(columns)} columns ← {wanted}")
    plain = ("by", "level", "style", "growth", "most", "back", "decimals")
    _only(entry, ("kind", "caption", "sheet", "columns", "rows", "of", *plain))
    return Exhibit(
        name,
        kind,
        Text.of(entry["caption"]),
        Text.of(entry["sheet"]) if "sheet" in entry else None,
        columns,
        rows,
        of=_ref(entry["of"]) if "of" in entry else None,
        **{key: entry[key] for key in plain if key in entry},
    )


ROW_KEYS = ("growth", "decimals", "indent", "years", "back", "within")


def _row(entry: Mapping[str, Any]) -> RowSpec:
    _only(entry, (*ROW_KEYS, "of", "part", "group", "never_explains"))
    if "group" in entry:
        return RowSpec(group=Text.of(entry["group"]))
    plain = {key: entry[key] for key in ROW_KEYS if key in entry}
    explains = entry.get("never_explains")
    return RowSpec(
        of=_ref(entry["of"], entry.get("part")), never_explains=_ref(explains) if explains else None, **plain
    )


def _ref(text: str, part: Mapping[str, Any] | None = None) -> Ref:
    indicator, _, coverage = text.partition(":")
    breakdown = tuple(sorted((dimension, str(code)) for dimension, code in (part or {}).items()))
    return Ref(indicator, coverage or "all", breakdown)


def _only(entry: Mapping[str, Any], legal: Iterable[str]) -> None:
    unknown = [key for key in entry if key not in legal]
    if unknown:
        raise ValueError(f"{', '.join(unknown)} ← {', '.join(legal)}")


def _refused(fault: str) -> NotAnOutline:
    return NotAnOutline(
        Text(
            "Đề cương báo cáo sai: {fault}. Hãy so với catalogue/review/outline.yaml.",
            "The outline of the review is faulty: {fault}. Compare with catalogue/review/outline.yaml.",
        ).format(fault=fault)
    )
