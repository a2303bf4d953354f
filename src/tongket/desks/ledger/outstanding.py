"""How far the returns that are out could still move a figure, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from tongket.desks.filing import queries as filing
from tongket.desks.ledger.context import context
from tongket.desks.ledger.queries import run_at
from tongket.figures.compile.context import Context
from tongket.figures.compile.outstanding import Question, Range, outstanding, question
from tongket.figures.compile.run import in_force
from tongket.figures.compile.unit_values import UnitValues
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.methods.comparisons import percent_change
from tongket.figures.methods.imputation.outstanding import Outstanding, Unbounded
from tongket.figures.observations.book import PERCENT, Book
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import LANGS, Text

NAMED = 3  # of those who are out, the ones that matter most


@dataclass(frozen=True)
class Open:
    """The returns that are out, as of a book; asked for one figure after another."""

    catalogue: Catalogue
    home: str
    book: Book
    moment: datetime | None = None

    @cached_property
    def _known(self) -> datetime:
        return run_at(self.moment).moment

    @cached_property
    def _around(self) -> Context:
        return context(self.catalogue, self.home, self._known)

    def at(self, address: Address) -> Range | None:
        """The range of a level, or of its growth on the same period last year; None where none can be asked.

        Source: `figures.compile.outstanding`.
        """
        definition = self.catalogue.indicators[address.indicator].definition(address.coverage)
        series = SeriesKey(definition, address.area, address.breakdown)
        found = next(
            (
                question(recipe, series, address.period, self._around)
                for recipe in self.catalogue.recipes
                if recipe.definition == definition and in_force(recipe, address.period)
            ),
            None,
        )
        if found is None or address.comparison not in (Comparison.LEVEL, Comparison.SAME_PERIOD_LAST_YEAR):
            return None
        level = outstanding(found, self._reported(found))
        return (
            level if address.comparison is Comparison.LEVEL else self._growth(level, series, address.period)
        )

    def _growth(self, level: Range, series: SeriesKey, period: Period) -> Range:
        if not isinstance(level, Outstanding):
            return level
        before = self.book.level(series, period.same_last_year()).value
        low, high = percent_change(level.low, before), percent_change(level.high, before)
        if isinstance(low, Cause) or isinstance(high, Cause) or before is None:
            return low if isinstance(low, Cause) else Cause.UNDEFINED
        return Outstanding(low, high, tuple((unit, 100 * width / before) for unit, width in level.drivers))

    def _reported(self, asked: Question) -> Mapping[str, UnitValues]:
        by_measure: dict[str, dict[Period, dict[str, dict[tuple[str, ...], Decimal]]]] = {
            measure: {} for measure in asked.measures
        }
        for wanted in asked.facts():
            for cell in filing.accepted_cells(wanted, self._known):
                codes = (cell.dimensions[asked.item],) if asked.item else ()
                own = by_measure[cell.measure].setdefault(cell.period, {}).setdefault(cell.reporter, {})
                own[codes] = own.get(codes, Decimal(0)) + cell.value
        return {measure: UnitValues(by_period) for measure, by_period in by_measure.items()}

    def told(self, address: Address) -> Text | None:
        """The range as a sentence; None where no range can be asked for."""
        found = self.at(address)
        if isinstance(found, Unbounded):
            return found.because
        if not isinstance(found, Outstanding):
            return None
        growth = address.comparison is not Comparison.LEVEL
        indicator = self.catalogue.indicators[address.indicator]
        unit = self.catalogue.units[PERCENT if growth else indicator.unit].symbol
        places = indicator.growth_decimals if growth else indicator.decimals
        low, high = (_written(value, places) for value in (found.low, found.high))
        return _RANGE.format(low=low, high=high, unit=unit, units=_named(found.drivers))


def _written(value: Decimal, places: int) -> Text:
    return Text(*(write_number(value, places, lang) for lang in LANGS))


def _named(drivers: Sequence[tuple[str, Decimal]]) -> str:
    names = ", ".join(unit for unit, _ in drivers[:NAMED])
    return f"{names} …" if len(drivers) > NAMED else names


_RANGE = Text(
    "các báo cáo còn thiếu chỉ có thể đưa kết quả vào khoảng {low}–{high} {unit}; "
    "ảnh hưởng nhiều nhất: {units}",
    "the returns still out can only bring it to {low}–{high} {unit}; most depends on: {units}",
)
