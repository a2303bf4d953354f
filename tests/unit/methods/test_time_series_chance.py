"""Chances of targets, their colours, and whether they were worth stating; the calendar data they rest on."""

import numpy as np
import pytest

from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue
from tongket.figures.methods.time_series.chance import (
    Band,
    Bands,
    Direction,
    Growths,
    analytic_chance,
    chance_of,
    growths,
    simulate_year,
)
from tongket.figures.methods.time_series.chance_scores import Trial, back_tested, brier_score, crps
from tongket.figures.methods.time_series.lunar import BEIJING, tet, tet_apart
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.methods.time_series.tet import CENTRED_ON, WINDOWS, Window, tet_regressors
from tongket.figures.methods.time_series.trading_days import trading_day_regressor, working_days
from tongket.figures.methods.time_series.x13_verdict import Limits
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period

PAST = Growths(8, 0.17, 0.03)


def test_growths_of_too_few_months_cannot_say():
    found = growths([1.1, 1.2], [1, 1])
    assert isinstance(found, Unanswered)
    assert found.because.en == "at least 3 months comparable with last year are needed, there are 2"
    assert growths([1.1, None, 1.2, 0, 1.3], [1, 1, 1, 1, 1]).months == 3


def test_an_even_growth_is_certain():
    sure = Growths(8, 0.1, 0.0)
    assert analytic_chance(210, 100, [100], sure).independent == 1
    assert analytic_chance(211, 100, [100], sure).independent == 0


def test_a_target_reached_is_settled():
    found = analytic_chance(100, 100, [50] * 4, PAST)
    assert (found.independent, found.band, found.settled) == (1, Band.LIKELY, True)
    ceiling = analytic_chance(99, 100, [50] * 4, PAST, Direction.AT_MOST)
    assert (ceiling.independent, ceiling.band, ceiling.settled) == (0, Band.UNLIKELY, True)


@pytest.mark.parametrize(
    "method",
    [lambda rest: analytic_chance(900, 100, rest, PAST), lambda rest: simulate_year(100, rest, PAST)],
)
def test_last_year_must_be_there(method):
    assert method([50, None]).cause is Cause.NOT_ANSWERED


def test_nothing_last_year_is_no_base():
    assert analytic_chance(900, 100, [0, 0], PAST).cause is Cause.ZERO_BASE


def test_the_colour_goes_by_the_smaller_chance_and_the_thresholds_are_the_offices():
    found = analytic_chance(330, 100, [50] * 4, PAST)
    assert found.independent > found.persistent
    assert found.band is Bands().of(found.persistent)
    assert [Bands().of(p) for p in (0.8, 0.79, 0.4, 0.39)] == [
        Band.LIKELY,
        Band.OPEN,
        Band.OPEN,
        Band.UNLIKELY,
    ]
    assert Bands(likely=0.99).of(0.9) is Band.OPEN


def test_simulation_and_formula_agree_and_the_seed_repeats():
    drawn = simulate_year(100, [50] * 4, PAST, paths=100_000)
    analytic = analytic_chance(335, 100, [50] * 4, PAST)
    simulated = chance_of(drawn, 335)
    assert simulated.independent == pytest.approx(analytic.independent, abs=0.02)
    assert simulated.persistent == pytest.approx(analytic.persistent, abs=0.01)
    assert (
        simulate_year(100, [50] * 4, PAST).independent == simulate_year(100, [50] * 4, PAST).independent
    ).all()


def test_revisions_of_what_is_in_widen_the_paths():
    firm = simulate_year(1000, [50] * 2, PAST).independent
    soft = simulate_year(1000, [50] * 2, PAST, revisions=[-0.05, 0.05]).independent
    assert soft.std() > 3 * firm.std()


def test_brier_and_crps_by_hand():
    assert brier_score([0.9, 0.2], [True, False]) == pytest.approx((0.01 + 0.04) / 2)
    assert crps(np.array([1.0, 3.0]), 2) == pytest.approx(1 - 0.5)  # E|X-y| = 1, E|X-X'| = 1
    assert crps(np.array([5.0]), 2) == 3
    with pytest.raises(ValueError, match=r"lies in \[0, 1\]"):
        brier_score([1.2], [True])


def trials(chances, hits):
    return [
        Trial(chance, hit, np.array([9.0, 11.0]), 10, 13) for chance, hit in zip(chances, hits, strict=True)
    ]


def test_skill_against_the_naive_forecast():
    hits = [True, True, False, True, False]
    good = back_tested(trials([0.9, 0.9, 0.1, 0.9, 0.1], hits))
    assert good.brier == pytest.approx(0.01)
    assert good.brier_skill > 0.9
    assert (good.crps, good.crps_naive) == (0.5, 3)
    poor = back_tested(trials([0.1, 0.1, 0.9, 0.1, 0.9], hits))
    assert poor.brier_skill < 0


def test_a_short_history_cannot_say():
    found = back_tested(trials([0.9] * 4, [True] * 4))
    assert isinstance(found, Unanswered)
    assert "at least 5 years" in found.because.en


def test_the_catalogue_holds_the_dates_windows_and_limits_that_the_methods_start_from():
    calendars = read_catalogue(PRODUCT_CATALOGUE).calendars
    assert (calendars.windows, calendars.centred_on) == (WINDOWS, CENTRED_ON)
    assert (calendars.limits, calendars.bands) == (Limits(), Bands())


def test_the_catalogue_dates_tet_by_the_clock_that_was_in_force():
    days = read_catalogue(PRODUCT_CATALOGUE).calendars.tet
    apart = tet_apart(1940, 2060)
    for year, (hanoi, beijing) in apart.items():
        assert days[year] == (beijing if year < 1968 else hanoi)
    assert {year for year in days if year >= 1968} == {year for year in apart if year >= 1968}
    assert days[1960] == tet(1960, BEIJING)


def test_a_window_counted_by_hand():
    # Tết 2024 was 10 February: of the 14 days before it five lie in January, nine in February.
    plain = tet_regressors(Period.year(2024), centred_on=(2024, 2024))
    assert plain["before"] == pytest.approx([0] * 12)
    moved = tet_regressors(
        Period.year(2024), centred_on=(2023, 2023)
    )  # 22 January 2023: 14 days, all in January
    assert moved["before"][:3] == pytest.approx([5 / 14 - 13 / 14 - 1 / 14, 9 / 14, 0])


def test_years_out_of_reach_are_refused():
    with pytest.raises(ValueError, match="1900 to 2100"):
        tet(1850)
    with pytest.raises(ValueError, match="from 1995"):
        working_days(Period.year(1994))
    with pytest.raises(ValueError, match="on or after"):
        Window("odd", 3, 2)


def test_trading_days_of_the_long_run_add_to_nothing_in_any_month():
    column = np.array(trading_day_regressor(Period(1995 * 12, 46 * 12)))
    assert column.reshape(46, 12).sum(axis=0) == pytest.approx(np.zeros(12), abs=1e-9)


def test_a_swap_is_for_those_who_do_not_work_on_saturdays():
    # Monday 31 August 2026 is off for Saturday 22 August: 21 weekdays either way; 26 days of a six-day week.
    assert working_days(Period.month(2026, 8)) == (21,)
    assert working_days(Period.month(2026, 8), rest=(6,)) == (26,)
