"""The chance of a running target, its band, its back-test, and every way nothing can be said."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.unit.review.invented import catalogue, key, levels, seen, target

from tongket.figures.methods.time_series.chance import Band, Bands, Chance
from tongket.figures.methods.time_series.chance_scores import Skill
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.methods.time_series.vintages import Release
from tongket.figures.observations.book import Book
from tongket.figures.targets.against import plan_for
from tongket.figures.targets.outlook import outlook_of
from tongket.figures.terms.indicator import Direction
from tongket.figures.terms.period import Period

RETAIL = key("retail_turnover:goods")
GROWTH = (Decimal("1.08"), Decimal("1.12"), Decimal("1.10"), Decimal("1.09"), Decimal("1.11"))


def book(*observations):
    return Book(catalogue().indicators, tuple(observations))


def running(months=8, series=RETAIL, year=2020, level=100):
    """Last year `level` a month, this year each about a tenth more."""
    before = [seen(series, Period.month(year - 1, m), level) for m in range(1, 13)]
    now = [seen(series, Period.month(year, m), level * GROWTH[m % 5]) for m in range(1, months + 1)]
    return book(*before, *now)


def chance_for(plan, book_, **more):
    found = outlook_of(target("t", RETAIL, 2020, plan), book_, **more).chance
    assert isinstance(found, Chance)
    return found


def why(one, book_):
    found = outlook_of(one, book_).chance
    assert isinstance(found, Unanswered)
    return found.because.en


def test_an_easy_target_is_likely_and_a_hard_one_is_not():
    easy, even, hard = (chance_for(plan, running()) for plan in ("1290", "1320", "1340"))
    assert easy.band is Band.LIKELY
    assert hard.band is Band.UNLIKELY
    assert easy.independent > even.independent > hard.independent
    assert 0.2 < even.independent < 0.8


def test_the_band_goes_by_the_smaller_chance_and_the_office_sets_it():
    strict = chance_for("1290", running(), bands=Bands(likely=0.9999, open=0.4))
    assert strict.band is (Band.LIKELY if min(strict.independent, strict.persistent) >= 0.9999 else Band.OPEN)


def test_a_ceiling_is_the_other_way_round():
    floor = chance_for("1320", running())
    ceiling = replace(target("t", RETAIL, 2020, "1320"), direction=Direction.DOWN)
    found = outlook_of(ceiling, running()).chance
    assert found.independent == pytest.approx(1 - floor.independent)


def test_about_is_reached_from_half_a_unit_below():
    one = target("t", RETAIL, 2020, "1321")
    about = outlook_of(replace(one, bound="about"), running()).chance
    assert about.independent > outlook_of(one, running()).chance.independent


def test_a_growth_target_is_a_target_of_the_total_it_asks():
    by_growth = outlook_of(target("t", RETAIL, 2020, "10", "growth"), running()).chance
    assert by_growth.independent == chance_for("1320", running()).independent


def test_an_index_is_judged_on_its_mean():
    index = key("IIP")
    months = [seen(index, Period.month(2020, m), Decimal(100 + m)) for m in range(1, 9)]
    found = outlook_of(target("t", index, 2020, "2", "growth"), book(*levels(index, 2019, "100"), *months))
    assert isinstance(found.chance, Chance)


def test_when_the_year_is_over_it_is_settled():
    over = chance_for("1320", running(12))
    assert over.settled
    assert over.independent in (0, 1)


def test_revisions_seen_so_far_widen_the_chance():
    steady = book(
        *(seen(RETAIL, Period.month(2019, m), 100) for m in range(1, 13)),
        *(seen(RETAIL, Period.month(2020, m), 110) for m in range(1, 9)),
    )
    released = {Period.month(2019, m): [Release(m, Decimal(95 if m % 2 else 105))] for m in range(1, 13)}
    sure = chance_for("1319", steady)
    unsure = chance_for("1319", steady, recorded=lambda series: released)
    assert (sure.independent, sure.persistent) == (1, 1)
    assert 0.3 < unsure.independent < 0.7


def test_nothing_is_said_from_too_few_months():
    assert why(target("t", RETAIL, 2020, "1320"), running(3)) == (
        "at least 3 months comparable with last year are needed, there are 2 "
        "(January and February count as one)"
    )


def test_nothing_is_said_where_there_is_nothing_to_say():
    rate, plan = key("electrification_rate"), target("t", RETAIL, 2020, "1320")
    ratio = target("t", rate, 2020, "98", "ratio")
    assert "does not add up" in why(ratio, book(seen(rate, Period.month(2020, 6), "95")))
    assert "no month" in why(plan, book())
    assert "never published" in why(target("t", RETAIL, 2020, None), running())
    assert "one year only" in why(replace(plan, period=Period.parse("2016-01/P60M")), running())
    gap = book(*(seen(RETAIL, Period.month(2020, m), 10) for m in (1, 2, 4)))
    assert why(plan, gap) == "returns are missing"
    no_base = book(*(seen(RETAIL, Period.month(2020, m), 10) for m in range(1, 9)))
    assert "comparable with last year" in why(plan, no_base)


def history(first=2009):
    """Years that grew by 10 % in every month but for a wobble, each month released once, a month later."""
    observations, released = [], {}
    for year in range(first, 2021):
        for m in range(1, (8 if year == 2020 else 12) + 1):
            level = 100 * Decimal("1.1") ** (year - first) * (1 + Decimal((year * 5 + m * 3) % 7 - 3) / 200)
            observations.append(seen(RETAIL, Period.month(year, m), round(level, 6)))
            released[Period.month(year, m)] = [Release(year * 12 + m, round(level, 6))]
    return book(*observations), (lambda series: released)


def test_the_back_test_asks_past_years_for_the_same_growth_as_they_were_known():
    book_, recorded = history()
    last_year = book_.level(RETAIL, Period.year(2019)).value
    one = target("t", RETAIL, 2020, str(round(last_year * Decimal("1.1"))))
    skill = outlook_of(one, book_, recorded=recorded).skill
    assert isinstance(skill, Skill)
    assert skill.trials == 10
    assert 0 <= skill.brier <= 1
    assert skill.crps < float(last_year) * 0.02


def test_a_history_recorded_in_one_go_proves_nothing():
    book_, _ = history()
    skill = outlook_of(target("t", RETAIL, 2020, "1320"), book_).skill
    assert isinstance(skill, Unanswered)
    assert skill.because.en == "at least 5 years are needed to check against, there are 0"


def test_a_revised_target_is_the_one_quoted():
    first = target("first", RETAIL, 2020, "1320")
    later = replace(first, code="later", decision=replace(first.decision, dated=date(2030, 7, 1)))
    for both in ((first, later), (later, first)):
        assert plan_for(RETAIL, Period.year(2020), both, catalogue().indicators) is later
