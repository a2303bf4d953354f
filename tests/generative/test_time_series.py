"""Properties of benchmarking, raking, vintages and chances (METHODS §9.3, 9-12, 16, 17), generated."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tongket.figures.methods.time_series.benchmarking import (
    ADDITIVE,
    PRO_RATA,
    PROPORTIONAL,
    Benchmarked,
    cholette_dagum,
    denton,
)
from tongket.figures.methods.time_series.chance import (
    Direction,
    Growths,
    analytic_chance,
    chance_of,
    simulate_year,
)
from tongket.figures.methods.time_series.chance_scores import crps
from tongket.figures.methods.time_series.disaggregation import fernandez, litterman
from tongket.figures.methods.time_series.raking import fit_margins, rake, rake_two_way
from tongket.figures.methods.time_series.series import Aggregation, Alignment, Unanswered
from tongket.figures.methods.time_series.tet import WINDOWS, tet_regressors
from tongket.figures.methods.time_series.vintages import Release, Triangle
from tongket.figures.terms.period import Period

POSITIVE = st.floats(0.1, 1000)
NOT_NEGATIVE = st.just(0.0) | POSITIVE
ANY = st.floats(-1000, 1000).filter(lambda x: x == 0 or abs(x) > 1e-6)
PER = 4


@st.composite
def series(draw, value=POSITIVE):
    """Two to six years of quarters, up to three quarters of an open year, a lead of up to three."""
    years, opened, lead = draw(st.integers(2, 6)), draw(st.integers(0, 3)), draw(st.integers(0, 3))
    count = lead + PER * years + opened
    indicator = draw(st.lists(value, min_size=count, max_size=count))
    benchmarks = draw(st.lists(POSITIVE | st.none(), min_size=years, max_size=years))
    assume(any(value is not None for value in benchmarks))
    aggregation = draw(st.sampled_from(Aggregation))
    return indicator, benchmarks, Alignment(PER, aggregation, lead)


def coarse(values, alignment, years):
    return alignment.matrix(range(years), len(values)) @ np.array(values)


def agrees(values, benchmarks, alignment, tolerance=1e-9):
    made = coarse(values, alignment, len(benchmarks))
    size = max(1.0, *(abs(value) for value in values))
    return all(b is None or abs(m - b) <= tolerance * size for m, b in zip(made, benchmarks, strict=True))


@given(series(), st.sampled_from([ADDITIVE, PRO_RATA, PROPORTIONAL]))
def test_9_the_benchmarks_are_met(given_series, lam):
    indicator, benchmarks, alignment = given_series
    assert agrees(denton(indicator, benchmarks, alignment, lam).values, benchmarks, alignment)


@given(series(NOT_NEGATIVE))
def test_9_the_benchmarks_are_met_with_zeros_which_stay(given_series):
    indicator, benchmarks, alignment = given_series
    found = denton(indicator, benchmarks, alignment)
    if isinstance(found, Unanswered):
        stuck = coarse(indicator, alignment, len(benchmarks))
        assert found.at
        assert all(stuck[m] == 0 and benchmarks[m] for m in found.at)
        return
    assert agrees(found.values, benchmarks, alignment)
    assert all(new == 0 for new, old in zip(found.values, indicator, strict=True) if old == 0)


@given(series(), st.sampled_from([ADDITIVE, PROPORTIONAL]))
def test_9_a_series_that_agrees_already_is_left_alone(given_series, lam):
    indicator, benchmarks, alignment = given_series
    made = coarse(indicator, alignment, len(benchmarks)).tolist()
    assert denton(indicator, made, alignment, lam).values == pytest.approx(indicator, rel=1e-9, abs=1e-9)


@given(series(), st.floats(0.01, 100))
def test_9_the_scale_of_the_indicator_does_not_matter(given_series, factor):
    indicator, benchmarks, alignment = given_series
    one = denton(indicator, benchmarks, alignment).values
    other = denton([factor * value for value in indicator], benchmarks, alignment).values
    assert other == pytest.approx(one, rel=1e-7, abs=1e-7 * max(map(abs, one)))


@given(series())
def test_9_denton_is_the_smoothest_adjustment(given_series):
    """Any other series with the same totals moves its ratios more: try one a small step away."""
    indicator, benchmarks, alignment = given_series
    full = [value if value is not None else 1.0 for value in benchmarks]
    found = np.array(denton(indicator, full, alignment).values)
    rows = alignment.matrix(range(len(full)), len(found))
    draw = np.random.default_rng(0).standard_normal(len(found))
    step = draw - rows.T @ np.linalg.solve(rows @ rows.T, rows @ draw)

    def roughness(values):
        return float((np.diff(values / np.array(indicator)) ** 2).sum())

    assert roughness(found) <= roughness(found + 0.01 * step) * (1 + 1e-9) + 1e-12


@given(series(), st.floats(0, 0.99), st.sampled_from([ADDITIVE, PRO_RATA, PROPORTIONAL]))
def test_10_cholette_meets_its_benchmarks_for_any_rho(given_series, rho, lam):
    indicator, benchmarks, alignment = given_series
    found = cholette_dagum(indicator, benchmarks, alignment, rho, lam)
    assert agrees(found.values, benchmarks, alignment, 1e-7)


@settings(max_examples=50)
@given(series(), st.sampled_from([ADDITIVE, PROPORTIONAL]))
def test_10_rho_to_one_tends_to_denton(given_series, lam):
    indicator, benchmarks, alignment = given_series
    limit = np.array(denton(indicator, benchmarks, alignment, lam).values)
    size = np.abs(limit).max()
    gaps = [
        np.abs(np.array(cholette_dagum(indicator, benchmarks, alignment, rho, lam).values) - limit).max()
        for rho in (0.99, 0.9999, 0.999999)
    ]
    assert gaps[2] <= 1e-3 * size + 1e-2 * gaps[0]


@given(series())
def test_10_rho_0_and_lambda_one_half_is_pro_rata(given_series):
    indicator, benchmarks, alignment = given_series
    assume(alignment.aggregation is not Aggregation.STOCK)
    found = cholette_dagum(indicator, benchmarks, alignment, 0.0, PRO_RATA)
    made = coarse(indicator, alignment, len(benchmarks))
    for m, benchmark in enumerate(benchmarks):
        first = alignment.lead + m * PER
        factor = 1.0 if benchmark is None else benchmark / made[m]
        wanted = [factor * value for value in indicator[first : first + PER]]
        assert found.values[first : first + PER] == pytest.approx(wanted, rel=1e-9)


@given(series())
def test_10_fixed_quarters_do_not_move(given_series):
    indicator, benchmarks, alignment = given_series
    assume(alignment.aggregation is Aggregation.FLOW)
    fixed = [0.0 if place % PER == 0 else 1.0 for place in range(len(indicator))]
    found = cholette_dagum(indicator, benchmarks, alignment, 0.7, alterability=fixed)
    assert isinstance(found, Benchmarked)
    for place in range(0, len(indicator), PER):
        assert found.values[place] == indicator[place]


@given(series(), st.integers(0, 2**32 - 1))
def test_11_years_of_a_disaggregated_flow_are_the_years_given(given_series, seed):
    _, _, alignment = given_series
    years = [float(value) for value in np.random.default_rng(seed).uniform(1, 100, 6)]
    full = Alignment(PER, alignment.aggregation)
    regressor = np.random.default_rng(seed).uniform(1, 10, 6 * PER).tolist()
    found = fernandez(years, [regressor], full)
    assert agrees(found.values, years, full, 1e-7)
    assert litterman(years, [regressor], full, rho=0.0).values == found.values


@given(st.lists(ANY, min_size=1, max_size=12), ANY, st.integers(0, 2**32 - 1))
def test_12_raking_reaches_its_total_and_zero_stays_zero(parts, total, seed):
    alterability = np.random.default_rng(seed).integers(0, 3, len(parts)).astype(float).tolist()
    found = rake(parts, total, alterability)
    movable = sum(c * abs(part) for c, part in zip(alterability, parts, strict=True))
    if isinstance(found, Unanswered):
        assert movable == 0
        return
    size = max(1.0, abs(total), *(abs(value) for value in found))
    assert abs(sum(found) - total) <= 1e-9 * size
    for c, old, new in zip(alterability, parts, found, strict=True):
        assert new == old or (c > 0 and old != 0)


@st.composite
def tables(draw, value=NOT_NEGATIVE):
    high, wide = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    return [draw(st.lists(value, min_size=wide, max_size=wide)) for _ in range(high)]


@given(tables(POSITIVE), st.integers(0, 2**32 - 1))
def test_12_both_margins_of_a_full_table_are_reached(table, seed):
    shape = np.array(table).shape
    wanted = np.random.default_rng(seed).uniform(0.1, 100, shape)
    rows, columns = wanted.sum(axis=1).tolist(), wanted.sum(axis=0).tolist()
    for method in (fit_margins, rake_two_way):
        found = np.array(method(table, rows, columns))
        assert found.sum(axis=1) == pytest.approx(rows, rel=1e-8)
        assert found.sum(axis=0) == pytest.approx(columns, rel=1e-8)


@given(tables(), st.integers(0, 2**32 - 1))
def test_12_margins_that_a_table_with_these_zeros_has_are_reached_and_zeros_stay(table, seed):
    pattern = np.array(table) > 0
    wanted = np.where(pattern, np.random.default_rng(seed).uniform(0.1, 100, pattern.shape), 0.0)
    rows, columns = wanted.sum(axis=1).tolist(), wanted.sum(axis=0).tolist()
    found = np.array(fit_margins(table, rows, columns))
    assert found.sum(axis=1) == pytest.approx(rows, rel=1e-6, abs=1e-6)
    assert (found[~pattern] == 0).all()


@given(tables(POSITIVE), st.integers(0, 2**32 - 1))
def test_12_fitting_keeps_the_cross_products(table, seed):
    cells = np.array(table)
    assume(min(cells.shape) > 1)
    wanted = np.random.default_rng(seed).uniform(0.1, 100, cells.shape)
    found = np.array(fit_margins(table, wanted.sum(axis=1).tolist(), wanted.sum(axis=0).tolist()))
    before = np.log(cells[0, 0]) + np.log(cells[1, 1]) - np.log(cells[0, 1]) - np.log(cells[1, 0])
    after = np.log(found[0, 0]) + np.log(found[1, 1]) - np.log(found[0, 1]) - np.log(found[1, 0])
    assert after == pytest.approx(before, abs=1e-6)


RELEASES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 999)), min_size=1, max_size=4)


@given(st.dictionaries(st.integers(0, 24), RELEASES), st.integers(0, 30), RELEASES, st.integers(0, 24))
def test_16_a_later_release_changes_nothing_before_it(cells, moment, later, month):
    releases = {m: [Release(at, Decimal(value)) for at, value in found] for m, found in cells.items()}
    more = [Release(moment + 1 + at, Decimal(value)) for at, value in later]
    added = releases | {month: [*releases.get(month, ()), *more]}
    assert Triangle(added).as_of(moment) == Triangle(releases).as_of(moment)


GROWTHS = st.builds(Growths, st.integers(3, 11), st.floats(-0.3, 0.3), st.floats(0.001, 0.2))
REST = st.lists(POSITIVE, min_size=1, max_size=9)


@given(GROWTHS, REST, st.floats(0, 5000), st.floats(1, 9000), st.floats(0, 1000), st.sampled_from(Direction))
def test_17_the_chance_is_monotone_in_the_target_and_in_what_is_done(
    past, rest, done, target, more, direction
):
    sign = 1 if direction is Direction.AT_LEAST else -1

    def both(target, done):
        simulated = chance_of(simulate_year(done, rest, past, paths=200), target, direction)
        analytic = analytic_chance(target, done, rest, past, direction)
        return [simulated.independent, simulated.persistent, analytic.independent, analytic.persistent]

    for easier, harder in (
        (both(target, done), both(target + more, done)),
        (both(target, done + more), both(target, done)),
    ):
        assert all(sign * (e - h) >= -1e-12 for e, h in zip(easier, harder, strict=True))


@given(GROWTHS, st.floats(0, 5000), st.floats(1, 9000), st.sampled_from(Direction))
def test_17_at_month_12_it_is_0_or_1(past, done, target, direction):
    reached = done >= target if direction is Direction.AT_LEAST else done <= target
    for found in (
        chance_of(simulate_year(done, [], past, revisions=[0.5, -0.5]), target, direction),
        analytic_chance(target, done, [], past, direction),
    ):
        assert (found.independent, found.persistent) == (reached, reached)
        assert found.settled


@given(st.lists(ANY, min_size=1, max_size=40), ANY)
def test_the_crps_of_a_sample_is_its_double_sum(paths, outcome):
    sample = np.array(paths)
    slow = np.abs(sample - outcome).mean() - np.abs(sample[:, None] - sample[None, :]).mean() / 2
    assert crps(sample, outcome) == pytest.approx(slow, abs=1e-9 * max(1.0, np.abs(sample).max()))


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 60))
def test_a_tet_regressor_is_the_same_in_any_span_and_adds_to_nothing(year, month, length):
    whole = Period(1990 * 12, 51 * 12)
    span = Period(Period.month(year, month).first, length)
    every, part = tet_regressors(whole), tet_regressors(span)
    for window in WINDOWS:
        column = np.array(every[window.code])
        first = span.first - whole.first
        inside = column[first : first + length]
        assert part[window.code][: len(inside)] == pytest.approx(inside, abs=1e-12)
        assert column.reshape(51, 12).sum(axis=0) == pytest.approx(np.zeros(12), abs=1e-9)
        assert column.reshape(51, 12)[:, 3:11] == pytest.approx(0)
