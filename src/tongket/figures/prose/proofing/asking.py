"""From a mention to the book's own answer: which figure the words ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.figures.methods.comparisons import percent_change
from tongket.figures.observations.book import PERCENT, POINT, Book
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.prose.proofing.reference import Reference
from tongket.figures.prose.reading import Mention
from tongket.figures.targets.quoted import plan_address, plan_figure
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Shape, UnknownCoverage, UnknownIndicator
from tongket.figures.terms.period import NotAPeriod, Period

YEAR_AGO, BEFORE = Comparison.SAME_PERIOD_LAST_YEAR, Comparison.PREVIOUS_PERIOD
TIMES, INDEX = "times", "index"
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure the words may mean. `figure` is told in the way of the mention: an index of 113.5 for a
    growth of 13.5; `address` is where the book keeps it."""

    address: Address
    figure: Figure


@dataclass(frozen=True, slots=True)
class Asked:
    """What a mention is about: a series of the catalogue and a period."""

    series: SeriesKey
    period: Period


def asked(mention: Mention, reference: Reference) -> Asked | None:
    """The series and period of a mention; None where the catalogue has no such thing."""
    if not mention.indicator:
        return None
    try:
        definition = reference.book.indicators[mention.indicator].definition(mention.coverage or "all")
    except (UnknownIndicator, UnknownCoverage):
        return None
    period = period_of(mention.period) or Period.year(reference.year)
    series = SeriesKey(definition, mention.area or reference.area, mention.breakdown)
    return Asked(reference.namesake(series), period)


def period_of(text: str) -> Period | None:
    """A mention's period, be it in an SDMX form or two months with what lies between."""
    try:
        if ".." in text:
            first, last = (Period.parse(end) for end in text.split("..", 1))
            return Period(first.first, last.last - first.first + 1)
        return Period.parse(text)
    except (NotAPeriod, ValueError):
        return None


def answers(mention: Mention, about: Asked, reference: Reference, book: Book | None = None) -> list[Answer]:
    """What the words may ask for, the likeliest first; figures may be absent with their cause."""
    asking = _Asking(mention, about, reference, book or reference.book)
    found = list(asking.answers())
    if book is None and all(answer.figure.value is None for answer in found):
        found += asking.plans()  # of a period without results the plan may be meant
    return found


@dataclass(frozen=True)
class _Asking:
    mention: Mention
    about: Asked
    reference: Reference
    book: Book

    def answers(self) -> Iterator[Answer]:
        if self.mention.status == "target" or self.mention.comparison == "target":
            yield from self.plans()
            return
        match self.mention.comparison:
            case _ if self._shape() is Shape.INDEX and self.mention.unit in ("", INDEX):
                yield self._at(Comparison.LEVEL)
                yield from self._indices()
            case "growth" | "change":
                yield from self._growths()
            case "index":
                yield from self._indices()
            case "ratio":
                yield from self._ratios()
            case "percent_of_plan":
                yield from self._of_plan(Comparison.PERCENT_OF_PLAN)
            case "contribution":
                yield self._at(Comparison.CONTRIBUTION)
            case "share":
                yield from self._shares()
            case "rate":
                yield from self._rates()
            case _:
                yield from self._levels()

    def _shape(self) -> Shape:
        return self.book.indicators.of(self.about.series.definition).shape

    def _at(self, comparison: Comparison) -> Answer:
        series, period = self.about.series, self.about.period
        return Answer(Address.of(series, period, comparison), self.book.figure(series, period, comparison))

    def _is_percent(self) -> bool:
        return self.mention.unit == PERCENT

    def _levels(self) -> Iterator[Answer]:
        """A level as it is; a percent of what is no percent can be an index, its growth or a share."""
        if not self._is_percent() or self.about.series.definition.unit == PERCENT:
            yield self._at(Comparison.LEVEL)
        elif self._shape() is Shape.INDEX:
            yield from self._growths()
            yield from self._indices()
            yield _in_percent(self._at(Comparison.LEVEL))
        else:
            yield from self._shares()

    def _shares(self) -> Iterator[Answer]:
        """Of a whole series only the whole, a hundred; other percents of it are of something unsaid."""
        if self.about.series.breakdown or self.mention.value == _HUNDRED:
            yield self._at(Comparison.SHARE)

    def _rates(self) -> Iterator[Answer]:
        if self.mention.base == "annual_plan":
            yield from self._of_plan(Comparison.PERCENT_OF_PLAN)
        else:
            yield from self._levels()

    def plans(self) -> Iterator[Answer]:
        wanted = (Comparison.PLAN, Comparison.ASKED_BY_PLAN)
        for target in self.reference.targets_of(self.about.series, self.about.period):
            growing = self.mention.comparison in ("growth", "change", "index")
            for comparison in wanted:
                is_growth = comparison is Comparison.ASKED_BY_PLAN or target.shape == "growth"
                if is_growth == growing or (target.shape == "growth" and self._is_percent()):
                    figure = plan_figure(target, comparison, self.book)
                    yield Answer(plan_address(target, comparison), figure)

    def _of_plan(self, comparison: Comparison) -> Iterator[Answer]:
        for target in self.reference.targets_of(self.about.series, self.about.period):
            yield Answer(plan_address(target, comparison), plan_figure(target, comparison, self.book))

    def _growths(self) -> Iterator[Answer]:
        if self.mention.base == "annual_plan":
            yield from self._over_plan()
            return
        if self.mention.unit == TIMES:
            yield from self._ratios()
            yield from (_as_times(answer, self.mention.unit) for answer in self._percent_growths())
            return
        moved = self._is_percent() and self.about.series.definition.unit != PERCENT
        if moved:
            yield from self._percent_growths()
        else:
            yield from self._changes()
            if self._is_percent():  # of a rate both ways of telling are in use
                yield from self._percent_growths()
            if self.mention.unit == POINT and self.about.series.breakdown:
                yield self._at(Comparison.CONTRIBUTION)

    def _over_plan(self) -> Iterator[Answer]:
        """`vượt 5% kế hoạch`: what the percent of the plan has above a hundred."""
        for answer in self._of_plan(Comparison.PERCENT_OF_PLAN):
            yield _moved(answer, -_HUNDRED)
        yield from self._of_plan(Comparison.ABOVE_PLAN)

    def _percent_growths(self) -> Iterator[Answer]:
        base = self._base()
        if base is None:
            return
        if base == self.about.period.same_last_year():
            yield self._at(YEAR_AGO)
        elif base == self.about.period.previous():
            yield self._at(BEFORE)
        elif self.mention.base == "base_year":
            yield self._at(Comparison.BASE_YEAR)
        else:
            yield Answer(
                Address.of(self.about.series, self.about.period),
                _between(self.book, self.about.series, self.about.period, base),
            )

    def _changes(self) -> Iterator[Answer]:
        base = self._base()
        if base == self.about.period.same_last_year():
            yield self._at(Comparison.CHANGE)
        elif base is not None:
            figure = self.book.change(self.about.series, self.about.period, base)
            yield Answer(Address.of(self.about.series, self.about.period), figure)

    def _indices(self) -> Iterator[Answer]:
        for answer in self._percent_growths():
            yield _moved(answer, _HUNDRED)
        if self._shape() is Shape.INDEX and self.mention.base in ("", "base_year"):
            yield self._at(Comparison.LEVEL)

    def _ratios(self) -> Iterator[Answer]:
        """So many times the base: a hundredth of the index."""
        for answer in self._percent_growths():
            yield _as_times(_moved(answer, _HUNDRED), TIMES)

    def _base(self) -> Period | None:
        """The period a growth is measured on; a year where nothing is said."""
        period, base = self.about.period, self.mention.base
        if base in ("mom", "qoq"):
            return period.previous()
        if base in ("", "yoy", "base_year"):
            return period.same_last_year()
        other = period_of(base)
        if other is None:
            return None
        return period.years_back(period.start_year - other.start_year) if other.length == 12 else other


def _between(book: Book, series: SeriesKey, period: Period, base: Period) -> Figure:
    now, before = book.level(series, period), book.level(series, base)
    if now.value is None or before.value is None:
        empty = now if now.value is None else before
        return Figure.absent(PERCENT, empty.cause or Cause.UNDEFINED, empty.because)
    grown = percent_change(now.value, before.value)
    return Figure.absent(PERCENT, grown) if isinstance(grown, Cause) else now.with_value(grown, PERCENT)


def _moved(answer: Answer, by: Decimal) -> Answer:
    value = answer.figure.value
    return answer if value is None else replace(answer, figure=replace(answer.figure, value=value + by))


def _in_percent(answer: Answer) -> Answer:
    """An index told as percent of its base."""
    return replace(answer, figure=replace(answer.figure, unit=PERCENT))


def _as_times(answer: Answer, unit: str) -> Answer:
    value = answer.figure.value
    if value is None:
        return answer
    return replace(answer, figure=replace(answer.figure, value=value / _HUNDRED, unit=unit))
