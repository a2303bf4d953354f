"""What changes units, people and roles, and the row each leaves in the trail."""

from __future__ import annotations

import pytest
from tests.desks.cast import client_of, seated

from tongket.desks.people.actions import (
    NotDone,
    add_person,
    add_unit,
    change_person,
    change_unit,
    end_role,
    grant_role,
    reset_password,
)
from tongket.desks.people.models import Grant, Unit
from tongket.desks.people.queries import may
from tongket.desks.people.roles import NoSuchRole
from tongket.desks.site.access import Whose
from tongket.desks.trail.models import Entry


@pytest.fixture
def cast(store):
    return seated()


def last() -> Entry:
    return Entry.objects.order_by("-number")[0]


def test_a_person_is_added_once_and_the_trail_says_so(cast):
    person = add_person(by="admin", username="New.Clerk", name="Người mới", why="tuyển dụng")
    assert person.username == "new.clerk"
    assert not person.has_usable_password()
    assert (last().action, last().code, last().why) == ("people.add_person", "new.clerk", "tuyển dụng")
    with pytest.raises(NotDone, match="exists already"):
        add_person(by="admin", username="NEW.clerk", name="Người khác")


def test_a_weak_password_is_refused_with_what_is_wrong(cast):
    with pytest.raises(NotDone):
        add_person(by="admin", username="weak", name="Yếu", password="12345")


def test_a_change_names_what_changed_and_no_change_leaves_no_row(cast):
    before = last().number
    change_person(by="admin", person=cast["clerk"], phone="0212 000 000")
    assert last().from_to == {"phone": ["", "0212 000 000"]}
    change_person(by="admin", person=cast["clerk"], phone="0212 000 000")
    assert last().number == before + 1


def test_a_closed_account_is_signed_out_and_opens_nothing(cast):
    client = client_of(cast["clerk"])
    assert client.get("/").status_code == 200
    change_person(by="admin", person=cast["clerk"], is_active=False, why="nghỉ việc")
    assert client.get("/").status_code == 302
    assert not may(cast["clerk"], "filing.file_return")


def test_a_reset_password_opens_one_page_until_it_is_changed(cast, client):
    password = reset_password(by="admin", person=cast["clerk"], why="quên")
    assert password not in last().changes + last().why
    client.post("/account/login/", {"login": "clerk", "password": password})
    assert client.get("/")["Location"] == "/account/password/change/"
    own = "năm cũ đã qua 2020"
    client.post("/account/password/change/", {"oldpassword": password, "password1": own, "password2": own})
    assert client.get("/").status_code == 200
    assert last().action == "people.change_password"


def test_a_role_is_given_at_one_place_and_taken_back(cast):
    someone, here = cast["nobody"], Whose(reporter="DN002")
    assert not may(someone, "filing.file_return", here)
    grant = grant_role(by="admin", person=someone, role="enterprise_clerk", reporter_code="DN002")
    assert grant_role(by="admin", person=someone, role="enterprise_clerk", reporter_code="DN002") == grant
    assert may(someone, "filing.file_return", here)
    assert not may(someone, "filing.file_return", Whose(reporter="DN001"))
    end_role(by="admin", grant=grant, why="chuyển việc")
    assert not may(someone, "filing.file_return", here)
    assert last().from_to == {"enterprise_clerk": ["reporter DN002", None]}
    assert Grant.objects.get(pk=grant.pk).ended_by == "admin"


def test_a_role_needs_a_place_and_has_to_exist(cast):
    with pytest.raises(NotDone, match="exactly one place"):
        grant_role(by="admin", person=cast["nobody"], role="director")
    with pytest.raises(NoSuchRole, match="specialist"):
        grant_role(by="admin", person=cast["nobody"], role="emperor", area_code="14")


def test_the_last_administrator_stays(cast):
    grant = Grant.objects.get(person=cast["admin"])
    with pytest.raises(NotDone, match="last administrator"):
        end_role(by="admin", grant=grant, why="nghỉ")
    with pytest.raises(NotDone, match="last administrator"):
        change_person(by="admin", person=cast["admin"], is_active=False)
    grant_role(by="admin", person=cast["head"], role="administrator", unit=Unit.objects.get(code="vp"))
    end_role(by="admin", grant=grant, why="nghỉ")


def test_units_make_a_tree_and_never_a_ring(cast):
    office, division = Unit.objects.get(code="sct"), Unit.objects.get(code="khtc")
    section = add_unit(by="admin", code="to1", parent=division, kind="division", name_vi="Tổ 1", name_en="1")
    with pytest.raises(NotDone, match="below itself"):
        change_unit(by="admin", unit=division, parent=section)
    with pytest.raises(NotDone, match="has the code to1"):
        add_unit(by="admin", code="to1", parent=office, kind="division", name_vi="Tổ", name_en="x")
    assert may(cast["head"], "filing.review", Whose(unit="to1"))
    change_unit(by="admin", unit=section, parent=office)
    assert not may(cast["head"], "filing.review", Whose(unit="to1"))
    assert last().from_to == {"parent": ["khtc", "sct"]}
