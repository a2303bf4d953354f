"""Comparisons from one level series. They need no engine: levels in, a number or a cause out."""

from decimal import Decimal

import pytest

from tongket.figures.methods.comparisons import (
    change,
    cumulated_change,
    percent_change,
    percent_of,
    ratio_of_sums,
    share_of_growth,
)
from tongket.figures.methods.totals import covered_total, distinct_count, total_of_parts
from tongket.figures.terms.figure import Cause


def numbers(*values):
    return [None if value is None else Decimal(str(value)) for value in values]


# TV-01, real: Tây Ninh IIP sheets 2026. January and February against the same months, February against
# January; published cumulated index, tolerance 0.02.
TV_01 = [
    pytest.param(126.06, 79.32, 106.01, 116.32, id="all industry"),
    pytest.param(126.49, 78.88, 106.2, 116.66, id="manufacturing"),
    pytest.param(59.88, 93.48, 56.59, 58.25, id="mining"),
]


@pytest.mark.parametrize(("january", "on_january", "february", "published"), TV_01)
def test_tv_01_cumulated_is_the_sum_of_months_over_the_same_months(january, on_january, february, published):
    levels = (100.0, on_january)
    before = (100 / january * 100, on_january / february * 100)
    assert float(100 * ratio_of_sums(numbers(*levels), numbers(*before))) == pytest.approx(
        published, abs=0.02
    )


def test_growth_and_its_absences():
    assert percent_change(Decimal(113), Decimal(100)) == 13
    assert percent_change(Decimal(0), Decimal(100)) == -100
    assert percent_change(Decimal(5), Decimal(0)) is Cause.ZERO_BASE
    assert percent_change(Decimal(0), Decimal(0)) is Cause.ZERO_BASE
    assert percent_change(Decimal(5), Decimal(-1)) is Cause.UNDEFINED
    assert percent_change(None, Decimal(1)) is Cause.NOT_ANSWERED
    assert percent_change(Decimal(1), None) is Cause.NOT_ANSWERED


def test_change_and_shares():
    assert change(*numbers(97.5, 86.7)) == Decimal("10.8")
    assert change(None, Decimal(1)) is Cause.NOT_ANSWERED
    assert percent_of(*numbers(1, 8)) == Decimal("12.5")
    assert share_of_growth(*numbers(30, 10, 200)) == 10
    assert share_of_growth(*numbers(30, None, 200)) is Cause.NOT_ANSWERED


def test_cumulated_needs_every_month_of_both_years():
    assert cumulated_change(numbers(110, 120), numbers(100, 100)) == 15
    assert cumulated_change(numbers(110, None), numbers(100, 100)) is Cause.NOT_ANSWERED
    assert cumulated_change([], []) is Cause.NOT_ANSWERED
    assert cumulated_change(numbers(1), numbers(0)) is Cause.ZERO_BASE
    with pytest.raises(ValueError, match="same months"):
        ratio_of_sums(numbers(1, 2), numbers(1))


def test_totals_know_whether_everything_is_in():
    assert covered_total(Decimal(9), due=40, answered=40) == 9
    assert covered_total(Decimal(9), due=40, answered=37) is Cause.NOT_ANSWERED
    assert covered_total(None, due=40, answered=40) == 0
    assert covered_total(None, due=0, answered=0) is Cause.NOT_DUE
    assert covered_total(Decimal(9), due=0, answered=0) == 9
    assert total_of_parts(numbers(1, 2)) == 3
    assert total_of_parts(numbers(1, None)) is Cause.NOT_ANSWERED
    assert total_of_parts([]) is Cause.NOT_ANSWERED
    assert distinct_count(numbers(1, 0, -1, 2)) == 2
