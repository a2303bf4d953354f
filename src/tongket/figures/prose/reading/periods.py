"""Periods as prose says them, read from the tokens and made whole by what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
}
MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "chạp": 12,
}  # fmt: skip
COUNT_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
YEAR_FILLERS = frozenset({"công", "tác", "kế", "hoạch", "ngân", "sách", "tài", "chính"})
DASHES = frozenset({"-", "–", "—"})
NOT_CUMULATED = frozenset({"tuổi", "liên", "kể", "thai", "nữa"})


@dataclass(frozen=True, slots=True)
class When:
    """A period as said: months `first`..`last` of `year`, up to `until` where it spans years.

    `year` is None where the words leave it open; `relative` is years (-1 is last year) or, with `step`,
    months or quarters back. `same` marks a part of a year told alone, as `10 tháng`.
    """

    first: int = 1
    last: int = 12
    year: int | None = None
    until: int | None = None
    kind: str = "year"
    back: int = 0


@dataclass(slots=True)
class Calendar:
    """What has been said of time so far."""

    year: int | None = None
    first: int = 1
    last: int = 12
    kind: str = ""
    until: int | None = None

    def settle(self, when: When) -> When:
        """The period with its year, from what was said before."""
        if when.kind == "relative_month":
            month = self.last + when.back if self.kind else 0
            if not self.kind or self.year is None:
                return replace(when, year=None)
            year, month = self.year + (month - 1) // 12, (month - 1) % 12 + 1
            return When(month, month, year, kind="month")
        if when.kind == "relative_quarter":
            if self.year is None:
                return when
            quarter = (self.last - 1) // 3 + when.back
            year, quarter = self.year + quarter // 4, quarter % 4
            return When(quarter * 3 + 1, quarter * 3 + 3, year, kind="quarter")
        if when.kind == "same":
            return When(self.first, self.last, self.year and self.year + when.back, self.until, self.kind)
        if when.kind == "ytd":
            return When(1, self.last, self.year, kind="span")
        if when.year is None:
            return replace(when, year=None if self.year is None else self.year + when.back, back=0)
        return when

    def note(self, when: When) -> None:
        self.year, self.first, self.last, self.kind = when.year, when.first, when.last, when.kind
        self.until = when.until


def written(when: When) -> str:
    """The period in SDMX; `2020-01..2020-10` where months are cumulated, empty where the year is unknown."""
    if when.year is None or when.kind.startswith("relative"):
        return ""
    year, until = when.year, when.until or when.year
    match when.kind:
        case "year" | "":
            return f"{year:04d}"
        case "month":
            return f"{year:04d}-{when.first:02d}"
        case "quarter":
            return f"{year:04d}-Q{when.last // 3}"
        case "half":
            return f"{year:04d}-S{when.last // 6}"
    if (when.first, when.last, until) == (1, 12, year):
        return f"{year:04d}"
    return f"{year:04d}-{when.first:02d}..{until:04d}-{when.last:02d}"


class PeriodReader:
    """Reads the period that begins at a token: what it says and the token after it, or None."""

    __slots__ = ("words",)

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    def word(self, place: int) -> str:
        return self.words[place] if place < len(self.words) else ""

    def year_at(self, place: int) -> int | None:
        token = self.word(place)
        if len(token) == 4 and token.isdigit() and "1930" <= token <= "2069":
            return int(token)
        return None

    def of_year(self, place: int) -> tuple[int | None, int, int]:
        """The year a month or quarter is followed by: `/2020`, `năm 2020`, `of 2020`; with years back."""
        word = self.word(place)
        if word in ("/", "-", ".", ",", "năm", "of", "in") and (year := self.year_at(place + 1)):
            return (year, place + 2, 0) if word != "," or self.word(place - 1) in MONTHS else (None, place, 0)
        if year := self.year_at(place):
            return year, place + 1, 0
        if word == "năm" and self.word(place + 1) in ("trước", "ngoái"):
            return None, place + 2, -1
        if word == "năm" and self.word(place + 1) in ("nay", "này"):
            return None, place + 2, 0
        if word in ("last", "this") and self.word(place + 1) == "year":
            return None, place + 2, -1 if word == "last" else 0
        return None, place, 0

    def _dated(self, first: int, last: int, kind: str, place: int) -> tuple[When, int]:
        year, after, back = self.of_year(place)
        return When(first, last, year, kind=kind, back=back), after

    # Vietnamese

    def nam(self, place: int) -> tuple[When, int] | None:
        after = place + 1
        while self.word(after) in YEAR_FILLERS and after < place + 4:
            after += 1
        if year := self.year_at(after):
            if self.word(after + 1) in DASHES | {"/"} and (until := self.year_at(after + 2)):
                return When(1, 12, year, until, "span"), after + 3
            return When(year=year), after + 1
        word = self.word(place + 1)
        if word in ("trước", "ngoái") or (word == "qua" and self.word(place - 1) != "nhiều"):
            return When(back=-1), place + 2
        return (When(), place + 2) if word in ("nay", "này") else None

    def thang(self, place: int) -> tuple[When, int] | None:
        word = self.word(place + 1)
        if word in ("trước", "liền"):
            return When(kind="relative_month", back=-1), place + 2 + (word == "liền")
        if word in ("này", "báo"):
            return When(kind="relative_month"), place + 2
        month, after = self._month(place + 1)
        if month is None:
            return None
        year, end, back = self.of_year(after)
        ahead = end if self.word(end) not in ("đến", *DASHES) else end + 1
        ahead += self.word(ahead) == "hết"
        ahead += self.word(ahead) == "tháng"
        last, past = self._month(ahead) if ahead > end else (None, ahead)
        if last and last > month:
            year_after, past, back = self.of_year(past)
            return When(month, last, year_after or year, kind="span", back=back), past
        return When(month, month, year, kind="month", back=back), end

    def _month(self, place: int) -> tuple[int | None, int]:
        word = self.word(place)
        if word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 12:
            return int(word), place + 1
        if word == "mười" and self.word(place + 1) in ("một", "hai"):
            return (11 if self.word(place + 1) == "một" else 12), place + 2
        if word == "năm" and self.year_at(place + 1):
            return None, place
        return MONTH_WORDS.get(word), place + 1

    def quy(self, place: int) -> tuple[When, int] | None:
        word = self.word(place + 1)
        if word in ("trước", "này"):
            return When(kind="relative_quarter", back=-1 if word == "trước" else 0), place + 2
        quarter = ROMAN.get(word)
        if quarter is None:
            return None
        return self._dated(quarter * 3 - 2, quarter * 3, "quarter", place + 2)

    def count_of_months(self, place: int) -> tuple[When, int] | None:
        """`10 tháng`, `sáu tháng đầu năm 2020`, `6 tháng cuối năm`."""
        word, after = self.word(place), place + 1
        count = int(word) if word.isdigit() and len(word) <= 2 else COUNT_WORDS.get(word, 0)
        if word == "mười" and self.word(after) in ("một", "hai"):
            count, after = count + (1 if self.word(after) == "một" else 2), after + 1
        if not 2 <= count <= 12 or self.word(after) != "tháng":
            return None
        after += 1
        late = self.word(after) == "cuối"
        if self.word(after) in NOT_CUMULATED or self.word(place - 1) in ("hạn", "gian", "mỗi", "từng"):
            return None
        if self.word(after) in ("đầu", "cuối", "của", "qua"):
            after += 1
        if self.word(after) == "năm" and not self.year_at(after + 1) and self.word(after + 1) not in (
            "trước", "ngoái", "nay",
        ):  # fmt: skip
            after += 1
        if late:
            return self._dated(13 - count, 12, "half" if count == 6 else "span", after)
        return self._dated(1, count, "span", after)

    def short(self, place: int) -> tuple[When, int] | None:
        """`T10/2020`, `Q3/2020`, `QIII`."""
        word = self.word(place)
        tail = word[1:]
        if word[0] == "t" and tail.isdigit() and len(tail) <= 2 and 1 <= int(tail) <= 12:
            return self._dated(int(tail), int(tail), "month", place + 1)
        if word[0] == "q" and tail in ROMAN:
            return self._dated(ROMAN[tail] * 3 - 2, ROMAN[tail] * 3, "quarter", place + 1)
        return None

    # Both

    def bare(self, place: int) -> tuple[When, int] | None:
        """`2016-2020`, `10/2020`, `2020` by itself."""
        if year := self.year_at(place):
            until = self.year_at(place + 2) if self.word(place + 1) in DASHES else None
            if until and until > year:
                return When(1, 12, year, until, "span"), place + 3
            return When(year=year), place + 1
        word, year = self.word(place), self.year_at(place + 2)
        if year and self.word(place + 1) in ("/", "-") and len(word) <= 2 and 1 <= int(word) <= 12:
            return When(int(word), int(word), year, kind="month"), place + 3
        return None

    # English

    def month_name(self, place: int) -> tuple[When, int] | None:
        month = MONTHS[self.word(place)]
        after = place + 1
        if self.word(after).isdigit() and len(self.word(after)) <= 2:
            after += 1
        year, end, back = self.of_year(after)
        if self.word(end) in ("to", *DASHES) and (last := MONTHS.get(self.word(end + 1))):
            until, past, back = self.of_year(end + 2)
            return When(month, last, until or year, kind="span", back=back), past
        if year is None and not back and self.word(place) in ("may", "mar", "jan", "dec", "march"):
            return None if self.word(place) in ("may", "march") else (When(month, month, kind="month"), after)
        return When(month, month, year, kind="month", back=back), end

    def ordinal(self, place: int) -> tuple[When, int] | None:
        """`third quarter of 2020`, `first half`, `first ten months of 2020`, `last six months`."""
        word, following = self.word(place), self.word(place + 1)
        order = ORDINALS.get(word)
        if following == "quarter" and order:
            return self._dated(order * 3 - 2, order * 3, "quarter", place + 2)
        if following == "half" and word in ("first", "second"):
            return (
                self._dated(1, 6, "half", place + 2) if order == 1 else self._dated(7, 12, "half", place + 2)
            )
        if word in ("first", "last") and (found := self.months_in_english(place + 1)):
            when, after = found
            if word == "last":
                kind = "half" if when.last == 6 else "span"
                return replace(when, first=13 - when.last, last=12, kind=kind), after
            return when, after
        if word in ("last", "previous", "this"):
            back = 0 if word == "this" else -1
            kinds = {"year": "year", "month": "relative_month", "quarter": "relative_quarter"}
            return (When(kind=kinds[following], back=back), place + 2) if following in kinds else None
        return None

    def months_in_english(self, place: int) -> tuple[When, int] | None:
        word = self.word(place)
        count = int(word) if word.isdigit() and len(word) <= 2 else COUNTS.get(word, 0)
        if not 2 <= count <= 12 or self.word(place + 1) != "months":
            return None
        return self._dated(1, count, "span", place + 2)
