"""What every leaf contributes to every node above it, for all months of a chain at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tongket.figures.methods.index_numbers.arrays import Array, IndexRefused, Places, quotient
from tongket.figures.methods.index_numbers.monthly import MonthlyChain
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class LeafContributions:
    """Contributions of the leaves (leaf, month) to the month-on-month change of the nodes of one depth.

    `to` gives the node above each leaf; values are ratios, not points. A leaf filled from above has none.
    """

    depth: int
    to: Places
    values: Array


def leaf_contributions(chain: MonthlyChain) -> Iterator[LeafContributions]:
    """Contributions to the parents, to theirs, and so on up to the whole; they add up to the node's change.

    C(t) = s(t-1) (r(t) - 1), where s is the leaf's share of the node: the product, on the way up, of its
    share among the siblings with a value, who stand for those without, reweighted at each level.
    It equals `monthly.month_contributions` of every node, in one pass. Domain: every leaf at the same depth,
    else `IndexRefused`. Missing: a leaf filled from above has no contribution, nor is there one to a node
    that was. Zero: a leaf of no weight contributes 0.
    Source: PEERS "Semantics" 5-6; piar `contrib`; CPI Manual 2020, ch. 9 (9.26).
    """
    tree = chain.tree
    if len(tree.leaves) != len(tree.nodes[tree.levels[-1].rows]):
        raise IndexRefused(_UNEVEN)
    share = _shares_of_parents(chain)
    moved: Array = np.where(chain.known[tree.leaves], chain.relatives[tree.leaves] - 1, np.nan)
    node, parent_of = tree.leaves, np.array(tree.parents)
    for depth in reversed(range(len(tree.levels))):
        moved = moved * share[node]
        node = parent_of[node]
        yield LeafContributions(depth, node, np.where(chain.known[node], moved, np.nan))


def _shares_of_parents(chain: MonthlyChain) -> Array:
    """Share of every node in the weight of its siblings that have a value, month by month."""
    out = np.ones_like(chain.weights)
    weighing = np.where(chain.known, chain.weights, 0.0)
    for level in chain.tree.levels:
        family = np.add.reduceat(weighing[level.rows], level.starts, axis=0)
        place = np.cumsum(np.diff(level.parent_of_row, prepend=-1) != 0) - 1
        out[level.rows] = np.nan_to_num(quotient(weighing[level.rows], family[place]))
    return out


_UNEVEN = Text(
    "Các nút cuối của cây nằm ở nhiều cấp khác nhau, nên không cùng đóng góp lên từng cấp được.",
    "The leaves of the tree lie at several depths, so they cannot be added up level by level at once.",
)
