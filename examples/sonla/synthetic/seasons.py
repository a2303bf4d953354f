"""Months of a year as numbers: seasonal shapes with a seeded random part.

Floats are added by `fsum`: the plain sum differs between versions of Python, and so would the files.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from math import fsum

Months = list[float]
Series = dict[int, Months]  # by year


def generator(seed: int, topic: str) -> random.Random:
    """A source of chance of its own for every topic, so that one more topic leaves the others as they are."""
    return random.Random(f"{seed}/{topic}")


def jitter(rng: random.Random, spread: float) -> float:
    """A factor around one. Plain arithmetic only, so that every machine draws the same."""
    return 1 + spread * rng.uniform(-1, 1)


def shaped(
    season: Sequence[float],
    rng: random.Random,
    spread: float,
    moved: Mapping[int, float] | None = None,
) -> Months:
    """The seasonal shape with chance, its months (1 to 12) of `moved` multiplied, made to sum to one."""
    moved = moved or {}
    months = [value * jitter(rng, spread) * moved.get(month, 1) for month, value in enumerate(season, 1)]
    whole = fsum(months)
    return [value / whole for value in months]


def scaled(months: Sequence[float], factor: float) -> Months:
    return [value * factor for value in months]


def added(*series: Sequence[float]) -> Months:
    return [fsum(values) for values in zip(*series, strict=True)]
