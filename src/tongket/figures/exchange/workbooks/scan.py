"""What the XML of a sheet says beyond values: formulas, errors, formats, merged and hidden cells.

The text is searched as bytes: a sheet without any of it costs a few searches, and no tree is built. Parts
were already found free of entities by `unpack`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.sheet import LAST_COLUMN, LAST_ROW, LETTERS, Mark, Spot, Traits
from tongket.figures.exchange.workbooks import faults
from tongket.figures.terms.words import Text

T = TypeVar("T")

MOST = 100_000  # formulas, merged or hidden cells of a sheet; no return has a hundredth of it
_P = rb"<(?:[^\s<>/:]+:)?"  # an opening tag, with or without a prefix
# A cell with content whose reference is missing or beyond column CZ and row 99999 (`sheet.LAST_…`).
# A tag that is longer than any cell's, or holds a “<”, might hide one, and is not taken either.
_FAR = re.compile(
    _P + rb'c(?=[\s>])(?:(?![^<>]{0,200}?\sr="[A-C]?[A-Z][1-9]\d{0,4}")[^<>]{0,200}(?<!/)>|[^<>]{0,200}+[^>])'
)
_REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_TOKEN = re.compile(
    _P + rb"(?:c(?=[\s>])(?P<cell>[^<>]*)>|f(?=[\s>/])(?P<formula>[^<>]*)>|v>(?P<error>#[^<]{1,20})<)"
)
_STYLE = re.compile(rb"""\ss=["'](\d{1,6})["']""")
_AREA = re.compile(rb"""\sref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")
_MERGE = re.compile(_P + rb"mergeCell(\s[^<>]*)>")
_HIDDEN_ROW = re.compile(_P + rb"""row(?=\s)(?=[^<>]*\shidden=["'](?:1|true)["'])([^<>]*)>""")
_HIDDEN_COLUMN = re.compile(_P + rb"""col(?=\s)(?=[^<>]*\shidden=["'](?:1|true)["'])([^<>]*)>""")
_MIN, _MAX = re.compile(rb"""\smin=["'](\d{1,5})["']"""), re.compile(rb"""\smax=["'](\d{1,5})["']""")
_COLUMNS = {letters: index for index, letters in enumerate(LETTERS)}


def refuse_far_cells(part: bytes) -> None:
    """Raise `Bad` for a cell so far out that reading the sheet would take the machine's memory."""
    if far := _FAR.search(part):
        reference = _REFERENCE.search(far[0])
        found = (reference[1] + reference[2]).decode() if reference else "?"
        raise Bad(faults.FAR_CELL, found=found, column=LAST_COLUMN, row=LAST_ROW)


def traits_of(part: bytes, shifting: Mapping[int, str], hidden: bool, size: tuple[int, int]) -> Traits:
    """The traits of a sheet whose cells with content fill `size` rows and columns."""
    rows, columns = size
    has_hidden = b"hidden=" in part
    return Traits(
        marks=_gathered(_bounded(_marks(part, shifting))) if _is_marked(part) or shifting else {},
        merges=tuple(_bounded(_merges(part))) if b"mergeCell" in part else (),
        hidden_rows=frozenset(_bounded(_hidden_rows(part, rows))) if has_hidden else frozenset(),
        hidden_columns=frozenset(_bounded(_hidden_columns(part, columns))) if has_hidden else frozenset(),
        hidden=hidden,
    )


def _bounded(found: Iterable[T]) -> Iterator[T]:
    """The same, refused where there is so much of it that it would only cost time and memory."""
    for count, one in enumerate(found):
        if count == MOST:
            raise Bad(faults.TOO_MUCH, limit=Text(f"{MOST:,}".replace(",", "."), f"{MOST:,}"))
        yield one


def _gathered(marks: Iterable[tuple[Spot, Mark]]) -> dict[Spot, Mark]:
    """One mark a cell: an error goes before a formula, a formula before a format."""
    found: dict[Spot, Mark] = {}
    for spot, mark in marks:
        if mark.kind != "format" or spot not in found:
            found[spot] = mark
    return found


def _is_marked(part: bytes) -> bool:
    return b"<f" in part or b":f" in part or b"#" in part


def _marks(part: bytes, shifting: Mapping[int, str]) -> Iterator[tuple[Spot, Mark]]:
    """In the order they stand: of a cell its format, its formula, then its value, which may be an error."""
    spot: Spot | None = None
    for token in _TOKEN.finditer(part):
        if (attributes := token["cell"]) is not None:
            spot = _spot(attributes)
            style = _STYLE.search(attributes) if shifting and spot and attributes[-1:] != b"/" else None
            if spot and style and (shown := shifting.get(int(style[1]))):
                yield spot, Mark("format", shown)
        elif spot and (error := token["error"]):
            yield spot, Mark("error", error.decode("utf-8", "replace"))
        elif spot and (attributes := token["formula"]) is not None:
            yield from ((each, Mark("formula")) for each in _covered(spot, attributes))


def _covered(spot: Spot, attributes: bytes) -> Iterator[Spot]:
    """The cells a formula fills: its own, and those of an array or data table."""
    yield spot
    area = _AREA.search(attributes) if b"array" in attributes or b"dataTable" in attributes else None
    if area is None:
        return
    (top, left), (bottom, right) = _corners(area)
    for row in range(top, bottom + 1):
        yield from ((row, column) for column in range(left, right + 1))


def _merges(part: bytes) -> Iterator[tuple[Spot, Spot]]:
    areas = (_AREA.search(merge[1]) for merge in _MERGE.finditer(part))
    return (_corners(area) for area in areas if area)


def _hidden_rows(part: bytes, rows: int) -> Iterator[int]:
    for hidden in _HIDDEN_ROW.finditer(part):
        row = re.search(rb"""\sr=["'](\d{1,7})["']""", hidden[1])
        if row and int(row[1]) > rows:
            return
        if row:
            yield int(row[1]) - 1


def _hidden_columns(part: bytes, columns: int) -> Iterator[int]:
    for hidden in _HIDDEN_COLUMN.finditer(part):
        first, last = _MIN.search(hidden[1]), _MAX.search(hidden[1])
        if first and last:
            yield from range(int(first[1]) - 1, min(int(last[1]), columns))


def _spot(attributes: bytes) -> Spot | None:
    reference = _REFERENCE.search(attributes)
    return (int(reference[2]) - 1, _column(reference[1])) if reference else None


def _corners(area: re.Match[bytes]) -> tuple[Spot, Spot]:
    return (int(area[2]) - 1, _column(area[1])), (int(area[4]) - 1, _column(area[3]))


def _column(letters: bytes) -> int:
    """The column's number, the last readable one for those beyond."""
    return _COLUMNS.get(letters.decode(), len(LETTERS) - 1)
