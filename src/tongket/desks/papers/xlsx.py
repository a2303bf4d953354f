"""The tables of the paper as a workbook: numbers as numbers, printed as in the report."""

from __future__ import annotations

import datetime
import io
import re

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tongket.desks.papers import words
from tongket.desks.papers.layout import measure
from tongket.desks.papers.words import raised_marks
from tongket.figures.review.content import Cell, Column, Paper, Quote, Row, Table, plain

_A4 = 9
_WIDTH = 96.0  # characters over all columns, about a landscape page
_POINTS = 12
_CHARACTER = 6.0  # points of a column's width for each character of it
_LINE_HEIGHT = 15.75
_FIRST = 3  # rows above the table: caption, running line, notice
_ILLEGAL = re.compile(r"[\[\]:*?/\\]")
_NO_DATE = datetime.datetime(1980, 1, 1)
_ALIGN = {"left": "left", "centre": "center", "right": "right"}

Passport = tuple[str, str, Quote]  # sheet, cell, number


def render(paper: Paper) -> bytes:
    """The bytes of the .xlsx file: a cover, a sheet for each table, and the addresses of all numbers."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {
            "title": paper.title,
            "author": paper.letterhead.issuer,
            "created": _NO_DATE,
            "comments": paper.synthetic,
            "subject": paper.running,
        }
    )
    looks = _Looks(book)
    tables = [block for block in paper.all_blocks() if isinstance(block, Table)]
    names = _sheet_names(
        tables, {words.COVER_SHEET[paper.lang].casefold(), words.PASSPORT_SHEET[paper.lang].casefold()}
    )
    _cover(book, paper, list(zip(names, tables, strict=True)), looks)
    passports: list[Passport] = []
    for name, table in zip(names, tables, strict=True):
        passports += _TableSheet(book, name, table, paper, looks).write()
    _passports(book, paper, passports, looks)
    book.close()
    return out.getvalue()


class _Looks:
    """Formats, made once each: Excel has a limit of some ten thousand."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": "Times New Roman", "font_size": _POINTS, "valign": "vcenter"}
            self._made[key] = self._book.add_format({**base, **properties})
        return self._made[key]


def _sheet_names(tables: list[Table], taken: set[str]) -> list[str]:
    """What the tables are called, as Excel allows it: 31 characters, some forbidden, none twice."""
    names = []
    for table in tables:
        base = _ILLEGAL.sub("_", table.sheet or table.name).strip("'")[:31] or "_"
        name, count = base, 1
        while name.casefold() in taken:
            count += 1
            name = f"{base[: 30 - len(str(count))]}_{count}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _print_setup(sheet: Worksheet, paper: Paper, *, landscape: bool) -> None:
    sheet.set_paper(_A4)
    sheet.set_margins(left=1.2, right=0.6, top=0.8, bottom=0.9)
    sheet.fit_to_pages(1, 0)
    if landscape:
        sheet.set_landscape()
    footer = "\n".join(filter(None, (paper.running, paper.synthetic))).replace("&", "&&")
    sheet.set_header('&C&"Times New Roman,Regular"&12&P')
    # A footer may hold 255 characters, its codes included; the notice stands on the sheet itself as well.
    sheet.set_footer(f'&C&"Times New Roman,Italic"&9 {footer}'[:255])


def _cover(book: Workbook, paper: Paper, tables: list[tuple[str, Table]], looks: _Looks) -> None:
    sheet = book.add_worksheet(words.COVER_SHEET[paper.lang])
    _print_setup(sheet, paper, landscape=False)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 60)
    head = paper.letterhead
    sheet.write_string(0, 0, head.parent_body, looks.of())
    sheet.write_string(1, 0, head.issuer, looks.of(bold=True))
    sheet.merge_range(3, 0, 3, 1, paper.title, looks.of(bold=True, font_size=16, text_wrap=True))
    sheet.set_row(3, 44)
    sheet.merge_range(4, 0, 4, 1, paper.running, looks.of(italic=True))
    if paper.synthetic:
        notice = looks.of(bold=True, text_wrap=True, bg_color="#FFF3D6", border=1, border_color="#9A6200")
        sheet.merge_range(5, 0, 5, 1, paper.synthetic, notice)
        sheet.set_row(5, 40)
    link = looks.of(font_color="#12395B", underline=1)
    for line, (name, table) in enumerate(tables, 7):
        sheet.write_url(line, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1", link, name)
        sheet.write_string(line, 1, table.caption, looks.of(text_wrap=True))


def _lines(text: str, width: float, *, bold: bool = False) -> int:
    """On how many lines a text stands in a column that wide, in characters of the workbook's letter."""
    room, lines, used = (width - 1.5) * _CHARACTER, 1, 0.0
    for word in text.split(" "):
        length = measure(word + " ", _POINTS, bold=bold)
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        used += length
    return lines


class _TableSheet:
    """One table on its sheet; `write` gives back where each number came to stand."""

    def __init__(self, book: Workbook, name: str, table: Table, paper: Paper, looks: _Looks) -> None:
        self._name, self._table, self._paper, self._looks = name, table, paper, looks
        self._sheet = book.add_worksheet(name)
        total = sum(column.share for column in table.columns)
        self._widths = [max(_WIDTH * column.share / total, 11) for column in table.columns]
        self._passports: list[Passport] = []

    def write(self) -> list[Passport]:
        self._head()
        for line, row in enumerate(self._table.rows, _FIRST + 1):
            self._row(line, row)
        self._notes(_FIRST + 1 + len(self._table.rows))
        self._sheet.freeze_panes(_FIRST + 1, 1)
        self._sheet.repeat_rows(_FIRST)
        _print_setup(self._sheet, self._paper, landscape=len(self._table.columns) > 5)
        return self._passports

    def _head(self) -> None:
        self._across(0, self._table.caption, bold=True)
        self._across(1, self._paper.running, italic=True)
        if self._paper.synthetic:
            self._across(2, self._paper.synthetic, bold=True, font_color="#7A4B00")
        look = self._looks.of(bold=True, align="center", text_wrap=True, border=1, bg_color="#EDEDED")
        for index, (column, width) in enumerate(zip(self._table.columns, self._widths, strict=True)):
            self._sheet.set_column(index, index, width)
            self._sheet.write_string(_FIRST, index, column.head, look)
        self._height(_FIRST, [column.head for column in self._table.columns], bold=True)

    def _height(self, line: int, texts: list[str], *, bold: bool = False, indent: int = 0) -> None:
        """Excel fits the height of a row when it is edited, not when it is opened."""
        widths = [self._widths[0] - 2 * indent, *self._widths[1:]]
        most = max(_lines(text, width, bold=bold) for text, width in zip(texts, widths, strict=True))
        self._sheet.set_row(line, most * _LINE_HEIGHT + 3)

    def _row(self, line: int, row: Row) -> None:
        for index, (column, cell) in enumerate(zip(self._table.columns, row.cells, strict=True)):
            self._cell(line, index, column, cell, row)
            self._keep(line, index, [span for span in cell.spans if isinstance(span, Quote)])
        texts = [plain(cell.spans) + raised_marks(cell.notes) for cell in row.cells]
        self._height(line, texts, bold=row.strong, indent=row.level)

    def _cell(self, line: int, index: int, column: Column, cell: Cell, row: Row) -> None:
        common = {"border": 1, "align": _ALIGN[column.align], "bold": row.strong}
        indent = row.level if index == 0 else int(column.align == "right")
        marks = raised_marks(cell.notes)
        if cell.number is not None:
            # The mark of a note rides in the number format, so that the cell stays a number.
            pattern = (cell.number_format or "General") + (f'"{marks}"' if marks else "")
            self._sheet.write_number(
                line, index, cell.number, self._looks.of(num_format=pattern, indent=indent, **common)
            )
            return
        text = plain(cell.spans) + marks
        look = self._looks.of(text_wrap=True, indent=indent, **common)
        if text:
            self._sheet.write_string(line, index, text, look)
        else:
            self._sheet.write_blank(line, index, None, look)

    def _notes(self, first: int) -> None:
        for line, note in enumerate(self._table.notes, first):
            self._across(line, f"{raised_marks((note.mark,))} {plain(note.spans)}")
            self._keep(line, 0, [span for span in note.spans if isinstance(span, Quote)])
        if self._table.source:
            source = f"{words.SOURCE[self._paper.lang]}: {self._table.source}"
            self._across(first + len(self._table.notes), source, italic=True)

    def _across(self, line: int, text: str, **look: object) -> None:
        """A line of text over all columns, wrapped, so that it is printed whole."""
        look = {"text_wrap": True, "valign": "top", **look}
        width = sum(self._widths)
        self._sheet.merge_range(line, 0, line, len(self._widths) - 1, text, self._looks.of(**look))
        bold = bool(look.get("bold"))
        self._sheet.set_row(line, _lines(text, width, bold=bold) * _LINE_HEIGHT + 3)

    def _keep(self, line: int, index: int, quotes: list[Quote]) -> None:
        self._passports += [(self._name, xl_rowcol_to_cell(line, index), quote) for quote in quotes]


def _passports(book: Workbook, paper: Paper, passports: list[Passport], looks: _Looks) -> None:
    """The last sheet: which cell holds which printed number, and the address that explains it."""
    sheet = book.add_worksheet(words.PASSPORT_SHEET[paper.lang])
    head = looks.of(bold=True, border=1, bg_color="#EDEDED")
    for index, (text, width) in enumerate(zip(words.PASSPORT_HEADS, (30, 10, 18, 60), strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, text[paper.lang], head)
    for line, (name, place, quote) in enumerate(passports, 1):
        for index, text in enumerate((name, place, quote.text, quote.address)):
            sheet.write_string(line, index, text, looks.of(align="right" if index == 2 else "left", indent=1))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _print_setup(sheet, paper, landscape=True)
