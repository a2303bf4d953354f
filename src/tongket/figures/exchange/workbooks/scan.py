"""What the XML of a sheet says beyond values: formulas, errors, formats, merged and hidden cells.

The text is searched as bytes: a sheet without any of it costs a few searches, and no tree is built. Parts
were already found free of entities by `unpack`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.sheet import LETTERS, Mark, Spot, Traits
from tongket.figures.exchange.workbooks import faults

LAST_COLUMN, LAST_ROW = "CZ", 99_999
MOST_MERGES = 1_000
_P = rb"<(?:[^\s<>/:]+:)?"  # an opening tag, with or without a prefix
# A cell with content whose reference is missing or beyond LAST_COLUMN and LAST_ROW.
_FAR = re.compile(_P + rb'c(?=[\s>])(?![^>]*?\sr="[A-C]?[A-Z][1-9]\d{0,4}")[^>]*(?<!/)>')
_REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_TOKEN = re.compile(
    _P + rb"(?:c(?=[\s>])(?P<cell>[^>]*)>|f(?=[\s>/])(?P<formula>[^>]*)>|v>(?P<error>#[^<]{1,20})<)"
)
_STYLE = re.compile(rb"""\ss=["'](\d{1,6})["']""")
_AREA = re.compile(rb"""\sref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")
_MERGE = re.compile(_P + rb"mergeCell(\s[^>]*)>")
_HIDDEN_ROW = re.compile(_P + rb"""row(?=\s)(?=[^>]*\shidden=["'](?:1|true)["'])([^>]*)>""")
_HIDDEN_COLUMN = re.compile(_P + rb"""col(?=\s)(?=[^>]*\shidden=["'](?:1|true)["'])([^>]*)>""")
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
        marks=dict(_marks(part, shifting)) if _is_marked(part) or shifting else {},
        merges=tuple(_merges(part)) if b"mergeCell" in part else (),
        hidden_rows=frozenset(_hidden_rows(part, rows)) if has_hidden else frozenset(),
        hidden_columns=frozenset(_hidden_columns(part, columns)) if has_hidden else frozenset(),
        hidden=hidden,
    )


def _is_marked(part: bytes) -> bool:
    return b"<f" in part or b":f" in part or b"#" in part


def _marks(part: bytes, shifting: Mapping[int, str]) -> Iterator[tuple[Spot, Mark]]:
    """Formulas last, so that they go before errors and formats of the same cell."""
    spot: Spot | None = None
    formulas: list[Spot] = []
    for token in _TOKEN.finditer(part):
        if (attributes := token["cell"]) is not None:
            spot = _spot(attributes)
            style = _STYLE.search(attributes) if shifting and spot else None
            if spot and style and (shown := shifting.get(int(style[1]))):
                yield spot, Mark("format", shown)
        elif spot and (error := token["error"]):
            yield spot, Mark("error", error.decode("utf-8", "replace"))
        elif spot and (attributes := token["formula"]) is not None:
            formulas += _covered(spot, attributes)
    for spot in formulas:
        yield spot, Mark("formula")


def _covered(spot: Spot, attributes: bytes) -> Iterator[Spot]:
    """The cells a formula fills: its own, and those of an array or data table."""
    yield spot
    area = _AREA.search(attributes) if b"array" in attributes or b"dataTable" in attributes else None
    if area is None:
        return
    (top, left), (bottom, right) = _corners(area)
    for row in range(top, min(bottom, top + MOST_MERGES) + 1):
        yield from ((row, column) for column in range(left, right + 1))


def _merges(part: bytes) -> Iterator[tuple[Spot, Spot]]:
    for count, merge in enumerate(_MERGE.finditer(part)):
        area = _AREA.search(merge[1])
        if area and count < MOST_MERGES:
            yield _corners(area)


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
