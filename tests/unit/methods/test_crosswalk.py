"""The edges of a conversion between maps. METHODS §6, §9.1 (convert_geo)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tongket.figures.methods.crosswalk.apportion import apportion
from tongket.figures.methods.crosswalk.both_maps import both_maps
from tongket.figures.methods.crosswalk.convert import NotConvertible, convert, convert_ratio
from tongket.figures.methods.crosswalk.targets import Reallocated, Retired, carry_rate, reallocate_targets
from tongket.figures.methods.crosswalk.walk import (
    Crosswalk,
    MapRefused,
    Spread,
    composed,
    crosswalk,
    reshared,
)
from tongket.figures.methods.crosswalk.zones import Zone, zones
from tongket.figures.terms.area import Area, AreaLink, AreaMap
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period

OLD, NEW = date(2015, 1, 1), date(2025, 7, 1)
LAST, YEAR_END = date(2025, 6, 30), date(2025, 12, 31)
D = Decimal


def world(links, kept=(), new=None):
    """Old units that ended, the units their links lead to, and units that stayed."""
    former = dict.fromkeys(link[0] for link in links)
    later = dict.fromkeys(new if new is not None else [link[1] for link in links])
    areas = [Area(code, OLD, LAST, "commune", "xã", code, "") for code in former]
    areas += [Area(code, NEW, None, "commune", "xã", code, "") for code in later]
    areas += [Area(code, OLD, None, "commune", "xã", code, "") for code in kept]
    return AreaMap(
        tuple(areas),
        (),
        tuple(
            AreaLink("e", a, OLD, b, NEW, None if share is None else D(share), basis, True)
            for a, b, share, basis in links
        ),
    )


def walk(*links, kept=(), new=None):
    return crosswalk(world(links, kept, new), LAST, NEW, "commune")


SPLIT = walk(
    ("a", "x", "0.4", "population"), ("a", "y", "0.6", "population"), ("b", "y", "1", "exact"), kept="k"
)


def test_a_split_is_apportioned_on_its_stated_basis():
    found = convert({"a": D(1000), "b": D(500), "k": D(7)}, SPLIT, "flow").units
    assert {code: unit.value for code, unit in found.items()} == {"x": 400, "y": 1100, "k": 7}
    assert found["x"].bases == {"population"}
    assert {code: unit.status for code, unit in found.items()} == {"x": "E", "y": "E", "k": "A"}
    assert (found["x"].quality, found["k"].quality) == (D("0.4"), 1)
    # (1000 x .6^2 + 500 x 1) / (600 + 500)
    assert found["y"].quality == D(860) / 1100


def test_a_basis_that_is_not_accepted_refuses_with_the_zone():
    found = convert({"a": D(1000), "b": D(500), "k": D(7)}, SPLIT, "flow", accept={"households"})
    zone = Zone(("a", "b"), ("x", "y"))
    assert found.units["x"].cause is Cause.NOT_COMPARABLE
    assert found.units["y"].zone == zone
    assert found.zones[zone] == 1500
    assert found.units["k"].value == 7


def test_shares_measured_nearer_to_the_variable():
    unknown = walk(("a", "x", None, ""), ("a", "y", None, ""))
    assert convert({"a": D(10)}, unknown, "count").units["x"].cause is Cause.NOT_COMPARABLE
    known = reshared(unknown, {"a": {"x": D(5200), "y": D(7800)}}, "population")
    found = convert({"a": D(1000)}, known, "count").units  # TV-25
    assert (found["x"].value, found["y"].value) == (400, 600)
    assert (found["x"].quality, found["x"].bases) == (D("0.4"), {"population"})
    for sizes in [{"x": D(1), "z": D(1)}, {"x": D(0), "y": D(0)}, {"x": D(-1), "y": D(2)}]:
        with pytest.raises(MapRefused):
            reshared(unknown, {"a": sizes}, "population")


def test_null_stays_null_and_zero_is_a_value():
    found = convert({"a": None, "b": D(500), "k": D(0)}, SPLIT, "flow")
    assert found.values() == {"x": None, "y": None, "k": 0}
    assert {found.units[code].cause for code in "xy"} == {Cause.NOT_ANSWERED}
    assert found.zones[Zone(("a", "b"), ("x", "y"))] is Cause.NOT_ANSWERED
    assert convert({"a": D(0), "b": D(0)}, SPLIT, "flow").units["y"].quality == D("1.36") / D("1.6")


def test_the_sign_is_kept_and_counts_stay_whole():
    found = convert({"a": D(-7), "b": D(2)}, SPLIT, "count").units
    assert (found["x"].value, found["y"].value) == (-3, -2)
    assert convert({"a": D(7), "b": D(0)}, SPLIT, "flow").units["x"].value == D("2.8")


def test_a_known_share_beside_an_unknown_rest():
    partly = walk(("a", "x", "0.5", "population"), ("a", "y", None, ""), ("a", "z", None, ""))
    found = convert({"a": D(10)}, partly, "flow").units
    assert found["x"].value == 5
    assert {found[code].cause for code in "yz"} == {Cause.NOT_COMPARABLE}
    settled = walk(("a", "x", "0.25", "population"), ("a", "y", None, ""))
    assert settled.spreads["a"].parts == {"x": Fraction(1, 4), "y": Fraction(3, 4)}


def test_zero_shares_are_dropped():
    dropped = walk(("a", "x", "1", "exact"), ("a", "y", "0", "population"), ("b", "y", "1", "exact"))
    assert dropped.one_to_one("a") == "x"
    assert len(zones(dropped)) == 2
    nothing_left = walk(("a", "x", "1", "exact"), ("a", "y", None, ""))
    assert nothing_left.spreads["a"].parts == {"x": 1}
    assert not nothing_left.spreads["a"].unknown


@pytest.mark.parametrize("shares", [("0.5", "0.4"), ("0.9", "0.2"), ("1.2", "-0.2"), ("1.1", None)])
def test_shares_that_do_not_sum_to_one_are_refused(shares):
    with pytest.raises(MapRefused, match="sum to"):
        walk(("a", "x", shares[0], "population"), ("a", "y", shares[1], "population"))


def test_other_breaches_of_the_map():
    ended = AreaMap((Area("a", OLD, LAST, "commune", "xã", "A", ""),))
    with pytest.raises(MapRefused, match="without a successor"):
        crosswalk(ended, LAST, NEW, "commune")
    with pytest.raises(MapRefused, match="does not have"):
        walk(("a", "x", "1", "exact"), new=())
    with pytest.raises(MapRefused, match="not on the former map"):
        convert({"zz": D(1)}, SPLIT, "flow")
    with pytest.raises(ValueError, match="forward"):
        crosswalk(ended, NEW, LAST, "commune")
    with pytest.raises(MapRefused, match="do not meet"):
        composed(SPLIT, SPLIT)


def test_a_code_used_again_is_another_unit():
    # The code "a" is abolished into x, and given to the unit that was b.
    again = walk(("a", "x", "1", "exact"), ("b", "a", "1", "exact"))
    assert convert({"a": D(1), "b": D(2)}, again, "flow").values() == {"x": 1, "a": 2}


def test_a_unit_from_nowhere_has_no_value():
    fresh = walk(("a", "x", "1", "exact"), new=("x", "n"))
    assert convert({"a": D(1)}, fresh, "flow").units["n"].cause is Cause.NOT_COLLECTED
    assert convert({"a": D(1)}, fresh, "flow").zones[Zone((), ("n",))] is Cause.NOT_COLLECTED


@pytest.mark.parametrize("measure", ["ratio", "index", "median", "distinct_count"])
def test_what_does_not_add_is_not_carried(measure):
    with pytest.raises(NotConvertible) as refusal:
        convert({}, SPLIT, measure)
    assert refusal.value.sentence.vi != refusal.value.sentence.en


def test_a_ratio_by_its_two_sides():
    found = convert_ratio({"a": D(90), "b": D(10)}, {"a": D(100), "b": D(20)}, SPLIT).units
    assert (found["x"].value, found["y"].value) == (D("0.9"), D(64) / 80)
    assert found["y"].quality == min(D("42.4") / 64, D(56) / 80)
    nothing = convert_ratio({"a": D(0), "b": D(0), "k": None}, {"a": D(0), "b": D(0), "k": D(1)}, SPLIT).units
    assert (nothing["x"].cause, nothing["k"].cause) == (Cause.ZERO_BASE, Cause.NOT_ANSWERED)
    closed = convert_ratio({"a": D(1)}, {"a": D(1)}, SPLIT, accept=()).units["x"]
    assert (closed.cause, closed.zone) == (Cause.NOT_COMPARABLE, Zone(("a", "b"), ("x", "y")))


def test_largest_remainder():
    thirds = dict.fromkeys("abc", Fraction(1, 3))
    assert apportion(D(100), thirds) == {"a": 34, "b": 33, "c": 33}
    assert apportion(D(-100), thirds) == {"a": -34, "b": -33, "c": -33}
    assert apportion(D("0.01"), thirds) == {"a": D("0.01"), "b": 0, "c": 0}
    assert apportion(D("1E+3"), {"a": Fraction(1)}) == {"a": 1000}
    with pytest.raises(ValueError, match="sum above 0"):
        apportion(D(1), {"a": Fraction(0)})
    # Balinski and Young's Alabama case: 26 seats for 9061, 7179, 5259, 3319, 1182.
    states = dict(zip("ABCDE", map(Fraction, (9061, 7179, 5259, 3319, 1182)), strict=True))
    assert list(apportion(D(26), states).values()) == [9, 7, 5, 4, 1]


def test_targets_re_allocated_or_retired():
    whole = walk(("a", "x", "1", "exact"), ("b", "x", "1", "exact"), ("c", "y", "1", "exact"), kept="k")
    base = {"north": {"a": D(30), "b": D(50), "c": D(20)}, "south": {"k": D(4)}}
    found = reallocate_targets({"north": D(1000), "south": None}, base, whole)
    assert found["x"] == Reallocated(D(800), ("north",))
    assert found["y"] == Reallocated(D(200), ("north",))
    assert isinstance(found["k"], Retired)
    assert "south" in found["k"].because.en
    no_base = reallocate_targets({"north": D(9)}, {"north": {"a": D(1), "b": None, "c": D(1)}}, whole)
    assert all(isinstance(one, Retired) for one in no_base.values())
    assert set(no_base) == {"x", "y"}
    partly = reallocate_targets({"north": D(9)}, {"north": {"a": D(1)}}, whole)
    assert "ground that had no target" in partly["x"].because.en
    assert carry_rate(D("0.98"), "c", whole) == ("y", D("0.98"))
    assert isinstance(carry_rate(D("0.98"), "a", whole), Retired)


def test_both_maps_of_a_series():
    areas = world([("a", "x", "0.5", "population"), ("a", "y", "0.5", "population")], kept="k")
    before, after = Period.month(2025, 6), Period.month(2025, 7)
    found = both_maps(
        {before: {"a": D(10), "k": D(1)}, after: {"x": D(6), "k": None}}, areas, YEAR_END, "commune"
    )
    assert {row.status for row in found.as_was[before].values()} == {ObsStatus.NORMAL}
    assert found.as_was[after]["x"].status is ObsStatus.BREAK
    assert found.as_was[after]["k"].status is ObsStatus.MISSING
    assert found.on_map[before].values() == {"x": 5, "y": 5, "k": 1}
    assert found.on_map[after].values() == {"x": 6, "y": None, "k": None}


def test_a_hand_made_crosswalk():
    assert Crosswalk({"a": Spread({"x": Fraction(1)})}, ("x",)).one_to_one("a") == "x"
