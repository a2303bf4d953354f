"""`distinct_count`: how many different things, never the sum of parts or of months."""

from dataclasses import replace

import pytest
from tests.spec.world import area, recipe

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.figure import Cause

SHIPMENTS = """
    area | period  | product | market | value
    C1   | 2020-01 | coffee  | CN     | 100
    C1   | 2020-01 | tea     | CN     | 100
    C1   | 2020-02 | coffee  | JP     | 100
    C2   | 2020-02 | coffee  | CN     | 100
    C2   | 2020-02 | sugar   | US     | 100
    C2   | 2020-02 | tea     | CN     | 0
"""
IN = {f"2020-{month:02d}": (5, 5) for month in range(1, 13)}


def kinds(of, **more):
    return recipe("kinds", "distinct_count", "exports", "fob", parameters={"of": of}, **more)


def test_products_of_a_month_and_of_the_year(world):
    world.given("exports", "fob", SHIPMENTS)
    world.returned("exports", IN)
    counted = world.compile(kinds("product")).of()
    assert (counted["2020-01"], counted["2020-02"], counted["2020-03"]) == (2, 2, 0)
    assert counted["2020"] == 3  # coffee, tea, sugar; the months would add to 4


def test_markets_of_the_farm_products_alone(world):
    world.given("exports", "fob", SHIPMENTS)
    world.returned("exports", IN)
    assert world.compile(kinds("market", where={"product": ("farm",)})).of()["2020"] == 2


def test_a_correction_that_takes_it_all_back_leaves_nothing_to_count(world):
    world.given(
        "exports",
        "fob",
        """
        area | period  | product | market | value
        C1   | 2020-01 | coffee  | CN     | 100
        C1   | 2020-02 | coffee  | CN     | -100
        C1   | 2020-02 | tea     | CN     | 1
        """,
    )
    world.returned("exports", IN)
    counted = world.compile(kinds("product")).of()
    assert (counted["2020-01"], counted["2020"]) == (1, 1)


def test_a_year_that_is_not_over_has_no_count_yet(world):
    world.given("exports", "fob", SHIPMENTS)
    assert world.compile(kinds("product")).of()["2020"] is Cause.NOT_DUE


CONNECTIONS = """
    area | period | value
    C1a  | 2016   | 10
    C1b  | 2016   | 5
    C1a  | 2018   | 20
    C2a  | 2018   | 1
    C3a  | 2020   | 7
"""


def connected(level, **more):
    return recipe("villages", "distinct_count", "connections", "connected", parameters={"of": level}, **more)


@pytest.mark.parametrize(
    ("level", "by_year"),
    [("area:village", (2, 2, 1)), ("area:commune", (1, 2, 1)), ("area:district", (1, 1, 1))],
)
def test_units_of_a_level_of_area(world, level, by_year):
    world.given("connections", "connected", CONNECTIONS)
    counted = world.compile(connected(level)).of()
    assert (counted["2016"], counted["2018"], counted["2020"]) == by_year


def test_a_span_of_years_counts_each_village_once(world):
    world.given("connections", "connected", CONNECTIONS)
    world.returned("connections", {str(year): (4, 4) for year in range(2016, 2021)})
    spans = connected("area:village", levels=("province", "commune"))
    spans = replace(spans, parameters={**spans.parameters, "spans": ["2016-01/P60M"]})
    answers = world.compile(spans)
    assert answers.of("14")["2016-01/P60M"] == 4  # the years would add to 5
    assert answers.of("C1")["2016-01/P60M"] == 2
    assert answers.of("14")["2017"] == 0


def test_a_fact_known_only_for_a_wider_area_cannot_be_counted_by_village(world):
    world.given("connections", "connected", "area | period | value\nC1 | 2016 | 10")
    with pytest.raises(RecipeRefused, match="C1"):
        world.compile(connected("area:village"))


def test_a_village_counts_where_it_lay_that_year(world):
    moved = area("C1a", "village", "C3")
    others = tuple(one for one in world.context.areas.areas if one.code != "C1a")
    world.context = replace(world.context, areas=AreaMap((*others, moved)))
    world.given("connections", "connected", CONNECTIONS)
    districts = world.compile(connected("area:village", levels=("district",)))
    assert (districts.of("D1")["2016"], districts.of("D2")["2016"]) == (1, 1)
