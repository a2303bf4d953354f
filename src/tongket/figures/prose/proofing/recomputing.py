"""A growth, share or attainment against the other numbers of the same text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tongket.figures.observations.book import PERCENT
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.prose.proofing.agreement import interval
from tongket.figures.prose.proofing.asking import Asked, asked, period_of
from tongket.figures.prose.proofing.reference import Reference
from tongket.figures.prose.reading import Mention
from tongket.figures.terms.comparable import NotComparable, unlike
from tongket.figures.terms.period import Period

_HUNDRED = Decimal(100)
_NEAR = 12  # levels before and after a percent that it may have been worked out from


@dataclass(frozen=True, slots=True)
class Level:
    """A level the text states, with where among its mentions."""

    mention: Mention
    about: Asked
    is_plan: bool


@dataclass(frozen=True, slots=True)
class Worked:
    """A percent worked out from two levels: between `low` and `high` for all that they can stand for."""

    above: Level
    below: Level
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class TextLevels:
    """The levels of a text in their order."""

    mentions: Sequence[Mention]
    reference: Reference

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        return tuple(self._found())

    def _found(self) -> Iterator[Level]:
        for mention in self.mentions:
            if mention.comparison not in ("level", "count", "target") or mention.unit == PERCENT:
                continue
            about = asked(mention, self.reference)
            if about is not None and mention.value is not None and not isinstance(mention.value, tuple):
                is_plan = mention.status == "target" or mention.comparison == "target"
                yield Level(mention, about, is_plan)

    @cached_property
    def _by_key(self) -> dict[tuple[SeriesKey, Period, bool], Level]:
        found: dict[tuple[SeriesKey, Period, bool], Level] = {}
        for level in self.levels:
            found.setdefault((level.about.series, level.about.period, level.is_plan), level)
        return found

    def stated(self, series: SeriesKey, period: Period, plan: bool = False) -> Level | None:
        """The level the text states first for a series and period, of a plan or a result."""
        return self._by_key.get((series, period, plan))

    def near(self, mention: Mention) -> list[Level]:
        """The levels around a number, those before it first, from the nearest."""
        at = bisect_left(self._starts, mention.start)
        before = self.levels[max(at - _NEAR, 0) : at]
        return [*reversed(before), *self.levels[at : at + _NEAR]]

    @cached_property
    def _starts(self) -> list[int]:
        return [level.mention.start for level in self.levels]

    def recomputed(self, mention: Mention, about: Asked) -> Worked | None:
        """What the text's own levels of the same series give for a percent."""
        series, period = about.series, about.period
        match mention.comparison:
            case "growth" | "index" if mention.unit == PERCENT and mention.base != "annual_plan":
                base = _base(mention, period)
                pair = (self._either(series, period), self._either(series, base) if base else None)
            case "share":
                pair = (self.stated(series, period), self.stated(series.whole(), period))
            case "percent_of_plan":
                pair = (self.stated(series, period), self.stated(series, period, plan=True))
            case _:
                return None
        above, below = pair
        if above is None or below is None or above == below:
            return None
        return worked(above, below, growing=mention.comparison == "growth")

    def _either(self, series: SeriesKey, period: Period) -> Level | None:
        return self.stated(series, period) or self.stated(series, period, plan=True)

    def unlike(self, mention: Mention) -> tuple[Worked, NotComparable] | None:
        """Two unlike levels of one indicator that a percent was worked out from, growth or ratio."""
        if mention.unit != PERCENT or mention.value is None or isinstance(mention.value, tuple):
            return None
        near = self.near(mention)
        for above in near[:3]:
            for below in (*near, *self._otherwise(above)):
                refusal = self._refused(below, above)
                if refusal is None:
                    continue
                for growing in (True, False):
                    found = worked(above, below, growing)
                    if found and includes(found, mention):
                        return found, refusal
        return None

    def _otherwise(self, above: Level) -> Iterator[Level]:
        """What the text states of the year before by the other coverages of a level's indicator."""
        indicator = self.reference.book.indicators.of(above.about.series.definition)
        for coverage in indicator.coverages:
            series = SeriesKey(indicator.definition(coverage), above.about.series.area)
            if found := self.stated(series, above.about.period.same_last_year()):
                yield found

    def _refused(self, below: Level, above: Level) -> NotComparable | None:
        """Why two levels of one indicator may not be compared: only whole series of unlike definitions."""
        left, right = below.about.series, above.about.series
        if left.definition.indicator != right.definition.indicator or left.breakdown or right.breakdown:
            return None
        return unlike(left.definition, right.definition, self.reference.book.indicators)


def worked(above: Level, below: Level, growing: bool) -> Worked | None:
    """A growth in percent, or a share in percent, from two levels as printed; None for unlike units."""
    top, bottom = interval(above.mention), interval(below.mention)
    if above.mention.unit != below.mention.unit or top is None or bottom is None or bottom[0] <= 0:
        return None
    less = _HUNDRED if growing else Decimal(0)
    return Worked(above, below, _HUNDRED * top[0] / bottom[1] - less, _HUNDRED * top[1] / bottom[0] - less)


def includes(found: Worked, mention: Mention) -> bool:
    """Whether the percent as printed can be what was worked out."""
    own = interval(mention)
    return own is not None and own[0] <= found.high and found.low <= own[1]


def _base(mention: Mention, period: Period) -> Period | None:
    if mention.base in ("", "yoy"):
        return period.same_last_year()
    if mention.base in ("mom", "qoq"):
        return period.previous()
    other = period_of(mention.base)
    if other is None:
        return None
    return period.years_back(period.start_year - other.start_year) if other.length == 12 else other
