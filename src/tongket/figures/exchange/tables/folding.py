"""Words compared as people read them: without case, accents, spacing and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SHOWN = 60
_REMEMBERED = 120


def fold(text: str) -> str:
    """A header as it is compared. NFD leaves đ as it is, so it is folded by hand.

    >>> fold("  ĐƠN VỊ\N{NO-BREAK SPACE}tính: ")
    'don vi tinh'
    """
    return _remembered_fold(text) if len(text) <= _REMEMBERED else _fold(text)


def clean(text: str) -> str:
    """A code or number as typed, without what nobody sees: odd spaces, invisible marks, NFD."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


def _fold(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text.casefold()).replace("đ", "d")
    letters = (" " if not ch.isalnum() else ch for ch in flat if not unicodedata.combining(ch))
    return " ".join("".join(letters).split())


# The same few headers come with every sheet. Long texts are not kept: they come from no form.
_remembered_fold = lru_cache(maxsize=16_384)(_fold)


def has_control(text: str) -> bool:
    """Whether there are control characters in it, other than line ends and tabs."""
    return _CONTROL.search(text) is not None


def shown(cell: object) -> str:
    """A cell's content inside a sentence: short, on one line, with nothing invisible left unseen."""
    whole = isinstance(cell, float) and cell.is_integer()
    text = clean(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", f"{cell:.0f}" if whole else str(cell)))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
