"""From where something is done: the network address of a request, or the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

COMMAND_LINE = "command line"

_ORIGIN: ContextVar[str] = ContextVar("origin", default=COMMAND_LINE)


def origin() -> str:
    return _ORIGIN.get()


@contextmanager
def recorded_from(place: str) -> Iterator[None]:
    """What is recorded inside names this place."""
    token = _ORIGIN.set(place)
    try:
        yield
    finally:
        _ORIGIN.reset(token)
