"""The one guard at the door of exact methods: what is no number is refused before it can become an answer."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import wraps
from typing import ParamSpec, TypeVar

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
    if isinstance(value, Decimal | float):
        if not math.isfinite(value):
            raise NotFinite(_NOT_FINITE.format(value=value))
        return
    for one in _members(value):
        require_finite(one)


def _members(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    if isinstance(value, list | tuple):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return (getattr(value, field.name) for field in dataclasses.fields(value))
    return ()


_NOT_FINITE = Text(
    "Gặp giá trị {value}, không phải là một số. Hãy sửa số liệu, hoặc để trống nếu không có.",
    "Found the value {value}, which is no number. Correct it, or leave it empty where there is none.",
)
