"""Open a passport: gather what stands behind one figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from tongket.desks.filing.queries import AcceptedCell
from tongket.desks.ledger import doors
from tongket.desks.ledger.context import context
from tongket.desks.ledger.outstanding import Open
from tongket.desks.ledger.passport.evidence import Evidence, gather
from tongket.desks.ledger.passport.parts import Part, Sender, parts_of, senders_of
from tongket.desks.ledger.passport.vintages import Vintage, vintages_of
from tongket.desks.ledger.queries import run_at
from tongket.figures.compile.context import Context
from tongket.figures.compile.methods import METHODS
from tongket.figures.compile.order import sources_of
from tongket.figures.compile.places import last_day, map_number
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.run import in_force
from tongket.figures.compile.structure import REFERENCE_AREA
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.observations.on_map import OnMap
from tongket.figures.targets.quoted import PLANNED, TARGET, figure_at
from tongket.figures.targets.target import Target
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Indicator, Shape
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
    first; `cells` are the return cells, those that weigh most first; `outstanding` says how far returns
    that are out could still move a figure that waits for them.
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
    outstanding: Text | None = None

    @property
    def agrees(self) -> bool:
        """Whether the figure computed again from the cells equals the observation, exactly."""
        return self.recomputed.value == self.figure.value and self.recomputed.cause == self.figure.cause


@dataclass(frozen=True)
class Opener:
    """Opens passports of one book: as of a moment, or as of now. Made once, asked many times."""

    catalogue: Catalogue
    home: str
    targets: Sequence[Target] = ()
    moment: datetime | None = None

    @cached_property
    def book(self) -> Book:
        return doors.working(self.catalogue, self.moment)

    @cached_property
    def known(self) -> datetime:
        """The moment of the compile behind the book: returns that came after it are not in it."""
        return run_at(self.moment).moment

    @cached_property
    def around(self) -> Context:
        return context(self.catalogue, self.home, self.known)

    def _on_map_of(self, address: Address, book: Book) -> Book:
        """The book as it is, or its indicator on the map the address names."""
        if address.geo_version is None:
            return book
        return OnMap(book, self.around.areas, address.geo_version, frozenset({address.indicator})).book

    def _former(
        self, address: Address, series: SeriesKey, periods: Sequence[Period]
    ) -> tuple[SeriesKey, ...]:
        """The series a figure rests on: its own, or on another map those of the units that lay there."""
        if address.geo_version is None:
            return (series,)
        on_map = OnMap(self.book, self.around.areas, address.geo_version)
        for period in periods:
            on_map.refuse_later(period)
        months = [month for period in periods for month in period.months()]
        codes = dict.fromkeys(code for month in months for code in on_map.sources(series.area, month))
        return tuple(replace(series, area=code) for code in codes)

    def _within(
        self, cells: Sequence[AcceptedCell], former: Sequence[SeriesKey], periods: Sequence[Period]
    ) -> tuple[AcceptedCell, ...]:
        """The cells of the former units alone; the others only say that nothing else is out."""
        areas, days = self.around.areas, [last_day(month) for period in periods for month in period.months()]
        inside = {
            code
            for one in former
            for day in {(map_number(areas, day)): day for day in days}.values()
            if areas.knows(one.area, day)
            for code in areas.below(one.area, day)
        }
        return tuple(cell for cell in cells if cell.area_code in inside)

    @cached_property
    def _still_out(self) -> Open:
        return Open(self.catalogue, self.home, self.book, self.moment)

    def open(self, address: Address) -> Passport:
        """Open the figure at the address; refuses what nobody collects and no plan names."""
        series = _series(self.catalogue, address)
        target = _target(address, series, self.targets)
        recipes = _recipes(self.catalogue, series)
        name = self.catalogue.indicators.name(series.definition)
        if not recipes and address.comparison is not Comparison.PLAN:
            raise NoLineage(_NOT_COLLECTED.format(name=name))
        recipe = _maker(self.book, recipes, series, address.period)
        periods = periods_behind(address)
        told = self._on_map_of(address, self.book)
        former = self._former(address, series, periods)
        behind = self._evidence(recipes, address, former, periods)
        cells = self._within(behind.cells, former, periods) if address.geo_version else behind.cells
        figure = figure_at(address, told, self.targets)
        summed = recipe is not None and METHODS[recipe.method].summed
        senders = senders_of(told, series, address, periods, cells) if summed else ()
        return Passport(
            address=address,
            indicator=self.catalogue.indicators.of(series.definition),
            name=name,
            figure=figure,
            recipe=recipe,
            target=target,
            moment=self.known,
            inputs=(
                *_sources(self.book, recipe, series, periods),
                *_inputs(self.book, series, address, periods, former),
            ),
            parts=parts_of(told, self.catalogue, recipe, series, address),
            senders=senders,
            cells=_weightiest_first(cells, senders),
            vintages=tuple(vintage for one in former for vintage in vintages_of(one, periods)),
            recomputed=figure_at(address, self._on_map_of(address, behind.book), self.targets),
            outstanding=self._still_out.told(address) if figure.cause is Cause.NOT_ANSWERED else None,
        )

    def _evidence(
        self,
        recipes: Sequence[Recipe],
        address: Address,
        series: Sequence[SeriesKey],
        periods: Sequence[Period],
    ) -> Evidence:
        if address.comparison is Comparison.PLAN:  # a plan rests on its decision, not on returns
            return Evidence.none(self.catalogue)
        indicator = self.catalogue.indicators[address.indicator]
        if address.geo_version is not None and indicator.numerator:  # carried by its two sides
            for side in (indicator.numerator, indicator.denominator):
                definition = self.catalogue.indicators[side].definition()
                recipes = [*recipes, *_recipes(self.catalogue, replace(series[0], definition=definition))]
        if address.geo_version is not None and indicator.shape in (Shape.FLOW, Shape.COUNT):
            # That a unit had nothing is known only from all returns being in.
            series = [*series, replace(series[0], area=self.home)]
        return gather(self.catalogue, recipes, address, series, periods, self.around, self.known)


def _series(catalogue: Catalogue, address: Address) -> SeriesKey:
    """The series a figure is of; a plan's own name in the address is no breakdown of it."""
    breakdown = tuple(pair for pair in address.breakdown if pair[0] != TARGET)
    definition = catalogue.indicators[address.indicator].definition(address.coverage)
    return SeriesKey(definition, address.area, breakdown)


def _recipes(catalogue: Catalogue, series: SeriesKey) -> list[Recipe]:
    """Every recipe that makes the definition, each for the periods of its validity."""
    return [recipe for recipe in catalogue.recipes if recipe.definition == series.definition]


def _maker(book: Book, recipes: Sequence[Recipe], series: SeriesKey, period: Period) -> Recipe | None:
    """The recipe that made the observation; of a figure that is put together, the one in force."""
    stored = book.stored(series, period)
    made = [recipe for recipe in recipes if stored and recipe.code == stored.recipe]
    return next((one for one in (*made, *recipes) if one in made or in_force(one, period)), None)


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


def _sources(
    book: Book, recipe: Recipe | None, series: SeriesKey, periods: tuple[Period, ...]
) -> tuple[tuple[Address, Figure], ...]:
    """The same area and part of the series a recipe starts from, and those of its reference economy."""
    if recipe is None:
        return ()
    areas = dict.fromkeys((series.area, str(recipe.parameters.get(REFERENCE_AREA.name, series.area))))
    named = dict.fromkeys(source.definition(book.indicators) for source in sources_of(recipe))
    keys = [SeriesKey(definition, area, series.breakdown) for definition in named for area in areas]
    found = [(key, period) for period in periods for key in keys]
    return tuple(
        (Address.of(*one), book.level(*one))
        for one in found
        if book.level(*one).cause is not Cause.NOT_COLLECTED
    )


def _inputs(
    book: Book,
    series: SeriesKey,
    address: Address,
    periods: tuple[Period, ...],
    former: Sequence[SeriesKey] = (),
) -> tuple[tuple[Address, Figure], ...]:
    """The levels it is derived from: of another map those of the former units; of a ratio its numerator
    and denominator; else its own months."""
    indicator = book.indicators.of(series.definition)
    if indicator.numerator:
        halves = [
            replace(one, definition=book.indicators[code].definition())
            for one in former or (series,)
            for code in (indicator.numerator, indicator.denominator)
        ]
        return tuple((Address.of(half, p), book.level(half, p)) for p in periods for half in halves)
    if address.geo_version is not None:
        return tuple((Address.of(one, p), book.level(one, p)) for p in periods for one in former)
    if address.comparison is not Comparison.LEVEL:
        return tuple((Address.of(series, p), book.level(series, p)) for p in periods)
    months = [month for month in address.period.months() if book.stored(series, month)]
    return tuple((Address.of(series, month), book.level(series, month)) for month in months)


def _weightiest_first(cells: Sequence[AcceptedCell], senders: Sequence[Sender]) -> tuple[AcceptedCell, ...]:
    """Cells of the senders that contributed most come first, each sender's largest number first."""
    rank = {sender.reporter: place for place, sender in enumerate(senders)}
    return tuple(sorted(cells, key=lambda cell: (rank.get(cell.reporter, len(rank)), -abs(cell.value))))


_NOT_COLLECTED = Text(
    "Chưa có cách tính nào cho “{name}”: chỉ tiêu này không được thu thập qua báo cáo.",
    "There is no recipe for “{name}”: it is not collected by any return.",
)
_NO_TARGET = Text(
    "Không có chỉ tiêu “{found}” cho {period}. Hãy ghi tên chỉ tiêu trong địa chỉ: {legal}.",
    "There is no target “{found}” for {period}. Name the target in the address: {legal}.",
)
