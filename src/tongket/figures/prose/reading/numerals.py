"""Numbers in digits and in words, Vietnamese and English, mixed as people mix them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tongket.figures.terms.words import Lang

_VI = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_EN = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_LONGEST = 30  # digits and marks; nothing that is counted takes more
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)

ONE, TEN, HUNDRED = Decimal(1), Decimal(10), Decimal(100)
MAGNITUDES = {
    "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9, "thousand": 3, "million": 6,
    "billion": 9, "trillion": 12, "mln": 6, "mn": 6, "bn": 9, "bln": 9, "trn": 12,
}  # fmt: skip
DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
OPENERS = (set(DIGITS) - {"tư", "mốt", "lăm", "nhăm"}) | {"mười", "nửa"} | set(ENGLISH) | {"half"}
_NOT_A_BILLION = frozenset({"lệ", "trọng", "giá", "suất", "số", "phú"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read: `value` times `scale`, up to which token, in digits or words, and its doubt."""

    value: Decimal | None
    scale: Decimal
    until: int
    digits: bool
    doubt: str = ""


@lru_cache(maxsize=65_536)
def read_digits(token: str, lang: Lang) -> tuple[Decimal | None, str]:
    """One token of digits as the language writes it, and what is doubtful about it.

    `mark`: the mark may separate thousands or decimals; `foreign_mark`: only the other language's rule
    fits; `malformed`: neither does, and there is no value.
    """
    if len(token) > _LONGEST:
        return None, "malformed"
    own, other = (_VI, _EN) if lang == "vi" else (_EN, _VI)
    comma = "," if lang == "vi" else "."
    if own.fullmatch(token):
        doubtful = _EITHER.fullmatch(token) and comma in token
        return _decimal(token, lang), "mark" if doubtful else ""
    if other.fullmatch(token):
        return _decimal(token, "en" if lang == "vi" else "vi"), "foreign_mark"
    return None, "malformed"


def _decimal(token: str, lang: Lang) -> Decimal:
    if lang == "vi":
        return Decimal(token.replace(".", "").replace(",", "."))
    return Decimal(token.replace(",", ""))


class NumeralReader:
    """Reads the numeral that begins at a token; `words` are the text's tokens in lower case."""

    __slots__ = ("lang", "words")

    def __init__(self, words: Sequence[str], lang: Lang) -> None:
        self.words = words
        self.lang = lang

    def at(self, place: int) -> Numeral | None:
        """The numeral at the token, or None where there is none."""
        words = self.words
        if words[place][0].isdigit():
            value, doubt = read_digits(words[place], self.lang)
            if value is None:
                return Numeral(None, ONE, place + 1, True, doubt)
            scale, until = self.magnitude(place + 1)
            if until == place + 1 or value != value.to_integral_value():
                value, until = self._and_a_half(value, until, scale)
                return Numeral(value, scale, until, True, doubt)
            return self._further(value, scale, until, doubt, digits=True)
        spelled = self._spelled(place)
        if spelled is None:
            return None
        value, until = spelled
        scale, after = self.magnitude(until)
        if after == until:
            return Numeral(value, ONE, until, False)
        return self._further(value, scale, after, "", digits=False)

    def magnitude(self, place: int) -> tuple[Decimal, int]:
        """The multipliers that begin at the token: `nghìn tỷ` is 10 to the 12th."""
        power, words, most = 0, self.words, min(place + 3, len(self.words))
        while place < most and (step := MAGNITUDES.get(words[place])) and not self._no_multiplier(place):
            if step == 6 and words[place] == "tr" and words[place + 1 : place + 2] == ["."]:
                place += 1
            power += step
            place += 1
        return ONE.scaleb(power) if power else ONE, place

    def _no_multiplier(self, place: int) -> bool:
        return (
            self.words[place] in ("tỷ", "tỉ")
            and self.words[place + 1 : place + 2] != []
            and (self.words[place + 1] in _NOT_A_BILLION)
        )

    def _and_a_half(self, value: Decimal, until: int, scale: Decimal) -> tuple[Decimal, int]:
        if scale > 1 and self.words[until : until + 1] == ["rưỡi"]:
            return value + Decimal("0.5"), until + 1
        return value, until

    def _further(self, value: Decimal, scale: Decimal, until: int, doubt: str, *, digits: bool) -> Numeral:
        """What follows a multiplier: `rưỡi`, a smaller term (`300 nghìn`), or a digit (`một tỷ hai`)."""
        total, smallest = value * scale, scale
        halved, after = self._and_a_half(value, until, scale)
        if after > until:
            return Numeral(halved, scale, after, digits, doubt)
        while term := self._term(until, smallest, digits):
            amount, smallest, until = term
            total += amount
        if above := self._above(until, scale):
            amount, scale, until = above
            return Numeral(total + amount, scale, until, digits, doubt)
        return Numeral(total / scale, scale, until, digits, doubt)

    def _above(self, place: int, scale: Decimal) -> tuple[Decimal, Decimal, int] | None:
        """`một nghìn hai trăm tỷ`: what follows ends in a larger multiplier, which holds for all of it."""
        if place >= len(self.words) or scale != 1000:
            return None
        if self.words[place].isdigit():
            value, until = Decimal(self.words[place]), place + 1
        else:
            spelled = self._spelled(place, within=True) if self.words[place] in OPENERS else None
            if spelled is None:
                return None
            value, until = spelled
        larger, after = self.magnitude(until)
        return (value, larger, after) if larger > scale and value < 1000 else None

    def _term(self, place: int, below: Decimal, digits: bool) -> tuple[Decimal, Decimal, int] | None:
        words = self.words
        if place >= len(words) or below <= ONE:
            return None
        if words[place][0].isdigit():
            value, _ = read_digits(words[place], self.lang)
            scale, until = self.magnitude(place + 1)
            fits = value is not None and until > place + 1 and scale < below and value * scale < below
            return (value * scale, scale, until) if fits and value is not None else None
        if words[place] not in OPENERS and words[place] not in ("linh", "lẻ", "không", "and"):
            return None
        start = place + 1 if words[place] in ("linh", "lẻ", "and") else place
        spelled = self._spelled(start, within=True) if start < len(words) else None
        if spelled is None:
            return None
        value, until = spelled
        scale, after = self.magnitude(until)
        if after > until:
            return (value * scale, scale, after) if scale < below and value * scale < below else None
        if digits and start == place:
            return None
        if until == start + 1 and start == place and value < TEN and self.lang == "vi":
            return value * below / TEN, ONE, until
        return (value, ONE, until) if value < below else None

    def _spelled(self, place: int, within: bool = False) -> tuple[Decimal, int] | None:
        """A number in words below a thousand, with its decimals, at the token."""
        word = self.words[place]
        if word in ENGLISH or (word == "half" and self.lang == "en"):
            return self._english(place)
        if word == "nửa":
            after = self.words[place + 1 : place + 2]
            return (Decimal("0.5"), place + 1) if after and after[0] in MAGNITUDES else None
        group = self._hundreds(place, within)
        if group is None:
            return None
        value, until = group
        if self.words[until : until + 1] in (["phẩy"], ["phảy"]):
            return self._decimals(value, until)
        return Decimal(value), until

    def _hundreds(self, place: int, within: bool) -> tuple[int, int] | None:
        words, count = self.words, len(self.words)
        tens = self._tens(place, within)
        if tens is None:
            return None
        value, until = tens
        if value < 10 and until < count and words[until] == "trăm":
            value, until = value * 100, until + 1
            if until < count and words[until] == "rưỡi":
                return value + 50, until + 1
            linking = until < count and words[until] in ("linh", "lẻ")
            rest = self._tens(until + linking, True) if until + linking < count else None
            if rest is None or words[rest[1] : rest[1] + 1] in (["tháng"], ["trăm"]):
                return value, until
            tail = rest[0]
            short = not linking and rest[1] == until + 1 and tail < 10
            return value + (tail * 10 if short else tail), rest[1]
        return value, until

    def _tens(self, place: int, within: bool) -> tuple[int, int] | None:
        words, count = self.words, len(self.words)
        if place >= count:
            return None
        if words[place] == "mười":
            following = words[place + 1] if place + 1 < count else ""
            if (following in DIGITS and following not in ("năm", "không", "tư")) or self._five(place + 1):
                return 10 + DIGITS[following], place + 2
            return 10, place + 1
        digit = DIGITS.get(words[place])
        if digit is None or (words[place] == "năm" and not within and not self._five(place)):
            return None
        if place + 1 < count and words[place + 1] == "mươi":
            following = words[place + 2] if place + 2 < count else ""
            if following in DIGITS and following != "không" and (following != "năm" or self._five(place + 2)):
                return digit * 10 + DIGITS[following], place + 3
            return digit * 10, place + 2
        if place + 1 < count and words[place + 1] == "chục":
            return digit * 10, place + 2
        if digit and place + 1 < count and words[place + 1] in ("mốt", "lăm", "tư", "rưỡi"):
            return None
        return digit, place + 1

    def _five(self, place: int) -> bool:
        """Whether `năm` is the number and not the year: a multiplier, `mươi` or decimals follow."""
        if place >= len(self.words) or self.words[place] != "năm":
            return False
        following = self.words[place + 1 : place + 2]
        return (
            bool(following)
            and (following[0] in ("mươi", "trăm", "chục", "phẩy", "phảy") or following[0] in MAGNITUDES)
            and not self._no_multiplier(place + 1)
        )

    def _decimals(self, value: int, comma: int) -> tuple[Decimal, int]:
        digits, place = "", comma + 1
        while place < len(self.words) and self.words[place] in DIGITS and len(digits) < 12:
            if (
                place > comma + 1
                and self.words[place] == "năm"
                and self.words[place + 1 : place + 2] == ["nay"]
            ):
                break
            tens = self._tens(place, True)
            digits += str(tens[0]) if tens else str(DIGITS[self.words[place]])
            place = tens[1] if tens else place + 1
        return Decimal(f"{value}.{digits or '0'}"), place if digits else comma

    def _english(self, place: int) -> tuple[Decimal, int] | None:
        words, count = self.words, len(self.words)
        if words[place] == "half":
            skip = place + 1 + (words[place + 1 : place + 2] == ["a"])
            return (Decimal("0.5"), skip) if skip < count and words[skip] in MAGNITUDES else None
        total, until = 0, place
        while until < count and (number := ENGLISH.get(words[until])) is not None:
            if total % 10 and total % 100:
                break
            total, until = total + number, until + 1
            if until + 1 < count and words[until] == "-" and words[until + 1] in ENGLISH and number >= 20:
                until += 1
            if until < count and words[until] == "hundred":
                total, until = total * 100, until + 1
                until += words[until : until + 1] == ["and"]
        return Decimal(total), until
