"""An index over whole years: from what its products were to the levels of every node, and who moved it.

Only the products' own levels are needed, so an index that was stored can be taken apart again, exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from tongket.figures.methods.index_numbers.arrays import REFERENCE, Array, Places, answer, quotient
from tongket.figures.methods.index_numbers.basket import Basket
from tongket.figures.methods.index_numbers.branches import Node
from tongket.figures.methods.index_numbers.contributions import contributions
from tongket.figures.methods.index_numbers.links import ChainedIndex, chained, linked, yearly_mean
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period


@dataclass(frozen=True)
class Index:
    """Levels (node, year, month) of a basket from January of `first_year`, missing where there are none."""

    basket: Basket
    first_year: int
    chain: ChainedIndex
    levels: Array

    def contributions(self, now: Sequence[Period], before: Sequence[Period]) -> dict[Node, Decimal | Cause]:
        """Contribution of every node to the growth of the whole from `before` to `now`, in points.

        Months on both sides, the earlier second; several are cumulated. The contributions of the children
        of a node add to its own, those of the sections to the whole's growth, exactly, whatever links lie
        between. Missing: a product without a level moves as its parent does, as in the index itself; where
        the whole is missing in any month, NOT_ANSWERED. Zero: SUM I(before) = 0 gives ZERO_BASE.
        Source: METHODS §1.3, §9.1 (a missing node keeps its points).
        """
        left, right = ([self._place(month) for month in side] for side in (now, before))
        cause = self._cause(left, right)
        if cause is not None:
            return dict.fromkeys(self.basket.nodes, cause)
        points = contributions(self.chain, left, right)
        return {node: answer(point) for node, point in zip(self.basket.nodes, points, strict=True)}

    def _place(self, month: Period) -> tuple[int, int]:
        return month.start_year - self.first_year, month.start_month - 1

    def _cause(self, now: list[tuple[int, int]], before: list[tuple[int, int]]) -> Cause | None:
        whole, years = self.chain.levels[0], self.levels.shape[1]
        if not now or any(
            not 0 <= year < years or np.isnan(whole[year, month]) for year, month in now + before
        ):
            return Cause.NOT_ANSWERED
        return Cause.ZERO_BASE if sum(whole[place] for place in before) == 0 else None


def measured(basket: Basket, first_year: int, volumes: Array) -> Array:
    """Levels of the products from their volumes (leaf, year, month): 100 q / q_0.

    q_0 is the base quantity of the leaf's home set, or the mean month of that set's base year in the facts.
    Missing: q missing, or a base year that is not whole in the facts. Domain: q >= 0.
    Source: METHODS §1.1 (1).
    """
    bases = _of_home(basket, np.array([one.bases for one in basket.weight_years]))
    seen = _of_home(basket, _base_year_means(basket, first_year, volumes))
    given = np.where(np.isnan(bases), seen, bases)
    return REFERENCE * quotient(volumes, given[:, np.newaxis, np.newaxis])


def index(basket: Basket, first_year: int, product_levels: Array) -> Index:
    """The levels of every node from those of its products (leaf, year, month).

    A node above the products is chained over the sets of weights by the basket's overlap; with one set it is
    SUM I_c W_c / SUM W_c. A product needs no chain: its level is its quantity on its base, whatever it
    weighs. Missing: a node none of whose products has a level; a node is filled from above only in the
    chain, never shown so; where an overlap or a base year is not whole, the chain stops.
    Zero: a true stop is a level of 0 and keeps its weight. Source: METHODS §1.1 (1)-(5), §1.3, §1.4.
    """
    tree, sets = basket.tree, basket.weight_years
    places = _set_of_year(basket, first_year + np.arange(product_levels.shape[1]))
    weights = np.array([one.shares for one in sets]).T[:, places]
    references = _references(basket, first_year, product_levels).T[:, places]
    made = linked(tree, product_levels, weights, references, np.diff(places, prepend=places[:1]) != 0)
    chain = _re_referenced(basket, first_year, chained(made, basket.overlap))
    levels = np.where(made.known, chain.levels, np.nan)
    levels[tree.leaves] = product_levels
    return Index(basket, first_year, chain, levels)


def _set_of_year(basket: Basket, years: Places) -> Places:
    """Which set is in force in each year: the last that has begun, the first before any has."""
    begun = np.array([one.since for one in basket.weight_years])
    return np.clip(np.searchsorted(begun, years, side="right") - 1, 0, None).astype(np.intp)


def _of_home(basket: Basket, by_set: Array) -> Array:
    return np.asarray(by_set[basket.home, np.arange(by_set.shape[1])])


def _base_year_means(basket: Basket, first_year: int, rows: Array) -> Array:
    """The mean month of each set's base year by leaf (set, leaf); missing where it is not whole."""
    means = yearly_mean(rows)
    found = np.full((len(basket.weight_years), len(rows)), np.nan)
    for place, one in enumerate(basket.weight_years):
        if 0 <= one.base_year - first_year < rows.shape[1]:
            found[place] = means[:, one.base_year - first_year]
    return found


def _references(basket: Basket, first_year: int, product_levels: Array) -> Array:
    """The level that each set's base stands at, by leaf (set, leaf)."""
    bases = np.array([one.bases for one in basket.weight_years])
    given = REFERENCE * quotient(bases, _of_home(basket, bases))
    return np.where(np.isnan(bases), _base_year_means(basket, first_year, product_levels), given)


def _re_referenced(basket: Basket, first_year: int, chain: ChainedIndex) -> ChainedIndex:
    """The chain with 100 as the mean of the reference year; nothing to do where it starts on that base."""
    if basket.reference_year == basket.weight_years[0].base_year:
        return chain
    year = basket.reference_year - first_year
    inside = 0 <= year < chain.levels.shape[1]
    mean = chain.levels[:, year].mean(axis=1) if inside else np.full(len(chain.levels), np.nan)
    factor = quotient(REFERENCE, mean)[:, np.newaxis, np.newaxis]
    return replace(chain, base=chain.base * factor, levels=chain.levels * factor)
