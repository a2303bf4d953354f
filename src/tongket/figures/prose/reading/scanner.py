"""From tokens to what matters in them: quantities, periods, and the phrases of the vocabulary."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from tongket.figures.prose.reading.numerals import OPENERS
from tongket.figures.prose.reading.periods import COUNT_WORDS, COUNTS, MONTHS, ORDINALS, When
from tongket.figures.prose.reading.phrases import PhraseReader, Tokens
from tongket.figures.prose.reading.quantities import AGES_AND_SPANS, Quantity, QuantityReader
from tongket.figures.prose.reading.vocabulary import END, Node, Vocabulary
from tongket.figures.terms.words import Lang


class Item(NamedTuple):
    """Something that matters: its kind, its tokens `begin`..`until`, and what it says."""

    kind: str
    begin: int
    until: int
    data: Any = None


SECOND_MEANINGS = {"from": "from", "over": "more_than"}
NUMBER_PERIODS = {"vi": frozenset(COUNT_WORDS), "en": frozenset(COUNTS)}
WEAK_LABELS = frozenset(
    {
        "phần",
        "đường",
        "loại",
        "nhóm",
        "vụ",
        "ca",
        "bản",
        "thôn",
        "xã",
        "cấp",
        "part",
        "group",
        "chuẩn",
        "giai đoạn",
        "class",
        "grade",
    }
)
YEAR_PREPOSITIONS = frozenset({"in", "of", "for", "since", "during", "by", "năm"})
CLOCK_WORDS = frozenset({"lúc", "hồi", "vào", "giờ", "at"})
_SHORT_PERIOD = re.compile(r"t(?:1[0-2]|0?[1-9])|q(?:[1-4]|iii|iv|ii|i)")
_SECTION = re.compile(r"\d+(?:\.\d+)*")


class Scanner(PhraseReader):
    """Scans a stretch of tokens in one language into items."""

    def __init__(self, tokens: Tokens, lang: Lang, vocabulary: Vocabulary) -> None:
        super().__init__(tokens, lang, vocabulary)
        self.numbers = QuantityReader(tokens.text, tokens.words, tokens.starts, tokens.ends, lang, vocabulary)
        self.items: list[Item] = []

    def scan(self, begin: int, until: int) -> list[Item]:
        """The items of the tokens `begin`..`until`, in their order."""
        self.items = items = list[Item]()
        words, phrases, place = self.words, self.phrases, begin
        while place < until:
            word = words[place]
            if word[0] <= "9" and word[0].isdigit():
                place = self._number(place, begin)
            elif word in OPENERS or word in _TIME_WORDS:
                place = self._word(place, word, phrases.get(word))
            elif (node := phrases.get(word)) is not None:
                alone = END not in node and (place + 1 >= until or words[place + 1] not in node)
                place = place + 1 if alone else self._word(place, word, node)
            else:
                place += self._short_period(place, word)
        return items

    def _short_period(self, place: int, word: str) -> int:
        if word[0] in "tq" and _SHORT_PERIOD.fullmatch(word) and (found := self.periods.short(place)):
            self.items.append(Item("when", place, found[1], found[0]))
            return found[1] - place
        return 1

    def _word(self, place: int, word: str, node: Node | None) -> int:
        meaning, until = self._longest(place, node) if node is not None else (None, place)
        if until <= place + 2 and (found := self._period_word(place, word)) and found[1] >= until:
            self.items.append(Item("when", place, found[1], found[0]))
            return found[1]
        if until <= place + 1 and word in OPENERS and (after := self._spelled(place)):
            return after
        if meaning is None:
            return place + 1
        return self._phrase(place, until, meaning)

    def _phrase(self, place: int, until: int, meaning: tuple[str, ...]) -> int:
        kind = meaning[0]
        if kind == "against":
            return self._against(place, until)
        if kind == "same":
            until = self._same_until(until)
        if kind == "plan":
            return self._plan(place, until)
        if kind == "area" and not self.tokens.text[self.tokens.starts[place]].isupper():
            return place + 1
        if kind == "part" and meaning[3:] == ("proper",) and not self._capital(place):
            return place + 1
        self.items.append(Item(kind, place, until, meaning[1:]))
        return until

    def _plan(self, place: int, until: int) -> int:
        """`kế hoạch năm 2021`: the plan with its year."""
        when, after = None, until
        found = self._period_word(until, self.words[until]) if until < len(self.words) else None
        if found is None and self.lang == "en" and until + 1 < len(self.words) and self.words[until] == "for":
            found = self.periods.bare(until + 1) if self.words[until + 1].isdigit() else None
        if found:
            when, after = found
        elif self.words[until : until + 1] == ["năm"]:
            after = until + 1
        self.items.append(Item("plan", place, after, when))
        return after

    def _against(self, place: int, until: int) -> int:
        """What a figure is set against; the English words that mean this at times, only with a base."""
        base, after = self._base(until)
        word = self.words[place]
        if (
            base is None
            and self.lang == "en"
            and until == place + 1
            and word in ("on", "over", "from", "than", "against")
        ):
            if word in SECOND_MEANINGS:
                self.items.append(Item(SECOND_MEANINGS[word], place, until))
            return until
        if base is None and word == "so" and until == place + 1:
            return until
        self.items.append(Item("against", place, after, base or "other"))
        return after

    def _spelled(self, place: int) -> int | None:
        """A number in words: with a multiplier, more than one word, or a known counted noun after it."""
        if self.items and self.items[-1].kind == "label" and self.items[-1].until == place:
            return None
        quantity = self.numbers.at(place)
        if quantity is None:
            return None
        words = self.words[place]
        if words in ("một", "one") and self.words[place - 1 : place] in (["trên"], ["per"]):
            return quantity.until  # `29,5 giường bệnh trên một vạn dân`
        plain = quantity.scale == 1 and quantity.value is not None and quantity.value < 11
        known = not quantity.bare and self.numbers._unit(quantity.until - 1) is not None
        if plain and (
            words in ("một", "one", "không", "half")
            or not known
            or (quantity.unit in ("times", "score", "percent") and words == "một")
        ):
            return None
        if quantity.bare and quantity.scale == 1:
            return None
        self.items.append(Item("quantity", place, quantity.until, quantity))
        return quantity.until

    def _number(self, place: int, begin: int) -> int:
        """A token of digits: no figure, a period, a label's number, or a quantity."""
        if self._enumerates(place, begin) or self._year_of_prices(place):
            return place + 1
        dated = self._date(place)
        if dated > place:
            return dated
        if found := self._period_number(place):
            self.items.append(Item("when", place, found[1], found[0]))
            return found[1]
        quantity = self.numbers.at(place)
        if quantity is None:
            return place + 1
        if self._labelled(place, quantity) or self._age(quantity) or self._day_and_month(place, quantity):
            return max(quantity.until if quantity.bare else place + 1, place + 1)
        quantity = self._signed(place, quantity)
        self.items.append(Item("quantity", quantity.begin, quantity.until, quantity))
        return quantity.until

    def _year_of_prices(self, place: int) -> bool:
        last = self.items[-1] if self.items else None
        return last is not None and last.kind == "year_label" and last.until == place

    def _date(self, place: int) -> int:
        """Past what is no figure; `đến 31/10/2020` leaves its month as a period."""
        after = self.numbers.no_figure(place)
        if after == place or self.words[place + 1 : place + 2] != ["/"]:
            return after
        before = self.words[max(place - 2, 0) : place]
        if any(word in ("đến", "hết", "tới", "until") for word in before) and (
            found := self.periods.bare(place + 2)
        ):
            self.items.append(Item("when", place, found[1], found[0]))
        return after

    def _period_number(self, place: int) -> tuple[When, int] | None:
        word = self.words[place]
        if len(word) <= 2 and self.lang == "vi" and (found := self.periods.count_of_months(place)):
            return found
        if len(word) <= 2 and self.lang == "en" and (found := self.periods.months_in_english(place)):
            return found
        found = self.periods.bare(place)
        before = self.words[place - 1] if place else ""
        if found and len(word) == 4 and before not in YEAR_PREPOSITIONS:
            follower = self.numbers._unit(found[1])
            if follower and follower[0] not in ("m", "g"):
                return None
        return found

    def _enumerates(self, place: int, begin: int) -> bool:
        """`1.`, `2.1. Công nghiệp`, `(3)`, `[4]`: numbers of headings and notes."""
        words, text, tokens = self.words, self.tokens.text, self.tokens
        following = words[place + 1] if place + 1 < len(words) else ""
        before = words[place - 1] if place else "\n"
        first = place == begin or before == "\n"
        if before in "([" and following in (")", "]") and words[place].isdigit() and len(words[place]) <= 2:
            return True
        if not first or not _SECTION.fullmatch(words[place]) or len(words[place]) > 6:
            return False
        if following in (".", ")", "/") and tokens.starts[place + 1] == tokens.ends[place]:
            return following != "/" or not self._digit(place + 2)
        dotted = "." in words[place] and len(words[place].split(".")[-1]) < 3
        return dotted and place + 1 < len(words) and text[tokens.starts[place + 1]].isupper()

    def _labelled(self, place: int, quantity: Quantity) -> bool:
        last = self.items[-1] if self.items else None
        if last is None or last.kind != "label" or last.until != place or quantity.scale != 1:
            return False
        label = self.words[last.begin]
        unit_known = not quantity.bare and self.numbers._unit(place + 1) is not None
        if quantity.unit in ("percent", "VND", "USD") or "," in self.words[place]:
            return False
        return not (
            unit_known and (label in WEAK_LABELS or (quantity.value is not None and quantity.value >= 1000))
        )

    def _age(self, quantity: Quantity) -> bool:
        """`5 năm`, `60 tuổi`, and the time of day (`lúc 14 giờ 30 phút`)."""
        until, begin = quantity.until, quantity.begin
        if quantity.unit in ("hour", "minute") and begin:
            before = self.words[begin - 1]
            return before in CLOCK_WORDS or self.words[until : until + 1] in (["ngày"], ["sáng"], ["chiều"])
        return quantity.bare and self.words[until : until + 1] != [] and self.words[until] in AGES_AND_SPANS

    def _day_and_month(self, place: int, quantity: Quantity) -> bool:
        """`19/1`, `30/4`: a day, where nothing is counted and a day is possible."""
        if quantity.of is None or not quantity.bare:
            return False
        return quantity.value is not None and 1 <= quantity.value <= 31 and quantity.of <= 12

    def _signed(self, place: int, quantity: Quantity) -> Quantity:
        """`+13,5%`, `(-5,2%)`: a sign that stands at the number and after a blank or bracket."""
        starts, ends, words = self.tokens.starts, self.tokens.ends, self.words
        before = words[quantity.begin - 1] if quantity.begin else ""
        if before in ("+", "-", "–", "−") and ends[quantity.begin - 1] == starts[quantity.begin]:
            free = (
                quantity.begin < 2
                or ends[quantity.begin - 2] < starts[quantity.begin - 1]
                or words[quantity.begin - 2] in "(|:"
            )
            if free and quantity.value is not None:
                return _with_sign(quantity, before == "+")
        if before == "âm" and quantity.value is not None:
            return _with_sign(quantity, False)
        return quantity


def _with_sign(quantity: Quantity, positive: bool) -> Quantity:
    assert quantity.value is not None
    value = quantity.value if positive else Decimal(0) - quantity.value
    return replace(quantity, begin=quantity.begin - 1, value=value, signed=True)


_TIME_WORDS = frozenset(
    {
        "năm",
        "tháng",
        "quý",
        "từ",
        "cả",
        "trong",
        "last",
        "previous",
        "this",
        *COUNT_WORDS,
        *COUNTS,
        *MONTHS,
        *ORDINALS,
    }
)
