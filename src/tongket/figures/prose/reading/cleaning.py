"""A text as it can be read: composed letters, nothing invisible, and the way back to what was handed in."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence

_MARKS = "\u0300-\u036f"
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# A letter takes eight marks at most: longer runs are no writing, and sorting them would cost their square.
_CHANGED = re.compile(f"[^{_MARKS}][{_MARKS}]{{1,8}}|[{_MARKS}]+|[{_UNSEEN}]+|[{_CONTROL}]|\r\n?")
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТУХІ０１２３４５６７８９％．，",
    "aeopcyxijsdhlABEZHIKMNOPTYXoABEKMHOPCTYXI0123456789%.,",
)
_ANY_LOOKALIKE = re.compile("[Α-ԯ０-９％．，]")


def cleaned(text: str) -> tuple[str, Sequence[int]]:
    """The text in NFC without invisible and control characters, and where each of its characters stood.

    The places are empty when nothing was changed.
    """
    pieces: list[str] = []
    origins = array("Q")
    done = 0
    for found in _CHANGED.finditer(text):
        begin, end = found.span()
        pieces.append(text[done:begin])
        origins.extend(range(done, begin))
        written = _rewritten(found.group())
        pieces.append(written)
        origins.extend([begin] * len(written))
        done = end
    if not pieces:
        return text, ()
    pieces.append(text[done:])
    origins.extend(range(done, len(text) + 1))
    return "".join(pieces), origins


def _rewritten(piece: str) -> str:
    if piece[0] == "\r":
        return "\n"
    if len(piece) > 1 and unicodedata.combining(piece[1]):
        return unicodedata.normalize("NFC", piece)
    return " " if unicodedata.category(piece[0]) == "Cc" else ""


def lookup(text: str) -> str:
    """The text as words are looked up, character for character: lower case, look-alike letters replaced."""
    latin = text.translate(_LOOKALIKES) if _ANY_LOOKALIKE.search(text) else text
    lowered = latin.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in latin)
