"""The edges of shift-share and of the location quotient."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures.methods.structure.location_quotient import location_quotient
from tongket.figures.methods.structure.shift_share import Industry, Shift, shift_share
from tongket.figures.terms.figure import Cause

D = Decimal


def industry(*values):
    return Industry(*(None if value is None else D(str(value)) for value in values))


def test_the_parts_of_one_industry():
    found = shift_share({"a": industry(100, 130, 1000, 1100), "b": industry(50, 40, 3000, 3700)})
    assert found.industries["a"] == Shift(D(30), D(20), D(-10), D(20))  # nation +20 %, industry +10 %
    assert found.total.change == 20


def test_an_industry_new_to_the_region_grew_by_its_own_strength():
    found = shift_share({"a": industry(0, 5, 0, 9), "b": industry(10, 10, 100, 100)})
    assert found.industries["a"] == Shift(D(5), D(0), D(0), D(5))
    assert found.total.change == 5


def test_absences():
    whole = industry(1, 1, 10, 10)
    one_missing = shift_share({"a": industry(None, 5, 10, 10), "b": whole})
    assert one_missing.industries["a"] is Cause.NOT_ANSWERED
    assert isinstance(one_missing.industries["b"], Shift)
    assert one_missing.total is Cause.NOT_ANSWERED
    no_nation = shift_share({"a": industry(1, 1, None, 10), "b": whole})
    assert set(no_nation.industries.values()) == {Cause.NOT_ANSWERED}
    assert shift_share({"a": industry(0, 0, 0, 0)}).total is Cause.ZERO_BASE
    assert shift_share({"a": industry(0, 0, -1, 0)}).total is Cause.UNDEFINED
    assert shift_share({"a": industry(20, 1, 10, 10), "b": whole}).total is Cause.UNDEFINED
    assert shift_share({"a": industry(-1, 1, 10, 10), "b": whole}).industries["a"] is Cause.UNDEFINED
    assert shift_share({}).total is Cause.NOT_ANSWERED


AMOUNT = st.decimals(0, 10**9, places=3, allow_nan=False)


@given(st.lists(st.tuples(AMOUNT, AMOUNT, AMOUNT, AMOUNT), min_size=1, max_size=6))
def test_the_parts_add_exactly(rows):
    table = {
        str(n): Industry(before, now, before + rest, now + rest_now + 1)
        for n, (before, now, rest, rest_now) in enumerate(rows)
    }
    found = shift_share(table)
    if isinstance(found.total, Cause):
        return
    for shift in (*found.industries.values(), found.total):
        assert shift.national + shift.industry + shift.regional == shift.change
    assert found.total.change == sum(now - before for before, now, _, _ in rows)


def test_location_quotient_edges():
    assert location_quotient(D(0), D(10), D(5), D(100)) == 0
    assert location_quotient(D(0), D(10), D(0), D(100)) is Cause.ZERO_BASE
    assert location_quotient(D(0), D(0), D(5), D(100)) is Cause.ZERO_BASE
    assert location_quotient(D(0), D(0), D(0), D(0)) is Cause.ZERO_BASE
    assert location_quotient(D(5), D(4), D(5), D(100)) is Cause.UNDEFINED
    assert location_quotient(D(6), D(10), D(5), D(100)) is Cause.UNDEFINED
    assert location_quotient(D(1), D(200), D(5), D(100)) is Cause.UNDEFINED
    assert location_quotient(D(-1), D(10), D(5), D(100)) is Cause.UNDEFINED
    assert location_quotient(D(10), D(100), D(10), D(100)) == 1
    for place in range(4):
        values = [D(1), D(2), D(3), D(4)]
        values[place] = None
        assert location_quotient(*values) is Cause.NOT_ANSWERED


@pytest.mark.parametrize("times", [D(3), D("0.25")])
def test_another_unit_of_measure_changes_no_quotient(times):
    values = [D(8), D(100), D(90), D(2000)]
    assert location_quotient(*values) == location_quotient(*(times * value for value in values))
