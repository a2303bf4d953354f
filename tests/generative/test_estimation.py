"""Estimation on generated samples: what must hold whatever was answered."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.ratio_estimator import ratio_estimate
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.shares import largest_remainder
from tongket.figures.methods.estimation.totals import domain_total, estimate_total

AMOUNT = st.integers(0, 10_000).map(lambda cents: Decimal(cents) / 100)
POSITIVE = st.integers(1, 10_000).map(lambda cents: Decimal(cents) / 100)


def stratum(population, answers):
    sample = (SampledUnit(str(i), y, x) for i, (y, x) in enumerate(answers))
    return Stratum("h", population, tuple(sample), sum((x for _, x in answers), Decimal(0)) * 3)


ANSWERS = st.lists(st.tuples(AMOUNT, POSITIVE), min_size=2, max_size=8)


@given(st.lists(AMOUNT, min_size=3, max_size=6), st.data())
def test_expansion_and_its_variance_are_unbiased_over_all_samples(values, data):
    n = data.draw(st.integers(2, len(values)))
    found = [
        expansion(Stratum("h", len(values), tuple(SampledUnit(str(i), values[i]) for i in chosen)))
        for chosen in combinations(range(len(values)), n)
    ]
    total, mean = sum(map(Fraction, values)), sum(Fraction(one.value) for one in found) / len(found)
    assert float(mean) == pytest.approx(float(total))
    true = sum((Fraction(one.value) - total) ** 2 for one in found) / len(found)
    estimated = sum(Fraction(one.variance) for one in found) / len(found)
    assert float(estimated) == pytest.approx(float(true), abs=1e-9)


@given(ANSWERS, st.integers(8, 50), POSITIVE)
def test_another_unit_of_measure_scales_the_estimate_and_keeps_its_cv(answers, population, factor):
    plain = ratio_estimate(stratum(population, answers))
    scaled = ratio_estimate(stratum(population, [(y * factor, x) for y, x in answers]))
    assert float(scaled.value) == pytest.approx(float(plain.value * factor))
    assert float(scaled.variance) == pytest.approx(float(plain.variance * factor**2), abs=1e-9)


@given(st.lists(POSITIVE, min_size=2, max_size=8), st.integers(8, 50), POSITIVE)
def test_a_ratio_that_fits_every_unit_leaves_no_variance(xs, population, slope):
    found = ratio_estimate(stratum(population, [(x * slope, x) for x in xs]))
    assert float(found.variance) == pytest.approx(0, abs=1e-9)


@given(ANSWERS, st.integers(8, 50), st.sets(st.integers(0, 7)))
def test_a_domain_and_the_rest_make_the_whole(answers, population, inside):
    strata = [stratum(population, answers)]
    parts = [
        domain_total(strata, lambda one, side=side: (int(one.unit) in inside) == side, expansion)
        for side in (True, False)
    ]
    whole = estimate_total(strata, expansion)
    assert float(parts[0].value + parts[1].value) == pytest.approx(float(whole.value))


@settings(max_examples=200)
@given(st.lists(AMOUNT, min_size=1, max_size=12).filter(any), st.integers(0, 3))
def test_shares_add_to_100_and_none_is_a_whole_place_away(parts, decimals):
    shares = largest_remainder(parts, decimals)
    assert sum(shares) == 100
    whole = sum(parts)
    for part, share in zip(parts, shares, strict=True):
        assert abs(share - 100 * part / whole) < Decimal(1).scaleb(-decimals)
    assert all(
        b <= a
        for (x, a) in zip(parts, shares, strict=True)
        for (y, b) in zip(parts, shares, strict=True)
        if y < x
    )
