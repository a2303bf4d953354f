"""Tables on slides: letters as large as the slide allows, and more slides where none are large enough."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide as NativeSlide
from pptx.util import Emu, Inches, Pt

from tongket.desks.papers.pptx_master import LEAST_POINTS, Box, describe, text_height
from tongket.desks.papers.words import SOURCE, raised_marks
from tongket.figures.review.content import Cell, Note, Row, Table, plain
from tongket.figures.terms.words import Lang

_ALIGN = {"left": PP_ALIGN.LEFT, "centre": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
_SIZES = (16, 14, LEAST_POINTS)
_SPLIT_SIZE = 14  # of a table that takes several slides
_ASIDE, _ABOVE = Inches(0.08), Inches(0.05)  # room around the text of a cell
_INDENT = Inches(0.2)
_GAP = Inches(0.12)  # between the table and its notes


@dataclass(frozen=True, slots=True)
class TablePage:
    """What stands on one slide: some rows with the notes they need, and the size of the letters."""

    table: Table
    points: float


def table_pages(table: Table, box: Box, lang: Lang) -> list[TablePage]:
    """The table on as few slides as its letters allow."""
    for points in _SIZES:
        if _height(table, box, points, lang) <= box[3]:
            return [TablePage(table, points)]
    whole = _height(table, box, _SPLIT_SIZE, lang)
    fewest = math.ceil(whole / box[3])
    even = (min(box[3], whole / fewest * stretch) for stretch in (1.0, 1.1, 1.2, 1.3))
    splits = [_split(table, box, limit, lang) for limit in even]
    chosen = next((parts for parts in splits if len(parts) <= fewest), _split(table, box, box[3], lang))
    return [TablePage(_with_rows(table, part), _SPLIT_SIZE) for part in chosen]


def add_table(slide: NativeSlide, page: TablePage, box: Box, lang: Lang) -> None:
    """Put the table and its notes into the box (left, top, width, height)."""
    left, top, width, _ = box
    table, heights = page.table, _row_heights(page.table, box, page.points)
    frame = slide.shapes.add_table(len(heights), len(table.columns), left, top, width, Emu(int(sum(heights))))
    describe(frame, table.name, table.caption, table.source or table.caption)
    for native, share in zip(frame.table.columns, _widths(table, width), strict=True):
        native.width = Emu(int(share))
    for native, height in zip(frame.table.rows, heights, strict=True):
        native.height = Emu(int(height))
    size = Pt(page.points)
    for column, cell in zip(table.columns, frame.table.rows[0].cells, strict=True):
        _write(cell, [(column.head, False)], size, PP_ALIGN.CENTER, bold=True)
    for row, native in zip(table.rows, list(frame.table.rows)[1:], strict=True):
        for index, (column, cell, target) in enumerate(
            zip(table.columns, row.cells, native.cells, strict=True)
        ):
            _write(target, _pieces(cell), size, _ALIGN[column.align], bold=row.strong)
            target.margin_left = _ASIDE + (_INDENT * row.level if index == 0 else 0)
    under = (left, int(top + sum(heights) + _GAP), width, int(_notes_height(table, width, lang)))
    add_notes(slide, table.notes, table.source, under, lang)


def add_notes(slide: NativeSlide, notes: Sequence[Note], source: str, box: Box, lang: Lang) -> None:
    """Notes and source in the smallest letters a slide may have."""
    lines = note_lines(notes, source, lang)
    if not lines:
        return
    frame = slide.shapes.add_textbox(*map(Emu, box)).text_frame
    frame.word_wrap, frame.margin_left, frame.margin_top = True, 0, 0
    for index, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size = line, Pt(LEAST_POINTS)


def note_lines(notes: Iterable[Note], source: str, lang: Lang) -> list[str]:
    told = [f"{raised_marks((note.mark,))} {plain(note.spans)}" for note in notes]
    return [*told, f"{SOURCE[lang]}: {source}"] if source else told


def _split(table: Table, box: Box, limit: float, lang: Lang) -> list[list[Row]]:
    """The rows in runs that are no higher than the limit, each with its head and notes."""
    parts: list[list[Row]] = [[]]
    for row in table.rows:
        longer = _with_rows(table, [*parts[-1], row])
        if parts[-1] and _height(longer, box, _SPLIT_SIZE, lang) > limit:
            parts.append([])
        parts[-1].append(row)
    return parts


def _with_rows(table: Table, rows: Sequence[Row]) -> Table:
    """The table with these rows only and the notes they carry a mark or sign of."""
    marks = {mark for row in rows for cell in row.cells for mark in cell.notes}
    signs = {plain(cell.spans) for row in rows for cell in row.cells}
    kept = tuple(note for note in table.notes if note.mark in marks | signs)
    return replace(table, rows=tuple(rows), notes=kept)


def _height(table: Table, box: Box, points: float, lang: Lang) -> float:
    return sum(_row_heights(table, box, points)) + _GAP + _notes_height(table, box[2], lang)


def _notes_height(table: Table, width: float, lang: Lang) -> float:
    lines = note_lines(table.notes, table.source, lang)
    return sum(text_height(line, LEAST_POINTS, width) for line in lines)


def _widths(table: Table, width: float) -> list[float]:
    total = sum(column.share for column in table.columns)
    return [width * column.share / total for column in table.columns]


def _row_heights(table: Table, box: Box, points: float) -> list[float]:
    """The head's height, then each row's: that of its highest cell."""
    widths = _widths(table, box[2])

    def highest(texts: Iterable[str], level: int, bold: bool) -> float:
        rooms = [width - 2 * _ASIDE for width in widths]
        rooms[0] -= _INDENT * level
        heights = (
            text_height(text, points, room, bold=bold) for text, room in zip(texts, rooms, strict=True)
        )
        return max(heights) + 2 * _ABOVE

    head = highest([column.head for column in table.columns], 0, True)
    texts = ([plain(cell.spans) + raised_marks(cell.notes) for cell in row.cells] for row in table.rows)
    return [
        head,
        *(highest(text, row.level, row.strong) for text, row in zip(texts, table.rows, strict=True)),
    ]


def _pieces(cell: Cell) -> list[tuple[str, bool]]:
    """What stands in the cell, and whether it is raised."""
    marks = raised_marks(cell.notes)
    return [(plain(cell.spans), False), *([(marks, True)] if marks else [])]


def _write(cell, pieces: list[tuple[str, bool]], size: Pt, align: PP_ALIGN, *, bold: bool) -> None:
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = align
    for text, high in pieces:
        run = paragraph.add_run()
        run.text, run.font.size, run.font.bold = text, size, bold
        if high:
            run._r.get_or_add_rPr().set("baseline", "30000")
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = _ASIDE
    cell.margin_top = cell.margin_bottom = _ABOVE
