"""`production_index`: a fixed-base volume index, its comparisons from one level series, its contributions."""

from decimal import Decimal

import pytest
from tests.spec.world import CODELISTS, INDICATORS, WEIGHTS, recipe

from tongket.figures.compile.basket import layout_of
from tongket.figures.compile.context import RecipeRefused
from tongket.figures.methods.comparisons import percent_change, ratio_of_sums
from tongket.figures.methods.index_numbers.branches import WHOLE
from tongket.figures.observations.book import Book
from tongket.figures.observations.indices import index_of
from tongket.figures.observations.observation import Comparison, SeriesKey
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period

IIP = recipe("iip", "production_index", "basket", "quantity", parameters={"weights": "tv09"})
TV_09 = layout_of(IIP, {"tv09": WEIGHTS}, CODELISTS)
X, Y = (("activity", "X"),), (("activity", "Y"),)
A, B, C = ((("product", code),) for code in "abc")


def given(world, **months):
    """Quantities of a, b and c by month; None where nobody reported the product."""
    lines = ["area | period | product | value"]
    for month, quantities in months.items():
        period = month.removeprefix("m").replace("_", "-")
        pairs = zip("abc", quantities, strict=True)
        lines += [f"C1 | {period} | {code} | {value}" for code, value in pairs if value is not None]
    world.given("basket", "quantity", "\n".join(lines))


def tv_09(world):
    """TV-09, constructed: base months 100, 50, 200; now, the same month a year before, the month before."""
    given(world, m2020_10=(110, 45, 230), m2019_10=(104, 48, 205), m2020_09=(108, 46, 221))
    return world.compile(IIP)


def near(value, places=6):
    return pytest.approx(value, abs=0.5 * 10**-places)


def test_tv_09_levels_up_the_tree(world):
    levels = {code: float(value) for code, value in tv_09(world).at("2020-10").items()}
    assert levels == {
        "a": near(110), "b": near(90), "c": near(115), "X": near(102), "Y": near(115), "": near(111.1)
    }  # fmt: skip


def test_tv_09_on_every_base_of_comparison(world):
    answers = tv_09(world)
    book = Book(INDICATORS, answers.observations, {"iip": TV_09})
    whole, now = SeriesKey(IIP.definition, "14"), Period.parse("2020-10")
    assert float(answers.of()["2019-10"]) == near(101.99)
    assert float(answers.of()["2020-09"]) == near(107.83)
    growth = {base: book.figure(whole, now, base).value for base in Comparison if base in BASES}
    assert {base: float(value) for base, value in growth.items()} == {
        Comparison.SAME_PERIOD_LAST_YEAR: near(8.9322483),
        Comparison.PREVIOUS_PERIOD: near(3.0325512),
        Comparison.BASE_YEAR: near(11.1),
    }


BASES = {Comparison.SAME_PERIOD_LAST_YEAR, Comparison.PREVIOUS_PERIOD, Comparison.BASE_YEAR}


def test_tv_09_contributions_add_to_the_growth(world):
    answers = tv_09(world)
    book = Book(INDICATORS, answers.observations, {"iip": TV_09})
    whole, now = SeriesKey(IIP.definition, "14"), Period.parse("2020-10")
    points = {
        code: float(book.figure(whole.within(activity=code), now, Comparison.CONTRIBUTION).value)
        for code in "XY"
    }
    assert points == {"X": near(0.3529758), "Y": near(8.5792725)}
    growth = book.figure(whole, now, Comparison.SAME_PERIOD_LAST_YEAR).value
    assert sum(points.values()) == pytest.approx(float(growth), abs=1e-9)


def points(answers, now, before):
    """Contributions by node from the observations alone, one month or several on each side."""
    whole = SeriesKey(IIP.definition, "14")
    sides = ([Period.parse(month) for month in side] for side in (now, before))
    return index_of(TV_09, whole, answers.observations).contributions(*sides)


def test_contributions_to_the_previous_month_and_to_the_cumulated_months(world):
    given(
        world,
        m2019_01=(100, 40, 180), m2019_02=(90, 50, 210),
        m2020_01=(120, 45, 190), m2020_02=(80, 55, 230),
    )  # fmt: skip
    answers = world.compile(IIP)

    def whole(*months):
        return [answers.of()[month] for month in months]

    monthly = points(answers, ["2020-02"], ["2020-01"])
    growth = percent_change(*whole("2020-02", "2020-01"))
    assert float(monthly[X] + monthly[Y]) == pytest.approx(float(growth), abs=1e-9)
    assert float(monthly[A] + monthly[B]) == pytest.approx(float(monthly[X]), abs=1e-9)

    this_year, last_year = ("2020-01", "2020-02"), ("2019-01", "2019-02")
    cumulated = points(answers, this_year, last_year)
    ratio = ratio_of_sums(whole(*this_year), whole(*last_year))
    assert float(cumulated[WHOLE]) == pytest.approx(float(100 * (ratio - 1)), abs=1e-9)
    assert float(cumulated[A] + cumulated[B] + cumulated[C]) == pytest.approx(
        float(cumulated[WHOLE]), abs=1e-9
    )


def test_a_missing_product_leaves_its_weight_to_its_siblings(world):
    given(world, m2020_01=(110, None, 230))
    answers = world.compile(IIP)
    levels = answers.at("2020-01")
    assert float(levels["X"]) == near(110)
    assert float(levels[""]) == near(0.3 * 110 + 0.7 * 115)
    assert levels["b"] is Cause.NOT_ANSWERED
    assert answers.figures(product="b")["2020-01"].because["en"] == "none of its products was reported"


def test_a_missing_class_leaves_its_weight_to_the_others(world):
    given(world, m2020_01=(None, None, 230))
    levels = world.compile(IIP).at("2020-01")
    assert levels["X"] is Cause.NOT_ANSWERED
    assert float(levels[""]) == near(115)


def test_a_month_without_any_product_is_missing(world):
    given(world, m2020_01=(1, 1, 1), m2020_03=(1, 1, 1))
    world.returned("basket", {f"2020-{month:02d}": (3, 3) for month in (1, 2, 3)})
    assert world.compile(IIP).of()["2020-02"] is Cause.NOT_ANSWERED


def test_a_true_stop_is_a_zero_that_keeps_its_weight(world):
    given(world, m2020_01=(110, 0, 230))
    levels = world.compile(IIP).at("2020-01")
    assert (levels["b"], float(levels["X"])) == (0, near(66))


def test_a_month_with_returns_missing_has_no_level_at_any_node(world):
    given(world, m2020_01=(110, 45, 230))
    world.returned("basket", {"2020-01": (2, 3)})
    assert set(world.compile(IIP).at("2020-01").values()) == {Cause.NOT_ANSWERED}


def test_missing_products_keep_the_points_of_their_parent(world):
    """b is missing now, so it is taken to move as its class; the points still add."""
    given(world, m2019_01=(100, 50, 200), m2020_01=(120, None, 200))
    found = points(world.compile(IIP), ["2020-01"], ["2019-01"])
    assert float(found[A]) == near(0.3 * 0.6 * 20)
    assert float(found[B]) == near(0.3 * 0.4 * 20)
    assert float(found[WHOLE]) == near(6)


def test_growth_on_nothing_is_no_growth(world):
    given(world, m2019_01=(0, 0, 0), m2019_03=(1, 1, 1), m2020_01=(1, 1, 1))
    answers = world.compile(IIP)
    assert set(points(answers, ["2020-01"], ["2019-01"]).values()) == {Cause.ZERO_BASE}
    assert set(points(answers, ["2020-01"], ["2019-02"]).values()) == {Cause.NOT_ANSWERED}
    assert set(points(answers, [], []).values()) == {Cause.NOT_ANSWERED}
    assert percent_change(Decimal(1), Decimal(0)) is Cause.ZERO_BASE


def test_an_office_marks_its_own_index_as_experimental_where_the_recipe_says_so(world):
    given(world, m2020_01=(110, 45, 230))
    own = recipe(
        "iip", "production_index", "basket", "quantity", parameters={"weights": "tv09", "status": "G"}
    )
    assert world.compile(own).figures()["2020-01"].status is ObsStatus.EXPERIMENTAL


def test_answers_are_carried_up_the_tree(world):
    given(world, m2020_01=(110, 45, 230))
    figures = {
        "whole": world.compile(IIP).figures(),
        "X": world.compile(IIP).figures(activity="X"),
        "a": world.compile(IIP).figures(product="a"),
    }
    assert {name: of["2020-01"].answers for name, of in figures.items()} == {"whole": 3, "X": 2, "a": 1}


def test_yearly_quantities_make_no_monthly_index(world):
    world.given("basket", "quantity", "area | period | product | value\nC1 | 2020 | a | 1")
    with pytest.raises(RecipeRefused, match="12 months"):
        world.compile(IIP)
