"""A total estimated from a sample by stratum, with its CV and interval; non-response, domains, take-all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.spec.world import recipe

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.methods.estimation.frame import DrawnUnit, Frame, FrameStratum
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.words import Text

HEAD = "reporter | area | period | group | value"
# TV-10: 400 units with an auxiliary of 9800 in all, five of them drawn.
Y = dict(zip("abcde", (12, 30, 7, 55, 21), strict=True))
X = dict(zip("abcde", (10, 26, 8, 50, 20), strict=True))
PLACES = dict(zip("abcde", ("C1", "C1", "C2", "C3", "C3"), strict=True))


def frame(strata, units, synthetic=False):
    return Frame("shops", date(2019, 12, 31), strata, units, Text("Dàn mẫu", "A frame"), synthetic)


TV10 = frame(
    {"h": FrameStratum(400, Decimal(9800))},
    {code: DrawnUnit("h", Decimal(x), area=PLACES[code]) for code, x in X.items()},
)


def given(world, design, answers, period="2020-01", group="food"):
    """Answers in billion VND by unit; one group each."""
    world.context = replace(world.context, frames={"shops": design})
    lines = [f"{unit} | {PLACES[unit]} | {period} | {group} | {1000 * y}" for unit, y in answers.items()]
    world.given("retail", "turnover", "\n".join([HEAD, *lines]))


def by(estimator, **more):
    parameters = {"frame": "shops", "estimator": estimator, **more.pop("parameters", {})}
    return recipe("retail", "survey_total", "retail", "turnover", parameters=parameters, **more)


@pytest.mark.parametrize(
    ("estimator", "total", "cv", "error"),
    [("ratio", 10745.61, 2.239, 240.643), ("expansion", 10000, 33.66, 3366.0)],
)
def test_tv_10(world, estimator, total, cv, error):
    given(world, TV10, Y)
    figure = world.compile(by(estimator)).figures()["2020-01"]
    assert float(figure.value) == pytest.approx(total, abs=0.005)
    assert float(figure.variation) == pytest.approx(cv, abs=0.005)
    assert float(figure.margin.error) == pytest.approx(error, abs=0.5)
    assert float(figure.margin.high - figure.margin.low) == pytest.approx(2 * 1.96 * error, rel=2e-4)
    assert (figure.status, figure.answers, figure.margin.confidence) == (ObsStatus.NORMAL, 5, Decimal("0.95"))
    assert (
        "5 of 5 units drawn have answered, of a population of 400 (A frame, 2019-12-31)"
        in figure.because["en"]
    )


def test_another_confidence_widens_the_interval_and_a_large_cv_is_marked(world):
    given(world, TV10, Y)
    wide = by("expansion", parameters={"confidence": 0.99, "unreliable_above": 30})
    figure = world.compile(wide).figures()["2020-01"]
    assert float(figure.margin.high - figure.value) == pytest.approx(2.5758 * 3366.0, rel=2e-4)
    assert figure.status is ObsStatus.LOW_RELIABILITY


def test_answers_that_are_not_in_weigh_on_those_of_their_class(world):
    """Of class 1 (a, b) only a answered 12, of class 2 (c, d, e) all: 400/5 x (2 x 12 + 7 + 55 + 21)."""
    classes = {
        code: replace(unit, response_class="1" if code in "ab" else "2") for code, unit in TV10.units.items()
    }
    given(world, replace(TV10, units=classes), {code: y for code, y in Y.items() if code != "b"})
    figure = world.compile(by("expansion")).figures()["2020-01"]
    assert figure.value == 80 * (24 + 83)
    assert (figure.status, figure.answers, figure.margin) == (ObsStatus.ESTIMATED, 4, None)
    assert "some units did not answer" in figure.because["en"]


def test_a_take_all_stratum_adds_no_variance(world):
    """d is the one large shop; the four others stand for 40."""
    strata = {"large": FrameStratum(1), "small": FrameStratum(40)}
    units = {code: DrawnUnit("large" if code == "d" else "small") for code in "abcde"}
    given(world, frame(strata, units), Y)
    figure = world.compile(by("expansion")).figures()["2020-01"]
    assert figure.value == 55 + 10 * (12 + 30 + 7 + 21)
    # 40^2 (1 - 4/40) s^2 / 4 with s^2 = 103 for 12, 30, 7, 21.
    assert float(figure.margin.error) ** 2 == pytest.approx(360 * 103, rel=1e-9)


def test_domains_by_group_and_by_area_add_to_the_whole(world):
    given(world, TV10, {code: Y[code] for code in "abc"}, group="food")
    given(world, TV10, {code: Y[code] for code in "de"}, group="cloth")
    made = world.compile(
        by(
            "expansion",
            breakdowns=((), ("group",)),
            levels=("province", "district"),
            where={"group": ("goods",)},
        )
    )
    parts = made.at("2020-01")
    assert (parts["food"], parts["cloth"], parts[""]) == (80 * 49, 80 * 76, 10000)
    districts = [made.figures(code)["2020-01"] for code in ("D1", "D2")]
    assert [figure.value for figure in districts] == [80 * 49, 80 * 76]
    assert all(figure.margin is not None for figure in districts)


def test_growth_is_that_of_the_units_in_both_months(world):
    """February is carried by a and c, 38 over 19: twice January. In January all five were expanded."""
    given(world, TV10, Y, "2020-01")
    given(world, TV10, {"a": 20, "c": 18}, "2020-02")
    figures = world.compile(by("matched_growth")).figures()
    assert (figures["2020-01"].value, figures["2020-02"].value) == (10000, 20000)
    assert figures["2020-02"].margin is None
    assert "answered in both" in figures["2020-02"].because["en"]


def test_the_year_adds_its_months_and_its_error_is_no_larger_than_theirs_together(world):
    for month in range(1, 13):
        given(world, TV10, Y, f"2020-{month:02d}")
    figures = world.compile(by("expansion")).figures()
    month, year = figures["2020-01"], figures["2020"]
    assert year.value == 12 * month.value
    assert float(year.margin.error) == pytest.approx(12 * float(month.margin.error))


def test_a_year_with_a_month_missing_is_absent(world):
    given(world, TV10, Y)
    assert world.compile(by("expansion")).of()["2020"] is Cause.NOT_DUE


def test_a_stratum_nobody_answered_in_leaves_the_total_absent(world):
    strata = {"h": FrameStratum(5, group="1"), "other": FrameStratum(9, group="2")}
    units = {code: DrawnUnit("other" if code == "e" else "h") for code in "abcde"}
    given(world, frame(strata, units), {code: Y[code] for code in "abcd"})
    figure = world.compile(by("expansion")).figures()["2020-01"]
    assert figure.cause is Cause.NOT_ANSWERED
    assert "a stratum has no answer" in figure.because["en"]


def test_who_was_not_drawn_stands_for_nobody_and_a_made_up_frame_says_so(world):
    design = frame(TV10.strata, {code: TV10.units[code] for code in "abcd"}, synthetic=True)
    given(world, design, Y)
    figure = world.compile(by("expansion")).figures()["2020-01"]
    assert figure.value == 100 * (12 + 30 + 7 + 55)
    assert figure.because["en"].startswith("SYNTHETIC FRAME: ")
    assert "1 units outside the sample are left out" in figure.because["en"]


def test_what_cannot_be_is_refused(world):
    given(world, TV10, Y)
    with pytest.raises(RecipeRefused, match=r"no frame “none”\. There are: shops"):
        world.compile(by("ratio", parameters={"frame": "none"}))
    nowhere = replace(TV10, units={**TV10.units, "a": replace(TV10.units["a"], area="")})
    world.context = replace(world.context, frames={"shops": nowhere})
    with pytest.raises(RecipeRefused, match="the unit “a” of the frame “shops” lies in no area"):
        world.compile(by("ratio", levels=("province", "district")))
    of_items = recipe("power", "survey_total", "industry", "quantity", parameters={"frame": "shops"})
    with pytest.raises(RecipeRefused, match="in the unit of each item"):
        world.compile(of_items)
