"""What a text is held against: a book, the plans, and the books released before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.targets.target import Target
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Edition:
    """Another state of the same book by what it is called, opened only when a number asks for it."""

    name: Text
    opened: Callable[[], Book]

    @cached_property
    def book(self) -> Book:
        return self.opened()


@dataclass(frozen=True)
class Reference:
    """`area` and `year` are what a number is about where its text does not say; `others` are the newest
    first; `codelists` are those of the dimensions figures are split by. `hedged` is how far, relative to the
    number, a hedge such as `hơn` may reach."""

    book: Book
    targets: tuple[Target, ...]
    units: Mapping[str, Unit]
    codelists: Mapping[str, Codelist]
    area: str
    year: int
    hedged: Decimal
    others: tuple[Edition, ...] = ()

    @cached_property
    def measures(self) -> dict[str, tuple[str, Decimal]]:
        """What a unit of a mention measures and how many of it one is, by unit code and by dimension."""
        by_code = {code: (unit.dimension, unit.multiplier) for code, unit in self.units.items()}
        return by_code | {unit.dimension: (unit.dimension, Decimal(1)) for unit in self.units.values()}

    def namesake(self, series: SeriesKey) -> SeriesKey:
        """The series the book has under the same name: a group and its only class are called alike."""
        if not series.breakdown or series in self._periods:
            return series
        dimension, code = series.breakdown[0]
        listed = self.codelists.get(dimension)
        if listed is None or code not in listed:
            return series
        line = {*listed.above(code), *listed.below(code)}
        alike = (other for other in sorted(line, key=len) if listed[other].name == listed[code].name)
        others = (series.within(**{dimension: other}) for other in alike)
        return next((other for other in others if other in self._periods), series)

    @cached_property
    def series(self) -> tuple[SeriesKey, ...]:
        """Every series of the book, once."""
        return tuple(self._periods)

    def periods(self, series: SeriesKey) -> list[Period]:
        """The periods a series has observations of."""
        return self._periods.get(series, [])

    @cached_property
    def _periods(self) -> dict[SeriesKey, list[Period]]:
        found: dict[SeriesKey, list[Period]] = {}
        for seen in self.book.observations:
            found.setdefault(seen.series, []).append(seen.period)
        return found

    def in_base(self, figure: Figure) -> tuple[str, Decimal] | None:
        """The dimension of a figure and its amount in it; nothing for an absent one."""
        if figure.value is None:
            return None
        dimension, multiplier = self.measures.get(figure.unit, (figure.unit, Decimal(1)))
        return dimension, figure.value * multiplier

    def targets_of(self, series: SeriesKey, period: Period) -> list[Target]:
        return [one for one in self.targets if one.series == series and one.period == period]
