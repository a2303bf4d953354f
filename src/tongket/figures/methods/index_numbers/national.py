"""The monthly production index of every province and of the nation, from relatives of cells to levels.

The tree is whole > area > section > division > group > class > product, as PEERS "Semantics" 3; a cell is
an area's product. Everything after the relatives is here, whichever engine made them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tongket.figures.facts.relatives import Relatives
from tongket.figures.methods.index_numbers.arrays import Array, IndexRefused, Places
from tongket.figures.methods.index_numbers.by_leaf import LeafContributions, leaf_contributions
from tongket.figures.methods.index_numbers.monthly import MonthlyChain, monthly_chain, yearly_weights
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.terms.words import Text

WHOLE = "VN"
DEPTHS = ("country", "area", "section", "division", "group", "class")  # from the whole to a cell's parent

Cell = tuple[str, str]  # area and product


@dataclass(frozen=True)
class NationalBasket:
    """Which cells make the index, and with which weights.

    `above` gives a product's section, division, group and class. `value_added` (cell, year) is NaN where
    there is no weight; that of a year weighs the year after it.
    """

    above: Mapping[str, tuple[str, ...]]
    cells: tuple[Cell, ...]
    years: tuple[int, ...]
    value_added: Array


@dataclass(frozen=True)
class NationalIndex:
    """The index with its chain. `cells` stand in the order of the tree's leaves.

    `without_weights` are the years that had none of their own and went on with those before (or, in front
    of the first, after) them, `unweighed` the cells with returns but without a weight in any year.
    """

    first: int
    cells: tuple[Cell, ...]
    chain: MonthlyChain
    without_weights: tuple[int, ...]
    unweighed: tuple[Cell, ...]

    @property
    def tree(self) -> Tree:
        return self.chain.tree

    @cached_property
    def above_cells(self) -> Places:
        """The places of the nodes that are no cells: they are what is published."""
        return np.setdiff1d(np.arange(len(self.tree.nodes)), self.tree.leaves).astype(np.intp)

    @property
    def stopped(self) -> int | None:
        """The first month from which on even the whole has no level, or None."""
        gone = np.flatnonzero(np.isnan(self.chain.levels[0]))
        return self.first + int(gone[0]) if gone.size else None

    def contributions(self) -> Iterator[LeafContributions]:
        """Contributions of the cells to what lies above them, from the classes up to the whole."""
        return leaf_contributions(self.chain)


def national_index(relatives: Relatives, basket: NationalBasket) -> NationalIndex:
    """Relatives of cells into levels of every node, 100 before the first month.

    Weights of year Y are the value added of Y-1, brought forward month by month, with a December link; gaps
    are filled from above. Missing: a cell that has a weight and never a return moves as its parent; a year
    without weights keeps those it has; where a month has no matched unit at all, the chain stops for good.
    Zero: as `monthly_chain`. A product with a weight that no class takes in: `IndexRefused`.
    Source: PEERS "Semantics" 3-6; METHODS §1.3 "one-month", §1.4.
    """
    in_use, without = _weights_in_use(relatives, basket)
    used = np.flatnonzero(~np.isnan(basket.value_added[:, list(in_use.values())]).all(axis=1))
    tree = _tree([basket.cells[row] for row in used], basket)
    row_of = {_leaf(basket.cells[row]): row for row in used}
    rows = np.array([row_of[name] for name in tree.leaf_names], dtype=np.intp)
    by_year = {year: np.nan_to_num(basket.value_added[rows, column]) for year, column in in_use.items()}
    weights = yearly_weights(relatives.first // 12, relatives.first % 12 + 1, relatives.months, by_year)
    cells = tuple(basket.cells[row] for row in rows)
    chain = monthly_chain(tree, _rows(relatives, cells), weights)
    return NationalIndex(relatives.first, cells, chain, without, _unweighed(relatives, cells))


def _weights_in_use(relatives: Relatives, basket: NationalBasket) -> tuple[dict[int, int], tuple[int, ...]]:
    """The column of weights by the year they weigh, and the years that have none of their own."""
    column = {year: place for place, year in enumerate(basket.years)}
    start, end = relatives.first // 12, (relatives.first + relatives.months - 1) // 12
    years = range(start, end + 1)
    found = {year: column[year - 1] for year in years if year - 1 in column}
    without = tuple(year for year in years if year not in found)
    if start not in found:
        if not column:
            raise IndexRefused(_NO_WEIGHTS)
        earlier = [year for year in basket.years if year < start]
        found[start] = column[max(earlier) if earlier else min(basket.years)]
    return found, without


def _tree(cells: list[Cell], basket: NationalBasket) -> Tree:
    parent_of: dict[str, str | None] = {WHOLE: None}
    for area, product in cells:
        if product not in basket.above:
            raise IndexRefused(_NO_CLASS.format(product=product))
        way = (area, *(f"{area}:{code}" for code in basket.above[product]), _leaf((area, product)))
        for parent, node in zip((WHOLE, *way), way, strict=False):
            parent_of.setdefault(node, parent)
    return Tree.of(parent_of)


def _leaf(cell: Cell) -> str:
    """A name no node above can have: their codes hold no stroke."""
    return "/".join(cell)


def _rows(relatives: Relatives, cells: tuple[Cell, ...]) -> Array:
    """Relatives of the cells in order; a cell of which there never was a return is missing throughout."""
    areas = {code: place for place, code in enumerate(relatives.areas)}
    products = {code: place for place, code in enumerate(relatives.products)}
    area = np.array([areas.get(cell[0], -1) for cell in cells])
    product = np.array([products.get(cell[1], -1) for cell in cells])
    there = (area >= 0) & (product >= 0)
    return np.where(there[:, np.newaxis], relatives.values[area, product], np.nan)


def _unweighed(relatives: Relatives, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    answered = np.argwhere(~np.isnan(relatives.values).all(axis=2))
    found = {(relatives.areas[area], relatives.products[product]) for area, product in answered}
    return tuple(sorted(found - set(cells)))


_NO_CLASS = Text(
    "Sản phẩm {product} có quyền số nhưng không có trong danh mục sản phẩm. Hãy thêm ngành cấp 4 của nó.",
    "Product {product} has a weight and is not in the list of products. Add it there with its class.",
)
_NO_WEIGHTS = Text(
    "Không có quyền số của năm nào. Hãy đưa giá trị tăng thêm theo địa bàn, sản phẩm và năm.",
    "There are no weights of any year. Give value added by area, product and year.",
)
