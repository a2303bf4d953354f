"""An observation and its address."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tongket.figures.terms.figure import Figure
from tongket.figures.terms.indicator import Definition
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Refusal, Text

Breakdown = tuple[tuple[str, str], ...]


class Comparison(StrEnum):
    """What a figure is derived by; only LEVEL is stored, so nothing derived can disagree with it."""

    LEVEL = "level"
    SAME_PERIOD_LAST_YEAR = "same_period_last_year"  # percent
    PREVIOUS_PERIOD = "previous_period"  # percent
    BASE_YEAR = "base_year"  # percent, on the index's base
    CHANGE = "change"  # absolute change on the same period last year
    SHARE = "share"  # percent of the whole the breakdown belongs to
    CONTRIBUTION = "contribution"  # percentage points of the whole's growth on the same period last year
    # Against a plan; the book knows no plans, `targets.quoted` answers these.
    PLAN = "plan"  # what was resolved: a level, or percent where the target is a growth
    PERCENT_OF_PLAN = "percent_of_plan"
    ABOVE_PLAN = "above_plan"  # result minus plan, in its unit; of a growth or a rate, in points
    ASKED_BY_PLAN = "asked_by_plan"  # growth in percent the plan asks on the year before; of a rate, points


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """Which series: definition, area code as of the period, and breakdown sorted by dimension."""

    definition: Definition
    area: str
    breakdown: Breakdown = ()

    def within(self, **codes: str) -> SeriesKey:
        """The series of a part, for example `within(activity="C")`."""
        return replace(self, breakdown=tuple(sorted({**dict(self.breakdown), **codes}.items())))

    def whole(self) -> SeriesKey:
        return replace(self, breakdown=())


@dataclass(frozen=True, slots=True)
class Observation:
    """One stored number. `recipe` names how it was made."""

    series: SeriesKey
    period: Period
    figure: Figure
    recipe: str


class NotAnAddress(Refusal):
    """The text is no address of a figure."""


_ADDRESS = re.compile(
    r"(?P<indicator>[A-Za-z][A-Za-z0-9_]*)(?::(?P<coverage>[a-z0-9_]+))?@(?P<area>[A-Za-z0-9.-]+)"
    r"/(?P<period>\d{4}(?:-(?:[SQ]\d|\d\d(?:/P\d+[MY])?))?)(?P<rest>(?:,[a-z_]+=[^,=]+)*)"
)


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a figure, as `tongket explain` and every passport take it.

    Written `IIP:all@14/2020,activity=C,compare=same_period_last_year`: indicator, coverage (`all` when
    left out), area, period, breakdown, comparison (a level when left out). `map=2025-07-01` tells it on the
    map of that day, whose units the area is then of; left out, each period is on its own map.
    """

    indicator: str
    coverage: str
    area: str
    period: Period
    breakdown: Breakdown = ()
    comparison: Comparison = Comparison.LEVEL
    geo_version: date | None = None

    @classmethod
    def of(cls, series: SeriesKey, period: Period, comparison: Comparison = Comparison.LEVEL) -> Address:
        definition = series.definition
        return cls(
            definition.indicator, definition.coverage, series.area, period, series.breakdown, comparison
        )

    @classmethod
    def parse(cls, text: str) -> Address:
        match = _ADDRESS.fullmatch(text.strip())
        if match is None:
            raise NotAnAddress(_refusal(text))
        parts = dict(pair.split("=", 1) for pair in match["rest"].split(",") if pair)
        comparison = parts.pop("compare", Comparison.LEVEL)
        if comparison not in set(Comparison):
            raise NotAnAddress(_refusal(text))
        geo_version = _day(text, parts.pop("map", ""))
        return cls(
            match["indicator"],
            match["coverage"] or "all",
            match["area"],
            Period.parse(match["period"]),
            tuple(sorted(parts.items())),
            Comparison(comparison),
            geo_version,
        )

    def __str__(self) -> str:
        head = f"{self.indicator}:{self.coverage}@{self.area}/{self.period}"
        parts = [f"{dimension}={code}" for dimension, code in self.breakdown]
        if self.comparison is not Comparison.LEVEL:
            parts.append(f"compare={self.comparison}")
        if self.geo_version is not None:
            parts.append(f"map={self.geo_version.isoformat()}")
        return ",".join([head, *parts])


def _day(text: str, written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise NotAnAddress(_refusal(text)) from None


def _refusal(text: str) -> Text:
    legal = "IIP:all@14/2020,activity=C,compare=same_period_last_year"
    return Text(
        "“{text}” không phải là địa chỉ của một số liệu. Dạng đúng: {legal}. Các kiểu so sánh: {kinds}. "
        "Trên bản đồ của một ngày: map=2025-07-01.",
        "“{text}” is not the address of a figure. Legal form: {legal}. Comparisons: {kinds}. "
        "On the map of a day: map=2025-07-01.",
    ).format(text=text, legal=legal, kinds=", ".join(Comparison))
