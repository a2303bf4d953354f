"""The fixed-base production index up the activity tree, and what each node contributes to its growth.

Source: METHODS §1.1, steps (1) to (5), as in the Hoà Bình statistical yearbook 2019, pp. 492 and 498;
gaps by METHODS §1.4; contributions by §1.3, "fixed base". Inside the arrays NaN is the one mark of a
missing value; it never leaves this room, where a missing figure is None or a cause.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from tongket.figures.methods.comparisons import Levels
from tongket.figures.methods.weights import IndexWeights
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Refusal, Text

Array = NDArray[np.float64]
Node = tuple[tuple[str, str], ...]  # written as the breakdown of its series; the whole has none
WHOLE: Node = ()


class WeightsRefused(Refusal):
    """The weights do not make a tree that can be averaged."""


@dataclass(frozen=True)
class IndexTree:
    """Nodes in an order in which parents stand before their children; the whole is the first.

    `weights` compare siblings only; `carried` is a node's share of the whole, which is the product of
    the sibling shares on the way up. `base_quantities` is a product's mean month in the base year.
    Nodes that can never have a level (no product under them with a weight and a base) are left out.
    """

    nodes: tuple[Node, ...]
    parents: tuple[int, ...]
    weights: Array
    carried: Array
    base_quantities: Mapping[Node, float]

    def children(self, node: Node) -> tuple[Node, ...]:
        at = self.nodes.index(node)
        return tuple(self.nodes[i] for i, parent in enumerate(self.parents) if parent == at)


def index_tree(
    weights: IndexWeights, activities: Codelist, item: str = "product", activity: str = "activity"
) -> IndexTree:
    """Lay the weights out as a tree: product, class, division, section, whole.

    An activity's parent is the nearest activity above it that has a weight of its own, so a list with
    more levels than the weights is no obstacle. Zero weight or base quantity: the node is left out and
    its siblings stand for it. Negative weight, unknown class, or products beside activities under one
    parent: `WeightsRefused`. Source: METHODS §1.1, §1.4.
    """
    above = {node: parent for node, parent, _ in _branches(weights, activities, item, activity)}
    weight = {node: value for node, _, value in _branches(weights, activities, item, activity)}
    bases: dict[Node, float] = {
        ((item, code),): product.base_quantity
        for code, product in weights.products.items()
        if product.base_quantity > 0
    }
    alive = _alive(bases, above, weight)
    _refuse_mixed(alive, above, item)
    order = sorted(alive, key=lambda node: (_depth(node, above), node))
    nodes = (WHOLE, *order)
    place = {node: i for i, node in enumerate(nodes)}
    parents = (-1, *(place[above[node]] for node in order))
    own = np.array([1.0, *(weight[node] for node in order)])
    return IndexTree(nodes, parents, own, _carried(parents, own), {n: bases[n] for n in order if n in bases})


def _branches(
    weights: IndexWeights, activities: Codelist, item: str, activity: str
) -> list[tuple[Node, Node, float]]:
    """Every node with its parent and its weight."""
    branches: list[tuple[Node, Node, float]] = []
    for code, value in weights.activities.items():
        weighted = (up for up in activities.above(code)[1:] if up in weights.activities)
        upper = next(weighted, None)
        parent = WHOLE if upper is None else ((activity, upper),)
        branches.append((((activity, code),), parent, _checked(weights, code, value)))
    for code, product in weights.products.items():
        if product.activity not in weights.activities:
            raise WeightsRefused(_NO_CLASS.format(list=weights.code, code=code, activity=product.activity))
        branch = ((item, code),), ((activity, product.activity),), _checked(weights, code, product.weight)
        branches.append(branch)
    return branches


def _checked(weights: IndexWeights, code: str, value: float) -> float:
    if not 0 <= value < float("inf"):
        raise WeightsRefused(_NEGATIVE.format(list=weights.code, code=code, value=value))
    return value


def _alive(
    bases: Mapping[Node, float], above: Mapping[Node, Node], weight: Mapping[Node, float]
) -> frozenset[Node]:
    """The nodes on an unbroken way of positive weights from a usable product to the whole."""
    alive: set[Node] = set()
    for product in bases:
        way = [product]
        while above[way[-1]] != WHOLE:
            way.append(above[way[-1]])
        if all(weight[node] > 0 for node in way):
            alive.update(way)
    return frozenset(alive)


def _refuse_mixed(alive: frozenset[Node], above: Mapping[Node, Node], item: str) -> None:
    kinds: dict[Node, set[bool]] = {}
    for node in alive:
        kinds.setdefault(above[node], set()).add(node[0][0] == item)
    for parent, found in kinds.items():
        if len(found) > 1:
            raise WeightsRefused(_MIXED.format(code=parent[0][1]))


def _depth(node: Node, above: Mapping[Node, Node]) -> int:
    depth = 0
    while node != WHOLE:
        node, depth = above[node], depth + 1
    return depth


def _carried(parents: tuple[int, ...], weights: Array) -> Array:
    siblings = np.zeros(len(parents))
    for place, parent in enumerate(parents[1:], start=1):
        siblings[parent] += weights[place]
    carried = np.ones(len(parents))
    for place, parent in enumerate(parents[1:], start=1):
        carried[place] = carried[parent] * weights[place] / siblings[parent]
    return carried


def production_index(tree: IndexTree, quantities: Mapping[Node, Array]) -> Array:
    """Levels of every node, base-year monthly mean = 100; rows as `tree.nodes`, one column a month.

    Product: 100 q_t / q_0. Every other node: SUM I_c W_c / SUM W_c over its children c with a level.
    Domain: q_t >= 0. Missing: a product or class without a level leaves its weight to its present
    siblings (it is taken to move as they do); with no child left the node is missing. Zero: a true
    stop is a level of 0 and keeps its weight. Source: METHODS §1.1 (1)-(5), §1.4.
    """
    columns = next((len(row) for row in quantities.values()), 0)
    levels = np.full((len(tree.nodes), columns), np.nan)
    for place, node in enumerate(tree.nodes):
        if node in tree.base_quantities and node in quantities:
            levels[place] = 100 * (quantities[node] / tree.base_quantities[node])
    return _aggregated(tree, levels)


def _aggregated(tree: IndexTree, levels: Array) -> Array:
    sums, known = np.zeros_like(levels), np.zeros_like(levels)
    for place in range(len(tree.nodes) - 1, -1, -1):
        if tree.nodes[place] not in tree.base_quantities:
            mean = np.full_like(levels[place], np.nan)
            levels[place] = np.divide(sums[place], known[place], out=mean, where=known[place] > 0)
        if place:
            there = ~np.isnan(levels[place])
            sums[tree.parents[place]] += np.where(there, levels[place] * tree.weights[place], 0)
            known[tree.parents[place]] += np.where(there, tree.weights[place], 0)
    return levels


def contributions(
    tree: IndexTree, now: Mapping[Node, Levels], before: Mapping[Node, Levels]
) -> dict[Node, Decimal | Cause]:
    """Contribution of every node to the growth of the whole, in percentage points.

    C_i = 100 W_i (SUM I_i,t - SUM I_i,s) / SUM I_s, with W_i the carried-down weight and the sums over
    matching months: one month against the month before or the same month last year, or months 1..M
    against the same months (cumulated). `now` and `before` give the levels of the product nodes, as
    long as each other; other nodes are taken from the tree. The contributions of the children of a
    node add to its own, those of the sections to the whole's growth, exactly.
    Missing: a product without a level moves as its parent does, as in the index itself; where the
    whole is missing in any month, NOT_ANSWERED. Zero: SUM I_s = 0 gives ZERO_BASE.
    Source: METHODS §1.3 "fixed base" and "year-to-date", §9.1 (a missing node keeps its points).
    """
    left, right = (_filled(tree, _product_levels(tree, side)) for side in (now, before))
    if left.shape != right.shape:
        raise ValueError(f"The same months on both sides; found {left.shape[1]} against {right.shape[1]}.")
    if left.shape[1] == 0 or np.isnan(left[0]).any() or np.isnan(right[0]).any():
        return dict.fromkeys(tree.nodes, Cause.NOT_ANSWERED)
    base = right[0].sum()
    if base == 0:
        return dict.fromkeys(tree.nodes, Cause.ZERO_BASE)
    points = 100 * tree.carried * (left - right).sum(axis=1) / base
    return {node: exact(float(point)) for node, point in zip(tree.nodes, points, strict=True)}


def _product_levels(tree: IndexTree, levels: Mapping[Node, Levels]) -> Array:
    given = {node: levels[node] for node in tree.base_quantities if node in levels}
    rows = np.full((len(tree.nodes), max(map(len, given.values()), default=0)), np.nan)
    for node, row in given.items():
        rows[tree.nodes.index(node)] = [np.nan if level is None else float(level) for level in row]
    return _aggregated(tree, rows)


def _filled(tree: IndexTree, levels: Array) -> Array:
    """Every missing level replaced by its parent's, from the top; no mean above it changes by that."""
    for place, parent in enumerate(tree.parents[1:], start=1):
        levels[place] = np.where(np.isnan(levels[place]), levels[parent], levels[place])
    return levels


_NO_CLASS = Text(
    "Quyền số {list}: sản phẩm {code} thuộc ngành “{activity}” nhưng ngành này không có quyền số. "
    "Hãy thêm quyền số của ngành hoặc sửa ngành của sản phẩm.",
    "Weights {list}: product {code} belongs to activity “{activity}”, which has no weight. Add a weight "
    "for the activity or correct the product's activity.",
)
_NEGATIVE = Text(
    "Quyền số {list}: quyền số của {code} là {value}; quyền số phải là số hữu hạn, không âm.",
    "Weights {list}: the weight of {code} is {value}; a weight is a finite number, not negative.",
)
_MIXED = Text(
    "Ngành {code} có cả sản phẩm lẫn ngành con trực tiếp; quyền số của chúng không so được với nhau. "
    "Hãy xếp sản phẩm vào ngành cấp thấp nhất.",
    "Activity {code} has both products and activities directly under it; their weights cannot be compared. "
    "Put the products under the lowest activity.",
)
