"""The book: every observation as it stood at one moment, asked by series, period and comparison.

Only levels are stored. Growth, change, share and contribution are derived here from the levels, so they
can never disagree with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from tongket.figures.methods.comparisons import change, percent_change, percent_of
from tongket.figures.methods.index_numbers.basket import Basket
from tongket.figures.methods.index_numbers.branches import Node
from tongket.figures.methods.index_numbers.levels import Index
from tongket.figures.observations.indices import index_of
from tongket.figures.observations.levels import firmest, level
from tongket.figures.observations.observation import (
    Address,
    Comparison,
    Observation,
    SeriesKey,
)
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Indicators, Shape
from tongket.figures.terms.period import Period

PERCENT = "percent"
POINT = "point"


@dataclass(frozen=True)
class Book:
    """Observations as of one moment, by series and period, with all that is derived from them.

    `baskets` holds what each index is made of, by the code of its recipe: contributions to it need that.
    """

    indicators: Indicators
    observations: tuple[Observation, ...]
    baskets: Mapping[str, Basket] = field(default_factory=dict)

    @cached_property
    def _stored(self) -> dict[tuple[SeriesKey, Period], Observation]:
        return {(seen.series, seen.period): seen for seen in self.observations}

    @cached_property
    def _parts(self) -> dict[tuple[SeriesKey, str], list[str]]:
        """The codes each series is split by, by its whole and the dimension of the split."""
        parts: dict[tuple[SeriesKey, str], dict[str, None]] = {}
        for seen in self.observations:
            if len(seen.series.breakdown) == 1:
                dimension, code = seen.series.breakdown[0]
                parts.setdefault((seen.series.whole(), dimension), {})[code] = None
        return {key: list(codes) for key, codes in parts.items()}

    def series(self, indicator: str, coverage: str = "all", area: str = "", **codes: str) -> SeriesKey:
        """The series of an indicator; raises a refusal that names what the catalogue has."""
        definition = self.indicators[indicator].definition(coverage)
        return SeriesKey(definition, area, tuple(sorted(codes.items())))

    def stored(self, series: SeriesKey, period: Period) -> Observation | None:
        """The observation itself, or None where the level is put together or absent."""
        return self._stored.get((series, period))

    def codes(self, series: SeriesKey, dimension: str) -> tuple[str, ...]:
        """The codes a whole series is split by in a dimension, in the order they were compiled."""
        return tuple(self._parts.get((series.whole(), dimension), ()))

    def periods(self, series: SeriesKey) -> tuple[Period, ...]:
        """The periods a series has observations for, in order of time."""
        return tuple(sorted(period for key, period in self._stored if key == series))

    def at(self, address: Address) -> Figure:
        """The figure at an address."""
        definition = self.indicators[address.indicator].definition(address.coverage)
        series = SeriesKey(definition, address.area, address.breakdown)
        return self.figure(series, address.period, address.comparison)

    def figure(self, series: SeriesKey, period: Period, comparison: Comparison = Comparison.LEVEL) -> Figure:
        """The figure of a series for a period by a comparison; absent with its cause, never an error."""
        match comparison:
            case Comparison.LEVEL:
                return self.level(series, period)
            case Comparison.SAME_PERIOD_LAST_YEAR:
                return self._growth(series, period, period.same_last_year())
            case Comparison.PREVIOUS_PERIOD:
                return self._growth(series, period, period.previous())
            case Comparison.CHANGE:
                return self.change(series, period, period.same_last_year())
            case Comparison.SHARE:
                return self._share(series, period)
            case Comparison.CONTRIBUTION:
                return self._contribution(series, period)
            case Comparison.BASE_YEAR:
                return self._on_base_year(series, period)
        return Figure.absent(PERCENT, Cause.UNDEFINED)

    def level(self, series: SeriesKey, period: Period) -> Figure:
        return level(self._stored, self.indicators.of(series.definition), series, period)

    def change(self, series: SeriesKey, period: Period, since: Period) -> Figure:
        """The absolute change since an earlier period; of a rate, in percentage points."""
        now, before = self.level(series, period), self.level(series, since)
        unit = POINT if now.unit == PERCENT else now.unit
        if now.value is None or before.value is None:
            return _absent_like(now, before, unit)
        return _derived(change(now.value, before.value), unit, now, before)

    def _growth(self, series: SeriesKey, period: Period, base: Period) -> Figure:
        now, before = self.level(series, period), self.level(series, base)
        if now.value is None or before.value is None:
            return _absent_like(now, before, PERCENT)
        return _derived(percent_change(now.value, before.value), PERCENT, now, before)

    def _share(self, series: SeriesKey, period: Period) -> Figure:
        part, whole = self.level(series, period), self.level(series.whole(), period)
        if self.indicators.of(series.definition).shape not in (Shape.FLOW, Shape.STOCK):
            return Figure.absent(PERCENT, Cause.UNDEFINED)
        if part.value is None or whole.value is None:
            return _absent_like(part, whole, PERCENT)
        return _derived(percent_of(part.value, whole.value), PERCENT, part, whole)

    def _contribution(self, series: SeriesKey, period: Period) -> Figure:
        if self.indicators.of(series.definition).shape is Shape.INDEX:
            return self._index_contribution(series, period)
        moved = self.figure(series, period, Comparison.CHANGE)
        base = self.level(series.whole(), period.same_last_year())
        if moved.value is None or base.value is None:
            return _absent_like(moved, base, POINT)
        return _derived(percent_of(moved.value, base.value), POINT, moved, base)

    def _index_contribution(self, series: SeriesKey, period: Period) -> Figure:
        points = self._contributions(series.whole(), period).get(series.breakdown)
        if points is None:
            return Figure.absent(POINT, Cause.NOT_COLLECTED)
        now = self.level(series.whole(), period)
        before = self.level(series.whole(), period.same_last_year())
        return _derived(points, POINT, now, before)

    def _contributions(self, whole: SeriesKey, period: Period) -> Mapping[Node, Decimal | Cause]:
        """The contribution of every node of an index to its growth on the same period last year.

        NOT_COMPARABLE where the two periods are not of one chain; empty where no basket is known.
        """
        if (whole, period) not in self._worked_out:
            now, before = tuple(period.months()), tuple(period.same_last_year().months())
            found = [self._basket(whole, month) for month in (*now, *before)]
            baskets = {id(one): one for one in found if one is not None}
            if len(baskets) == 1:
                points = self._index(whole, *baskets.values()).contributions(now, before)
            else:
                every = {node for one in baskets.values() for node in one.nodes}
                points = dict.fromkeys(every, Cause.NOT_COMPARABLE)
            self._worked_out[whole, period] = points
        return self._worked_out[whole, period]

    def _basket(self, whole: SeriesKey, month: Period) -> Basket | None:
        seen = self._stored.get((whole, month))
        return None if seen is None else self.baskets.get(seen.recipe)

    def _index(self, whole: SeriesKey, basket: Basket) -> Index:
        if (whole, id(basket)) not in self._indices:
            recipes = {code for code, one in self.baskets.items() if one is basket}
            seen = [one for one in self.observations if one.recipe in recipes]
            self._indices[whole, id(basket)] = index_of(basket, whole, seen)
        return self._indices[whole, id(basket)]

    @cached_property
    def _indices(self) -> dict[tuple[SeriesKey, int], Index]:
        return {}

    @cached_property
    def _worked_out(self) -> dict[tuple[SeriesKey, Period], Mapping[Node, Decimal | Cause]]:
        return {}

    def _on_base_year(self, series: SeriesKey, period: Period) -> Figure:
        now = self.level(series, period)
        if self.indicators.of(series.definition).shape is not Shape.INDEX:
            return Figure.absent(PERCENT, Cause.UNDEFINED)
        return now if now.value is None else now.with_value(now.value - 100, PERCENT)


def _absent_like(now: Figure, before: Figure, unit: str) -> Figure:
    """Absent for the reason of whichever side is absent first."""
    empty = now if now.value is None else before
    return Figure.absent(unit, empty.cause or Cause.UNDEFINED, empty.because)


def _derived(value: Decimal | Cause, unit: str, *made_of: Figure) -> Figure:
    if isinstance(value, Cause):
        return Figure.absent(unit, value)
    data_type, status = firmest(made_of)
    return Figure(value, unit, data_type, status, answers=made_of[0].answers)
