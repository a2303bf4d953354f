"""The book told on another day's map: every level of a commune carried over, nothing derived stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from tongket.figures.methods.crosswalk.both_maps import last_day
from tongket.figures.methods.crosswalk.convert import (
    Conversion,
    Converted,
    Measure,
    NotConvertible,
    convert,
    convert_ratio,
)
from tongket.figures.methods.crosswalk.walk import Crosswalk, crosswalk
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Breakdown, Observation, SeriesKey
from tongket.figures.terms.area import AreaMap, Level
from tongket.figures.terms.figure import Cause, Figure, ObsStatus
from tongket.figures.terms.indicator import Definition, Shape
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import LANGS, Refusal, Text

LEVEL: Level = "commune"  # the finest level whose links are kept; villages have none
MEASURES: Mapping[Shape, Measure] = {
    Shape.FLOW: "flow",
    Shape.STOCK: "stock",
    Shape.RATIO: "ratio",
    Shape.INDEX: "index",
    Shape.COUNT: "distinct_count",
}


class MapTooEarly(Refusal):
    """The map is older than what is to be told on it."""


@dataclass(frozen=True)
class Group:
    """The communes of one period, which one map holds."""

    definition: Definition
    breakdown: Breakdown
    period: Period


@dataclass(frozen=True)
class OnMap:
    """A book, the units through time, and the day whose map it is told on.

    `only` names the indicators to carry over; without it, all.
    """

    told: Book
    areas: AreaMap
    day: date
    only: frozenset[str] | None = None

    @cached_property
    def book(self) -> Book:
        """Levels on the map of the day; growths and changes are derived from them as in any book.

        A commune's level is carried over its links (`methods.crosswalk.convert`), a rate by numerator and
        denominator; what does not add over areas is NOT_COMPARABLE with the reason. Units that the day
        has unchanged keep their figure. A span within which the map changed is put together from its
        months. Only periods that end by the day are told.
        """
        wanted = {group: known for group, known in self._groups.items() if self._wanted(group)}
        carried = (one for group, known in wanted.items() for one in self._carried(group, known))
        observations = (*self._wider(), *carried)
        return Book(self.told.indicators, observations, self.told.baskets)

    def _wanted(self, group: Group) -> bool:
        return self.only is None or group.definition.indicator in self.only

    def sources(self, code: str, period: Period) -> tuple[str, ...]:
        """The units of the period's own map that a unit of the day has, or may have, a part of."""
        return self._walk(last_day(period)).sources(code) if self._on_day(code) else (code,)

    def refuse_later(self, period: Period) -> None:
        """A map tells what was before it; what came after lies on another."""
        if last_day(period) > self.day:
            raise MapTooEarly(_TOO_EARLY.format(day=self.day, period=period))

    def _on_day(self, code: str) -> bool:
        return self.areas.knows(code, self.day) and self.areas.at(code, self.day).level == LEVEL

    def _wider(self) -> Iterator[Observation]:
        """The province, which is the same on both maps."""
        for seen in self.told.observations:
            end = last_day(seen.period)
            known = end <= self.day and self.areas.knows(seen.series.area, end)
            if known and self.areas.at(seen.series.area, end).level == "province":
                yield seen

    @cached_property
    def _groups(self) -> dict[Group, dict[str, Observation]]:
        """What was observed of communes, where one map holds throughout the period."""
        found: dict[Group, dict[str, Observation]] = {}
        for seen in self.told.observations:
            end = last_day(seen.period)
            known = end <= self.day and self.areas.knows(seen.series.area, end)
            if known and self.areas.at(seen.series.area, end).level == LEVEL and self._one_map(seen.period):
                group = Group(seen.series.definition, seen.series.breakdown, seen.period)
                found.setdefault(group, {})[seen.series.area] = seen
        return found

    def _one_map(self, period: Period) -> bool:
        """Whether the communes stayed the same from the first day of the period to its last."""
        return self._map(date(period.start_year, period.start_month, 1)) == self._map(last_day(period))

    def _map(self, day: date) -> date:
        """The last day up to this one on which any commune began or the one before had ended."""
        return max((one for one in self._changes if one <= day), default=date.min)

    @cached_property
    def _changes(self) -> tuple[date, ...]:
        communes = [one for one in self.areas.areas if one.level == LEVEL]
        ended = {one.valid_to + timedelta(1) for one in communes if one.valid_to and one.valid_to < date.max}
        return tuple(sorted(ended | {one.valid_from for one in communes}))

    def _walk(self, day: date) -> Crosswalk:
        since = self._map(day)
        if since not in self._walks:
            self._walks[since] = crosswalk(self.areas, day, self.day, LEVEL)
        return self._walks[since]

    @cached_property
    def _walks(self) -> dict[date, Crosswalk]:
        return {}

    def _carried(self, group: Group, known: Mapping[str, Observation]) -> Iterator[Observation]:
        walk, recipe = self._walk(last_day(group.period)), next(iter(known.values())).recipe
        unit = group.definition.unit
        try:
            carried = self._convert(group, walk)
        except NotConvertible as refusal:
            figures = dict.fromkeys(walk.later, Figure.absent(unit, Cause.NOT_COMPARABLE, refusal.sentence))
        else:
            figures = {code: self._figure(group, one, carried) for code, one in carried.units.items()}
        for code, figure in figures.items():
            series = SeriesKey(group.definition, code, group.breakdown)
            yield Observation(series, group.period, figure, recipe)

    def _convert(self, group: Group, walk: Crosswalk) -> Conversion:
        indicator = self.told.indicators.of(group.definition)
        if not indicator.numerator:
            return convert(self._values(group, walk), walk, MEASURES[indicator.shape])
        above, below = (
            self._values(replace(group, definition=self.told.indicators[code].definition()), walk)
            for code in (indicator.numerator, indicator.denominator)
        )
        rates = convert_ratio(above, below, walk)
        return Conversion({code: _percent(one) for code, one in rates.units.items()}, rates.zones)

    def _values(self, group: Group, walk: Crosswalk) -> dict[str, Decimal | None]:
        """Every former unit's value. A flow that no return of a complete unit names is a true 0."""
        known = self._groups.get(group, {})
        flow = self.told.indicators.of(group.definition).shape is Shape.FLOW
        nothing = Decimal(0) if flow and self._complete(group) else None
        return {code: known[code].figure.value if code in known else nothing for code in walk.spreads}

    def _complete(self, group: Group) -> bool:
        """Whether a province has its figure, which it has only when every return is in."""
        wholes = [
            SeriesKey(group.definition, one.code)
            for one in self.areas.in_force(last_day(group.period), "province")
        ]
        return any(self.told.level(one, group.period).value is not None for one in wholes)

    def _figure(self, group: Group, one: Converted, carried: Conversion) -> Figure:
        unit = group.definition.unit
        if one.value is None:
            because = self._zone(group, one, carried)
            return Figure.absent(unit, one.cause or Cause.UNDEFINED, because)
        because = self._because(one)
        status = ObsStatus.ESTIMATED if one.status is ObsStatus.ESTIMATED else ObsStatus.NORMAL
        return Figure(one.value, unit, status=status, because=because)

    def _because(self, one: Converted) -> Text:
        day, quality = f"{self.day:%d/%m/%Y}", one.quality or Decimal(0)
        told = _ON_MAP.format(
            day=Text(day, self.day.isoformat()),
            quality=Text(*(write_number(quality, 2, lang) for lang in LANGS)),
            basis=Text(*(", ".join(sorted(one.bases)) or whole for whole in (_WHOLE.vi, _WHOLE.en))),
        )
        if one.verified:
            return told
        return Text(f"{told.vi}; {_UNVERIFIED.vi}", f"{told.en}; {_UNVERIFIED.en}")

    def _zone(self, group: Group, one: Converted, carried: Conversion) -> Text | None:
        """Why the unit has no figure, and the figure of the smallest ground that has one."""
        total, because = carried.zones[one.zone] if one.zone else Cause.UNDEFINED, one.because
        if isinstance(total, Cause) or because is None:
            return because
        indicator = self.told.indicators.of(group.definition)
        value = 100 * total if indicator.numerator else total
        told = _OF_ZONE.format(value=Text(*(write_number(value, indicator.decimals, lang) for lang in LANGS)))
        return Text(because.vi + told.vi, because.en + told.en)


def _percent(one: Converted) -> Converted:
    value = None if one.value is None else 100 * one.value
    return Converted(value, one.cause, one.quality, one.bases, one.verified, one.zone)


_WHOLE = Text("chuyển trọn đơn vị", "whole units")
_ON_MAP = Text(
    "quy đổi về bản đồ ngày {day}: chất lượng {quality}, cơ sở phân chia: {basis}",
    "carried to the map of {day}: quality {quality}, divided by: {basis}",
)
_UNVERIFIED = Text(
    "quan hệ đơn vị cũ – mới chưa được đối chiếu văn bản",
    "the links of the former units are not verified against the text",
)
_OF_ZONE = Text(" (cả vùng: {value})", " (the zone together: {value})")
_TOO_EARLY = Text(
    "Kỳ {period} kết thúc sau ngày {day:%d/%m/%Y} của bản đồ. Hãy chọn bản đồ của một ngày không sớm hơn kỳ.",
    "The period {period} ends after {day:%Y-%m-%d}, the day of the map. Choose the map of a later day.",
)
