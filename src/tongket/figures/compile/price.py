"""Method `price_index`: what products cost, from the prices of each reporter matched month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from tongket.figures.compile.basket import Basket, basket
from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.grid import grid
from tongket.figures.compile.index_nodes import AreaMonths, area_months
from tongket.figures.compile.parameters import ELEMENTARY, ITEM
from tongket.figures.compile.tally import Job, Tally, tallies
from tongket.figures.compile.total import add_things
from tongket.figures.facts.columns import REPORTER
from tongket.figures.methods.index_numbers.arrays import Array
from tongket.figures.methods.index_numbers.branches import Node
from tongket.figures.methods.index_numbers.elementary import Formula
from tongket.figures.methods.index_numbers.shadow import matched_levels
from tongket.figures.observations.observation import Observation
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


def price(job: Job) -> Iterator[Observation]:
    """The level of every node and product in every month; the mean of the reference year is 100.

    A product's price is an elementary index of its reporters' prices, each matched with its own of the month
    before; a reporter's price of a product is the mean of its lines. Above the products it is the Laspeyres
    index of `production_index`, with the weights' base year taken from the facts. A month with returns
    missing carries the chain on and has no level itself.
    """
    chosen, item = basket(job.recipe, job.context), ITEM.of(job.recipe)
    _refuse_bases(chosen)
    by_reporter = tallies(job, job.recipe.measure, REPORTER, breakdowns=((item,),))
    for area in area_months(grid(job, by_reporter, add_things, zeros=False), chosen):
        series = {
            node: by_reporter.get(area.whole.within(**dict(node)), {}) for node in chosen.layout.products
        }
        levels = _levels(area, series, ELEMENTARY.of(job.recipe))
        levels[:, ~area.complete] = np.nan
        answers = {
            month: {node: periods[month].answers for node, periods in series.items() if month in periods}
            for month in area.months
        }
        yield from area.observations(levels, answers, np.zeros(levels.shape, dtype=np.bool_))


def _levels(area: AreaMonths, series: Mapping[Node, Mapping[Period, Tally]], formula: Formula) -> Array:
    """The elementary index of every product (leaf, year, month), 100 in the first month anything is known."""
    layout = area.chosen.layout
    units = [
        (leaf, reporter)
        for leaf, node in enumerate(layout.products)
        for reporter in sorted({one for tally in series[node].values() for one in tally.sums})
    ]
    start, months = area.months[0].first, area.months[-1].first - area.months[0].first + 1
    prices = np.full((len(units), months), np.nan)
    for row, (leaf, reporter) in enumerate(units):
        for period, tally in series[layout.products[leaf]].items():
            if reporter in tally.sums:
                prices[row, period.first - start] = float(tally.sums[reporter] / tally.counts[reporter])
    cells = np.array([leaf for leaf, _ in units], dtype=np.intp)
    known = matched_levels(layout.tree, prices, cells, layout.weight_years[0].shares, formula)
    levels = np.full((len(layout.products), area.years * 12), np.nan)
    offset = area.months[0].start_month - 1
    levels[:, offset : offset + months] = known
    return levels.reshape(len(levels), area.years, 12)


def _refuse_bases(chosen: Basket) -> None:
    for one in chosen.layout.weight_years:
        given = np.flatnonzero(~np.isnan(one.bases))
        if given.size:
            code = chosen.layout.products[given[0]][0][1]
            raise RecipeRefused(_BASE.format(recipe=chosen.recipe.code, code=code, year=one.base_year))


_BASE = Text(
    "Công thức “{recipe}”: chỉ số giá lấy giá gốc từ số liệu năm {year}; quyền số ghi sẵn sản lượng gốc cho "
    "{code}. Hãy để trống cột base_quantity.",
    "Recipe “{recipe}”: a price index takes its base from the facts of {year}; the weights give {code} a "
    "base quantity. Leave the column base_quantity empty.",
)
