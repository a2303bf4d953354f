"""Tables of an index: its tree in every month, and the sums that are one of its products in other clothes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tongket.figures.compile.basket import Basket, basket
from tongket.figures.compile.parameters import ITEM
from tongket.figures.compile.splits import selected
from tongket.figures.compile.tally import Job
from tongket.figures.methods.disclosure.cells import Equation
from tongket.figures.methods.index_numbers.branches import Node
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.protection.behind import of_products
from tongket.figures.protection.linked import Linked, key_of
from tongket.figures.protection.sums import Values
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import exact

ROUNDED = Decimal("1e-6")  # of a level: levels are put together as floats


def link_index(linked: Linked, job: Job, values: Values) -> None:
    """Cells and equations of a recipe of the method `production_index`.

    Of a node, SUM w_c I_c / SUM w_c over its present children. An index times its base value is the
    firm's own figure, so its nodes are judged by who stands behind them, as their quantities are.
    """
    chosen = basket(job.recipe, job.context)
    products = of_products(job, chosen)
    for (series, period), value in values.items():
        known = products.get((series.area, period, series.breakdown))
        linked.add(job.recipe, (series, period), value, known)
    for area, period in dict.fromkeys((series.area, period) for series, period in values):
        _tree(linked, chosen, SeriesKey(job.recipe.definition, area), period, values)


def _tree(linked: Linked, chosen: Basket, whole: SeriesKey, period: Period, values: Values) -> None:
    weights = chosen.layout.carried()
    for node in chosen.layout.nodes:
        slot = _slot(whole, node), period
        children = [one for one in chosen.layout.children(node) if (_slot(whole, one), period) in values]
        if slot not in values or not children:
            continue
        shares = _shares([exact(weights[one]) for one in children])
        terms = [
            (key_of(_slot(whole, one), period), share) for one, share in zip(children, shares, strict=True)
        ]
        tolerance = ROUNDED * abs(values[slot])
        linked.equations.append(Equation((*terms, (key_of(*slot), Decimal(-1))), tolerance))


def _slot(whole: SeriesKey, node: Node) -> SeriesKey:
    return SeriesKey(whole.definition, whole.area, node)


def _shares(weights: list[Decimal]) -> list[Decimal]:
    return [weight / sum(weights, Decimal(0)) for weight in weights]


def link_products(linked: Linked, job: Job, sums: list[Job], values: Mapping[str, Values]) -> None:
    """A printed quantity of exactly one product of the basket is that product's index times its base."""
    chosen, levels = basket(job.recipe, job.context), values[job.recipe.code]
    for node in chosen.layout.base_quantities():
        for one in sums:
            if _is_product(chosen, node, job, one):
                _scaled(linked, node, levels, values[one.recipe.code])


def _is_product(chosen: Basket, node: Node, index: Job, sums: Job) -> bool:
    one, other = index.recipe, sums.recipe
    codes = selected(other, sums.context).get(ITEM.of(one))
    same = (one.dataflow, one.measure) == (other.dataflow, other.measure)
    return same and codes is not None and codes == chosen.codes_of(node)


def _scaled(linked: Linked, node: Node, levels: Values, quantities: Values) -> None:
    for (series, period), level in levels.items():
        if series.breakdown != node:
            continue
        for (other, same), quantity in quantities.items():
            if (other.area, same, other.breakdown) == (series.area, period, ()) and level and quantity:
                keys = key_of(series, period), key_of(other, same)
                linked.equations.append(Equation.scaled(*keys, level / quantity))
