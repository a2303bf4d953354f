"""The one guard at the door of exact methods: what is no number is refused before it can become an answer."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

from tongket.figures.terms.words import Refusal, Text

P = ParamSpec("P")
R = TypeVar("R")


class NotFinite(Refusal):
    """A value handed in is infinite or "not a number"; a missing value is None."""


def finite(method: Callable[P, R]) -> Callable[P, R]:
    """Refuse infinite and not-a-number values anywhere in the arguments of a method: `NotFinite`."""

    @wraps(method)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        require_finite(args)
        require_finite(kwargs)
        return method(*args, **kwargs)

    return checked


def require_finite(value: object) -> None:
    """Look through decimals, floats, and the tables, sequences and records they stand in."""
    _each((value,))


@cache
def _look_of(kind: Any) -> Callable[[Any], None] | None:
    """How a value of that type is looked through; None where no number stands in it.

    Remembered by type: tables of many cells pass this door more than once.
    """
    if issubclass(kind, Decimal | float):
        return _number
    if issubclass(kind, Mapping):
        return lambda value: _each(value.values())
    if issubclass(kind, list | tuple):
        return _each
    if dataclasses.is_dataclass(kind):
        names = tuple(field.name for field in dataclasses.fields(kind))
        return lambda value: _each(getattr(value, name) for name in names)
    return None


def _each(values: Iterable[object]) -> None:
    for value in values:
        kind: Any = type(value)
        if (look := _look_of(kind)) is not None:
            look(value)


def _number(value: Decimal | float) -> None:
    if not math.isfinite(value):
        raise NotFinite(_NOT_FINITE.format(value=value))


_NOT_FINITE = Text(
    "Gặp giá trị {value}, không phải là một số. Hãy sửa số liệu, hoặc để trống nếu không có.",
    "Found the value {value}, which is no number. Correct it, or leave it empty where there is none.",
)
