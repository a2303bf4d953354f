"""Property 13 of METHODS §9.3, imputation never changes an observed value, and what goes with it; the range
of what is still out holds whatever comes; and property 18, a number read is the number written."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.figures.methods.imputation.ladder import impute
from tongket.figures.methods.imputation.outstanding import (
    AbsentPair,
    Bounds,
    IndexedProduct,
    index_range,
    ratio_range,
    total_range,
)
from tongket.figures.methods.imputation.record import Balance, Escalated, Imputed, Method, Record
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.numerals import read_number, write_number

D = Decimal
AMOUNT = st.integers(0, 10**6).map(Decimal)
GAPPY = st.none() | AMOUNT
CLASSES = [("A1", "A"), ("A2", "A"), ("B1", "B")]


@st.composite
def records(draw):
    count = draw(st.integers(1, 14))
    return [
        Record(
            f"u{n}",
            draw(st.sampled_from(CLASSES)),
            draw(GAPPY),
            draw(GAPPY),
            draw(GAPPY),
            draw(st.sampled_from(Method)),
            draw(st.none() | st.none() | AMOUNT),
            draw(st.none() | st.builds(Balance, GAPPY, st.tuples(GAPPY, GAPPY))),
            draw(st.booleans()),
        )
        for n in range(count)
    ]


@settings(max_examples=80)
@given(records(), st.text(max_size=3))
def test_13_an_observed_value_is_never_changed(given_records, seed):
    outcomes = impute(given_records, seed=seed)
    assert list(outcomes) == [record.unit for record in given_records]
    for record in given_records:
        found = outcomes[record.unit]
        if record.now is not None:
            assert found == Imputed(record.now, Method.OBSERVED)
        elif isinstance(found, Imputed):
            assert found.method is not Method.OBSERVED
            assert found.value >= 0
            assert record.unit not in found.donors
        else:
            assert found is Cause.NOT_ANSWERED or isinstance(found, Escalated)
        if record.take_all and record.now is None and isinstance(found, Imputed):
            assert found.method is Method.DEDUCTIVE


@settings(max_examples=40)
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(given_records, random):
    shuffled = list(given_records)
    random.shuffle(shuffled)
    assert impute(shuffled) == impute(given_records)


@settings(max_examples=40)
@given(records())
def test_donors_answered_and_share_the_class(given_records):
    by_name = {record.unit: record for record in given_records}
    for unit, found in impute(given_records).items():
        if isinstance(found, Imputed) and found.donors:
            assert all(by_name[donor].now is not None for donor in found.donors)
            assert all(found.donor_class in by_name[donor].classes for donor in found.donors)
            assert found.donor_class in by_name[unit].classes
            assert len(found.donors) >= (1 if found.method is Method.HOT_DECK else 5)


@settings(max_examples=40)
@given(records(), st.integers(2, 1000))
def test_another_unit_of_measure_changes_no_choice(given_records, times):
    def scaled(value):
        return None if value is None else value * times

    larger = [
        replace(
            r,
            now=scaled(r.now),
            previous=scaled(r.previous),
            last_year=scaled(r.last_year),
            administrative=scaled(r.administrative),
            balance=r.balance and Balance(scaled(r.balance.total), tuple(map(scaled, r.balance.others))),
        )
        for r in given_records
    ]
    small, large = impute(given_records), impute(larger)
    for unit, found in small.items():
        other = large[unit]
        if isinstance(found, Imputed):
            assert other.method is found.method
            assert float(other.value) == pytest.approx(float(found.value * times))


@st.composite
def bounded(draw):
    low, high, share = draw(AMOUNT), draw(AMOUNT), draw(st.integers(0, 10))
    low, high = min(low, high), max(low, high)
    return Bounds(low, high), low + (high - low) * share / 10


@given(AMOUNT, st.lists(bounded(), max_size=8))
def test_the_total_that_comes_lies_in_the_range_and_each_answer_narrows_it(known, units):
    absent = {str(n): bounds for n, (bounds, _) in enumerate(units)}
    found = total_range(known, absent)
    assert found.low <= known + sum(value for _, value in units) <= found.high
    assert sum((width for _, width in found.drivers), D(0)) == found.high - found.low
    for n, (_, value) in enumerate(units):
        del absent[str(n)]
        known += value
        nearer = total_range(known, absent)
        assert found.low <= nearer.low <= nearer.high <= found.high
        found = nearer
    assert found.low == found.high == known


@settings(max_examples=150)
@given(AMOUNT, st.integers(1, 10**6).map(Decimal), st.lists(st.tuples(bounded(), bounded()), max_size=5))
def test_the_ratio_that_comes_lies_in_the_range(numerator, denominator, units):
    absent = {str(n): AbsentPair(above[0], below[0]) for n, (above, below) in enumerate(units)}
    found = ratio_range(numerator, denominator, absent)
    n = numerator + sum(above[1] for above, _ in units)
    d = denominator + sum(below[1] for _, below in units)
    assert float(found.low) <= float(n / d) * (1 + 1e-12)
    assert float(n / d) <= float(found.high) * (1 + 1e-12)
    if all(above[1] <= below[1] for above, below in units):
        tied = ratio_range(numerator, denominator, absent, part_of_whole=True)
        assert float(tied.low) <= float(n / d) * (1 + 1e-12)
        assert float(n / d) <= float(tied.high) * (1 + 1e-12)
        assert found.low <= tied.low * (1 + D("1e-20"))
        assert tied.high <= found.high * (1 + D("1e-20"))


@settings(max_examples=60)
@given(
    AMOUNT,
    st.integers(1, 10**6).map(Decimal),
    st.lists(st.tuples(bounded(), bounded()), max_size=3),
    st.booleans(),
)
def test_the_ends_of_a_ratio_are_those_of_trying_every_corner(numerator, denominator, units, tied):
    corners = []
    for (above, _), (below, _) in units:
        points = [(x, y) for x in (above.low, above.high) for y in (below.low, below.high)]
        if tied:
            points += [(y, y) for y in (below.low, below.high) if above.low <= y <= above.high]
            points += [(x, x) for x in (above.low, above.high) if below.low <= x <= below.high]
            points = [point for point in points if point[0] <= point[1]]
        corners.append(points)
    found = ratio_range(
        numerator,
        denominator,
        {str(n): AbsentPair(a[0], b[0]) for n, (a, b) in enumerate(units)},
        part_of_whole=tied,
    )
    if not all(corners):
        assert found is Cause.UNDEFINED
        return
    every = [
        (numerator + sum(p[0] for p in chosen)) / (denominator + sum(p[1] for p in chosen))
        for chosen in product(*corners)
    ]
    assert float(found.low) == pytest.approx(float(min(every)), rel=1e-12)
    assert float(found.high) == pytest.approx(float(max(every)), rel=1e-12)


@settings(max_examples=75)
@given(
    st.lists(st.tuples(st.integers(1, 99), st.integers(1, 999), AMOUNT, bounded()), min_size=1, max_size=6)
)
def test_the_index_that_comes_lies_in_the_range(rows):
    products = [IndexedProduct(D(w), D(q0), known, {"z": one[0]}) for w, q0, known, one in rows]
    found = index_range(products)
    whole = sum(w for w, *_ in rows)
    level = sum(float(100 * w * (known + one[1]) / q0) for w, q0, known, one in rows) / whole
    assert float(found.low) * (1 - 1e-9) <= level <= float(found.high) * (1 + 1e-9)


@given(
    st.decimals(-(10**12), 10**12, places=3, allow_nan=False),
    st.integers(0, 3),
    st.sampled_from(["vi", "en"]),
)
def test_18_a_number_read_is_the_number_written(value, places, lang):
    written = write_number(value, places, lang)
    assert write_number(read_number(written, lang), places, lang) == written
