"""A return that is out empties the areas it belongs to, and no others."""

from dataclasses import replace

from tests.spec.world import recipe

from tongket.figures.compile.context import Answered, Due
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period

EVERYWHERE = ("province", "district", "commune")
MONTH, FEBRUARY = Period.parse("2020-01"), Period.parse("2020-02")
POWER = recipe("retail", "total", "retail", "turnover", levels=EVERYWHERE)
RATE = recipe(
    "rate", "ratio", "village", "electrified", levels=EVERYWHERE, parameters={"denominator": "households"}
)


def one_is_out(world, dataflow, *answered):
    """Four are due in January: r1 and r2 in C1, r3 in C2, r4 in C3; those named have answered."""
    due = tuple(
        Due(name, area, name in answered)
        for name, area in (("r1", "C1"), ("r2", "C1"), ("r3", "C2"), ("r4", "C3"))
    )
    world.returned(dataflow, {"2020-01": (len(answered), 4), "2020-02": (4, 4)})
    world.context = replace(world.context, due={dataflow: {MONTH: due}})


def sold(world, *answered):
    places = {"r1": "C1", "r2": "C1", "r3": "C2", "r4": "C3"}
    lines = [f"{places[one]} | 2020-01 | {one} | 1000" for one in answered]
    lines += [f"{place} | 2020-02 | {one} | 1000" for one, place in places.items()]
    world.given("retail", "turnover", "\n".join(["area | period | reporter | value", *lines]))


def test_areas_whose_own_returns_are_in_have_their_figure(world):
    one_is_out(world, "retail", "r1", "r3", "r4")
    sold(world, "r1", "r3", "r4")
    answers = world.compile(POWER)
    january = {area: answers.of(area)["2020-01"] for area in ("14", "D1", "D2", "C1", "C2", "C3")}
    assert january == {
        **dict.fromkeys(("14", "D1", "C1"), Cause.NOT_ANSWERED), **dict.fromkeys(("D2", "C2", "C3"), 1)
    }  # fmt: skip


def test_the_sentence_counts_the_returns_of_the_area_itself(world):
    one_is_out(world, "retail", "r1", "r3", "r4")
    sold(world, "r1", "r3", "r4")
    answers = world.compile(POWER)
    said = {area: answers.figures(area)["2020-01"].because["en"] for area in ("14", "D1", "C1")}
    assert said == {
        "14": "3 of 4 returns are in", "D1": "2 of 3 returns are in", "C1": "1 of 2 returns are in"
    }  # fmt: skip


def test_an_area_that_is_complete_and_reports_nothing_has_a_true_zero(world):
    one_is_out(world, "retail", "r1", "r4")
    sold(world, "r1", "r4")
    world.context = replace(
        world.context,
        due={"retail": {MONTH: (Due("r1", "C1", True), Due("r3", "C2", False), Due("r4", "C3", True))}},
    )
    answers = world.compile(replace(POWER, levels=("district", "commune")))
    assert answers.of("C1")["2020-01"] == 1
    assert answers.of("C2")["2020-01"] is Cause.NOT_ANSWERED


def test_the_year_of_a_complete_area_is_there_and_the_province_says_which_month_it_lacks(world):
    one_is_out(world, "retail", "r1", "r2", "r3")
    sold(world, "r1", "r2", "r3")
    world.returned("retail", {"2020-01": (3, 4), **{f"2020-{month:02d}": (4, 4) for month in range(2, 13)}})
    answers = world.compile(POWER)
    assert answers.of("D1")["2020"] == 6
    assert answers.of("D2")["2020"] is Cause.NOT_ANSWERED
    assert "2020-01 (0 of 1 returns are in)" in answers.figures("D2")["2020"].because["en"]


def test_a_rate_is_told_where_its_own_villages_are_in(world):
    world.returned("village", {"2020": (2, 3)})
    due = (Due("C1a", "C1a", True), Due("C2a", "C2a", False), Due("C3a", "C3a", True))
    world.context = replace(world.context, due={"village": {Period.parse("2020"): due}})
    lines = [
        f"{code} | 2020 | {measure} | {value}"
        for code in ("C1a", "C3a")
        for measure, value in (("households", 100), ("electrified", 93))
    ]
    world.given("village", "", "\n".join(["area | period | measure | value", *lines]))
    answers = world.compile(RATE)
    rates = {area: answers.of(area)["2020"] for area in ("14", "D1", "C1", "D2")}
    assert rates == {"14": Cause.NOT_ANSWERED, "D1": Cause.NOT_ANSWERED, "C1": 93, "D2": 93}


def test_without_a_list_of_who_is_due_nowhere_is_complete(world):
    sold(world, "r1", "r3", "r4")
    world.returned("retail", {"2020-01": (3, 4), "2020-02": (4, 4)})
    assert world.compile(POWER).of("C3")["2020-01"] is Cause.NOT_ANSWERED


def test_the_counts_of_an_area_are_its_own_and_the_homes_are_the_dataflow_s(world):
    one_is_out(world, "retail", "r1", "r3", "r4")
    covered = world.context.covered("retail", "D1")
    assert (covered[MONTH], covered[FEBRUARY]) == (Answered(3, 2), Answered(4, 4))
    assert world.context.covered("retail", "14")[MONTH] == Answered(4, 3)
