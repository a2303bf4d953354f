"""Returns into workbooks that an office would send: title, head lines, headers, lines, in its own language.

The same input gives the same bytes. What is written reads back by `read_workbook`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from tongket.figures.exchange.tables import words
from tongket.figures.exchange.tables.cells import number_of
from tongket.figures.exchange.tables.columns import Column, Kind, Names, columns_of, content
from tongket.figures.exchange.tables.heads import form_title
from tongket.figures.exchange.tables.writing import SheetOut, lines_out
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Lang

# A workbook carries the date it was made; a fixed one keeps the bytes the same.
CREATED = datetime(2000, 1, 1)
PLACES = 4
WIDTHS: Mapping[Kind, int] = {
    "reporter": 18,
    "name": 32,
    "code": 18,
    "label": 36,
    "unit": 14,
    "date": 16,
    "measure": 20,
}
_FONT = {"font_name": "Times New Roman", "font_size": 12}
_GRID = {**_FONT, "border": 1, "valign": "top"}


def write_workbook(
    path: Path,
    sheets: Sequence[SheetOut],
    lang: Lang,
    codelists: Mapping[str, Codelist],
    units: Mapping[str, Unit],
    reporters: Mapping[str, str] | None = None,
) -> None:
    """Write one workbook, a sheet for each of `sheets`.

    `reporters` gives the names of reporters by code, for the head and for the column beside their codes.
    Raises `ValueError` for what a workbook cannot hold.
    """
    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    book.set_properties({"title": sheets[0].form.name[lang], "created": CREATED})
    names = Names(lang, codelists, units, reporters or {})
    styles = _Styles(book)
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, names, styles)
    book.close()


class _Styles:
    """The few cell formats of a return, made once a workbook."""

    def __init__(self, book: Any) -> None:
        self.banner = book.add_format({**_FONT, "bold": True, "font_color": "#C00000", "font_size": 14})
        self.title = book.add_format({**_FONT, "bold": True, "font_size": 14})
        self.label = book.add_format({**_FONT, "bold": True})
        self.value = book.add_format({**_FONT, "num_format": "@"})
        self.note = book.add_format({**_FONT, "italic": True, "font_color": "#595959"})
        self.header = book.add_format(
            {**_GRID, "bold": True, "bg_color": "#DDEBF7", "text_wrap": True, "align": "center"}
        )
        self.code = book.add_format({**_GRID, "num_format": "@"})
        self.words = book.add_format({**_GRID, "bg_color": "#F2F2F2"})
        self.date = book.add_format({**_GRID, "num_format": "dd/mm/yyyy", "align": "center"})
        self.numbers = [
            book.add_format({**_GRID, "num_format": "#,##0" + ("." + "0" * places if places else "")})
            for places in range(PLACES + 1)
        ]

    def of(self, column: Column) -> Any:
        match column.kind:
            case "measure":
                return self.numbers[column.decimals]
            case "date":
                return self.date
            case "reporter" | "code":
                return self.code
        return self.words


def _write_sheet(page: Any, sheet: SheetOut, names: Names, styles: _Styles) -> None:
    row = _write_head(page, sheet, names, styles)
    columns = columns_of(sheet, names.lang)
    for index, column in enumerate(columns):
        page.set_column(index, index, WIDTHS[column.kind])
        page.write_string(row, index, column.header, styles.header)
    page.freeze_panes(row + 1, 0)
    page.repeat_rows(row)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    formats = [styles.of(column) for column in columns]
    for line in lines_out(sheet.returns, sheet.spec, named=sheet.reporter is None):
        row += 1
        for index, column in enumerate(columns):
            _write_cell(page, row, index, content(column, line, names), formats[index])


def _write_head(page: Any, sheet: SheetOut, names: Names, styles: _Styles) -> int:
    """The lines above the table; gives the row of its headers."""
    lang, row = names.lang, 0
    if sheet.synthetic:
        page.write_string(row, 0, words.SYNTHETIC, styles.banner)
        row += 1
    page.write_string(row, 0, sheet.form.name[lang].upper(), styles.title)
    page.write_string(row + 1, 0, sheet.spec.name[lang], styles.note)
    row += 2
    lines = [(words.FORM[lang], form_title(sheet.form)), (words.PERIOD[lang], str(sheet.period))]
    if sheet.reporter is not None:
        lines.append((words.REPORTER[lang], sheet.reporter))
        page.write_string(row + 2, 2, names.reporters.get(sheet.reporter, ""), styles.note)
    for label, value in lines:
        page.write_string(row, 0, label, styles.label)
        page.write_string(row, 1, value, styles.value)
        row += 1
    page.write_string(row, 0, words.NOTE[lang], styles.note)
    return row + 2


def _write_cell(page: Any, row: int, column: int, value: str | date | Decimal, style: Any) -> None:
    if isinstance(value, Decimal):
        page.write_number(row, column, _kept(value), style)
    elif isinstance(value, date):
        page.write_datetime(row, column, value, style)
    elif value:
        page.write_string(row, column, value, style)
    else:
        page.write_blank(row, column, None, style)


def _kept(value: Decimal) -> float:
    """The float that reads back as the value. xlsxwriter prints 16 digits, so more cannot be kept."""
    number = float(value)
    if number_of(float(f"{number:.16G}"), PLACES) != value:
        raise ValueError(f"A workbook keeps 15 digits of a number; {value} has more.")
    return number
