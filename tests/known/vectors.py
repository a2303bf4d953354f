"""Numbers somebody published or worked out by hand, each compared with ours, and the digits that agree.

`vectors.json` holds the vectors TV-nn with their sources, as facts; the vectors P-nn are further published or
hand-derived numbers that stand in the tests of this folder. A comparison yields pairs of found and published
values; it has to agree to all decimals published, unless it says within what and why.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from tongket.figures.terms.words import Text

FILE = Path(__file__).with_name("vectors.json")
MODULES = ("compared_indices", "compared_estimates", "compared_series", "compared_further")
MOST = 12  # decimals compared; beyond them stands the arithmetic of the machine
NOT_DATA = {"src", "tol", "elementary"}  # words about a vector, and not numbers of it

Pairs = Iterable[tuple[Any, Any]]


class Vector(Mapping[str, Any]):
    """A vector that remembers which of its entries were read."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.entries = entries
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return self.entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def unread(self) -> set[str]:
        return self.entries.keys() - self.read - NOT_DATA


@cache
def vectors() -> dict[str, Vector]:
    return {name: Vector(entries) for name, entries in json.loads(FILE.read_text(encoding="utf-8")).items()}


@dataclass(frozen=True)
class Within:
    """A published value that rounding of its own inputs keeps from its last digit."""

    tolerance: float
    because: Text


@dataclass(frozen=True)
class Comparison:
    vector: str
    source: str
    what: Text
    decimals: int | None
    pairs: Callable[[], Pairs]
    within: Within | None


COMPARISONS: list[Comparison] = []


def compared(
    vector: str, vi: str, en: str, decimals: int | None, within: Within | None = None, source: str = ""
) -> Callable[[Callable[..., Pairs]], Callable[..., Pairs]]:
    """Register a comparison: the function takes the vector, or nothing when the vector is no TV-nn.

    `decimals` is how many were published; None: the values are words, truths or whole things, and equal.
    """

    def add(function: Callable[..., Pairs]) -> Callable[..., Pairs]:
        known = vectors().get(vector)
        pairs = function if known is None else lambda: function(known)
        told = source if known is None else known["src"]
        COMPARISONS.append(Comparison(vector, told, Text(vi, en), decimals, pairs, within))
        return function

    return add


def comparisons() -> list[Comparison]:
    """Every registered comparison, in the order of the vectors."""
    for name in MODULES:
        import_module(f"tests.known.{name}")
    return sorted(COMPARISONS, key=lambda one: (one.vector.split("-")[0] == "P", one.vector))


@dataclass(frozen=True)
class Agreement:
    """How many values were compared and the decimals, up to those published, to which all of them agree."""

    values: int
    decimals: int | None
    farthest: float


def agreement(one: Comparison) -> Agreement:
    pairs = list(one.pairs())
    assert pairs, f"{one.vector} compares nothing."
    if one.decimals is None:
        wrong = [(found, published) for found, published in pairs if found != published]
        assert not wrong, wrong
        return Agreement(len(pairs), None, 0.0)
    off = [abs(float(found) - float(published)) for found, published in pairs]
    assert not np.isnan(off).any(), pairs
    farthest = max(off)
    # A hair of room for a difference that is half a unit of the last place exactly.
    wanted = range(min(one.decimals, MOST) + 1)
    fits = [d for d in wanted if farthest <= 0.5 * 10.0**-d * (1 + 1e-6)]
    return Agreement(len(pairs), max(fits, default=-1), farthest)
