"""A chart as a picture: its data become a Vega-Lite specification, and that becomes SVG or PNG.

Every number at a mark is the text of its `Quote`; only the axis is numbered by the chart itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import vl_convert

from tongket.desks.papers.chart_spec import specification
from tongket.desks.papers.layout import FONTS
from tongket.figures.review.content import Chart
from tongket.figures.terms.words import Lang

_LOCALES: dict[Lang, dict[str, Any]] = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " ₫"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["VND ", ""]},
}
PNG_SCALE = 3


# The same chart stands in several formats of one paper, so the last pictures are kept.
@lru_cache(maxsize=64)
def svg(chart: Chart, lang: Lang) -> str:
    """The chart as SVG whose text stays text."""
    _register_fonts()
    return vl_convert.vegalite_to_svg(
        specification(chart, lang), allowed_base_urls=[], format_locale=_LOCALES[lang]
    )


@lru_cache(maxsize=64)
def png(chart: Chart, lang: Lang) -> bytes:
    """The chart as PNG, three pixels to the point, for formats that cannot carry SVG."""
    _register_fonts()
    return vl_convert.vegalite_to_png(
        specification(chart, lang), scale=PNG_SCALE, allowed_base_urls=[], format_locale=_LOCALES[lang]
    )


def describe(chart: Chart) -> str:
    """The sentence of the chart and all its numbers, for those who cannot see it."""
    lines = [chart.alt]
    for series in chart.series:
        pairs = zip(chart.categories, series.points, strict=True)
        listed = "; ".join(f"{category}: {point.text}" for category, point in pairs if point is not None)
        lines.append(f"{series.name} ({chart.unit}): {listed}.")
    return " ".join(lines)


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))
