"""The workbook a reporter fills in: protected but for the white cells, with the rules as messages.

What is filled in reads back by `read_workbook`. Values reported before stand beside each number, in columns
whose headers nobody reads as a measure's. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from tongket.figures.exchange.tables import words
from tongket.figures.exchange.tables.columns import spelled
from tongket.figures.exchange.tables.heads import form_title
from tongket.figures.exchange.tables.typed import columns
from tongket.figures.returns.checks import describe
from tongket.figures.returns.checks.cells import LARGEST
from tongket.figures.returns.checks.check import places
from tongket.figures.returns.form import Dimension, FormSpec, FormTable, Measure
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.numerals import NotANumber, read_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Lang, Text

CREATED = datetime(2000, 1, 1)
SPARE = 40  # white lines below those that are filled in
MESSAGE = 255  # characters a message of a cell may have
HEADING = 32
LISTS = "_DM"
GUIDE = Text("_Hướng dẫn", "_Guide")

Cells = Mapping[str, Sequence[Sequence[str]]]
Before = Mapping[str, Sequence[Sequence[tuple[str, str]]]]


@dataclass(frozen=True)
class BlankForm:
    """A form for one reporter and period: the lines it opens with, and what was reported before.

    `lines` and `before` are by table, cell by cell as `typed.columns` orders them, numbers as the language
    writes them; `before` pairs the period before with the same one last year.
    """

    form: FormSpec
    period: Period
    reporter: str
    name: str
    lines: Cells
    before: Before
    synthetic: bool


def write_blank(
    to: BinaryIO, blank: BlankForm, lang: Lang, codelists: Mapping[str, Codelist], units: Mapping[str, Unit]
) -> None:
    """Write the workbook: a sheet a table, a guide, and a hidden sheet of codes to pick from."""
    book = xlsxwriter.Workbook(to, {"in_memory": True})
    book.set_properties({"title": blank.form.name[lang], "created": CREATED})
    pages = [(table, book.add_worksheet(_sheet_name(table, lang))) for table in blank.form.tables]
    _write_guide(book, book.add_worksheet(GUIDE[lang]), blank.form, lang)
    lists = _write_lists(book, blank.form, codelists, lang)
    styles = _Styles(book)
    for table, page in pages:
        _Page(page, blank, table, lang, styles, lists, units).write()
    book.close()


def _sheet_name(table: FormTable, lang: Lang) -> str:
    name = "".join(" " if letter in "[]:*?/\\" else letter for letter in table.name[lang])
    return name[:31].strip()


def _write_lists(book: Any, form: FormSpec, codelists: Mapping[str, Codelist], lang: Lang) -> dict[str, str]:
    """The codes to pick from, a column a list, hidden; gives the range of each."""
    named = {d.codelist: None for table in form.tables for d in table.dimensions if d.codelist}
    if not named:
        return {}
    page, ranges = book.add_worksheet(LISTS), {}
    for place, code in enumerate(named):
        items = list(codelists[code].items.values())
        for row, item in enumerate(items):
            page.write_string(row, 2 * place, item.code)
            page.write_string(row, 2 * place + 1, item.name[lang])
        column = xl_col_to_name(2 * place, col_abs=True)
        ranges[code] = f"={LISTS}!{column}$1:{column}${len(items)}"
    page.hide()
    page.protect()
    return ranges


def _write_guide(book: Any, page: Any, form: FormSpec, lang: Lang) -> None:
    bold, plain = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 100)
    row = 0
    for table in form.tables:
        page.write_string(row, 0, table.name[lang], bold)
        for rule in (words.NOTE, *describe(table)):
            row += 1
            page.write_string(row, 0, "– " + rule[lang], plain)
        row += 2
    page.protect()


class _Styles:
    def __init__(self, book: Any) -> None:
        font = {"font_name": "Times New Roman", "font_size": 12}
        grid = {**font, "border": 1, "valign": "top"}
        grey = {**grid, "bg_color": "#EEF1F3", "font_color": "#4B5763"}
        self.banner = book.add_format({**font, "bold": True, "font_color": "#C00000", "font_size": 14})
        self.title = book.add_format({**font, "bold": True, "font_size": 14})
        self.label = book.add_format({**font, "bold": True})
        self.value = book.add_format({**font, "num_format": "@"})
        self.header = book.add_format({**grid, "bold": True, "bg_color": "#DDEBF7", "text_wrap": True})
        self.past_header = book.add_format({**grey, "italic": True, "text_wrap": True})
        self.past = book.add_format({**grey, "num_format": "#,##0.####", "align": "right"})
        self.code = book.add_format({**grid, "num_format": "@", "locked": False})
        self.date = book.add_format({**grid, "num_format": "dd/mm/yyyy", "locked": False})
        self.numbers = [
            book.add_format({**grid, "num_format": "#,##0" + ("." + "0" * n if n else ""), "locked": False})
            for n in range(5)
        ]


class _Page:
    """One sheet: head lines, headers, the lines filled in and the white ones below."""

    def __init__(
        self, page: Any, blank: BlankForm, table: FormTable, lang: Lang, styles: _Styles,
        lists: Mapping[str, str], units: Mapping[str, Unit],
    ) -> None:  # fmt: skip
        self.page, self.blank, self.table, self.lang, self.styles = page, blank, table, lang, styles
        self.lists, self.units = lists, units
        self.columns = columns(table)

    def write(self) -> None:
        row = self._head()
        lines = self.blank.lines.get(self.table.code, ())
        last = row + max(1, len(lines) + (SPARE if self.table.dimensions else 0))
        for place, column in enumerate(self.columns):
            self._column(place, column, row, last)
        self._past(row, len(lines))
        for number, line in enumerate(lines, start=row + 1):
            for place, text in enumerate(line):
                self._cell(number, place, text)
        self.page.freeze_panes(row + 1, len(self.table.dimensions))
        self.page.set_landscape()
        self.page.set_paper(9)  # A4
        self.page.fit_to_pages(1, 0)
        self.page.protect("", {"format_columns": True, "format_rows": True})

    def _head(self) -> int:
        row, lang = 0, self.lang
        if self.blank.synthetic:
            self.page.write_string(row, 0, words.SYNTHETIC, self.styles.banner)
            row += 1
        self.page.write_string(row, 0, self.blank.form.name[lang].upper(), self.styles.title)
        lines = (
            (words.FORM, form_title(self.blank.form)),
            (words.PERIOD, str(self.blank.period)),
            (words.REPORTER, self.blank.reporter),
        )
        for number, (label, value) in enumerate(lines, start=row + 1):
            self.page.write_string(number, 0, label[lang], self.styles.label)
            self.page.write_string(number, 1, value, self.styles.value)
        self.page.write_string(row + 3, 2, self.blank.name, self.styles.value)
        return row + 5

    def _column(self, place: int, column: Dimension | Measure, row: int, last: int) -> None:
        header = spelled(column.headers, self.lang)
        self.page.write_string(row, place, header, self.styles.header)
        self.page.set_column(place, place, 20)
        style = self._style(column)
        for line in range(row + 1, last + 1):
            self.page.write_blank(line, place, None, style)
        rule = self._validation(column, header)
        if rule:
            self.page.data_validation(row + 1, place, last, place, rule)

    def _validation(self, column: Dimension | Measure, header: str) -> dict[str, Any]:
        told = {"input_title": header[:HEADING], "input_message": self._message(column)[:MESSAGE]}
        if isinstance(column, Measure):
            least = float(column.minimum) if column.minimum is not None else 1 - float(LARGEST)
            most = float(LARGEST) - 1
            return {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most, **told}
        if column.codelist in self.lists:
            return {"validate": "list", "source": self.lists[column.codelist], **told}
        return {"validate": "any", **told} if told["input_message"] else {}

    def _message(self, column: Dimension | Measure) -> str:
        name = f"“{column.name[self.lang]}”"
        return " ".join(rule[self.lang] + "." for rule in describe(self.table) if name in rule[self.lang])

    def _style(self, column: Dimension | Measure) -> Any:
        if isinstance(column, Measure):
            return self.styles.numbers[column.decimals]
        return self.styles.date if column.kind == "date" else self.styles.code

    def _past(self, row: int, lines: int) -> None:
        """What was reported before, locked, to the right of what is asked."""
        start, count = len(self.table.dimensions), len(self.columns)
        before = self.blank.before.get(self.table.code, ())
        measures = self.columns[start:]
        for which, label in enumerate((words.BEFORE, words.YEAR_BEFORE)):
            for n, measure in enumerate(measures):
                place = count + 1 + which * len(measures) + n
                named = label.format(name=measure.name)[self.lang]
                self.page.write_string(row, place, named, self.styles.past_header)
                self.page.set_column(place, place, 16)
                for number in range(lines):
                    text = before[number][start + n][which] if number < len(before) else ""
                    self._number(row + 1 + number, place, text, self.styles.past)

    def _cell(self, row: int, place: int, text: str) -> None:
        column = self.columns[place]
        if isinstance(column, Measure):
            self._number(row, place, text, self._style(column))
        elif text:
            self.page.write_string(row, place, text, self._style(column))

    def _number(self, row: int, place: int, text: str, style: Any) -> None:
        """A number as one; what the language cannot read as a number stays as it was typed."""
        try:
            value = read_number(text, self.lang)
        except NotANumber:
            if text:
                self.page.write_string(row, place, text, style)
            return
        if places(value) + value.adjusted() + 1 > 15:
            raise ValueError(f"A workbook keeps 15 digits of a number; {value} has more.")
        self.page.write_number(row, place, float(value), style)
