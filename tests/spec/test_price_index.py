"""`price_index`: elementary indices of matched prices, weighted up the tree on the mean of the base year."""

from dataclasses import replace

import pytest
from tests.spec.world import CODELISTS, CONTEXT, INDICATORS, recipe

from tongket.figures.compile.basket import layout_of
from tongket.figures.compile.context import RecipeRefused
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Comparison, SeriesKey
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period


def prices(**parameters):
    return recipe(
        "iip",
        "price_index",
        "basket",
        "price",
        parameters={"weights": "w2019", "reference_year": 2019, **parameters},
    )


def given(world, table):
    """Prices by product and reporter: a row of 2019, the same in all its months, then January 2020."""
    rows = ["area | period | reporter | product | value"]
    for (product, reporter), (base, january) in table.items():
        months = {f"2019-{month:02d}": base for month in range(1, 13)} | {"2020-01": january}
        rows += [
            f"C1 | {m} | {reporter} | {product} | {price}" for m, price in months.items() if price is not None
        ]
    world.given("basket", "price", "\n".join(rows))


PRICES = {
    ("a", "r1"): (10, 12), ("a", "r2"): (20, 18), ("b", "r1"): (5, 5), ("c", "r3"): (100, 110),
}  # fmt: skip


@pytest.mark.parametrize(
    ("elementary", "a"),
    [("jevons", (1.2 * 0.9) ** 0.5), ("dutot", 30 / 30), ("carli", (1.2 + 0.9) / 2)],
)
def test_the_elementary_formula_is_the_recipe_s(world, elementary, a):
    given(world, PRICES)
    answers = world.compile(prices(elementary=elementary))
    assert float(answers.of(product="a")["2020-01"]) == pytest.approx(100 * a)
    assert float(answers.of()["2020-01"]) == pytest.approx(100 * (0.2 * a + 0.2 + 0.6 * 1.1))
    assert float(answers.of()["2019-07"]) == pytest.approx(100)


def test_a_reporter_that_stays_away_is_not_compared_with_another(world):
    """r2, who is dearer, does not answer: the product moves as r1 alone, and the points add up."""
    given(world, {**PRICES, ("a", "r2"): (20, None)})
    answers = world.compile(prices())
    assert float(answers.of(product="a")["2020-01"]) == pytest.approx(120)
    layout = layout_of(prices(), CONTEXT.weights, CODELISTS)
    book, month = Book(INDICATORS, answers.observations, {"iip": layout}), Period.parse("2020-01")
    whole = SeriesKey(prices().definition, "14")
    growth = float(book.figure(whole, month, Comparison.SAME_PERIOD_LAST_YEAR).value)
    points = [
        float(book.figure(whole.within(product=code), month, Comparison.CONTRIBUTION).value) for code in "abc"
    ]
    assert points == pytest.approx([4, 0, 6])
    assert sum(points) == pytest.approx(growth)


def test_a_month_with_returns_missing_has_no_level_but_carries_the_chain(world):
    given(world, PRICES)
    world.given(
        "basket", "price",
        "area | period | reporter | product | value\nC1 | 2020-02 | r1 | a | 24\nC1 | 2020-03 | r1 | a | 24",
    )  # fmt: skip
    counted = {f"2019-{month:02d}": (3, 3) for month in range(1, 13)}
    world.returned("basket", {**counted, "2020-01": (3, 3), "2020-02": (2, 3), "2020-03": (3, 3)})
    found = world.compile(prices()).of(product="a")
    assert found["2020-02"] is Cause.NOT_ANSWERED
    assert float(found["2020-03"]) == pytest.approx(2 * float(found["2020-01"]))


def test_a_base_quantity_is_no_price(world):
    with pytest.raises(RecipeRefused, match="Leave the column base_quantity empty"):
        world.compile(replace(prices(), parameters={"weights": "tv09"}))
