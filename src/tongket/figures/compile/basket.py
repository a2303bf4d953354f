"""Which product of an index a reported code stands for, and in which unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.compile.context import Context, RecipeRefused
from tongket.figures.compile.parameters import ITEM, WEIGHTS
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.units import unit_of
from tongket.figures.methods.index import IndexTree, Node, index_tree
from tongket.figures.methods.weights import IndexWeights
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Basket:
    """The products that stand for the industry, chosen and weighted in the base year."""

    recipe: Recipe
    context: Context
    weights: IndexWeights
    items: Codelist
    tree: IndexTree

    def product(self, code: str) -> str | None:
        """The product of the basket that a reported code is or lies under; None for one outside it."""
        return next((up for up in self.items.above(code) if up in self.weights.products), None)

    def codes_of(self, node: Node) -> frozenset[str]:
        """The codes whose quantities stand behind a node of the tree."""
        nodes = {node}
        for one in self.tree.nodes:
            nodes.update(self.tree.children(one) if one in nodes else ())
        item = ITEM.of(self.recipe)
        return frozenset(code for code in self.items.items if ((item, self.product(code)),) in nodes)

    def convert(self, value: Decimal, code: str) -> Decimal:
        """A quantity of the code in the unit of its product."""
        product = self.product(code)
        if product is None or self.items[code].unit == self.items[product].unit:
            return value
        own, target = (
            unit_of(self.recipe, self.context.units, self.items[one].unit) for one in (code, product)
        )
        return own.convert(value, target)


def basket(recipe: Recipe, context: Context) -> Basket:
    """The basket a recipe names, laid out as a tree."""
    item, code = ITEM.of(recipe), WEIGHTS.of(recipe)
    if code not in context.weights:
        legal = ", ".join(context.weights) or "—"
        raise RecipeRefused(_NO_WEIGHTS.format(recipe=recipe.code, code=code, legal=legal))
    weights = context.weights[code]
    activities, items = (
        context.codelists.get(weights.activity_list),
        context.codelist(recipe.dataflow, item),
    )
    if activities is None or items is None:
        raise RecipeRefused(_NO_LIST.format(recipe=recipe.code, list=weights.activity_list, item=item))
    return Basket(recipe, context, weights, items, index_tree(weights, activities, item))


_NO_WEIGHTS = Text(
    "Công thức “{recipe}”: không có bộ quyền số “{code}”. Hiện có: {legal}.",
    "Recipe “{recipe}”: there are no weights “{code}”. There are: {legal}.",
)
_NO_LIST = Text(
    "Công thức “{recipe}”: cần danh mục ngành “{list}” và một danh mục cho chiều “{item}” của biểu.",
    "Recipe “{recipe}”: it takes the activity list “{list}” and a code list of the dimension “{item}”.",
)
