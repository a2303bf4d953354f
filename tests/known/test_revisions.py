"""Revisions that really happened: retail trade of Tây Ninh, first estimate and next month, 2026 (TV-26)."""

from datetime import datetime
from decimal import Decimal

import pytest

from tongket.figures.methods.revisions.statistics import (
    material,
    relative_revisions,
    revision_statistics,
    revisions,
    t_test,
)
from tongket.figures.methods.revisions.vintages import Vintage, revision_triangle
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period


def numbers(*values):
    return [Decimal(str(value)) for value in values]


FIRST = numbers(18350223.456, 18676095.52, 18546476.93, 19169337.09, 19372614.01, 19510119.37, 19978654.56)
LATER = numbers(18424003.21, 18583130.53, 18635236.68, 19222077.22, 19363946.34, 19576796.36, 20012454.18)
PERCENT = [0.40206, -0.49778, 0.47858, 0.27513, -0.04474, 0.34176, 0.16918]


def test_tv_26_revisions_in_percent_of_the_first_estimate():
    found = relative_revisions(FIRST, LATER)
    assert [float(r) for r in found] == pytest.approx(PERCENT, abs=1e-5)
    zero = [Decimal(0)] * len(found)
    statistics = revision_statistics(zero, found)
    assert float(statistics.mr) == pytest.approx(0.160599, abs=1e-5)
    assert float(statistics.mar) == pytest.approx(0.315603, abs=1e-5)


def test_tv_26_rmar_and_t_are_those_of_the_levels():
    statistics = revision_statistics(FIRST, LATER, lags=0)
    assert float(100 * statistics.rmar) == pytest.approx(0.311909, abs=1e-6)
    assert statistics.bias.t == pytest.approx(1.2834, abs=1e-4)
    assert statistics.bias.p > 0.2  # no bias
    assert statistics.sign_changes == 0


# They alternate, so that the long-run variance is smaller. statsmodels 0.15: OLS on a constant, cov_type
# HAC, maxlags as here, use_correction.
HAC = {0: 1.2834013, 1: 1.9388938, 2: 2.8726806, 3: 2.5797468, 4: 3.0575153}


@pytest.mark.parametrize("lags", HAC)
def test_tv_26_with_autocorrelation_taken_into_account(lags):
    moved = revisions(FIRST, LATER)
    assert t_test(moved, lags).t == pytest.approx(HAC[lags], abs=1e-6)
    assert t_test(moved).lags == 2


def test_only_a_revision_of_more_than_twice_the_mean_is_material():
    mar = revision_statistics(FIRST, LATER).mar
    assert [material(r, mar) for r in revisions(FIRST, LATER)] == [False] * 7
    assert material(Decimal(-200_000), mar) is True


def test_the_triangle_of_the_first_three_months():
    published = [datetime(2026, month, 6) for month in (2, 3, 4, 5)]
    history = {
        Period.month(2026, n + 1): [Vintage(published[n], FIRST[n]), Vintage(published[n + 1], LATER[n])]
        for n in range(3)
    }
    triangle = revision_triangle(history, published)
    absent = Cause.NOT_PUBLISHED
    assert triangle.cells == (
        (FIRST[0], LATER[0], LATER[0], LATER[0]),
        (absent, FIRST[1], LATER[1], LATER[1]),
        (absent, absent, FIRST[2], LATER[2]),
    )
    assert triangle.diagonal(0) == tuple(FIRST[:3])
    assert triangle.diagonal(1) == tuple(LATER[:3])
    assert triangle.diagonal(3) == (LATER[0], absent, absent)
    assert triangle.column(published[1]) == (LATER[0], FIRST[1], absent)
