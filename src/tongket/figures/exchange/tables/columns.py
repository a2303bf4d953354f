"""The columns of a table as they are written: codes with their names beside them, then the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tongket.figures.exchange.tables import words
from tongket.figures.exchange.tables.folding import fold
from tongket.figures.exchange.tables.writing import LineOut, SheetOut
from tongket.figures.returns.form import Dimension, FormTable
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Lang

Kind = Literal["reporter", "name", "code", "label", "unit", "date", "measure"]
_UNITS = frozenset(map(fold, words.UNIT_HEADERS))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header in the language of the file, and which part of a line it shows."""

    kind: Kind
    header: str
    part: str = ""
    codelist: str = ""
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """Where the words beside the codes come from. `reporters` are names by reporter code."""

    lang: Lang
    codelists: Mapping[str, Codelist]
    units: Mapping[str, Unit]
    reporters: Mapping[str, str]


def columns_of(sheet: SheetOut, lang: Lang) -> tuple[Column, ...]:
    return tuple(_columns(sheet, lang))


def _columns(sheet: SheetOut, lang: Lang) -> Iterator[Column]:
    table = sheet.spec
    if sheet.reporter is None:
        header = spelled(sheet.form.reporter_headers, lang)
        yield Column("reporter", header)
        yield Column("name", words.name_header(header))
    for dimension in table.dimensions:
        header = spelled(dimension.headers, lang)
        if dimension.kind == "date":
            yield Column("date", header, dimension.code)
            continue
        yield Column("code", header, dimension.code)
        yield from _labels(dimension, table, lang)
    for measure in table.measures:
        yield Column("measure", spelled(measure.headers, lang), measure.code, decimals=measure.decimals)


def _labels(dimension: Dimension, table: FormTable, lang: Lang) -> Iterator[Column]:
    """A column with the name of a code, and one with its unit where the code fixes it."""
    if not dimension.codelist:
        return
    names = tuple(label for label in dimension.labels if fold(label) not in _UNITS)
    if names:
        yield Column("label", spelled(names, lang), dimension.code, dimension.codelist)
    if table.unit_by == dimension.code and len(names) < len(dimension.labels):
        yield Column("unit", words.UNIT[lang], dimension.code, dimension.codelist)


def spelled(headers: tuple[str, ...], lang: Lang) -> str:
    """The header to print: a form gives Vietnamese spellings first and the English one last."""
    return headers[0] if lang == "vi" else headers[-1]


def content(column: Column, line: LineOut, names: Names) -> str | date | Decimal:
    """What stands in a column of a line; an empty text where there is nothing."""
    code = line.dimensions.get(column.part, "")
    match column.kind:
        case "measure":
            return line.values.get(column.part, "")
        case "reporter":
            return line.reporter
        case "name":
            return names.reporters.get(line.reporter, "")
        case "date":
            return date.fromisoformat(code) if code else ""
        case "label" if code:
            return names.codelists[column.codelist][code].name[names.lang]
        case "unit" if code:
            return names.units[names.codelists[column.codelist][code].unit].symbol[names.lang]
    return code
