"""The basket of an index: dated sets of weights laid out on one tree, and what products are measured on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from tongket.figures.methods.index_numbers.arrays import Array
from tongket.figures.methods.index_numbers.branches import WHOLE, Branches, Node, WeightsRefused, branches
from tongket.figures.methods.index_numbers.links import Overlap
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import carry_down
from tongket.figures.methods.weights import IndexWeights
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.words import Text


class Link(StrEnum):
    """How an index gets from one set of weights to the next: not at all, or over an overlap."""

    FIXED_BASE = "fixed_base"
    ANNUAL = Overlap.ANNUAL.value
    ONE_MONTH = Overlap.ONE_MONTH.value
    OVER_THE_YEAR = Overlap.OVER_THE_YEAR.value


@dataclass(frozen=True)
class WeightYear:
    """One set of weights on the tree: every leaf's share of the whole, 0 for what the set does not weigh.

    `bases` are the mean months of the base year by leaf, missing where the facts have to tell them.
    """

    base_year: int
    since: int
    shares: Array
    bases: Array


@dataclass(frozen=True, eq=False)
class Basket:
    """What an index is made of: a tree, its weights from year to year, and how they are linked.

    `nodes` are the tree's, written as the breakdowns of their series. Nodes that can never have a level (no
    product under them with a weight and a base) are left out. The index has 100 in `reference_year`.
    """

    tree: Tree
    nodes: tuple[Node, ...]
    weight_years: tuple[WeightYear, ...]
    overlap: Overlap
    reference_year: int

    @property
    def products(self) -> tuple[Node, ...]:
        """The leaves, in the tree's order."""
        return tuple(self.nodes[place] for place in self.tree.leaves)

    def children(self, node: Node) -> tuple[Node, ...]:
        return tuple(self.nodes[place] for place in self.tree.children(self.nodes.index(node)))

    @property
    def home(self) -> Array:
        """For each leaf, the place of the set whose base it is measured on: 100 is that base.

        The set of the reference year, and for a leaf that it does not weigh the first set that does.
        """
        weighs = np.array([one.shares > 0 for one in self.weight_years])
        own = [one.base_year == self.reference_year for one in self.weight_years].index(True)
        return np.where(weighs[own], own, weighs.argmax(axis=0))


def basket(
    sets: Sequence[IndexWeights],
    activities: Codelist,
    item: str = "product",
    link: Link = Link.FIXED_BASE,
    reference_year: int | None = None,
) -> Basket:
    """Lay sets of weights out as one tree: product, class, division, section, whole.

    An activity's parent is the nearest activity above it that has a weight of its own in any set, so a list
    with more levels than the weights is no obstacle; in a set that does not weigh it, it weighs what lies
    under it. Zero weight or base quantity: the node is left out and its siblings stand for it.
    `WeightsRefused`: a negative weight, an unknown class, products beside activities under one parent, two
    sets of one year, several sets without a link, a product in two classes or on two kinds of base,
    a reference year that is no base year. Source: METHODS §1.1, §1.3, §1.4.
    """
    dated = tuple(sorted(sets, key=lambda one: one.since))
    _refuse_dates(dated, link)
    found = branches(dated, activities, item)
    tree = Tree.of({_name(node): None if up is None else _name(up) for node, up in found.above.items()})
    by_name = {_name(node): node for node in found.above}
    nodes = tuple(by_name[name] for name in tree.nodes)
    weight_years = tuple(_weight_year(one, tree, nodes, found, place) for place, one in enumerate(dated))
    reference = dated[0].base_year if reference_year is None else reference_year
    if reference not in [one.base_year for one in dated]:
        legal = ", ".join(str(one.base_year) for one in dated)
        raise WeightsRefused(_REFERENCE.format(year=reference, legal=legal))
    overlap = Overlap.ANNUAL if link is Link.FIXED_BASE else Overlap(link.value)
    made = Basket(tree, nodes, weight_years, overlap, reference)
    _refuse_halves(made)
    return made


def _name(node: Node) -> str:
    return "" if node == WHOLE else "=".join(node[0])


def _weight_year(
    weights: IndexWeights, tree: Tree, nodes: Sequence[Node], found: Branches, place: int
) -> WeightYear:
    own = found.own[place]
    carried = carry_down(tree, np.array([1.0 if node == WHOLE else own.get(node, 0.0) for node in nodes]))
    leaves = [nodes[leaf] for leaf in tree.leaves]
    known = [weights.products.get(node[0][1]) for node in leaves]
    bases = [np.nan if one is None or one.base_quantity is None else one.base_quantity for one in known]
    return WeightYear(weights.base_year, weights.since, carried[tree.leaves], np.array(bases))


def _refuse_dates(dated: Sequence[IndexWeights], link: Link) -> None:
    if len(dated) > 1 and link is Link.FIXED_BASE:
        legal = ", ".join(one.value for one in Link if one is not Link.FIXED_BASE)
        raise WeightsRefused(_NO_LINK.format(sets=", ".join(one.code for one in dated), legal=legal))
    for one, later in pairwise(dated):
        if one.since == later.since or one.base_year == later.base_year:
            raise WeightsRefused(_SAME_YEAR.format(one=one.code, other=later.code))
        if (later.valid_from and (later.valid_from.month, later.valid_from.day) != (1, 1)) or (
            one.activity_list != later.activity_list
        ):
            raise WeightsRefused(_IN_JANUARY.format(one=one.code, other=later.code))


def _refuse_halves(made: Basket) -> None:
    """A product that is measured on the facts cannot be set against a base given in a number of its own."""
    given = ~np.isnan([one.bases for one in made.weight_years])
    for leaf, node in enumerate(made.products):
        home = made.home[leaf]
        if given[:, leaf].any() and not given[home, leaf]:
            raise WeightsRefused(_HALVES.format(code=node[0][1], year=made.weight_years[home].base_year))


_NO_LINK = Text(
    "Một chỉ số gốc cố định chỉ có một bộ quyền số; ở đây có: {sets}. Hãy ghi link: {legal}.",
    "A fixed-base index has one set of weights; here are: {sets}. Say how they are linked, link: {legal}.",
)
_SAME_YEAR = Text(
    "Hai bộ quyền số {one} và {other} cùng năm gốc hoặc cùng năm bắt đầu áp dụng. Mỗi năm chỉ dùng một bộ.",
    "The weights {one} and {other} have one base year, or begin in one year. Use one set for a year.",
)
_IN_JANUARY = Text(
    "Không nối được bộ quyền số {one} với {other}: hai bộ phải dùng cùng một danh mục ngành, và bộ sau phải "
    "áp dụng từ ngày 1 tháng 1.",
    "The weights {one} and {other} cannot be linked: both take one list of activities, and the later begins "
    "on 1 January.",
)
_HALVES = Text(
    "Sản phẩm {code} được đo theo số liệu năm gốc {year}, nhưng một bộ quyền số khác ghi sẵn sản lượng gốc. "
    "Hãy ghi sản lượng gốc cả trong bộ của năm {year}, hoặc để trống ở mọi bộ.",
    "Product {code} is measured on the facts of the base year {year}, but other weights give it a base "
    "quantity. Give it one in the weights of {year} too, or in none.",
)
_REFERENCE = Text(
    "Kỳ gốc của chỉ số là năm {year}, không phải năm gốc của bộ quyền số nào. Các năm gốc: {legal}.",
    "The index reference year {year} is the base year of none of the weights. Base years: {legal}.",
)
