"""Recipes that start from what others make: which ones, and in which order they compile."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from graphlib import CycleError, TopologicalSorter

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.methods import METHODS
from tongket.figures.compile.parameters import NO_SOURCE, Source
from tongket.figures.compile.recipe import Recipe
from tongket.figures.terms.words import Text


def sources_of(recipe: Recipe) -> tuple[Source, ...]:
    """The series of other recipes that its parameters name."""
    named = (parameter.of(recipe) for parameter in METHODS[recipe.method].parameters)
    return tuple(one for one in named if isinstance(one, Source) and one != NO_SOURCE)


def ordered(recipes: Sequence[Recipe]) -> tuple[Recipe, ...]:
    """The same recipes, each after those it starts from, otherwise as they stood.

    Refuses a recipe that starts from a series nobody makes, and recipes that go round in a circle.
    """
    by_code = {recipe.code: recipe for recipe in recipes}
    graph = {recipe.code: [one.code for one in _makers(recipe, recipes)] for recipe in recipes}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise RecipeRefused(_CIRCLE.format(recipes=" → ".join(error.args[1]))) from error
    order: dict[str, Recipe] = {}

    def put(code: str) -> None:
        if code not in order:
            for source in graph[code]:
                put(source)
            order[code] = by_code[code]

    for recipe in recipes:
        put(recipe.code)
    return tuple(order.values())


def behind(wanted: Collection[Recipe], recipes: Sequence[Recipe]) -> tuple[Recipe, ...]:
    """The recipes and all that they start from, in the order of `recipes`."""
    found = {recipe.code for recipe in wanted}
    waiting = list(wanted)
    while waiting:
        new = [one for one in _makers(waiting.pop(), recipes) if one.code not in found]
        found |= {one.code for one in new}
        waiting += new
    return tuple(recipe for recipe in recipes if recipe.code in found)


def _makers(recipe: Recipe, recipes: Iterable[Recipe]) -> list[Recipe]:
    made: dict[tuple[str, str], list[Recipe]] = {}
    for one in recipes:
        made.setdefault((one.definition.indicator, one.definition.coverage), []).append(one)
    makers: list[Recipe] = []
    for source in sources_of(recipe):
        named = made.get((source.indicator, source.coverage))
        if named is None:
            legal = ", ".join(sorted({":".join(pair) for pair in made}))
            raise RecipeRefused(
                _NOBODY.format(
                    recipe=recipe.code, source=f"{source.indicator}:{source.coverage}", legal=legal
                )
            )
        makers += [one for one in named if one.code != recipe.code]
    return makers


_NOBODY = Text(
    "Công thức “{recipe}”: không có công thức nào tính “{source}”. Các số liệu có công thức: {legal}.",
    "Recipe “{recipe}”: no recipe makes “{source}”. Series with a recipe: {legal}.",
)
_CIRCLE = Text(
    "Các công thức tính vòng quanh nhau: {recipes}. Hãy bỏ một mắt xích.",
    "The recipes go round in a circle: {recipes}. Take one link out.",
)
