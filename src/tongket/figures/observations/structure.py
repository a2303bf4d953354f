"""An area's industries beside the reference economy's, as in the book: strength, and whose growth it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.indicator import Definition
from tongket.figures.terms.period import Period


@dataclass(frozen=True, slots=True)
class IndustryLine:
    """One industry in a year; `code` is empty for all of them together, which has no quotient."""

    code: str
    quotient: Figure
    shifts: Mapping[str, Figure]

    @property
    def strong(self) -> bool:
        """Whether the area is given to it more than the reference economy is."""
        return self.quotient.value is not None and self.quotient.value > 1


@dataclass(frozen=True)
class Structure:
    """The definitions to read: the quotient, and each part of the change by its name."""

    dimension: str
    quotient: Definition
    shifts: Mapping[str, Definition]

    def years(self, book: Book, area: str) -> tuple[Period, ...]:
        """The years with a quotient, in order of time."""
        whole = SeriesKey(self.quotient, area)
        codes = book.codes(whole, self.dimension)
        periods = {period for code in codes for period in book.periods(self._of(whole, code))}
        return tuple(sorted(periods))

    def lines(self, book: Book, area: str, year: Period) -> tuple[IndustryLine, ...]:
        """Every industry, the one the area is most given to first, then all together."""
        whole = SeriesKey(self.quotient, area)
        lines = [self._line(book, area, year, code) for code in book.codes(whole, self.dimension)]
        lines.sort(key=lambda line: (-(line.quotient.value or 0), line.code))
        return (*lines, self._line(book, area, year, ""))

    def _line(self, book: Book, area: str, year: Period, code: str) -> IndustryLine:
        quotient = book.level(self._of(SeriesKey(self.quotient, area), code), year)
        return IndustryLine(
            code,
            quotient,
            {
                part: book.level(self._of(SeriesKey(definition, area), code), year)
                for part, definition in self.shifts.items()
            },
        )

    def _of(self, whole: SeriesKey, code: str) -> SeriesKey:
        return whole.within(**{self.dimension: code}) if code else whole
