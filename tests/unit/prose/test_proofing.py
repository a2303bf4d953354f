"""What the proof-reader says of a number, by what stands in the book and in the text."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.unit.prose.proofing_world import earlier, judged, said, verdict

GOODS, WIDER = "retail_turnover:goods", "retail_turnover:goods_lodging_catering"
BILLION = {"unit": "VND", "scale": "1E9"}
MILLION_USD = {"unit": "USD", "scale": "1E6"}
ESTIMATE = {"status": "estimate"}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("14876", {**BILLION, **ESTIMATE}),
        ("14.9", {"unit": "VND", "scale": "1E12", **ESTIMATE}),
        ("15", {"unit": "VND", "scale": "1E12", **ESTIMATE}),
        ("14876490", {"unit": "VND", "scale": "1E6", **ESTIMATE}),
        ("14800", {**BILLION, "bound": "more_than", **ESTIMATE}),
        ("15000", {**BILLION, "bound": "nearly", **ESTIMATE}),
        ("14900", {**BILLION, "bound": "about", **ESTIMATE}),
    ],
)
def test_a_level_agrees_as_it_is_rounded_scaled_and_hedged(text, more):
    assert verdict(said(text, GOODS, **more)) == "agrees"


@pytest.mark.parametrize(
    ("text", "more", "slip"),
    [
        ("14867", {**BILLION, **ESTIMATE}, "transposed"),
        ("14879", {**BILLION, **ESTIMATE}, "digit"),
        ("14876", {"unit": "VND", "scale": "1E6", **ESTIMATE}, "scale"),
        ("14.876", {**BILLION, **ESTIMATE}, "scale"),
        ("14876", {**MILLION_USD, **ESTIMATE}, "unit"),
        ("14210", {**BILLION, **ESTIMATE}, "period"),
        ("17311", {**BILLION, **ESTIMATE}, "coverage"),
        ("14876", BILLION, "status"),
        ("15900", {**BILLION, "bound": "more_than", **ESTIMATE}, ""),
        ("14000", {**BILLION, "bound": "nearly", **ESTIMATE}, ""),
    ],
)
def test_a_wrong_level_disagrees_and_says_what_it_looks_like(text, more, slip):
    (finding,) = judged(said(text, GOODS, **more))
    assert (finding.verdict, finding.slip) == ("disagrees", slip)


def test_the_book_s_figure_is_told_with_its_address():
    (finding,) = judged(said("14867", GOODS, **BILLION, **ESTIMATE))
    assert "14.876 tỷ đồng (retail_turnover:goods@99/2020)" in finding.sentence.vi
    assert "14,876 billion VND" in finding.sentence.en
    assert str(finding.address) == "retail_turnover:goods@99/2020"


def test_a_growth_by_its_sign_base_and_way_of_telling():
    grown = {"unit": "percent", "comparison": "growth", "base": "yoy"}
    assert verdict(said("4.7", GOODS, **grown)) == "agrees"
    assert verdict(said("4.7", GOODS, **{**grown, "base": "2019"})) == "agrees"
    assert verdict(said("104.7", GOODS, **{**grown, "comparison": "index"})) == "agrees"
    assert verdict(said("1.05", GOODS, unit="times", comparison="ratio", base="yoy")) == "agrees"
    assert judged(said("-4.7", GOODS, **grown))[0].slip == "sign"
    assert verdict(said("4.7", GOODS, **{**grown, "unit": "point"})) == "disagrees"
    assert verdict(said("10", GOODS, **{**grown, "base": "2018"})) == "unknown"


def test_a_rate_moves_in_points():
    moved = {"comparison": "change", "base": "yoy"}
    assert verdict(said("2.0", "electrification_rate", unit="point", **moved)) == "agrees"
    assert verdict(said("3.0", "electrification_rate", unit="point", **moved)) == "disagrees"


def test_a_plan_its_attainment_and_what_it_asks():
    plan = {"status": "target", "period": "2021"}
    assert verdict(said("8.5", "IIP", unit="percent", comparison="growth", **plan)) == "agrees"
    assert verdict(said("11", "IIP", unit="percent", comparison="growth", **plan)) == "disagrees"
    assert verdict(said("130", "exports:goods", comparison="target", **MILLION_USD, **plan)) == "agrees"
    assert verdict(said("9.8", WIDER, unit="percent", comparison="growth", **plan)) == "agrees"
    share = {"unit": "percent", "comparison": "percent_of_plan", "base": "annual_plan"}
    assert verdict(said("103.0", "industrial_output", **share)) == "agrees"
    assert verdict(said("102.5", "industrial_output", **share)) == "disagrees"
    over = {"unit": "percent", "comparison": "growth", "base": "annual_plan"}
    assert verdict(said("3.0", "industrial_output", **over)) == "agrees"


def test_a_number_of_a_period_without_results_may_be_the_plan_s():
    assert verdict(said("19000", WIDER, period="2021", **BILLION)) == "agrees"
    assert verdict(said("18900", WIDER, period="2021", **BILLION)) == "disagrees"


def test_a_share_of_a_part_and_of_a_whole():
    share = {"unit": "percent", "comparison": "share"}
    assert verdict(said("50.0", GOODS, breakdown=(("trade_group", "food"),), **share)) == "agrees"
    assert verdict(said("51.0", GOODS, breakdown=(("trade_group", "food"),), **share)) == "disagrees"
    assert verdict(said("91.0", GOODS, **share)) == "unknown"


def test_a_range_agrees_where_it_holds_the_figure():
    (low, high), wrong = (Decimal(14870), Decimal(14880)), (Decimal(14900), Decimal(14920))
    mention = said("14870", GOODS, **BILLION, **ESTIMATE)

    assert verdict(replace(mention, value=(low, high))) == "agrees"
    assert verdict(replace(mention, value=wrong)) == "disagrees"


def test_a_growth_between_unlike_levels_is_explained():
    findings = judged(
        said("14876", GOODS, **BILLION, **ESTIMATE),
        said("19000", WIDER, period="2021", status="target", comparison="target", **BILLION),
        said("27.7", WIDER, period="2021", unit="percent", comparison="growth", base="yoy", status="target"),
    )
    assert [str(one.verdict) for one in findings] == ["agrees", "agrees", "unlike_comparison"]
    assert "khác phạm vi" in findings[-1].sentence.vi
    assert "the coverages differ" in findings[-1].sentence.en


def test_a_growth_that_the_text_s_own_levels_do_not_give():
    findings = judged(
        said("14876", GOODS, **BILLION, **ESTIMATE),
        said("14210", GOODS, period="2019", **BILLION),
        said("7.4", GOODS, unit="percent", comparison="growth", base="yoy"),
    )
    assert str(findings[-1].verdict) == "does_not_recompute"
    assert "4,7%" in findings[-1].sentence.vi


def test_numbers_the_book_does_not_know_are_held_against_each_other():
    known = {"unit": "VND", "scale": "1E9"}
    constant = "industrial_output_constant"
    findings = judged(
        said("1000", constant, period="2019", **known),
        said("1100", constant, **known),
        said("12.5", constant, unit="percent", comparison="growth", base="yoy"),
        said("10.0", constant, unit="percent", comparison="growth", base="yoy"),
        said("1200", constant, **known),
    )
    assert [str(one.verdict) for one in findings] == [
        "unknown",
        "unknown",
        "does_not_recompute",
        "unknown",
        "contradicts",
    ]


def test_what_was_true_of_another_release_says_so():
    (finding,) = judged(said("14555", GOODS, **BILLION, **ESTIMATE), others=(earlier(goods="14555"),))
    assert (finding.verdict, finding.slip) == ("disagrees", "vintage")
    assert "release 1" in finding.sentence.en


def test_a_malformed_number_is_a_fault_and_an_unknown_name_is_none():

    assert verdict(replace(said("1", GOODS), value=None, text="14.87.6")) == "disagrees"
    assert verdict(said("5", "")) == "unknown"
    assert verdict(said("5", "no_such_indicator")) == "unknown"


def test_an_absent_figure_says_its_cause():
    (finding,) = judged(said("5", GOODS, period="2011", **BILLION))
    assert str(finding.verdict) == "unknown"
    assert "không thu thập" in finding.sentence.vi
