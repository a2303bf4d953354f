"""Benchmarking, disaggregation and raking at the edges of their contracts (METHODS §9.1, benchmark)."""

import numpy as np
import pytest

from tongket.figures.methods.time_series.benchmarking import (
    ADDITIVE,
    RHO_MONTHLY,
    Benchmarked,
    Bias,
    cholette_dagum,
    denton,
)
from tongket.figures.methods.time_series.disaggregation import chow_lin, fernandez
from tongket.figures.methods.time_series.extrapolation import RatioRule, enhanced_extrapolation
from tongket.figures.methods.time_series.raking import fit_margins, rake, rake_two_way
from tongket.figures.methods.time_series.series import Aggregation, Alignment, Unanswered, array_of
from tongket.figures.terms.figure import Cause

YEARS = Alignment(4)
MONTHLY = Alignment(12)


def refused(found, cause, words, at=None):
    assert isinstance(found, Unanswered)
    assert found.cause is cause
    assert words in found.because.en
    if at is not None:
        assert found.at == at


def test_a_missing_benchmark_and_an_unfinished_year_set_no_constraint():
    found = denton([1] * 14, [8, None, 4, 400], YEARS)
    assert found.unbound == (1, 3)
    assert sum(found.values[:4]) == pytest.approx(8)
    assert sum(found.values[8:12]) == pytest.approx(4)
    assert found.values[12:] == pytest.approx([found.values[11]] * 2)


def test_a_series_that_begins_inside_a_year():
    found = denton([1] * 6, [100, 8], Alignment(4, lead=-2))
    assert found.unbound == (0,)
    assert found.values == pytest.approx([2] * 6)


def test_two_years_solved_by_hand():
    # s = 1 everywhere, years of two halves, totals 2 and 4. With d = (a, b, c, e), a + b = 0, c + e = 2: the
    # least (b-a)^2 + (c-b)^2 + (e-c)^2 has a = -1/6, b = 1/6, c = 5/6, e = 7/6 (set both derivatives to 0).
    found = denton([1] * 4, [2, 4], Alignment(2))
    assert found.values == pytest.approx([5 / 6, 7 / 6, 11 / 6, 13 / 6])
    assert found.ratios == pytest.approx(found.values)


def test_cholette_dagum_solved_by_hand():
    # One benchmark over two of three quarters, rho = 1/2: V has rows (1 1/2 1/4), (1/2 1 1/2), (1/4 1/2 1).
    # J V J' = 3, V J' = (3/2, 3/2, 3/4); a - Js = 3 is spread 3/2, 3/2 and 3/4 carried on.
    found = cholette_dagum([1, 1, 1], [5], Alignment(2), 0.5, ADDITIVE)
    assert found.values == pytest.approx([2.5, 2.5, 1.75])


def test_a_soft_benchmark_is_met_in_part():
    # V_a = 1 * |5|: the pull is 3 / (3 + 5).
    found = cholette_dagum([1, 1, 1], [5], Alignment(2), 0.5, ADDITIVE, softness=[1.0])
    assert found.values == pytest.approx([1 + 9 / 16, 1 + 9 / 16, 1 + 9 / 32])


def test_after_the_last_benchmark_the_adjustment_dies_away_towards_the_bias():
    indicator, totals = [10.0] * 60, [132.0]
    plain = cholette_dagum(indicator, totals, MONTHLY, RHO_MONTHLY)
    assert plain.values[-1] == pytest.approx(10, abs=0.05)
    levelled = cholette_dagum(indicator, totals, MONTHLY, RHO_MONTHLY, bias=Bias.ESTIMATED)
    assert (levelled.bias, levelled.values[-1]) == pytest.approx((1.1, 11))


@pytest.mark.parametrize("rho", [1.0, 0.9])
def test_months_of_zero_stay_zero_without_a_constant(rho):
    found = cholette_dagum([0, 2, 0, 2, 0, 0, 0, 0], [8, 0], YEARS, rho)
    assert isinstance(found, Benchmarked)
    assert found.values == pytest.approx([0, 4, 0, 4, 0, 0, 0, 0], abs=1e-12)
    assert found.ratios[0] is None


@pytest.mark.parametrize("rho", [1.0, 0.9, 0.0])
def test_a_year_of_zeros_with_a_benchmark_is_infeasible_and_named(rho):
    refused(cholette_dagum([1] * 4 + [0] * 4, [4, 4], YEARS, rho), Cause.UNDEFINED, "may move", at=(1,))
    additive = cholette_dagum([1] * 4 + [0] * 4, [4, 4], YEARS, rho, ADDITIVE)
    assert sum(additive.values[4:]) == pytest.approx(4)


def test_a_gap_in_the_indicator_is_named():
    refused(denton([1, None, 1, 1], [4], YEARS), Cause.NOT_ANSWERED, "gaps", at=(1,))


def test_nothing_to_benchmark_on():
    refused(denton([1, 1, 1], [4], YEARS), Cause.NOT_ANSWERED, "no benchmark")
    refused(denton([1] * 4, [None], YEARS), Cause.NOT_ANSWERED, "no benchmark")


def test_negatives_are_for_the_additive_rule():
    refused(denton([1, -1, 1, 1], [4], YEARS), Cause.UNDEFINED, "additive", at=(1,))
    assert sum(denton([1, -1, 1, 1], [4], YEARS, ADDITIVE).values) == pytest.approx(4)


def test_quarters_that_turn_negative_are_told():
    found = denton([100, 1, 100, 1] * 2, [202, 0.5], YEARS, ADDITIVE)
    assert found.negative
    assert all(found.values[place] < 0 for place in found.negative)


def test_breaches_of_contract_are_errors():
    with pytest.raises(ValueError, match="infinite"):
        array_of([float("inf")])
    with pytest.raises(ValueError, match=r"rho lies in \[0, 1\]"):
        cholette_dagum([1] * 4, [4], YEARS, 1.5)
    with pytest.raises(ValueError, match="every benchmark binds"):
        cholette_dagum([1] * 4, [4], YEARS, 1.0, softness=[1.0])
    with pytest.raises(ValueError, match="coefficients"):
        cholette_dagum([1] * 4, [4], YEARS, 0.5, alterability=[1.0])


@pytest.mark.parametrize(
    ("rule", "ratio"), [(RatioRule.LAST, 3.0), (RatioRule.MEAN, 2.5), (RatioRule.TREND, 4.5), (7.0, 7.0)]
)
def test_the_ratio_of_the_open_year(rule, ratio):
    found = enhanced_extrapolation([1] * 12, [8, 12], YEARS, rule)
    assert found.ratio == pytest.approx(ratio)
    assert found.year == pytest.approx(4 * ratio)
    assert sum(found.values[8:]) == pytest.approx(4 * ratio)


def test_a_part_of_the_open_year_gives_only_that_part():
    # Two quarters at twice last year's: the other two are taken to double as well.
    found = enhanced_extrapolation([1, 2, 3, 4, 2, 4], [20], YEARS, RatioRule.LAST)
    assert found.assumed == 2
    assert found.year == pytest.approx(40)
    assert found.values == pytest.approx([2, 4, 6, 8, 4, 8])


def test_what_cannot_be_extrapolated():
    refused(enhanced_extrapolation([1] * 8, [8, 12], YEARS, RatioRule.LAST), Cause.NOT_DUE, "after the last")
    refused(enhanced_extrapolation([1] * 6, [8], YEARS, RatioRule.TREND), Cause.UNDEFINED, "two years")
    refused(enhanced_extrapolation([0] * 6, [8], YEARS, RatioRule.LAST), Cause.ZERO_BASE, "is 0")


def test_chow_lin_follows_an_exact_relation():
    months = np.random.default_rng(1).uniform(5, 15, 36 + 6)
    truth = 3 + 2 * months
    found = chow_lin([float(truth[y : y + 12].sum()) for y in (0, 12, 24)], [months.tolist()], MONTHLY)
    assert found.coefficients == pytest.approx((3, 2))
    assert found.values == pytest.approx(truth)


@pytest.mark.parametrize("aggregation", Aggregation)
def test_disaggregation_of_flows_means_and_stocks(aggregation):
    draw = np.random.default_rng(2)
    alignment = Alignment(4, aggregation)
    years = [*draw.uniform(50, 60, 3).tolist(), None, *draw.uniform(50, 60, 3).tolist()]
    found = fernandez(years, [draw.uniform(1, 2, 28).tolist()], alignment)
    made = alignment.matrix(range(7), 28) @ np.array(found.values)
    assert [m for y, m in zip(years, made, strict=True) if y is not None] == pytest.approx(
        [y for y in years if y is not None]
    )
    assert found.unbound == (3,)


def test_disaggregation_needs_more_years_than_indicators():
    refused(chow_lin([1, 2], [[1.0] * 24], MONTHLY), Cause.UNDEFINED, "collinear")
    refused(chow_lin([1, 2, 3], [[1.0] * 36], MONTHLY), Cause.UNDEFINED, "collinear")
    refused(chow_lin([1, 2, 3], [[None, *[1.0] * 35]], MONTHLY), Cause.NOT_ANSWERED, "gaps")


def test_raking_that_cannot_be():
    refused(rake([1, None], 3), Cause.NOT_ANSWERED, "missing", at=(1,))
    refused(rake([1, 2], None), Cause.NOT_ANSWERED, "missing")
    refused(rake([0, 0], 3), Cause.UNDEFINED, "may move")
    refused(rake([1, 2], 4, [0, 0]), Cause.UNDEFINED, "may move")
    assert rake([0, 0], 0) == (0, 0)
    assert rake([-1, 3], 4) == pytest.approx((-0.5, 4.5))
    refused(fit_margins([[1, 1], [1, 1]], [1, 2], [1, 1]), Cause.UNDEFINED, "add to 3")
    refused(fit_margins([[1, 0], [0, 1]], [1, 2], [2, 1]), Cause.UNDEFINED, "may move", at=(0, 1))
    refused(fit_margins([[1, -1], [1, 1]], [1, 2], [2, 1]), Cause.UNDEFINED, "negative")
    refused(fit_margins([[1, None], [1, 1]], [1, 2], [2, 1]), Cause.NOT_ANSWERED, "missing")
    refused(rake_two_way([[0, 0], [1, 1]], [1, 2], [1, 2]), Cause.UNDEFINED, "may move")


def test_fitting_two_by_two_by_its_cross_product():
    # 7 9 / 12 7 to rows 5, 15 and columns 10, 10: with x the first cell, the cross-product ratio
    # x (5 + x) / ((5 - x) (10 - x)) stays 49/108, so 59 x^2 + 1275 x - 2450 = 0.
    x = (-1275 + (1275**2 + 4 * 59 * 2450) ** 0.5) / 118
    found = fit_margins([[7, 9], [12, 7]], [5, 15], [10, 10])
    assert found[0] == pytest.approx((x, 5 - x))
    assert found[1] == pytest.approx((10 - x, 5 + x))
