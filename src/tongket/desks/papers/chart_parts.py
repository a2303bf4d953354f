"""What bars and lines have in common: the data, the colours, the sizes."""

from __future__ import annotations

from typing import Any

from tongket.figures.review.content import Chart

Spec = dict[str, Any]

# Dark, middle, light, middle: neighbours differ in lightness, so they stay apart on a grey printer.
PALETTE = ("#12395b", "#cf8a2c", "#7399bc", "#6d2f4f", "#5d7f5a", "#b9b9b9")
INK = "#1a1a1a"
WIDTH = 620  # pixels, names and labels included
HEIGHT = 200
LETTERS = 13


def rows_of(chart: Chart) -> list[Spec]:
    return [
        {"category": category, "series": series.name, "value": value, "label": point.text if point else ""}
        for series in chart.series
        for category, point, value in zip(chart.categories, series.points, series.values, strict=True)
    ]


def is_labelled(chart: Chart, index: int) -> bool:
    return chart.label_points or index in (0, len(chart.categories) - 1)


def colour(chart: Chart, legend: bool) -> Spec:
    names = [series.name for series in chart.series]
    scale = {"domain": names, "range": [PALETTE[i % len(PALETTE)] for i in range(len(names))]}
    return {"field": "series", "type": "nominal", "scale": scale, **({} if legend else {"legend": None})}


def number_axis(chart: Chart) -> Spec:
    return {"format": f",.{chart.decimals}f", "tickCount": 5, "domain": False, "ticks": False}
