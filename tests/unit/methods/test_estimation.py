"""Estimation: what is missing, zero, negative, or nothing at all (METHODS §9.1, estimate_total, deflate)."""

from decimal import Decimal

import pytest

from tongket.figures.methods.estimation.deflation import constant_prices, deflated, volume_of_product
from tongket.figures.methods.estimation.estimate import (
    Estimate,
    Note,
    coefficient_of_variation,
    interval,
    standard_error,
)
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.growth import carried_by_growth, matched_growth, winsorised
from tongket.figures.methods.estimation.ratio_estimator import ratio_estimate
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.shares import largest_remainder
from tongket.figures.methods.estimation.totals import domain_total, estimate_total, pooled
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period

D = Decimal


def stratum(population, y, x=None, x_total=None, code="h", group="", classes=None):
    """`y` and `x` as written: `12 30 -`, a dash for no answer."""
    ys = [None if one == "-" else D(one) for one in y.split()]
    xs = [None if one == "-" else D(one) for one in x.split()] if x else [None] * len(ys)
    names = classes or " ".join("a" for _ in ys)
    sample = (
        SampledUnit(f"{code}{i}", y, x, name)
        for i, (y, x, name) in enumerate(zip(ys, xs, names.split(), strict=True))
    )
    return Stratum(code, population, tuple(sample), None if x_total is None else D(x_total), group)


class TestExpansion:
    def test_take_all_has_no_variance(self):
        assert expansion(stratum(3, "1 2 6")) == Estimate(D(9), D(0), 3)

    def test_an_empty_stratum_is_a_true_zero(self):
        assert expansion(Stratum("h", 0, ())) == Estimate(D(0), D(0), 0)

    def test_one_unit_of_many_has_no_variance_of_its_own(self):
        assert expansion(stratum(10, "4")) == Estimate(D(40), Cause.UNDEFINED, 1)

    def test_nobody_answered(self):
        assert expansion(stratum(10, "- -")) is Cause.NOT_ANSWERED
        assert expansion(stratum(10, "1 2 -", classes="a a b")) is Cause.NOT_ANSWERED

    def test_non_response_in_one_class_is_a_smaller_sample(self):
        fewer = expansion(stratum(10, "2 4 9 - -"))
        plain = expansion(stratum(10, "2 4 9"))
        assert fewer.value == plain.value == 50
        assert float(fewer.variance) == pytest.approx(float(plain.variance))
        assert fewer.notes == {Note.NON_RESPONSE}

    def test_weighting_classes_by_hand(self):
        # Class a: 2 of 2, mean 3; class b: 2 of 4, mean 10. w = 1/3 and 2/3, so the mean is 23/3 and Y = 92.
        # s_a^2 = 2, s_b^2 = 8. S^2 = (1*2 + 3*8 + 2*(3-23/3)^2 + 4*(10-23/3)^2) / 5 = 276/15 = 18.4 - ...
        found = expansion(stratum(12, "2 4 8 12 - -", classes="a a b b b b"))
        assert float(found.value) == pytest.approx(92)
        squares = (1 * 2 + 3 * 8 + 2 * (3 - 23 / 3) ** 2 + 4 * (10 - 23 / 3) ** 2) / 5
        lost = (4 / 6) ** 2 * (1 / 2 - 1 / 4) * 8
        assert float(found.variance) == pytest.approx(144 * (0.5 * squares / 6 + lost))

    def test_non_response_in_take_all_leaves_variance(self):
        found = expansion(stratum(3, "2 4 -"))
        assert found.value == 9
        assert float(found.variance) == pytest.approx(9 * (1 / 2 - 1 / 3) * 2)

    def test_negative_answers_count_and_are_noted(self):
        found = expansion(stratum(4, "-2 4"))
        assert (found.value, found.notes) == (4, {Note.NEGATIVE})

    def test_a_frame_smaller_than_its_sample_is_refused(self):
        with pytest.raises(ValueError, match="must hold every unit"):
            stratum(1, "1 2")


class TestRatio:
    @pytest.mark.parametrize(
        ("x", "x_total"), [("0 0 0", 50), ("1 - 2", 50), ("1 2 3", None)], ids=["zero", "missing", "no X"]
    )
    def test_without_an_auxiliary_it_is_expansion(self, x, x_total):
        found = ratio_estimate(stratum(10, "1 2 6", x, x_total))
        plain = expansion(stratum(10, "1 2 6"))
        assert (found.value, found.variance) == (plain.value, plain.variance)
        assert found.notes == {Note.NO_AUXILIARY}

    def test_one_auxiliary_of_zero_is_a_number(self):
        assert ratio_estimate(stratum(10, "1 2 6", "0 4 5", 18)).value == 18

    def test_missing_answers_follow_those_given(self):
        found = ratio_estimate(stratum(10, "4 6 -", "2 3 5", 20))
        assert (found.value, found.answers, found.notes) == (40, 2, {Note.NON_RESPONSE})

    def test_take_all(self):
        assert ratio_estimate(stratum(2, "4 6", "2 3", 5)) == Estimate(D(10), D(0), 2)

    def test_nobody_answered(self):
        assert ratio_estimate(stratum(10, "- -", "1 2", 9)) is Cause.NOT_ANSWERED


class TestTotal:
    def test_strata_add(self):
        found = estimate_total([stratum(3, "1 2 6"), stratum(4, "1 3", code="g")], expansion)
        assert (found.value, found.answers, found.notes) == (17, 5, frozenset())
        assert found.variance == expansion(stratum(4, "1 3")).variance

    def test_no_strata_is_no_answer(self):
        assert estimate_total([], expansion) is Cause.NOT_ANSWERED

    def test_an_unanswered_stratum_without_a_neighbour_blocks_the_total(self):
        assert estimate_total([stratum(3, "1 2 6"), stratum(4, "-", group="g")], expansion) is (
            Cause.NOT_ANSWERED
        )

    @pytest.mark.parametrize("order", [(0, 1), (1, 0)])
    def test_an_unanswered_stratum_joins_its_neighbour(self, order):
        strata = [stratum(3, "1 3", code="a"), stratum(4, "-", code="b")]
        found = estimate_total([strata[i] for i in order], expansion)
        assert (found.value, found.notes) == (14, {Note.POOLED, Note.NON_RESPONSE})

    def test_joined_strata_keep_an_auxiliary_both_have(self):
        joined = pooled([stratum(3, "1 3", "1 1", 3, "a"), stratum(4, "-", "1", 5, "b")])
        assert [(one.code, one.population, one.x_total) for one in joined] == [("a+b", 7, D(8))]

    def test_strata_of_one_unit_get_the_variance_of_collapsed_strata(self):
        found = estimate_total([stratum(10, "3", code="a"), stratum(10, "5", code="b")], expansion)
        assert found == Estimate(D(80), D(400), 2, frozenset({Note.COLLAPSED}))

    def test_the_last_of_one_unit_goes_to_the_one_before(self):
        found = estimate_total([stratum(10, "3 5", code="a"), stratum(10, "6", code="b")], expansion)
        assert (found.value, found.variance) == (100, 400)

    def test_one_unit_without_a_neighbour_leaves_the_variance_undefined(self):
        found = estimate_total([stratum(10, "3 5"), stratum(10, "6", group="g")], expansion)
        assert (found.value, found.variance) == (100, Cause.UNDEFINED)
        assert standard_error(found) is Cause.UNDEFINED
        assert interval(found, D("1.96")) is Cause.UNDEFINED

    def test_a_domain_keeps_the_weights_of_the_strata(self):
        found = domain_total([stratum(10, "4 6 8 -")], lambda one: one.unit in {"h1", "h2"}, expansion)
        assert found.value == 35

    def test_domains_that_make_the_whole_add_to_it(self):
        given = [stratum(10, "4 6 8")]
        parts = [domain_total(given, lambda one, u=u: one.unit == u, expansion) for u in ("h0", "h1", "h2")]
        whole = expansion(given[0]).value
        assert float(sum(one.value for one in parts)) == pytest.approx(float(whole))

    def test_a_domain_nobody_is_in_is_zero(self):
        assert domain_total([stratum(10, "4 6")], lambda _: False, expansion) == Estimate(D(0), D(0), 2)


def test_interval_and_cv():
    assert interval(Estimate(D(100), D(25), 9), D("1.96")) == (D("90.2"), D("109.8"))
    assert coefficient_of_variation(Estimate(D(100), D(25), 9)) == D("0.05")
    assert coefficient_of_variation(Estimate(D(0), D(25), 9)) is Cause.ZERO_BASE
    with pytest.raises(ValueError, match="positive"):
        interval(Estimate(D(1), D(1), 1), D(0))


class TestGrowth:
    def test_only_units_in_both_months_count(self):
        found = matched_growth(
            {"a": D(11), "b": D(9), "c": D(70), "d": None}, {"a": D(10), "b": D(10), "d": D(5)}
        )
        assert (found.relative, found.matched, found.unmatched) == (1, 2, ("c", "d"))
        assert carried_by_growth(D(500), {"a": D(11)}, {"a": D(10)}) == 550

    @pytest.mark.parametrize(
        ("now", "before", "cause"),
        [
            ({"a": D(1)}, {"b": D(1)}, Cause.NOT_ANSWERED),
            ({}, {}, Cause.NOT_ANSWERED),
            ({"a": D(1)}, {"a": D(0)}, Cause.ZERO_BASE),
            ({"a": D(1)}, {"a": D(-1)}, Cause.UNDEFINED),
        ],
    )
    def test_without_a_base_there_is_no_growth(self, now, before, cause):
        assert matched_growth(now, before) is cause
        assert carried_by_growth(D(500), now, before) is cause

    def test_no_level_to_carry(self):
        assert carried_by_growth(None, {"a": D(1)}, {"a": D(1)}) is Cause.NOT_ANSWERED

    def test_a_unit_that_stopped_counts(self):
        assert matched_growth({"a": D(0), "b": D(1)}, {"a": D(1), "b": D(1)}).relative == D("0.5")


def test_winsorised():
    assert winsorised(D(100), D(60), D("0.25")) == 70  # 25 + 45; four times that is 100 + 3 * 60
    assert winsorised(D(60), D(60), D("0.25")) == 60
    assert winsorised(D(100), D(60), D(1)) == 100
    with pytest.raises(ValueError, match="up to 1"):
        winsorised(D(100), D(60), D(0))


NOW, BASE = Period.year(2020), Period.year(2010)
PRICES = {
    "cement": {NOW: D(130), BASE: D(100)},
    "minerals": {NOW: D(220), BASE: D(110)},
    "milk": {NOW: D(150)},
    "food": {NOW: D(0), BASE: D(100)},
}
ABOVE = {"cement": ("minerals",), "lime": ("minerals",), "milk": ("food",), "tea": ("drinks",)}


def above(code):
    return ABOVE.get(code, ())


class TestConstantPrices:
    def volume(self, product, value):
        value = None if value is None else D(value)
        return volume_of_product(product, value, PRICES, NOW, BASE, above)

    def test_own_price_index(self):
        found = self.volume("cement", 260)
        assert (found.value, found.price_of, found.status) == (200, "cement", ObsStatus.NORMAL)

    def test_the_parent_s_price_index_is_flagged(self):
        found = self.volume("lime", 50)
        assert (found.value, found.price_of, found.status) == (25, "minerals", ObsStatus.ESTIMATED)

    def test_an_index_without_the_base_does_not_serve_and_zero_is_refused(self):
        assert self.volume("milk", 50) is Cause.ZERO_BASE

    def test_nothing_up_to_the_top(self):
        assert self.volume("tea", 50) is Cause.NOT_ANSWERED
        assert self.volume("cement", None) is Cause.NOT_ANSWERED

    def test_a_fall_in_stocks_keeps_its_sign(self):
        assert self.volume("cement", -13).value == -10
        assert deflated(D(0), D(130)) == 0
        assert deflated(D(5), D(-1)) is Cause.UNDEFINED

    def test_the_total_is_of_products_never_of_one_price(self):
        whole, parts = constant_prices({"cement": D(260), "lime": D(50)}, PRICES, NOW, BASE, above)
        assert (whole, [*parts]) == (225, ["cement", "lime"])
        whole, _ = constant_prices({"cement": D(260), "tea": D(50)}, PRICES, NOW, BASE, above)
        assert whole is Cause.NOT_ANSWERED
        assert constant_prices({}, PRICES, NOW, BASE, above)[0] is Cause.NOT_ANSWERED


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([D(1), D(1), D(1)], (D("33.4"), D("33.3"), D("33.3"))),
        ([D(1), None], Cause.NOT_ANSWERED),
        ([], Cause.NOT_ANSWERED),
        ([D(0), D(0)], Cause.ZERO_BASE),
        ([D(2), D(-1)], Cause.UNDEFINED),
        ([D(0), D(5)], (D(0), D(100))),
    ],
)
def test_largest_remainder(parts, found):
    assert largest_remainder(parts, 1) == found
