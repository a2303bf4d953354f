"""Seasonal adjustment: what the program is told, what is read back, when it is refused, and the fallback."""

import numpy as np
import pytest
from tests.unit.methods.passengers import air

from tongket.desks.ledger.x13 import X13Program
from tongket.figures.methods.time_series.seasonal_adjustment import (
    FALLBACK,
    AdjusterMissing,
    Adjustment,
    CalendarEffects,
    seasonally_adjust,
)
from tongket.figures.methods.time_series.series import Unanswered, array_of
from tongket.figures.methods.time_series.tet import tet_regressors
from tongket.figures.methods.time_series.x13_output import read_diagnostics, read_table, read_udg
from tongket.figures.methods.time_series.x13_spec import (
    FORECASTS,
    LONGEST_LINE,
    MISSING_CODE,
    Plan,
    Regressors,
    spec_text,
)
from tongket.figures.methods.time_series.x13_verdict import Limits, refusals
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

FIRST = Period.month(2012, 1)
X13 = X13Program()


def sales(months=144, before=0.10, during=-0.15, seed=3):
    """Monthly sales with a trend, a season and a known Tết effect: more before it, less in the feast."""
    draw = np.random.default_rng(seed)
    tet = tet_regressors(Period(FIRST.first, months))
    t = np.arange(months)
    season = 0.1 * np.sin(2 * np.pi * t / 12) + 0.05 * np.cos(4 * np.pi * t / 12)
    feast = before * np.array(tet["before"]) + during * np.array(tet["during"])
    noise = np.cumsum(draw.normal(0, 0.008, months)) + draw.normal(0, 0.01, months)
    return list(np.exp(7 + 0.008 * t + season + feast + noise))


def test_the_spec_has_no_long_line_and_covers_the_forecasts():
    values = array_of([1e15 / 7] * 60)
    columns = tet_regressors(Period(FIRST.first, 60 + FORECASTS))
    text = spec_text(values, FIRST, Regressors(columns, dict.fromkeys(columns, "holiday")), Plan())
    assert max(len(line) for line in text.splitlines()) <= LONGEST_LINE
    assert text.isascii()
    assert "usertype=(holiday holiday holiday)" in text
    assert "slidingspans" not in text


def test_regressors_that_stop_with_the_series_are_refused():
    columns = tet_regressors(Period(FIRST.first, 60))
    with pytest.raises(ValueError, match="12 months after it, 72"):
        spec_text(array_of([1.0] * 60), FIRST, Regressors(columns, dict.fromkeys(columns, "holiday")), Plan())


def test_the_missing_code_is_no_value():
    with pytest.raises(ValueError, match="stands for a missing value"):
        spec_text(array_of([MISSING_CODE] * 60), FIRST, None, Plan())


def test_nothing_but_its_own_words_reaches_the_spec():
    with pytest.raises(ValueError, match="found '}'"):
        Regressors({"}": [1.0]}, {})
    with pytest.raises(ValueError, match="A model is written as"):
        Plan(model="(0 1 1)} series{")
    with pytest.raises(ValueError, match="Outliers are of"):
        Plan(outliers=("ao)",))


def test_tet_is_found_and_taken_out():
    found = seasonally_adjust(sales(), FIRST, X13)
    assert isinstance(found, Adjustment)
    for code, truth in (("before", 0.10), ("during", -0.15), ("after", 0.0)):
        effect = found.effects[code]
        assert abs(effect.coefficient - truth) < 3 * effect.standard_error
    assert found.multiplicative
    assert found.note is None
    growth = np.abs(np.diff(np.log(np.array(found.adjusted, dtype=float))))
    assert growth.max() < 0.05
    product = np.array(found.adjusted) * np.array(found.factors)
    assert product == pytest.approx(np.array(sales()), rel=1e-9)


def test_the_same_series_gives_the_same_adjustment():
    assert seasonally_adjust(sales(), FIRST, X13) == seasonally_adjust(sales(), FIRST, X13)


def test_working_days_join_the_model():
    found = seasonally_adjust(sales(), FIRST, X13, calendar=CalendarEffects(trading_days=True))
    assert isinstance(found, Adjustment)
    assert abs(found.effects["trading_days"].t) < 3  # there is none in the series


def test_a_gap_is_bridged_and_stays_a_gap():
    series = sales()
    series[40] = None
    found = seasonally_adjust(series, FIRST, X13)
    assert isinstance(found, Adjustment)
    assert (found.adjusted[40], found.trend[40], found.factors[40]) == (None, None, None)
    assert None not in found.adjusted[:40]


def test_a_series_with_a_zero_is_adjusted_additively():
    series = sales()
    series[40] = 0.0
    found = seasonally_adjust(series, FIRST, X13)
    assert isinstance(found, Adjustment)
    assert not found.multiplicative
    total = np.array(found.adjusted) + np.array(found.factors)
    assert total == pytest.approx(np.array(series), abs=1e-6)


@pytest.mark.parametrize(
    ("series", "cause", "words"),
    [
        (sales(59), Cause.UNDEFINED, "needs at least 60 consecutive months, there are 59"),
        ([None, *sales(71)], Cause.NOT_ANSWERED, "the first or the last month"),
        ([5.0] * 72, Cause.UNDEFINED, "X-13 stopped: Differencing has annihilated the series"),
        (list(np.random.default_rng(5).normal(100, 5, 120)), Cause.UNDEFINED, "no stable seasonality"),
    ],
    ids=["short", "open-ended", "constant", "no season"],
)
def test_it_refuses_with_its_sentence(series, cause, words):
    found = seasonally_adjust(series, FIRST, X13)
    assert isinstance(found, Unanswered)
    assert found.cause is cause
    assert words in found.because.en
    assert found.because.vi != found.because.en


def test_a_limit_of_the_office_is_kept():
    found = seasonally_adjust(sales(), FIRST, X13, limits=Limits(revision=0.001))
    assert isinstance(found, Unanswered)
    assert "revised by" in found.because.en


def test_five_years_are_enough_and_lack_only_what_needs_more():
    found = seasonally_adjust(sales(60), FIRST, X13)
    assert isinstance(found, Adjustment)
    assert found.diagnostics.m[7:] == (None, None, None, None)
    assert (found.diagnostics.spans, found.diagnostics.revision) == (None, None)


def gone(spec):
    raise AdjusterMissing(Text("không có", "it is not installed"))


@pytest.mark.parametrize("adjuster", [None, gone])
def test_without_the_program_stl_stands_in_and_says_so(adjuster):
    found = seasonally_adjust(sales(), FIRST, adjuster)
    assert isinstance(found, Adjustment)
    assert found.method == FALLBACK
    assert found.diagnostics is None
    assert "for orientation only" in found.note.en
    product = np.array(found.adjusted) * np.array(found.factors)
    assert product == pytest.approx(np.array(sales()), rel=1e-12)
    by_x13 = seasonally_adjust(sales(), FIRST, X13)
    assert np.array(found.adjusted) == pytest.approx(np.array(by_x13.adjusted), rel=0.03)


def test_the_fallback_bridges_no_gap():
    series = sales()
    series[40] = None
    found = seasonally_adjust(series, FIRST, None)
    assert isinstance(found, Unanswered)
    assert found.at == (40,)


def test_every_rule_of_the_verdict_can_fire():
    files = X13(spec_text(array_of(air()), Period.month(1949, 1), None, Plan()))
    good = read_diagnostics(read_udg(files["udg"]))
    assert refusals(good, Limits()) == ()
    strict = Limits(q=0, m7=0, residual_p=2, spans=0, revision=0)
    assert len(refusals(good, strict)) == 7
    assert read_table(files["d11"])[Period.month(1960, 12)] == pytest.approx(488.930, abs=5e-4)
