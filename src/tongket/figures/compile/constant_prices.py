"""Method `constant_prices`: a value at current prices, each item by its own price index, then added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.grid import Grid, grid
from tongket.figures.compile.parameters import A_CODE, ITEM_OF, MAP, Mapped, Parameter, least, word
from tongket.figures.compile.tally import Job, Tally, tallies
from tongket.figures.compile.total import add_things
from tongket.figures.compile.units import conversion
from tongket.figures.methods.estimation.deflation import PriceBase, PriceIndices, Volume, constant_prices
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.figure import Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

PRICES = Parameter("prices", A_CODE, word)
BASE = Parameter("base", Text("một năm gốc của price_bases", "a base year of price_bases"), least(1900))
PARAMETERS = (PRICES, BASE, ITEM_OF, MAP)
SHOWN = 5  # codes without an index of their own that a sentence names; the rest are counted


@dataclass(frozen=True)
class Deflator:
    """The price indices of a recipe, and the way from an item to the indices above it."""

    prices: PriceIndices
    base: PriceBase
    items: Codelist
    attribute: str
    activities: Codelist

    def above(self, code: str) -> tuple[str, ...]:
        """The items it lies under, then its activity and those above it."""
        activity = self.items[code].attributes.get(self.attribute, "")
        return (*self.items.above(code)[1:], *(self.activities.above(activity) if activity else ()))

    def volumes(self, tally: Tally, period: Period) -> tuple[Decimal | Cause, Mapping[str, Volume | Cause]]:
        if not tally.sums:
            return Decimal(0), {}
        base = Period.year(self.base.year)
        return constant_prices(tally.sums, self.prices.prices, period, base, self.above)


def deflated_totals(job: Job) -> Iterator[Observation]:
    """Every period of the facts, and the year as the sum of its periods, at the prices of the base year.

    An item without an index of its own takes its nearest parent's, and the figure is an estimate, E;
    without any, the figure is absent and names the item.
    """
    recipe, item = job.recipe, ITEM_OF.of(job.recipe)
    deflator = _deflator(job, item)
    _, convert = conversion(recipe, job.context, recipe.measure, recipe.definition.unit)
    by_item = tallies(job, recipe.measure, item.dimension, convert)
    laid = grid(job, by_item, add_things, zeros=True)
    for key in laid.series:
        found = {period: _at(laid, deflator, key, period) for period in laid.timeline.periods}
        there = {period: figure for period, figure in found.items() if figure is not None}
        for period, figure in there.items():
            yield laid.observed(key, period, figure)
        for year in laid.timeline.years():
            if (whole := _year(laid, key, year, there)) is not None:
                yield laid.observed(key, year, whole)


def _at(laid: Grid, deflator: Deflator, key: SeriesKey, period: Period) -> Figure | None:
    tally = laid.tally(key, period)
    if tally is None:
        return laid.at(key, period)
    value, volumes = deflator.volumes(tally, period)
    unit = laid.job.recipe.definition.unit
    if isinstance(value, Cause):
        lacking = [code for code, volume in volumes.items() if isinstance(volume, Cause)]
        because = _NO_PRICE.format(items=_named(lacking), period=period, base=deflator.base.year)
        return Figure.absent(unit, value, because, tally.answers)
    borrowed = [code for code, one in volumes.items() if isinstance(one, Volume) and one.price_of != code]
    status = ObsStatus.ESTIMATED if borrowed else ObsStatus.NORMAL
    because = _told(deflator, borrowed)
    return Figure(value, unit, DataType.ACTUAL, status, because=because, answers=tally.answers)


def _year(laid: Grid, key: SeriesKey, year: Period, found: Mapping[Period, Figure]) -> Figure | None:
    whole = laid.over(key, year)
    if whole is None or whole.value is None:
        return whole
    parts = [found[part] for part in laid.timeline.parts(year)]
    empty = next((part for part in parts if part.value is None), None)
    if empty is not None:
        return Figure.absent(whole.unit, empty.cause or Cause.UNDEFINED, empty.because, whole.answers)
    value = sum((part.value for part in parts if part.value is not None), Decimal(0))
    told = next((part for part in parts if part.status is ObsStatus.ESTIMATED), parts[0])
    return Figure(value, whole.unit, told.data_type, told.status, because=told.because, answers=whole.answers)


def _deflator(job: Job, item: Mapped) -> Deflator:
    recipe, context = job.recipe, job.context
    code, year = PRICES.of(recipe), BASE.of(recipe)
    if code not in context.prices:
        raise RecipeRefused(
            _UNKNOWN.format(recipe=recipe.code, code=code, legal=", ".join(sorted(context.prices)) or "—")
        )
    if year not in context.price_bases or recipe.definition.price_basis != f"constant_{year}":
        legal = ", ".join(str(one) for one in sorted(context.price_bases)) or "—"
        basis = recipe.definition.price_basis or "—"
        raise RecipeRefused(_BASIS.format(recipe=recipe.code, base=year, basis=basis, legal=legal))
    items = context.codelist(recipe.dataflow, item.dimension)
    activities = context.codelists.get(item.codelist)
    if items is None or activities is None:
        raise RecipeRefused(_NO_LIST.format(recipe=recipe.code, item=item))
    return Deflator(context.prices[code], context.price_bases[year], items, item.attribute, activities)


def _told(deflator: Deflator, borrowed: list[str]) -> Text:
    base, prices = deflator.base, deflator.prices
    told = _AT.format(year=base.year, reference=base.reference, prices=prices.reference)
    told = told if base.confirmed else _DOUBT.format(told=told)
    told = _SYNTHETIC.format(told=told) if prices.synthetic else told
    return _BORROWED.format(told=told, items=_named(borrowed)) if borrowed else told


def _named(codes: list[str]) -> Text:
    rest = len(codes) - SHOWN
    shown = Text.same(", ".join(codes[:SHOWN]))
    more = Text("{shown} và {rest} mã khác", "{shown} and {rest} more")
    return more.format(shown=shown, rest=rest) if rest > 0 else shown


_AT = Text(
    "theo giá năm {year} ({reference}); chỉ số giá: {prices}",
    "at {year} prices ({reference}); price indices: {prices}",
)
_DOUBT = Text(
    "{told}; năm gốc chưa đối chiếu văn bản", "{told}; the base year is not checked against the text"
)
_SYNTHETIC = Text("CHỈ SỐ GIÁ GIẢ LẬP: {told}", "SYNTHETIC PRICES: {told}")
_BORROWED = Text(
    "{told}; {items} không có chỉ số giá riêng, dùng chỉ số của nhóm trên",
    "{told}; {items} have no price index of their own and take their parent's",
)
_NO_PRICE = Text(
    "không có chỉ số giá của {items} cho cả {period} và năm gốc {base}",
    "no price index of {items} for both {period} and the base year {base}",
)
_UNKNOWN = Text(
    "Công thức “{recipe}”: không có bộ chỉ số giá “{code}”. Hiện có: {legal}. "
    "Hãy thêm tệp vào prices/ của danh mục.",
    "Recipe “{recipe}”: there are no price indices “{code}”. There are: {legal}. "
    "Add a file to prices/ of the catalogue.",
)
_BASIS = Text(
    "Công thức “{recipe}”: năm gốc {base} phải có trong price_bases ({legal}) và là năm gốc của chỉ tiêu, "
    "nay là “{basis}”. Hãy sửa năm gốc hoặc chỉ tiêu.",
    "Recipe “{recipe}”: the base year {base} has to stand in price_bases ({legal}) and to be that of the "
    "indicator, which is “{basis}”. Correct the base year or the indicator.",
)
_NO_LIST = Text(
    "Công thức “{recipe}”: {item} không chỉ tới một chiều và một danh mục có thật.",
    "Recipe “{recipe}”: {item} does not name a dimension and a code list that exist.",
)
