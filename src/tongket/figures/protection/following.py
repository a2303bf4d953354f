"""Figures made from other figures: what would tell a withheld one is withheld with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tongket.figures.compile.order import sources_of
from tongket.figures.compile.recipe import Recipe
from tongket.figures.observations.observation import Address, Breakdown, Observation
from tongket.figures.terms.indicator import Definition, Indicators

Part = tuple[str, str, str, Breakdown]  # indicator, coverage, area and parts of a series, whatever the period


def following(
    recipes: Sequence[Recipe],
    indicators: Indicators,
    observations: Iterable[Observation],
    withheld: Collection[str],
) -> frozenset[str]:
    """The addresses of figures of recipes without facts of their own that start from a withheld part.

    A quotient, an adjusted or a benchmarked series tells its source in other clothes, over all its periods:
    a part of an area of whose source anything is withheld is withheld whole.
    """
    hidden = {_part(Address.parse(address)) for address in withheld}
    starts = _starts(recipes, indicators)
    return frozenset(
        str(Address.of(one.series, one.period))
        for one in observations
        if any(_source(definition, one) in hidden for definition in starts.get(one.recipe, ()))
    )


def _starts(recipes: Sequence[Recipe], indicators: Indicators) -> dict[str, tuple[Definition, ...]]:
    """By recipe without facts of its own, the definitions it starts from, through however many recipes."""
    makers = {recipe.definition: recipe for recipe in recipes}
    direct = {
        recipe.code: tuple(source.definition(indicators) for source in sources_of(recipe))
        for recipe in recipes
    }

    def all_of(code: str) -> tuple[Definition, ...]:
        found = dict.fromkeys(direct[code])
        for definition in direct[code]:
            if definition in makers and not makers[definition].dataflow:
                found |= dict.fromkeys(all_of(makers[definition].code))
        return tuple(found)

    return {recipe.code: all_of(recipe.code) for recipe in recipes if not recipe.dataflow}


def _part(address: Address) -> Part:
    return address.indicator, address.coverage, address.area, address.breakdown


def _source(definition: Definition, one: Observation) -> Part:
    return definition.indicator, definition.coverage, one.series.area, one.series.breakdown
