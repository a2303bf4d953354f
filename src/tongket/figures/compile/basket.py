"""The basket of an index as a recipe names it: which product a code stands for, and in which unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.compile.context import Context, RecipeRefused
from tongket.figures.compile.parameters import ITEM, LINK, REFERENCE_YEAR, WEIGHTS
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.units import unit_of
from tongket.figures.methods.index_numbers import basket as laid_out
from tongket.figures.methods.index_numbers.branches import Node
from tongket.figures.methods.weights import IndexWeights
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Basket:
    """The products that stand for the industry, chosen and weighted in the base years, and their codes."""

    recipe: Recipe
    context: Context
    items: Codelist
    layout: laid_out.Basket

    @property
    def products(self) -> frozenset[str]:
        return frozenset(node[0][1] for node in self.layout.products)

    def product(self, code: str) -> str | None:
        """The product of the basket that a reported code is or lies under; None for one outside it."""
        products = self.products
        return next((up for up in self.items.above(code) if up in products), None)

    def codes_of(self, node: Node) -> frozenset[str]:
        """The codes whose quantities stand behind a node of the tree."""
        nodes = {node}
        for one in self.layout.nodes:
            nodes.update(self.layout.children(one) if one in nodes else ())
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
    """The basket a recipe names; refuses products that a code could stand for twice."""
    item = ITEM.of(recipe)
    items = context.codelist(recipe.dataflow, item)
    layout = layout_of(recipe, context.weights, context.codelists)
    if items is None:
        raise RecipeRefused(_NO_LIST.format(recipe=recipe.code, list=WEIGHTS.of(recipe), item=item))
    products = {node[0][1] for node in layout.products}
    for code in products:
        for up in items.above(code)[1:]:
            if up in products:
                raise RecipeRefused(_NESTED.format(recipe=recipe.code, code=code, up=up))
    return Basket(recipe, context, items, layout)


def layout_of(
    recipe: Recipe, weights: Mapping[str, IndexWeights], codelists: Mapping[str, Codelist]
) -> laid_out.Basket:
    """The weights a recipe names, laid out on one tree and linked as it says."""
    sets = []
    for code in WEIGHTS.of(recipe):
        if code not in weights:
            legal = ", ".join(weights) or "—"
            raise RecipeRefused(_NO_WEIGHTS.format(recipe=recipe.code, code=code, legal=legal))
        sets.append(weights[code])
    item, activities = ITEM.of(recipe), codelists.get(sets[0].activity_list)
    if activities is None:
        raise RecipeRefused(_NO_LIST.format(recipe=recipe.code, list=sets[0].activity_list, item=item))
    return laid_out.basket(sets, activities, item, LINK.of(recipe), REFERENCE_YEAR.of(recipe))


_NO_WEIGHTS = Text(
    "Công thức “{recipe}”: không có bộ quyền số “{code}”. Hiện có: {legal}.",
    "Recipe “{recipe}”: there are no weights “{code}”. There are: {legal}.",
)
_NO_LIST = Text(
    "Công thức “{recipe}”: cần danh mục ngành “{list}” và một danh mục cho chiều “{item}” của biểu.",
    "Recipe “{recipe}”: it takes the activity list “{list}” and a code list of the dimension “{item}”.",
)
_NESTED = Text(
    "Công thức “{recipe}”: sản phẩm {code} nằm dưới {up}, cả hai đều có quyền số, nên sản lượng của nó tính "
    "cho hai sản phẩm. Hãy chỉ giữ một sản phẩm trong các bộ quyền số.",
    "Recipe “{recipe}”: product {code} lies under {up} and both have weights, so its quantity would stand "
    "for two. Keep one of them in the weights.",
)
