"""Property 15 of METHODS §9.3: conversion keeps totals; merging alone is exact and invertible by zone."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.figures.methods.crosswalk.apportion import apportion
from tongket.figures.methods.crosswalk.convert import convert
from tongket.figures.methods.crosswalk.walk import composed, crosswalk
from tongket.figures.methods.crosswalk.zones import zones
from tongket.figures.terms.area import Area, AreaLink, AreaMap
from tongket.figures.terms.figure import Cause, ObsStatus

BEGAN, MIDDLE, END = date(2015, 1, 1), date(2020, 1, 1), date(2025, 7, 1)
LAST = {MIDDLE: date(2019, 12, 31), END: date(2025, 6, 30)}
FORMER, BETWEEN, LATER = "abcdef", "mnop", "xyz"


def amounts(places):
    return st.none() | st.decimals(-(10**9), 10**9, places=places, allow_nan=False)


@st.composite
def links(draw, froms, tos, begins, ends, split, gaps):
    """A share in hundredths to one or two of the later units; sometimes nobody knows how much."""
    found = []
    for code in froms:
        to = draw(st.lists(st.sampled_from(tos), min_size=1, max_size=2 if split else 1, unique=True))
        first = draw(st.integers(1, 99)) if len(to) == 2 else 100
        unknown = gaps and len(to) == 2 and draw(st.booleans())
        for later, share in zip(to, (first, 100 - first), strict=False):
            value = None if unknown else Decimal(share) / 100
            found.append(AreaLink("e", code, begins, later, ends, value, "population", True))
    return found


@st.composite
def maps(draw, split=True, gaps=True):
    areas = [Area(code, BEGAN, LAST[MIDDLE], "commune", "xã", code, "") for code in FORMER]
    areas += [Area(code, MIDDLE, LAST[END], "commune", "xã", code, "") for code in BETWEEN]
    areas += [Area(code, END, None, "commune", "xã", code, "") for code in LATER]
    one = draw(links(FORMER, BETWEEN, BEGAN, MIDDLE, split, gaps))
    two = draw(links(BETWEEN, LATER, MIDDLE, END, split, gaps))
    return AreaMap(tuple(areas), (), tuple(one + two))


def values(places=4):
    return st.fixed_dictionaries(dict.fromkeys(FORMER, amounts(places)))


def straight(areas):
    return crosswalk(areas, BEGAN, END, "commune")


@settings(max_examples=100)
@given(maps(), values())
def test_15_totals_are_kept_to_the_last_unit(areas, given_values):
    found = convert(given_values, straight(areas), "flow")
    for zone, total in found.zones.items():
        units = [found.units[code] for code in zone.later]
        if not zone.former:
            assert [unit.cause for unit in units] == [Cause.NOT_COLLECTED]
        elif isinstance(total, Cause):
            assert None in [given_values[code] for code in zone.former]
        elif any(unit.cause is Cause.NOT_COMPARABLE for unit in units):
            assert all(unit.zone == zone for unit in units if unit.cause is Cause.NOT_COMPARABLE)
        else:
            assert sum((unit.value for unit in units), Decimal(0)) == total
    known = [value for value in given_values.values() if value is not None]
    if len(known) == len(FORMER):
        totals = [total for zone, total in found.zones.items() if zone.former]
        assert sum(totals, Decimal(0)) == sum(known, Decimal(0))


@settings(max_examples=50)
@given(maps(), values(0))
def test_15_counts_stay_whole(areas, given_values):
    found = convert(given_values, straight(areas), "count")
    assert all(value is None or value == int(value) for value in found.values().values())


@settings(max_examples=50)
@given(maps(split=False), values())
def test_15_merging_alone_is_exact_and_invertible_by_zone(areas, given_values):
    walk = straight(areas)
    found = convert(given_values, walk, "flow")
    for zone in zones(walk):
        assert len(zone.later) == 1
        unit = found.units[zone.later[0]]
        if unit.value is not None:
            assert (unit.status, unit.quality) == (ObsStatus.NORMAL, 1)
            assert unit.value == found.zones[zone]


@settings(max_examples=50)
@given(maps())
def test_two_steps_are_one_and_every_share_is_accounted_for(areas):
    first = crosswalk(areas, BEGAN, MIDDLE, "commune")
    second = crosswalk(areas, MIDDLE, END, "commune")
    walk = straight(areas)
    assert composed(first, second).later == walk.later
    for code, spread in walk.spreads.items():
        assert composed(first, second).spreads[code] == spread
        whole = sum(spread.parts.values())
        assert whole < 1 if spread.unknown else whole == 1


@settings(max_examples=50)
@given(maps(gaps=False), values(), values())
def test_conversion_of_a_sum_is_the_sum_of_conversions_but_for_the_last_unit(areas, left, right):
    both = {c: None if left[c] is None or right[c] is None else left[c] + right[c] for c in FORMER}
    walk = straight(areas)
    parts = [convert(one, walk, "flow").values() for one in (left, right, both)]
    for code in LATER:
        a, b, whole = (part[code] for part in parts)
        if whole is not None and a is not None and b is not None:
            assert abs(a + b - whole) <= Decimal("0.0003") * len(FORMER)


@given(
    st.decimals(-(10**12), 10**12, places=2, allow_nan=False),
    st.dictionaries(st.text("abc", min_size=1, max_size=2), st.integers(0, 10**6), min_size=1),
)
def test_parts_add_and_keep_their_quota(value, sizes):
    shares = {code: Fraction(size) for code, size in sizes.items()}
    whole = sum(shares.values())
    if not whole:
        return
    parts = apportion(value, shares, 2)
    assert sum(parts.values()) == value
    for code, part in parts.items():
        assert abs(Fraction(part) - Fraction(value) * shares[code] / whole) < Fraction(1, 100)
        assert part == 0 or (part < 0) == (value < 0)
