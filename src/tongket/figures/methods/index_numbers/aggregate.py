"""Adding up a tree level by level, and filling from above what is missing below."""

from __future__ import annotations

import numpy as np

from tongket.figures.methods.index_numbers.arrays import (
    RELATIVES,
    WEIGHTS,
    Array,
    Marks,
    amounts,
    beside,
    no_infinity,
    quotient,
)
from tongket.figures.methods.index_numbers.tree import Tree


def aggregate(tree: Tree, values: Array, weights: Array) -> Array:
    """Every node as the mean of its children with a value, SUM w_c x_c / SUM w_c, from the leaves up.

    Both have one row a node; of `values` only the leaves are read. A child counts with its full weight,
    including what is missing below it, so a gap is filled by its nearest relatives first.
    Missing: a node none of whose children has a value, or only children without weight, is missing.
    Zero: a relative of 0 is a true stop and keeps its weight.
    Source: METHODS §1.1 (2)-(5); PEERS "Semantics" 6; PPI Manual 2004, ch. 9.
    """
    weighing = amounts(weights, WEIGHTS)
    out = tree.spread(no_infinity(values[tree.leaves], RELATIVES))
    for level in reversed(tree.levels):
        rows = out[level.rows]
        there = ~np.isnan(rows)
        weight = beside(weighing[level.rows], rows)
        sums = np.add.reduceat(np.where(there, rows * weight, 0.0), level.starts, axis=0)
        known = np.add.reduceat(np.where(there, weight, 0.0), level.starts, axis=0)
        out[level.parents] = quotient(sums, known)
    return out


def fill_from_parents(tree: Tree, values: Array) -> Array:
    """Every missing value replaced by its parent's, filled already, from the top down.

    No mean above changes by it: it is parental imputation, which gives a missing child the growth of the
    nearest node that has one. Missing: where the whole is missing, so is all that is below and missing.
    Source: METHODS §1.4, "all products of a class missing"; PEERS "Semantics" 6.
    """
    out = no_infinity(values, RELATIVES).copy()
    for level in tree.levels:
        out[level.rows] = np.where(np.isnan(out[level.rows]), out[level.parent_of_row], out[level.rows])
    return out


def one_step(leaf_values: Array, leaf_weights: Array) -> Array:
    """The whole from its leaves in one step, SUM w x / SUM w, over the leaves with a value.

    With weights carried down and nothing missing it equals `aggregate`; with gaps it does not, because a
    gap is then filled by the whole and no more by its own class. Source: METHODS §9.3, 4.
    """
    there = ~np.isnan(no_infinity(leaf_values, RELATIVES))
    weight = beside(amounts(leaf_weights, WEIGHTS), leaf_values)
    return quotient(
        np.where(there, leaf_values * weight, 0.0).sum(axis=0), np.where(there, weight, 0.0).sum(axis=0)
    )


def coverage(tree: Tree, leaf_values: Array, weights: Array) -> Array:
    """Share of a node's weight that stands on leaves with a value, per node and period.

    SUM over present leaves of their weight / SUM over all of them; below 60 % a figure is of low
    reliability. `weights` has one row a node, carried down or up. Zero: a node without weight, missing.
    Source: METHODS §9.1, aggregate_index.
    """
    full, present = np.zeros((len(tree.nodes), *leaf_values.shape[1:])), None
    leaf = beside(amounts(weights, WEIGHTS)[tree.leaves], leaf_values)
    full[tree.leaves] = np.broadcast_to(leaf, leaf_values.shape)
    present = np.zeros_like(full)
    present[tree.leaves] = np.where(np.isnan(leaf_values), 0.0, leaf)
    for level in reversed(tree.levels):
        for rows in (full, present):
            rows[level.parents] = np.add.reduceat(rows[level.rows], level.starts, axis=0)
    return quotient(present, full)


def present_shares(tree: Tree, known: Marks, weights: Array, of: int = 0) -> Array:
    """Share of node `of` that each node stands for when those with a value stand for those without.

    From the top: s_child = s_parent * w_child / SUM_known siblings w, level by level, as `aggregate` does;
    a missing child, and all below it, has a share of 0. `known` marks the nodes with a value before filling.
    Source: PEERS "Semantics" 6, "the others' are reweighted at each level".
    """
    out = np.zeros(len(tree.nodes))
    out[of] = float(known[of])
    weighing = np.where(known, amounts(weights, WEIGHTS), 0.0)
    for level in tree.levels:
        total = np.zeros(len(tree.nodes))
        total[level.parents] = np.add.reduceat(weighing[level.rows], level.starts)
        part = np.nan_to_num(quotient(weighing[level.rows], total[level.parent_of_row]))
        below = out[level.parent_of_row] * part
        out[level.rows] = np.where(np.arange(len(out))[level.rows] == of, out[level.rows], below)
    return out
