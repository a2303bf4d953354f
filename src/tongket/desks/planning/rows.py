"""Entries of the plan as rows, with the exact definition each target is measured by."""

from __future__ import annotations

from dataclasses import replace

from tongket.desks.planning.files import Entry
from tongket.desks.planning.models import DecisionRow, TargetRow, TaskRow
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.returns.answer import Finding, Place
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.indicator import Definition, Direction, UnknownCoverage
from tongket.figures.terms.period import NotAPeriod, Period
from tongket.figures.terms.words import Text

SHAPES = ("growth", "level", "ratio", "count")
BOUNDS = ("at_least", "about", "more_than")


def decision_row(entry: Entry) -> DecisionRow:
    title, issuer = entry.required_words("title"), entry.words("issuer")
    return DecisionRow(
        code=entry.id,
        type=entry.required("type"),
        title_vi=title.vi,
        title_en=title.en,
        issuer_vi=issuer.vi if issuer else "",
        issuer_en=issuer.en if issuer else "",
        number=entry.text("number"),
        dated=entry.day("date"),
        source_url=entry.text("source_url"),
        verified=entry.yes("verified"),
    )


def measured(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether the catalogue knows the indicator of a target."""
    return entry.required("indicator") in catalogue.indicators.entries


def not_measured(entry: Entry) -> Finding:
    """The remark on a target that is left out."""
    sentence = _NOT_MEASURED.format(file=entry.file, id=entry.id, indicator=entry.required("indicator"))
    return Finding("not_measured", "soft", Place(entry.file, cell=entry.id), sentence)


def target_row(entry: Entry, order: int, catalogue: Catalogue, decisions: frozenset[str]) -> TargetRow:
    definition, note, value = _definition(entry, catalogue), entry.words("note"), entry.number("value")
    shape = entry.one_of("shape", SHAPES)
    return TargetRow(
        code=entry.id,
        order=order,
        decision=entry.one_of("decision", tuple(sorted(decisions))),
        indicator=definition.indicator,
        version=definition.version,
        coverage=definition.coverage,
        definition_unit=definition.unit,
        price_basis=definition.price_basis,
        area_code=entry.required("area_code"),
        period=_period(entry),
        shape=shape,
        comparison=entry.text("comparison"),
        value=value,
        unit=_unit(entry, shape, definition, catalogue),
        cause="" if value is not None else entry.one_of("cause", tuple(Cause)),
        bound=entry.one_of("bound", BOUNDS),
        direction=entry.one_of("direction", tuple(Direction)),
        note_vi=note.vi if note else "",
        note_en=note.en if note else "",
    )


def task_row(entry: Entry, order: int, decisions: frozenset[str]) -> TaskRow:
    text, unit = entry.required_words("text"), entry.required_words("unit")
    state, due = entry.one_of("state", tuple(TaskRow.State)), entry.day("due")
    if due is None and state != TaskRow.State.RECURRING:
        entry.refuse(_NO_DUE)
    return TaskRow(
        code=entry.id,
        year=_year(entry),
        order=order,
        unit_vi=unit.vi,
        unit_en=unit.en,
        text_vi=text.vi,
        text_en=text.en,
        due=due,
        state=state,
        source=entry.one_of("source", tuple(sorted(decisions))),
    )


def _definition(entry: Entry, catalogue: Catalogue) -> Definition:
    """The definition meant: the indicator's own price basis, and its only coverage, where none is stated."""
    indicator = catalogue.indicators[entry.required("indicator")]
    coverage = entry.text("coverage")
    if not coverage and len(indicator.coverages) == 1:
        coverage = next(iter(indicator.coverages))
    try:
        definition = indicator.definition(coverage)
    except UnknownCoverage as refusal:
        entry.refuse(refusal.sentence)
    price_basis = entry.text("price_basis")
    return replace(definition, price_basis=price_basis) if price_basis else definition


def _unit(entry: Entry, shape: str, definition: Definition, catalogue: Catalogue) -> str:
    """A growth is in percent; anything else is in a unit of what its indicator measures."""
    unit = entry.one_of("unit", tuple(sorted(catalogue.units)))
    wanted = "percent" if shape == "growth" else definition.unit
    if catalogue.units[unit].dimension != catalogue.units[wanted].dimension:
        entry.unlike("unit", catalogue.units[wanted].name)
    return unit


def _period(entry: Entry) -> Period:
    try:
        return Period.parse(entry.required("period"))
    except NotAPeriod as refusal:
        entry.refuse(refusal.sentence)


def _year(entry: Entry) -> int:
    year = entry.values.get("year")
    if not isinstance(year, int):
        entry.unlike("year", Text("một năm: 2021", "a year: 2021"))
    return year


_NOT_MEASURED = Text(
    "{file}, mục {id}: danh mục chưa có chỉ tiêu “{indicator}” nên mục tiêu này chưa được theo dõi. Hãy thêm "
    "chỉ tiêu vào danh mục, hoặc sửa mã.",
    "{file}, entry {id}: the catalogue has no indicator “{indicator}”, so this target is not followed. "
    "Add the indicator to the catalogue, or correct its code.",
)
_NO_DUE = Text(
    "thiếu due. Ghi ngày hạn, hoặc state: recurring cho việc thường xuyên.",
    "due is missing. Give a day, or state: recurring for work that goes on all year.",
)
