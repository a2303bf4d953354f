"""Periods in heads and names of rows: the lexicon's own patterns turned around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.figures.prose.lexicon import Lexicon
from tongket.figures.prose.tables.keys import key
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import LANGS

_SLOTS = {
    "year": r"(?P<year>(?:19|20)\d\d)",
    "until": r"(?P<until>(?:19|20)\d\d)",
    "quarter": r"(?P<quarter>{quarters})",
    "month": r"(?P<month>{months})",
    "months": r"(?P<months>{counts})",
}
_BARE_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_YEAR_AT_END = re.compile(r"(?:/|\s(?:năm|of)\s)\{year\}$")
_KINDS = ("years", "first_half", "second_half", "cumulated", "quarter", "month", "year")


@dataclass(frozen=True)
class Periods:
    """Patterns in the order they are tried: the longer first, so that a quarter is not read as its year."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    quarters: dict[str, int]
    months: dict[str, int]
    counts: dict[str, int]
    whole_year: tuple[str, ...]

    def first(self, text: str, year: int) -> Period | None:
        """The period a key names; `year` completes what names none, as `quý I` in a table of one year."""
        for kind, pattern in self.patterns:
            if found := pattern.search(text):
                return self._period(kind, found.groupdict(), year)
        if bare := _BARE_YEAR.search(text):
            return Period.year(int(bare[1]))
        return Period.year(year) if text in self.whole_year else None

    def years(self, text: str) -> list[int]:
        return [int(year) for year in _BARE_YEAR.findall(text)]

    def _period(self, kind: str, found: dict[str, str | None], default: int) -> Period:
        year = int(found.get("year") or default)
        match kind:
            case "years":
                return Period(12 * year, 12 * (int(found.get("until") or year) - year + 1))
            case "first_half":
                return Period(12 * year, 6)
            case "second_half":
                return Period(12 * year + 6, 6)
            case "cumulated":
                return Period.cumulated(year, self.counts[found.get("months") or ""])
            case "quarter":
                return Period(12 * year + 3 * (self.quarters[found.get("quarter") or ""] - 1), 3)
            case "month":
                return Period.month(year, self.months[found.get("month") or ""])
        return Period.year(year)


def periods_of(lexicon: Lexicon, whole_year: tuple[str, ...]) -> Periods:
    """The patterns of a lexicon, of both languages; a quarter or month may stand without its year."""
    quarters = {key(text[lang]): n for n, text in enumerate(lexicon.quarters, 1) for lang in LANGS}
    quarters |= {str(number): number for number in range(1, 5)}
    months = {key(text[lang]): n for n, text in enumerate(lexicon.months, 1) for lang in LANGS}
    short = {key(text[lang]): n for n, text in enumerate(lexicon.short_months, 1) for lang in LANGS}
    counts = {str(number): number for number in range(2, 13)}
    counts |= {word: number for number, word in enumerate(lexicon.month_counts) if word}
    alternatives = {"quarters": _either(quarters), "months": _either(months), "counts": _either(counts)}
    patterns = [
        (kind, re.compile(pattern.format(**alternatives)))
        for kind in _KINDS
        for lang in LANGS
        for pattern in _forms(key_of_pattern(lexicon.periods[kind][lang]), kind)
    ]
    patterns.append(("quarter", re.compile(rf"\bq(?P<quarter>[1-4])\b(?: {_SLOTS['year']})?")))
    patterns.append(("month", re.compile(rf"\b(?P<month>{_either(short)})\b(?: {_SLOTS['year']})?")))
    return Periods(tuple(patterns), quarters, months | short, counts, whole_year)


def key_of_pattern(pattern: str) -> str:
    """A pattern as its filled form would be compared, the slots kept."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w{}/]+", " ", pattern.casefold())).strip()


def _forms(pattern: str, kind: str) -> Iterator[str]:
    """The pattern as an expression, and where it may lack its year also without."""
    yield rf"\b{_filled(pattern)}\b"
    without = _YEAR_AT_END.sub("", pattern)
    if kind not in ("years", "year") and without != pattern:
        yield rf"\b{_filled(without)}\b"


def _filled(pattern: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda slot: _SLOTS[slot[1]], pattern)


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
