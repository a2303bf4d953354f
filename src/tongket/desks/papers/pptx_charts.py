"""The chart on a slide: native, so that whoever speaks can still edit it."""

from __future__ import annotations

import math

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as NativeSlide
from pptx.util import Emu, Pt

from tongket.desks.papers import charts
from tongket.desks.papers.chart_bars import fits_upright
from tongket.desks.papers.chart_parts import is_labelled
from tongket.desks.papers.pptx_master import LEAST_POINTS, Box, describe, text_height
from tongket.desks.papers.pptx_tables import add_notes, note_lines
from tongket.figures.review.content import Chart, Series
from tongket.figures.terms.words import Lang

_ACCENTS = [getattr(MSO_THEME_COLOR, f"ACCENT_{number}") for number in range(1, 7)]
_ROOM = 12  # points a slide can label
_WHITE = "<a:solidFill><a:schemeClr val='bg1'/></a:solidFill>"
# Dots between thousands whatever machine shows the slide: a plain format would follow its locale.
_VIETNAMESE_AXIS = '[>=1000000]#"."000"."000;[>=1000]#"."000;0'


def add_chart(slide: NativeSlide, chart: Chart, box: Box, lang: Lang) -> None:
    """Put the chart with its notes and source into the box (left, top, width, height)."""
    left, top, width, height = box
    under = sum(
        text_height(line, LEAST_POINTS, width) for line in note_lines(chart.notes, chart.source, lang)
    )
    _add_picture(slide, chart, (left, top, width, int(height - under)), lang)
    foot = (left, int(top + height - under), width, int(under))
    add_notes(slide, chart.notes, chart.source, foot, lang)


def _add_picture(slide: NativeSlide, chart: Chart, box: Box, lang: Lang) -> None:
    pattern = "#,##0" + ("." + "0" * chart.decimals if chart.decimals else "")
    data = CategoryChartData(number_format=pattern)
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    upright = chart.kind == "line" or fits_upright(chart)
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if upright else XL_CHART_TYPE.BAR_CLUSTERED
    kind = XL_CHART_TYPE.LINE_MARKERS if chart.kind == "line" else kind
    frame = slide.shapes.add_chart(kind, *map(Emu, box), data)
    describe(frame, chart.name, chart.caption, charts.describe(chart))
    native = frame.chart
    _head(native, chart)
    _axes(native, chart, upright, lang)
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


def _axes(native: NativeChart, chart: Chart, upright: bool, lang: Lang) -> None:
    """Bars whose values are printed need no axis of numbers; lines keep a light one."""
    numbers, names = native.value_axis, native.category_axis
    numbers.has_major_gridlines = chart.kind == "line"
    if chart.kind == "line":
        numbers.major_gridlines.format.line.color.rgb = RGBColor(0xE3, 0xE3, 0xE3)
        numbers.format.line.fill.background()
        numbers.minimum_scale, numbers.maximum_scale, numbers.major_unit = _round_ends(chart)
    numbers.visible = chart.kind == "line" or not chart.label_points
    whole = "#,##0" if lang == "en" else _VIETNAMESE_AXIS
    fine = chart.kind == "line" and numbers.major_unit < 1
    numbers.tick_labels.number_format = "0.0" if fine else whole
    numbers.tick_labels.number_format_is_linked = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.reverse_order = not upright


def _round_ends(chart: Chart) -> tuple[float, float, float]:
    """Round numbers a little beyond the data, and the step between them: 1, 2 or 5 and noughts."""
    values = [value for series in chart.series for value in series.values if value is not None] or [0.0]
    low, high = min(values), max(values)
    rough = (high - low or abs(high) or 1.0) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * leap for leap in (1, 2, 5, 10) if power * leap >= rough)
    room = 0.15 * (high - low)  # for the labels above and below
    return math.floor((low - room) / step) * step, math.ceil((high + room) / step) * step, step


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
        if point is None or not _is_labelled(chart, index):
            continue
        label = target.points[index].data_label
        label.position = _label_place(chart, series, index)
        run = label.text_frame.paragraphs[0].add_run()
        run.text, run.font.size = point.text, Pt(14)
        if chart.kind == "line":  # a steep line passes behind the label, not through it
            text = label._dLbl.find(qn("c:tx"))
            text.addnext(parse_xml(f"<c:spPr {nsdecls('c', 'a')}>{_WHITE}</c:spPr>"))


def _is_labelled(chart: Chart, index: int) -> bool:
    """On a slide the letters are large: of many points only the ends are labelled."""
    crowded = sum(len(series.points) for series in chart.series) > _ROOM
    return is_labelled(chart, index) and (not crowded or index in (0, len(chart.categories) - 1))


def _label_place(chart: Chart, series: Series, index: int) -> XL_LABEL_POSITION:
    """Beyond a bar or the end of a long line; above a line, but below the lowest of several."""
    if chart.kind == "bar":
        return XL_LABEL_POSITION.OUTSIDE_END
    if not _is_labelled(chart, 1) and index == len(chart.categories) - 1:
        return XL_LABEL_POSITION.RIGHT
    here = [other.values[index] for other in chart.series if other.values[index] is not None]
    lowest = len(here) > 1 and series.values[index] == min(here)
    return XL_LABEL_POSITION.BELOW if lowest else XL_LABEL_POSITION.ABOVE
