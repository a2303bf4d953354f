"""`forms/<code>.yaml`: a form, its tables, their columns and checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal, get_args

from tongket.figures.exchange.catalogue.entry import CORRECT, Entry
from tongket.figures.exchange.catalogue.files import collect_each
from tongket.figures.exchange.catalogue.indicators import read_legal
from tongket.figures.exchange.catalogue.refusals import Place, because, one_of, refusal
from tongket.figures.exchange.tables.folding import fold
from tongket.figures.returns.checks import BadCheck, validate_specs
from tongket.figures.returns.deadline import Counted, DeadlineRule
from tongket.figures.returns.form import (
    CheckSpec,
    Dimension,
    FormSpec,
    FormTable,
    Measure,
    Reviewer,
    Severity,
)
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.period import MONTHS, Frequency
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.words import Text

FREQUENCIES: tuple[Frequency, ...] = tuple(MONTHS)
REPORTERS: tuple[Literal["registered", "area"], ...] = ("registered", "area")
KINDS: tuple[Literal["code", "date"], ...] = ("code", "date")
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
COUNTED: tuple[Counted, ...] = get_args(Counted)
REVIEWERS: tuple[Reviewer, ...] = get_args(Reviewer)
ONE_HEADER_ONE_COLUMN = Text("mỗi tiêu đề chỉ một cột", "each header for one column only")
OWN_UNIT = Text("một đơn vị tính cho mỗi mã lá", "a unit for every leaf code")
NAME_UNIT_BY = Text(
    "Hãy ghi đơn vị tính, hoặc ghi unit_by ở bảng để lấy đơn vị của từng mã.",
    "Write the unit, or write unit_by on the table to take each code's own unit.",
)
GIVE_UNIT = Text(
    "Hãy ghi đơn vị tính cho mã này trong danh mục, vì bảng lấy đơn vị theo mã (unit_by).",
    "Give this code a unit in its list, for the table takes its unit from the code (unit_by).",
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a form may name."""

    units: Mapping[str, Unit]
    codelists: Mapping[str, Codelist]
    windows: Mapping[str, ReportingWindow]


def read_forms(folders: Sequence[Path], known: Known) -> dict[str, FormSpec]:
    return {code: _form(entry, known) for code, entry in collect_each(folders, "forms").items()}


def _form(entry: Entry, known: Known) -> FormSpec:
    form = FormSpec(
        code=entry.code(),
        version=entry.whole("version", least=1),
        name=entry.text("name"),
        frequency=entry.choice("frequency", FREQUENCIES),
        reporter=entry.choice("reporter", REPORTERS),
        reporter_headers=entry.words("reporter_headers"),
        tables=tuple(_table(part, known) for part in entry.parts("tables", least=1)),
        window=entry.reference("window", known.windows, default="calendar"),
        legal=read_legal(entry),
        deadlines=tuple(
            _deadline(entry, value, n) for n, value in enumerate(entry.items("deadlines", ()), 1)
        ),
        reviewers=_reviewers(entry),
    )
    entry.close()
    for table in form.tables:
        _check_headers(entry.place.within(table.code), (*form.reporter_headers, *_headers_of(table)))
    _validate_checks(entry, form)
    return form


def _deadline(form: Entry, value: object, number: int) -> DeadlineRule:
    entry = Entry(value, form.place.within(f"deadlines #{number}"))
    rule = DeadlineRule(
        days=entry.whole("days"),
        counted=entry.choice("counted", COUNTED),
        valid_from=entry.day_or_none("valid_from"),
        valid_to=entry.day_or_none("valid_to"),
        reference=entry.word("reference"),
        confirmed=entry.flag("confirmed", default=True),
    )
    entry.close()
    return rule


def _reviewers(entry: Entry) -> tuple[Reviewer, ...]:
    """In the order a return goes up; at least one person looks at what is counted."""
    named = entry.references("reviewers", REVIEWERS, default=("specialist",))
    if not named or tuple(one for one in REVIEWERS if one in named) != named:
        raise entry.wrong("reviewers", one_of(REVIEWERS))
    return tuple(one for one in REVIEWERS if one in named)


def _validate_checks(entry: Entry, form: FormSpec) -> None:
    """A check refuses its own parameters; the sentence here adds the file."""
    try:
        validate_specs(form)
    except BadCheck as error:
        raise because(entry.place, error) from error


def _table(entry: Entry, known: Known) -> FormTable:
    table = FormTable(
        code=entry.code(),
        name=entry.text("name"),
        dataflow=entry.code("dataflow"),
        dimensions=tuple(_dimension(part, known) for part in entry.parts("dimensions")),
        measures=tuple(_measure(part, entry, known) for part in entry.parts("measures", least=1)),
        checks=tuple(_check(part) for part in entry.parts("checks")),
        unit_by=entry.word("unit_by", ""),
        events=entry.flag("events", default=False),
    )
    _check_unit_by(entry, table, known)
    entry.close()
    return table


def _dimension(entry: Entry, known: Known) -> Dimension:
    kind = entry.choice("kind", KINDS, default="code")
    dimension = Dimension(
        code=entry.code(),
        name=entry.text("name"),
        headers=_headers(entry),
        codelist=entry.reference("codelist", known.codelists, default=""),
        kind=kind,
        labels=entry.words("labels", ()),
    )
    entry.close()
    return dimension


def _measure(entry: Entry, table: Entry, known: Known) -> Measure:
    measure = Measure(
        code=entry.code(),
        name=entry.text("name"),
        headers=_headers(entry),
        unit=entry.reference("unit", known.units, default=""),
        decimals=entry.whole("decimals", default=0),
        minimum=entry.number_or_none("minimum", Decimal(0)),
        required=entry.flag("required", default=False),
    )
    if not measure.unit and not table.word("unit_by", ""):
        raise entry.wrong("unit", one_of(known.units), NAME_UNIT_BY)
    entry.close()
    return measure


def _check(entry: Entry) -> CheckSpec:
    """The check's own parameters are passed on; the check itself refuses what it cannot use."""
    code, kind, severity = entry.code(), entry.code("kind"), entry.choice("severity", SEVERITIES)
    return CheckSpec(code, kind, severity, entry.rest())


def _headers(entry: Entry) -> tuple[str, ...]:
    headers = entry.words("headers")
    if not headers:
        raise entry.wrong("headers", Text("ít nhất một tiêu đề cột", "at least one column header"))
    return headers


def _check_unit_by(entry: Entry, table: FormTable, known: Known) -> None:
    if not table.unit_by:
        return
    lists = {dimension.code: dimension.codelist for dimension in table.dimensions if dimension.codelist}
    codelist = known.codelists[lists[entry.reference("unit_by", lists)]]
    for item in codelist.items.values():
        if not item.unit and not codelist.children(item.code):
            where = entry.place.within(f"{codelist.code} › {item.code}")
            raise refusal(where, "unit", None, OWN_UNIT, GIVE_UNIT)


def _check_headers(place: Place, headers: Sequence[str]) -> None:
    """A column is known by its header alone, so no two columns of a table may share one."""
    seen: set[str] = set()
    for header in headers:
        if fold(header) in seen:
            raise refusal(place, "headers", header, ONE_HEADER_ONE_COLUMN, CORRECT)
        seen.add(fold(header))


def _headers_of(table: FormTable) -> Iterator[str]:
    """The headers of every column; one column's own may fold alike, and count once."""
    columns = [(*dimension.headers, *dimension.labels) for dimension in table.dimensions]
    columns += [measure.headers for measure in table.measures]
    for headers in columns:
        yield from {fold(header): header for header in headers}.values()
