"""Laspeyres links at dated weights, joined by three overlaps: yearly, or as long as a set of weights lasts.

Symbols as METHODS §1.3: i component, y year, m month (or quarter), w_{i,y} share of value added of year y,
qbar_{i,y} mean volume of a month of year y. Arrays are (row, year, month); the first year, which no year
comes before, is linked on itself: its own weights and its own mean, which is 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from tongket.figures.methods.index_numbers.aggregate import aggregate, fill_from_parents
from tongket.figures.methods.index_numbers.arrays import (
    QUANTITIES,
    REFERENCE,
    Array,
    IndexRefused,
    Marks,
    Places,
    amounts,
    quotient,
)
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import carry_up, weights_of
from tongket.figures.terms.words import Text


class Overlap(StrEnum):
    """Where one year's link is hung on the year before."""

    ANNUAL = (
        "annual_overlap"  # its mean: mean of months = chained annual index; a step from December to January
    )
    ONE_MONTH = "one_month"  # its last month: smooth into January; the mean of the year drifts
    OVER_THE_YEAR = "over_the_year"  # its same month: keeps year on year; distorts month on month


@dataclass(frozen=True)
class Links:
    """Links of every node. `now`: months of y on the reference volumes of y's weights; `before`: months of
    y-1 on the same; `shares`: every node's share of the whole in those weights (node, year). `known` marks
    what of `now` had a value before it was filled from above, `joints` years that begin on new weights."""

    tree: Tree
    now: Array
    before: Array
    shares: Array
    known: Marks
    joints: Marks


def yearly_mean(volumes: ArrayLike) -> Array:
    """qbar_{i,y}, the mean of a year's months. Missing: one month missing leaves the year missing."""
    return np.asarray(amounts(volumes, QUANTITIES).mean(axis=-1), dtype=np.float64)


def linked(
    tree: Tree, volumes: ArrayLike, weights: ArrayLike, references: ArrayLike, joints: ArrayLike
) -> Links:
    """Laspeyres links of every node, L_{m,y} = SUM_i w_{i,y} q_{i,m,y} / r_{i,y}.

    `volumes` (leaf, year, month); `weights` w and `references` r (leaf, year) are those in force in the
    year; `joints` marks the years whose weights are not those of the year before.
    Domain: q >= 0, w >= 0. Zero: a true stop is a relative of 0 and keeps its weight; a year without any
    weight has no link, and the chain stops there. Missing: a relative is missing where q is, and where r is
    missing or 0; what is missing moves as its parent does (weights redistributed level by level). Months
    that are not there yet for anything stay missing. Late returns are better filled first, by
    `gaps.fill_gaps`. Source: METHODS §1.1 (1)-(5), §1.3 "link", §1.4; IRIP 2010; QNA Manual 2017, ch. 8.
    """
    q = amounts(volumes, QUANTITIES)
    base = amounts(references, QUANTITIES)[:, :, np.newaxis]
    carried = carry_up(tree, weights_of(weights))
    added, earlier = (
        aggregate(tree, tree.spread(quotient(top, base)), carried) for top in (q, q[:, _year_before(q)])
    )
    return Links(
        tree,
        fill_from_parents(tree, added),
        fill_from_parents(tree, earlier),
        quotient(carried, carried[0]),
        ~np.isnan(added),
        np.asarray(joints, dtype=np.bool_),
    )


def links(tree: Tree, volumes: ArrayLike, weights: ArrayLike) -> Links:
    """`linked` with new weights every year: L_{m,y} = SUM_i w_{i,y-1} R_{i,m,y}.

    R = q_{i,m,y} / qbar_{i,y-1}. The weights of a year are the shares of that year and weigh the next (the
    last year's are not used). Missing: R is missing where qbar of the year before is missing or 0, so a new
    product enters at the next link after a full year. Source: METHODS §1.3 "link".
    """
    q = amounts(volumes, QUANTITIES)
    before = _year_before(q)
    return linked(tree, q, weights_of(weights)[:, before], yearly_mean(q)[:, before], _each_but_first(q))


def _year_before(volumes: Array) -> Places:
    return np.asarray(np.r_[0, np.arange(volumes.shape[1] - 1)], dtype=np.intp)


def _each_but_first(by_year: Array) -> Marks:
    return np.arange(by_year.shape[1]) > 0


@dataclass(frozen=True)
class ChainedIndex:
    """Levels (node, year, month) and what they are made of, so that any change can be taken apart.

    I = `base` * `now`, for the whole the sum of `base` * `shares` * `now` over the leaves. `entry` is where
    a node stands, in a year's own terms, at the point the year is hung on; `leave` the same point in the
    terms of the year before it, kept with that year.
    """

    tree: Tree
    shares: Array
    now: Array
    entry: Array
    leave: Array
    base: Array
    levels: Array


def chained(given: Links, overlap: Overlap = Overlap.ANNUAL, first: float = REFERENCE) -> ChainedIndex:
    """Links joined into one series of levels per node; the mean of the first year is `first`.

    annual         I_{m,y} = mean of I_{y-1} * L_{m,y}
    one month      I_{m,y} = I_{12,y-1} * L_{m,y} / SUM_i w_{i,y-1} q_{i,12,y-1} / qbar_{i,y-1}
    over the year  I_{m,y} = I_{m,y-1} * L_{m,y} / SUM_i w_{i,y-1} q_{i,m,y-1} / qbar_{i,y-1}
    A year on the weights of the year before goes on in their terms, and is hung on nothing.
    Every node is chained on its own links: levels of components do not average to the level of the whole
    after the first link. Missing: a month without a link is missing; a year that cannot be hung on the year
    before stops the chain of that node. Zero: so does a base of 0, for nothing can be chained to it.
    Source: METHODS §1.3; QNA Manual 2017, ch. 8 (annual and one-quarter overlap).
    """
    now = given.now
    entry, leave = _joints(given, overlap)
    base, levels = np.full(now.shape, np.nan), np.full(now.shape, np.nan)
    for year in range(now.shape[1]):
        if year == 0:
            base[:, 0] = first
        else:
            hung = base[:, year - 1] * leave[:, year - 1]
            base[:, year] = quotient(np.where(hung > 0, hung, np.nan), entry[:, year])
        levels[:, year] = base[:, year] * now[:, year]
    return ChainedIndex(given.tree, given.shares, now, entry, leave, base, levels)


def _joints(given: Links, overlap: Overlap) -> tuple[Array, Array]:
    """Entry of every year and leave of every year, by month of the year that is hung on."""
    now, before = given.now, given.before
    if overlap is Overlap.OVER_THE_YEAR:
        entry, leave = before, now
    elif overlap is Overlap.ONE_MONTH:
        entry, leave = before[:, :, -1:], now[:, :, -1:]
    else:
        entry, leave = before.mean(axis=2, keepdims=True), now.mean(axis=2, keepdims=True)
    joints = given.joints[np.newaxis, :, np.newaxis]
    left = np.append(given.joints[1:], False)[np.newaxis, :, np.newaxis]
    return np.where(joints, entry, np.ones_like(now)), np.where(left, leave, np.ones_like(now))


def from_relatives(tree: Tree, now: ArrayLike, weights: ArrayLike, first: float = REFERENCE) -> ChainedIndex:
    """A chain of yearly links already on the last month of the year before, as of a December-linked index.

    `now` (leaf, year, month): level over the level of last December; `weights` (leaf, year): shares as
    at that December. Then entry is 1 and leave is the year's last month. Missing and zero: as `links`
    and `chained`.
    Source: METHODS §1.3 "one-month"; HICP Methodological Manual 2024, ch. 8.
    """
    given = amounts(now, QUANTITIES)
    carried = carry_up(tree, weights_of(weights))
    added = aggregate(tree, tree.spread(given), carried)
    filled = fill_from_parents(tree, added)
    share, known = quotient(carried, carried[0]), ~np.isnan(added)
    on_december = Links(tree, filled, np.ones_like(filled), share, known, _each_but_first(given))
    return chained(on_december, Overlap.ONE_MONTH, first)


def require_same_link(index: ChainedIndex, year: int, one: int, other: int) -> None:
    """Refuse to take apart a change between two months of a year that hang on different points."""
    if not np.array_equal(index.base[:, year, one], index.base[:, year, other], equal_nan=True):
        raise IndexRefused(_TWO_LINKS)


_TWO_LINKS = Text(
    "Chuỗi nối theo cùng kỳ năm trước chỉ phân tích được mức tăng so với cùng kỳ; "
    "hãy nối theo bình quân năm hoặc theo tháng 12.",
    "Over-the-year links can only be taken apart year on year; link on the annual mean or on December.",
)
