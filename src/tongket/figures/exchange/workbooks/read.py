"""A file of returns into its returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from tongket.figures.exchange.tables.csv_file import read_csv
from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.folding import shown
from tongket.figures.exchange.tables.reading import Known, Reading
from tongket.figures.exchange.tables.sheet import LAST_ROW, Cell, Mark, Sheet, Spot
from tongket.figures.exchange.tables.sheets import read_sheets
from tongket.figures.exchange.workbooks import faults
from tongket.figures.exchange.workbooks.contents import Page, pages_of, shifting_styles
from tongket.figures.exchange.workbooks.scan import refuse_far_cells, traits_of
from tongket.figures.exchange.workbooks.unpack import refuse_large_file, repack, unpack
from tongket.figures.returns.answer import Place
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Lang


def read_file(
    path: Path,
    forms: Mapping[str, FormSpec],
    codelists: Mapping[str, Codelist],
    units: Mapping[str, Unit],
    lang: Lang = "vi",
    name: str = "",
) -> Reading:
    """A file of returns, be it a workbook or CSV; its name says which."""
    read = read_csv if (name or path.name).lower().endswith((".csv", ".tsv", ".txt")) else read_workbook
    return read(path, forms, codelists, units, lang, name)


def read_workbook(
    path: Path,
    forms: Mapping[str, FormSpec],
    codelists: Mapping[str, Codelist],
    units: Mapping[str, Unit],
    lang: Lang = "vi",
    name: str = "",
) -> Reading:
    """The returns of a workbook, or the findings for which nothing of it is accepted.

    Whatever the file holds, no exception comes of it. `lang` is the language numbers typed as text are
    read in; `name` is what the sender called the file, where it is stored under another.
    """
    file = name or path.name
    known = Known(forms, codelists, units, lang)
    try:
        return read_sheets(file, _sheets(file, _bytes(path)), known)
    except Bad as bad:
        return Reading(file, (), (bad.at(Place(file, bad.sheet)),))


def _bytes(path: Path) -> bytes:
    refuse_large_file(path.stat().st_size)
    return path.read_bytes()


def _sheets(file: str, data: bytes) -> Iterator[Sheet]:
    parts = unpack(data)
    pages = pages_of(parts)
    _refuse_far_cells(parts, {page.part: page.name for page in pages})
    styles = next((part for name, part in parts.items() if name.casefold() == "xl/styles.xml"), b"")
    shifting = shifting_styles(styles)
    try:
        book = CalamineWorkbook.from_filelike(repack(parts))
    except (CalamineError, ValueError) as error:
        raise Bad(faults.DAMAGED, found=shown(error)) from error
    for page in pages:
        try:
            yield _sheet(file, page, parts[page.part], book, shifting)
        except Bad as bad:
            bad.sheet = page.name
            raise


def _sheet(file: str, page: Page, part: bytes, book: CalamineWorkbook, shifting: Mapping[int, str]) -> Sheet:
    try:
        rows = book.get_sheet_by_name(page.name).to_python(skip_empty_area=False)
    except (CalamineError, ValueError) as error:
        raise Bad(faults.DAMAGED, found=shown(error)) from error
    size = (len(rows), len(rows[0]) if rows else 0)
    traits = traits_of(part, shifting, page.hidden, size)
    return Sheet(file, page.name, _with_marked_rows(rows, traits.marks), traits)


def _refuse_far_cells(parts: Mapping[str, bytes], names: Mapping[str, str]) -> None:
    """In every sheet's part, for which part holds which sheet is in the end the reader's own judgement."""
    for name, part in parts.items():
        if "/worksheets/" in name.casefold():
            try:
                refuse_far_cells(part)
            except Bad as bad:
                bad.sheet = names.get(name, "")
                raise


def _with_marked_rows(rows: list[list[Cell]], marks: Mapping[Spot, Mark]) -> list[list[Cell]]:
    """The rows, with those below the last value that hold formulas nobody worked out, or errors."""
    last = max((row for (row, _), mark in marks.items() if mark.kind != "format"), default=-1)
    blank: list[Cell] = [""] * (len(rows[0]) if rows else 0)
    return rows + [blank] * (min(last, LAST_ROW) + 1 - len(rows))
