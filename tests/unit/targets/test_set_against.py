"""One addressed figure against another: alike they are compared, unlike they are refused with a sentence."""

import pytest
from tests.unit.review.invented import catalogue, key, seen, target

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Address
from tongket.figures.targets.set_against import Against, set_against
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import Cause

GOODS, WIDER = key("retail_turnover:goods"), key("retail_turnover:goods_lodging_catering")
FARM, RATE = key("exports:farm_goods"), key("electrification_rate")
PAGE = Book(
    catalogue().indicators,
    (
        seen(GOODS, 2020, "20217"),
        seen(GOODS, 2019, "18842"),
        seen(RATE, 2015, "86.7"),
        seen(RATE, 2020, "97.5"),
    ),
)
TARGETS = (target("retail", WIDER, 2021, "24200"), target("rate", RATE, 2021, "98", "ratio"))


def against(before: str, after: str):
    area = GOODS.area
    left, right = (Address.parse(text.replace("@", f"@{area}/")) for text in (before, after))
    return set_against(left, right, PAGE, TARGETS)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (
            "retail_turnover:goods@2020",
            "retail_turnover:goods_lodging_catering@2021,compare=plan,target=retail",
            "khác phạm vi",
        ),
        ("exports:farm_goods@2020", "exports:goods@2021", "khác phạm vi"),
        ("households_connected@2016-01/P60M", "electrification_rate@2020", "không được tính từ"),
        ("retail_turnover:goods@2019", "retail_turnover:goods@2020,compare=same_period_last_year", "mức"),
        ("retail_turnover:goods@2020", "exports:farm_goods@2020", "khác chỉ tiêu"),
    ],
)
def test_unlike_figures_are_refused_with_the_reason(before, after, why):
    refused = against(before, after)
    assert isinstance(refused, NotComparable)
    assert why in refused.reason.vi


def test_like_levels_have_a_difference_and_a_growth():
    compared = against("retail_turnover:goods@2019", "retail_turnover:goods@2020")
    assert isinstance(compared, Against)
    assert compared.difference.value == 20217 - 18842
    assert float(compared.growth.value) == pytest.approx(100 * (20217 / 18842 - 1))


def test_rates_differ_in_points_and_have_no_growth():
    compared = against("electrification_rate@2015", "electrification_rate@2020")
    assert (float(compared.difference.value), compared.difference.unit) == (10.8, "point")
    assert compared.growth.value is None


def test_a_plan_counts_as_what_it_plans():
    compared = against("electrification_rate@2020", "electrification_rate@2021,compare=plan,target=rate")
    assert float(compared.difference.value) == 0.5


def test_what_is_not_there_leaves_the_difference_empty_with_its_cause():
    compared = against("retail_turnover:goods@2017", "retail_turnover:goods@2020")
    assert compared.difference.cause is Cause.NOT_COLLECTED
