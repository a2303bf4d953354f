"""The year from its months: the ladder, vintages, the replay of past years, the choice and the mix."""

from decimal import Decimal

import numpy as np
import pytest

from tongket.figures.methods.time_series.back_test import (
    Score,
    back_test,
    combine,
    comparable_scores,
    year_view,
)
from tongket.figures.methods.time_series.extrapolation import RatioRule
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.methods.time_series.vintages import Known, Release, Triangle, first_revisions
from tongket.figures.methods.time_series.year_indicator import by_indicator
from tongket.figures.methods.time_series.year_ladder import (
    Candidate,
    by_growth,
    by_run_rate,
    by_share,
    growth_carry,
    run_rate,
    tet_matched,
)
from tongket.figures.methods.time_series.year_model import Model, by_model, model_paths
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period

LADDER = {"A": by_share, "B": by_growth, "C": by_run_rate}


def known(**years):
    """A series from its years: `y2019=[...]`."""
    months = {}
    for name, values in years.items():
        first = int(name[1:]) * 12
        months |= {first + place: Decimal(str(v)) for place, v in enumerate(values) if v is not None}
    return Known(months)


def triangle(of, lag=1):
    """Every month of a series released once, `lag` months after it."""
    return Triangle({month: (Release(month + lag, value),) for month, value in of.months.items()})


SEASON = [1] * 10 + [5, 5]
STEADY = known(y2017=SEASON, y2018=[2 * v for v in SEASON], y2019=[4 * v for v in SEASON], y2020=[8] * 6)


def test_share_and_growth_know_the_season_and_the_run_rate_does_not():
    assert by_share(STEADY, 2020).value == 160
    assert by_growth(STEADY, 2020, Decimal(1)).value == 160
    assert by_run_rate(STEADY, 2020).value == 96
    assert 48 + 56 < by_growth(STEADY, 2020).value < 160  # growth damped, not dropped


def test_growth_carry_at_its_edges():
    one = Decimal(1)
    assert growth_carry(one, None, [one]) is Cause.NOT_ANSWERED
    assert growth_carry(one, one, [one, None]) is Cause.NOT_ANSWERED
    assert growth_carry(one, Decimal(0), [one]) is Cause.ZERO_BASE
    assert growth_carry(-one, one, [one]) is Cause.UNDEFINED
    assert growth_carry(Decimal(0), one, [one]) == 0
    assert growth_carry(one, one, []) == 1
    assert growth_carry(Decimal(4), one, [one], Decimal(0)) == 5


def test_run_rate_at_its_edges():
    assert run_rate(None, 3) is Cause.NOT_ANSWERED
    assert run_rate(Decimal(0), 3) == 0
    with pytest.raises(ValueError, match="1 to 12 months"):
        run_rate(Decimal(1), 0)


@pytest.mark.parametrize("method", [*LADDER.values(), by_model])
def test_without_a_month_in_hand_there_is_no_estimate(method):
    assert method(known(y2018=SEASON, y2019=SEASON, y2020=[None, 3]), 2020) is Cause.NOT_ANSWERED


def test_months_after_a_gap_do_not_count():
    gapped = known(y2018=SEASON, y2019=SEASON, y2020=[1, 1, None, 1])
    assert gapped.in_hand(2020) == 2
    assert by_run_rate(gapped, 2020).value == 12
    assert gapped.sum(2020, 1, 4) is Cause.NOT_ANSWERED


def test_a_series_that_may_be_negative_is_estimated_by_addition():
    stocks = known(y2018=[-1] * 6 + [3] * 6, y2019=[-2] * 6 + [5] * 6, y2020=[1] * 6)
    assert by_share(stocks, 2020).value == 6 + Decimal(18 + 30) / 2


def test_january_is_compared_with_years_whose_tet_fell_in_the_same_month():
    years = (2024, 2023, 2022, 2021, 2020)  # Tết: Feb, Jan, Feb, Feb, Jan; in 2025 29 January
    assert tet_matched(years, 2025, 1) == (2023, 2020)
    assert tet_matched(years, 2025, 3) == years
    assert tet_matched(years[:2], 2025, 1) == years[:2]  # one matched year is too few


def noisy(years=8, ahead=7, seed=1):
    draw, count = np.random.default_rng(seed), 12 * years + ahead
    t = np.arange(count)
    level = np.exp(5 + 0.006 * t + 0.2 * np.sin(2 * np.pi * t / 12) + np.cumsum(draw.normal(0, 0.01, count)))
    return Known({2013 * 12 + m: Decimal(f"{v:.3f}") for m, v in enumerate(level)})


@pytest.mark.parametrize("model", Model)
def test_a_model_gives_the_same_answer_from_the_same_seed(model):
    one, again = by_model(noisy(), 2021, model), by_model(noisy(), 2021, model)
    assert one == again
    assert isinstance(one, Candidate)
    assert one.low < one.value < one.high
    assert abs(one.value / by_share(noisy(), 2021).value - 1) < Decimal("0.05")


@pytest.mark.parametrize("model", Model)
def test_the_paths_of_a_model_spread_as_the_series_errs(model):
    """The series walks by 1 % a month: so does the first month of the paths, later ones by its root."""
    history = np.array([float(value) for value in noisy(years=12, ahead=0).months.values()])
    spread = np.log(model_paths(history, Period.month(2013, 1), 9, model).values).std(axis=0)
    assert spread[0] == pytest.approx(0.01, rel=0.35)
    assert spread[8] / spread[0] == pytest.approx(3, rel=0.25)


def test_a_model_that_cannot_be():
    first = Period.month(2013, 1)
    short = model_paths(np.ones(35), first, 3)
    assert isinstance(short, Unanswered)
    assert "at least 36 months" in short.because.en
    assert isinstance(model_paths(np.ones(60), first, 3), Unanswered)
    gapped = np.array([np.nan if m == 5 else 10 + m % 12 + m / 100 for m in range(60)])
    assert model_paths(gapped, first, 3, Model.ETS).cause is Cause.NOT_ANSWERED


def test_twelve_months_are_the_year_itself():
    whole = known(y2018=SEASON, y2019=SEASON, y2020=SEASON)
    for method in (*LADDER.values(), by_model):
        assert method(whole, 2020).value == 20


@pytest.mark.parametrize("rule", [None, RatioRule.LAST, RatioRule.MEAN])
def test_an_indicator_that_moves_alike_tells_the_rest_of_the_year(rule):
    sales = noisy()
    truth = noisy(years=9, ahead=0)
    electricity = {month: float(value) / 3 for month, value in truth.months.items()}
    found = by_indicator(sales, 2021, electricity, rule)
    assert float(found.value) == pytest.approx(float(truth.sum(2021)), rel=1e-6)


def test_an_indicator_must_cover_the_months_in_hand():
    electricity = {month: 1.0 for month in noisy().months if month < 2021 * 12 + 3}
    assert by_indicator(noisy(), 2021, electricity) is Cause.NOT_ANSWERED
    nothing = dict.fromkeys(noisy().months, 0.0)
    assert by_indicator(noisy(), 2021, nothing) is Cause.ZERO_BASE
    assert by_indicator(noisy(), 2021, nothing, RatioRule.LAST) is Cause.ZERO_BASE


def test_the_replay_sees_only_what_was_out_at_the_time():
    """The months of 2019 were revised tenfold a year later: the truth knows that, the estimate must not."""
    revised = STEADY.months | {2019 * 12 + m: 40 * Decimal(v) for m, v in enumerate(SEASON)}
    releases = {
        month: (Release(month + 1, value), Release(2020 * 12 + 3, revised[month]))
        for month, value in STEADY.months.items()
    }
    seen = []

    def spy(as_known, year):
        seen.append((year, as_known.sum(year, 1, 6), as_known.in_hand(year)))
        return by_share(as_known, year)

    scores = back_test(Triangle(releases), 6, [2019], {"A": spy})
    assert seen == [(2019, Decimal(24), 6)]
    assert scores["A"].errors == {2019: pytest.approx(80 / 800 - 1)}


def test_a_year_without_vintages_is_no_trial():
    late = Triangle({month: (Release(2020 * 12 + 8, value),) for month, value in STEADY.months.items()})
    assert back_test(late, 6, range(2010, 2020), LADDER) == {}


def test_the_method_that_was_least_wrong_is_chosen_and_the_range_is_told():
    view = year_view(triangle(noisy()), 2021, LADDER)
    compared = comparable_scores(view.scores)
    assert {score.trials for score in compared.values()} == {6}  # A has no share before its third year
    assert view.chosen.method == min(compared, key=lambda name: compared[name].mape) != "C"
    assert view.note is None
    values = [candidate.value for candidate in view.candidates]
    assert (view.low, view.high) == (min(values), max(values))
    assert view.low <= view.combined <= view.high
    assert view.causes == {}


def test_without_enough_years_the_first_of_the_ladder_stands_and_says_so():
    view = year_view(triangle(STEADY), 2020, LADDER)
    assert view.chosen.method == "A"
    assert view.combined is None
    assert "too few years" in view.note.en
    alone = year_view(triangle(known(y2020=[1] * 6)), 2020, LADDER)
    assert alone.chosen.method == "C"
    assert set(alone.causes) == {"A", "B"}
    assert isinstance(year_view(triangle(known(y2019=[1])), 2020, LADDER), Unanswered)


def test_methods_are_weighed_by_the_inverse_of_their_squared_errors():
    scores = {"A": Score({2018: 0.01, 2019: -0.01}), "B": Score({2018: 0.02, 2019: 0.02})}
    assert float(combine({"A": Decimal(100), "B": Decimal(200)}, scores)) == pytest.approx(120)
    assert scores["B"].mape == pytest.approx(2)
    faultless = scores | {"A": Score({2018: 0.0})}
    assert combine({"A": Decimal(100), "B": Decimal(200)}, faultless) == 100
    with pytest.raises(ValueError, match="nothing to combine"):
        combine({}, {})


def test_first_revisions_are_of_the_first_release():
    cells = {1: (Release(3, Decimal(110)), Release(2, Decimal(100)), Release(9, Decimal(90)))}
    assert first_revisions(Triangle(cells | {2: (Release(3, Decimal(7)),)})) == (Decimal("-0.1"),)
