"""The table or chart on a slide: native, so that whoever speaks can still edit it."""

from __future__ import annotations

import math

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide as NativeSlide
from pptx.util import Emu, Inches, Pt

from tongket.desks.papers import charts
from tongket.desks.papers.chart_bars import fits_upright
from tongket.desks.papers.chart_parts import is_labelled
from tongket.desks.papers.words import SOURCE, raised_marks
from tongket.figures.review.content import Cell, Chart, Series, Table, plain
from tongket.figures.terms.words import Lang

Box = tuple[int, int, int, int]
_ALIGN = {"left": PP_ALIGN.LEFT, "centre": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
_ACCENTS = [getattr(MSO_THEME_COLOR, f"ACCENT_{number}") for number in range(1, 7)]


def add_exhibit(slide: NativeSlide, exhibit: Table | Chart, box: Box, lang: Lang) -> None:
    """Put the exhibit into the box (left, top, width, height)."""
    if isinstance(exhibit, Table):
        _add_table(slide, exhibit, box, lang)
    else:
        _add_chart(slide, exhibit, box)


# Tables


def _add_table(slide: NativeSlide, table: Table, box: Box, lang: Lang) -> None:
    left, top, width, height = box
    notes = [f"{raised_marks((note.mark,))} {plain(note.spans)}" for note in table.notes]
    notes += [f"{SOURCE[lang]}: {table.source}"] if table.source else []
    under = Inches(0.28) * len(notes)
    line = min(Inches(0.45), (height - under) // (len(table.rows) + 1))
    size = Pt(14 if line >= Inches(0.4) else 12 if line >= Inches(0.3) else 10)
    frame = slide.shapes.add_table(
        len(table.rows) + 1, len(table.columns), left, top, width, line * (len(table.rows) + 1)
    )
    _describe(frame, table.name, table.caption, table.source or table.caption)
    total = sum(column.share for column in table.columns)
    for column, native in zip(table.columns, frame.table.columns, strict=True):
        native.width = Emu(int(width * column.share / total))
    heads = frame.table.rows[0].cells
    for column, cell in zip(table.columns, heads, strict=True):
        _write(cell, [(column.head, False)], size, PP_ALIGN.CENTER, bold=True)
    for row, native in zip(table.rows, list(frame.table.rows)[1:], strict=True):
        for index, (column, cell, target) in enumerate(
            zip(table.columns, row.cells, native.cells, strict=True)
        ):
            _write(target, _pieces(cell), size, _ALIGN[column.align], bold=row.strong)
            target.margin_left = Inches(0.08 + (0.2 * row.level if index == 0 else 0))
    if notes:
        _add_notes(slide, notes, (left, top + line * (len(table.rows) + 1) + Inches(0.12), width, under))


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
    cell.margin_top = cell.margin_bottom = Inches(0.03)


def _add_notes(slide: NativeSlide, notes: list[str], box: Box) -> None:
    frame = slide.shapes.add_textbox(*map(Emu, box)).text_frame
    frame.word_wrap, frame.margin_left = True, 0
    for index, note in enumerate(notes):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size = note, Pt(11)


# Charts


def _add_chart(slide: NativeSlide, chart: Chart, box: Box) -> None:
    pattern = "#,##0" + ("." + "0" * chart.decimals if chart.decimals else "")
    data = CategoryChartData(number_format=pattern)
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    upright = chart.kind == "line" or fits_upright(chart)
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if upright else XL_CHART_TYPE.BAR_CLUSTERED
    kind = XL_CHART_TYPE.LINE_MARKERS if chart.kind == "line" else kind
    frame = slide.shapes.add_chart(kind, *map(Emu, box), data)
    _describe(frame, chart.name, chart.caption, charts.describe(chart))
    native = frame.chart
    _head(native, chart)
    _axes(native, chart, upright, pattern)
    for index, (series, target) in enumerate(zip(chart.series, native.plots[0].series, strict=True)):
        _colour(target, chart, index)
        _label(target, chart, series)
    if chart.kind == "bar":
        native.plots[0].gap_width = 45


def _head(native: NativeChart, chart: Chart) -> None:
    native.font.size = Pt(14)
    native.has_title = True
    run = native.chart_title.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold = f"{chart.caption} ({chart.unit})", Pt(14), False
    native.has_legend = len(chart.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False


def _axes(native: NativeChart, chart: Chart, upright: bool, pattern: str) -> None:
    """Bars whose values are printed need no axis of numbers; lines keep a light one."""
    numbers, names = native.value_axis, native.category_axis
    numbers.has_major_gridlines = chart.kind == "line"
    if chart.kind == "line":
        numbers.major_gridlines.format.line.color.rgb = RGBColor(0xE3, 0xE3, 0xE3)
        numbers.format.line.fill.background()
        numbers.minimum_scale, numbers.maximum_scale = _round_ends(chart)
    numbers.visible = chart.kind == "line" or not chart.label_points
    numbers.tick_labels.number_format, numbers.tick_labels.number_format_is_linked = pattern, False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.reverse_order = not upright


def _round_ends(chart: Chart) -> tuple[float, float]:
    """Round numbers a little beyond the data: from nought, the lines of an index would all look flat."""
    values = [value for series in chart.series for value in series.values if value is not None] or [0.0]
    low, high = min(values), max(values)
    step = 10 ** math.floor(math.log10(high - low or abs(high) or 1)) / 2
    room = 0.15 * (high - low)  # for the labels above and below
    return math.floor((low - room) / step) * step, math.ceil((high + room) / step) * step


def _colour(target, chart: Chart, index: int) -> None:
    accent = _ACCENTS[index % len(_ACCENTS)]
    if chart.kind == "bar":
        target.format.fill.solid()
        target.format.fill.fore_color.theme_color = accent
        target.invert_if_negative = False
        return
    target.smooth = False
    target.format.line.width = Pt(2.5)
    target.format.line.color.theme_color = accent
    target.marker.format.fill.solid()
    target.marker.format.fill.fore_color.theme_color = accent
    target.marker.format.line.color.theme_color = accent


def _label(target, chart: Chart, series: Series) -> None:
    """Each label is the printed text itself: a number format would follow the viewer's locale."""
    for index, point in enumerate(series.points):
        if point is None or not is_labelled(chart, index):
            continue
        label = target.points[index].data_label
        label.position = _label_place(chart, series, index)
        run = label.text_frame.paragraphs[0].add_run()
        run.text, run.font.size = point.text, Pt(14)


def _label_place(chart: Chart, series: Series, index: int) -> XL_LABEL_POSITION:
    """Beyond a bar; above a line, but below the lowest of several."""
    if chart.kind == "bar":
        return XL_LABEL_POSITION.OUTSIDE_END
    here = [other.values[index] for other in chart.series if other.values[index] is not None]
    lowest = len(here) > 1 and series.values[index] == min(here)
    return XL_LABEL_POSITION.BELOW if lowest else XL_LABEL_POSITION.ABOVE


def _describe(frame, name: str, title: str, description: str) -> None:
    properties = frame._element.find(f"{qn('p:nvGraphicFramePr')}/{qn('p:cNvPr')}")
    for attribute, value in (("name", name), ("title", title), ("descr", description)):
        properties.set(attribute, value)
