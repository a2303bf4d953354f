"""What every part of the review is written from: writer, targets, tasks, outline, masthead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.prose.names import Names
from tongket.figures.prose.writer import Writer
from tongket.figures.review.masthead import Masthead, TaskLine
from tongket.figures.review.spec import Outline, Ref, Title
from tongket.figures.targets.target import Target
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Lang, Text


@dataclass(frozen=True)
class Draft:
    """The review of one year in one language, while it is being written."""

    writer: Writer
    targets: tuple[Target, ...]
    tasks: tuple[TaskLine, ...]
    outline: Outline
    masthead: Masthead

    @property
    def book(self) -> Book:
        return self.writer.book

    @property
    def names(self) -> Names:
        return self.writer.names

    @property
    def lang(self) -> Lang:
        return self.names.lang

    @property
    def year(self) -> Period:
        return Period.year(self.masthead.year)

    @property
    def next_year(self) -> Period:
        return Period.year(self.masthead.year + 1)

    @property
    def last_day(self) -> date:
        """The day whose map names the areas."""
        return date(self.masthead.year, 12, 31)

    def years(self, count: int) -> Period:
        """That many years, ending with the year of the review."""
        return Period((self.masthead.year - count + 1) * 12, 12 * count)

    def series(self, ref: Ref, area: str = "") -> SeriesKey:
        return self.book.series(ref.indicator, ref.coverage, area or self.masthead.area, **dict(ref.part))

    def targets_of(self, period: Period) -> tuple[Target, ...]:
        """The targets of a period for the area of the review."""
        return tuple(t for t in self.targets if t.period == period and t.series.area == self.masthead.area)

    def word(self, name: str, **slots: object) -> str:
        """A fixed word of the outline with its slots filled."""
        return self.say(self.outline.words[name], **slots)

    def say(self, text: Text, **slots: object) -> str:
        """A text of the outline; the year's own slots are always there."""
        return text[self.lang].format(**{**self._slots(), **slots})

    def title(self, title: Title) -> str:
        """A title that tells which way its figure went, or its plain form."""
        if title.trend is None:
            return self.say(title.text)
        trend = self.writer.trend(self.series(title.trend), self.year)
        if trend is None:
            return self.say(title.plain or title.text)
        return self.say(title.text, trend=trend)

    def as_of(self) -> str:
        return self.masthead.as_of.strftime(self.outline.words["as_of"][self.lang])

    def _slots(self) -> dict[str, object]:
        masthead = self.masthead
        return {
            "year": masthead.year,
            "previous": masthead.year - 1,
            "next": masthead.year + 1,
            "area": self.names.area(masthead.area, self.last_day),
            "issuer": masthead.issuer[self.lang],
            "release": masthead.release,
            "as_of": self.as_of(),
            "issued": masthead.as_of.year,
            "symbol": f"{self.outline.type_symbol}-{masthead.symbol}",
        }
