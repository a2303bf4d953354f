"""Property 11: what months make of a quarter and a year, and the year to date of twelve months."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.review.invented import catalogue, key, seen

from tongket.figures.observations.book import Book
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period

FLOW, STOCK, INDEX = key("industrial_output"), key("households"), key("IIP")
MONTHS = st.lists(st.none() | st.integers(0, 10**6).map(Decimal), min_size=12, max_size=12)
QUARTERS = [Period.parse(f"2020-Q{quarter}") for quarter in (1, 2, 3, 4)]


def told(series, months):
    """What a book with these months says of any period."""
    year = ((Period.month(2020, m), value) for m, value in enumerate(months, start=1))
    return Book(
        catalogue().indicators,
        tuple(seen(series, month, value) for month, value in year if value is not None),
    )


@given(MONTHS)
def test_11_a_year_to_date_of_twelve_months_is_the_year(months):
    for series in (FLOW, STOCK, INDEX):
        book = told(series, months)
        assert book.level(series, Period.cumulated(2020, 12)) == book.level(series, Period.year(2020))


@given(MONTHS)
def test_11_a_quarter_of_a_flow_is_the_sum_of_its_months_and_of_a_stock_its_last(months):
    flow, stock = told(FLOW, months), told(STOCK, months)
    for place, quarter in enumerate(QUARTERS):
        three = months[3 * place : 3 * place + 3]
        if None in three:
            assert flow.level(FLOW, quarter).value is None
        else:
            assert flow.level(FLOW, quarter).value == sum(three)
        assert stock.level(STOCK, quarter).value == three[2]


@given(MONTHS)
def test_11_quarters_make_the_year_and_a_missing_month_leaves_both_missing(months):
    flow, index = told(FLOW, months), told(INDEX, months)
    year, mean = flow.level(FLOW, Period.year(2020)), index.level(INDEX, Period.year(2020))
    if None in months:
        assert (year.value, mean.value) == (None, None)
        assert isinstance(year.cause, Cause)
        return
    assert year.value == sum(flow.level(FLOW, quarter).value for quarter in QUARTERS)
    assert float(mean.value) == pytest.approx(float(sum(months)) / 12)
