"""Whether a number as printed tells a figure: rounded as printed, hedged as said, in its unit and scale."""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.prose.proofing.reference import Reference
from tongket.figures.prose.reading import Mention
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.rounding import round_half_away

_HALF = Decimal("0.5")


def places(mention: Mention) -> int:
    """The decimal places the number is printed with, as its value kept them."""
    value = mention.value[0] if isinstance(mention.value, tuple) else mention.value
    exponent = value.as_tuple().exponent if value is not None else 0
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def tells(mention: Mention, figure: Figure, reference: Reference) -> bool:
    """Whether the printed number is that figure."""
    printed = as_printed(mention, figure, reference)
    if printed is None or mention.value is None:
        return False
    if isinstance(mention.value, tuple):
        low, high = sorted(mention.value)
        return low <= round_half_away(printed, places(mention)) <= high
    return says(mention.value, mention.bound, places(mention), printed, reference.hedged)


def as_printed(mention: Mention, figure: Figure, reference: Reference) -> Decimal | None:
    """The figure in the scale and unit of the mention; None where they measure different things."""
    found = reference.in_base(figure)
    if found is None:
        return None
    dimension, amount = found
    if not mention.unit and mention.scale == 1:
        return figure.value
    measure = reference.measures.get(mention.unit)
    if measure is not None and measure[0] != dimension:
        return None
    return amount / (mention.scale * (measure[1] if measure else Decimal(1)))


def says(value: Decimal, bound: str, decimals: int, exact: Decimal, hedged: Decimal) -> bool:
    """Whether a printed value with its hedge tells an exact one of the same unit and scale."""
    if round_half_away(exact, decimals) == value:
        return True
    reach = max(Decimal(1).scaleb(-decimals), min(_roundness(value, decimals), hedged * abs(value)))
    match bound:
        case "more_than":
            return value < exact <= value + reach if value >= 0 else value - reach <= exact < value
        case "nearly" | "up_to":
            return value - reach <= exact < value if value >= 0 else value < exact <= value + reach
        case "about":
            return abs(exact - value) <= reach
    return False


def interval(mention: Mention) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the printed number can stand for, in its own dimension."""
    if mention.value is None:
        return None
    low, high = sorted(mention.value) if isinstance(mention.value, tuple) else (mention.value,) * 2
    half = _HALF.scaleb(-places(mention))
    return (low - half) * mention.scale, (high + half) * mention.scale


def _roundness(value: Decimal, decimals: int) -> Decimal:
    """The place of the last digit that is not zero: 20,000 is round to ten thousands."""
    if decimals:
        return Decimal(1).scaleb(-decimals)
    digits = str(abs(value).to_integral_value())
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
