"""Set one figure against another: difference and growth where both are measured alike, else why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.comparisons import change, percent_change
from tongket.figures.observations.book import PERCENT, POINT, Book
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.targets.against import underivable, unlike_series
from tongket.figures.targets.quoted import TARGET, figure_at
from tongket.figures.targets.target import Target
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Against:
    """Two like figures, the later less the earlier as given, and the growth between levels."""

    before: Figure
    after: Figure
    difference: Figure
    growth: Figure


def set_against(
    before: Address, after: Address, book: Book, targets: Sequence[Target]
) -> Against | NotComparable:
    """Compare two addressed figures; the traps of unlike definitions end here, with their sentence.

    A rate may not be explained by anything but its own numerator and denominator; a level may not be
    set against a growth. A plan counts as what it plans.
    """
    left, right = _series(before, book), _series(after, book)
    if refusal := _refusal(left, right, before, after, book):
        return refusal
    one, other = figure_at(before, book, targets), figure_at(after, book, targets)
    if one.unit != other.unit:
        reason = UNLIKE_KINDS.format(name=book.indicators.name(left.definition))
        return NotComparable(left.definition, right.definition, ("unit",), reason)
    unit = POINT if one.unit == PERCENT else one.unit
    moved = _figure(change(other.value, one.value), unit, one, other)
    growth = Figure.absent(PERCENT, Cause.UNDEFINED)
    if one.unit != PERCENT:
        growth = _figure(percent_change(other.value, one.value), PERCENT, one, other)
    return Against(one, other, moved, growth)


def _series(address: Address, book: Book) -> SeriesKey:
    breakdown = tuple(pair for pair in address.breakdown if pair[0] != TARGET)
    definition = book.indicators[address.indicator].definition(address.coverage)
    return SeriesKey(definition, address.area, breakdown)


def _refusal(
    left: SeriesKey, right: SeriesKey, before: Address, after: Address, book: Book
) -> NotComparable | None:
    rates = [one for one in (left, right) if book.indicators.of(one.definition).shape is Shape.RATIO]
    if left.definition.indicator != right.definition.indicator and len(rates) == 1:
        part = right if rates[0] is left else left
        if refusal := underivable(rates[0].definition, part.definition, book.indicators):
            return refusal
    if refusal := unlike_series(left, right, book.indicators):
        return refusal
    levels = {Comparison.LEVEL, Comparison.PLAN}
    if before.comparison == after.comparison or {before.comparison, after.comparison} <= levels:
        return None
    reason = UNLIKE_KINDS.format(name=book.indicators.name(left.definition))
    return NotComparable(left.definition, right.definition, ("comparison",), reason)


def _figure(value: Decimal | Cause, unit: str, one: Figure, other: Figure) -> Figure:
    if isinstance(value, Cause):
        empty = other if other.value is None else one
        return Figure.absent(unit, empty.cause or value, empty.because)
    return other.with_value(value, unit)


UNLIKE_KINDS = Text(
    "Không so sánh được hai số liệu “{name}”: một số là mức, số kia là tốc độ tăng hoặc tỷ lệ.",
    "Two figures of “{name}” cannot be compared: one is a level, the other a growth or a rate.",
)
