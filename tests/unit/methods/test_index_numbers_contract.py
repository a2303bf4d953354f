"""The contract of METHODS §9.1 row by row: zero base, missing, negative, nothing left."""

from decimal import Decimal

import numpy as np
import pytest

from tongket.figures.methods.index_numbers.aggregate import aggregate, coverage, fill_from_parents
from tongket.figures.methods.index_numbers.arrays import IndexRefused, answer, cause_of_ratio
from tongket.figures.methods.index_numbers.bilateral import fisher, laspeyres, paasche, tornqvist
from tongket.figures.methods.index_numbers.contributions import contributions, month_on_month, year_on_year
from tongket.figures.methods.index_numbers.elementary import Formula, carli, cell_relatives, dutot, jevons
from tongket.figures.methods.index_numbers.links import Overlap, chained, links
from tongket.figures.methods.index_numbers.means import arithmetic_weights, generalised_mean, logarithmic_mean
from tongket.figures.methods.index_numbers.monthly import by_year, month_contributions, monthly_chain
from tongket.figures.methods.index_numbers.series import (
    chain,
    cumulated_from_growth,
    cumulated_growth,
    growth,
    re_reference,
    splice,
)
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import (
    bridged,
    carry_down,
    carry_up,
    latest_updated,
    product_weights,
    shares,
)
from tongket.figures.terms.figure import Cause

NONE = float("nan")
TREE = Tree.of({"": None, "X": "", "Y": "", "a": "X", "b": "X", "c": "Y", "d": "Y"})


@pytest.mark.parametrize("index", [dutot, carli, jevons])
def test_elementary_contract(index):
    assert index([0, 0], [1, 2]) is Cause.ZERO_BASE
    assert index([NONE, 2], [1, NONE]) is Cause.NOT_ANSWERED
    assert index([], []) is Cause.NOT_ANSWERED
    assert index([2, 4, NONE], [3, 6, 9]) == pytest.approx(1.5)
    with pytest.raises(IndexRefused, match=r"found -1\.0"):
        index([1, 2], [-1, 2])
    with pytest.raises(IndexRefused):
        index([1, float("inf")], [1, 2])


def test_elementary_zero_is_a_true_stop_where_the_formula_can_say_so():
    assert dutot([1, 3], [0, 3]) == 0.75
    assert carli([1, 3], [0, 3]) == 0.5
    assert jevons([1, 3], [0, 3]) is Cause.UNDEFINED  # the mean would be 0 whatever the other did
    assert dutot([0, 4], [2, 4]) == 1.5  # one that comes back counts in sums,
    assert carli([0, 4], [2, 4]) == 1.0  # and has no relative of its own


@pytest.mark.parametrize("formula", list(Formula))
def test_cells_know_only_neighbours_in_the_calendar(formula):
    found = cell_relatives([[10, NONE, 40, 80], [NONE, 5, 5, 5.0]], [0, 0], 2, formula)
    assert found.relatives[0] == pytest.approx([1, NONE, 1, found.relatives[0, 3]], nan_ok=True)
    assert found.relatives[0, 3] == pytest.approx({"jevons": 2**0.5, "dutot": 85 / 45, "carli": 1.5}[formula])
    assert found.units[0].tolist() == [1, 0, 1, 2]
    assert np.isnan(found.relatives[1]).all()  # a cell of nobody


def test_bilateral_contract():
    assert laspeyres([0, 0], [1, 1], [3, 4]) is Cause.ZERO_BASE
    assert paasche([1, 1], [1, 1], [0, 0]) is Cause.ZERO_BASE
    assert laspeyres([NONE], [1], [1]) is Cause.NOT_ANSWERED
    assert fisher([1, 1], [1, 1], [0, 0], [1, 1]) is Cause.ZERO_BASE
    assert fisher([1, 1], [1, 1], [1, 1], [0, 0]) is Cause.ZERO_BASE
    assert fisher([NONE], [1], [1], [1]) is Cause.NOT_ANSWERED
    assert tornqvist([1, 1], [0, 2], [1, 1], [1, 1]) is Cause.UNDEFINED
    assert tornqvist([1], [1], [0], [1]) is Cause.ZERO_BASE
    assert tornqvist([NONE], [1], [1], [1]) is Cause.NOT_ANSWERED
    with pytest.raises(IndexRefused):
        fisher([1], [1], [1], [-1])


def test_means_at_their_edges():
    one = np.array([1.0, 2.0])
    assert np.isnan(generalised_mean(one, one * 0, 1))
    assert np.isnan(generalised_mean(np.array([0.0, 1.0]), one, 0))
    assert generalised_mean(np.array([2.0, 8.0]), np.ones(2), 0) == pytest.approx(4)
    assert generalised_mean(np.array([2.0, 8.0]), np.ones(2), -1) == pytest.approx(3.2)
    assert logarithmic_mean(np.array([3.0, 1.0, 0.0]), np.array([3.0, np.e, 1.0])) == pytest.approx(
        [3, np.e - 1, NONE], nan_ok=True
    )
    near = np.array([1.0])
    assert logarithmic_mean(near, near + 1e-9) == pytest.approx([1 + 5e-10], rel=1e-14)
    assert arithmetic_weights(np.array([1.0, 4.0]), np.ones(2)) @ np.array([1.0, 4.0]) == pytest.approx(2)


def test_aggregate_skips_what_is_missing_and_says_how_much_stands_behind():
    weights = carry_up(TREE, [6.0, 4.0, 30.0, 60.0])
    values = np.array([[1.2, NONE], [NONE, NONE], [0.5, 0.5], [1.0, NONE]])
    found = aggregate(TREE, TREE.spread(values), weights)
    # X = 1.2 (b is missing), Y = (30*.5 + 60*1)/90; the whole at full weights 10 and 90, then Y alone.
    assert found[:3, 0] == pytest.approx([(10 * 1.2 + 75) / 100, 1.2, 75 / 90])
    assert found[:3, 1] == pytest.approx([0.5, NONE, 0.5], nan_ok=True)
    filled = fill_from_parents(TREE, found)
    assert filled[TREE.place("X"), 1] == filled[TREE.place("b"), 1] == 0.5
    assert filled[TREE.place("b"), 0] == 1.2
    part = coverage(TREE, values, weights)
    assert part[:3] == pytest.approx(np.array([[0.96, 0.3], [0.6, 0.0], [1.0, 1 / 3]]))
    assert np.isnan(aggregate(TREE, TREE.spread(values * NONE), weights)).all()
    # 0 is a value: a true stop.
    assert aggregate(TREE, TREE.spread(np.array([0, 1, 1, 1.0])), weights)[1] == pytest.approx(0.4)


def test_weights_are_refused_rather_than_lost():
    with pytest.raises(IndexRefused, match="finite and not negative"):
        carry_up(TREE, [1, -1, 1, 1])
    with pytest.raises(IndexRefused, match="Write 0"):
        carry_up(TREE, [1, NONE, 1, 1])
    with pytest.raises(IndexRefused, match="X has a weight"):
        carry_down(TREE, [1, 1, 1, 0, 0, 1, 1])
    with pytest.raises(IndexRefused):
        product_weights([1, 1], [0, 1], [0, 1])
    with pytest.raises(IndexRefused, match="4 leaves"):
        carry_up(TREE, [1, 1])
    assert np.isnan(shares([0, 0])).all()
    assert carry_down(TREE, [1, 0, 2, 0, 0, 3, 1])[TREE.leaves].tolist() == [0, 0, 0.75, 0.25]


def test_a_tree_has_one_whole_and_every_node_leads_to_it():
    for wrong in ({"a": None, "b": None}, {"a": None, "b": "z"}, {"a": None, "b": "c", "c": "b"}, {}):
        with pytest.raises(IndexRefused, match="No tree"):
            Tree.of(wrong)
    assert TREE.leaf_names == ("a", "b", "c", "d")
    assert TREE.rows({"c": [1, 2]})[2].tolist() == [1, 2]
    with pytest.raises(IndexRefused, match="no leaves"):
        TREE.rows({"X": [1, 2]})


def test_weights_cross_to_another_version_whole():
    new = Tree.flat("a", "e", "f")
    old_weights = [10.0, 20.0, 0.0, 70.0]
    bridge = {("a", "a"): 1.0, ("b", "e"): 0.25, ("b", "f"): 0.75, ("d", "f"): 1.0}
    assert bridged(old_weights, TREE, new, bridge).tolist() == [10, 5, 85]
    with pytest.raises(IndexRefused, match="wrong at b"):
        bridged(old_weights, TREE, new, {**bridge, ("b", "f"): 0.5})
    with pytest.raises(IndexRefused, match="x → f"):
        bridged(old_weights, TREE, new, {**bridge, ("x", "f"): 0.5})


def test_latest_weights_are_volume_updated():
    # y-2 weights .5 .3 .2; volumes of y-1 on y-2: 1.2, 1.0 and unknown (moves as the others, .9/.8 = 1.125).
    found = latest_updated([[0.5, NONE], [0.3, NONE], [0.2, NONE]], [[10, 12], [5, 5], [7, NONE]])
    assert found[:, 1] == pytest.approx([0.6 / 1.125, 0.3 / 1.125, 0.2])
    assert found[:, 1].sum() == pytest.approx(1)


def monthly(*rows, weights=(6.0, 4.0, 30.0, 60.0)):
    return monthly_chain(TREE, np.array(rows, dtype=float), {0: list(weights)})


def test_chain_contract_nothing_left_stops_it_and_a_gap_follows_the_parent():
    index = monthly([1, 1.1, NONE, 1], [1, NONE, NONE, 1], [1, 2, NONE, 1], [1, 1, NONE, 1])
    assert index.levels[TREE.place("b"), 1] == pytest.approx(110)
    assert np.isnan(index.levels[:, 2:]).all()
    assert np.isnan(month_contributions(index)[:, 2:]).all()
    assert np.isnan(chain([1.1, NONE, 1.2])).tolist() == [False, True, True]
    with pytest.raises(IndexRefused, match=r"first month \(0\) has no weights"):
        monthly_chain(TREE, np.ones((4, 2)), {1: [1, 1, 1, 1]})


def test_chain_contract_a_stop_is_zero_once_and_then_unknown_never_a_silent_zero():
    index = monthly([1, 0, NONE, 2], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1])
    assert index.levels[TREE.place("a")] == pytest.approx([100, 0, NONE, NONE], nan_ok=True)
    assert index.levels[TREE.place("X")] == pytest.approx([100, 40, 40, 40])  # 60 % of X stopped
    assert month_contributions(index)[TREE.place("a"), 1] == pytest.approx(-6)
    assert chain([1, 0, 1.5]) == pytest.approx([100, 0, NONE], nan_ok=True)


def test_month_contributions_by_both_rules_of_a_missing_cell():
    index = monthly([1, 1.5], [1, NONE], [1, 1], [1, 1.1])
    a, b, d = (TREE.place(name) for name in "abd")
    reweighted, kept = month_contributions(index), month_contributions(index, keep_filled=True)
    assert reweighted[[a, d], 1] == pytest.approx([5, 6])
    assert np.isnan(reweighted[b, 1])
    assert kept[[a, b, d], 1] == pytest.approx([3, 2, 6])
    inside = month_contributions(index, TREE.place("X"))
    assert inside[a, 1] == pytest.approx(50)
    assert np.isnan(inside[[d, 0], 1]).all()


def test_new_weights_within_a_year_cannot_be_laid_out_by_year():
    index = monthly_chain(TREE, np.ones((4, 14)), {0: [1, 1, 1, 1], 5: [2, 1, 1, 1]})
    with pytest.raises(IndexRefused, match="January"):
        by_year(index)


def volumes(*rows):
    return np.array(rows, dtype=float).reshape(len(rows), -1, 2)


def test_links_with_base_zero_missing_and_a_new_product():
    tree = Tree.flat("p", "q", "r")
    # q is missing in a month of the first year, so it has no base; r starts in the second year at 0 before.
    given = volumes([10, 10, 12, 12, 12, 12], [NONE, 5, 5, 5, 6, 6], [0, 0, 8, 8, 4, 4])
    index = chained(links(tree, given, np.ones((3, 3))))
    assert index.levels[0, 1] == pytest.approx([120, 120])  # p alone stands for all in the second year
    assert index.levels[0, 2] == pytest.approx([120 * (1 + 1.2 + 0.5) / 3] * 2)
    # r stood at 0 in the first year, so it has no base: its own series is the whole's until the next link.
    assert index.levels[tree.place("r"), 1] == pytest.approx([120, 120])
    points = year_on_year(index, 2, 0)
    assert points[1:].sum() == pytest.approx(points[0])


def test_a_year_without_any_weight_has_no_link():
    index = chained(links(Tree.flat("p", "q"), volumes([10] * 6, [5] * 6), [[1, 0, 1], [1, 0, 1]]))
    assert index.levels[0].ravel() == pytest.approx([100, 100, 100, 100, NONE, NONE], nan_ok=True)
    assert np.isnan(year_on_year(index, 2, 0)).all()


def test_a_year_of_zeros_stops_a_nodes_own_chain():
    tree = Tree.flat("p", "q")
    index = chained(links(tree, volumes([10] * 6, [5, 5, 0, 0, 5, 5]), np.ones((2, 3))))
    assert index.levels[2].ravel() == pytest.approx([100, 100, 0, 0, NONE, NONE], nan_ok=True)
    assert index.levels[0].ravel() == pytest.approx([100, 100, 50, 50, 50, 50])


def test_over_the_year_links_are_taken_apart_year_on_year_only():
    tree = Tree.flat("p", "q")
    given = volumes([10, 11, 12, 13, 11, 15], [5, 6, 9, 4, 5, 6])
    index = chained(links(tree, given, [[1, 2, 1], [2, 1, 1]]), Overlap.OVER_THE_YEAR)
    levels = index.levels[0]
    points = year_on_year(index, 2, 1)
    assert points[1:].sum() == pytest.approx(100 * (levels[2, 1] / levels[1, 1] - 1))
    # Up to the first new weights, and into the first month on them, all months hang on one point.
    for year, month in ((1, 0), (1, 1), (2, 0)):
        growth = 100 * (levels.ravel()[2 * year + month] / levels.ravel()[2 * year + month - 1] - 1)
        assert month_on_month(index, year, month)[1:].sum() == pytest.approx(growth)
    with pytest.raises(IndexRefused, match="year on year"):
        month_on_month(index, 2, 1)


def test_contributions_contract():
    tree = Tree.flat("p", "q")
    index = chained(links(tree, volumes([0, 20, 12, 12], [0, 5, 5, NONE]), np.ones((2, 2))))
    assert index.levels[0, 0, 0] == 0
    assert np.isnan(contributions(index, [(0, 1)], [(0, 0)])).all()  # base level 0
    assert np.isfinite(year_on_year(index, 1, 1)).all()  # a filled node keeps its points
    with pytest.raises(ValueError, match="earlier month"):
        contributions(index, [(0, 0)], [(1, 0)])
    with pytest.raises(ValueError, match="As many months"):
        contributions(index, [], [])


def test_series_contract():
    assert re_reference([[50, 100, NONE], [0, 0, 5]], [0, 1])[0] == pytest.approx(
        [200 / 3, 400 / 3, NONE], nan_ok=True
    )
    assert np.isnan(re_reference([[50, 100, NONE], [0, 0, 5]], [0, 1])[1]).all()
    assert np.isnan(re_reference([50, NONE, 60], [0, 1])).all()
    assert np.isnan(splice([100, 0, NONE], [NONE, 100, 110], [1]).levels).tolist() == [False, False, True]
    assert growth([0, 50, NONE, 60], 1) == pytest.approx([NONE] * 4, nan_ok=True)
    assert cumulated_growth([[100, NONE, 100], [110, 100, 100]])[1] == pytest.approx(
        [10, NONE, NONE], nan_ok=True
    )
    assert cumulated_from_growth([NONE], [100, 100]) is Cause.NOT_ANSWERED
    assert cumulated_from_growth([100], [100, 0]) is Cause.ZERO_BASE
    with pytest.raises(ValueError, match="One month on month less"):
        cumulated_from_growth([100], [100])
    with pytest.raises(IndexRefused):
        growth([100, -1], 1)


def test_a_number_leaves_the_room_exact_or_with_a_cause():
    assert answer(1.1) == Decimal("1.1")
    assert answer(NONE) is Cause.NOT_ANSWERED
    assert answer(float("inf"), Cause.ZERO_BASE) is Cause.ZERO_BASE
    causes = [cause_of_ratio(1, NONE), cause_of_ratio(1, 0), cause_of_ratio(1, -1), cause_of_ratio(0, 1)]
    assert causes == [Cause.NOT_ANSWERED, Cause.ZERO_BASE, Cause.UNDEFINED, None]
