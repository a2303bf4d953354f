"""The running year of a flow: months in hand over their seasonal share of complete past years."""

from decimal import Decimal

import pytest
from tests.spec.world import recipe

from tongket.figures.methods.time_series.year_ladder import PastYear, YearEstimate, seasonal_share
from tongket.figures.terms.figure import Cause, DataType, ObsStatus

ESTIMATED = {"year_estimate": "seasonal_share"}
RETAIL = recipe("retail", "total", "retail", "turnover", parameters=ESTIMATED)
BY_GROUP = recipe("retail", "total", "retail", "turnover", breakdowns=((), ("group",)), parameters=ESTIMATED)

# TV-14, real: Tây Ninh retail 2026, billion VND. Eight months of 2026, the same of 2025, the rest of 2025.
IN_HAND, SAME_MONTHS = Decimal("153937.97733"), Decimal("129365.7845")
LAST_FOUR = [Decimal("17171.058"), Decimal("17298.902"), Decimal("17409.353"), Decimal("17872.424")]


def months(year, values, group="food"):
    """Facts of the months from January on; `values` in billion VND."""
    return [f"C1 | {year}-{m:02d} | {group} | {1000 * v}" for m, v in enumerate(values, start=1)]


def given(world, *lines):
    world.given("retail", "turnover", "\n".join(["area | period | group | value", *lines]))


def test_tv_14_by_the_method_alone():
    past = [PastYear(SAME_MONTHS, SAME_MONTHS + sum(LAST_FOUR))]
    found = seasonal_share(IN_HAND, past, least_years=1)
    assert isinstance(found, YearEstimate)
    assert float(found.share) == pytest.approx(0.649695635, abs=5e-10)
    assert float(found.value) == pytest.approx(236938.605, abs=5e-4)
    assert found.low == found.high == found.value


def test_tv_14_compiled_from_returns(world):
    # The source gives the eight months as one sum; a second past year of the same shape makes up the two.
    same, now = [SAME_MONTHS / 8] * 8, [IN_HAND / 8] * 8
    given(
        world,
        *months(2024, [round(value / 2, 6) for value in (*same, *LAST_FOUR)]),
        *months(2025, [round(value, 6) for value in (*same, *LAST_FOUR)]),
        *months(2026, [round(value, 6) for value in now]),
    )
    figure = world.compile(RETAIL).figures()["2026"]
    assert float(figure.value) == pytest.approx(236938.605, abs=5e-3)
    assert (figure.data_type, figure.status) == (DataType.ESTIMATE, ObsStatus.ESTIMATED)


def test_an_estimate_says_what_it_rests_on(world):
    # Ten months were 80 % of 2018 and 90 % of 2019; 85 are in hand.
    given(
        world,
        *months(2018, [8] * 10 + [10, 10]),
        *months(2019, [9] * 10 + [5, 5]),
        *months(2020, [Decimal("8.5")] * 10),
    )
    figure = world.compile(RETAIL).figures()["2020"]
    assert figure.value == 100
    assert figure.answers == 10
    assert figure.because["en"] == (
        "estimated from 2020-01–2020-10 by their seasonal share of the year, 85.0 % "
        "(2018: 80.0 %; 2019: 90.0 %); by the share of each year alone: 94–106 billion_vnd"
    )
    assert "85,0 %" in figure.because["vi"]


def test_a_complete_year_is_never_estimated(world):
    given(world, *months(2018, [1] * 12), *months(2019, [1] * 12), *months(2020, [2] * 12))
    figure = world.compile(RETAIL).figures()["2020"]
    assert (figure.value, figure.data_type, figure.because) == (24, DataType.ACTUAL, None)


def test_one_past_year_does_not_show_how_much_shares_vary(world):
    given(world, *months(2019, [1] * 12), *months(2020, [2] * 10))
    figure = world.compile(RETAIL).figures()["2020"]
    assert figure.cause is Cause.NOT_DUE
    assert figure.because["en"] == (
        "no figure for 2020-11, 2020-12 (not due yet); "
        "no estimate of the year: 1 past years are complete, it takes at least 2"
    )


def test_a_past_year_with_a_month_missing_gives_no_share(world):
    given(world, *months(2018, [1] * 11), *months(2019, [1] * 12), *months(2020, [2] * 10))
    assert world.compile(RETAIL).of()["2020"] is Cause.NOT_DUE


def test_only_the_most_recent_past_years_count(world):
    given(
        world,
        *months(2017, [100] + [1] * 11),
        *months(2018, [1] * 12),
        *months(2019, [1] * 12),
        *months(2020, [2] * 6),
    )
    recent = recipe("retail", "total", "retail", "turnover", parameters={**ESTIMATED, "past_years": 2})
    assert world.compile(recent).of()["2020"] == 24


def test_january_alone_says_too_little(world):
    given(world, *months(2018, [1] * 12), *months(2019, [1] * 12), *months(2020, [2]))
    figure = world.compile(RETAIL).figures()["2020"]
    assert figure.cause is Cause.NOT_DUE
    assert "Tết" in figure.because["en"]


def test_a_gap_among_the_months_blocks_the_estimate(world):
    given(world, *months(2018, [1] * 12), *months(2019, [1] * 12), *months(2020, [2] * 10))
    in_time = {f"{year}-{m:02d}": (40, 40) for year in (2018, 2019) for m in range(1, 13)}
    this_year = {f"2020-{m:02d}": (39 if m == 4 else 40, 40) for m in range(1, 11)}
    world.returned("retail", in_time | this_year)
    figure = world.compile(RETAIL).figures()["2020"]
    assert figure.cause is Cause.NOT_ANSWERED
    assert "2020-04 (39 of 40 returns are in)" in figure.because["en"]


def test_months_without_a_share_give_no_year(world):
    given(world, *months(2018, [0] * 10 + [5, 5]), *months(2019, [0] * 10 + [5, 5]), *months(2020, [2] * 10))
    figure = world.compile(RETAIL).figures()["2020"]
    assert figure.cause is Cause.NOT_DUE
    assert "no share between 0 and 1" in figure.because["en"]


def test_parts_are_fitted_to_their_whole(world):
    """Food and cloth have seasons of their own; their estimates would not add to the whole's."""
    given(
        world,
        *months(2018, [6] * 10 + [20, 20], "food"),
        *months(2018, [4] * 12, "cloth"),
        *months(2019, [8] * 10 + [20, 20], "food"),
        *months(2019, [4] * 12, "cloth"),
        *months(2020, [9] * 10, "food"),
        *months(2020, [5] * 10, "cloth"),
    )
    answers = world.compile(BY_GROUP)
    year = answers.at("2020")
    assert year["goods"] == year[""]
    assert float(year["food"] + year["cloth"]) == pytest.approx(float(year["goods"]), abs=1e-18)
    food = answers.figures(group="food")["2020"]
    assert "so that the parts add to the whole" in food.because["en"]
    assert (food.data_type, food.status) == (DataType.ESTIMATE, ObsStatus.ESTIMATED)
