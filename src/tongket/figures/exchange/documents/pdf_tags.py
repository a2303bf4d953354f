"""A page of a tagged PDF: its structure tree gives paragraphs and tables (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from tongket.figures.exchange.documents.building import Builder
from tongket.figures.exchange.documents.raising import raised
from tongket.figures.prose.document import Spot

_UNTAGGED = -1
DEEPEST = 100
_HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"})
_LINES = frozenset({"P", "Caption", "LI", "Note", "FENote", "Lbl", "LBody", "Span", "Quote", "BlockQuote"})
_MARKS = re.compile(r"\s*(?:\(?(?:\d{1,2}|\*{1,4})\)?)+\s*")  # of notes, each tagged by itself: `(1)`


@dataclass
class Tagged:
    """What goes on from page to page: a table that the page before ended with."""

    columns: int = 0
    ends_with_table: bool = False


@dataclass
class _Element:
    type: str
    children: list[_Element | int] = field(default_factory=list)  # an element, or the id of marked content


def add_tagged(builder: Builder, page: Any, number: int, state: Tagged) -> bool:
    """Add the pieces of a page; False where the page is not tagged or most of its text stands outside."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return False
    try:
        roots = [_element(child, 0) for child in _children(tree, _TREE)]
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    texts = _texts(page)
    inside = sum(len(text) for mark, text in texts.items() if mark != _UNTAGGED)
    if inside * 2 < sum(map(len, texts.values())):
        return False
    first = True
    for root in roots:
        for block in _blocks(root):
            _add(builder, block, texts, number, state, first)
            first = False
    return True


def _add(
    builder: Builder, block: _Element, texts: dict[int, str], page: int, state: Tagged, first: bool
) -> None:
    if block.type != "Table":
        text = _text(block, texts)
        if text:
            builder.add(text, "heading" if block.type in _HEADINGS else "paragraph", page)
            state.ends_with_table = False
        return
    cells, columns = _cells(block, texts, builder.tables() + 1)
    if not cells:
        return
    if first and state.ends_with_table and columns == state.columns and builder.tables():
        own_head = [spot.row for _, spot in cells if spot.head]
        rows = [(text, spot) for text, spot in cells if spot.row > max(own_head, default=0)]
        builder.extend_table(rows, page)
    else:
        builder.add_table(builder.tables() + 1, cells, page)
    state.columns, state.ends_with_table = columns, True


def _cells(table: _Element, texts: dict[int, str], number: int) -> tuple[list[tuple[str, Spot]], int]:
    rows = [(row, part.type == "THead") for part in _parts(table) for row in _rows(part)]
    columns = max((len(_in(row, ("TH", "TD"))) for row, _ in rows), default=0)
    found = []
    for index, (row, head) in enumerate(rows, 1):
        cells = _in(row, ("TH", "TD"))
        heads = head or (index == 1 and all(cell.type == "TH" for cell in cells))
        for column, cell in enumerate(cells, 1):
            wide = columns if len(cells) == 1 else 1
            found.append((_text(cell, texts), Spot(number, index, column, 1, wide, heads)))
    return found, columns


def _parts(table: _Element) -> list[_Element]:
    return _in(table, ("THead", "TBody", "TFoot")) or [table]


def _rows(part: _Element) -> list[_Element]:
    return _in(part, ("TR",))


def _in(element: _Element, types: tuple[str, ...]) -> list[_Element]:
    return [child for child in element.children if isinstance(child, _Element) and child.type in types]


def _blocks(element: _Element) -> Iterator[_Element]:
    """The elements that are paragraphs or tables, in their order."""
    if element.type in _LINES or element.type in _HEADINGS or element.type == "Table":
        yield element
        return
    loose = _Element("P", [child for child in element.children if isinstance(child, int)])
    if loose.children:
        yield loose
    for child in element.children:
        if isinstance(child, _Element):
            yield from _blocks(child)


def _text(element: _Element, texts: dict[int, str]) -> str:
    """The text of an element; what is raised within it is told in raised characters."""
    pieces: list[str] = []
    for child in element.children:
        if isinstance(child, int):
            piece = texts.get(child, "")
        else:
            piece = _text(child, texts)
            if child.type == "Span" and pieces and _MARKS.fullmatch(piece):
                pieces[-1], piece = pieces[-1].rstrip(), raised(piece.strip())
        if pieces and piece and _parted(pieces[-1], piece):
            pieces.append(" ")
        pieces.append(piece)
    return " ".join("".join(pieces).split())


def _parted(before: str, after: str) -> bool:
    """Whether two pieces on different lines need a space between them."""
    return before[-1:].isalnum() and after[:1].isalnum()


def _texts(page: Any) -> dict[int, str]:
    """The text of each marked content of a page."""
    textpage = page.get_textpage()
    try:
        return _marked_texts(textpage)
    finally:
        textpage.close()


def _marked_texts(textpage: Any) -> dict[int, str]:
    letters: dict[int, list[str]] = {}
    mark, last = _UNTAGGED, 0
    unicode, owner = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject
    for index in range(textpage.count_chars()):
        holder = owner(textpage.raw, index)
        address = ctypes.cast(holder, ctypes.c_void_p).value or last  # a space PDFium put in has no holder
        if address != last:
            last = address
            mark = pdfium.FPDFPageObj_GetMarkedContentID(holder)
        if code := unicode(textpage.raw, index):
            letters.setdefault(mark, []).append(chr(code))
    return {mark: "".join(text) for mark, text in letters.items()}


def _element(handle: Any, depth: int) -> _Element:
    element = _Element(_type(handle))
    own = pdfium.FPDF_StructElement_GetMarkedContentID(handle)
    if own >= 0 and pdfium.FPDF_StructElement_CountChildren(handle) <= 0:
        element.children.append(own)
    if depth < DEEPEST:
        for index in range(max(pdfium.FPDF_StructElement_CountChildren(handle), 0)):
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, index)
            child = pdfium.FPDF_StructElement_GetChildAtIndex(handle, index)
            if mark >= 0:
                element.children.append(mark)
            elif child:
                element.children.append(_element(child, depth + 1))
    return element


_Way = tuple[Callable[[Any], int], Callable[[Any, int], Any]]
_TREE: _Way = (pdfium.FPDF_StructTree_CountChildren, pdfium.FPDF_StructTree_GetChildAtIndex)


def _children(handle: Any, way: _Way) -> list[Any]:
    count, get = way
    return [child for index in range(max(count(handle), 0)) if (child := get(handle, index))]


def _type(handle: Any) -> str:
    length = pdfium.FPDF_StructElement_GetType(handle, None, 0)
    if not 0 < length < 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDF_StructElement_GetType(handle, buffer, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
