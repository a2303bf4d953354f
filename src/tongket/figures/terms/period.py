"""Periods of time in SDMX forms, as whole months.

A period is a first month and a number of months. A calendar year, half, quarter and month print as
`2020`, `2020-S1`, `2020-Q3`, `2020-10`; any other span as a start and a length, `2020-01/P10M`, the
time range of SDMX 2.1 section 06, 4.2.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tongket.figures.terms.words import Refusal, Text

Frequency = Literal["A", "S", "Q", "M"]
MONTHS: dict[Frequency, int] = {"A": 12, "S": 6, "Q": 3, "M": 1}
_FORM = re.compile(r"(?P<year>\d{4})(?:-(?:S(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d{2})))?")
_RANGE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})/P(?P<length>\d{1,3})(?P<unit>[YM])")


class NotAPeriod(Refusal):
    """The text is no period in an SDMX form."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`first` counts months from January of year 0; `length` is at least one month."""

    first: int
    length: int

    def __post_init__(self) -> None:
        if self.length < 1:
            raise ValueError(f"A period lasts at least one month; found {self.length}.")

    @classmethod
    def year(cls, year: int) -> Period:
        return cls(year * 12, 12)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        if not 1 <= month <= 12:
            raise NotAPeriod(_refusal(f"{year}-{month}"))
        return cls(year * 12 + month - 1, 1)

    @classmethod
    def cumulated(cls, year: int, months: int) -> Period:
        """January to month `months` of the year."""
        return cls(year * 12, months)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an SDMX form; raises `NotAPeriod` that names the legal forms."""
        if match := _RANGE.fullmatch(text):
            length = int(match["length"]) * (12 if match["unit"] == "Y" else 1)
            if length and 1 <= int(match["month"]) <= 12:
                return cls(int(match["year"]) * 12 + int(match["month"]) - 1, length)
        if (match := _FORM.fullmatch(text)) and (period := _of_form(match)):
            return period
        raise NotAPeriod(_refusal(text))

    def __str__(self) -> str:
        year, month = divmod(self.first, 12)
        match self.frequency:
            case "A":
                return f"{year:04d}"
            case "S":
                return f"{year:04d}-S{month // 6 + 1}"
            case "Q":
                return f"{year:04d}-Q{month // 3 + 1}"
            case "M":
                return f"{year:04d}-{month + 1:02d}"
        return f"{year:04d}-{month + 1:02d}/P{self.length}M"

    @property
    def frequency(self) -> Frequency | None:
        """The SDMX frequency, or None for a span that is no calendar year, half, quarter or month."""
        for frequency, months in MONTHS.items():
            if self.length == months and self.first % months == 0:
                return frequency
        return None

    @property
    def start_year(self) -> int:
        return self.first // 12

    @property
    def start_month(self) -> int:
        return self.first % 12 + 1

    @property
    def last(self) -> int:
        """The last month, on the same count as `first`."""
        return self.first + self.length - 1

    def months(self) -> Iterator[Period]:
        return (Period(month, 1) for month in range(self.first, self.first + self.length))

    def years_back(self, years: int) -> Period:
        return Period(self.first - 12 * years, self.length)

    def same_last_year(self) -> Period:
        return self.years_back(1)

    def previous(self) -> Period:
        """The period of the same length just before."""
        return Period(self.first - self.length, self.length)

    def contains(self, other: Period) -> bool:
        return self.first <= other.first and other.last <= self.last


def _of_form(match: re.Match[str]) -> Period | None:
    january = int(match["year"]) * 12
    if match["half"]:
        return Period(january + 6 * (int(match["half"]) - 1), 6)
    if match["quarter"]:
        return Period(january + 3 * (int(match["quarter"]) - 1), 3)
    if match["month"]:
        month = int(match["month"])
        return Period(january + month - 1, 1) if 1 <= month <= 12 else None
    return Period(january, 12)


def _refusal(text: str) -> Text:
    return Text(
        "“{text}” không phải là một kỳ. Dạng đúng: 2020 (năm), 2020-S1 (nửa năm), 2020-Q3 (quý), "
        "2020-10 (tháng), 2020-01/P10M (10 tháng tính từ tháng 1).",
        "“{text}” is not a period. Legal forms: 2020 (year), 2020-S1 (half), 2020-Q3 (quarter), "
        "2020-10 (month), 2020-01/P10M (10 months from January).",
    ).format(text=text)
