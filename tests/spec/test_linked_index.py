"""An index whose weights change: the overlaps, the reference year, gaps, and who moved it across a link."""

from dataclasses import replace

import pytest
from tests.spec.world import CODELISTS, CONTEXT, INDICATORS, recipe

from tongket.figures.compile.basket import layout_of
from tongket.figures.compile.context import RecipeRefused
from tongket.figures.methods.index_numbers.branches import WeightsRefused
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Comparison, SeriesKey
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period

OVERLAPS = ("annual_overlap", "one_month", "over_the_year")
GROWTH, POINTS = Comparison.SAME_PERIOD_LAST_YEAR, Comparison.CONTRIBUTION


def index(weights=None, **more):
    parameters = {"weights": weights or ["tv09", "w2019"], **more}
    return recipe("iip", "production_index", "basket", "quantity", parameters=parameters)


def lines(quantities, *years):
    return [
        f"C1 | {year}-{month:02d} | {code} | {row[month - 1]}"
        for code, by_year in quantities.items()
        for year, row in zip(years, by_year, strict=True)
        for month in range(1, len(row) + 1)
        if row[month - 1] is not None
    ]


def given(world, quantities, *years):
    world.given(
        "basket", "quantity", "\n".join(["area | period | product | value", *lines(quantities, *years)])
    )


def two_years(world):
    """2019: a 100, in December 160; b 50 and c 200 all year. January 2020: a 126, the others as before.

    On the old weights 2019 stands at 100, December at 110.8, its mean at 100.9. On the new ones January
    2020 is 0.2 x 126 / 105 + 0.8 = 1.04 of the mean month of 2019.
    """
    given(
        world,
        {"a": [[100] * 11 + [160], [126]], "b": [[50] * 12, [50]], "c": [[200] * 12, [200]]},
        2019,
        2020,
    )


@pytest.mark.parametrize(
    ("link", "january"),
    [
        ("annual_overlap", 100.9 * 1.04),
        ("one_month", 110.8 * 1.04 / (0.2 * 160 / 105 + 0.8)),
        ("over_the_year", 100 * 1.04 / (0.2 * 100 / 105 + 0.8)),
    ],
)
def test_new_weights_are_hung_on_the_overlap_the_recipe_names(world, link, january):
    two_years(world)
    levels = world.compile(index(link=link)).of()
    assert [float(levels[month]) for month in ("2019-01", "2019-12")] == pytest.approx([100, 110.8])
    assert float(levels["2020-01"]) == pytest.approx(january)


def test_with_one_set_of_weights_every_link_gives_the_fixed_base(world):
    two_years(world)
    fixed = world.compile(index("tv09")).of()
    assert float(fixed["2020-01"]) == pytest.approx(100 * (0.3 * 0.6 * 1.26 + 0.82))
    for link in OVERLAPS:
        assert world.compile(index(["tv09"], link=link)).of() == fixed


def test_a_product_keeps_its_own_series_over_a_link(world):
    two_years(world)
    assert float(world.compile(index(link="annual_overlap")).of(product="a")["2020-01"]) == pytest.approx(126)


@pytest.mark.parametrize("link", OVERLAPS)
def test_points_add_up_across_the_link_from_the_stored_levels_alone(world, link):
    two_years(world)
    one = index(link=link)
    layout = layout_of(one, CONTEXT.weights, CODELISTS)
    book = Book(INDICATORS, world.compile(one).observations, {"iip": layout})
    whole, january = SeriesKey(one.definition, "14"), Period.parse("2020-01")
    growth = float(book.figure(whole, january, GROWTH).value)

    def points(**codes):
        return float(book.figure(whole.within(**codes), january, POINTS).value)

    assert points(activity="X") + points(activity="Y") == pytest.approx(growth, abs=1e-9)
    assert points(product="a") + points(product="b") == pytest.approx(points(activity="X"), abs=1e-9)
    assert points(product="a") == pytest.approx(growth, abs=1e-9)  # b and c stood still


def test_points_before_a_link_use_the_weights_of_their_year(world):
    given(
        world,
        {
            "a": [[100] * 12, [110] * 12, [110]],
            "b": [[50] * 12, [50] * 12, [50]],
            "c": [[200] * 12, [200] * 12, [200]],
        },
        2018,
        2019,
        2020,
    )
    one = index(link="annual_overlap")
    book = Book(
        INDICATORS, world.compile(one).observations, {"iip": layout_of(one, CONTEXT.weights, CODELISTS)}
    )
    part = SeriesKey(one.definition, "14").within(product="a")
    points = {
        year: float(book.figure(part, Period.parse(year), POINTS).value) for year in ("2019-06", "2020-01")
    }
    assert points == pytest.approx({"2019-06": 0.3 * 0.6 * 10, "2020-01": 0})


def test_a_recipe_that_took_over_on_other_weights_has_no_points_against_the_one_before(world):
    two_years(world)
    first = replace(index("tv09"), code="old")
    second = replace(index("w2019", reference_year=2019), code="new")
    seen = [one for one in world.compile(first).observations if one.period.start_year == 2019]
    seen += [one for one in world.compile(second).observations if one.period.start_year == 2020]
    baskets = {one.code: layout_of(one, CONTEXT.weights, CODELISTS) for one in (first, second)}
    part = SeriesKey(first.definition, "14").within(activity="X")
    found = Book(INDICATORS, tuple(seen), baskets).figure(part, Period.parse("2020-01"), POINTS)
    assert found.cause is Cause.NOT_COMPARABLE


def test_the_reference_year_is_a_hundred_at_every_node(world):
    two_years(world)
    bases = {"a": 105, "b": 50, "c": 200}
    later = CONTEXT.weights["w2019"]
    products = {code: replace(one, base_quantity=bases[code]) for code, one in later.products.items()}
    world.context = replace(CONTEXT, weights={**CONTEXT.weights, "w2019": replace(later, products=products)})
    one = world.compile(index(link="annual_overlap", reference_year=2019))
    for codes in ({}, {"activity": "X"}, {"activity": "Y"}, {"product": "a"}):
        levels = [float(level) for month, level in one.of(**codes).items() if month.startswith("2019")]
        assert sum(levels) / 12 == pytest.approx(100)
    assert float(one.of()["2020-01"]) == pytest.approx(104)


def test_an_overlap_year_that_is_not_whole_stops_the_chain_and_says_so(world):
    given(world, {"a": [[100] * 11, [126]], "b": [[50] * 11, [50]], "c": [[200] * 11, [200]]}, 2019, 2020)
    figure = world.compile(index(link="annual_overlap")).figures()["2020-01"]
    assert figure.cause is Cause.NOT_ANSWERED
    assert "the overlap year 2019 is not whole" in figure.because["en"]
    assert "năm gối đầu 2019" in figure.because["vi"]


def test_a_product_that_only_the_new_weights_know_comes_in_at_its_parents_level(world):
    """b is not in the old weights: until 2020 it moves nothing, then it weighs as the new ones say."""
    old = replace(
        CONTEXT.weights["tv09"], products={code: CONTEXT.weights["tv09"].products[code] for code in "ac"}
    )
    world.context = replace(CONTEXT, weights={**CONTEXT.weights, "tv09": old})
    given(world, {"a": [[100] * 12, [100]], "b": [[40] * 12, [60]], "c": [[200] * 12, [200]]}, 2019, 2020)
    levels = world.compile(index(link="annual_overlap"))
    assert [float(levels.of()[month]) for month in ("2019-12", "2020-01")] == pytest.approx(
        [100, 100 * (0.2 + 0.2 * 1.5 + 0.6)]
    )


def test_a_product_is_measured_on_one_kind_of_base(world):
    """Measured on the mean of 2019 in the facts, a has no place on the base that the older weights give."""
    two_years(world)
    with pytest.raises(WeightsRefused, match="Product a is measured on the facts of the base year 2019"):
        world.compile(index(link="annual_overlap", reference_year=2019))


@pytest.mark.parametrize(
    ("gaps", "level"),
    [
        ("parental", None),
        ("carry_forward", 60),
        ("class_growth", 60 * 110 / 100),
        ("last_year", 48 * (0.18 * 1.1 + 0.7) / (0.18 * 0.8 + 0.7)),
    ],
)
def test_a_product_nobody_reported_is_filled_as_the_recipe_says_and_marked(world, gaps, level):
    """b is missing in February 2020: its class grew by a tenth, the whole in a year from 0.844 to 0.898."""
    given(
        world,
        {"a": [[80, 80], [100, 110]], "b": [[48, 48], [60, None]], "c": [[200, 200], [200, 200]]},
        2019,
        2020,
    )
    answers = world.compile(index("tv09", gaps=gaps))
    found = answers.figures(product="b")["2020-02"]
    whole = answers.figures()["2020-02"]
    if level is None:
        assert (found.cause, whole.status) == (Cause.NOT_ANSWERED, ObsStatus.NORMAL)
    else:
        assert float(found.value) == pytest.approx(100 * level / 50)
        assert (found.status, whole.status) == (ObsStatus.IMPUTED, ObsStatus.IMPUTED)
        x = 0.6 * 110 + 0.4 * 100 * level / 50
        assert float(whole.value) == pytest.approx(0.3 * x + 0.7 * 100)


def test_a_month_with_returns_missing_is_not_filled(world):
    given(world, {"a": [[100, 110]], "b": [[60]], "c": [[200, 200]]}, 2020)
    world.returned("basket", {"2020-01": (3, 3), "2020-02": (2, 3)})
    assert world.compile(index("tv09", gaps="late_return")).of()["2020-02"] is Cause.NOT_ANSWERED


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"weights": ["tv09", "w2019"]}, "one set of weights; here are: tv09, w2019"),
        ({"weights": ["tv09", "w2019"], "link": "monthly"}, "fixed_base, annual_overlap, one_month"),
        ({"weights": ["tv09", "tv09"], "link": "one_month"}, "or a list of them"),
        ({"weights": [], "link": "one_month"}, "or a list of them"),
        ({"weights": "tv09", "reference_year": 2018}, "Base years: 2015"),
        ({"weights": "tv09", "reference_year": "2015"}, "a base year of the weights"),
        (
            {"weights": "tv09", "gaps": "zero"},
            "parental, class_growth, last_year, carry_forward, late_return",
        ),
    ],
)
def test_what_cannot_be_linked_is_refused(world, parameters, sentence):
    one = recipe("iip", "production_index", "basket", "quantity", parameters=parameters)
    with pytest.raises((RecipeRefused, WeightsRefused), match=sentence):
        world.compile(one)


def test_a_code_that_would_stand_for_two_products_is_refused(world):
    nested = replace(CODELISTS["basket"], items={**CODELISTS["basket"].items})
    nested.items["b"] = replace(nested.items["b"], parent="a")
    world.context = replace(CONTEXT, codelists={**CODELISTS, "basket": nested})
    with pytest.raises(RecipeRefused, match="product b lies under a"):
        world.compile(index("tv09"))
