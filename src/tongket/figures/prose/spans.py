"""Spans: running text in which every printed number keeps its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A printed number: its text as rounded for print, and the address of its passport.

    `address` is what `tongket explain` takes, for example `IIP:all@14/2020,compare=same_period_last_year`.
    """

    text: str
    address: str


Span = str | Quote
Spans = tuple[Span, ...]

_SLOT = re.compile(r"\{(\w+)\}")


def plain(spans: Spans) -> str:
    """The spans as they read, without their addresses."""
    return "".join(span if isinstance(span, str) else span.text for span in spans)


def fill(pattern: str, **slots: Spans | str) -> Spans:
    """The pattern with its slots filled; a slot may hold numbers, which a string could not."""
    pieces: list[Span] = []
    for place, piece in enumerate(_SLOT.split(pattern)):
        if place % 2 == 0:
            pieces.append(piece)
        elif piece not in slots:
            raise KeyError(f"The pattern {pattern!r} asks for {piece!r}; given: {', '.join(slots)}.")
        else:
            value = slots[piece]
            pieces.extend((value,) if isinstance(value, str) else value)
    return tidy(pieces)


def joined(parts: Iterable[Spans], between: str) -> Spans:
    """The parts one after another with words between them."""
    spans: list[Span] = []
    for part in parts:
        spans.extend((between, *part) if spans else part)
    return tidy(spans)


def tidy(spans: Iterable[Span]) -> Spans:
    """Neighbouring words in one piece, no double space, none at either end or before `, . ; : )`.

    A slot left empty therefore leaves no trace, and patterns need no second form without it.
    """
    merged: list[Span] = []
    for span in spans:
        if isinstance(span, str) and merged and isinstance(merged[-1], str):
            merged[-1] += span
        else:
            merged.append(span)
    cleaned = [
        re.sub(r" +(?=[,.;:)])", "", re.sub(r" {2,}", " ", s)) if isinstance(s, str) else s for s in merged
    ]
    if cleaned and isinstance(cleaned[0], str):
        cleaned[0] = cleaned[0].lstrip(" ,;")
    if cleaned and isinstance(cleaned[-1], str):
        cleaned[-1] = cleaned[-1].rstrip(" ,;")
    return tuple(span for span in cleaned if span != "")


def begun(spans: Spans) -> Spans:
    """The spans with a capital first letter."""
    if not spans or not isinstance(spans[0], str):
        return spans
    return (spans[0][:1].upper() + spans[0][1:], *spans[1:])


def sentence(spans: Spans) -> Spans:
    """The spans with a capital first letter and a full stop."""
    return begun(spans) if not spans or plain(spans).endswith((".", "…")) else tidy((*begun(spans), "."))
