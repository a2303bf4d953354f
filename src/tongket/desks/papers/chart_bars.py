"""Bars: upright when every label has room, lying down otherwise."""

from __future__ import annotations

import textwrap

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
from tongket.figures.review.content import Chart

_WRAP = 30


def bars(chart: Chart) -> Spec:
    upright = fits_upright(chart)
    rows = [
        {**row, "category": row["category"] if upright else _wrapped(row["category"])}
        for row in rows_of(chart)
        if row["value"] is not None
    ]
    for row in rows:
        row["shown"] = is_labelled(chart, _position(chart, row, upright))
    long_way, short_way = ("y", "x") if upright else ("x", "y")
    several = len(chart.series) > 1
    encoding: Spec = {
        short_way: _category_axis(chart, upright),
        long_way: {
            "field": "value",
            "type": "quantitative",
            "axis": None if chart.label_points else number_axis(chart),
            "scale": {"domain": _bar_domain(chart, upright), "nice": False},
        },
        "color": colour(chart, legend=several),
    }
    if several:
        names = [series.name for series in chart.series]
        encoding[f"{short_way}Offset"] = {"field": "series", "sort": names}
    layers = [{"mark": {"type": "bar"}}, *_bar_labels(upright)]
    zero = {
        "mark": {"type": "rule", "color": "#555"},
        "data": {"values": [{}]},
        "encoding": {long_way: {"datum": 0}},
    }
    return {
        "data": {"values": rows},
        "layer": [{"layer": layers, "encoding": encoding}, zero],
        **_bar_size(chart, upright),
    }


def _position(chart: Chart, row: Spec, upright: bool) -> int:
    names = chart.categories if upright else tuple(_wrapped(name) for name in chart.categories)
    return names.index(row["category"])


def _wrapped(name: str) -> str:
    return "\n".join(textwrap.wrap(name, _WRAP))


def fits_upright(chart: Chart) -> bool:
    """Whether each label is narrower than its bar's place, and each name than its group's."""
    place = WIDTH / max(len(chart.categories), 1)
    labels = [point.text for series in chart.series for point in series.points if point is not None]
    widest_label = max((measure(label, LETTERS) for label in labels), default=0)
    widest_name = max((measure(name, LETTERS) for name in chart.categories), default=0)
    return widest_label < 0.85 * place / len(chart.series) and widest_name < 0.95 * place


def _category_axis(chart: Chart, upright: bool) -> Spec:
    names = list(chart.categories) if upright else [_wrapped(name) for name in chart.categories]
    axis = {"labelExpr": "split(datum.value, '\\n')", "labelAngle": 0, "labelLimit": 400, "ticks": False}
    return {
        "field": "category",
        "type": "nominal",
        "scale": {"domain": names, "paddingInner": 0.35, "paddingOuter": 0.2},
        "axis": {**axis, "domain": False, "labelPadding": 8},
    }


def _bar_domain(chart: Chart, upright: bool) -> list[float]:
    """From nought to the ends, with room for the labels beyond them."""
    values = [value for series in chart.series for value in series.values if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    room = (high - low or 1.0) * (0.1 if upright else 0.14)
    return [low - room if low < 0 else 0.0, high + room if high > 0 else 0.0] if values else [0.0, 1.0]


def _bar_labels(upright: bool) -> list[Spec]:
    beyond = (
        {"baseline": "bottom", "dy": -4} if upright else {"align": "left", "dx": 5},
        {"baseline": "top", "dy": 4} if upright else {"align": "right", "dx": -5},
    )
    sides = zip(beyond, ("datum.value >= 0", "datum.value < 0"), strict=True)
    return [
        {
            "transform": [{"filter": f"datum.shown && {test}"}],
            "mark": {"type": "text", **place},
            "encoding": {"text": {"field": "label"}, "color": {"value": INK}},
        }
        for place, test in sides
    ]


def _bar_size(chart: Chart, upright: bool) -> Spec:
    if upright:
        return {"width": WIDTH - 20, "height": HEIGHT}
    lines = max(name.count("\n") + 1 for name in map(_wrapped, chart.categories))
    names = max(measure(line, LETTERS) for name in chart.categories for line in _wrapped(name).split("\n"))
    group = max(18 * len(chart.series), 16 * lines) + 8
    return {"width": round(WIDTH - names - 20), "height": group * len(chart.categories)}
