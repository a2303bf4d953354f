"""Vietnamese and English number forms, written and read.

Vietnamese prints `1.234.567,89`, English `1,234,567.89`. Reading is strict: a token that both
languages could mean differently, or that mixes marks, is refused, because a wrong guess is a
thousandfold error.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tongket.figures.terms.rounding import round_half_away
from tongket.figures.terms.words import Lang, Refusal, Text

_MARKS: dict[Lang, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}
_MINUS = "\N{MINUS SIGN}"


class NotANumber(Refusal):
    """The token is no well-formed number of the language."""


def write_number(value: Decimal, decimals: int, lang: Lang) -> str:
    """Print with exactly `decimals` places and grouped thousands; a negative takes a true minus sign."""
    thousands, point = _MARKS[lang]
    rounded = round_half_away(value, decimals)
    whole, _, fraction = f"{abs(rounded):,.{max(decimals, 0)}f}".partition(".")
    text = whole.replace(",", thousands) + (point + fraction if fraction else "")
    return _MINUS + text if rounded < 0 else text


def read_number(token: str, lang: Lang) -> Decimal:
    """Read one number as the language writes it; raises `NotANumber` and never guesses.

    >>> read_number("1.234,5", "vi")
    Decimal('1234.5')
    """
    thousands, point = _MARKS[lang]
    bare = token.strip().replace(_MINUS, "-").replace("\N{NO-BREAK SPACE}", "")
    grouped = rf"[-+]?\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(point)}\d+)?"
    simple = rf"[-+]?\d+(?:{re.escape(point)}\d+)?"
    if not re.fullmatch(f"{grouped}|{simple}", bare, flags=re.ASCII):
        raise NotANumber(_refusal(token, thousands, point))
    return Decimal(bare.replace(thousands, "").replace(point, "."))


def _refusal(token: str, thousands: str, point: str) -> Text:
    return Text(
        "“{token}” không phải là một số viết đúng. Hãy viết dấu “{point}” trước phần thập phân và dấu "
        "“{thousands}” giữa từng nhóm ba chữ số, ví dụ 1{thousands}234{point}5.",
        "“{token}” is not a well-formed number. Write “{point}” before the decimals and “{thousands}” "
        "between groups of three digits, for example 1{thousands}234{point}5.",
    ).format(token=token, thousands=thousands, point=point)
