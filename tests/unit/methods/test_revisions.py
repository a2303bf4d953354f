"""The edges of vintages, revision statistics and quality indicators. METHODS §7, §9.1 (revisions)."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from tongket.figures.methods.revisions.quality import (
    ReleaseQuality,
    Unit,
    comparable_length,
    completeness,
    item_response,
    over_coverage,
    punctuality,
    release_quality,
    time_lag,
    unit_response,
)
from tongket.figures.methods.revisions.statistics import (
    material,
    relative_revisions,
    revision_statistics,
    revisions,
    t_test,
    usual_lags,
)
from tongket.figures.methods.revisions.vintages import (
    Vintage,
    all_moments,
    as_of,
    revision_triangle,
    value_as_of,
)
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period

D = Decimal
JAN, FEB, MAR = (datetime(2021, month, 6) for month in (1, 2, 3))


def numbers(*values):
    return [v if isinstance(v, Cause) else D(str(v)) for v in values]


def test_as_of_is_the_last_vintage_by_then():
    known = [Vintage(JAN, D(1)), Vintage(MAR, D(3)), Vintage(MAR, D(4), "correction")]
    assert value_as_of(known, datetime(2021, 1, 5)) is Cause.NOT_PUBLISHED
    assert [value_as_of(known, at) for at in (JAN, FEB, MAR)] == [1, 1, 4]
    assert as_of(known, MAR).of == "correction"
    assert value_as_of([], MAR) is Cause.NOT_PUBLISHED


def test_a_withdrawn_value_says_so():
    known = [Vintage(JAN, D(1)), Vintage(FEB, Cause.CONFIDENTIAL)]
    assert value_as_of(known, MAR) is Cause.CONFIDENTIAL


def test_a_triangle_has_a_column_for_every_moment():
    history = {Period.year(2020): [Vintage(FEB, D(2))], Period.year(2019): [Vintage(JAN, D(1))]}
    triangle = revision_triangle(history, all_moments(history))
    assert triangle.periods == (Period.year(2019), Period.year(2020))
    assert triangle.moments == (JAN, FEB)
    assert triangle.cells == ((1, 1), (Cause.NOT_PUBLISHED, 2))
    assert triangle.diagonal(1) == (1, Cause.NOT_PUBLISHED)
    empty = revision_triangle({Period.year(2020): []}, [JAN])
    assert empty.diagonal(0) == (Cause.NOT_PUBLISHED,)


def test_pairs_that_both_vintages_have():
    first, later = numbers(1, 2, Cause.NOT_ANSWERED), numbers(1.5, Cause.NOT_PUBLISHED, 3)
    assert revisions(first, later) == [D("0.5"), None, None]
    found = revision_statistics(first, later)
    assert (found.pairs, found.mr, found.sd, found.bias) == (
        1,
        D("0.5"),
        Cause.NOT_PUBLISHED,
        Cause.NOT_PUBLISHED,
    )
    none = revision_statistics(numbers(Cause.NOT_ANSWERED), numbers(1))
    assert (none.pairs, none.mr, none.sign_changes) == (0, *[Cause.NOT_PUBLISHED] * 2)


def test_growth_rates_that_changed_their_sign():
    first, later = numbers(1, -2, 0, 3), numbers(-1, 2, -1, 4)
    found = revision_statistics(first, later)
    assert found.sign_changes == D("0.5")
    assert (found.mr, found.mar, found.rmar) == (D("0.5"), 2, 1)
    assert float(found.sd) == pytest.approx(2.6457513)
    assert revision_statistics(numbers(1, 2, 3), numbers(0, 0, 0)).rmar is Cause.ZERO_BASE


def test_relative_revisions_and_their_absences():
    found = relative_revisions(
        numbers(100, 0, -5, Cause.NOT_ANSWERED, 1), numbers(101, 1, 1, 1, Cause.REFUSED)
    )
    assert found == [1, Cause.ZERO_BASE, Cause.UNDEFINED, Cause.NOT_ANSWERED, Cause.NOT_PUBLISHED]


def test_the_ordinary_t_test_is_the_case_without_lags():
    moved = numbers(1, 2, 3, 4)
    found = t_test(moved, lags=0)
    assert found.t == pytest.approx(2.5 / ((5 / 3) ** 0.5 / 2))
    assert found.p == pytest.approx(0.0304662, abs=1e-6)  # Student's t, 3 degrees of freedom
    assert t_test(numbers(1, 2)) is Cause.NOT_PUBLISHED
    assert t_test(numbers(1, 1, 1)) is Cause.UNDEFINED
    assert [usual_lags(n) for n in (7, 36, 100)] == [2, 3, 4]
    with pytest.raises(ValueError, match="Lags"):
        t_test(moved, lags=4)


def test_material_is_more_than_twice_the_mean():
    assert material(D(-5), D(2)) is True
    assert material(D(4), D(2)) is False
    assert material(D("0.1"), D(0)) is True
    assert material(D(1), Cause.NOT_PUBLISHED) is None


FRAME = [
    Unit(D(1), responded=True, items=4),
    Unit(D(3), responded=True, items=2),
    Unit(D(4)),
    Unit(D(2), in_scope=False),
]


def test_rates_of_a_collection():
    assert completeness({"a", "b", "z"}, {"a", "b", "c", "d"}) == D("0.5")
    assert completeness({"a"}, set()) is Cause.NOT_DUE
    assert over_coverage(FRAME) == D("0.2")
    assert unit_response(FRAME) == D("0.5")
    assert item_response(FRAME, 4) == D(10) / 16
    assert (over_coverage([]), unit_response(FRAME[3:])) == (Cause.NOT_DUE, Cause.NOT_DUE)
    assert item_response(FRAME[2:], 4) is Cause.NOT_ANSWERED
    assert item_response(FRAME, 0) is Cause.NOT_DUE


def test_time_and_punctuality():
    assert time_lag(date(2020, 12, 31), date(2021, 1, 6)) == 6
    assert punctuality(date(2021, 1, 5), date(2021, 1, 6)) == 1
    assert punctuality(date(2021, 1, 8), date(2021, 1, 6)) == -2
    assert punctuality(None, date(2021, 1, 6)) is Cause.NOT_PUBLISHED


def test_length_of_the_comparable_series():
    def series(*statuses):
        return [(Period.year(2015 + n), ObsStatus(status)) for n, status in enumerate(statuses)]

    assert comparable_length(series(*"AAAAA")) == 5
    assert comparable_length(series(*"AABAE")) == 3
    assert comparable_length(series(*"AAOAA")) == 2
    assert comparable_length(series(*"AAAAO")) == 0
    assert comparable_length([]) == 0
    gap = series(*"AAAAA")
    assert comparable_length([*gap[:2], *gap[3:]]) == 2


def test_the_short_report_of_a_release():
    series = [(Period.year(2020), ObsStatus.NORMAL)]
    found = release_quality({"a"}, {"a"}, FRAME, D("0.1"), date(2020, 12, 31), None, date(2021, 1, 6), series)
    assert found == ReleaseQuality(D(1), D("0.5"), D("0.1"), 6, Cause.NOT_PUBLISHED, 1)
