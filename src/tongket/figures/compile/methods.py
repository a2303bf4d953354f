"""The methods a recipe may name. A new method is one entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tongket.figures.compile import (
    adjusted,
    benchmarked,
    constant_prices,
    disaggregated,
    given,
    raked,
    structure,
    survey,
)
from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.distinct import distinct
from tongket.figures.compile.parameters import (
    DAMPING,
    DENOMINATOR,
    ELEMENTARY,
    GAPS,
    IMPUTE,
    ITEM,
    LINK,
    MAP,
    NO_SOURCE,
    OF,
    PAST_YEARS,
    RANGE,
    REFERENCE_YEAR,
    SPANS,
    STATUS,
    WEIGHTS,
    YEAR_ESTIMATE,
    YEAR_INDICATOR,
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
    """How observations are made, which shapes of indicator that can be, and its parameters.

    A method that is not `of_facts` starts from observations of other recipes and reads no dataflow. Of one
    whose reporters are not `summed`, nobody can say what each contributed.
    """

    compile: Callable[[Job], Iterable[Observation]]
    shapes: frozenset[Shape]
    parameters: tuple[Parameter[Any], ...]
    of_facts: bool = True
    summed: bool = True


def _derived(
    compile: Callable[[Job], Iterable[Observation]],
    shapes: frozenset[Shape],
    parameters: tuple[Parameter[Any], ...],
) -> Method:
    return Method(compile, shapes, parameters, of_facts=False, summed=False)


FLOWS = frozenset({Shape.FLOW})
ADDING = frozenset({Shape.FLOW, Shape.STOCK})
IN_TIME = frozenset({Shape.FLOW, Shape.INDEX, Shape.STOCK})
YEAR = (YEAR_ESTIMATE, PAST_YEARS, DAMPING, YEAR_INDICATOR)
METHODS: Mapping[str, Method] = {
    "total": Method(total, ADDING, (MAP, *YEAR, SPANS, IMPUTE, RANGE)),
    "ratio": Method(proportion, frozenset({Shape.RATIO}), (DENOMINATOR, MAP, RANGE)),
    "distinct_count": Method(distinct, frozenset({Shape.COUNT}), (OF, MAP, SPANS)),
    "production_index": Method(
        production, frozenset({Shape.INDEX}), (ITEM, WEIGHTS, LINK, REFERENCE_YEAR, GAPS, RANGE, STATUS)
    ),
    "price_index": Method(
        price, frozenset({Shape.INDEX}), (ITEM, WEIGHTS, LINK, REFERENCE_YEAR, ELEMENTARY, STATUS)
    ),
    "survey_total": Method(survey.survey_total, FLOWS, survey.PARAMETERS, summed=False),
    "constant_prices": Method(
        constant_prices.deflated_totals, FLOWS, constant_prices.PARAMETERS, summed=False
    ),
    "published": _derived(given.published, frozenset(Shape), (given.FIGURES,)),
    "seasonal_adjustment": _derived(
        adjusted.adjusted, frozenset({Shape.FLOW, Shape.INDEX}), adjusted.PARAMETERS
    ),
    "benchmark": _derived(benchmarked.benchmarked, IN_TIME, benchmarked.PARAMETERS),
    "disaggregation": _derived(disaggregated.disaggregated, IN_TIME, disaggregated.PARAMETERS),
    "raking": _derived(raked.raked, ADDING, raked.PARAMETERS),
    "location_quotient": _derived(structure.quotients, frozenset({Shape.RATIO}), structure.COMPARED),
    "shift_share": _derived(structure.shifts, FLOWS, (*structure.COMPARED, structure.PART)),
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
    if YEAR_ESTIMATE in method.parameters:
        _related_series(recipe)
    return method


def _related_series(recipe: Recipe) -> None:
    """Method E is asked for together with the series it follows, and that series by who may use it."""
    rule, named = YEAR_ESTIMATE.of(recipe), YEAR_INDICATOR.of(recipe) != NO_SOURCE
    if named != (rule == "indicator") and not (named and rule in ("best", "combined")):
        raise RecipeRefused(_RELATED.format(recipe=recipe.code, rule=rule))


_RELATED = Text(
    "Công thức “{recipe}”: year_estimate: {rule} không đi cùng year_indicator như đã ghi. Cách indicator cần "
    "year_indicator; best và combined có thể dùng; các cách khác không dùng.",
    "Recipe “{recipe}”: year_estimate: {rule} does not go with year_indicator as written. The method "
    "indicator needs one, best and combined may have one, the others take none.",
)
_UNKNOWN = Text(
    "Công thức “{recipe}”: không có phương pháp “{method}”. Các phương pháp: {legal}.",
    "Recipe “{recipe}”: there is no method “{method}”. Methods: {legal}.",
)
_SHAPE = Text(
    "Công thức “{recipe}”: phương pháp {method} không tính được chỉ tiêu loại “{shape}”; được: {legal}.",
    "Recipe “{recipe}”: the method {method} cannot make an indicator of shape “{shape}”; it makes: {legal}.",
)
