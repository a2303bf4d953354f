"""The passport of a figure: what it is, how it was made, from which cells, and whether that still holds.

It is worked out when asked, as of the book's moment, and the figure is computed again from the cells
alone by the slow engine; nothing of it is stored.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tongket.desks.filing import queries as filing
from tongket.desks.filing.queries import AcceptedCell
from tongket.desks.ledger import doors, facts
from tongket.desks.ledger.context import context
from tongket.desks.ledger.models import ObservationRow
from tongket.desks.ledger.queries import run_at
from tongket.desks.ledger.rows import figure_of, write_breakdown
from tongket.figures.compile.context import Context
from tongket.figures.compile.lineage import inputs
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.run import compile_recipe
from tongket.figures.engines import engine
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Address, Comparison, Observation, SeriesKey
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.indicator import Indicator
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Refusal, Text


class NoLineage(Refusal):
    """The figure does not come from a recipe."""


@dataclass(frozen=True)
class Vintage:
    """One value a stored figure has had, and from when to when it held."""

    address: str
    figure: Figure
    recorded_at: datetime
    superseded_at: datetime | None


@dataclass(frozen=True)
class Part:
    """A part of the whole with its own figure and what it contributed."""

    address: Address
    figure: Figure
    contribution: Figure


@dataclass(frozen=True)
class Passport:
    """Everything behind one figure. `cells` are the return cells, largest first."""

    address: Address
    indicator: Indicator
    name: Text
    figure: Figure
    recipe: Recipe
    moment: datetime
    inputs: tuple[tuple[Address, Figure], ...]
    parts: tuple[Part, ...]
    cells: tuple[AcceptedCell, ...]
    vintages: tuple[Vintage, ...]
    recomputed: Figure

    @property
    def agrees(self) -> bool:
        """Whether the figure computed again from the cells equals the observation, exactly."""
        return self.recomputed.value == self.figure.value and self.recomputed.cause == self.figure.cause


def passport(catalogue: Catalogue, home: str, address: Address, moment: datetime | None = None) -> Passport:
    """Open the figure at the address in the book as of the moment (now, when None)."""
    book = doors.working(catalogue, moment)
    moment = run_at(moment).moment  # the returns the book was made from, not those that came after
    series = SeriesKey(
        catalogue.indicators[address.indicator].definition(address.coverage), address.area, address.breakdown
    )
    surroundings = context(catalogue, home, moment)
    recipe = _recipe(catalogue, series)
    needed = _periods(address)
    cells = _cells(recipe, series, needed, surroundings, moment)
    return Passport(
        address=address,
        indicator=catalogue.indicators.of(series.definition),
        name=catalogue.indicators.name(series.definition),
        figure=book.at(address),
        recipe=recipe,
        moment=moment,
        inputs=_inputs(book, series, address, needed),
        parts=_parts(book, series, address),
        cells=tuple(sorted(cells, key=lambda cell: -abs(cell.value))),
        vintages=_vintages(series, needed),
        recomputed=_recompute(catalogue, recipe, surroundings, cells).at(address),
    )


def _recipe(catalogue: Catalogue, series: SeriesKey) -> Recipe:
    found = [recipe for recipe in catalogue.recipes if recipe.definition == series.definition]
    if not found:
        raise NoLineage(
            Text(
                "Chưa có cách tính nào cho “{name}”: chỉ tiêu này không được thu thập qua báo cáo.",
                "There is no recipe for “{name}”: it is not collected by any return.",
            ).format(name=catalogue.indicators.name(series.definition))
        )
    return found[-1]


def _periods(address: Address) -> tuple[Period, ...]:
    """The periods whose levels the figure is made of, its own first."""
    period = address.period
    match address.comparison:
        case Comparison.SAME_PERIOD_LAST_YEAR | Comparison.CHANGE | Comparison.CONTRIBUTION:
            return period, period.same_last_year()
        case Comparison.PREVIOUS_PERIOD:
            return period, period.previous()
    return (period,)


def _cells(
    recipe: Recipe, series: SeriesKey, periods: tuple[Period, ...], around: Context, moment: datetime
) -> tuple[AcceptedCell, ...]:
    # A contribution and a share are measured against the whole, so they rest on its cells too.
    wanted = {series, series.whole()}
    found: dict[int, AcceptedCell] = {}
    for period in periods:
        for one in wanted:
            for condition in inputs(recipe, one, period, around):
                for cell in filing.accepted_cells(condition, moment):
                    found[cell.pk] = cell
    return tuple(found.values())


def _inputs(
    book: Book, series: SeriesKey, address: Address, periods: tuple[Period, ...]
) -> tuple[tuple[Address, Figure], ...]:
    """The levels it is derived from; of a ratio its numerator and denominator; else its own months."""
    indicator = book.indicators.of(series.definition)
    if indicator.numerator:
        parts = [
            SeriesKey(book.indicators[code].definition(), series.area, series.breakdown)
            for code in (indicator.numerator, indicator.denominator)
        ]
        return tuple((Address.of(one, p), book.level(one, p)) for p in periods for one in parts)
    if address.comparison is not Comparison.LEVEL:
        return tuple((Address.of(series, p), book.level(series, p)) for p in periods)
    months = [month for month in address.period.months() if book.stored(series, month)]
    return tuple((Address.of(series, month), book.level(series, month)) for month in months)


def _parts(book: Book, series: SeriesKey, address: Address) -> tuple[Part, ...]:
    """The parts of a whole by every dimension it is split by, largest contribution first."""
    found: list[Part] = []
    for dimension in book.indicators.of(series.definition).breakdowns if not series.breakdown else ():
        for code in book.codes(series, dimension):
            part = series.within(**{dimension: code})
            own = Address.of(part, address.period, address.comparison)
            contribution = book.figure(part, address.period, Comparison.CONTRIBUTION)
            found.append(Part(own, book.at(own), contribution))
    return tuple(sorted(found, key=lambda part: -abs(part.contribution.value or 0)))


def _vintages(series: SeriesKey, periods: tuple[Period, ...]) -> tuple[Vintage, ...]:
    definition = series.definition
    rows = ObservationRow.objects.filter(
        indicator=definition.indicator,
        coverage=definition.coverage,
        area=series.area,
        breakdown=write_breakdown(series.breakdown),
        period__in=[period for whole in periods for period in (whole, *whole.months())],
    )
    return tuple(
        Vintage(str(Address.of(series, row.period)), figure_of(row), row.recorded_at, row.superseded_at)
        for row in rows.order_by("pk")
    )


def _recompute(
    catalogue: Catalogue, recipe: Recipe, around: Context, cells: tuple[AcceptedCell, ...]
) -> Book:
    """The book that these cells alone make, by the slow engine."""
    by_dataflow: dict[str, list[AcceptedCell]] = defaultdict(list)
    for cell in cells:
        by_dataflow[cell.dataflow].append(cell)
    with tempfile.TemporaryDirectory(prefix="tongket-") as folder:
        for table in facts.tables(catalogue):
            facts.write_cells(Path(folder), table, by_dataflow[table.dataflow])
        observations: tuple[Observation, ...] = compile_recipe(
            recipe, engine("plain", Path(folder)).reduce, around, None
        )
    return Book(catalogue.indicators, observations, doors.trees(catalogue))
