"""What a breakdown is split by: which dimension of the facts is read, and which nodes a code adds to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tongket.figures.compile.context import Context, RecipeRefused
from tongket.figures.compile.parameters import MAP, Mapped
from tongket.figures.compile.recipe import Recipe
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Split:
    """A split `name`, read from the dimension `source` of the facts.

    `nodes` gives every node that a code of the source adds to: itself (or its attribute) and all above;
    `codes` is the way back, the codes that add to a node. `codelist` is the tree of the nodes, None for
    a dimension without one.
    """

    name: str
    source: str
    nodes: Callable[[str], tuple[str, ...]]
    codes: Callable[[str], frozenset[str]]
    codelist: Codelist | None


def selected(recipe: Recipe, context: Context) -> dict[str, frozenset[str]]:
    """The codes a recipe keeps, by dimension: those it names and all under them in the code list."""
    found: dict[str, frozenset[str]] = {}
    for dimension, codes in recipe.where.items():
        codelist = context.codelist(recipe.dataflow, dimension)
        below = [codelist.below(codelist[code].code) for code in codes] if codelist else [codes]
        found[dimension] = frozenset().union(*below)
    return found


def split(recipe: Recipe, context: Context, name: str) -> Split:
    """How the recipe's facts are split by `name`."""
    if mapped := MAP.of(recipe).get(name):
        return _by_attribute(recipe, context, name, mapped)
    codelist = context.codelist(recipe.dataflow, name)
    if codelist is None:
        return Split(name, name, lambda code: (code,), lambda node: frozenset({node}), None)
    kept = selected(recipe, context).get(name)
    whole = _whole(recipe.where.get(name, ()), codelist)

    # A node above the selection would hold a part of what its name says.
    def nodes(code: str) -> tuple[str, ...]:
        above = (node for node in codelist.above(code) if node != whole)
        return tuple(node for node in above if kept is None or node in kept)

    return Split(name, name, nodes, codelist.below, codelist)


def _whole(selected: tuple[str, ...], codelist: Codelist) -> str | None:
    """The one group a recipe selects is the whole under another name, and no part of it."""
    return selected[0] if len(selected) == 1 and codelist.children(selected[0]) else None


def _by_attribute(recipe: Recipe, context: Context, name: str, mapped: Mapped) -> Split:
    items = context.codelist(recipe.dataflow, mapped.dimension)
    codelist = context.codelists.get(mapped.codelist)
    if items is None or codelist is None:
        legal: Mapping[str, object] = context.codelists
        raise RecipeRefused(
            _NO_LIST.format(recipe=recipe.code, split=name, mapped=mapped, legal=", ".join(legal))
        )

    def nodes(code: str) -> tuple[str, ...]:
        if mapped.attribute not in items[code].attributes:
            raise RecipeRefused(
                _NO_ATTRIBUTE.format(
                    recipe=recipe.code, list=items.name, code=code, attribute=mapped.attribute
                )
            )
        return codelist.above(items[code].attributes[mapped.attribute])

    def codes(node: str) -> frozenset[str]:
        below = codelist.below(node)
        return frozenset(
            code for code, item in items.items.items() if item.attributes.get(mapped.attribute) in below
        )

    return Split(name, mapped.dimension, nodes, codes, codelist)


_NO_LIST = Text(
    "Công thức “{recipe}”: phân tổ “{split}” đọc {mapped}, nhưng chiều hoặc danh mục đó không có. "
    "Các danh mục hiện có: {legal}.",
    "Recipe “{recipe}”: the split “{split}” reads {mapped}, but there is no such dimension or code list. "
    "Code lists: {legal}.",
)
_NO_ATTRIBUTE = Text(
    "Công thức “{recipe}”: mã “{code}” của danh mục {list} chưa có thuộc tính “{attribute}”. "
    "Hãy ghi thuộc tính đó vào danh mục.",
    "Recipe “{recipe}”: the code “{code}” of the list {list} has no attribute “{attribute}”. "
    "Write it into the list.",
)
