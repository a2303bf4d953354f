"""Open a passport: gather what stands behind one figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from tongket.desks.filing.queries import AcceptedCell
from tongket.desks.ledger import doors
from tongket.desks.ledger.context import context
from tongket.desks.ledger.models import Release
from tongket.desks.ledger.passport.evidence import Evidence, gather
from tongket.desks.ledger.passport.parts import Part, Sender, parts_of, senders_of
from tongket.desks.ledger.passport.vintages import Vintage, vintages_of
from tongket.desks.ledger.protection import withheld
from tongket.desks.ledger.queries import run_at
from tongket.figures.compile.context import Context
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.run import in_force
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.protection.policy import policy_on
from tongket.figures.protection.withhold import released
from tongket.figures.targets.quoted import PLANNED, TARGET, figure_at
from tongket.figures.targets.target import Target
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Indicator
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Refusal, Text


class NoLineage(Refusal):
    """Nothing is collected for the figure."""


class UnknownTarget(Refusal):
    """No target of that name was set for the series and period."""


@dataclass(frozen=True)
class Passport:
    """Everything behind one figure.

    `recipe` is None where nothing is collected for the indicator and the figure is a plan alone.
    `parts` are the parts of the whole, `senders` the reporters, each with what it contributed, largest
    first; `cells` are the return cells, those that weigh most first. `closed` says why a released
    figure's passport has neither.
    """

    address: Address
    indicator: Indicator
    name: Text
    figure: Figure
    recipe: Recipe | None
    target: Target | None
    moment: datetime
    inputs: tuple[tuple[Address, Figure], ...]
    parts: tuple[Part, ...]
    senders: tuple[Sender, ...]
    cells: tuple[AcceptedCell, ...]
    vintages: tuple[Vintage, ...]
    recomputed: Figure
    closed: Text | None = None

    @property
    def agrees(self) -> bool:
        """Whether the figure computed again from the cells equals the observation, exactly."""
        return self.recomputed.value == self.figure.value and self.recomputed.cause == self.figure.cause


@dataclass(frozen=True)
class Opener:
    """Opens passports of one book: as of a moment, or as of now. Made once, asked many times.

    With `release`, of what that release tells: nobody's own returns are shown, and nothing it withholds.
    """

    catalogue: Catalogue
    home: str
    targets: Sequence[Target] = ()
    moment: datetime | None = None
    release: Release | None = None

    @cached_property
    def book(self) -> Book:
        if self.release:
            return doors.released(self.catalogue, self.release.number)
        return doors.working(self.catalogue, self.moment)

    @cached_property
    def known(self) -> datetime:
        """The moment of the compile behind the book: returns that came after it are not in it."""
        return run_at(self.moment).moment

    @cached_property
    def around(self) -> Context:
        return context(self.catalogue, self.home, self.known)

    def open(self, address: Address) -> Passport:
        """Open the figure at the address; refuses what nobody collects and no plan names."""
        series = _series(self.catalogue, address)
        target = _target(address, series, self.targets)
        recipes = _recipes(self.catalogue, series)
        name = self.catalogue.indicators.name(series.definition)
        if not recipes and address.comparison is not Comparison.PLAN:
            raise NoLineage(_NOT_COLLECTED.format(name=name))
        recipe = next((one for one in recipes if in_force(one, address.period)), None)
        periods = periods_behind(address)
        figure = figure_at(address, self.book, self.targets)
        behind, closed = self._evidence(recipes, address, series, periods), self._closed(recipe, figure)
        cells = () if closed else behind.cells
        senders = senders_of(self.book, series, address, periods, cells)
        told = figure.cause is not Cause.CONFIDENTIAL
        return Passport(
            address=address,
            indicator=self.catalogue.indicators.of(series.definition),
            name=name,
            figure=figure,
            recipe=recipe,
            target=target,
            moment=self.known,
            inputs=_inputs(self.book, series, address, periods),
            parts=parts_of(self.book, self.catalogue, recipe, series, address),
            senders=senders,
            cells=_weightiest_first(cells, senders),
            vintages=() if closed else vintages_of(series, periods),
            recomputed=figure_at(address, self._told(behind.book), self.targets) if told else figure,
            closed=closed,
        )

    def _told(self, book: Book) -> Book:
        """A book made again from the cells, without what the release withholds."""
        if not self.release:
            return book
        return replace(book, observations=released(book.observations, withheld(self.release)))

    def _closed(self, recipe: Recipe | None, figure: Figure) -> Text | None:
        """Why the returns behind a released figure are not shown; None where they are."""
        if not self.release or recipe is None:
            return None
        if figure.cause is Cause.CONFIDENTIAL:
            return _WITHHELD
        policy = policy_on(self.catalogue.disclosure, timezone.localtime(self.release.moment).date())
        return _CLOSED if policy.protects(recipe.dataflow) else None

    def _evidence(
        self, recipes: Sequence[Recipe], address: Address, series: SeriesKey, periods: Sequence[Period]
    ) -> Evidence:
        if address.comparison is Comparison.PLAN:  # a plan rests on its decision, not on returns
            return Evidence.none(self.catalogue)
        return gather(self.catalogue, recipes, address, series, periods, self.around, self.known)


def _series(catalogue: Catalogue, address: Address) -> SeriesKey:
    """The series a figure is of; a plan's own name in the address is no breakdown of it."""
    breakdown = tuple(pair for pair in address.breakdown if pair[0] != TARGET)
    definition = catalogue.indicators[address.indicator].definition(address.coverage)
    return SeriesKey(definition, address.area, breakdown)


def _recipes(catalogue: Catalogue, series: SeriesKey) -> list[Recipe]:
    """Every recipe that makes the definition, each for the periods of its validity."""
    return [recipe for recipe in catalogue.recipes if recipe.definition == series.definition]


def _target(address: Address, series: SeriesKey, targets: Sequence[Target]) -> Target | None:
    """The target a plan's address names; None for a figure that is no plan's."""
    if address.comparison not in PLANNED:
        return None
    named = dict(address.breakdown).get(TARGET)
    of_series = [one for one in targets if (one.series, one.period) == (series, address.period)]
    found = next((one for one in of_series if one.code == named), None)
    if found is None:
        legal = ", ".join(f"target={one.code}" for one in of_series) or "—"
        raise UnknownTarget(_NO_TARGET.format(found=named or "—", period=address.period, legal=legal))
    return found


def periods_behind(address: Address) -> tuple[Period, ...]:
    """The periods whose levels the figure is made of, its own first."""
    period = address.period
    yearly = {Comparison.SAME_PERIOD_LAST_YEAR, Comparison.CHANGE, Comparison.CONTRIBUTION}
    if address.comparison in yearly or address.comparison in PLANNED:
        return period, period.same_last_year()
    if address.comparison is Comparison.PREVIOUS_PERIOD:
        return period, period.previous()
    return (period,)


def _inputs(
    book: Book, series: SeriesKey, address: Address, periods: tuple[Period, ...]
) -> tuple[tuple[Address, Figure], ...]:
    """The levels it is derived from; of a ratio its numerator and denominator; else its own months."""
    indicator = book.indicators.of(series.definition)
    if indicator.numerator:
        halves = [
            SeriesKey(book.indicators[code].definition(), series.area, series.breakdown)
            for code in (indicator.numerator, indicator.denominator)
        ]
        return tuple((Address.of(half, p), book.level(half, p)) for p in periods for half in halves)
    if address.comparison is not Comparison.LEVEL:
        return tuple((Address.of(series, p), book.level(series, p)) for p in periods)
    months = [month for month in address.period.months() if book.stored(series, month)]
    return tuple((Address.of(series, month), book.level(series, month)) for month in months)


def _weightiest_first(cells: Sequence[AcceptedCell], senders: Sequence[Sender]) -> tuple[AcceptedCell, ...]:
    """Cells of the senders that contributed most come first, each sender's largest number first."""
    rank = {sender.reporter: place for place, sender in enumerate(senders)}
    return tuple(sorted(cells, key=lambda cell: (rank.get(cell.reporter, len(rank)), -abs(cell.value))))


_WITHHELD = Text(
    "Số này không công bố để giữ bí mật thông tin của đơn vị báo cáo; hồ sơ dừng ở đây.",
    "This figure is withheld to protect those who report; its passport ends here.",
)
_CLOSED = Text(
    "Hồ sơ của số đã công bố dừng ở đây: báo cáo của từng đơn vị được giữ bí mật theo Luật Thống kê.",
    "The passport of a released figure ends here: single respondents' returns are confidential by the Law on "
    "Statistics.",
)
_NOT_COLLECTED = Text(
    "Chưa có cách tính nào cho “{name}”: chỉ tiêu này không được thu thập qua báo cáo.",
    "There is no recipe for “{name}”: it is not collected by any return.",
)
_NO_TARGET = Text(
    "Không có chỉ tiêu “{found}” cho {period}. Hãy ghi tên chỉ tiêu trong địa chỉ: {legal}.",
    "There is no target “{found}” for {period}. Name the target in the address: {legal}.",
)
