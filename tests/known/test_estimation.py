"""Estimation against published and worked numbers; each names where they come from."""

from decimal import Decimal

import pytest

from tongket.figures.methods.estimation.deflation import deflated, implied_deflator
from tongket.figures.methods.estimation.estimate import coefficient_of_variation
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.moments import sample_variance
from tongket.figures.methods.estimation.ratio_estimator import ratio_estimate, ratio_of_sample
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.shares import largest_remainder
from tongket.figures.methods.estimation.totals import collapsed_variance

# METHODS §2.2; constructed.
TV_10 = {"N": 400, "X": 9800, "y": [12, 30, 7, 55, 21], "x": [10, 26, 8, 50, 20]}
TV_11 = {  # thongkevinhlong.gov.vn, retail sales, million VND
    "2017": (41029385, [29726521, 6651299, 46255, 4605310], "72.45 16.21 0.11 11.23"),
    "2018p": (45741038, [32979221, 7551630, 54074, 5156113], "72.10 16.51 0.12 11.27"),
}


def tv_10():
    pairs = enumerate(zip(TV_10["y"], TV_10["x"], strict=True))
    sample = tuple(SampledUnit(str(i), Decimal(y), Decimal(x)) for i, (y, x) in pairs)
    return Stratum("h", TV_10["N"], sample, Decimal(TV_10["X"]))


def test_tv_10_ratio():
    found = ratio_estimate(tv_10())
    assert float(ratio_of_sample(tv_10())) == pytest.approx(1.0964912281, abs=1e-10)
    assert float(found.value) == pytest.approx(10745.614035, abs=1e-6)
    assert float(found.variance) == pytest.approx(57909.0181594, abs=1e-6)
    assert float(found.variance) / 400**2 / (1 - 5 / 400) * 5 == pytest.approx(1.8325638659, abs=1e-9)
    assert 100 * float(coefficient_of_variation(found)) == pytest.approx(2.239, abs=5e-4)


def test_tv_10_linearised():
    found = ratio_estimate(tv_10(), linearised=True)
    assert float(found.variance) == pytest.approx(66866.5130621, abs=1e-6)
    assert 100 * float(coefficient_of_variation(found)) == pytest.approx(2.406, abs=5e-4)


def test_tv_10_expansion():
    found = expansion(tv_10())
    assert found.value == 10000
    assert 100 * float(coefficient_of_variation(found)) == pytest.approx(33.657986, abs=1e-6)


@pytest.mark.parametrize("year", TV_11)
def test_tv_11_published_shares_are_those_of_the_largest_remainder(year):
    total, parts, published = TV_11[year]
    assert sum(parts) == total
    shares = largest_remainder([Decimal(part) for part in parts], 2)
    assert shares == tuple(Decimal(share) for share in published.split())
    assert sum(shares) == 100


def test_deflation_example_of_methods_2_1():
    """METHODS §2.1: 120 at 125 is 96.0; 150 at 130 is 115.385; volume +20.19 %, price +4.0 %."""
    before, now = deflated(Decimal(120), Decimal(125)), deflated(Decimal(150), Decimal(130))
    assert before == 96
    assert float(now) == pytest.approx(115.385, abs=5e-4)
    assert 100 * (float(now / before) - 1) == pytest.approx(20.19, abs=5e-3)
    prices = implied_deflator(Decimal(150), now) / implied_deflator(Decimal(120), before)
    assert float(prices) == pytest.approx(1.04)


def test_a_full_small_population_by_hand():
    """Every sample of 2 from {1, 2, 4}: the estimates average to the total 7, the variances to the true
    variance of the estimate. Totals 4.5, 7.5, 9: variance 3.5. By hand."""
    units = [Decimal(1), Decimal(2), Decimal(4)]
    samples = [(0, 1), (0, 2), (1, 2)]
    found = [
        expansion(Stratum("h", 3, tuple(SampledUnit(str(i), units[i]) for i in pair))) for pair in samples
    ]
    assert [one.value for one in found] == [Decimal("4.5"), Decimal("7.5"), Decimal(9)]
    assert sum(one.value for one in found) / 3 == 7
    true = sum((one.value - 7) ** 2 for one in found) / 3
    assert true == Decimal("3.5")
    assert float(sum(one.variance for one in found) / 3) == pytest.approx(3.5)
    assert float(sample_variance(units)) == pytest.approx(7 / 3)


def test_collapsed_strata_by_hand():
    """Two strata of one unit and one size: the collapsed variance is (Y1 - Y2)^2, Cochran (1977),
    §5A.12. By hand: 30 and 50 give 400."""
    assert collapsed_variance([(10, Decimal(30)), (10, Decimal(50))]) == 400
    # Unequal sizes 10 and 30, totals 30 and 50: Y_g = 80, shares 20 and 60, 2 * (10^2 + 10^2) = 400.
    assert collapsed_variance([(10, Decimal(30)), (30, Decimal(50))]) == 400
