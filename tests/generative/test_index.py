"""Properties of an index compiled from weights (METHODS §9.3, 1-4 and 6) on generated trees, with gaps."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.spec.world import listed

from tongket.figures.facts.columns import DECIMALS
from tongket.figures.methods.comparisons import cumulated_change, percent_change
from tongket.figures.methods.index_numbers.basket import Link, basket
from tongket.figures.methods.index_numbers.branches import WHOLE
from tongket.figures.methods.index_numbers.levels import index, measured
from tongket.figures.methods.index_numbers.links import Overlap
from tongket.figures.methods.weights import IndexWeights, ProductWeight
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

# Sections A and B; divisions a1, a2, b1; classes under them. The product p11 stands alone in its class.
ACTIVITIES = listed(
    "activities", "A", "B", "a1 < A", "a2 < A", "b1 < B", "a11 < a1", "a12 < a1", "a21 < a2", "b11 < b1"
)
CLASS_OF = {"p11": "a11", "p12": "a12", "q12": "a12", "p21": "a21", "q21": "a21", "r": "b11", "s": "b11"}
POSITIVE = st.floats(0.01, 1000)
QUANTITY = st.floats(0, 10_000).map(lambda quantity: round(quantity, DECIMALS))
MONTHS = 3


@st.composite
def weights(draw):
    activities = {code: draw(POSITIVE) for code in ACTIVITIES.items}
    products = {
        code: ProductWeight(activity, draw(POSITIVE), draw(POSITIVE)) for code, activity in CLASS_OF.items()
    }
    return IndexWeights("w", 2015, "activities", activities, products, Text.same("generated"))


@st.composite
def chains(draw):
    """Two sets of weights, the later one without one product of the earlier, linked by any overlap."""
    first, second = draw(weights()), draw(weights())
    left = {code: one for code, one in second.products.items() if code != "q12"}
    later = replace(second, code="v", base_year=2018, products=left)
    link = draw(st.sampled_from([one for one in Link if one is not Link.FIXED_BASE]))
    return basket([first, later], ACTIVITIES, link=link, reference_year=draw(st.sampled_from([2015, 2018])))


def quantities(value=QUANTITY, gaps=True):
    month = st.none() | value if gaps else value
    return st.fixed_dictionaries(
        {code: st.lists(month, min_size=MONTHS, max_size=MONTHS) for code in CLASS_OF}
    )


def node(code):
    return ((("product" if code in CLASS_OF else "activity"), code),)


def indexed(chosen, *years, first_year=2020):
    """The index of a basket from quantities by code, one mapping a year."""
    volumes = np.array(
        [
            [[np.nan if q is None else q for q in year[node[0][1]]] for year in years]
            for node in chosen.products
        ]
    )
    return index(chosen, first_year, measured(chosen, first_year, volumes))


def levels(given_weights, given_quantities):
    """Every node's levels by code; the whole is `""`."""
    chosen = basket([given_weights], ACTIVITIES)
    found = indexed(chosen, given_quantities).levels[:, 0]
    return {(n[0][1] if n else ""): row for n, row in zip(chosen.nodes, found, strict=True)}


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
    chosen, found = basket([w], ACTIVITIES), levels(w, q)
    shares = dict(zip(chosen.products, chosen.weight_years[0].shares, strict=True))
    one_step = sum(share * found[product[0][1]] for product, share in shares.items())
    assert np.allclose(found[""], one_step)
    assert sum(shares.values()) == pytest.approx(1)


@given(weights(), quantities())
def test_every_level_lies_between_its_childrens(w, q):
    tree = basket([w], ACTIVITIES)
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


def number(level):
    return None if np.isnan(level) else exact(float(level))


def months(year, base):
    return [Period.month(year, month) for month in ((1,) if base == "month" else (1, 2, 3))]


def assert_additive(made, now, before):
    """The points are the growth at the whole, and those of children add to their parent's."""
    points = made.contributions(now, before)
    whole = made.chain.levels[0]
    sides = [
        [number(whole[m.start_year - made.first_year, m.start_month - 1]) for m in side]
        for side in (now, before)
    ]
    growth = percent_change(*(side[0] for side in sides)) if len(now) == 1 else cumulated_change(*sides)
    if isinstance(growth, Cause):
        assert set(points.values()) == {growth}
        return
    # An index that has all but vanished makes points of any size; their sum is right to its own size.
    assume(min(sides[1]) > Decimal("0.001"))
    tolerance = 1e-9 * max(1.0, *(abs(float(point)) for point in points.values()))
    assert float(points[WHOLE]) == pytest.approx(float(growth), abs=tolerance)
    for parent in made.basket.nodes:
        if children := made.basket.children(parent):
            total = sum(float(points[child]) for child in children)
            assert total == pytest.approx(float(points[parent]), abs=tolerance)


BASES = st.sampled_from(["month", "cumulated"])


@settings(max_examples=150)
@given(weights(), quantities(), quantities(), BASES)
def test_6_contributions_add_to_the_growth_on_every_base(w, now, before, base):
    made = indexed(basket([w], ACTIVITIES), before, now)
    assert_additive(made, months(2021, base), months(2020, base))


@settings(max_examples=150)
@given(chains(), st.lists(quantities(value=st.floats(1, 10_000)), min_size=4, max_size=4), BASES)
def test_6_contributions_add_across_links_whichever_the_overlap(chosen, years, base):
    """New weights in 2019: growth before, across and after the link, with gaps and a product that leaves."""
    made = indexed(chosen, *years, first_year=2017)
    for year in (2018, 2019, 2020):
        assert_additive(made, months(year, base), months(year - 1, base))


@given(chains(), st.lists(quantities(value=st.floats(1, 10_000)), min_size=4, max_size=4))
def test_an_index_is_put_together_again_from_the_levels_of_its_products(chosen, years):
    made = indexed(chosen, *years, first_year=2017)
    again = index(chosen, 2017, made.levels[chosen.tree.leaves])
    assert np.array_equal(again.levels, made.levels, equal_nan=True)


@given(chains(), st.lists(quantities(value=st.floats(1, 10_000), gaps=False), min_size=4, max_size=4))
def test_the_overlap_is_told_alike_on_both_sets_of_weights(chosen, years):
    """Annual: the year's mean; one month: December; over the year: every month of it."""
    made = indexed(chosen, *years, first_year=2017)
    old, new = (
        np.einsum("i,imt->mt", one.shares, quotients(chosen, one, years)) for one in chosen.weight_years
    )
    ratio = made.levels[0, 2:] / new[2:]
    overlap = {
        Overlap.ANNUAL: lambda rows: rows[1].mean(),
        Overlap.ONE_MONTH: lambda rows: rows[1, -1],
        Overlap.OVER_THE_YEAR: lambda rows: rows[1],
    }[chosen.overlap]
    assert np.allclose(ratio * overlap(new), overlap(made.levels[0]), rtol=1e-9)
    assert np.allclose(made.levels[0, :2] / old[:2], made.levels[0, 0, 0] / old[0, 0], rtol=1e-9)


def quotients(chosen, one, years):
    bases = np.where(one.shares > 0, one.bases, 1.0)
    rows = np.array([[year[node[0][1]] for year in years] for node in chosen.products], dtype=float)
    return rows / bases[:, np.newaxis, np.newaxis]
