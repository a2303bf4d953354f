"""The quality report of a release: every indicator by hand, a sentence each in both languages."""

from datetime import date
from decimal import Decimal

from tests.unit.observations.test_book import INDICATORS, months, seen, series

from tongket.figures.observations.book import Book
from tongket.figures.observations.release_quality import Returns, series_quality, timeliness, told
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

SALES, YEAR = series("sales"), Period.parse("2020")
TONNES = Text("tấn", "tons")


def book(*observations):
    return Book(INDICATORS, tuple(observations))


def returns(due, answered):
    months_of = [Period.month(2020, month) for month in range(1, 13)]
    return Returns(dict.fromkeys(months_of, due), dict(zip(months_of, answered, strict=True)))


def reported():
    """Eleven months of 100, of which May was stood in for; December was out, and the year an estimate."""
    values = [100] * 11
    then = [one for one in months(SALES, 2020, values) if one.period != Period.parse("2020-05")]
    then.append(seen(SALES, "2020-05", 100, status=ObsStatus.IMPUTED))
    then += [seen(SALES, "2020-12", None, cause=Cause.NOT_ANSWERED), seen(SALES, "2020", 1200)]
    moved = [100, 103, 97, 100, 112, 100, 100, 100, 100, 100, 100, 130]
    now = [*months(SALES, 2020, moved), seen(SALES, "2020", 1242)]
    return series_quality(SALES, YEAR, book(*then), book(*now), returns(4, [4] * 11 + [3]))


def test_each_indicator_is_what_the_vintages_say():
    found = reported()
    assert found.completeness == Decimal(11) / 12
    assert found.response == Decimal(47) / 48
    assert found.imputed == Decimal(1) / 11
    assert found.comparable == 0  # the last month was absent, so nothing runs up to it
    # Revisions 0 +3 -3 0 +12 and six of 0: mean 12/11, mean size 18/11; 12 is above twice 6/4.
    assert (found.revisions.pairs, found.revisions.mr, found.revisions.mar) == (
        11, Decimal(12) / 11, Decimal(18) / 11
    )  # fmt: skip
    assert found.material == 1
    assert found.year == (1200, 1242)


def test_every_indicator_has_a_sentence_in_both_languages():
    said = told(reported(), 0, TONNES)
    english = " | ".join(one["en"] for one in said)
    for part in (
        "R1 completeness of the year: 91.7 %",
        "A4 returns in of those due: 97.9 %",
        "rests on returns stood in for: 9.1 %",
        "The year: released 1,200, now 1,242 tons",
        "over 11 periods: mean 1.1, mean size 1.6 tons",
        "1 material revisions",
        "Bias of the revisions: t = ",
    ):
        assert part in english
    assert all(one["vi"] and one["vi"] != one["en"] for one in said)


def test_a_series_nobody_asked_for_has_no_rates_and_no_revisions():
    found = series_quality(SALES, YEAR, book(), book(), Returns({}, {}))
    assert (found.completeness, found.response, found.imputed) == (
        Cause.NOT_DUE, Cause.NOT_DUE, Cause.NOT_ANSWERED
    )  # fmt: skip
    said = [one["en"] for one in told(found, 0, TONNES)]
    assert "R1 completeness of the year: not known" in said
    assert said[-1] == "A6 no period has a figure in both vintages yet"


def test_timeliness_is_told_from_the_end_of_the_year_and_against_a_calendar():
    lag, unknown = timeliness(YEAR, date(2021, 1, 15))
    assert lag["en"] == "TP1 released 15 days after the end of the year"
    assert "no release calendar" in unknown["en"]
    assert timeliness(YEAR, date(2021, 1, 15), date(2021, 1, 10))[1]["en"] == "TP3 5 days after the calendar"
