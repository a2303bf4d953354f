"""Headings, paragraphs, tables and charts of the Word paper."""

from __future__ import annotations

import io

from docx.document import Document
from docx.shared import Mm
from lxml import etree

from tongket.desks.papers import charts, wordml, words
from tongket.desks.papers.chart_parts import WIDTH as CHART_PIXELS
from tongket.desks.papers.layout import DECREE_30_2020 as PAGE
from tongket.desks.papers.layout import table_points
from tongket.desks.papers.wordml import Ledger, paragraph, raised, run
from tongket.figures.review.content import Block, Chart, Heading, Paragraph, Row, Table
from tongket.figures.terms.words import Lang

_JUSTIFY = {"left": "left", "centre": "center", "right": "right"}
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'
_INDENT = 4.0  # millimetres for each level of a row
BREAK = "<w:r><w:br/></w:r>"


def block_xml(block: Block, document: Document, ledger: Ledger, lang: Lang) -> str:
    """One block as WordprocessingML; a chart's picture is stored in the document on the way."""
    match block:
        case Heading():
            return heading(block)
        case Paragraph():
            return _text(block, ledger)
        case Table():
            return _table(block, ledger, lang)
        case Chart():
            return _picture(block, document, ledger, lang)


def heading(block: Heading) -> str:
    """`Phần` has its number on a line of its own and its title in capitals."""
    if block.level == 0:
        return paragraph("Heading1", run(block.number) + BREAK + run(block.text, "<w:caps/>"))
    return paragraph(f"Heading{block.level + 1}", run(f"{block.number} {block.text}".strip()))


def _text(block: Paragraph, ledger: Ledger) -> str:
    opening = run("- ") if block.style == "item" else ""
    return paragraph("BodyText", opening + ledger.text(block.spans) + raised(block.notes))


def _table(block: Table, ledger: Ledger, lang: Lang) -> str:
    caption, name = ledger.framed(run(block.caption), "T")
    total = sum(column.share for column in block.columns)
    widths = [wordml.twips(PAGE.text_width * column.share / total) for column in block.columns]
    size = round(table_points(len(block.columns)) * 2)
    letters = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    head = wordml.row(
        (
            wordml.cell(width, _cell_text(run(column.head, "<w:b/>" + letters), "center"), _SHADE + _MIDDLE)
            for width, column in zip(widths, block.columns, strict=True)
        ),
        head=True,
    )
    rows = (
        _row(block, row, (name, number), widths, letters, ledger) for number, row in enumerate(block.rows, 1)
    )
    body = wordml.table(widths, [head, *rows], title=block.caption, description=block.source or block.caption)
    return paragraph("Caption", caption) + body + _under(block, ledger, lang)


def _row(
    block: Table, row: Row, place: tuple[str, int], widths: list[int], letters: str, ledger: Ledger
) -> str:
    name, number = place
    marks = ("<w:b/>" if row.strong else "") + letters
    cells = []
    for index, (width, column, cell) in enumerate(zip(widths, block.columns, row.cells, strict=True)):
        content = ledger.within(f"{name}:{number}:{index + 1}", cell.spans, marks) + raised(cell.notes)
        indent = row.level * _INDENT if index == 0 else 0
        cells.append(wordml.cell(width, _cell_text(content, _JUSTIFY[column.align], indent), _MIDDLE))
    return wordml.row(cells)


def _cell_text(content: str, justify: str, indent: float = 0) -> str:
    left = f'<w:ind w:left="{wordml.twips(indent)}"/>' if indent else ""
    return paragraph("TableText", content, f'{left}<w:jc w:val="{justify}"/>')


def _under(block: Table, ledger: Ledger, lang: Lang) -> str:
    """Notes and source; a table must be followed by a paragraph in any case, or two would grow together."""
    lines = [raised((note.mark,)) + run(" ") + ledger.text(note.spans) for note in block.notes]
    if block.source:
        lines.append(run(f"{words.SOURCE[lang]}: {block.source}", "<w:i/>"))
    return "".join(paragraph("TableNote", line) for line in lines or [""]) + paragraph("TableNote", "")


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
    # The caption of a chart stands below it, so the picture keeps to the caption, not the other way round.
    return paragraph("Picture", drawing, "<w:keepNext/>") + paragraph(
        "Caption", caption, '<w:keepNext w:val="0"/>'
    )


def _scale(inline) -> None:
    """As wide as the text at the charts' full width, so that letters are of one size in all pictures."""
    pixels = inline.extent.cx / Mm(25.4) * 72 / charts.PNG_SCALE
    width = Mm(PAGE.text_width * min(pixels / CHART_PIXELS, 1))
    height = round(inline.extent.cy * width / inline.extent.cx)
    inline.extent.cx, inline.extent.cy = width, height
    inline.graphic.graphicData.pic.spPr.cx, inline.graphic.graphicData.pic.spPr.cy = width, height
