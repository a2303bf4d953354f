"""Lines: each labelled at its points and named at its end, with the labels pushed apart."""

from __future__ import annotations

from tongket.desks.papers.chart_parts import (
    HEIGHT,
    INK,
    LETTERS,
    WIDTH,
    Spec,
    colour,
    is_labelled,
    number_axis,
    rows_of,
)
from tongket.desks.papers.layout import measure
from tongket.figures.review.content import Chart, Series

_DASHES = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3], [4, 4], [1, 2])
_AWAY = 14  # pixels from a point to the middle of its label
_STEP = 15  # pixels between the middles of two labels
_ASIDE = 16  # pixels a label moves to let a steep line pass


def lines(chart: Chart) -> Spec:
    """Lines over an ordered category, such as years or months."""
    low, high = _domain(chart)
    several = len(chart.series) > 1
    names = [_end_names(chart, low, high)] if several else []
    room = max((measure(series.name, LETTERS, bold=True) for series in chart.series), default=0)
    point = {"type": "point", "filled": True, "size": 45, "opacity": 1}
    return {
        "data": {"values": rows_of(chart)},
        "layer": [_stroke(chart), {"mark": point}, _labels(chart, low, high), *names],
        "encoding": {
            "x": _category_axis(chart),
            "y": {
                "field": "value",
                "type": "quantitative",
                "scale": {"domain": [low, high], "nice": False, "zero": False},
                "axis": number_axis(chart),
            },
            "color": colour(chart, legend=False),
        },
        "width": round(WIDTH - 65 - (room if several else 0)),
        "height": _height(chart),
    }


def _height(chart: Chart) -> int:
    """Lines whose points are all labelled need room between them."""
    return round(HEIGHT * 1.35) if chart.label_points and len(chart.series) > 1 else HEIGHT


def _category_axis(chart: Chart) -> Spec:
    return {
        "field": "category",
        "type": "nominal",
        "scale": {"type": "point", "domain": list(chart.categories), "padding": 0.4},
        "axis": {"labelAngle": 0, "labelOverlap": True, "grid": False, "labelPadding": 6},
    }


def _domain(chart: Chart) -> tuple[float, float]:
    """The range of the data with room above and below for the labels, which may stack."""
    values = [value for series in chart.series for value in series.values if value is not None] or [0.0, 1.0]
    span = max(values) - min(values) or abs(values[0]) or 1.0
    return min(values) - 0.16 * span, max(values) + 0.16 * span * max(1, len(chart.series) - 1)


def _stroke(chart: Chart) -> Spec:
    """The lines: a hole in the data is a hole in the line, and each line has its own dashes."""
    names = [series.name for series in chart.series]
    scale = {"domain": names, "range": [_DASHES[i % len(_DASHES)] for i in range(len(names))]}
    dashes = {"field": "series", "type": "nominal", "scale": scale, "legend": None}
    mark = {"type": "line", "strokeWidth": 2.2, "invalid": "break-paths-filter-domains"}
    return {"mark": mark, "encoding": {"strokeDash": dashes}}


def _labels(chart: Chart, low: float, high: float) -> Spec:
    pixel = (high - low) / _height(chart)
    placed = [
        label
        for position in range(len(chart.categories))
        if is_labelled(chart, position)
        for label in _stack(chart, position, pixel)
    ]
    return {
        "data": {"values": placed},
        "mark": {"type": "text", "dx": {"expr": "datum.aside"}},
        "encoding": {"text": {"field": "label"}, "color": {"value": INK}},
    }


def _stack(chart: Chart, position: int, pixel: float) -> list[Spec]:
    """The labels of one category: the lowest of several below its point, the others above, none touching."""
    here = sorted(
        (value, index)
        for index, value in enumerate(series.values[position] for series in chart.series)
        if value is not None
    )
    placed, floor = [], float("-inf")
    for order, (value, index) in enumerate(here):
        series, below = chart.series[index], order == 0 and len(here) > 1
        at = value - _AWAY * pixel if below else max(value + _AWAY * pixel, floor)
        floor = at + _STEP * pixel
        point = series.points[position]
        label = {"category": chart.categories[position], "value": at, "label": point.text if point else ""}
        placed.append({**label, "aside": _aside(series, position, below, pixel)})
    return placed


def _aside(series: Series, position: int, below: bool, pixel: float) -> int:
    """How far a label moves sideways when the line passes steeply on one side of its point."""
    sign = -1 if below else 1
    here = series.values[position] or 0.0

    def climbs(neighbour: int) -> bool:
        value = series.values[neighbour] if 0 <= neighbour < len(series.values) else None
        return value is not None and sign * (value - here) > 1.5 * _AWAY * pixel

    before, after = climbs(position - 1), climbs(position + 1)
    if before == after:
        return 0
    return _ASIDE if before else -_ASIDE


def _end_names(chart: Chart, low: float, high: float) -> Spec:
    """The name of each line beside its last point, pushed apart where two would touch."""
    ends = sorted((_last_value(series, low), series.name) for series in chart.series)
    step = (high - low) * (LETTERS + 3) / _height(chart)
    floor, placed = low, []
    for value, name in ends:
        floor = max(value, floor)
        placed.append({"series": name, "value": floor, "category": chart.categories[-1]})
        floor += step
    mark = {"type": "text", "align": "left", "dx": 30, "fontWeight": "bold"}
    return {"data": {"values": placed}, "mark": mark, "encoding": {"text": {"field": "series"}}}


def _last_value(series: Series, otherwise: float) -> float:
    return next((value for value in reversed(series.values) if value is not None), otherwise)
