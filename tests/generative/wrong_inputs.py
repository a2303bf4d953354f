"""Arguments for any function of the methods, made from its own type hints out of numbers that are wrong.

Numbers are missing, not a number, infinite, zero, negative, tiny or huge as often as they are right, and
sequences may be empty. Only the shape is kept right, so that what fails fails on a number.
"""

from __future__ import annotations

import dataclasses
import enum
import typing
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from random import Random
from types import NoneType, UnionType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tests.generative.whole_objects import WHOLE

WRONG_DECIMALS = [Decimal(text) for text in ("0", "-1", "NaN", "Infinity", "1E+30", "1E-30")]
RIGHT_DECIMALS = [Decimal(text) for text in ("1", "2.5", "100", "7")]
WRONG_FLOATS = [0.0, -1.0, float("nan"), float("inf"), float("-inf"), 1e50, 1e-50]
RIGHT_FLOATS = [1.0, 2.5, 100.0, 7.0]
INTEGERS = [0, 1, 2, -1, 3]
WORDS = ["a", "b", "c"]
LEAVES, NODES, MONTHS = 3, 6, 4

# Arrays have the shape their function asks for: by its name and parameter, or by the parameter alone.
SHAPES: dict[str, tuple[int, ...]] = {
    "aggregate.values": (NODES, MONTHS),
    "aggregate.weights": (NODES,),
    "fill_from_parents.values": (NODES, MONTHS),
    "coverage.weights": (NODES,),
    "present_shares.known": (NODES,),
    "present_shares.weights": (NODES,),
    "carry_down.own": (NODES,),
    "fill_gaps.values": (LEAVES, MONTHS),
    "fill_gaps.due": (LEAVES, MONTHS),
    "shadow_values.values": (LEAVES, MONTHS),
    "from_relatives.now": (LEAVES, 2, MONTHS),
    "from_relatives.weights": (LEAVES, 2),
    "links.weights": (LEAVES, 2),
    "latest_updated.weights": (LEAVES, 3),
    "monthly_chain.relatives": (LEAVES, MONTHS),
    "pair_relatives.before": (LEAVES,),
    "pair_relatives.now": (LEAVES,),
    "bridged.weights": (2,),
    "bridged_product.old": (MONTHS,),
    "bridged_product.new": (MONTHS,),
    "production_index.quantities": (MONTHS,),
    "model_paths.history": (40,),
    "stl_parts.series": (36,),
    "class_weight": (2,),
    "levels": (2, MONTHS),
    "base": (2,),
    "leaf_values": (LEAVES, MONTHS),
    "amounts_by_unit": (LEAVES, MONTHS),
    "volumes": (LEAVES, 2, MONTHS),
    "yearly_volumes": (LEAVES, 3),
    "chain.relatives": (2, MONTHS),
    "splice.old": (2, MONTHS),
    "splice.new": (2, MONTHS),
}
PLACES = {"cell_of", "class_of", "parent_of"}
# Parameters that choose and do not measure.
CHOSEN: dict[str, Any] = {
    "lag": 1, "overlap": [1], "periods": [0, 1], "entrant": 2, "closed": 1, "siblings": [0],
    "of": 0, "seed": 1, "year": 2020, "month": 1, "months": 2, "first_year": 2020,
    "first_month": 1, "decimals": 2, "least_years": 2, "least": 2, "most": 3, "lags": 0, "ahead": 2,
    "zone": 7, "other": 8, "first_day": -3, "last_day": -1, "moon": 10, "day": 2451550.0,
    "least_trials": 2, "opened": 1, "keep_filled": True,
}  # fmt: skip
CHOSEN_FOR = {
    "cell_relatives.cells": 2, "pair_relatives.cells": 2, "simulate_year.paths": 20, "by_model.paths": 20,
    "model_paths.paths": 20, "zones.groups": {}, "bridged_product.overlap": 1,
    "contributions.now": [(1, 0)], "contributions.before": [(0, 0)],
    "year_on_year.year": 1, "year_on_year.month": 0, "month_on_month.year": 1, "month_on_month.month": 1,
    "year_to_date.year": 1, "year_to_date.months": 2, "tet_dates.first": 2020, "tet_dates.last": 2021,
    "tet_apart.first": 2020, "tet_apart.last": 2021, "year_view.trials": 4,
    "back_test.years": [2018, 2019],
}  # fmt: skip


class Maker:
    """Makes the arguments of one function from a seed; every sequence of one call has the same length.

    With `missing`, every number there is no need for is left out.
    """

    def __init__(self, seed: int, function: Callable[..., Any], *, missing: bool = False) -> None:
        self.random, self.function, self.missing = Random(seed), function, missing
        self.size, self.wrong = self.random.randint(0, 3), self.pick([0.05, 0.15, 0.4])

    def pick(self, options: Sequence[Any]) -> Any:
        return self.random.choice(options)

    def arguments(self) -> dict[str, Any]:
        hints = typing.get_type_hints(self.function)
        hints.pop("return", None)
        return {name: self.argument(name, hint) for name, hint in hints.items()}

    def argument(self, name: str, hint: Any) -> Any:
        full = f"{self.function.__name__}.{name}"
        for place in (full, name):
            if CHOSEN_FOR.get(place, CHOSEN.get(place)) is not None:
                return CHOSEN_FOR.get(place, CHOSEN.get(place))
        if full in ("monthly_chain.weights", "yearly_weights.by_year"):
            return {0 if full[0] == "m" else 2020: self.array((LEAVES,))}
        if name in PLACES:
            return np.array([0, 1, 0])
        if str(self.function.__annotations__[name]).startswith("Marks"):
            return np.array([self.pick([True, False]) for _ in range(NODES)])
        if _is_array(self.function, name, hint):
            return self.array(SHAPES.get(full, SHAPES.get(name, (LEAVES,))))
        return self.value(hint, full)

    def number(self, right: list[Any], wrong: list[Any], missing: Any) -> Any:
        if self.missing:
            return missing
        return self.pick(wrong if self.random.random() < self.wrong else right)

    def array(self, shape: tuple[int, ...]) -> NDArray[np.float64]:
        count = int(np.prod(shape))
        return np.array(
            [self.number(RIGHT_FLOATS, WRONG_FLOATS, float("nan")) for _ in range(count)], dtype=float
        ).reshape(shape)

    def value(self, hint: Any, full: str = "") -> Any:
        if hint in WHOLE:
            return WHOLE[hint](self)
        if typing.get_origin(hint) is np.ndarray:
            return self.array(SHAPES.get(full, (LEAVES,)))
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Union, UnionType):
            return self._union(inner, full)
        if origin is typing.Literal:
            return self.pick(inner)
        if origin is not None:
            return self._container(origin, inner, full)
        return self._single(hint, full)

    def _union(self, inner: tuple[Any, ...], full: str) -> Any:
        if NoneType in inner and (self.missing or self.random.random() < 0.25):
            return None
        return self.value(self.pick([one for one in inner if one is not NoneType]), full)

    def _container(self, origin: Any, inner: tuple[Any, ...], full: str) -> Any:
        if origin is tuple and inner[-1:] != (Ellipsis,):
            return tuple(self.value(one, full) for one in inner)
        if issubclass(origin, Mapping):
            keys = [self._key(inner[0], place) for place in range(self.size)]
            return {one: self.value(inner[1], full) for one in keys}
        if issubclass(origin, tuple | list | set | frozenset | Sequence | Collection | Iterable):
            members = [self.value(inner[0], full) for _ in range(self.size)]
            return (
                tuple(members) if origin is tuple else frozenset(members) if origin is frozenset else members
            )
        raise NotImplementedError(f"{full}: {origin}")

    def _key(self, hint: Any, place: int) -> Any:
        whole = self.value(hint)
        return {str: "abc"[place], int: 24240 + place}.get(hint, whole) if hint in (str, int) else whole

    def _single(self, hint: Any, full: str) -> Any:
        if hint is Decimal:
            return self.number(RIGHT_DECIMALS, WRONG_DECIMALS, Decimal(1))
        if hint is float:
            return self.number(RIGHT_FLOATS, WRONG_FLOATS, float("nan"))
        if hint is bool:
            return self.pick([True, False])
        if hint is int:
            return self.pick(INTEGERS)
        if hint is Fraction:
            return Fraction(self.pick([0, 1, 2]), 2)
        if hint in (str, Hashable):
            return self.pick(WORDS)
        if hint in (date, datetime):
            return hint(2020, self.random.randint(1, 12), 1)
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return self.pick(list(hint))
        if dataclasses.is_dataclass(hint):
            hints = typing.get_type_hints(hint)
            fields = [one for one in dataclasses.fields(hint) if one.init]
            return hint(**{one.name: self.value(hints[one.name], full) for one in fields})
        raise NotImplementedError(f"{full}: no wrong input for {hint!r}")


def _is_array(function: Callable[..., Any], name: str, hint: Any) -> bool:
    """Whether a parameter asks for an array, as its annotation is written."""
    written = str(function.__annotations__[name])
    return (
        written.startswith(("ArrayLike", "Array", "Marks", "Places")) or typing.get_origin(hint) is np.ndarray
    )
