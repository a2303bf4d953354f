"""Which node of an index lies under which, and what it weighs among its siblings in each set of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.figures.methods.weights import IndexWeights
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.words import Refusal, Text

Node = tuple[tuple[str, str], ...]  # written as the breakdown of its series; the whole has none
WHOLE: Node = ()
ACTIVITY = "activity"


class WeightsRefused(Refusal):
    """The weights do not make a tree that can be averaged."""


@dataclass(frozen=True)
class Branches:
    """Every node that can have a level: the node above it, and what it weighs beside its siblings, by set."""

    above: Mapping[Node, Node | None]
    own: tuple[Mapping[Node, float], ...]


def branches(sets: Sequence[IndexWeights], activities: Codelist, item: str) -> Branches:
    """The branches of all sets on one tree, parents first and siblings in the order of their codes."""
    above = _above(sets, activities, item)
    own = tuple(_own(one, above, item) for one in sets)
    alive = {node for one in own for node in one}
    if not alive:
        raise WeightsRefused(_EMPTY.format(sets=", ".join(one.code for one in sets)))
    _refuse_mixed(alive, above, item)
    order = sorted(alive, key=lambda node: (_depth(node, above), node))
    return Branches({WHOLE: None, **{node: above[node] for node in order}}, own)


def _above(sets: Sequence[IndexWeights], activities: Codelist, item: str) -> dict[Node, Node]:
    weighted = {code for one in sets for code in one.activities}
    above: dict[Node, Node] = {}
    for code in weighted:
        upper = next((up for up in activities.above(code)[1:] if up in weighted), None)
        above[((ACTIVITY, code),)] = WHOLE if upper is None else ((ACTIVITY, upper),)
    for one in sets:
        for code, product in one.products.items():
            if product.activity not in one.activities:
                raise WeightsRefused(_NO_CLASS.format(list=one.code, code=code, activity=product.activity))
            parent = ((ACTIVITY, product.activity),)
            if above.setdefault(((item, code),), parent) != parent:
                raise WeightsRefused(_TWO_CLASSES.format(code=code))
    return above


def _own(weights: IndexWeights, above: Mapping[Node, Node], item: str) -> dict[Node, float]:
    """What each node of the set weighs among its siblings, for those on an unbroken way up from a product."""
    given: dict[Node, float] = {
        **{((ACTIVITY, code),): _checked(weights, code, value) for code, value in weights.activities.items()},
        **{((item, code),): _checked(weights, code, one.weight) for code, one in weights.products.items()},
    }
    alive: set[Node] = set()
    for code, product in weights.products.items():
        if product.base_quantity is None or product.base_quantity > 0:
            way = _way_up(((item, code),), above)
            if all(given.get(node, 1.0) > 0 for node in way):
                alive.update(way)
    own = {node: given[node] for node in alive if node in given}
    # An activity that only another set weighs: its children stand where the set has them, among its siblings.
    for node in sorted(alive - own.keys(), key=lambda node: -_depth(node, above)):
        own[node] = sum(value for child, value in own.items() if above[child] == node)
    return own


def _checked(weights: IndexWeights, code: str, value: float) -> float:
    if not 0 <= value < float("inf"):
        raise WeightsRefused(_NEGATIVE.format(list=weights.code, code=code, value=value))
    return value


def _way_up(node: Node, above: Mapping[Node, Node]) -> list[Node]:
    way = [node]
    while above[way[-1]] != WHOLE:
        way.append(above[way[-1]])
    return way


def _depth(node: Node, above: Mapping[Node, Node]) -> int:
    return len(_way_up(node, above))


def _refuse_mixed(alive: set[Node], above: Mapping[Node, Node], item: str) -> None:
    kinds: dict[Node, set[bool]] = {}
    for node in alive:
        kinds.setdefault(above[node], set()).add(node[0][0] == item)
    for parent, found in kinds.items():
        if len(found) > 1:
            raise WeightsRefused(_MIXED.format(code=parent[0][1]))


_NO_CLASS = Text(
    "Quyền số {list}: sản phẩm {code} thuộc ngành “{activity}” nhưng ngành này không có quyền số. "
    "Hãy thêm quyền số của ngành hoặc sửa ngành của sản phẩm.",
    "Weights {list}: product {code} belongs to activity “{activity}”, which has no weight. Add a weight "
    "for the activity or correct the product's activity.",
)
_TWO_CLASSES = Text(
    "Sản phẩm {code} thuộc hai ngành khác nhau trong hai bộ quyền số. Hãy xếp vào một ngành.",
    "Product {code} belongs to two activities in two sets of weights. Put it into one.",
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
_EMPTY = Text(
    "Quyền số {sets}: không có sản phẩm nào vừa có quyền số vừa có sản lượng gốc.",
    "Weights {sets}: no product has both a weight and a base quantity.",
)
