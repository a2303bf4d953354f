"""The header row: which table stands here and which column is which, by the text of the headers alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from tongket.figures.exchange.tables import faults, words
from tongket.figures.exchange.tables.folding import fold, shown
from tongket.figures.exchange.tables.nearest import nearest_words
from tongket.figures.exchange.tables.sheet import Sheet, is_blank
from tongket.figures.returns.answer import Finding
from tongket.figures.returns.form import Dimension, FormSpec, FormTable, Measure
from tongket.figures.terms.words import Text

Kind = Literal["form", "period", "reporter", "unit", "dimension", "measure", "past"]
Role = tuple[Kind, int]
Folded = Sequence[Sequence[str]]
PAST: Role = ("past", 0)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a sheet holds what. `row` is the header row; None where a column is absent."""

    table: FormTable
    row: int
    form: int | None
    period: int | None
    reporter: int | None
    unit: int | None
    dimensions: tuple[tuple[Dimension, int], ...]
    measures: tuple[tuple[Measure, int], ...]


class Headers:
    """The headers one table of a form may have, folded, and what each means."""

    def __init__(self, form: FormSpec, table: FormTable) -> None:
        self.table = table
        self.roles: dict[str, Role] = {fold(word): PAST for word in words.READ_PAST}
        self._add(PAST, map(words.name_header, form.reporter_headers))
        self._add(("form", 0), words.HEAD_LABELS["form"])
        self._add(("period", 0), words.HEAD_LABELS["period"])
        self._add(("reporter", 0), (*words.HEAD_LABELS["reporter"], *form.reporter_headers))
        for dimension in table.dimensions:
            self._add(PAST, dimension.labels)
        for before, measure in product((words.BEFORE, words.YEAR_BEFORE), table.measures):
            told = before.format(name=measure.name)
            self._add(PAST, (told.vi, told.en))
        self._add(("unit", 0), words.UNIT_HEADERS)
        self.required: dict[Role, Text] = {}
        for index, dimension in enumerate(table.dimensions):
            self._add(("dimension", index), dimension.headers)
            self.required["dimension", index] = _first(dimension.headers)
        for index, measure in enumerate(table.measures):
            self._add(("measure", index), measure.headers)
            if measure.required:
                self.required["measure", index] = _first(measure.headers)
        self.own = {word for word, role in self.roles.items() if role[0] in ("dimension", "measure")}

    def _add(self, role: Role, headers: Iterable[str]) -> None:
        self.roles.update((fold(header), role) for header in headers)

    def fits(self, row: Sequence[str]) -> tuple[bool, int]:
        """Whether all required headers stand in the row, and how many of the table's own do."""
        found = {self.roles[word] for word in row if word in self.own}
        return self.required.keys() <= found, len(found)


def find_header_row(folded: Folded, tables: Sequence[Headers]) -> tuple[int, Headers] | None:
    """The first row with all headers of a table, else the row that comes nearest; None where none stands."""
    best: tuple[int, Headers] | None = None
    most = (False, 0)
    for index, row in enumerate(folded):
        for headers in tables:
            fit = headers.fits(row)
            if fit > most:
                best, most = (index, headers), fit
        if most[0]:
            break
    return best


def read_layout(
    sheet: Sheet, row: int, folded: Sequence[str], headers: Headers
) -> tuple[Layout, list[Finding]]:
    """Where each column is; findings for headers that are missing, unknown or there twice."""
    columns: dict[Role, int] = {}
    findings: list[Finding] = []
    for column, word in enumerate(folded):
        cell = sheet.rows[row][column]
        if is_blank(cell):
            continue
        role = headers.roles.get(word)
        if role is None:
            findings.append(_unknown(sheet, row, column, headers))
        elif role not in columns:
            columns[role] = column
        elif role[0] != "past":
            first = sheet.place(row, columns[role]).cell
            place = sheet.place(row, column)
            findings.append(faults.DUPLICATE_HEADER.at(place, found=shown(cell), first=first))
    if headers.required.keys() - columns.keys():
        findings.insert(0, _missing(sheet, row, columns, headers))
    return _layout(row, columns, headers.table), findings


def _layout(row: int, columns: dict[Role, int], table: FormTable) -> Layout:
    return Layout(
        table,
        row,
        form=columns.get(("form", 0)),
        period=columns.get(("period", 0)),
        reporter=columns.get(("reporter", 0)),
        unit=columns.get(("unit", 0)) if table.unit_by else None,
        dimensions=tuple(
            (dimension, columns["dimension", index])
            for index, dimension in enumerate(table.dimensions)
            if ("dimension", index) in columns
        ),
        measures=tuple(
            (measure, columns["measure", index])
            for index, measure in enumerate(table.measures)
            if ("measure", index) in columns
        ),
    )


def _missing(sheet: Sheet, row: int, columns: dict[Role, int], headers: Headers) -> Finding:
    missing = [name for role, name in headers.required.items() if role not in columns]
    found = ", ".join(f"“{shown(cell)}”" for cell in sheet.rows[row] if not is_blank(cell))
    return faults.MISSING_HEADER.at(
        sheet.place(row, 0),
        missing=_list(missing),
        table=headers.table.name,
        found=found,
    )


def missing_all(sheet: Sheet, tables: Sequence[Headers]) -> Finding:
    """No row has a header of the form: name those of its tables."""
    names = [name for headers in tables for name in headers.required.values()]
    return faults.MISSING_HEADER.at(
        sheet.whole,
        missing=_list(names),
        table=_list([headers.table.name for headers in tables]),
        found="—",
    )


def _unknown(sheet: Sheet, row: int, column: int, headers: Headers) -> Finding:
    found = sheet.rows[row][column]
    legal = [h for d in headers.table.dimensions for h in (*d.headers, *d.labels)]
    legal += [h for m in headers.table.measures for h in m.headers]
    return faults.UNKNOWN_HEADER.at(
        sheet.place(row, column),
        found=shown(found),
        table=headers.table.name,
        near=nearest_words(str(found), legal),
    )


def _list(texts: Sequence[Text]) -> Text:
    return Text(", ".join(text.vi for text in texts), ", ".join(text.en for text in texts))


def _first(headers: tuple[str, ...]) -> Text:
    """The header as the form prints it: the first spelling in Vietnamese, the last in English."""
    return Text(f"“{headers[0]}”", f"“{headers[-1]}”")
