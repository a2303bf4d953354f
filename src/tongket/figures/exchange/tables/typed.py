"""A form typed on a page as the sheet it would be: read by the same reader, found wrong in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.figures.exchange.tables import words
from tongket.figures.exchange.tables.cells import MAY_BE_A_THOUSAND
from tongket.figures.exchange.tables.columns import spelled
from tongket.figures.exchange.tables.heads import form_title
from tongket.figures.exchange.tables.sheet import LETTERS, Sheet
from tongket.figures.returns.answer import Place
from tongket.figures.returns.form import Dimension, FormSpec, FormTable, Measure
from tongket.figures.terms.numerals import NotANumber, read_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Lang

HEAD = 4  # form, period, reporter and the headers stand above the lines
Line = Sequence[str]


@dataclass(frozen=True, slots=True)
class TypedTable:
    """The lines somebody typed into a table: in each, the codes, then the numbers, as `columns` has them."""

    table: FormTable
    lines: Sequence[Line]


def columns(table: FormTable) -> tuple[Dimension | Measure, ...]:
    """What each cell of a typed line answers, from the left."""
    return (*table.dimensions, *table.measures)


def typed_sheet(
    form: FormSpec, typed: TypedTable, reporter: str, period: Period, lang: Lang, synthetic: bool = False
) -> Sheet:
    """The sheet of one typed table. Its first line is row 1 to whoever typed it.

    Raises `ValueError` for a line that has not exactly one cell for each column.
    """
    wanted = columns(typed.table)
    for line in typed.lines:
        if len(line) != len(wanted):
            raise ValueError(f"A line of {typed.table.code} has {len(wanted)} cells; found {len(line)}.")
    width = max(len(wanted), 3)
    head = [
        [words.FORM[lang], form_title(form), words.SYNTHETIC if synthetic else ""],
        [words.PERIOD[lang], str(period), ""],
        [words.REPORTER[lang], reporter, ""],
        [spelled(column.headers, lang) for column in wanted],
    ]
    codes = len(typed.table.dimensions)
    lines = [
        [*line[:codes], *(_as_machines_write(cell, lang) for cell in line[codes:])] for line in typed.lines
    ]
    rows = [[*row, *[""] * (width - len(row))] for row in (*head, *lines)]
    return Sheet("", typed.table.name[lang], rows, textual=True, above=HEAD)


def _as_machines_write(cell: str, lang: Lang) -> str:
    """A number typed in the language of the page, which is known there as it is not in a file."""
    try:
        plain = f"{read_number(cell, lang):f}"
    except NotANumber:
        return cell
    return plain + "0" if MAY_BE_A_THOUSAND.fullmatch(plain) else plain


def spot_of(place: Place) -> tuple[int, int] | None:
    """The line and column of a place in a typed sheet, from 0; None where it names no typed cell."""
    letters = place.cell.rstrip("-0123456789")
    number = place.cell.removeprefix(letters)
    if letters not in LETTERS or not number.isdigit() or int(number) < 1:
        return None
    return int(number) - 1, LETTERS.index(letters)
