"""Weights of an index: carried down and up a tree, brought up to date, moved to another version."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from tongket.figures.methods.index_numbers.arrays import (
    RELATIVES,
    WEIGHTS,
    Array,
    IndexRefused,
    amounts,
    quotient,
)
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.terms.words import Text


def weights_of(values: ArrayLike) -> Array:
    """Weights as an array. Negative, infinite or missing: `IndexRefused`; what has no weight weighs 0."""
    weights = amounts(values, WEIGHTS)
    if np.isnan(weights).any():
        raise IndexRefused(_MISSING)
    return weights


def shares(weights: ArrayLike) -> Array:
    """w / SUM w along the first axis. All 0: missing, for nothing can be shared out."""
    given = weights_of(weights)
    return quotient(given, given.sum(axis=0))


def carry_down(tree: Tree, own: ArrayLike) -> Array:
    """Every node's share of the whole: the product of the sibling shares on the way up.

    w_i = w_parent * W_i / SUM_siblings W. `own` has one row a node and compares siblings only, as value
    added does where a parent's own is not the sum of the classes selected under it; with these weights
    one step from the leaves gives what the levels give one after the other (METHODS §9.3, 4).
    Domain: W >= 0. Zero: siblings that all weigh 0 under a parent that has weight are refused, since the
    parent's weight would be lost. Source: METHODS §1.1 (1)-(5), §1.2 "carry weights down".
    """
    given = weights_of(own)
    out = np.zeros_like(given)
    out[0] = 1.0
    for level in tree.levels:
        family = np.add.reduceat(given[level.rows], level.starts, axis=0)
        lost = (family == 0) & (out[level.parents] > 0)
        if lost.any():
            parent = level.parents[np.flatnonzero(lost.reshape(len(family), -1).any(axis=1))[0]]
            raise IndexRefused(_LOST.format(node=tree.nodes[parent] or "—"))
        total = np.zeros_like(out)
        total[level.parents] = family
        part = np.nan_to_num(quotient(given[level.rows], total[level.parent_of_row]))
        out[level.rows] = out[level.parent_of_row] * part
    return out


def carry_up(tree: Tree, leaf_weights: ArrayLike) -> Array:
    """Every node's weight as the sum of the leaves below it, present or missing: its full weight."""
    out = tree.spread(weights_of(leaf_weights))
    for level in reversed(tree.levels):
        out[level.parents] = np.add.reduceat(out[level.rows], level.starts, axis=0)
    return out


def product_weights(class_weight: ArrayLike, output: ArrayLike, class_of: ArrayLike) -> Array:
    """Weight of the sampled products, w_p = W_class * v_p / SUM_sampled v.

    The class keeps its weight: products that are not sampled are taken to move as the sampled. `class_of`
    gives a product's class by place. Domain: v >= 0. Zero: a class with weight whose products have no
    output is refused. Source: METHODS §1.2, "rescale to the sampled products".
    """
    classes, values = weights_of(class_weight), weights_of(output)
    places = np.asarray(class_of, dtype=np.intp)
    sampled = np.bincount(places, weights=values, minlength=len(classes)).astype(np.float64)
    lost = np.flatnonzero((sampled == 0) & (classes > 0))
    if lost.size:
        raise IndexRefused(_LOST.format(node=lost[0]))
    return classes[places] * np.nan_to_num(quotient(values, sampled[places]))


def updated(weights: ArrayLike, relatives: ArrayLike) -> Array:
    """Weights brought forward by a relative, w* = w x: price-updated by prices, volume-updated by volumes.

    Not rescaled, so that SUM w* / SUM w is the index itself. Missing: a relative that is missing leaves its
    weight as it is only if that weight is 0; else the result is missing, and so it should be filled first.
    Zero: a stop takes the weight to 0 until the next link. Source: PEERS "Semantics" 4; PPI Manual 2004,
    §9.95 ff. (price-updating).
    """
    given, moved = weights_of(weights), amounts(relatives, RELATIVES)
    return np.where(given == 0, 0.0, given * moved)


def latest_updated(weights: ArrayLike, yearly_volumes: ArrayLike) -> Array:
    """Weights by year (row, year), the years not yet known volume-updated from the last one that is.

    w*_y = w_{y-1} Q_y / Q_{y-1}, rescaled to the sum of w_{y-1}: the weights of y-1 are not known in time
    for the links of year y. Missing: a year counts as unknown when all its weights are missing; a volume
    missing, or 0 before, moves as the whole does. Source: METHODS §1.3, "latest year".
    """
    known = amounts(weights, WEIGHTS)
    volumes = amounts(yearly_volumes, RELATIVES)
    out = known.copy()
    for year in range(known.shape[1]):
        if year and np.isnan(known[:, year]).all():
            before = out[:, year - 1]
            moved = quotient(volumes[:, year], volumes[:, year - 1])
            there = ~np.isnan(moved)
            mean = quotient((before * np.nan_to_num(moved)).sum(), (before * there).sum())
            raw = before * np.where(there, moved, mean)
            out[:, year] = quotient(raw, raw.sum()) * before.sum()
    return weights_of(out)


def with_entrant(weights: ArrayLike, entrant: int, siblings: ArrayLike, share: float) -> Array:
    """Weights at a link with a new product given `share` of the class it joins; the others keep their ratios.

    w_new = share * SUM_siblings w, and each sibling keeps (1 - share) of its own, so the class keeps its
    weight. Domain: 0 < share < 1, siblings with weight. Source: METHODS §1.4, "new product".
    """
    if not 0 < share < 1:
        raise IndexRefused(_SHARE.format(value=share))
    out, others = weights_of(weights).copy(), np.asarray(siblings, dtype=np.intp)
    whole = out[others].sum()
    out[others] *= 1 - share
    out[entrant] = share * whole
    return out


def without(weights: ArrayLike, closed: int, siblings: ArrayLike) -> Array:
    """Weights at a link after a product closed for good: its weight goes to its siblings, in proportion.

    Domain: siblings with weight between them. Zero: none left with weight is refused; the class itself has
    closed, and its weight goes to its own siblings. Source: METHODS §1.4, "closed for good".
    """
    out, others = weights_of(weights).copy(), np.asarray(siblings, dtype=np.intp)
    if out[closed] > 0 and out[others].sum() == 0:
        raise IndexRefused(_LOST.format(node=closed))
    if out[closed] > 0:
        out[others] *= 1 + out[closed] / out[others].sum()
    out[closed] = 0.0
    return out


def bridged(weights: ArrayLike, old: Tree, new: Tree, bridge: Mapping[tuple[str, str], float]) -> Array:
    """Weights of the leaves of another version: SUM over old leaves of w_old * share(old, new).

    `bridge` says which share of an old leaf each new leaf takes. Domain: the shares of an old leaf with
    weight add to 1 (to 1e-9); otherwise weight would appear or vanish, and it is refused.
    Source: METHODS §1.1, "weighted 2018->2025 bridge".
    """
    given = dict(zip(old.leaf_names, weights_of(weights), strict=True))
    out = dict.fromkeys(new.leaf_names, 0.0)
    sent = dict.fromkeys(old.leaf_names, 0.0)
    for (source, target), share in bridge.items():
        if source not in given or target not in out or share < 0:
            raise IndexRefused(_BRIDGE.format(node=f"{source} → {target}"))
        out[target] += given[source] * share
        sent[source] += share
    for source, weight in given.items():
        if weight > 0 and abs(sent[source] - 1) > 1e-9:
            raise IndexRefused(_BRIDGE.format(node=source))
    return np.array([out[name] for name in new.leaf_names])


_MISSING = Text(
    "Có quyền số để trống. Nút không có quyền số phải ghi 0.",
    "A weight is missing. Write 0 for what has no weight.",
)
_LOST = Text(
    "Nút {node} có quyền số nhưng không còn gì bên dưới nhận quyền số đó. "
    "Hãy cho nút con quyền số, hoặc chuyển quyền số của nút lên trên.",
    "{node} has a weight that nothing below it takes. Weigh its children, or move its weight to others.",
)
_SHARE = Text(
    "Tỷ trọng của sản phẩm mới là {value}; phải lớn hơn 0 và nhỏ hơn 1.",
    "The share of a new product is {value}; it must be above 0 and below 1.",
)
_BRIDGE = Text(
    "Bảng chuyển mã sai ở {node}: mã phải có trong hai phiên bản và tổng tỷ lệ của mỗi mã cũ bằng 1.",
    "The bridge is wrong at {node}: codes are leaves of the two versions, and an old code's shares add to 1.",
)
