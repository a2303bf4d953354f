"""The maps of Sơn La: 204 communes, 200 from February 2025, 75 from July 2025 (examples/sonla/SOURCES.md)."""

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tongket.figures.methods.crosswalk.apportion import apportion
from tongket.figures.methods.crosswalk.both_maps import both_maps
from tongket.figures.methods.crosswalk.convert import convert, convert_ratio
from tongket.figures.methods.crosswalk.targets import Reallocated, Retired, reallocate_targets
from tongket.figures.methods.crosswalk.walk import MapRefused, composed, crosswalk
from tongket.figures.methods.crosswalk.zones import zone_of, zones
from tongket.figures.terms.figure import Cause, ObsStatus
from tongket.figures.terms.period import Period

IN_2020, IN_MAY_2025, NOW = date(2020, 12, 31), date(2025, 5, 31), date(2025, 12, 31)


@pytest.fixture(scope="module")
def steps(sonla):
    return (
        crosswalk(sonla, IN_2020, IN_MAY_2025, "commune"),
        crosswalk(sonla, IN_MAY_2025, NOW, "commune"),
        crosswalk(sonla, IN_2020, NOW, "commune"),
    )


def invented(walk):
    """A value for every former unit, each another one."""
    return {code: Decimal(1000 + 7 * place) for place, code in enumerate(sorted(walk.spreads))}


def test_tv_25_a_unit_split_by_population():
    assert apportion(Decimal(1000), {"a": Fraction(5200), "b": Fraction(7800)}) == {"a": 400, "b": 600}


def test_tv_11_shares_of_retail_trade_sum_to_100_by_largest_remainder():
    parts = {code: Fraction(n) for code, n in enumerate([29726521, 6651299, 46255, 4605310])}
    shares = apportion(Decimal(100), parts, decimals=2)
    assert sum(shares.values()) == 100
    assert list(shares.values()) == [Decimal(s) for s in ("72.45", "16.21", "0.11", "11.23")]  # as published


def test_the_maps_have_204_200_and_75_communes(steps):
    first, second, straight = steps
    assert (len(first.spreads), len(first.later)) == (204, 200)
    assert (len(second.spreads), len(second.later)) == (200, 75)
    assert (len(straight.spreads), len(straight.later)) == (204, 75)


def test_two_steps_are_the_straight_way(steps):
    first, second, straight = steps
    assert composed(first, second) == straight


def test_totals_are_kept_to_the_last_unit_on_every_zone(steps):
    for walk in steps:
        values = invented(walk)
        found = convert(values, walk, "count")
        assert sum(found.zones.values()) == sum(values.values())
        for zone, total in found.zones.items():
            parts = [found.units[code].value for code in zone.later]
            assert None in parts or sum(parts) == total


def test_unknown_shares_refuse_with_their_zone(steps):
    first, _, _ = steps
    found = convert(invented(first), first, "flow")
    closed = {code for code, unit in found.units.items() if unit.cause is Cause.NOT_COMPARABLE}
    assert {"03721", "03748", "03766"} <= closed
    unit = found.units["03748"]
    assert (unit.value, unit.status) == (None, ObsStatus.MISSING)
    assert set(unit.zone.former) == {"03721", "03748", "03751", "03766"}
    assert set(unit.zone.later) == {"03721", "03748", "03766"}
    total = sum(invented(first)[code] for code in unit.zone.former)
    assert found.zones[unit.zone] == total
    assert "03721, 03748, 03766" in unit.because.vi


def test_a_share_unknown_in_february_is_known_where_all_its_pieces_met_again_in_july(steps):
    first, _, straight = steps
    unknown = {code for code, spread in first.spreads.items() if spread.unknown}
    still = {code for code, spread in straight.spreads.items() if spread.unknown}
    assert len(unknown) == 10
    assert still < unknown
    known = {code: straight.spreads[code].parts for code in unknown - still}
    assert known
    assert all(list(parts.values()) == [1] for parts in known.values())


def test_merging_alone_is_exact(steps):
    _, second, _ = steps
    values = invented(second)
    found = convert(values, second, "flow")
    assert {unit.quality for unit in found.units.values()} == {Decimal(1)}
    assert {unit.status for unit in found.units.values()} == {ObsStatus.NORMAL}
    assert sum(unit.value for unit in found.units.values()) == sum(values.values())
    assert len(zones(second)) == 75


def test_old_districts_make_eleven_exact_zones(sonla, steps):
    _, second, _ = steps
    district = {a.code: a.parent_code for a in sonla.in_force(IN_MAY_2025, "commune")}
    found = zones(second, district)
    assert len(found) == 11
    assert [zone.former for zone in found if len(zone.former) > 1] == [("123", "128")]  # Mộc Châu, Vân Hồ


def test_a_district_target_goes_to_its_new_communes(sonla, steps):
    _, second, _ = steps
    values = invented(second)
    members: dict[str, dict[str, Decimal]] = {}
    for area in sonla.in_force(IN_MAY_2025, "commune"):
        members.setdefault(area.parent_code, {})[area.code] = values[area.code]
    targets = {district: Decimal(10_000) for district in members}
    everywhere = reallocate_targets(targets, members, second, decimals=0)
    assert len(everywhere) == 75
    assert all(isinstance(found, Reallocated) for found in everywhere.values())
    assert sum(found.value for found in everywhere.values()) == 120_000
    only = reallocate_targets({"123": Decimal(10_000)}, members, second, decimals=0)
    retired = [code for code, found in only.items() if isinstance(found, Retired)]
    names = {area.code: area.name for area in sonla.in_force(NOW, "commune")}
    assert [names[code] for code in retired] == ["Chiềng Sơn"]  # the one commune of two districts


def test_a_rate_goes_by_its_two_sides(steps):
    _, second, _ = steps
    households = invented(second)
    lit = {code: value * Decimal("0.9") for code, value in households.items()}
    found = convert_ratio(lit, households, second)
    assert {unit.value for unit in found.units.values()} == {Decimal("0.9")}


def test_districts_end_without_successors_and_that_is_refused(sonla):
    with pytest.raises(MapRefused, match="without a successor"):
        crosswalk(sonla, IN_2020, NOW, "district")


def test_a_series_is_there_on_both_maps(sonla, steps):
    _, second, straight = steps
    before, after = Period.month(2025, 6), Period.month(2025, 7)
    new = {code: Decimal(90) for code in second.later}
    series = {Period.year(2020): invented(straight), before: invented(second), after: new}
    found = both_maps(series, sonla, NOW, "commune")
    assert {r.value for r in found.as_was[after].values()} == {Decimal(90)}
    assert {r.status for r in found.as_was[after].values()} == {ObsStatus.BREAK}
    assert Counter(r.status for r in found.as_was[before].values()) == {"A": 178, "B": 22}
    assert all(len(conversion.units) == 75 for conversion in found.on_map.values())
    assert found.on_map[after].values() == new
    assert sum(found.on_map[before].values().values()) == sum(invented(second).values())


def test_every_later_unit_lies_in_one_zone(steps):
    for walk in steps:
        assert set(zone_of(zones(walk))) == set(walk.later)
