"""Means and mean squares of answers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def total(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def mean(values: Sequence[Decimal]) -> Decimal:
    """Domain: at least one value."""
    return total(values) / len(values)


def mean_square(residuals: Sequence[Decimal]) -> Decimal:
    """SUM e^2 / (n - 1), for residuals that already have the mean 0. Domain: n >= 2."""
    return total([one * one for one in residuals]) / (len(residuals) - 1)


def sample_variance(values: Sequence[Decimal]) -> Decimal:
    """s^2 = SUM (y - mean)^2 / (n - 1). Domain: n >= 2."""
    centre = mean(values)
    return mean_square([one - centre for one in values])
