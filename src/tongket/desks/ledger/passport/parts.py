"""What a figure is made up of: its parts one step down, and the reporters behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.desks.filing.queries import AcceptedCell
from tongket.figures.compile.recipe import Recipe
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.book import PERCENT, POINT, Book
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.targets.quoted import PLANNED
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.figure import DataType, Figure
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period

ITEM = "product"


@dataclass(frozen=True)
class Part:
    """A part of the whole with its own figure and its contribution to the whole's growth."""

    address: Address
    figure: Figure
    contribution: Figure


@dataclass(frozen=True)
class Sender:
    """A reporter and what it contributed: points of the growth, or percent of the level."""

    reporter: str
    contribution: Figure


def parts_of(
    book: Book, catalogue: Catalogue, recipe: Recipe | None, series: SeriesKey, address: Address
) -> tuple[Part, ...]:
    """The parts one step down in every dimension the series is split by, largest contribution first."""
    if recipe is None or address.comparison in PLANNED:
        return ()
    steps: list[tuple[str, str]] = []
    for dimension in {name for split in recipe.breakdowns for name in split}:
        codes = book.codes(series, dimension)
        codelist = _codelist(catalogue, codes)
        if codelist:
            known = set(codes)
            here = dict(series.breakdown).get(dimension)
            steps += [(dimension, code) for code in codes if _nearest(codelist, code, known) == here]
    steps += _products(book, catalogue, series)
    parts = [_part(book, series, address, dimension, code) for dimension, code in steps]
    return tuple(sorted(parts, key=lambda part: (-abs(part.contribution.value or 0), str(part.address))))


def _codelist(catalogue: Catalogue, codes: Sequence[str]) -> Codelist | None:
    """The list that knows all of the codes."""
    return next(
        (one for one in catalogue.codelists.values() if codes and set(codes) <= one.items.keys()), None
    )


def _nearest(codelist: Codelist, code: str, known: set[str]) -> str | None:
    """The nearest code above it that has figures; None at the top."""
    return next((up for up in codelist.above(code)[1:] if up in known), None)


def _products(book: Book, catalogue: Catalogue, series: SeriesKey) -> list[tuple[str, str]]:
    """The products of a lowest activity: the last step down an index."""
    activity = dict(series.breakdown).get("activity")
    codes = book.codes(series, ITEM) if activity else ()
    codelist = _codelist(catalogue, codes)
    made = [code for code in codes if codelist and codelist[code].attributes.get("activity") == activity]
    return [(ITEM, code) for code in made]


def _part(book: Book, series: SeriesKey, address: Address, dimension: str, code: str) -> Part:
    part = series.whole().within(**{dimension: code})
    own = Address.of(part, address.period, address.comparison)
    return Part(own, book.at(own), book.figure(part, address.period, Comparison.CONTRIBUTION))


def senders_of(
    book: Book,
    series: SeriesKey,
    address: Address,
    periods: Sequence[Period],
    cells: Sequence[AcceptedCell],
) -> tuple[Sender, ...]:
    """What each reporter contributed, largest first; none where its cells do not add up to the figure.

    Of an index, a product's points are shared among its makers by how far each moved its quantity. Of a
    sum, a reporter contributes what it moved, in points of the growth, or its share of the level.
    """
    shape = book.indicators.of(series.definition).shape
    estimated = any(book.level(series, period).data_type is DataType.ESTIMATE for period in periods)
    adds_up = shape in (Shape.INDEX, Shape.FLOW, Shape.STOCK) and address.comparison not in PLANNED
    if not adds_up or not cells or estimated:
        return ()
    moved = _moved(cells, periods)
    if shape is Shape.INDEX:
        points, unit = _index_points(book, series, address.period, moved), POINT
    else:
        points, unit = _sum_points(cells, periods, moved), POINT if len(periods) > 1 else PERCENT
    senders = [Sender(reporter, Figure(value, unit)) for reporter, value in points.items() if value]
    return tuple(sorted(senders, key=lambda one: (-abs(one.contribution.value or 0), one.reporter)))


Moved = dict[tuple[str, str], Decimal]


def _moved(cells: Iterable[AcceptedCell], periods: Sequence[Period]) -> Moved:
    """By reporter and item, the sum of the period less that of the base period."""
    moved: Moved = defaultdict(Decimal)
    for cell in cells:
        place = next((place for place, period in enumerate(periods) if period.contains(cell.period)), None)
        if place is not None:
            sign = 1 - 2 * place  # the period counts for, its base against
            moved[cell.reporter, cell.dimensions.get(ITEM, "")] += sign * cell.value
    return moved


def _index_points(book: Book, series: SeriesKey, period: Period, moved: Moved) -> dict[str, Decimal]:
    of_item: dict[str, Decimal] = defaultdict(Decimal)
    for (_, item), value in moved.items():
        of_item[item] += value
    points: dict[str, Decimal] = defaultdict(Decimal)
    for (reporter, item), value in moved.items():
        product = series.whole().within(**{ITEM: item})
        contributed = book.figure(product, period, Comparison.CONTRIBUTION).value
        if contributed is not None and of_item[item]:
            points[reporter] += contributed * value / of_item[item]
    return points


def _sum_points(cells: Iterable[AcceptedCell], periods: Sequence[Period], moved: Moved) -> dict[str, Decimal]:
    base = sum((cell.value for cell in cells if periods[-1].contains(cell.period)), Decimal(0))
    points: dict[str, Decimal] = defaultdict(Decimal)
    for (reporter, _), value in moved.items():
        points[reporter] += 100 * value / base if base else Decimal(0)
    return points
