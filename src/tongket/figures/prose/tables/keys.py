"""Heads and names as they are compared: without capitals, punctuation and marks of notes."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾*]+")
_ODD = re.compile(r"[^\w%/]+")


def key(text: str) -> str:
    """`Tăng, giảm so với 2019 (%)` is `tăng giảm so với 2019 %`."""
    composed = unicodedata.normalize("NFC", _MARKS.sub("", text)).casefold()
    return " ".join(_ODD.sub(" ", composed).split())


def marks(text: str) -> tuple[str, ...]:
    """The marks of notes a cell bears: `⁽²⁾⁽³⁾` are `⁽²⁾` and `⁽³⁾`."""
    return tuple(re.findall("⁽[^⁾]{1,3}⁾", text))


def holds(text: str, words: str) -> bool:
    """Whether the words stand in a key, whole."""
    return f" {words} " in f" {text} "
