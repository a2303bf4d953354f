"""Where a unit of the map went, by the links of the example: 204 communes to 75, twelve districts to none."""

from __future__ import annotations

from datetime import date

import pytest

from tongket.desks.registry.actions import load_areas
from tongket.desks.registry.descent import became, came_from, on_map
from tongket.desks.registry.queries import area_map
from tongket.figures.methods.crosswalk.walk import MapRefused
from tongket.figures.terms.area import AreaMap

BEGAN, TODAY = date(2015, 1, 1), date(2026, 1, 1)


@pytest.fixture
def areas(sqlite_store, office) -> AreaMap:
    load_areas(by="t", folder=office)
    return area_map()


def test_a_unit_that_went_over_whole_is_one_later_unit_although_the_code_stayed(areas):
    (part,) = on_map(areas, "03808", BEGAN, TODAY)
    assert (part.unit.full_name, part.share, part.verified) == ("Xã Mường La", 1, True)


def test_shares_that_nobody_published_stay_unknown(areas):
    before = on_map(areas, "04066", BEGAN, date(2025, 3, 1))
    assert {part.unit.code for part in before} == {"04066", "04075"}
    assert [part.share for part in before] == [None, None]
    assert not any(part.verified for part in before)


def test_a_unit_is_itself_while_it_is_in_force_and_before_it_begins(areas):
    for day in (date(2020, 1, 1), date(2010, 1, 1)):
        (part,) = on_map(areas, "03808", BEGAN, day)
        assert (part.unit.full_name, part.share) == ("Thị trấn Ít Ong", 1)


def test_a_unit_without_a_successor_is_named_itself(areas):
    with pytest.raises(MapRefused) as caught:
        on_map(areas, "120", BEGAN, TODAY)
    assert "(code 120)" in caught.value.say("en")


def test_both_ends_of_a_link_tell_the_same(areas):
    steps = [step for area in areas.areas for step in became(areas, area.code)]
    assert len({(step.link, step.before.valid_from) for step in steps}) == len(areas.links)
    for step in steps:
        assert step in came_from(areas, step.after.code)
