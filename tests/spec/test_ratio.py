"""`ratio`: a part in percent of its whole, both of the same area and period."""

from decimal import Decimal

import pytest
from tests.spec.world import recipe

from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause

RATE = recipe(
    "rate",
    "ratio",
    "village",
    "electrified",
    levels=("province", "district", "commune"),
    parameters={"denominator": "households"},
)


def given(world, table):
    world.given("village", "", table)


def test_a_rate_is_of_the_sums_and_never_a_mean_of_rates(world):
    given(
        world,
        """
        area | period | measure     | value
        C1a  | 2020   | households  | 100
        C1a  | 2020   | electrified | 90
        C1b  | 2020   | households  | 900
        C1b  | 2020   | electrified | 450
        C3a  | 2020   | households  | 200
        C3a  | 2020   | electrified | 200
        """,
    )
    answers = world.compile(RATE)
    assert answers.of("C1") == {"2020": 54}
    assert answers.of("D2") == {"2020": 100}
    assert answers.of("14") == {"2020": Decimal(74000) / 1200}
    assert answers.figures("14")["2020"].answers == 3


def test_nobody_to_count_gives_no_rate(world):
    given(
        world,
        """
        area | period | measure     | value
        C1a  | 2020   | households  | 0
        C1a  | 2020   | electrified | 0
        """,
    )
    assert world.compile(RATE).of("C1") == {"2020": Cause.ZERO_BASE}


def test_nobody_with_electricity_is_a_true_zero(world):
    given(
        world,
        """
        area | period | measure     | value
        C1a  | 2020   | households  | 50
        C1a  | 2020   | electrified | 0
        """,
    )
    assert world.compile(RATE).of("C1") == {"2020": 0}


def test_more_than_all_is_refused_in_a_sentence(world):
    given(
        world,
        """
        area | period | measure     | value
        C1a  | 2020   | households  | 1000
        C1a  | 2020   | electrified | 1100
        """,
    )
    figure = world.compile(RATE).figures("C1")["2020"]
    assert figure.cause is Cause.UNDEFINED
    assert figure.because["vi"] == "tử số (1.100) lớn hơn mẫu số (1.000)"


def test_a_numerator_nobody_gave_is_not_zero(world):
    given(world, "area | period | measure | value\nC1a | 2020 | households | 50")
    assert world.compile(RATE).of("C1") == {"2020": Cause.NOT_ANSWERED}


def test_a_rate_waits_for_all_villages(world):
    given(
        world,
        """
        area | period | measure     | value
        C1a  | 2020   | households  | 100
        C1a  | 2020   | electrified | 90
        """,
    )
    world.returned("village", {"2020": (1, 4)})
    figure = world.compile(RATE).figures("14")["2020"]
    assert (figure.cause, figure.because["en"]) == (Cause.NOT_ANSWERED, "1 of 4 returns are in")


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (1, 4, Decimal("0.25")),
        (0, 4, 0),
        (1, 0, Cause.ZERO_BASE),
        (0, 0, Cause.ZERO_BASE),
        (1, -4, Cause.UNDEFINED),
        (None, 4, Cause.NOT_ANSWERED),
        (1, None, Cause.NOT_ANSWERED),
    ],
)
def test_the_ratio_itself(numerator, denominator, expected):
    def number(one):
        return None if one is None else Decimal(one)

    assert ratio(number(numerator), number(denominator)) == expected
