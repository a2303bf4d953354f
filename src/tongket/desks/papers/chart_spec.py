"""The Vega-Lite specification of a chart: bars or lines, labelled directly, legible in grey.

Vega-Lite is only asked to draw. What collides is settled beforehand, from the measured width of the
letters: bars lie down when upright ones have no room for their labels, and labels of lines are pushed apart.
"""

from __future__ import annotations

from tongket.desks.papers import words
from tongket.desks.papers.chart_bars import bars
from tongket.desks.papers.chart_lines import lines
from tongket.desks.papers.chart_parts import INK, LETTERS, Spec
from tongket.figures.review.content import Chart
from tongket.figures.terms.words import Lang


def specification(chart: Chart, lang: Lang) -> Spec:
    """The whole specification, data included."""
    body = bars(chart) if chart.kind == "bar" else lines(chart)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": f"{words.UNIT[lang]}: {chart.unit}", "anchor": "start", "offset": 10},
        "padding": 4,
        "config": _config(),
        **body,
    }


def _config() -> Spec:
    letters = {"labelFontSize": LETTERS, "labelColor": INK}
    return {
        "font": "Tinos, 'Times New Roman', 'Liberation Serif', serif",
        "background": "white",
        "view": {"stroke": None},
        "title": {"fontSize": LETTERS, "fontWeight": "normal", "fontStyle": "italic", "color": INK},
        "axis": {
            **letters,
            "domainColor": "#555",
            "tickColor": "#999",
            "gridColor": "#e3e3e3",
            "title": None,
        },
        "legend": {**letters, "title": None, "orient": "top", "symbolType": "square"},
        "text": {"fontSize": LETTERS, "color": INK},
    }
