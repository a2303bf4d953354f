"""Method `production_index`: the volume index of industry, from quantities of products."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from tongket.figures.compile.basket import Basket, basket
from tongket.figures.compile.grid import grid
from tongket.figures.compile.index_nodes import AreaMonths, area_months
from tongket.figures.compile.parameters import GAPS, ITEM
from tongket.figures.compile.tally import NOTHING, Job, Tally, tallies
from tongket.figures.compile.total import add_things
from tongket.figures.methods.index_numbers.arrays import Array
from tongket.figures.methods.index_numbers.branches import Node
from tongket.figures.methods.index_numbers.gaps import GAP_RULES, How, fill_products
from tongket.figures.observations.observation import Observation
from tongket.figures.terms.period import Period

Products = Mapping[Node, Tally]


def production(job: Job) -> Iterator[Observation]:
    """The level of every node and every product in every month; monthly mean of the reference year = 100.

    A year is not stored: it is compared as the sum of its months. A month with returns missing has no
    level at all, because a product without its largest producer would seem to have fallen.
    """
    chosen, item = basket(job.recipe, job.context), ITEM.of(job.recipe)
    by_item = tallies(job, job.recipe.measure, item, chosen.convert, breakdowns=())
    rungs = GAP_RULES[GAPS.of(job.recipe)]
    for area in area_months(grid(job, by_item, add_things, zeros=False), chosen):
        tallied = {month: area.laid.tally(area.whole, month) or NOTHING for month in area.months}
        found = {month: _products(chosen, item, tally) for month, tally in tallied.items()}
        filled = fill_products(chosen.layout, area.first_year, _volumes(area, found), area.complete, rungs)
        answers = {
            month: {node: tally.answers for node, tally in products.items()}
            for month, products in found.items()
        }
        yield from area.observations(filled.values, answers, filled.how > How.OBSERVED)


def _products(chosen: Basket, item: str, month: Tally) -> Products:
    """A month's tally by product of the basket; codes outside the basket are left out."""
    found: dict[Node, Tally] = {}
    for code, value in month.sums.items():
        if (product := chosen.product(code)) is not None:
            node = ((item, product),)
            found[node] = found.get(node, NOTHING) + Tally({product: value}, {product: month.counts[code]})
    return found


def _volumes(area: AreaMonths, found: Mapping[Period, Products]) -> Array:
    products = area.chosen.layout.products
    volumes = np.full((len(products), area.years, 12), np.nan)
    for month, by_product in found.items():
        for leaf, node in enumerate(products):
            if node in by_product:
                volumes[leaf, *area.at(month)] = float(add_things(by_product[node]))
    return volumes
