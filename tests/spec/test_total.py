"""`total`: sums of returns by area and part; a flow's year is the sum of its months, a stock's its last."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.spec.world import AREAS, area, recipe

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.terms.area import AreaLink, AreaMap, UnknownArea
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.unit import UnlikeUnits

RETAIL = recipe("retail", "total", "retail", "turnover")

QUARTER = """
    reporter | area | period  | group | value
    shop 1   | C1   | 2020-01 | food  | 1200.5
    shop 1   | C1   | 2020-01 | cloth |  300
    shop 2   | C3   | 2020-01 | food  |  499.5
    shop 1   | C1   | 2020-02 | food  | 1000
    shop 2   | C3   | 2020-02 | food  |  500
"""


def a_year(first_month: int, last_month: int, value: str = "1000", year: int = 2020) -> str:
    months = (f"C1 | {year}-{month:02d} | food | {value}" for month in range(first_month, last_month + 1))
    return "\n".join(["area | period | group | value", *months])


def test_months_are_sums_in_the_unit_of_the_indicator(world):
    world.given("retail", "turnover", QUARTER)
    answers = world.compile(RETAIL)
    assert answers.of()["2020-01"] == 2
    assert answers.of()["2020-02"] == 1.5
    assert answers.figures()["2020-01"].answers == 3


def test_a_year_is_the_sum_of_its_months_when_all_are_there(world):
    world.given("retail", "turnover", a_year(1, 12))
    assert world.compile(RETAIL).of()["2020"] == 12


def test_a_year_that_lacks_months_is_absent_and_names_them(world):
    world.given("retail", "turnover", a_year(1, 10))
    figure = world.compile(RETAIL).figures()["2020"]
    assert figure.cause is Cause.NOT_DUE
    assert figure.because["en"] == "no figure for 2020-11, 2020-12 (not due yet)"


def test_a_month_with_returns_missing_is_absent_and_says_how_many(world):
    world.given("retail", "turnover", a_year(1, 12))
    world.returned(
        "retail", {f"2020-{month:02d}": (40, 40) for month in range(1, 12)} | {"2020-12": (37, 40)}
    )
    figures = world.compile(RETAIL).figures()
    assert figures["2020-11"].value == 1
    assert figures["2020-12"].cause is Cause.NOT_ANSWERED
    assert figures["2020-12"].because["en"] == "37 of 40 returns are in"
    assert figures["2020"].cause is Cause.NOT_ANSWERED
    assert figures["2020"].because["en"] == "no figure for 2020-12 (37 of 40 returns are in)"


def test_nothing_at_all_is_nothing(world):
    assert world.compile(RETAIL).of() == {}


def test_returns_due_and_none_in_make_an_absent_figure_of_the_office_itself(world):
    world.returned("retail", {"2020-01": (0, 40)})
    assert world.compile(RETAIL).of() == {"2020-01": Cause.NOT_ANSWERED, "2020": Cause.NOT_ANSWERED}


def test_all_returns_in_and_nothing_to_report_is_a_true_zero(world):
    world.given("retail", "turnover", a_year(1, 11))
    world.returned("retail", {f"2020-{month:02d}": (2, 2) for month in range(1, 13)})
    figures = world.compile(RETAIL).figures()
    assert (figures["2020-12"].value, figures["2020-12"].answers) == (0, 0)
    assert figures["2020"].value == 11


def test_a_selection_takes_in_what_lies_under_its_codes(world):
    world.given(
        "retail",
        "turnover",
        """
        area | period  | group    | value
        C1   | 2020-01 | food     | 1000
        C1   | 2020-01 | cloth    | 2000
        C1   | 2020-01 | lodging  | 4000
        C1   | 2020-01 | catering | 8000
        """,
    )
    goods = recipe("retail", "total", "retail", "turnover", where={"group": ("goods",)})
    more = recipe("retail", "total", "retail", "turnover", where={"group": ("goods", "lodging", "catering")})
    assert world.compile(goods).of()["2020-01"] == 3
    assert world.compile(more).of()["2020-01"] == 15


def test_a_breakdown_has_every_node_with_facts_below_it(world):
    world.given("retail", "turnover", QUARTER)
    parts = recipe("retail", "total", "retail", "turnover", breakdowns=((), ("group",)))
    # February has no cloth; the whole is there, so it is a true zero and not a gap.
    assert world.compile(parts).at("2020-01") == {
        "": 2,
        "goods": 2,
        "food": Decimal("1.7"),
        "cloth": Decimal("0.3"),
    }
    assert world.compile(parts).at("2020-02") == {"": 1.5, "goods": 1.5, "food": 1.5, "cloth": 0}


def test_a_node_above_the_selection_is_no_part_of_it(world):
    world.given("retail", "turnover", QUARTER)
    food = recipe(
        "retail", "total", "retail", "turnover", breakdowns=((), ("group",)), where={"group": ("food",)}
    )
    assert world.compile(food).at("2020-01") == {"": Decimal("1.7"), "food": Decimal("1.7")}


def test_a_breakdown_by_an_attribute_climbs_the_attributes_own_list(world):
    world.given(
        "industry",
        "value",
        """
        area | period  | product | value
        C1   | 2020-01 | coffee  | 1000
        C1   | 2020-01 | tea     | 2000
        C1   | 2020-01 | sugar   | 4000
        C2   | 2020-01 | hydro   | 8000
        """,
    )
    by_activity = {"dimension": "product", "attribute": "activity", "codelist": "industries"}
    output = recipe(
        "output",
        "total",
        "industry",
        "value",
        breakdowns=((), ("activity",)),
        parameters={"map": {"activity": by_activity}},
    )
    assert world.compile(output).at("2020-01") == {
        "": 15, "C": 7, "10": 7, "10A": 3, "10B": 4, "D": 8, "35": 8, "35A": 8
    }  # fmt: skip


def test_two_dimensions_cross(world):
    world.given(
        "exports",
        "fob",
        """
        area | period  | product | market | value
        C1   | 2020-01 | coffee  | CN     | 1000000
        C1   | 2020-01 | tea     | CN     | 2000000
        C1   | 2020-01 | tea     | JP     | 4000000
        """,
    )
    crossed = recipe(
        "exports",
        "total",
        "exports",
        "fob",
        breakdowns=(("product", "market"),),
        where={"product": ("coffee", "tea")},
    )
    assert world.compile(crossed).at("2020-01") == {"CN,coffee": 1, "CN,tea": 2, "JP,tea": 4}


def test_items_of_several_units_are_converted_one_by_one(world):
    world.given(
        "industry",
        "quantity",
        """
        area | period  | product | value
        C1   | 2020-01 | hydro   | 500000
        C2   | 2020-01 | grid    | 2
        """,
    )
    power = recipe("power", "total", "industry", "quantity", where={"product": ("hydro", "grid")})
    assert world.compile(power).of()["2020-01"] == 2.5


def test_items_that_measure_different_things_are_never_added(world):
    world.given(
        "industry",
        "quantity",
        """
        area | period  | product | value
        C1   | 2020-01 | hydro   | 500000
        C1   | 2020-01 | sugar   | 2
        """,
    )
    with pytest.raises(UnlikeUnits):
        world.compile(recipe("power", "total", "industry", "quantity"))


def test_facts_are_added_up_the_map(world):
    world.given("retail", "turnover", QUARTER)
    everywhere = recipe("retail", "total", "retail", "turnover", levels=("province", "district", "commune"))
    answers = world.compile(everywhere)
    january = {code: answers.of(code).get("2020-01") for code in ("14", "D1", "D2", "C1", "C2", "C3")}
    north, south = Decimal("1.5005"), Decimal("0.4995")
    assert january == {"14": 2, "D1": north, "D2": south, "C1": north, "C2": None, "C3": south}


def test_a_fact_on_an_unknown_area_is_refused_by_name(world):
    world.given("retail", "turnover", "area | period | group | value\nC9 | 2020-01 | food | 1")
    with pytest.raises(UnknownArea, match="C9"):
        world.compile(RETAIL)


def test_a_year_in_which_the_map_changed_is_not_a_sum_of_two_grounds(world):
    old = area("C1", "commune", "D1", ends=date(2020, 6, 30))
    redrawn = (old, replace(old, valid_from=date(2020, 7, 1), valid_to=None))
    others = tuple(one for one in AREAS.areas if one.code != "C1")
    communes = recipe("retail", "total", "retail", "turnover", levels=("commune",))
    world.given("retail", "turnover", a_year(1, 12))
    world.context = replace(world.context, areas=AreaMap((*others, *redrawn)))
    figure = world.compile(communes).figures("C1")["2020"]
    assert figure.cause is Cause.NOT_COMPARABLE
    assert "C1" in figure.because["vi"]
    # A new row for a new name, the whole unit handed on, changes no ground.
    renamed = AreaLink("e", "C1", date(2000, 1, 1), "C1", date(2020, 7, 1), 1, "exact", True)
    world.context = replace(world.context, areas=AreaMap((*others, *redrawn), links=(renamed,)))
    assert world.compile(communes).of("C1")["2020"] == 12


def test_a_stock_of_a_year_is_its_last_month(world):
    stocks = recipe("stocks", "total", "industry", "stock")
    rows = [f"C1 | 2020-{month:02d} | coffee | {month}" for month in range(1, 13)]
    world.given("industry", "stock", "\n".join(["area | period | product | value", *rows]))
    assert world.compile(stocks).of()["2020"] == 12


def test_a_yearly_form_gives_years_and_the_spans_asked_for(world):
    rows = [f"C1a | {year} | {year - 2000}" for year in range(2016, 2021)]
    world.given("connections", "connected", "\n".join(["area | period | value", *rows]))
    connected = recipe(
        "connected", "total", "connections", "connected", parameters={"spans": ["2016-01/P60M"]}
    )
    assert world.compile(connected).of() == {
        "2016": 16, "2017": 17, "2018": 18, "2019": 19, "2020": 20, "2016-01/P60M": 90
    }  # fmt: skip


def test_a_dated_recipe_gives_the_periods_that_begin_while_it_holds(world):
    world.given("retail", "turnover", a_year(1, 12))
    dated = recipe("retail", "total", "retail", "turnover", valid_from=date(2020, 11, 1))
    assert set(world.compile(dated).of()) == {"2020-11", "2020-12"}


def test_months_and_years_in_one_dataflow_would_be_counted_twice(world):
    world.given("retail", "turnover", a_year(1, 2))
    world.given("retail", "turnover", "area | period | group | value\nC1 | 2020 | food | 9")
    with pytest.raises(RecipeRefused, match="1, 12"):
        world.compile(RETAIL)


def test_a_total_stands_as_it_stood(world):
    """A fact corrected at moment 20: before, the first number holds; after, the second; never both."""
    world.given(
        "retail",
        "turnover",
        """
        area | period  | group | value | recorded_at | superseded_at
        C1   | 2020-01 | food  | 5000  | 10          | 20
        C1   | 2020-01 | food  | 7000  | 20          |
        """,
    )
    assert world.compile(RETAIL, as_of=9).of() == {}
    assert world.compile(RETAIL, as_of=10).of()["2020-01"] == 5
    assert world.compile(RETAIL, as_of=19).of()["2020-01"] == 5
    assert world.compile(RETAIL, as_of=20).of()["2020-01"] == 7
    assert world.compile(RETAIL).of()["2020-01"] == 7
