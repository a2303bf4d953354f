"""Headings, paragraphs, tables and charts of the Word paper."""

from __future__ import annotations

import io
from dataclasses import dataclass

from docx.document import Document
from docx.shared import Mm
from lxml import etree

from tongket.desks.papers import charts, wordml, words
from tongket.desks.papers.chart_parts import WIDTH as CHART_PIXELS
from tongket.desks.papers.layout import DECREE_30_2020 as PAGE
from tongket.desks.papers.layout import SHORT_TABLE, table_points
from tongket.desks.papers.wordml import Ledger, paragraph, raised, run
from tongket.figures.review.content import Block, Chart, Heading, Note, Paragraph, Row, Table
from tongket.figures.terms.words import Lang

_JUSTIFY = {"left": "left", "centre": "center", "right": "right"}
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'
_KEEP = "<w:keepNext/>"
_INDENT = 4.0  # millimetres for each level of a row
BREAK = "<w:r><w:br/></w:r>"


def block_xml(block: Block, document: Document, ledger: Ledger, lang: Lang, keep: bool = False) -> str:
    """One block as WordprocessingML; a chart's picture is stored in the document on the way.

    `keep` holds a paragraph on the page of what follows it.
    """
    match block:
        case Heading():
            return heading(block)
        case Paragraph():
            return _text(block, ledger, keep)
        case Table():
            return _table(block, ledger, lang)
        case Chart():
            return _picture(block, document, ledger, lang)


def heading(block: Heading) -> str:
    """`Phần` has its number on a line of its own and its title in capitals."""
    if block.level == 0:
        return paragraph("Heading1", run(block.number) + BREAK + run(block.text, "<w:caps/>"))
    return paragraph(f"Heading{block.level + 1}", run(f"{block.number} {block.text}".strip()))


def _text(block: Paragraph, ledger: Ledger, keep: bool) -> str:
    opening = run("- ") if block.style == "item" else ""
    marks = raised([note.mark for note in block.notes], PAGE.body)
    text = opening + ledger.text(block.spans) + marks
    kept = _KEEP if keep or block.notes else ""
    return paragraph("BodyText", text, kept) + "".join(
        paragraph("TextNote", line, _KEEP if keep else "") for line in _note_lines(block.notes, ledger)
    )


def _note_lines(notes: tuple[Note, ...], ledger: Ledger) -> list[str]:
    return [raised((note.mark,), PAGE.note) + run(" ") + ledger.text(note.spans) for note in notes]


def _table(block: Table, ledger: Ledger, lang: Lang) -> str:
    caption, name = ledger.framed(run(block.caption), "T")
    total = sum(column.share for column in block.columns)
    widths = [wordml.twips(PAGE.text_width * column.share / total) for column in block.columns]
    points = table_points(len(block.columns))
    head = wordml.row(
        (
            wordml.cell(
                width,
                _cell_text(run(column.head, "<w:b/>" + wordml.letters(points)), "center", keep=True),
                _SHADE + _MIDDLE,
            )
            for width, column in zip(widths, block.columns, strict=True)
        ),
        head=True,
    )
    sheet = _Sheet(block, name, widths, points, ledger)
    rows = (sheet.row(row, number) for number, row in enumerate(block.rows, 1))
    body = wordml.table(widths, [head, *rows], title=block.caption, description=block.source or block.caption)
    return paragraph("Caption", caption) + body + _under(block, ledger, lang)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of one table: a short one stays on one page, and a row is never left alone at its end."""

    table: Table
    bookmark: str
    widths: list[int]
    points: float
    ledger: Ledger

    def row(self, row: Row, number: int) -> str:
        last = len(self.table.rows)
        kept = number < last and (last <= SHORT_TABLE or row.strong or number >= last - 1)
        if row.is_group:
            content = self._content(row, number, 0)
            whole = _cell_text(content, _JUSTIFY[self.table.columns[0].align], keep=kept)
            return wordml.row([wordml.cell(sum(self.widths), whole, _MIDDLE, len(self.widths))])
        cells = []
        for index, (width, column) in enumerate(zip(self.widths, self.table.columns, strict=True)):
            indent = row.level * _INDENT if index == 0 else 0
            content = self._content(row, number, index)
            cells.append(
                wordml.cell(width, _cell_text(content, _JUSTIFY[column.align], indent, kept), _MIDDLE)
            )
        return wordml.row(cells)

    def _content(self, row: Row, number: int, index: int) -> str:
        marks = ("<w:b/>" if row.strong else "") + wordml.letters(self.points)
        cell = row.cells[index]
        place = f"{self.bookmark}:{number}:{index + 1}"
        return self.ledger.within(place, cell.spans, marks) + raised(cell.notes, self.points)


def _cell_text(content: str, justify: str, indent: float = 0, keep: bool = False) -> str:
    left = f'<w:ind w:left="{wordml.twips(indent)}"/>' if indent else ""
    return paragraph("TableText", content, f'{_KEEP if keep else ""}{left}<w:jc w:val="{justify}"/>')


def _under(block: Table | Chart, ledger: Ledger, lang: Lang) -> str:
    """Notes and source; a table must be followed by a paragraph in any case, or two would grow together."""
    lines = _note_lines(block.notes, ledger)
    if block.source:
        lines.append(run(f"{words.SOURCE[lang]}: {block.source}", "<w:i/>"))
    return "".join(paragraph("TableNote", line) for line in lines) + paragraph("AfterTable", "")


def _picture(block: Chart, document: Document, ledger: Ledger, lang: Lang) -> str:
    caption, name = ledger.framed(run(block.caption), "C")
    for number, series in enumerate(block.series, 1):
        for index, point in enumerate(series.points, 1):
            if point is not None:
                ledger.entries.append((f"{name}:{number}:{index}", point))
    inline = document.part.new_pic_inline(io.BytesIO(charts.png(block, lang)))
    _scale(inline)
    for side in ("distT", "distB", "distL", "distR"):  # LibreOffice takes silence for an eighth of an inch
        inline.set(side, "0")
    inline.docPr.set("name", block.name)
    inline.docPr.set("title", block.caption)
    inline.docPr.set("descr", charts.describe(block))
    drawing = f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"
    # The caption of a chart stands below it, so the picture keeps to the caption and that to its source.
    kept = "" if block.notes or block.source else '<w:keepNext w:val="0"/>'
    return (
        paragraph("Picture", drawing, _KEEP)
        + paragraph("Caption", caption, kept)
        + _under(block, ledger, lang)
    )


def _scale(inline) -> None:
    """As wide as the text at the charts' full width, so that letters are of one size in all pictures."""
    pixels = inline.extent.cx / Mm(25.4) * 72 / charts.PNG_SCALE
    width = Mm(PAGE.text_width * min(pixels / CHART_PIXELS, 1))
    height = round(inline.extent.cy * width / inline.extent.cx)
    inline.extent.cx, inline.extent.cy = width, height
    inline.graphic.graphicData.pic.spPr.cx, inline.graphic.graphicData.pic.spPr.cy = width, height
