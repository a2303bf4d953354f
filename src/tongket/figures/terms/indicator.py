"""Indicators and the definitions they are measured by.

An `Indicator` is what the catalogue describes; a `Definition` is one exact way of measuring it.
Two figures may be set against each other only when their definitions are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tongket.figures.terms.words import Refusal, Text


class Shape(StrEnum):
    """How an indicator behaves over time, which decides how periods add up."""

    FLOW = "flow"  # months add to a year
    STOCK = "stock"  # the year is its last day
    RATIO = "ratio"  # numerator over denominator; never added
    INDEX = "index"  # cumulated as a mean of months against the same months
    COUNT = "count"  # distinct things; months never add


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LegalReference:
    """Where an indicator is laid down. `confirmed` is False until somebody has read the text itself."""

    text: str
    confirmed: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """An entry of the catalogue.

    `coverages` names each coverage in full (`goods` → "Tổng mức bán lẻ hàng hóa"); a single-coverage
    indicator has the one coverage `all`. `decimals` are the places its levels are printed with,
    `growth_decimals` those of its growth rates. `breakdowns` are the dimensions it may be split by.
    """

    code: str
    version: int
    name: Text
    unit: str
    shape: Shape
    direction: Direction
    decimals: int
    coverages: Mapping[str, Text]
    growth_decimals: int = 1
    price_basis: str = ""
    breakdowns: tuple[str, ...] = ()
    short: Text | None = None
    legal: LegalReference | None = None
    note: Text | None = None
    numerator: str = ""
    denominator: str = ""

    def definition(self, coverage: str = "all") -> Definition:
        """The definition with that coverage; raises `UnknownCoverage` naming the legal ones."""
        if coverage not in self.coverages:
            raise UnknownCoverage(
                Text(
                    "Chỉ tiêu {code} không có phạm vi “{found}”. Các phạm vi hợp lệ: {legal}.",
                    "Indicator {code} has no coverage “{found}”. Legal coverages: {legal}.",
                ).format(code=self.code, found=coverage, legal=", ".join(self.coverages))
            )
        return Definition(self.code, self.version, coverage, self.unit, self.price_basis)


class UnknownCoverage(Refusal):
    """The indicator has no such coverage."""


@dataclass(frozen=True, slots=True, order=True)
class Definition:
    """indicator · version · coverage · unit · price basis. Prints as `retail_turnover:goods`."""

    indicator: str
    version: int
    coverage: str
    unit: str
    price_basis: str = ""

    def __str__(self) -> str:
        return f"{self.indicator}:{self.coverage}"


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indicators of a catalogue, by code."""

    entries: Mapping[str, Indicator] = field(default_factory=dict)

    def __getitem__(self, code: str) -> Indicator:
        if code not in self.entries:
            raise UnknownIndicator(
                Text(
                    "Không có chỉ tiêu “{code}” trong danh mục. Các chỉ tiêu hiện có: {legal}.",
                    "There is no indicator “{code}” in the catalogue. It has: {legal}.",
                ).format(code=code, legal=", ".join(sorted(self.entries)))
            )
        return self.entries[code]

    def of(self, definition: Definition) -> Indicator:
        return self[definition.indicator]

    def name(self, definition: Definition) -> Text:
        """The definition's name in full, its coverage included."""
        return self[definition.indicator].coverages[definition.coverage]


class UnknownIndicator(Refusal):
    """The catalogue has no such indicator."""
