"""How far a figure from a sample may be off, in words."""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.terms.figure import Figure
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import LANGS, Text

PLACES = 1  # of a coefficient of variation in percent


def margin_told(figure: Figure, decimals: int, unit: Unit) -> Text | None:
    """Coefficient of variation and interval; None for a figure that is from no sample, or has no variance."""
    margin, variation = figure.margin, figure.variation
    if margin is None:
        return None

    def number(value: Decimal, places: int) -> Text:
        return Text(*(write_number(value, places, lang) for lang in LANGS))

    told = _INTERVAL.format(
        low=number(margin.low, decimals),
        high=number(margin.high, decimals),
        unit=unit.symbol,
        confidence=number(100 * margin.confidence, 0),
    )
    if variation is None:
        return told
    return _BOTH.format(variation=number(variation, PLACES), told=told)


_INTERVAL = Text(
    "khoảng tin cậy {confidence} %: {low} đến {high} {unit}",
    "{confidence} % interval: {low} to {high} {unit}",
)
_BOTH = Text("CV {variation} %; {told}", "CV {variation} %; {told}")
