"""Method `production_index`: the fixed-base volume index of industry, from quantities of products."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tongket.figures.compile.basket import Basket, basket
from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.grid import Grid, grid
from tongket.figures.compile.parameters import ITEM, STATUS
from tongket.figures.compile.places import last_day
from tongket.figures.compile.tally import NOTHING, Job, Tally, tallies
from tongket.figures.compile.timeline import Absence
from tongket.figures.compile.total import add_things
from tongket.figures.methods.index import Array, Node, production_index
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text


def production(job: Job) -> Iterator[Observation]:
    """The level of every node and every product in every month; base-year monthly mean = 100.

    A year is not stored: it is compared as the sum of its months. A month with returns missing has no
    level at all, because a product without its largest producer would seem to have fallen.
    """
    chosen, item = basket(job.recipe, job.context), ITEM.of(job.recipe)
    by_item = tallies(job, job.recipe.measure, item, chosen.convert, breakdowns=())
    laid = grid(job, by_item, add_things, zeros=False)
    if laid.timeline.grain != 1:
        raise RecipeRefused(_NOT_MONTHLY.format(recipe=job.recipe.code, months=laid.timeline.grain))
    for key in laid.series:
        yield from _nodes(laid, chosen, key, item)


def _nodes(laid: Grid, chosen: Basket, whole: SeriesKey, item: str) -> Iterator[Observation]:
    areas, status = laid.job.context.areas, STATUS.of(laid.job.recipe)
    months = [month for month in laid.timeline.periods if areas.knows(whole.area, last_day(month))]
    found = [_products(chosen, item, laid.tally(whole, month) or NOTHING) for month in months]
    levels = production_index(chosen.tree, _quantities(chosen, found))
    answers = [_answers(chosen, month) for month in found]
    for node, row in zip(chosen.tree.nodes, levels.tolist(), strict=True):
        key = SeriesKey(whole.definition, whole.area, node)
        for month, level, counts in zip(months, row, answers, strict=True):
            if np.isnan(level):
                absence = laid.timeline.absences.get(month, Absence(Cause.NOT_ANSWERED, _NO_PRODUCT))
                figure = laid.absent(absence, counts[node])
            else:
                unit = whole.definition.unit
                figure = Figure(exact(level), unit, status=status, answers=counts[node])
            yield laid.observed(key, month, figure)


def _products(chosen: Basket, item: str, month: Tally) -> dict[Node, Tally]:
    """A month's tally by product of the basket; codes outside the basket are left out."""
    found: dict[Node, Tally] = {}
    for code, value in month.sums.items():
        if (product := chosen.product(code)) is not None:
            node = ((item, product),)
            found[node] = found.get(node, NOTHING) + Tally({product: value}, {product: month.counts[code]})
    return found


def _quantities(chosen: Basket, months: list[dict[Node, Tally]]) -> dict[Node, Array]:
    return {
        node: np.array([float(add_things(month[node])) if node in month else np.nan for month in months])
        for node in chosen.tree.base_quantities
    }


def _answers(chosen: Basket, month: dict[Node, Tally]) -> dict[Node, int]:
    """How many facts stand behind each node: its products' own, carried up the tree."""
    tree = chosen.tree
    counts = [month[node].answers if node in month else 0 for node in tree.nodes]
    for place in range(len(counts) - 1, 0, -1):
        counts[tree.parents[place]] += counts[place]
    return dict(zip(tree.nodes, counts, strict=True))


_NO_PRODUCT = Text("không có sản phẩm nào được báo cáo", "none of its products was reported")
_NOT_MONTHLY = Text(
    "Công thức “{recipe}”: chỉ số sản xuất cần số liệu tháng; biểu này báo cáo theo kỳ {months} tháng.",
    "Recipe “{recipe}”: a production index takes monthly facts; this form has periods of {months} months.",
)
