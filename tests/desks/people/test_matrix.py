"""The whole matrix: every role against every function, on data within reach and outside it."""

from __future__ import annotations

import pytest
from tests.desks.site.opening import opened

opened()

from tests.desks.cast import CAST, seated  # noqa: E402

from tongket.desks.people.queries import access_of, may, who_may  # noqa: E402
from tongket.desks.people.roles import matrix  # noqa: E402
from tongket.desks.site.access import NotPermitted, Whose  # noqa: E402

HOME = {
    "clerk": Whose(unit="dn001", reporter="DN001"),
    "commune": Whose(unit="x03808", area="03808", reporter="03808"),
    "specialist": Whose(unit="khtc", area="03808"),
    "head": Whose(unit="khtc", area="03808"),
    "director": Whose(unit="sct"),
    "onestop": Whose(unit="vp"),
    "statistician": Whose(unit="khtc"),
    "admin": Whose(unit="vp"),
    "nobody": Whose(unit="vp"),
}
ABROAD = Whose(unit="elsewhere", area="99999", reporter="DN999")
ROLE = {one.username: one.role for one in CAST.people}


def test_every_role_has_its_player_and_every_player_but_one_a_role():
    assert set(filter(None, ROLE.values())) == set(matrix().roles)
    assert [name for name, role in ROLE.items() if not role] == ["nobody"]


@pytest.mark.parametrize("name", HOME)
def test_all_functions_of_one_person_at_home_and_abroad(sqlite_store, name):
    """At home a function of the role is allowed; abroad only where the role reaches everything."""
    access = access_of(seated()[name])
    for action in matrix().functions:
        reach = matrix().reach(ROLE[name], action)
        assert access.may(action) == bool(reach), action
        assert access.may(action, HOME[name]) == bool(reach), action
        assert access.may(action, ABROAD) == (reach == "all"), action


def test_below_reaches_what_lies_inside_and_own_does_not(sqlite_store, areas_loaded):
    people = seated()
    shop = Whose(area="03808", reporter="HK001")
    commune = access_of(people["commune"])
    assert commune.may("filing.read", shop)
    clerk = access_of(people["clerk"])
    assert not clerk.may("filing.file_return", shop)
    assert clerk.may("filing.file_return", Whose(area="03808", reporter="DN001"))
    assert access_of(people["specialist"]).may("filing.review", shop)


def test_who_may_be_told_of_something(sqlite_store):
    seated()
    assert {person.username for person in who_may("people.manage")} == {"admin"}
    told = {person.username for person in who_may("filing.read", Whose(area="03808", reporter="DN001"))}
    assert told >= {"clerk", "commune", "director"}
    assert "nobody" not in told


def test_a_closed_account_may_nothing(sqlite_store):
    admin = seated()["admin"]
    admin.is_active = False
    assert not may(admin, "office.enter")


def test_a_refusal_names_the_function_in_both_languages(sqlite_store):
    with pytest.raises(NotPermitted) as caught:
        access_of(seated()["nobody"]).require("people.manage")
    assert "Quản lý đơn vị" in caught.value.say("vi")
    assert "Manage units" in caught.value.say("en")


def test_a_function_nobody_declared_is_a_fault_of_the_program(sqlite_store):
    with pytest.raises(KeyError):
        access_of(seated()["admin"]).may("people.mangle")
