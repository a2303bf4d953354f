"""Compiling many recipes, and what is decided outside any one method."""

from dataclasses import replace
from datetime import date

import pytest
from tests.spec.world import CONTEXT, World, area, listed, recipe

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.places import same_extent
from tongket.figures.compile.run import compile_all, remembering
from tongket.figures.terms.area import AreaMap

RETAIL = recipe("retail", "total", "retail", "turnover")
FACTS = "area | period | group | value\nC1 | 2019-12 | food | 1000\nC1 | 2020-01 | food | 2000"


@pytest.fixture
def world(tmp_path):
    found = World(tmp_path, "plain")
    found.given("retail", "turnover", FACTS)
    return found


def test_two_recipes_share_a_figure_only_one_after_the_other(world):
    old = replace(RETAIL, code="old", valid_to=date(2019, 12, 31))
    new = replace(RETAIL, code="new", valid_from=date(2020, 1, 1))
    made = compile_all([old, new], world.engine.reduce, world.context)
    assert {str(one.period): one.recipe for one in made} == {
        "2019": "old", "2019-12": "old", "2020": "new", "2020-01": "new"
    }  # fmt: skip
    with pytest.raises(RecipeRefused, match="“old” and “retail”"):
        compile_all([old, RETAIL], world.engine.reduce, world.context)


def test_an_engine_is_asked_the_same_thing_once(world):
    asked = []

    def reduce(reduction):
        asked.append(reduction)
        return world.engine.reduce(reduction)

    once = remembering(reduce)
    compile_all([RETAIL], once, world.context)
    compile_all([RETAIL], once, world.context)
    assert len(asked) == 1


def test_parts_stand_in_the_order_of_their_code_list(world):
    world.given("retail", "turnover", "area | period | group | value\nC1 | 2020-01 | cloth | 1000")
    lists = {**CONTEXT.codelists, "trade": listed("trade", "goods", "food < goods", "cloth < goods")}
    world.context = replace(world.context, codelists=lists)
    parts = world.compile(replace(RETAIL, breakdowns=((), ("group",)))).at("2020-01")
    assert list(parts) == ["", "goods", "food", "cloth"]


def test_the_whole_is_given_only_where_the_recipe_asks_for_it(world):
    parts = world.compile(replace(RETAIL, breakdowns=(("group",),)))
    assert parts.of() == {}
    assert parts.of(group="food")["2020-01"] == 2


def test_an_item_without_its_attribute_is_named(tmp_path):
    world = World(tmp_path, "plain")
    world.given("industry", "value", "area | period | product | value\nC1 | 2020-01 | rock | 1")
    activity = {"activity": {"dimension": "product", "attribute": "activity", "codelist": "industries"}}
    output = recipe(
        "output", "total", "industry", "value", breakdowns=(("activity",),), parameters={"map": activity}
    )
    with pytest.raises(RecipeRefused, match="“rock”"):
        world.compile(output)


def test_a_reported_code_under_a_product_of_the_basket_counts_for_it(tmp_path):
    world = World(tmp_path, "plain")
    basket = listed("basket", "a : tonne", "a1 < a : kg", "b : tonne", "c : tonne", "other : tonne")
    world.context = replace(world.context, codelists={**CONTEXT.codelists, "basket": basket})
    world.given(
        "basket",
        "quantity",
        """
        area | period  | product | value
        C1   | 2020-01 | a       | 60
        C1   | 2020-01 | a1      | 40000
        C1   | 2020-01 | b       | 50
        C1   | 2020-01 | c       | 200
        C1   | 2020-01 | other   | 999
        """,
    )
    iip = recipe("iip", "production_index", "basket", "quantity", parameters={"weights": "tv09"})
    answers = world.compile(iip)
    assert float(answers.of()["2020-01"]) == pytest.approx(100)
    assert answers.of(product="a")["2020-01"] == 100
    assert answers.figures(product="a")["2020-01"].answers == 2


def test_ground_is_the_same_only_while_nothing_is_added_or_taken():
    old = area("C1", "commune", "D1", ends=date(2019, 12, 31))
    new = replace(old, valid_from=date(2020, 1, 1), valid_to=None)
    map_ = AreaMap((area("14", "province", ""), old, new))
    assert same_extent(map_, "14", date(2019, 1, 1), date(2020, 12, 31))
    assert same_extent(map_, "C1", date(2020, 1, 1), date(2020, 12, 31))
    assert not same_extent(map_, "C1", date(2019, 1, 1), date(2020, 12, 31))
    assert not same_extent(map_, "C9", date(2019, 1, 1), date(2020, 12, 31))
