"""Gaps, new products and closed ones: the decision table of METHODS §1.4, every number by hand."""

import numpy as np
import pytest

from tongket.figures.methods.index_numbers.arrays import IndexRefused
from tongket.figures.methods.index_numbers.gaps import How, Ladder, bridged_product, fill_gaps
from tongket.figures.methods.index_numbers.monthly import monthly_chain
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import with_entrant, without

NONE = float("nan")
TREE = Tree.of({"": None, "X": "", "Y": "", "a": "X", "b": "X", "c": "Y", "d": "Y"})


def test_the_ladder_of_late_returns():
    # Class 0: units a, b, c; class 1: d alone; both under one parent. Season of 3 months for short rows.
    given = np.array(
        [
            [10, 20, 20, 10, 10, 10],
            [30, 30, 60, NONE, 30, 30],
            [5, NONE, NONE, 8, NONE, 8],
            [7, 7, NONE, NONE, NONE, NONE],
        ]
    )
    found = fill_gaps(given, Ladder([0, 0, 0, 1], [0, 0, 0, 0], season=3))
    # c in month 1: class 10+30 -> 20+30, 5 * 50/40 = 6.25; month 2: 20+30 -> 20+60, 6.25 * 1.6 = 10.
    assert found.values[2] == pytest.approx([5, 6.25, 10, 8, 8 * 10 / 10, 8])
    # b in month 3: only a was seen in both (c was filled, not seen): 60 * 10/20 = 30.
    assert found.values[1, 3] == pytest.approx(30)
    # d has no class growth. Month 2: no year before, carried once. Then its own month a season ago by the
    # parent's matched sums: 7 (10+8)/(10+5), a and c; 7 (10+30)/(20+30), a and b; 7 (10+30)/(20+60), a and b.
    assert found.values[3] == pytest.approx([7, 7, 7, 8.4, 5.6, 3.5])
    assert [How(how) for how in found.how[3]] == [How.OBSERVED] * 2 + [How.CARRIED] + [How.LAST_YEAR] * 3
    assert (found.values[~np.isnan(given)] == given[~np.isnan(given)]).all()


def test_carried_at_most_once_running_and_nothing_before_the_first_return_or_after_the_last_due():
    alone = Ladder([0], [0])
    assert fill_gaps([[NONE, 4, NONE, NONE, 5, NONE]], alone).values[0] == pytest.approx(
        [NONE, 4, 4, NONE, 5, 5], nan_ok=True
    )
    closed = [[True] * 2 + [False] * 4]
    assert fill_gaps([[3, 4, NONE, NONE, NONE, NONE]], alone, closed).how[0, 2:].tolist() == [How.MISSING] * 4
    twice = fill_gaps([[4, NONE, NONE, NONE]], Ladder([0], [0], carry=2))
    assert twice.values[0] == pytest.approx([4, 4, 4, NONE], nan_ok=True)


def test_class_growth_of_unlike_units_is_made_in_value():
    # Tonnes at 1 and litres at 100 each: 10 t + 1 l -> 10 t + 2 l is 110 -> 210, and c grows by that.
    given = np.array([[10, 10], [1, 2], [11, NONE]])
    found = fill_gaps(given, Ladder([0, 0, 0], [0, 0, 0], value_of=[1.0, 100.0, 1.0]))
    assert found.values[2, 1] == pytest.approx(21)


def test_a_product_carried_on_by_its_successor():
    # The new one is worth 4/5 of the old in the overlap month; growth counts from there.
    assert bridged_product([10, 8, NONE], [NONE, 10, 15], 1) == pytest.approx([10, 8, 12])
    assert bridged_product([10, NONE, NONE], [NONE, 10, 15], 1) == pytest.approx(
        [10, NONE, NONE], nan_ok=True
    )


def test_a_new_product_enters_between_links_by_a_link_of_its_own():
    # b is new in month 2 with 20 % of class X; from month 2 on it counts with its own growth, 1.5.
    relatives = np.array([[1, 1.1, 1.0, 1.0], [NONE, NONE, NONE, 1.5], [1, 1, 1, 1], [1, 1, 1, 1]])
    start = [10.0, 0.0, 40.0, 50.0]
    before = monthly_chain(TREE, relatives[:, :3], {0: start})
    at_overlap = before.weights[TREE.leaves, 2] * before.relatives[TREE.leaves, 2]
    index = monthly_chain(TREE, relatives, {0: start, 3: with_entrant(at_overlap, 1, [0], 0.2)})
    assert index.levels[1] == pytest.approx([100, 110, 110, 110 * (0.8 + 0.2 * 1.5)])
    assert index.levels[0, :3] == pytest.approx([100, 101, 101])
    assert index.levels[0, 3] == pytest.approx(101 * (11 * 1.1 + 90) / 101)


def test_new_and_closed_products_leave_the_class_its_weight():
    assert with_entrant([60, 40, 0, 9], 2, [0, 1], 0.1) == pytest.approx([54, 36, 10, 9])
    assert without([60, 30, 10, 9], 2, [0, 1]) == pytest.approx([200 / 3, 100 / 3, 0, 9])
    assert without([60, 40, 0], 2, [0, 1]).tolist() == [60, 40, 0]
    with pytest.raises(IndexRefused):
        without([0, 5], 1, [0])
    with pytest.raises(IndexRefused):
        with_entrant([1, 0], 1, [0], 1.0)
