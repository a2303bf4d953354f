"""Returns as CSV: the same columns as a workbook's, with form, period and reporter on every line.

Numbers are written plainly, 1234.5. One with three decimals and up to three digits before them gets a zero
more (1.2340), because 1.234 is one thousand to a Vietnamese reader; the reader refuses such a number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from tongket.figures.exchange.tables import faults, words
from tongket.figures.exchange.tables.cells import MAY_BE_A_THOUSAND
from tongket.figures.exchange.tables.columns import spelled
from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.folding import fold
from tongket.figures.exchange.tables.headers import Headers
from tongket.figures.exchange.tables.heads import HEAD_ROWS, form_title
from tongket.figures.exchange.tables.reading import Known, Reading
from tongket.figures.exchange.tables.sheet import LAST_COLUMN, LAST_ROW, LETTERS, Sheet
from tongket.figures.exchange.tables.sheets import read_sheets
from tongket.figures.exchange.tables.writing import lines_out
from tongket.figures.returns.answer import Place, Return
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Lang, Text

LARGEST = 20 << 20
WIDEST = LETTERS.index(LAST_COLUMN) + 1
HEAD_LETTERS = 50_000
DELIMITERS = ",;\t"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_TOO_LONG = Text("quá nhiều dòng", "too many lines")


def read_csv(
    path: Path,
    forms: Mapping[str, FormSpec],
    codelists: Mapping[str, Codelist],
    units: Mapping[str, Unit],
    lang: Lang = "vi",
    name: str = "",
) -> Reading:
    """The returns of a CSV file, or the findings for which nothing of it is accepted.

    Comma, semicolon and tab are told apart by the headers they give. See `read_workbook` for the rest.
    """
    file = name or path.name
    known = Known(forms, codelists, units, lang)
    try:
        rows = _rows(_text(path), known)
        return read_sheets(file, [Sheet(file, "", rows, textual=True)], known)
    except Bad as bad:
        return Reading(file, (), (bad.at(Place(file)),))


def write_csv(path: Path, form: FormSpec, table: str, returns: Sequence[Return], lang: Lang) -> None:
    """Write returns of one table, of any reporters and periods. Raises `ValueError` where made-up figures
    and real ones would stand in one file."""
    if len({ret.synthetic for ret in returns}) > 1:
        raise ValueError("Synthetic and real returns may not share a file.")
    spec = form.table(table)
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        out = csv.writer(target, lineterminator="\n")
        if returns and returns[0].synthetic:
            out.writerow([words.SYNTHETIC])
        headers = [d.headers for d in spec.dimensions] + [m.headers for m in spec.measures]
        first = [words.FORM[lang], words.PERIOD[lang], spelled(form.reporter_headers, lang)]
        out.writerow(first + [spelled(spellings, lang) for spellings in headers])
        for ret in returns:
            if (ret.form, ret.version, ret.table) != (form.code, form.version, table):
                raise ValueError(f"The file is for {form_title(form)} {table}; found {ret!r}.")
            for line in lines_out([ret], spec, named=True):
                codes = [line.dimensions.get(dimension.code, "") for dimension in spec.dimensions]
                numbers = [_plain(line.values.get(measure.code)) for measure in spec.measures]
                out.writerow([form_title(form), str(ret.period), line.reporter, *codes, *numbers])


def _plain(value: Decimal | None) -> str:
    if value is None:
        return ""
    text = f"{value:f}"
    return text + "0" if MAY_BE_A_THOUSAND.fullmatch(text) else text


def _text(path: Path) -> str:
    size = path.stat().st_size
    if size > LARGEST:
        raise Bad(faults.LARGE_TEXT, found=f"{size / (1 << 20):.1f} MB", limit=f"{LARGEST >> 20} MB")
    data = path.read_bytes()
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Bad(faults.WRONG_ENCODING, line=line) from error
    if "\0" in text:
        raise Bad(faults.WRONG_ENCODING, line=text.count("\n", 0, text.index("\0")) + 1)
    return text


def _rows(text: str, known: Known) -> list[list[str]]:
    """All records, filled up to the same width, by the delimiter that gives the most headers."""
    delimiter = max(DELIMITERS, key=lambda mark: _headers_found(text, mark, known))
    rows, width = [], 0
    for row in _records(text, delimiter):
        rows.append(row)
        width = max(width, len(row))
        if width > WIDEST:
            raise Bad(faults.WIDE_RECORD, line=len(rows), found=width, limit=WIDEST)
        if len(rows) > LAST_ROW:
            raise Bad(faults.LARGE_TEXT, found=_TOO_LONG, limit=LAST_ROW)
    return [row + [""] * (width - len(row)) for row in rows]


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Bad(faults.BROKEN_RECORD, found=error) from error


def _headers_found(text: str, delimiter: str, known: Known) -> int:
    legal = {
        word for form in known.forms.values() for table in form.tables for word in Headers(form, table).roles
    }
    head = "\n".join(text[:HEAD_LETTERS].split("\n", HEAD_ROWS)[:HEAD_ROWS])
    rows = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    try:
        return max((sum(fold(cell) in legal for cell in row) for row in rows), default=0)
    except csv.Error:
        return 0
