"""From figure to print: here and nowhere else a number is rounded."""

from __future__ import annotations

from collections.abc import Mapping

from tongket.figures.observations.book import POINT, Book
from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.prose.spans import Quote
from tongket.figures.targets.quoted import TARGET
from tongket.figures.targets.target import resolved_places
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import Lang

_AS_LEVEL = frozenset({Comparison.LEVEL, Comparison.CHANGE, Comparison.ABOVE_PLAN})


def quote(address: Address, figure: Figure, decimals: int, lang: Lang, unsigned: bool = False) -> Quote:
    """The printed number with its address; `unsigned` where the words beside it say which way it went."""
    if figure.value is None:
        raise ValueError(f"An absent figure has nothing to print; its words do: {address}.")
    return Quote(write_number(abs(figure.value) if unsigned else figure.value, decimals, lang), str(address))


def places(address: Address, figure: Figure, book: Book, growth_places: Mapping[str, int]) -> int:
    """The places a figure is printed with, by its indicator; a plan is printed as it was resolved.

    `growth_places` are the office's own for the growth of a whole series, by its definition.
    """
    indicator = book.indicators[address.indicator]
    if address.comparison is Comparison.PLAN and figure.value is not None:
        return resolved_places(figure.value)
    of_rate = indicator.shape is Shape.RATIO and address.comparison is not Comparison.PERCENT_OF_PLAN
    of_level = address.comparison in _AS_LEVEL and figure.unit != POINT
    if of_rate or of_level:
        return indicator.decimals
    if any(dimension != TARGET for dimension, _ in address.breakdown):
        return indicator.growth_decimals
    return growth_places.get(f"{address.indicator}:{address.coverage}", indicator.growth_decimals)
