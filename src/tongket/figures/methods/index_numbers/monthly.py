"""The monthly chain: relatives on the month before, weights brought forward month by month, yearly links.

The filling is sequential in time, because the weight of a filled cell next month depends on what it was
filled with this month; there is no closed form for it. Source: PEERS "Semantics" 3-6; PPI Manual 2004, ch. 9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tongket.figures.methods.index_numbers.aggregate import aggregate, fill_from_parents, present_shares
from tongket.figures.methods.index_numbers.arrays import (
    REFERENCE,
    RELATIVES,
    Array,
    IndexRefused,
    Marks,
    amounts,
    quotient,
)
from tongket.figures.methods.index_numbers.links import ChainedIndex, from_relatives
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import carry_up, updated, weights_of
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class MonthlyChain:
    """All arrays have one row a node and one column a month.

    `relatives` on the month before, filled; `known` where there was a value before filling; `weights` those
    the month was added up with, at the end of the month before; `levels`, 100 before the first; `links`
    the months that began with new weights.
    """

    tree: Tree
    relatives: Array
    known: Marks
    weights: Array
    levels: Array
    links: tuple[int, ...]


def monthly_chain(tree: Tree, relatives: ArrayLike, weights: Mapping[int, ArrayLike]) -> MonthlyChain:
    """Chain of monthly relatives with new weights from the months that `weights` names on.

    In every month: nodes from the leaves up with full weights, gaps filled from the top down, level = level
    before times the filled relative, and leaf weights brought forward, w(t) = w(t-1) r(t). `weights` has one
    weight a leaf, taken as at the end of the month before; month 0 must be among them, a January means a
    December link (one-month overlap). Between links a node's level is I(link) SUM w(t) / SUM w(link).
    Domain: r >= 0, one row a leaf in the tree's order. In the first month r = 1 where anything is known.
    Missing: filled as above; where not even the whole is known the chain stops for good, levels missing.
    Zero: a stop takes a leaf's weight to 0 until the next link, and its own level is 0 in that month and
    missing afterwards: what comes back after a stop has no relative, and a chain cannot say where it is.
    Volumes that stop and start are chained over the year's mean instead, by `links.links`.
    Source: PEERS "Semantics" 3-4 and 6, METHODS §1.3 "one-month", §1.4.
    """
    given = amounts(relatives, RELATIVES)
    if 0 not in weights:
        raise IndexRefused(_NO_START)
    months = given.shape[1]
    filled, used = (np.full((len(tree.nodes), months), np.nan) for _ in range(2))
    known = np.zeros(filled.shape, dtype=np.bool_)
    leaf_weights = weights_of(weights[0])
    for month in range(months):
        leaf_weights = weights_of(weights[month]) if month in weights else leaf_weights
        used[:, month], added, filled[:, month] = added_up(tree, given[:, month], leaf_weights)
        known[:, month] = ~np.isnan(added)
        if np.isnan(filled[0, month]):
            break
        leaf_weights = updated(leaf_weights, filled[tree.leaves, month])
    links = tuple(sorted(month for month in weights if month < months))
    return MonthlyChain(tree, filled, known, used, _levels(filled), links)


def added_up(tree: Tree, relatives: Array, leaf_weights: Array) -> tuple[Array, Array, Array]:
    """One month: the full weights of every node, its relative as added up, and the same with gaps filled."""
    full = carry_up(tree, leaf_weights)
    added = aggregate(tree, tree.spread(relatives), full)
    return full, added, fill_from_parents(tree, added)


def _levels(filled: Array) -> Array:
    levels = np.full(filled.shape, np.nan)
    before = np.full(len(filled), REFERENCE)
    for month in range(filled.shape[1]):
        levels[:, month] = before * filled[:, month]
        before = np.where(levels[:, month] > 0, levels[:, month], np.nan)
    return levels


def yearly_weights(
    first_year: int, first_month: int, months: int, by_year: Mapping[int, ArrayLike]
) -> dict[int, ArrayLike]:
    """The weights of `by_year` at the months they come in: the first month, and every January after it.

    `by_year` holds the weights in use in a year (the value added of the year before it, as at its December).
    Missing: a year without weights keeps those it has, brought forward; the first year must have some.
    Source: PEERS "Semantics" 4.
    """
    last = first_year + (first_month - 1 + months - 1) // 12
    starts = {
        year: max(0, (year - first_year) * 12 - (first_month - 1)) for year in range(first_year, last + 1)
    }
    return {start: weights_of(by_year[year]) for year, start in starts.items() if year in by_year}


def month_contributions(chain: MonthlyChain, of: int = 0, keep_filled: bool = False) -> Array:
    """Contribution of every node to the month-on-month change of node `of`, in percentage points.

    C_i(t) = 100 w_i(t-1) (r_i(t) - 1) / w_of(t-1). Those of the leaves below `of`, and of the children of
    any node on the way, add up to its change exactly. Nodes not below `of`, missing.
    Missing: by default a cell filled from above has none, and the present ones stand for it, reweighted at
    each level (PEERS 6, as piar); with `keep_filled` it keeps the points of what it was filled with
    (METHODS §9.1). Both add up. Zero: a node of no weight contributes 0; `of` without weight, all missing.
    Source: PEERS "Semantics" 5; CPI Manual 2020, ch. 9 (9.26).
    """
    out = np.full_like(chain.relatives, np.nan)
    below = chain.tree.below(of)
    for month in range(chain.relatives.shape[1]):
        weights, moved = chain.weights[:, month], chain.relatives[:, month] - 1
        known = chain.known[:, month]
        if keep_filled:
            shares = quotient(weights, chain.weights[of, month])
        elif known[of]:
            shares = np.where(known, present_shares(chain.tree, known, weights, of), np.nan)
        else:
            continue
        out[below, month] = 100 * (shares * moved)[below]
    return out


def by_year(chain: MonthlyChain, first_month: int = 1) -> ChainedIndex:
    """The same chain laid out by year, so that `contributions` takes apart any change, not only the month's.

    Within a year a leaf stands at the product of its filled relatives since December; the shares are the
    weights at that December. The series starts in calendar month `first_month`, and months before it and
    after its end are missing. New weights in another month than January: `IndexRefused`.
    Source: METHODS §1.3; PEERS "Semantics" 4 (December links).
    """
    months = chain.relatives.shape[1]
    offset, years = first_month - 1, -(-(first_month - 1 + months) // 12)
    if any(month and (month + offset) % 12 for month in chain.links):
        raise IndexRefused(_NOT_JANUARY)
    leaves = chain.tree.leaves
    moved = np.ones((len(leaves), years * 12))
    moved[:, offset : offset + months] = chain.relatives[leaves]
    standing = moved.reshape(len(leaves), years, 12).cumprod(axis=2).reshape(len(leaves), -1)
    standing[:, :offset], standing[:, offset + months :] = np.nan, np.nan
    starts = [max(0, year * 12 - offset) for year in range(years)]
    weights = np.nan_to_num(chain.weights[np.ix_(leaves, np.array(starts))])
    return from_relatives(chain.tree, standing.reshape(len(leaves), years, 12), weights)


_NOT_JANUARY = Text(
    "Quyền số mới được đưa vào giữa năm; chỉ xếp theo năm được khi nối vào tháng 1.",
    "New weights come in within a year; a chain is laid out by year only when they come in in January.",
)
_NO_START = Text(
    "Tháng đầu tiên (0) chưa có quyền số. Hãy đưa quyền số cho tháng đầu.",
    "The first month (0) has no weights. Give weights for the month the series starts with.",
)
