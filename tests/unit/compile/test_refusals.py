"""A recipe that cannot be compiled says which recipe, what was found, what is legal."""

from dataclasses import replace

import pytest
from tests.spec.world import CONTEXT, INDICATORS, indicator, recipe

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.methods import METHODS
from tongket.figures.compile.run import compile_recipe
from tongket.figures.facts.reduction import Reduction
from tongket.figures.terms.codelist import UnknownCode
from tongket.figures.terms.indicator import Indicators, Shape


def never(reduction: Reduction):
    raise AssertionError("A recipe is refused before anything is asked of an engine.")


def refused(one, context=CONTEXT):
    with pytest.raises(RecipeRefused) as caught:
        compile_recipe(one, never, context)
    assert caught.value.say("vi") != caught.value.say("en")
    return caught.value.say("en")


RETAIL = recipe("retail", "total", "retail", "turnover")
IIP = recipe("iip", "production_index", "basket", "quantity", parameters={"weights": "tv09"})
RATE = recipe("rate", "ratio", "village", "electrified", parameters={"denominator": "households"})


def test_an_unknown_method_lists_the_methods():
    sentence = refused(replace(RETAIL, method="median"))
    assert "“retail”" in sentence
    assert ", ".join(METHODS) in sentence


def test_a_method_takes_the_shapes_it_can_make():
    assert "shape “stock”; it makes: ratio" in refused(
        recipe("households", "ratio", "village", "electrified", parameters={"denominator": "households"})
    )


def test_a_parameter_the_method_does_not_know():
    assert (
        "has no parameter “weight”. It has: item, weights, link, reference_year, gaps, range, status"
        in refused(replace(IIP, parameters={"weight": "tv09"}))
    )


@pytest.mark.parametrize(
    ("one", "name", "value", "legal"),
    [
        (RETAIL, "year_estimate", "guess", "none, seasonal_share, growth, run_rate, model, indicator, best"),
        (RETAIL, "damping", 2, "a number from 0 to 1"),
        (RETAIL, "year_indicator", "power:", "such as retail_turnover:goods"),
        (RETAIL, "past_years", 1, "a whole number from 2"),
        (RETAIL, "spans", ["2016/2020"], "2016-01/P60M"),
        (RETAIL, "spans", "2016", "a list of periods"),
        (RETAIL, "map", {"activity": {"dimension": "product"}}, "attribute"),
        (RETAIL, "map", {"activity": "product"}, "attribute"),
        (RATE, "denominator", "", "a measure of the form"),
        (IIP, "status", "X", "A, B, E"),
        (
            recipe("kinds", "distinct_count", "exports", "fob"),
            "of",
            "area:region",
            "district, commune, village",
        ),
    ],
)
def test_an_illegal_value_is_named_with_the_legal_ones(one, name, value, legal):
    sentence = refused(replace(one, parameters={**one.parameters, name: value}))
    assert f"the parameter “{name}” is {value}" in sentence
    assert legal in sentence


@pytest.mark.parametrize(
    "parameters",
    [
        {"year_estimate": "indicator"},
        {"year_estimate": "growth", "year_indicator": "power"},
        {"year_indicator": "power"},
    ],
)
def test_a_related_series_goes_with_the_methods_that_use_it(parameters):
    assert "does not go with year_indicator" in refused(replace(RETAIL, parameters=parameters))


def test_a_parameter_that_has_to_be_given():
    assert "the parameter “denominator” is None" in refused(replace(RATE, parameters={}))


def test_weights_and_lists_that_are_not_there():
    assert "There are: tv09, w2019" in refused(replace(IIP, parameters={"weights": "iip_2010"}))
    assert "“branches”" in refused(IIP, replace(CONTEXT, codelists={}))
    by_colour = {"activity": {"dimension": "product", "attribute": "activity", "codelist": "colours"}}
    assert "colours" in refused(replace(RETAIL, breakdowns=(("activity",),), parameters={"map": by_colour}))


def test_a_code_that_is_not_in_its_list():
    with pytest.raises(UnknownCode, match="fodo"):
        compile_recipe(replace(RETAIL, where={"group": ("fodo",)}), never, CONTEXT)


def test_a_rate_is_in_percent():
    per_head = Indicators({**INDICATORS.entries, "rate": indicator("rate", Shape.RATIO, "million_vnd")})
    one = replace(RATE, definition=per_head["rate"].definition())
    assert "unit is “million_vnd”" in refused(one, replace(CONTEXT, indicators=per_head))


def test_a_measure_without_a_unit():
    assert "has no unit" in refused(replace(RETAIL, measure="visitors"))
    assert "there is no unit “carat”" in refused(
        RETAIL, replace(CONTEXT, measure_units={("retail", "turnover"): "carat"})
    )
