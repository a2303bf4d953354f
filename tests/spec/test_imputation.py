"""A recipe's `impute`: what stands for a return that is out, who is asked instead, and how it is told."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.spec.world import recipe

from tongket.figures.compile.context import Due, RecipeRefused
from tongket.figures.compile.lineage import inputs
from tongket.figures.methods.imputation.policy import Policy, RangeRule
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period

LADDER = Policy(
    code="small",
    rungs=("ratio_to_previous", "class_mean"),
    classes=(("kind", "commune"), ("kind",), ()),
    least_donors=2,
    take_all_share=Decimal("0.5"),
    range=RangeRule(12, 3, Decimal("0.1")),
    reference="constructed",
)
SHOPS = recipe(
    "retail", "total", "retail", "turnover",
    breakdowns=((), ("group",)), levels=("province", "commune"), parameters={"impute": "small"},
)  # fmt: skip
FEBRUARY = Period.parse("2020-02")


def shops(world, january, february):
    """Turnover of each shop in million; None where its return is out. The first letter is the kind."""
    lines = ["area | period | reporter | group | value"]
    for period, sold in (("2020-01", january), ("2020-02", february)):
        for shop, (area, value) in sold.items():
            lines += [f"{area} | {period} | {shop} | food | {value}"] if value is not None else []
    world.given("retail", "turnover", "\n".join(lines))
    due = tuple(Due(shop, area, value is not None, shop[0]) for shop, (area, value) in february.items())
    got = sum(one.answered for one in due)
    world.returned("retail", {"2020-01": (len(january), len(january)), "2020-02": (got, len(due))})
    world.context = replace(world.context, imputation={"small": LADDER}, due={"retail": {FEBRUARY: due}})


BEFORE = {"h1": ("C1", 1000), "h2": ("C1", 1000), "h3": ("C1", 2000), "k1": ("C3", 3000)}


def test_a_return_that_is_out_grows_as_its_class_and_the_figure_says_so(world):
    shops(world, BEFORE, {"h1": ("C1", 1100), "h2": ("C1", 1300), "h3": ("C1", None), "k1": ("C3", 3000)})
    answers = world.compile(SHOPS)
    # h1 and h2 went from 2 000 to 2 400, so h3 is taken to have sold 2 400.
    whole, part = answers.figures()["2020-02"], answers.figures(group="food")["2020-02"]
    assert (whole.value, whole.status, whole.answers) == (Decimal("7.8"), ObsStatus.IMPUTED, 3)
    assert (part.value, part.status) == (Decimal("7.8"), ObsStatus.IMPUTED)
    assert "30.8 % of the figure" in whole.because["en"]  # 2 400 of 7 800
    assert "h3 (ratio_to_previous; 2)" in whole.because["en"]
    assert "h3 (ratio_to_previous; 2)" in whole.because["vi"]
    untouched = answers.figures("C3")["2020-02"]
    assert (untouched.value, untouched.status, untouched.because) == (3, ObsStatus.NORMAL, None)


def test_without_a_ladder_the_month_stays_open(world):
    shops(world, BEFORE, {"h1": ("C1", 1100), "h2": ("C1", 1300), "h3": ("C1", None), "k1": ("C3", 3000)})
    assert world.compile(replace(SHOPS, parameters={})).of()["2020-02"] is Cause.NOT_ANSWERED


def test_a_class_without_enough_donors_gives_way_to_a_wider_one(world):
    shops(world, BEFORE, {"h1": ("C1", 1000), "h2": ("C1", 1000), "h3": ("C1", 4000), "k1": ("C3", None)})
    world.context = replace(
        world.context, imputation={"small": replace(LADDER, take_all_share=Decimal("0.9"))}
    )
    # All the others went from 4 000 to 6 000.
    assert world.compile(SHOPS).of("C3")["2020-02"] == Decimal("4.5")


def test_a_shop_without_a_past_takes_the_mean_of_its_class(world):
    now = {"h1": ("C1", 1000), "h2": ("C1", 3000), "h3": ("C1", 2000), "k1": ("C3", 3000), "h9": ("C2", None)}
    shops(world, BEFORE, now)
    assert world.compile(SHOPS).of("C2")["2020-02"] == 2


def test_a_shop_that_is_half_of_it_all_is_asked_and_nothing_is_put_in_its_place(world):
    large = {**BEFORE, "k1": ("C3", 9000)}
    shops(world, large, {"h1": ("C1", 1100), "h2": ("C1", 1300), "h3": ("C1", 2400), "k1": ("C3", None)})
    figure = world.compile(SHOPS).figures()["2020-02"]
    assert figure.cause is Cause.NOT_ANSWERED
    assert "k1 is too large to be guessed and has to be asked" in figure.because["en"]
    assert "phải hỏi đơn vị" in figure.because["vi"]
    assert world.compile(SHOPS).of("C1")["2020-02"] == Decimal("4.8")


def test_where_no_rung_reaches_the_shop_stays_out(world):
    world.context = replace(world.context)
    shops(world, {"h1": ("C1", 10)}, {"h1": ("C1", 10), "h9": ("C2", None)})
    figure = world.compile(SHOPS).figures()["2020-02"]
    assert figure.cause is Cause.NOT_ANSWERED
    assert "h9 has neither a past nor enough like it" in figure.because["en"]


def test_a_month_nobody_has_answered_is_not_made_up(world):
    shops(world, BEFORE, {shop: (area, None) for shop, (area, _) in BEFORE.items()})
    assert world.compile(SHOPS).of()["2020-02"] is Cause.NOT_ANSWERED


def test_a_ladder_that_is_not_in_the_catalogue_is_refused(world):
    shops(world, BEFORE, BEFORE)
    with pytest.raises(RecipeRefused, match=r"no ladder “monthly” in imputation.yaml. There are: small"):
        world.compile(replace(SHOPS, parameters={"impute": "monthly"}))


def test_the_donors_and_their_past_stand_behind_the_figure(world):
    shops(world, BEFORE, {"h1": ("C1", 1100), "h2": ("C1", 1300), "h3": ("C1", None), "k1": ("C3", 3000)})
    found = inputs(SHOPS, SeriesKey(SHOPS.definition, "C1"), FEBRUARY, world.context)
    asked = {str(period) for one in found if "C3" in one.areas for period in one.periods}
    assert asked == {"2020-02", "2020-01", "2019-02"}
