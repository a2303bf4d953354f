"""Property 16 of METHODS §9.3: a later vintage never alters an earlier as-of answer."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.figures.methods.revisions.statistics import revision_statistics, revisions
from tongket.figures.methods.revisions.vintages import Vintage, revision_triangle, value_as_of
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period

START = datetime(2021, 1, 1)
MOMENT = st.integers(0, 60).map(lambda day: START + timedelta(days=day))
VALUE = st.integers(-1000, 1000).map(Decimal) | st.sampled_from(Cause)
VINTAGES = st.lists(st.builds(Vintage, MOMENT, VALUE), max_size=8)


@given(VINTAGES, MOMENT, VINTAGES)
def test_16_a_later_vintage_alters_no_earlier_answer(vintages, moment, more):
    later = [vintage for vintage in more if vintage.at > moment]
    assert value_as_of([*vintages, *later], moment) == value_as_of(vintages, moment)


@given(VINTAGES, MOMENT)
def test_the_answer_is_one_that_was_published_by_then(vintages, moment):
    found = value_as_of(vintages, moment)
    known = [vintage.value for vintage in vintages if vintage.at <= moment]
    assert found in known if known else found is Cause.NOT_PUBLISHED


@settings(max_examples=60)
@given(st.lists(VINTAGES, min_size=1, max_size=4), st.lists(MOMENT, min_size=1, max_size=5))
def test_a_triangle_is_as_of_at_every_moment_and_grows_at_its_edge_only(lists, moments):
    history = {Period.month(2021, n + 1): vintages for n, vintages in enumerate(lists)}
    triangle = revision_triangle(history, moments)
    wider = revision_triangle(history, [*moments, START + timedelta(days=99)])
    for row, wide, period in zip(triangle.cells, wider.cells, triangle.periods, strict=True):
        assert wide[:-1] == row
        assert list(row) == [value_as_of(history[period], at) for at in triangle.moments]


PAIRS = st.lists(st.tuples(VALUE, VALUE), max_size=30)


@given(PAIRS)
def test_statistics_of_the_pairs(pairs):
    first, later = [p for p, _ in pairs], [latest for _, latest in pairs]
    found = revision_statistics(first, later)
    moved = [r for r in revisions(first, later) if r is not None]
    assert found.pairs == len(moved)
    if not moved:
        assert found.mr is Cause.NOT_PUBLISHED
        return
    assert abs(found.mr) <= found.mar + Decimal("1e-20")
    back = revision_statistics(later, first)
    assert (back.mr, back.mar) == (-found.mr, found.mar)
    if not isinstance(found.bias, Cause):
        assert 0 <= found.bias.p <= 1
        assert back.bias.t == pytest.approx(-found.bias.t)
