"""The three traps of the office's page, with its own figures, and how each is refused."""

from decimal import Decimal

from tests.unit.review.invented import PROVINCE, catalogue, key, seen, target

from tongket.figures.observations.book import Book
from tongket.figures.targets.against import compare_with_plan, plan_for, underivable, unlike_series
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period

GOODS, WIDER = key("retail_turnover:goods"), key("retail_turnover:goods_lodging_catering")
FARM, ALL_GOODS = key("exports:farm_goods"), key("exports:goods")
RATE, CONNECTED = key("electrification_rate"), key("households_connected")
INDICATORS = catalogue().indicators
# figures of the office's page of January 2021
PAGE = Book(INDICATORS, (seen(GOODS, 2020, "20217"), seen(FARM, 2020, "112"), seen(RATE, 2020, "97.5")))
RETAIL_2021, EXPORTS_2021 = target("retail", WIDER, 2021, "24200"), target("exports", ALL_GOODS, 2021, "160")
RATE_2021 = target("rate", RATE, 2021, "98", "ratio")


def test_goods_of_2020_and_the_wider_target_of_2021_give_no_growth():
    refused = compare_with_plan(GOODS, RETAIL_2021, PAGE)
    assert isinstance(refused, NotComparable)
    assert refused.differences == ("coverage",)
    assert refused.reason.vi == (
        "Không so sánh được “Tổng mức bán lẻ hàng hóa” với “Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ "
        "lưu trú, ăn uống”: khác phạm vi."
    )
    assert refused.reason.en.endswith("the coverages differ.")


def test_farm_goods_of_2020_and_the_target_for_all_goods_give_no_growth():
    refused = compare_with_plan(FARM, EXPORTS_2021, PAGE)
    assert isinstance(refused, NotComparable)
    assert "hàng hóa nông sản" in refused.reason.vi
    assert compare_with_plan(ALL_GOODS, EXPORTS_2021, PAGE).cause is Cause.NOT_COLLECTED


def test_households_connected_never_explain_the_rate():
    refused = underivable(RATE.definition, CONNECTED.definition, INDICATORS)
    assert refused.reason.vi == (
        "“Tỷ lệ hộ được sử dụng điện” chỉ được tính từ “Số hộ được sử dụng điện” và “Số hộ”, không được tính "
        "từ “Số hộ được cấp điện”."
    )
    assert "never from “Households connected”" in refused.reason.en
    assert underivable(RATE.definition, key("households").definition, INDICATORS) is None
    assert underivable(GOODS.definition, FARM.definition, INDICATORS).reason.en.startswith("There is no rule")


def test_like_definitions_give_what_the_plan_asks():
    asked = compare_with_plan(RATE, RATE_2021, PAGE)
    assert (asked.value, asked.unit) == (Decimal("0.5"), "point")
    grown = Book(INDICATORS, (seen(WIDER, 2020, "22000"),))
    assert compare_with_plan(WIDER, RETAIL_2021, grown).value == Decimal(10)
    growth = target("iip", key("IIP"), 2021, "10", "growth")
    assert compare_with_plan(key("IIP"), growth, PAGE) is growth.figure


def test_the_plan_of_a_series_is_its_own_or_a_reason_or_nothing():
    targets = (RETAIL_2021, EXPORTS_2021, RATE_2021)
    year = Period.year(2021)
    assert plan_for(WIDER, year, targets, INDICATORS) is RETAIL_2021
    assert isinstance(plan_for(GOODS, year, targets, INDICATORS), NotComparable)
    assert plan_for(WIDER, Period.year(2020), targets, INDICATORS) is None
    assert plan_for(WIDER, year, targets, INDICATORS, growth=True) is None
    assert plan_for(FARM.within(market="CN"), year, targets, INDICATORS) is None, (
        "a part has no plan of its own"
    )


def test_a_plan_with_a_value_comes_before_one_without():
    unknown = target("congress", RATE, 2021, None, "ratio")
    assert plan_for(RATE, Period.year(2021), (unknown, RATE_2021), INDICATORS) is RATE_2021


def test_another_area_or_part_is_another_series():
    elsewhere = key("households", "991")
    refused = unlike_series(key("households", PROVINCE), elsewhere, INDICATORS)
    assert "khác địa bàn" in refused.reason.vi
    assert unlike_series(elsewhere, elsewhere, INDICATORS) is None
