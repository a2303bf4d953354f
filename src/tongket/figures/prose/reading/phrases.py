"""Phrases, periods and bases read at a token, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tongket.figures.prose.reading.periods import COUNT_WORDS, COUNTS, MONTHS, ORDINALS, PeriodReader, When
from tongket.figures.prose.reading.vocabulary import END, Node, Vocabulary
from tongket.figures.terms.words import Lang


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text as they are looked up, and where each begins and ends."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


BASE_FILLERS = {
    "vi": frozenset(
        (
            "mức",
            "thời",
            "điểm",
            "cuối",
            "số",
            "thực",
            "hiện",
            "kết",
            "quả",
            "cả",
            "của",
            "với",
            "bình",
            "quân",
        )
    ),
    "en": frozenset({"the", "that", "of", "in", "level"}),
}


class PhraseReader:
    """What begins at a token: the longest phrase of the vocabulary, a period, the base of a comparison."""

    def __init__(self, tokens: Tokens, lang: Lang, vocabulary: Vocabulary) -> None:
        self.tokens, self.words = tokens, tokens.words
        self.lang: Lang = lang
        self.phrases: Node = vocabulary.phrases[lang]
        self.periods = PeriodReader(tokens.words)

    def _longest(self, place: int, node: Node) -> tuple[tuple[str, ...] | None, int]:
        """The longest phrase that begins at the token, and the token after it."""
        words, count = self.words, len(self.words)
        best, end, ahead = node.get(END), place + 1, place + 1
        while ahead < count:
            following = node.get(words[ahead])
            if following is None:
                break
            node, ahead = following, ahead + 1
            if END in node:
                best, end = node[END], ahead
        return best, end if best is not None else place

    def _capital(self, place: int) -> bool:
        return self.tokens.text[self.tokens.starts[place]].isupper()

    def _same_until(self, until: int) -> int:
        """`cùng kỳ năm 2019`, `cùng kỳ năm trước`, `cùng kỳ 2019`: the year belongs to it."""
        if until < len(self.words):
            if self.words[until] == "năm" and (found := self.periods.nam(until)):
                return found[1]
            if self.periods.year_at(until):
                return until + 1
        return until

    def _base(self, place: int) -> tuple[Any, int]:
        """The base named at the token: a code, or a period."""
        words, ahead, fillers = self.words, place, BASE_FILLERS[self.lang]
        while ahead < len(words) and ahead < place + 4:
            word = words[ahead]
            meaning, until = (
                self._longest(ahead, self.phrases[word]) if word in self.phrases else (None, ahead)
            )
            if meaning and meaning[0] == "same":
                return "yoy", self._same_until(until)
            if meaning and meaning[0] == "plan":
                year = self._period_word(until, words[until]) if until < len(words) else None
                return "annual_plan", year[1] if year else until + (words[until : until + 1] == ["năm"])
            if (word in ("năm", "kỳ") and words[ahead + 1 : ahead + 2] == ["gốc"]) or word == "base":
                year = self.periods.bare(ahead + 2) if self._digit(ahead + 2) else None
                return "base_year", year[1] if year else ahead + 2
            if word == "đầu" and words[ahead + 1 : ahead + 2] == ["năm"]:
                return When(12, 12, kind="month", back=-1), ahead + 2
            if found := self._period_word(ahead, word):
                return found
            if self._digit(ahead):
                return self.periods.bare(ahead) or (None, place)
            if word not in fillers:
                return None, place
            ahead += 1
        return None, place

    def _digit(self, place: int) -> bool:
        return place < len(self.words) and self.words[place][0].isdigit()

    def _period_word(self, place: int, word: str) -> tuple[When, int] | None:
        """A period that begins with a word."""
        if self.lang == "vi":
            if word == "năm":
                return self.periods.nam(place)
            if word == "tháng":
                return self.periods.thang(place)
            if word == "quý":
                return self.periods.quy(place)
            if word == "từ" and list(self.words[place + 1 : place + 4]) == ["đầu", "năm", "đến"]:
                return self._since_january(place + 4)
            if word in ("cả", "trong") and self.words[place + 1 : place + 2] == ["năm"]:
                return self.periods.nam(place + 1) or ((When(), place + 2) if word == "cả" else None)
            return self.periods.count_of_months(place) if word in COUNT_WORDS else None
        if word in MONTHS:
            return self.periods.month_name(place) if self._capital(place) else None
        if word in ORDINALS or word in ("last", "previous", "this"):
            return self.periods.ordinal(place)
        return self.periods.months_in_english(place) if word in COUNTS else None

    def _since_january(self, place: int) -> tuple[When, int]:
        """`từ đầu năm đến nay`, `từ đầu năm đến hết tháng 10`."""
        place += self.words[place : place + 1] == ["hết"]
        if place < len(self.words) and self.words[place] == "tháng" and (found := self.periods.thang(place)):
            when, after = found
            if when.kind == "month":
                return When(1, when.last, when.year, kind="span", back=when.back), after
        return When(kind="ytd"), place + (self.words[place : place + 1] == ["nay"])
