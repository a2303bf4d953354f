"""The pace of a running year. The retail numbers are TV-14 of METHODS §3.3, a real province in 2026."""

from decimal import Decimal

import pytest
from tests.unit.review.invented import catalogue, key, levels, months, seen, target

from tongket.figures.observations.book import Book
from tongket.figures.targets.pace import expected_share, pace_of
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period

RETAIL, INDEX = key("retail_turnover:goods"), key("IIP")


def book(*observations):
    return Book(catalogue().indicators, tuple(observations))


def spread(series, year, first, last, total):
    """Months `first` to `last` with an equal part of the total each."""
    count = last - first + 1
    return [seen(series, Period.month(year, m), Decimal(total) / count) for m in range(first, last + 1)]


TAY_NINH = book(
    *spread(RETAIL, 2025, 1, 8, "129365.785"),
    *spread(RETAIL, 2025, 9, 12, "69751.737"),
    *spread(RETAIL, 2026, 1, 8, "153937.977"),
)
PLAN = target("retail", RETAIL, 2026, "232129.194")


def test_tv14_attainment_expected_share_and_required_rest():
    pace = pace_of(PLAN, TAY_NINH)
    assert pace.so_far == Period.cumulated(2026, 8)
    assert round(pace.attainment.value, 1) == Decimal("66.3")
    assert round(pace.required_rest.value, 1) == Decimal("19547.8")
    assert round(pace.required_growth.value, 2) == Decimal("12.10")
    share = expected_share(RETAIL, pace.so_far, TAY_NINH, years_needed=1)
    assert round(share.value, 2) == Decimal("64.97")


def test_one_past_year_is_too_short_a_history_for_a_pace():
    pace = pace_of(PLAN, TAY_NINH)
    assert pace.expected_share.cause is Cause.UNDEFINED
    assert pace.pace_index.reason().vi == "cần ít nhất 2 năm đủ tháng, mới có 1"


def test_pace_is_attainment_over_the_mean_share_of_past_years():
    history = [*months(RETAIL, 2018, "900"), *months(RETAIL, 2019, "1000")]
    running = list(months(RETAIL, 2020, "1100"))[:6]  # by the season 49 of 100
    pace = pace_of(target("t", RETAIL, 2020, "1000"), book(*history, *running))
    assert pace.attainment.value == Decimal("53.9")
    assert pace.expected_share.value == Decimal(49)
    assert pace.pace_index.value == Decimal(110)
    assert pace.required_rest.value == (1000 - Decimal(539)) / 6


def test_a_month_missing_before_the_last_blocks_and_is_named():
    running = [seen(RETAIL, Period.month(2020, m), 10) for m in (1, 2, 4)]
    pace = pace_of(target("t", RETAIL, 2020, "1000"), book(*running))
    assert pace.attainment.cause is Cause.NOT_ANSWERED
    assert "2020-03" in pace.attainment.reason().en


def test_a_growth_target_of_an_index_asks_a_mean_level_of_the_rest():
    history = [*levels(INDEX, 2018, "100"), *levels(INDEX, 2019, "110")]
    running = [seen(INDEX, Period.month(2020, m), 100) for m in range(1, 9)]
    pace = pace_of(target("t", INDEX, 2020, "10", "growth"), book(*history, *running))
    assert pace.required_rest.value == pytest.approx((Decimal("1.1") * 12 * 110 - 800) / 4)
    assert pace.required_rest.unit == "index"


def test_a_rate_asks_points_a_month_and_has_no_pace():
    rate = key("electrification_rate")
    pace = pace_of(target("t", rate, 2020, "98", "ratio"), book(seen(rate, Period.month(2020, 6), "95")))
    assert (pace.required_rest.value, pace.required_rest.unit) == (Decimal("0.5"), "point")
    assert pace.pace_index.reason().vi == "chỉ tiêu này không cộng dồn theo tháng"


def test_nothing_is_said_before_the_first_month_or_of_no_calendar_year():
    assert pace_of(PLAN, book()).attainment.cause is Cause.NOT_DUE
    assert pace_of(target("t", RETAIL, 2026, None), TAY_NINH).attainment.cause is Cause.NOT_PUBLISHED


def test_when_the_year_is_over_there_is_no_rest():
    pace = pace_of(target("t", RETAIL, 2025, "200000"), TAY_NINH)
    assert pace.attainment.value > 99
    assert pace.required_rest.reason().vi == "đã hết kỳ kế hoạch"
