"""Gaps of single units filled by the index of their own cell, as the chain is made: shadow values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tongket.figures.methods.index_numbers.arrays import QUANTITIES, Array, amounts
from tongket.figures.methods.index_numbers.elementary import Formula, cell_relatives, pair_relatives
from tongket.figures.methods.index_numbers.monthly import added_up, monthly_chain
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import updated, weights_of


@dataclass(frozen=True)
class ShadowValues:
    """Units with their gaps filled (unit, month), and the cells' relatives before any filling (leaf, month).

    The latter are what `monthly_chain` takes.
    """

    values: Array
    relatives: Array


def shadow_values(
    tree: Tree,
    values: ArrayLike,
    cell_of: ArrayLike,
    leaf_weights: ArrayLike,
    formula: Formula = Formula.JEVONS,
) -> ShadowValues:
    """A missing unit grows as its cell's index, which is filled from above where the cell has none.

    x_t = x_{t-1} r_cell(t), month by month: r is made of units known at t with a value at t-1, known or
    shadow, so the change over a gap counts in full in the month a unit returns. `cell_of` gives a unit's
    cell as a place among the tree's leaves; weights are brought forward from the first month.
    Domain: as `formula`. Missing: before a unit's first value nothing is filled, and nothing where the whole
    is not known. Source: METHODS §1.4 "parent growth"; CPI Manual 2004, §9.48 ff. (overall and targeted mean
    imputation); piar `shadow_price`.
    """
    seen, places = amounts(values, QUANTITIES), np.asarray(cell_of, dtype=np.intp)
    weights, out, cells = weights_of(leaf_weights), seen.copy(), len(tree.leaves)
    relatives = cell_relatives(seen[:, :1], places, cells, formula).relatives
    for month in range(1, seen.shape[1]):
        moved, _ = pair_relatives(out[:, month - 1], seen[:, month], places, cells, formula)
        _, _, filled = added_up(tree, moved, weights)
        if not np.isnan(filled[0]):
            weights = updated(weights, filled[tree.leaves])
        shadow = out[:, month - 1] * filled[tree.leaves][places]
        out[:, month] = np.where(np.isnan(seen[:, month]), shadow, seen[:, month])
        relatives = np.column_stack([relatives, moved])
    return ShadowValues(out, relatives)


def matched_levels(
    tree: Tree, values: ArrayLike, cell_of: ArrayLike, leaf_weights: ArrayLike, formula: Formula
) -> Array:
    """Elementary indices chained month by month (leaf, month), 100 in the first month of the series.

    Units are carried over their gaps by `shadow_values`, cells by their parents, so a cell comes back where
    its units stand then. Missing: a month in which none of its units was seen; the months after one in which
    nothing at all was. Source: METHODS §1.4; PPI Manual 2004, ch. 9.
    """
    shadow = shadow_values(tree, values, cell_of, leaf_weights, formula)
    chain = monthly_chain(tree, shadow.relatives, {0: leaf_weights})
    seen = amounts(values, QUANTITIES)
    counted = np.zeros((len(tree.leaves), seen.shape[1]))
    np.add.at(counted, np.asarray(cell_of, dtype=np.intp), ~np.isnan(seen))
    return np.where(counted > 0, chain.levels[tree.leaves], np.nan)
