"""The one rounding rule: half away from zero, once, at the edge."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def round_half_away(value: Decimal, decimals: int) -> Decimal:
    """Round to `decimals` places, halves away from zero, as Vietnamese offices print.

    `decimals` may be negative (-3 rounds to thousands). Never gives a negative zero: -0.04 at one
    place is 0.0.
    """
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def exact(number: int | float | Decimal) -> Decimal:
    """A decimal equal to what the number prints as; a float keeps its shortest form, not its binary tail."""
    return number if isinstance(number, Decimal) else Decimal(str(number))


def canonical(value: Decimal) -> str:
    """The one way an exact value is written for a store or a program: no exponent, no trailing zeros."""
    if not value.is_finite():
        raise ValueError(f"Only finite numbers are stored; found {value}.")
    if value == 0:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
