"""Properties 1 to 8 of METHODS §9.3 for chained index numbers, on generated trees, weights and volumes."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tongket.figures.methods.index_numbers.aggregate import aggregate, fill_from_parents, one_step
from tongket.figures.methods.index_numbers.bilateral import fisher, laspeyres, paasche, tornqvist
from tongket.figures.methods.index_numbers.contributions import contributions
from tongket.figures.methods.index_numbers.elementary import Formula, carli, cell_relatives, dutot, jevons
from tongket.figures.methods.index_numbers.gaps import Ladder, fill_gaps
from tongket.figures.methods.index_numbers.links import Overlap, chained, links
from tongket.figures.methods.index_numbers.means import geometric_contributions
from tongket.figures.methods.index_numbers.monthly import by_year, month_contributions, monthly_chain
from tongket.figures.methods.index_numbers.series import chain, growth, re_reference, rebase, splice
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import carry_down, carry_up

LEAVES, YEARS, MONTHS = 7, 4, 4
AMOUNT = st.floats(0.5, 500)
WEIGHT = st.floats(0.1, 100)


@st.composite
def trees(draw):
    """Leaves under classes under divisions; a class may stand right under the whole."""
    classes = draw(st.lists(st.sampled_from("ABC"), min_size=LEAVES, max_size=LEAVES))
    parents = {"": None}
    for code in sorted(set(classes)):
        division = draw(st.sampled_from(["", "X", "Y"]))
        if division:
            parents.setdefault(division, "")
        parents[code] = division
    parents.update({f"p{n}": code for n, code in enumerate(classes)})
    return Tree.of(parents)


def table(*shape, value=AMOUNT):
    return arrays(np.float64, shape, elements=value)


@st.composite
def gappy(draw, *shape):
    full = draw(table(*shape))
    return np.where(
        draw(arrays(np.bool_, shape, elements=st.sampled_from([True, True, True, False]))), full, np.nan
    )


VOLUMES, SHARES = table(LEAVES, YEARS, MONTHS), table(LEAVES, YEARS, value=WEIGHT)
OVERLAPS = st.sampled_from(list(Overlap))
GAPPY = gappy(LEAVES, YEARS, MONTHS)


def same(left, right):
    return np.allclose(left, right, rtol=1e-9, atol=1e-9, equal_nan=True)


@given(trees(), table(LEAVES), SHARES, OVERLAPS)
def test_1_equal_volumes_are_100_everywhere(tree, level, weights, overlap):
    still = np.repeat(level, YEARS * MONTHS).reshape(LEAVES, YEARS, MONTHS)
    assert same(chained(links(tree, still, weights), overlap).levels, 100)


@given(trees(), GAPPY, SHARES, OVERLAPS, st.floats(0.001, 1000))
def test_1_another_unit_of_measure_changes_nothing(tree, volumes, weights, overlap, factor):
    other = volumes.copy()
    other[3] *= factor
    one, two = (chained(links(tree, q, weights), overlap).levels for q in (volumes, other))
    assert same(one, two)


@given(table(5), table(5), st.floats(0.001, 1000))
def test_1_jevons_carli_and_bilateral_do_not_know_the_unit(before, now, factor):
    scale = np.array([factor, 1, 1, 1, 1])
    for index in (jevons, carli):
        assert index(before, now) == pytest.approx(index(before * scale, now * scale))
    for index in (fisher, tornqvist):
        one = index(before, now, now[::-1], before[::-1])
        two = index(before * scale, now * scale, now[::-1] / scale, before[::-1] / scale)
        assert one == pytest.approx(two)


@given(trees(), GAPPY, SHARES, OVERLAPS, st.floats(0.001, 1000))
def test_2_scaling_all_weights_changes_nothing(tree, volumes, weights, overlap, factor):
    one, two = (chained(links(tree, volumes, w), overlap) for w in (weights, weights * factor))
    assert same(one.levels, two.levels)


@given(trees(), gappy(LEAVES, 6), table(LEAVES, value=WEIGHT))
def test_3_the_mean_of_one_child_is_the_child(tree, values, weights):
    filled = fill_from_parents(tree, aggregate(tree, tree.spread(values), carry_up(tree, weights)))
    for place in range(len(tree.nodes)):
        below = tree.children(place)
        if len(below) == 1:
            assert same(filled[place], filled[below[0]])


@given(trees(), table(LEAVES, 6), st.data())
def test_4_many_levels_are_one_step_with_weights_carried_down(tree, values, data):
    own = data.draw(table(len(tree.nodes), value=WEIGHT))
    carried = carry_down(tree, own)
    assert carried[tree.leaves].sum() == pytest.approx(1)
    assert same(one_step(values, carried[tree.leaves]), aggregate(tree, tree.spread(values), own)[0])
    assert same(carry_up(tree, carried[tree.leaves]), carried)


@given(trees(), gappy(LEAVES, 6), table(LEAVES, value=WEIGHT))
def test_4_filling_changes_no_mean_above_it(tree, values, weights):
    full = carry_up(tree, weights)
    added = aggregate(tree, tree.spread(values), full)
    filled = fill_from_parents(tree, added)
    again = aggregate(tree, filled, full)
    assert same(again, filled)
    assert same(one_step(filled[tree.leaves], weights), filled[0])


@given(st.floats(0.5, 2), st.integers(1, 30))
def test_5_a_chain_over_constant_relatives_multiplies(relative, length):
    assert chain([relative] * length)[-1] == pytest.approx(100 * relative**length)


@given(table(3, 12), st.integers(0, 11), st.integers(0, 11))
def test_5_rebasing_twice_is_rebasing_once_and_keeps_growth(levels, first, second):
    twice = re_reference(re_reference(levels, [first]), [second, 0])
    assert same(twice, re_reference(levels, [second, 0]))
    assert same(growth(twice, 1), growth(levels, 1))
    assert same(rebase(levels, levels[:, second])[:, second], 100)


@given(table(3, 8), table(3, 8), st.lists(st.integers(3, 4), min_size=1, max_size=2, unique=True))
def test_5_splicing_then_rebasing_keeps_the_growth_of_both(old, new, overlap):
    spliced = re_reference(splice(old, new, overlap).levels, [0])
    end = max(overlap)
    assert same(growth(spliced, 1)[:, : end + 1], growth(old, 1)[:, : end + 1])
    assert same(growth(spliced, 1)[:, end + 2 :], growth(new, 1)[:, end + 2 :])


SPANS = {
    "month": ([(2, 2)], [(2, 1)]),
    "January on December": ([(2, 0)], [(1, 3)]),
    "year on year": ([(3, 1)], [(2, 1)]),
    "against the first year": ([(1, 2)], [(0, 2)]),
    "three years": ([(3, 3)], [(0, 1)]),
    "year to date": ([(3, m) for m in range(3)], [(2, m) for m in range(3)]),
}


@settings(max_examples=100, deadline=None)
@given(trees(), GAPPY, SHARES, OVERLAPS, st.sampled_from(list(SPANS)), st.data())
def test_6_contributions_add_to_the_growth_on_every_base(tree, volumes, weights, overlap, span, data):
    now, before = SPANS[span]
    if overlap is Overlap.OVER_THE_YEAR:
        assume(span not in {"month", "January on December", "three years"})
    of = data.draw(st.integers(0, len(tree.nodes) - 1))
    index = chained(links(tree, volumes, weights), overlap)
    points = contributions(index, now, before, of)
    sums = [sum(index.levels[of, y, m] for y, m in side) for side in (now, before)]
    if np.isnan(sums).any():
        assert np.isnan(points).all()
        return
    tolerance = 1e-9 * max(1, np.nanmax(np.abs(points)))
    assert points[of] == pytest.approx(100 * (sums[0] / sums[1] - 1), abs=tolerance)
    for parent in np.flatnonzero(tree.below(of)):
        if tree.children(parent).size:
            assert points[tree.children(parent)].sum() == pytest.approx(points[parent], abs=tolerance)


@settings(max_examples=50, deadline=None)
@given(trees(), gappy(LEAVES, 30), table(LEAVES, 4, value=WEIGHT), st.booleans(), st.data())
def test_6_month_contributions_of_a_chain_with_gaps(tree, volumes, weights, keep, data):
    cells = cell_relatives(volumes, np.arange(LEAVES), LEAVES, Formula.DUTOT)
    index = monthly_chain(tree, cells.relatives, {0: weights[:, 0], 9: weights[:, 1], 21: weights[:, 2]})
    of = data.draw(st.integers(0, len(tree.nodes) - 1))
    points = month_contributions(index, of, keep)
    leaves = tree.leaves[tree.below(of)[tree.leaves]]
    for month in range(1, 30):
        if np.isfinite(points[of, month]):
            change = 100 * (index.levels[of, month] / index.levels[of, month - 1] - 1)
            assert np.nansum(points[leaves, month]) == pytest.approx(change, abs=1e-8 * max(1, abs(change)))
    laid = by_year(index, first_month=4)
    shown = laid.levels.reshape(len(tree.nodes), -1)[:, 3:33]
    assert same(shown / index.levels, np.where(np.isnan(index.levels), np.nan, 1))


@given(trees(), GAPPY, SHARES)
def test_7_the_mean_of_annual_overlap_months_is_the_chained_annual_index(tree, volumes, weights):
    index = chained(links(tree, volumes, weights), Overlap.ANNUAL)
    annual = 100 * index.now.mean(axis=2)[0].cumprod()
    assert same(index.levels[0].mean(axis=1), annual)


@given(trees(), VOLUMES, SHARES)
def test_7_the_annual_index_of_full_volumes_is_laspeyres_year_by_year(tree, volumes, weights):
    index = chained(links(tree, volumes, weights), Overlap.ANNUAL)
    means = volumes.mean(axis=2)
    for year in range(1, YEARS):
        prices = weights[:, year - 1] / means[:, year - 1]
        step = laspeyres(means[:, year - 1], means[:, year], prices)
        now, before = (index.levels[0, one].mean() for one in (year, year - 1))
        assert now / before == pytest.approx(step)


@given(table(5), table(5), table(5), table(5))
def test_8_fisher_and_tornqvist_reverse_in_time_and_fisher_makes_the_value(p0, p1, q0, q1):
    for index in (fisher, tornqvist):
        assert index(p0, p1, q0, q1) * index(p1, p0, q1, q0) == pytest.approx(1)
    assert fisher(p0, p1, q0, q1) * fisher(q0, q1, p0, p1) == pytest.approx((p1 @ q1) / (p0 @ q0))
    assert dutot(p0, p1) * dutot(p1, p0) == pytest.approx(1)


@given(table(5), table(5, value=st.floats(0.2, 5)), table(5))
def test_8_laspeyres_is_not_below_fisher_nor_fisher_below_paasche_when_buyers_turn_away(
    p0, relatives, values
):
    # Volumes fall as prices rise, q1/q0 = 1 / price relative: negatively correlated whatever the weights.
    q0 = values / p0
    p1, q1 = p0 * relatives, q0 / relatives
    high, middle, low = laspeyres(p0, p1, q0), fisher(p0, p1, q0, q1), paasche(p0, p1, q1)
    assert high >= middle * (1 - 1e-12)
    assert middle >= low * (1 - 1e-12)


@given(table(5), table(5), table(5, value=WEIGHT))
def test_geometric_contributions_add_up(before, now, weights):
    mean = np.exp(np.average(np.log(now / before), weights=weights))
    assert geometric_contributions(now / before, weights).sum() == pytest.approx(
        mean - 1, abs=1e-9 * max(1, mean)
    )


@given(gappy(LEAVES, 20), st.integers(0, 2))
def test_13_filling_never_changes_what_was_observed(volumes, carry):
    found = fill_gaps(volumes, Ladder([0, 0, 0, 1, 1, 2, 2], [0] * 5 + [1] * 2, carry=carry))
    seen = ~np.isnan(volumes)
    assert (found.values[seen] == volumes[seen]).all()
    assert ((found.how == 0) == seen).all()
    assert (np.isnan(found.values) == (found.how == 4)).all()
    assert (np.isfinite(found.values) | np.isnan(found.values)).all()
