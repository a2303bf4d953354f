"""Output at the prices of a base year: each product by its own price index, or its nearest parent's."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.spec.world import indicator

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.methods.estimation.deflation import PriceBase, PriceIndices
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

ITEM = {"dimension": "product", "attribute": "activity", "codelist": "industries"}
BY_ACTIVITY = {"activity": ITEM}
CONSTANT = replace(indicator("constant", Shape.FLOW, "billion_vnd"), price_basis="constant_2010")
BASES = {2010: PriceBase(2010, None, date(2020, 2, 14), Text("TT 02", "Circular 02"), confirmed=False)}


def given(world, prices, *lines, synthetic=False):
    """Values in billion VND by month and product; price indices `{code: {period: index}}`."""
    table = {code: {Period.parse(p): Decimal(str(v)) for p, v in row.items()} for code, row in prices.items()}
    found = PriceIndices("ppi", table, date(2021, 1, 1), Text("Chỉ số giá", "Producer prices"), synthetic)
    world.known(CONSTANT)
    world.context = replace(world.context, prices={"ppi": found}, price_bases=BASES)
    rows = [f"C1 | {month} | {product} | {1000 * Decimal(value)}" for month, product, value in lines]
    world.given("industry", "value", "\n".join(["area | period | product | value", *rows]))


def made(world, **more):
    parameters = {"prices": "ppi", "base": 2010, "item": ITEM, "map": BY_ACTIVITY, **more}
    one = world.recipe("constant", "constant_prices", "industry", "value")
    return world.compile(replace(one, parameters=parameters, breakdowns=((), ("activity",))))


def test_the_example_of_the_manual(world):
    """120 at prices of 125 is 96; a year later 150 at 130 is 115.385: 20.19 % more by volume."""
    given(
        world,
        {"sugar": {"2010": 100, "2019-01": 125, "2020-01": 130}},
        ("2019-01", "sugar", 120),
        ("2020-01", "sugar", 150),
    )
    figures = made(world).figures()
    assert figures["2019-01"].value == 96
    assert float(figures["2020-01"].value / figures["2019-01"].value) == pytest.approx(1.2019, abs=5e-5)
    assert figures["2020-01"].status is ObsStatus.NORMAL
    told = figures["2020-01"].because
    assert "at 2010 prices (Circular 02); price indices: Producer prices" in told["en"]
    assert "not checked against the text" in told["en"]
    assert "chưa đối chiếu" in told["vi"]


def test_a_missing_index_is_its_parents_and_marked_e(world):
    """Tea has no index: its class 10A has, of coffee's own kin."""
    given(
        world,
        {"coffee": {"2010": 100, "2020-01": 200}, "10A": {"2010": 100, "2020-01": 150}},
        ("2020-01", "coffee", 100),
        ("2020-01", "tea", 30),
    )
    figure = made(world).figures()["2020-01"]
    assert (figure.value, figure.status) == (50 + 20, ObsStatus.ESTIMATED)
    assert "tea have no price index of their own" in figure.because["en"]


def test_it_is_deflated_at_the_finest_level_and_then_added(world):
    given(
        world,
        {"coffee": {"2010": 100, "2020-01": 200}, "sugar": {"2010": 50, "2020-01": 100}},
        ("2020-01", "coffee", 100),
        ("2020-01", "sugar", 60),
    )
    answers = made(world)
    assert answers.at("2020-01") == {"": 80, "C": 80, "10": 80, "10A": 50, "10B": 30}


def test_the_year_is_the_sum_of_its_months(world):
    prices = {"sugar": {"2010": 100} | {f"2020-{m:02d}": 100 + 10 * m for m in range(1, 13)}}
    given(world, prices, *((f"2020-{m:02d}", "sugar", 100 + 10 * m) for m in range(1, 13)))
    assert made(world).of()["2020"] == 1200


def test_without_any_index_the_figure_is_absent_and_names_the_product(world):
    given(world, {"coffee": {"2010": 100}}, ("2020-01", "sugar", 60))
    figure = made(world).figures()["2020-01"]
    assert figure.cause is Cause.NOT_ANSWERED
    assert "no price index of sugar for both 2020-01 and the base year 2010" in figure.because["en"]


def test_made_up_prices_say_so(world):
    given(world, {"sugar": {"2010": 100, "2020-01": 130}}, ("2020-01", "sugar", 60), synthetic=True)
    assert made(world).figures()["2020-01"].because["vi"].startswith("CHỈ SỐ GIÁ GIẢ LẬP: ")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"prices": "cpi"}, "no price indices “cpi”. There are: ppi"),
        ({"base": 2020}, r"the base year 2020 has to stand in price_bases \(2010\)"),
        ({"item": {**ITEM, "codelist": "colours"}}, "does not name a dimension and a code list"),
        ({"base": 1800}, "a base year of price_bases"),
        ({"item": "product"}, "dimension: of the form"),
    ],
)
def test_what_cannot_be_is_refused(world, more, words):
    given(world, {"sugar": {"2010": 100, "2020-01": 130}}, ("2020-01", "sugar", 60))
    with pytest.raises(RecipeRefused, match=words):
        made(world, **more)
