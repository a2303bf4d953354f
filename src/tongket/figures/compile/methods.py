"""The methods a recipe may name. A new method is one entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.distinct import distinct
from tongket.figures.compile.parameters import (
    DENOMINATOR,
    ELEMENTARY,
    GAPS,
    IMPUTE,
    ITEM,
    LINK,
    MAP,
    OF,
    PAST_YEARS,
    RANGE,
    REFERENCE_YEAR,
    SPANS,
    STATUS,
    WEIGHTS,
    YEAR_ESTIMATE,
    Parameter,
    check,
)
from tongket.figures.compile.price import price
from tongket.figures.compile.production import production
from tongket.figures.compile.proportion import proportion
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.tally import Job
from tongket.figures.compile.total import total
from tongket.figures.observations.observation import Observation
from tongket.figures.terms.indicator import Indicator, Shape
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Method:
    """How observations are made, which shapes of indicator that can be, and its parameters."""

    compile: Callable[[Job], Iterable[Observation]]
    shapes: frozenset[Shape]
    parameters: tuple[Parameter[Any], ...]


METHODS: Mapping[str, Method] = {
    "total": Method(
        total, frozenset({Shape.FLOW, Shape.STOCK}), (MAP, YEAR_ESTIMATE, PAST_YEARS, SPANS, IMPUTE, RANGE)
    ),
    "ratio": Method(proportion, frozenset({Shape.RATIO}), (DENOMINATOR, MAP, RANGE)),
    "distinct_count": Method(distinct, frozenset({Shape.COUNT}), (OF, MAP, SPANS)),
    "production_index": Method(
        production, frozenset({Shape.INDEX}), (ITEM, WEIGHTS, LINK, REFERENCE_YEAR, GAPS, RANGE, STATUS)
    ),
    "price_index": Method(
        price, frozenset({Shape.INDEX}), (ITEM, WEIGHTS, LINK, REFERENCE_YEAR, ELEMENTARY, STATUS)
    ),
}


def method_of(recipe: Recipe, indicator: Indicator) -> Method:
    """The method a recipe names, once its indicator and parameters have been found fit for it."""
    method = METHODS.get(recipe.method)
    if method is None:
        raise RecipeRefused(
            _UNKNOWN.format(recipe=recipe.code, method=recipe.method, legal=", ".join(METHODS))
        )
    if indicator.shape not in method.shapes:
        legal = ", ".join(sorted(method.shapes))
        raise RecipeRefused(
            _SHAPE.format(recipe=recipe.code, method=recipe.method, shape=indicator.shape, legal=legal)
        )
    check(recipe, method.parameters)
    return method


_UNKNOWN = Text(
    "Công thức “{recipe}”: không có phương pháp “{method}”. Các phương pháp: {legal}.",
    "Recipe “{recipe}”: there is no method “{method}”. Methods: {legal}.",
)
_SHAPE = Text(
    "Công thức “{recipe}”: phương pháp {method} không tính được chỉ tiêu loại “{shape}”; được: {legal}.",
    "Recipe “{recipe}”: the method {method} cannot make an indicator of shape “{shape}”; it makes: {legal}.",
)
