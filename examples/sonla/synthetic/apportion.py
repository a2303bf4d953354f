"""Splitting a total into parts that sum to it exactly, and bending a profile to a total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import fsum


def rounded(value: float, places: int) -> Decimal:
    """The value with that many places, halves away from zero."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def apportion(total: Decimal, weights: Sequence[float], places: int) -> list[Decimal]:
    """Split `total` in proportion to `weights`, each part with `places` places; the parts sum to it.

    Largest remainder: every part is its exact share cut off, and the units left over go to the largest
    cut-off fractions, earlier parts first. A part of weight zero is zero.
    """
    units = int(total.scaleb(places))
    whole = fsum(weights)
    if units == 0:
        return [Decimal(0).scaleb(-places)] * len(weights)
    if whole <= 0:
        raise ValueError(f"There is nothing to carry a total of {total}: all weights are zero.")
    shares = [units * weight / whole for weight in weights]
    parts = [int(share) for share in shares]
    left = units - sum(parts)
    by_fraction = sorted(range(len(parts)), key=lambda i: (parts[i] - shares[i], i))
    for i in by_fraction[:left]:
        parts[i] += 1
    return [Decimal(part).scaleb(-places) for part in parts]


def meet(profile: Sequence[float], total: float, held: Mapping[int, float] | None = None) -> list[float]:
    """The profile with the values of `held` in place and all others scaled alike to sum to `total`."""
    held = held or {}
    free = fsum(value for i, value in enumerate(profile) if i not in held)
    scale = (total - fsum(held.values())) / free
    if scale <= 0:
        raise ValueError(f"A total of {total} leaves nothing for the months that are not held.")
    return [held.get(i, value * scale) for i, value in enumerate(profile)]
