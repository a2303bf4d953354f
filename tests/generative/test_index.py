"""Properties of a fixed-base index (METHODS §9.3, 1-4 and 6) on generated trees, with gaps."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.spec.world import listed

from tongket.figures.methods.comparisons import cumulated_change, percent_change
from tongket.figures.methods.index import WHOLE, contributions, index_tree, production_index
from tongket.figures.methods.weights import IndexWeights, ProductWeight
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

# Sections A and B; divisions a1, a2, b1; classes under them. The product p11 stands alone in its class.
ACTIVITIES = listed(
    "activities", "A", "B", "a1 < A", "a2 < A", "b1 < B", "a11 < a1", "a12 < a1", "a21 < a2", "b11 < b1"
)
CLASS_OF = {"p11": "a11", "p12": "a12", "q12": "a12", "p21": "a21", "q21": "a21", "r": "b11", "s": "b11"}
POSITIVE = st.floats(0.01, 1000)
QUANTITY = st.floats(0, 10_000)
MONTHS = 3


@st.composite
def weights(draw):
    activities = {code: draw(POSITIVE) for code in ACTIVITIES.items}
    products = {
        code: ProductWeight(activity, draw(POSITIVE), draw(POSITIVE)) for code, activity in CLASS_OF.items()
    }
    return IndexWeights("w", 2015, "activities", activities, products, Text.same("generated"))


def quantities(value=QUANTITY, gaps=True):
    month = st.none() | value if gaps else value
    return st.fixed_dictionaries(
        {code: st.lists(month, min_size=MONTHS, max_size=MONTHS) for code in CLASS_OF}
    )


def node(code):
    return ((("product" if code in CLASS_OF else "activity"), code),)


def levels(given_weights, given_quantities):
    """Every node's levels by code; the whole is `""`."""
    tree = index_tree(given_weights, ACTIVITIES)
    rows = {
        node(code): np.array([np.nan if q is None else q for q in month])
        for code, month in given_quantities.items()
    }
    found = production_index(tree, rows)
    return {(n[0][1] if n else ""): row for n, row in zip(tree.nodes, found, strict=True)}


def close(left, right):
    return all(np.allclose(left[code], right[code], rtol=1e-9, equal_nan=True) for code in left)


@given(weights(), st.floats(0.01, 100))
def test_1_equal_quantities_give_100_everywhere(w, factor):
    base = {code: [product.base_quantity] * MONTHS for code, product in w.products.items()}
    assert all(np.allclose(row, 100) for row in levels(w, base).values())


@given(weights(), quantities(), st.floats(0.001, 1000))
def test_1_another_unit_of_measure_changes_nothing(w, q, factor):
    coffee = w.products["p12"]
    rescaled = {**w.products, "p12": replace(coffee, base_quantity=coffee.base_quantity * factor)}
    more = {**q, "p12": [None if value is None else value * factor for value in q["p12"]]}
    assert close(levels(w, q), levels(replace(w, products=rescaled), more))


@given(weights(), quantities(), st.floats(0.001, 1000))
def test_2_scaling_all_weights_changes_nothing(w, q, factor):
    activities = {code: value * factor for code, value in w.activities.items()}
    products = {code: replace(p, weight=p.weight * factor) for code, p in w.products.items()}
    assert close(levels(w, q), levels(replace(w, activities=activities, products=products), q))


@given(weights(), quantities())
def test_3_the_mean_of_one_child_is_the_child(w, q):
    found = levels(w, q)
    assert np.allclose(found["a11"], found["p11"], equal_nan=True)
    assert np.allclose(found["B"], found["b11"], equal_nan=True)


@given(weights(), quantities(gaps=False))
def test_4_many_levels_are_one_step_with_weights_carried_down(w, q):
    tree, found = index_tree(w, ACTIVITIES), levels(w, q)
    carried = {
        n[0][1]: share for n, share in zip(tree.nodes, tree.carried, strict=True) if n in tree.base_quantities
    }
    one_step = sum(share * found[code] for code, share in carried.items())
    assert np.allclose(found[""], one_step)
    assert sum(carried.values()) == pytest.approx(1)


@given(weights(), quantities())
def test_every_level_lies_between_its_childrens(w, q):
    tree = index_tree(w, ACTIVITIES)
    found = levels(w, q)
    for parent in tree.nodes:
        if children := tree.children(parent):
            rows = np.array([found[child[0][1]] for child in children])
            for month in range(MONTHS):
                known = rows[:, month][~np.isnan(rows[:, month])]
                level = found[parent[0][1] if parent else ""][month]
                assert np.isnan(level) == (known.size == 0)
                if known.size:
                    assert known.min() * (1 - 1e-9) <= level <= known.max() * (1 + 1e-9)


def as_levels(w, found):
    """What an observation holds: decimals, None where there is no level."""
    return {
        node(code): [None if np.isnan(v) else exact(float(v)) for v in found[code]] for code in w.products
    }


@settings(max_examples=150)
@given(weights(), quantities(), quantities(), st.sampled_from(["month", "cumulated"]))
def test_6_contributions_add_to_the_growth_on_every_base(w, now, before, base):
    tree, these, those = index_tree(w, ACTIVITIES), levels(w, now), levels(w, before)
    span = slice(0, 1) if base == "month" else slice(0, MONTHS)
    left, right = ({n: row[span] for n, row in as_levels(w, side).items()} for side in (these, those))
    points = contributions(tree, left, right)
    wholes = [[None if np.isnan(v) else exact(float(v)) for v in side[""][span]] for side in (these, those)]
    growth = percent_change(wholes[0][0], wholes[1][0]) if base == "month" else cumulated_change(*wholes)
    if isinstance(growth, Cause):
        assert set(points.values()) == {growth}
        return
    # An index that has all but vanished makes points of any size; their sum is right to its own size.
    assume(min(wholes[1]) > Decimal("0.001"))
    tolerance = 1e-9 * max(1.0, *(abs(float(point)) for point in points.values()))
    assert float(points[WHOLE]) == pytest.approx(float(growth), abs=tolerance)
    for parent in tree.nodes:
        if children := tree.children(parent):
            total = sum(float(points[child]) for child in children)
            assert total == pytest.approx(float(points[parent]), abs=tolerance)
