"""Pieces of WordprocessingML as text.

A paper's body is written as text and parsed once: python-docx's own cell loop takes seconds on a table
of some thousand rows, this takes a fraction of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tongket.desks.papers.words import raised_marks
from tongket.figures.review.content import Quote, Spans

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS_PER_MM = 1440 / 25.4
NO_BORDERS = ""
ALL_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS_PER_MM)


def run(text: str, marks: str = "") -> str:
    """A run of letters; `marks` are elements of `w:rPr` in schema order, such as `<w:b/>`."""
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def letters(points: float) -> str:
    """The size of a run's letters."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def raised(notes: Sequence[str], points: float) -> str:
    """The marks of notes beside letters of that size, set high but large enough to read on paper."""
    high = f'<w:position w:val="{round(points * 0.6)}"/>{letters(max(points * 0.72, 7.5))}'
    return run(raised_marks(notes), high) if notes else ""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph; `properties` follow the style in schema order (keepNext, ind, jc …)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def rule(width: float, length: float) -> str:
    """A drawn line of `length`, centred in `width` (millimetres): the lower border of an empty paragraph."""
    aside = twips(max(width - length, 0) / 2)
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    return paragraph("Rule", "", f'{border}<w:ind w:left="{aside}" w:right="{aside}"/>')


def cell(width: int, content: str, marks: str = "", span: int = 1) -> str:
    """A cell; `span` is the number of columns it takes."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}{marks}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], *, head: bool = False) -> str:
    """A row that does not break over a page; a head row repeats on each page."""
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    widths: Sequence[int],
    rows: Iterable[str],
    *,
    borders: str = ALL_BORDERS,
    margin: int = 80,
    title: str = "",
    description: str = "",
) -> str:
    """A table of fixed widths (twips); title and description are its alternative text."""
    spoken = f"<w:tblCaption w:val={quoteattr(title)}/>" if title else ""
    spoken += f"<w:tblDescription w:val={quoteattr(description)}/>" if description else ""
    sides = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    properties = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
        + '<w:tblLayout w:type="fixed"/>'
        + f"<w:tblCellMar>{sides}</w:tblCellMar>"
        + ('<w:tblLook w:val="0020" w:firstRow="1"/>' if borders else '<w:tblLook w:val="0000"/>')
        + spoken
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


@dataclass
class Ledger:
    """Where each quote stands in the document, so that its address survives in a custom XML part.

    In running text a quote is framed by a hidden bookmark (`_Q7`), which survives editing. Thousands of
    bookmarks would make Word crawl, so a table or chart has one (`_T2`) and its quotes a row and a column.
    """

    entries: list[tuple[str, Quote]] = field(default_factory=list)
    _bookmarks: int = 0

    def framed(self, content: str, kind: str) -> tuple[str, str]:
        """The content inside a new hidden bookmark, and the bookmark's name."""
        self._bookmarks += 1
        name = f"_{kind}{self._bookmarks}"
        start = f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self._bookmarks}"/>', name

    def text(self, spans: Spans) -> str:
        """Running text, each quote in its own bookmark."""
        return "".join(run(span) if isinstance(span, str) else self._quote(span) for span in spans)

    def within(self, place: str, spans: Spans, marks: str = "") -> str:
        """Text of a cell, whose quotes are placed by the table's bookmark."""
        self.entries.extend((place, span) for span in spans if isinstance(span, Quote))
        return "".join(run(span if isinstance(span, str) else span.text, marks) for span in spans)

    def as_xml(self) -> bytes:
        """The custom XML part: one element per quote, in the order of the document."""
        lines = "".join(
            f"<quote at={quoteattr(at)} text={quoteattr(quote.text)} address={quoteattr(quote.address)}/>\n"
            for at, quote in self.entries
        )
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<quotes xmlns="urn:tongket:quotes">\n{lines}</quotes>'.encode()

    def _quote(self, quote: Quote) -> str:
        content, name = self.framed(run(quote.text), "Q")
        self.entries.append((name, quote))
        return content
