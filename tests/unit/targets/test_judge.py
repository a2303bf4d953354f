"""A table of verdicts: plan, result, and what may be said."""

from decimal import Decimal

import pytest
from tests.unit.review.invented import FIVE_YEARS, catalogue, key, months, seen, target

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.targets.judge import judge
from tongket.figures.targets.quoted import figure_at, plan_address
from tongket.figures.terms.figure import Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.indicator import Direction

OUTPUT, RATE, INDEX = "industrial_output", "electrification_rate", "IIP"
DOWN = {"direction": Direction.DOWN}


def book(*observations):
    return Book(catalogue().indicators, tuple(observations))


def yearly(name, before, now, **figure):
    return book(seen(key(name), 2019, before), seen(key(name), 2020, now, **figure))


@pytest.mark.parametrize(
    ("name", "shape", "plan", "result", "more", "outcome", "attainment", "gap"),
    [
        (OUTPUT, "level", "200", "210", {}, "met", "105", ("10", "billion_vnd")),
        (OUTPUT, "level", "200", "200", {}, "met", "100", ("0", "billion_vnd")),
        (OUTPUT, "level", "200", "200", {"bound": "more_than"}, "not_met", "100", ("0", "billion_vnd")),
        (OUTPUT, "level", "200", "112", {}, "not_met", "56", ("-88", "billion_vnd")),
        (OUTPUT, "level", "200", "180", DOWN, "met", "90", ("-20", "billion_vnd")),
        (
            OUTPUT,
            "level",
            "200",
            "200",
            {**DOWN, "bound": "more_than"},
            "not_met",
            "100",
            ("0", "billion_vnd"),
        ),
        (OUTPUT, "growth", "10", "113.5", {}, "met", None, ("3.5", "point")),
        (OUTPUT, "growth", "10", "109.99", {}, "not_met", None, ("-0.01", "point")),
        (INDEX, "growth", "12.5", "112.46", {"bound": "about"}, "met", None, ("-0.04", "point")),
        (RATE, "ratio", "98", "97.5", {}, "not_met", None, ("-0.5", "point")),
        (RATE, "ratio", "97.5", "97.5", {}, "met", None, ("0", "point")),
    ],
)
def test_a_target_is_judged_on_what_it_is(name, shape, plan, result, more, outcome, attainment, gap):
    verdict = judge(target("t", key(name), 2020, plan, shape, **more), yearly(name, "100", result))
    assert verdict.outcome == outcome
    assert verdict.attainment.value == (Decimal(attainment) if attainment else None)
    assert (verdict.gap.value, verdict.gap.unit) == (Decimal(gap[0]), gap[1])


def test_percent_of_plan_of_a_percentage_is_no_figure_and_says_so():
    verdict = judge(target("t", key(RATE), 2020, "98", "ratio"), yearly(RATE, "86", "97.5"))
    assert verdict.attainment.cause is Cause.UNDEFINED
    assert "điểm phần trăm" in verdict.attainment.reason().vi


def test_a_target_whose_value_was_never_published_cites_cause_and_decision():
    wanted = target("t", key(RATE), 2020, None, "ratio")
    verdict = judge(wanted, yearly(RATE, "86", "97.5"))
    assert verdict.outcome == "cannot_say"
    assert verdict.result.value == Decimal("97.5")
    assert verdict.reason.vi == "mức chỉ tiêu tại Kế hoạch năm 2021 của tỉnh Giả Định chưa từng được công bố"
    assert "never published" in verdict.reason.en


def test_without_any_result_the_verdict_is_the_cause():
    verdict = judge(target("t", key(OUTPUT), 2020, "200"), book())
    assert verdict.outcome == "cannot_say"
    assert verdict.reason.vi == "kỳ này chưa có số liệu nào"


def test_a_verdict_on_an_estimate_says_that_it_is_one():
    estimate = {"data_type": DataType.ESTIMATE, "status": ObsStatus.ESTIMATED}
    verdict = judge(target("t", key(OUTPUT), 2020, "200"), yearly(OUTPUT, "100", "210", **estimate))
    assert verdict.reason.vi == "kết quả đạt chỉ tiêu (theo số ước)"


@pytest.mark.parametrize(
    ("total", "direction", "outcome"),
    [
        ("2200", "up", "ahead"),
        ("1800", "up", "behind"),
        ("2200", "down", "behind"),
        ("1800", "down", "ahead"),
    ],
)
def test_a_running_year_is_judged_on_its_pace(total, direction, outcome):
    history = [*months(key(OUTPUT), 2018, "1000"), *months(key(OUTPUT), 2019, "1100")]
    running = [*history, *list(months(key(OUTPUT), 2020, total))[:6]]
    verdict = judge(target("t", key(OUTPUT), 2020, "2000", direction=Direction(direction)), book(*running))
    assert verdict.outcome == outcome
    assert verdict.result.value is None


def test_a_flow_that_has_reached_its_plan_has_met_it_before_the_year_is_over():
    history = [*months(key(OUTPUT), 2018, "1000"), *months(key(OUTPUT), 2019, "1100")]
    running = [*history, *list(months(key(OUTPUT), 2020, "4000"))[:9]]
    assert judge(target("t", key(OUTPUT), 2020, "2000"), book(*running)).outcome == "met"
    limit = target("t", key(OUTPUT), 2020, "2000", direction=Direction.DOWN)
    assert judge(limit, book(*running)).outcome == "not_met"


def test_short_history_says_so_instead_of_guessing():
    running = list(months(key(OUTPUT), 2020, "2000"))[:6]
    verdict = judge(target("t", key(OUTPUT), 2020, "2000"), book(*running))
    assert verdict.outcome == "cannot_say"
    assert "2 năm" in verdict.reason.vi


def test_mean_growth_over_several_years_is_the_root_of_first_and_last():
    wanted = target("t", key("exports:goods"), 2020, "10", "growth", bound="about")
    wanted = type(wanted)(**{**_fields(wanted), "period": FIVE_YEARS})
    series = key("exports:goods")
    grown = book(seen(series, 2015, "100"), seen(series, 2020, "161.051"))
    assert judge(wanted, grown).outcome == "met"
    assert judge(wanted, grown).result.value == pytest.approx(Decimal(10))


def test_another_unit_is_not_compared():
    wanted = target("t", key(OUTPUT), 2020, "200")
    other = type(wanted)(**{**_fields(wanted), "figure": Figure(Decimal(200), "vnd", DataType.TARGET)})
    assert judge(other, yearly(OUTPUT, "100", "210")).outcome == "cannot_say"
    assert judge(other, yearly(OUTPUT, "100", "210")).reason.vi == "khác đơn vị tính"


def test_every_figure_with_a_plan_in_it_has_an_address_that_answers():
    wanted, known = target("plan-a", key(OUTPUT), 2020, "200"), yearly(OUTPUT, "100", "210")
    answers = {
        Comparison.PLAN: "200",
        Comparison.PERCENT_OF_PLAN: "105",
        Comparison.ABOVE_PLAN: "10",
        Comparison.ASKED_BY_PLAN: "100",
    }
    for comparison, value in answers.items():
        text = str(plan_address(wanted, comparison))
        assert text == f"industrial_output:all@99/2020,target=plan-a,compare={comparison}"
        assert figure_at(Address.parse(text), known, [wanted]).value == Decimal(value)
    assert figure_at(plan_address(wanted, Comparison.PLAN), known, []).cause is Cause.NOT_PUBLISHED


def _fields(wanted):
    return {name: getattr(wanted, name) for name in type(wanted).__dataclass_fields__}


@pytest.mark.parametrize(
    ("value", "months_in", "outcome"),
    [("210", 3, "ahead"), ("190", 3, "behind"), ("210", 11, "met"), ("190", 11, "not_met")],
)
def test_an_estimate_of_a_year_that_has_hardly_begun_is_a_pace_and_no_verdict(value, months_in, outcome):
    estimate = seen(key(OUTPUT), 2020, value, data_type=DataType.ESTIMATE, status=ObsStatus.ESTIMATED)
    running = book(estimate, *list(months(key(OUTPUT), 2020, "120"))[:months_in])
    verdict = judge(target("t", key(OUTPUT), 2020, "200"), running)
    assert verdict.outcome == outcome
    if months_in < 11:
        assert str(months_in) in verdict.reason.vi
