"""The running year by methods B to E, and by the one that was least wrong in past years."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.spec.world import recipe

from tongket.figures.methods.time_series.vintages import Release
from tongket.figures.terms.figure import Cause, DataType, ObsStatus
from tongket.figures.terms.period import Period

HEAD = "area | period | group | value"


def months(year, values):
    return [f"C1 | {year}-{m:02d} | food | {1000 * v}" for m, v in enumerate(values, start=1)]


def given(world, years):
    world.given(
        "retail", "turnover", "\n".join([HEAD, *(line for y, v in years.items() for line in months(y, v))])
    )


def by(rule, **more):
    return recipe("retail", "total", "retail", "turnover", parameters={"year_estimate": rule, **more})


# The same ten months grew by a tenth; November and December were 5 each.
TWO_YEARS = {2019: [9] * 10 + [5, 5], 2020: [Decimal("9.9")] * 10}


@pytest.mark.parametrize(
    ("rule", "more", "year"),
    [
        ("growth", {"damping": 1}, 110),  # 99 + 1.1 x 10
        ("growth", {"damping": 0}, 109),  # 99 + 10
        ("run_rate", {}, Decimal("118.8")),  # 99 x 12 / 10
    ],
)
def test_b_and_c_by_hand(world, rule, more, year):
    given(world, TWO_YEARS)
    figure = world.compile(by(rule, **more)).figures()["2020"]
    assert float(figure.value) == pytest.approx(float(year), abs=1e-9)
    assert (figure.data_type, figure.status, figure.answers) == (DataType.ESTIMATE, ObsStatus.ESTIMATED, 10)
    assert "estimated from" in figure.because["en"]


def test_b_without_a_year_before_says_so(world):
    given(world, {2020: [9] * 10})
    figure = world.compile(by("growth")).figures()["2020"]
    assert figure.cause is Cause.NOT_DUE
    assert "no estimate of the year by B (growth carried on): returns are missing" in figure.because["en"]


def test_d_fits_a_model_of_the_months_and_tells_its_spread(world):
    season = [10, 8, 11, 12, 12, 12, 13, 13, 13, 14, 15, 18]
    wobble = [0, 1, -1, 2, 0, -2, 1, 1, -1, 0, 2, -1]
    full = {
        2015 + y: [
            Decimal(20 * v + w * (1 + y % 3)) * (10 + y) / 10 for v, w in zip(season, wobble, strict=True)
        ]
        for y in range(5)
    }
    given(world, {**full, 2020: [Decimal(30 * v) for v in season[:8]]})
    figure = world.compile(by("model")).figures()["2020"]
    done, rest = 30 * sum(season[:8]), 30 * sum(season[8:])
    assert float(figure.value) == pytest.approx(done + rest, rel=0.03)
    assert "by a model of the months with Tết; 8 chances in 10" in figure.because["en"]


def test_d_refuses_a_short_series(world):
    given(world, TWO_YEARS)
    figure = world.compile(by("model")).figures()["2020"]
    assert figure.cause is Cause.NOT_DUE
    assert "no estimate of the year by D (model): undefined" in figure.because["en"]


def test_e_follows_a_related_series(world):
    """Retail is three times the power of the same month, and all of the year's power is known."""
    power = {y: [10 + (m * 7 + y) % 5 for m in range(12)] for y in range(2016, 2021)}
    world.given(
        "industry",
        "quantity",
        "\n".join(
            ["area | period | product | value"]
            + [f"C1 | {y}-{m:02d} | grid | {v}" for y, row in power.items() for m, v in enumerate(row, 1)]
        ),
    )
    given(world, {y: [3 * v for v in row[: 7 if y == 2020 else 12]] for y, row in power.items()})
    related = recipe("power", "total", "industry", "quantity", where={"product": ("grid",)})
    figure = world.compile_last(related, by("indicator", year_indicator="power")).figures()["2020"]
    assert float(figure.value) == pytest.approx(3 * sum(power[2020]), rel=1e-6)
    assert "along a related series" in figure.because["en"]


# November and December bring 10 each whatever the months before: last year's rest is always right,
# a share of the year never.
STEADY_END = {year: [year - 2010] * 10 + [10, 10] for year in range(2015, 2020)} | {2020: [10] * 10}


def released_a_month_later(years):
    """Every month known in the first days of the next, and never revised."""
    found = {
        Period.month(year, m): [Release(year * 12 + m, Decimal(value))]
        for year, values in years.items()
        for m, value in enumerate(values, start=1)
    }
    return lambda series: found


@pytest.mark.parametrize("rule", ["best", "combined"])
def test_the_method_least_wrong_on_first_releases_is_chosen(world, rule):
    given(world, STEADY_END)
    world.context = replace(world.context, vintages=released_a_month_later(STEADY_END))
    figure = world.compile(by(rule, damping=0, past_years=10)).figures()["2020"]
    assert float(figure.value) == pytest.approx(120, abs=1e-9)
    told = figure.because["en"]
    assert "by B (growth carried on), wrong by 0.0 % on average over 3 past years" in told
    assert "methods A, B, C, D: 1" in told
    assert "theo cách B (giữ đà tăng)" in figure.because["vi"] or rule == "combined"


def test_months_that_were_all_recorded_at_once_prove_nothing(world):
    """Loaded in one go, past years show no first release; the first of the ladder stands, and says why."""
    given(world, STEADY_END)
    figure = world.compile(by("best", damping=0)).figures()["2020"]
    told = figure.because["en"]
    assert "by A (seasonal share): too few years to try the methods on together" in told
    assert "methods A, B, C, D" in told


def test_quarters_are_estimated_by_what_only_adds_up(world):
    lines = [f"C1 | {y}-Q{q} | food | {1000 * v}" for y, v in ((2018, 3), (2019, 6)) for q in range(1, 5)]
    lines += [f"C1 | 2020-Q{q} | food | 9000" for q in (1, 2)]
    world.given("retail", "turnover", "\n".join([HEAD, *lines]))
    assert world.compile(by("seasonal_share")).of()["2020"] == 36
    assert "methods A, B, C:" in world.compile(by("best")).figures()["2020"].because["en"]
