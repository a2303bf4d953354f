"""Periods: SDMX forms read and written, months counted, windows dated."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures.terms.period import NotAPeriod, Period
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.words import Text


@pytest.mark.parametrize(
    ("text", "months", "frequency"),
    [
        ("2020", 12, "A"),
        ("2020-S2", 6, "S"),
        ("2020-Q3", 3, "Q"),
        ("2020-10", 1, "M"),
        ("2020-01/P10M", 10, None),
        ("2016-01/P60M", 60, None),
    ],
)
def test_a_period_reads_back_as_it_was_written(text, months, frequency):
    period = Period.parse(text)
    assert (str(period), period.length, period.frequency) == (text, months, frequency)


@pytest.mark.parametrize(
    ("text", "canonical"), [("2020-01/P12M", "2020"), ("2020-01/P1Y", "2020"), ("2020-07/P6M", "2020-S2")]
)
def test_one_span_has_one_spelling(text, canonical):
    assert str(Period.parse(text)) == canonical


@pytest.mark.parametrize(
    "text", ["", "20", "2020-13", "2020-00", "2020-Q5", "2020-S3", "10/2020", "2020-01/P0M"]
)
def test_what_is_no_period_is_refused_with_the_legal_forms(text):
    with pytest.raises(NotAPeriod) as refused:
        Period.parse(text)
    assert "2020-Q3" in refused.value.say("en")
    assert "2020-Q3" in refused.value.say("vi")


@given(st.integers(1900 * 12, 2100 * 12), st.integers(1, 120))
def test_every_period_survives_its_own_spelling(first, length):
    period = Period(first, length)
    assert Period.parse(str(period)) == period


def test_the_same_period_last_year_and_the_one_before():
    october = Period.month(2020, 10)
    assert str(october.same_last_year()) == "2019-10"
    assert str(Period.month(2020, 1).previous()) == "2019-12"
    assert str(Period.cumulated(2020, 10).same_last_year()) == "2019-01/P10M"


CUT_15 = ReportingWindow("cut_15", Text("chốt ngày 14", "cut on the 14th"), first_day=15, months_before=1)


def test_a_window_from_mid_december_to_mid_december():
    assert CUT_15.days(Period.year(2020)) == (date(2019, 12, 15), date(2020, 12, 14))
    assert CUT_15.days(Period.parse("2020-S1")) == (date(2019, 12, 15), date(2020, 6, 14))


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.integers(1, 28), st.integers(0, 2))
def test_every_day_lies_in_the_month_its_window_gives_it(day, first_day, before):
    window = ReportingWindow("w", Text("w", "w"), first_day, before)
    opens, closes = window.days(window.month_of(day))
    assert opens <= day <= closes
