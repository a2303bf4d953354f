"""What the returns that are out could still make of a figure: the missing-return range of a series."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from tongket.figures.compile.basket import Basket, basket
from tongket.figures.compile.context import Context, Due, RecipeRefused
from tongket.figures.compile.lineage import FactFilter, dimensions_behind
from tongket.figures.compile.parameters import DENOMINATOR, ITEM, RANGE, WEIGHTS
from tongket.figures.compile.places import last_day
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.tally import Convert
from tongket.figures.compile.unit_values import Codes, UnitValues
from tongket.figures.compile.units import conversion
from tongket.figures.methods.imputation.outstanding import (
    AbsentPair,
    Bounds,
    IndexedProduct,
    Outstanding,
    Unbounded,
    history_bounds,
    index_range,
    ratio_range,
    total_range,
)
from tongket.figures.methods.imputation.policy import RangeRule
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

Reported = Mapping[str, UnitValues]  # by measure, kept apart by the item where it has a unit of its own
Add = Callable[[Mapping[Codes, Decimal]], Decimal]
Range = Outstanding | Unbounded | Cause


@dataclass(frozen=True)
class Question:
    """A figure whose returns are not all in: the periods it is made of, and who is out in each."""

    recipe: Recipe
    series: SeriesKey
    context: Context
    periods: tuple[Period, ...]
    rule: RangeRule

    @property
    def out(self) -> tuple[tuple[Period, Due], ...]:
        due = self.context.due.get(self.recipe.dataflow, {})
        return tuple(
            (period, one)
            for period in self.periods
            for one in due.get(period, ())
            if not one.answered and one.area in self._below(period)
        )

    def _below(self, period: Period) -> frozenset[str]:
        return self.context.areas.below(self.series.area, last_day(period))

    @property
    def measures(self) -> tuple[str, ...]:
        below = (DENOMINATOR.of(self.recipe),) if DENOMINATOR.name in self.recipe.parameters else ()
        return (self.recipe.measure, *below)

    @property
    def item(self) -> str:
        """The dimension that values are kept apart by; none where the measure has one unit."""
        recipe = self.recipe
        return ITEM.of(recipe) if WEIGHTS.name in recipe.parameters else self._conversion(recipe.measure)[0]

    def _conversion(self, measure: str) -> tuple[str, Convert]:
        unit = self.context.measure_units.get((self.recipe.dataflow, measure), "")
        same = DENOMINATOR.name in self.recipe.parameters
        return conversion(self.recipe, self.context, measure, unit if same else self.recipe.definition.unit)

    def adding(self, measure: str) -> Add:
        """How a reporter's values become one number in the unit of the figure."""
        _, convert = self._conversion(measure)
        return lambda by_codes: sum(
            (convert(value, codes[0] if codes else "") for codes, value in by_codes.items()), Decimal(0)
        )

    def facts(self) -> Iterator[FactFilter]:
        """What to look up: what is in for the periods, and the past of those who are out."""
        dimensions = dimensions_behind(self.recipe, self.series, self.context)
        for period in dict.fromkeys(
            (*self.periods, *(past for one in self.periods for past in self.past(one)))
        ):
            if self.context.areas.knows(self.series.area, last_day(period)):
                yield FactFilter(
                    self.recipe.dataflow, self.measures, (period,), dimensions, self._below(period)
                )

    def past(self, period: Period) -> tuple[Period, ...]:
        found = [period.previous()]
        while len(found) < self.rule.periods:
            found.append(found[-1].previous())
        return tuple(found)

    def known(self, values: UnitValues, add: Add) -> Decimal:
        """What is in."""
        reported = (one for period in self.periods for one in values.by_period.get(period, {}).values())
        return sum(map(add, reported), Decimal(0))

    def bounds(self, values: UnitValues, add: Add) -> dict[str, Bounds | None]:
        """By reporter that is out, the least and the most of its own past, for all its periods together."""
        found: dict[str, Bounds | None] = {}
        for period, one in self.out:
            seen = [values.by_period.get(past, {}).get(one.reporter) for past in self.past(period)]
            history = [None if by_codes is None else add(by_codes) for by_codes in seen]
            more = history_bounds(history, self.rule.slack, self.rule.least)
            found[one.reporter] = _and(found.get(one.reporter), more) if one.reporter in found else more
        return found


def question(recipe: Recipe, series: SeriesKey, period: Period, context: Context) -> Question | None:
    """What is open about a figure; None where no range can be asked for.

    That is where nothing is out, a part of the period is not due yet or unknown, the recipe bounds nothing,
    or its method has no range: counts of distinct things, and indices linked over several weights.
    """
    code = RANGE.of(recipe) if RANGE.name in recipe.parameters else "none"
    if code == "none" or len(WEIGHTS.of(recipe) if WEIGHTS.name in recipe.parameters else ()) > 1:
        return None
    if code not in context.imputation:
        raise RecipeRefused(
            _NO_RULE.format(recipe=recipe.code, code=code, legal=", ".join(context.imputation) or "—")
        )
    coverage = context.covered(recipe.dataflow, series.area)
    shape = context.indicators.of(recipe.definition).shape
    inside = sorted(one for one in coverage if period.contains(one))
    if shape in (Shape.STOCK, Shape.RATIO):
        inside = [one for one in inside if one.last == period.last]
        whole = bool(inside)
    else:
        whole = sum(one.length for one in inside) == period.length
    made = Question(recipe, series, context, tuple(inside), context.imputation[code].range)
    due = all(context.coverage[recipe.dataflow][one].due for one in inside)
    return made if whole and due and made.out else None


def outstanding(asked: Question, reported: Reported) -> Range:
    """The least and the most the figure can come to. Source: `methods.imputation.outstanding`, ours."""
    if WEIGHTS.name in asked.recipe.parameters:
        return _index(asked, reported[asked.recipe.measure])
    known = {one: asked.known(reported[one], asked.adding(one)) for one in asked.measures}
    bounds = {one: asked.bounds(reported[one], asked.adding(one)) for one in asked.measures}
    if len(asked.measures) == 1:
        return total_range(known[asked.recipe.measure], bounds[asked.recipe.measure])
    above, below = asked.measures
    pairs = {unit: AbsentPair(part, bounds[below][unit]) for unit, part in bounds[above].items()}
    found = ratio_range(known[above], known[below], pairs, part_of_whole=True)
    return _percent(found) if isinstance(found, Outstanding) else found


def _index(asked: Question, values: UnitValues) -> Range:
    """Of an index of one set of weights: the mean of its months, from the quantities of its products."""
    chosen = basket(asked.recipe, asked.context)
    layout = chosen.layout
    (weights,) = layout.weight_years
    below = layout.tree.below(layout.nodes.index(asked.series.breakdown))[layout.tree.leaves]
    products = []
    for leaf in np.flatnonzero(below & ~np.isnan(weights.bases)):
        add = _adding_product(chosen, layout.products[leaf][0][1])
        base = exact(float(weights.bases[leaf])) * len(asked.periods)
        known, absent = asked.known(values, add), asked.bounds(values, add)
        products.append(IndexedProduct(exact(float(weights.shares[leaf])), base, known, absent))
    return index_range(products)


def _adding_product(chosen: Basket, product: str) -> Add:
    def add(by_codes: Mapping[Codes, Decimal]) -> Decimal:
        own = {code: value for (code,), value in by_codes.items() if chosen.product(code) == product}
        return sum((chosen.convert(value, code) for code, value in own.items()), Decimal(0))

    return add


def _percent(found: Outstanding) -> Outstanding:
    drivers = tuple((unit, 100 * width) for unit, width in found.drivers)
    return Outstanding(100 * found.low, 100 * found.high, drivers)


def _and(had: Bounds | None, more: Bounds | None) -> Bounds | None:
    return None if had is None or more is None else Bounds(had.low + more.low, had.high + more.high)


_NO_RULE = Text(
    "Công thức “{recipe}”: không có quy tắc khoảng dao động “{code}”. Hiện có: {legal}.",
    "Recipe “{recipe}”: there is no rule “{code}” for the missing-return range. There are: {legal}.",
)
