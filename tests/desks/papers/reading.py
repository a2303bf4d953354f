"""How the tests read a rendered paper back: its text, and how often each number stands in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser

import docx
import openpyxl
import pptx
import pypdf
from docx.oxml.ns import qn
from lxml import etree

from tongket.figures.review.content import Quote


def times(text: str, quotes: Iterable[Quote]) -> tuple[Counter[str], Counter[str]]:
    """How often each number ought to stand in the text, and how often it does, as a whole token."""
    wanted = Counter(quote.text for quote in quotes)
    found = Counter(re.findall(r"−?\d(?:[\d.,]*\d)?", text))
    return wanted, Counter({number: found[number] for number in wanted})


def enough(text: str, quotes: Iterable[Quote]) -> bool:
    """Every number stands in the text at least as often as it is quoted; years and dates may add to it."""
    wanted, found = times(text, quotes)
    missing = wanted - found
    assert not missing, f"printed too rarely: {missing}"
    return True


def docx_text(data: bytes) -> str:
    """All letters of the body in order; a picture speaks through its description."""
    body = docx.Document(io.BytesIO(data)).element.body
    words = []
    for element in body.iter(qn("w:p"), qn("w:t"), qn("w:br"), qn("wp:docPr")):
        if element.tag == qn("w:t"):
            words.append(element.text or "")
        else:
            words.append("\n" + element.get("descr", ""))
    return "".join(words)


def docx_addresses(data: bytes) -> list[tuple[str, str, str]]:
    """Place, text and address of each quote, from the custom XML part."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.startswith("customXml/item"):
                tree = etree.fromstring(parts.read(name))
                if tree.tag == "{urn:tongket:quotes}quotes":
                    return [(quote.get("at"), quote.get("text"), quote.get("address")) for quote in tree]
    return []


def pdf_text(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def pptx_text(data: bytes) -> str:
    """What the slides show: shapes, table cells, chart labels; not the speaker's notes."""
    deck = pptx.Presentation(io.BytesIO(data))
    pieces = []
    for slide in deck.slides:
        for shape in slide.shapes:
            pieces += [_letters(shape._element)]
            if shape.has_chart:
                pieces += [_letters(shape.chart._chartSpace)]
    return "\n".join(pieces)


def _letters(element) -> str:
    paragraphs = element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p")
    return "\n".join("".join(node.text or "" for node in p.iter("{*}t")) for p in paragraphs)


def xlsx_book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


class Page(HTMLParser):
    """A web page as its text, its tags in order, and its quotes with their addresses."""

    VOID = frozenset({"meta", "col", "br", "link", "img"})

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.quotes: list[tuple[str, str]] = []
        self.text = ""
        self._open: list[str] = []
        self._address: str | None = None
        self.feed(data.decode())
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append(tag)
        self._address = dict(attrs).get("data-figure")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._address = None

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "title"):
            self.text += data + " "
        if self._address is not None:
            self.quotes.append((data, self._address))
