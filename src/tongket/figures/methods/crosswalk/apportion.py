"""A value divided into parts that add to it exactly."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor

from tongket.figures.methods.finite import finite


@finite
def apportion(value: Decimal, shares: Mapping[str, Fraction], decimals: int = 0) -> dict[str, Decimal]:
    """Largest remainder (Hamilton): each part its share rounded down to a unit of the last place, what is
    left over going a unit each to the largest remainders; equal remainders in the order of the codes.

    The parts sum to the value to the last unit. `decimals` is 0 for counts; a value with more decimals
    than that is divided at its own. Domain: shares >= 0 with a sum above 0, of which each counts as a
    part. Negative: the size is divided and the sign kept. Zero: all parts 0. Source: METHODS §2.2
    (TV-11), §6, §9.2; Balinski and Young, Fair Representation (1982), p. 17.
    """
    whole = sum(shares.values(), Fraction(0))
    if whole <= 0 or min(shares.values()) < 0:
        raise ValueError(f"Shares are not negative and sum above 0; found {dict(shares)}.")
    exponent = value.as_tuple().exponent
    places = max(decimals, -exponent if isinstance(exponent, int) else 0)
    units = int(Fraction(abs(value)) * 10**places)
    ideal = {code: units * share / whole for code, share in shares.items()}
    parts = {code: floor(part) for code, part in ideal.items()}
    order = sorted(ideal, key=lambda code: (parts[code] - ideal[code], code))
    for code in order[: units - sum(parts.values())]:
        parts[code] += 1
    sign = -1 if value < 0 else 1
    return {code: Decimal(sign * part).scaleb(-places) for code, part in parts.items()}
