"""Everything above the lines of a sheet: head lines and header row, read together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tongket.figures.exchange.tables import faults
from tongket.figures.exchange.tables.cells import read_word
from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.headers import Headers, Layout, find_header_row, missing_all, read_layout
from tongket.figures.exchange.tables.heads import (
    FREQUENCIES,
    HeadValue,
    fold_head,
    form_column,
    is_synthetic,
    legal_forms,
    read_form,
    read_heads,
    read_period,
)
from tongket.figures.exchange.tables.reading import Known
from tongket.figures.exchange.tables.sheet import Cell, Sheet, is_blank
from tongket.figures.exchange.tables.words import REPORTER
from tongket.figures.returns.answer import Finding, Place
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.period import Period

T = TypeVar("T")
# Stand in for a head value that is missing or wrong, so that the lines are looked at all the same; the
# hard finding keeps the return from being accepted.
NOBODY = "?"
NEVER = Period(0, 1)


@dataclass(frozen=True, slots=True)
class Opening:
    """A sheet's form, columns, reporter and period. `place` is where its return says who sends it."""

    form: FormSpec
    layout: Layout
    reporter: str
    period: Period
    synthetic: bool
    place: Place


class Opener:
    """Reads the openings of sheets; knows the headers of all forms."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._headers: Mapping[str, tuple[Headers, ...]] = {
            code: tuple(Headers(form, table) for table in form.tables) for code, form in known.forms.items()
        }
        self._words = frozenset(
            word for tables in self._headers.values() for headers in tables for word in headers.own
        )

    def open(self, sheet: Sheet, findings: list[Finding]) -> Opening | None:
        """What is wrong goes to `findings`; None where without it no line can be read."""
        folded = fold_head(sheet, self._is_header_row)
        heads = read_heads(sheet, folded, self._words)
        form = self._form(sheet, heads.get("form") or form_column(sheet, folded), findings)
        if form is None:
            return None
        tables = self._headers[form.code]
        header_row = find_header_row(folded, tables)
        if header_row is None:
            findings.append(missing_all(sheet, tables))
            return None
        row, headers = header_row
        layout, wrong = read_layout(sheet, row, folded[row], headers)
        findings += wrong
        if any(finding.check == faults.MISSING_HEADER.code for finding in wrong):
            return None
        above = {label: value for label, value in heads.items() if value.row < row}
        reporter = self._reporter(sheet, layout, form, above.get("reporter"), findings)
        period = self._period(sheet, layout, form, above.get("period"), findings)
        place = _place(sheet, above.get("reporter")) or sheet.place(row, 0)
        return Opening(form, layout, reporter, period, is_synthetic(folded[:row]), place)

    def _is_header_row(self, row: Sequence[str]) -> bool:
        return not self._words.isdisjoint(row) and any(
            headers.fits(row)[0] for tables in self._headers.values() for headers in tables
        )

    def _form(self, sheet: Sheet, value: HeadValue | None, findings: list[Finding]) -> FormSpec | None:
        legal = legal_forms(self._known.forms)
        if value is None or _is_empty(sheet, value):
            findings.append(faults.MISSING_FORM.at(_place(sheet, value) or sheet.whole, legal=legal))
            return None
        return _read(sheet, value, lambda cell: read_form(cell, self._known.forms), findings)

    def _reporter(
        self, sheet: Sheet, layout: Layout, form: FormSpec, value: HeadValue | None, findings: list[Finding]
    ) -> str:
        if layout.reporter is not None:
            return NOBODY
        if value is None or _is_empty(sheet, value):
            place = _place(sheet, value) or sheet.place(layout.row, 0)
            findings.append(faults.MISSING_REPORTER.at(place, header=form.reporter_headers[0]))
            return NOBODY
        return _read(sheet, value, lambda cell: read_word(cell, REPORTER), findings) or NOBODY

    def _period(
        self, sheet: Sheet, layout: Layout, form: FormSpec, value: HeadValue | None, findings: list[Finding]
    ) -> Period:
        if layout.period is not None:
            return NEVER
        if value is None or _is_empty(sheet, value):
            place = _place(sheet, value) or sheet.place(layout.row, 0)
            findings.append(faults.MISSING_PERIOD.at(place, example=FREQUENCIES[form.frequency][1]))
            return NEVER
        period = _read(sheet, value, lambda cell: read_period(cell, form), findings)
        if period is not None and not isinstance(value.value, str | float | int):
            findings.append(faults.PERIOD_FROM_DATE.at(sheet.place(value.row, value.column), read=period))
        return period or NEVER


def _read(sheet: Sheet, value: HeadValue, read: Callable[[Cell], T], findings: list[Finding]) -> T | None:
    """A head value by `read`; a formula or an unreadable value becomes a finding."""
    place = sheet.place(value.row, value.column)
    mark = sheet.traits.marks.get((value.row, value.column))
    if mark is not None and mark.kind == "formula":
        findings.append(faults.FORMULA.at(place))
        return None
    try:
        return read(value.value)
    except Bad as bad:
        findings.append(bad.at(place))
        return None


def _is_empty(sheet: Sheet, value: HeadValue) -> bool:
    """Blank, and not for being a formula that was never worked out."""
    return is_blank(value.value) and (value.row, value.column) not in sheet.traits.marks


def _place(sheet: Sheet, value: HeadValue | None) -> Place | None:
    return sheet.place(value.row, value.column) if value else None
