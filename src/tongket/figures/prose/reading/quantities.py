"""A quantity: a numeral with its unit and scale, or a range of two; what is no figure is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.figures.prose.reading.numerals import Numeral, NumeralReader
from tongket.figures.prose.reading.vocabulary import END, Node, Vocabulary
from tongket.figures.terms.rounding import round_half_away
from tongket.figures.terms.words import Lang

RANGE_WORDS = {
    "vi": frozenset({"-", "–", "—", "đến", "tới", "~"}),
    "en": frozenset({"-", "–", "—", "to", "~"}),
}
DASHES = frozenset({"-", "–", "—", "~"})
PREFIXES = {"$": "USD", "us$": "USD", "usd": "USD", "vnd": "VND", "€": "EUR", "vnđ": "VND"}
AGES_AND_SPANS = frozenset(
    {"năm", "tháng", "tuần", "tuổi", "years", "months", "weeks", "year", "month", "thập", "đời"}
)
# Dates, clock times, numbers of documents: digits that count nothing.
_SHAPES = re.compile(
    r"\d{1,2}([/.\-])\d{1,2}\1(?:\d{4}|\d{2})(?![\w%])"
    r"|\d{1,2}(?:[hg]\d{0,2}(?!\w)|:\d{2}(?!\d))"
    r"|\d+(?:/\d{4})?[/\-][A-ZĐ][A-ZĐƯa-zđ\-/0-9&.]*"
    r"|\+?84[ .]?\d{2,3}[ .]?\d{3}[ .]?\d{3,4}"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: tokens `begin`..`until`, `pair` where it is a range, `of` in `5/10 xã`."""

    begin: int
    until: int
    value: Decimal | None
    scale: Decimal
    unit: str
    pair: Decimal | None = None
    of: Decimal | None = None
    signed: bool = False
    bare: bool = False
    doubts: tuple[str, ...] = ()
    words: bool = False


class QuantityReader:
    """Reads quantities of one stretch of tokens in one language."""

    __slots__ = ("compact", "ends", "lang", "numerals", "per", "starts", "stops", "text", "units", "words")

    def __init__(
        self, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int],
        lang: Lang, vocabulary: Vocabulary,
    ) -> None:  # fmt: skip
        self.text, self.words, self.starts, self.ends = text, words, starts, ends
        self.lang: Lang = lang
        self.numerals = NumeralReader(words, lang)
        self.units: Node = vocabulary.units[lang]
        self.compact = vocabulary.compact[lang]
        self.per = vocabulary.per[lang]
        self.stops = vocabulary.stops[lang]

    def no_figure(self, place: int) -> int:
        """The token after a date, clock time, document or telephone number at `place`; `place` if none."""
        token, start = self.words[place], self.starts[place]
        if token[0] == "0" and token[1:2].isdigit() and (len(token) > 2 or self._telephone(place)):
            return self._digits_after(place)
        before = self.text[start - 1 : start]
        if before in ("-", "/") and self.text[start - 2 : start - 1].isalpha():
            return place + 1
        found = _SHAPES.match(self.text, start)
        if found is None or (found.end() == self.ends[place] and len(found.group()) < 9):
            return place
        return self._after(place, found.end())

    def _telephone(self, place: int) -> bool:
        """`02 123 456`: a group of three or four digits follows."""
        following = self.words[place + 1 : place + 3]
        return any(len(word) >= 3 and word.replace(".", "").isdigit() for word in following[:1]) or (
            len(following) == 2 and following[0] in "-." and len(following[1]) >= 3 and following[1].isdigit()
        )

    def _after(self, place: int, end: int) -> int:
        while place < len(self.words) and self.starts[place] < end:
            place += 1
        return place

    def _digits_after(self, place: int) -> int:
        """Past a telephone number: groups of digits with blanks, dots or strokes between."""
        place += 1
        while self._digit(place) or (self._one_of(place, "-./") and self._digit(place + 1)):
            place += 1
        return place

    def _digit(self, place: int) -> bool:
        return place < len(self.words) and self.words[place][0].isdigit()

    def _one_of(self, place: int, marks: str) -> bool:
        return place < len(self.words) and self.words[place] in marks

    def at(self, place: int) -> Quantity | None:
        """The quantity whose numeral begins at the token."""
        numeral = self._grouped_by_blanks(place) or self.numerals.at(place)
        if numeral is None:
            return None
        if second := self._second(numeral):
            return self._range(place, numeral, second)
        over = self._out_of(numeral)
        quantity = self._with_unit(place, numeral if over is None else over[0])
        if over is not None:
            quantity = _out_of(quantity, numeral, over[0])
        return self._range_after_unit(quantity)

    def _grouped_by_blanks(self, place: int) -> Numeral | None:
        """`21 606 tỷ đồng`: groups of three after a blank, where a unit follows the last."""
        words, until = self.words, place + 1
        if not (words[place].isdigit() and len(words[place]) <= 3):
            return None
        while until < min(len(words), place + 6) and self._group(until) and "," not in words[until - 1]:
            until += 1
        scale, after = self.numerals.magnitude(until)
        if until == place + 1 or not (after > until or self._unit(until)):
            return None
        whole = "".join(words[place:until]).replace(",", ".")
        return Numeral(Decimal(whole), scale, after, True)

    def _group(self, place: int) -> bool:
        word = self.words[place]
        if len(word.split(",")[0]) != 3 or not word.replace(",", "").isdigit():
            return False
        gap = self.text[self.ends[place - 1] : self.starts[place]]
        return gap in (" ", "\u00a0", "\u202f", "\u2009")

    def _second(self, first: Numeral) -> Numeral | None:
        """The other end of a range that shares its unit with the first: `10-12%`, `từ 10 đến 12%`."""
        place, words = first.until, self.words
        if place + 1 >= len(words) or words[place] not in RANGE_WORDS[self.lang] or first.value is None:
            return None
        if not words[place + 1][0].isdigit() and words[place] in DASHES:
            return None
        second = self.numerals.at(place + 1)
        if second is None or second.value is None:
            return None
        rises = first.value * first.scale < second.value * second.scale
        return second if rises or (first.scale == 1 and first.value < second.value) else None

    def _range(self, place: int, first: Numeral, second: Numeral) -> Quantity:
        assert first.value is not None
        quantity = self._with_unit(place, second)
        low = first.value if first.scale == 1 else first.value * first.scale / second.scale
        return replace(quantity, begin=place, value=low, pair=second.value)

    def _out_of(self, first: Numeral) -> tuple[Numeral] | None:
        """`5/10 xã`: the number it is out of."""
        place, words = first.until, self.words
        if words[place : place + 1] == ["/"] and place + 1 < len(words) and words[place + 1][0].isdigit():
            second = self.numerals.at(place + 1)
            return (second,) if second and second.value else None
        return None

    def _range_after_unit(self, first: Quantity) -> Quantity:
        """`10% - 12%`: both ends with their unit."""
        place, words = first.until, self.words
        if first.pair or first.bare or words[place : place + 1] == [] or words[place] not in DASHES:
            return first
        if place + 1 >= len(words) or not words[place + 1][0].isdigit():
            return first
        numeral = self.numerals.at(place + 1)
        if numeral is None or numeral.value is None or first.value is None:
            return first
        second = self._with_unit(place + 1, numeral)
        if second.unit != first.unit or first.value * first.scale >= numeral.value * numeral.scale:
            return first
        low = first.value * first.scale / numeral.scale
        return replace(first, until=second.until, value=low, pair=numeral.value, scale=numeral.scale)

    def _with_unit(self, place: int, numeral: Numeral) -> Quantity:
        doubts = (numeral.doubt,) if numeral.doubt else ()
        until, scale = numeral.until, numeral.scale
        found = self._unit(until)
        if found is None and until < len(self.words) and (known := self.compact.get(self.words[until])):
            unit, power = known
            return Quantity(place, until + 1, numeral.value, scale.scaleb(power), unit, doubts=doubts)
        if found is None:
            return self._without_unit(place, numeral, doubts)
        unit, until = found
        if unit == "percent" and doubts == ("mark",):
            doubts = ()
        unit, until = self._per_what(unit, until)
        begin = (
            place - 1
            if place and self.words[place - 1] in PREFIXES and unit == PREFIXES[self.words[place - 1]]
            else place
        )
        return Quantity(begin, until, numeral.value, scale, unit, doubts=doubts, words=not numeral.digits)

    def _without_unit(self, place: int, numeral: Numeral, doubts: tuple[str, ...]) -> Quantity:
        until, scale = numeral.until, numeral.scale
        before = PREFIXES.get(self.words[place - 1]) if place else None
        if before:
            return Quantity(place - 1, until, numeral.value, scale, before, doubts=doubts)
        if noun := self._noun(until):
            name = self.text[self.starts[until] : self.ends[noun - 1]]
            return Quantity(
                place,
                noun,
                numeral.value,
                scale,
                " ".join(name.lower().split()),
                doubts=doubts,
                words=not numeral.digits,
            )
        if scale >= Decimal(1000000) and self.lang == "vi":
            return Quantity(place, until, numeral.value, scale, "VND", doubts=(*doubts, "unit_assumed"))
        return Quantity(
            place, until, numeral.value, scale, "", bare=True, doubts=doubts, words=not numeral.digits
        )

    def _unit(self, place: int) -> tuple[str, int] | None:
        """The longest unit of the lexicon that begins at the token."""
        node, best, words, count = self.units, None, self.words, len(self.words)
        while place < count and (further := node.get(words[place])) is not None:
            node, place = further, place + 1
            if END in node:
                best = node[END][0], place
        return best

    def _per_what(self, unit: str, place: int) -> tuple[str, int]:
        """`đồng/kg`, `triệu đồng/người/năm`; of a percentage the stroke is left alone."""
        most = place + 8
        while self._one_of(place, "/") and place + 1 < min(len(self.words), most) and unit != "percent":
            if code := self.per.get(self.words[place + 1]):
                unit, place = f"{unit}/{code}", place + 2
            elif found := self._unit(place + 1):
                unit, place = f"{unit}/{found[0]}", found[1]
            else:
                break
        return unit, place

    def _noun(self, place: int) -> int | None:
        """The token after a counted noun the lexicon does not know; None where no noun follows."""
        words, most = self.words, 2
        until = place
        while until < len(words) and until < place + most:
            word = words[until]
            if not word.isalpha() or word in self.stops or (until > place and self._unit(until)):
                break
            if (
                self.text[self.starts[until]].isupper()
                or "\n" in self.text[self.ends[until - 1] : self.starts[until]]
            ):
                break
            until += 1
        return until if until > place else None


def _out_of(quantity: Quantity, part: Numeral, whole: Numeral) -> Quantity:
    """`5/10 xã` counts five; `3/4 sản lượng` is three quarters of it, to four places."""
    known = not quantity.bare and quantity.unit.isascii()
    if known or part.value is None or not whole.value or whole.value > 10 or part.value >= whole.value:
        return replace(quantity, value=part.value, of=whole.value)
    if quantity.bare:
        return replace(quantity, value=part.value, of=whole.value)
    value = round_half_away(part.value / whole.value, 4).normalize()
    return replace(quantity, value=value, of=whole.value, unit="ratio", until=whole.until)
