"""The pages of the people desk, as the administrator uses them and as others are kept from them."""

from __future__ import annotations

import re

import pytest
from tests.desks.cast import client_of, seated

from tongket.desks.people.models import Grant, Person, Unit
from tongket.desks.trail.models import Entry


@pytest.fixture
def cast(sqlite_store):
    return seated()


@pytest.fixture
def admin(cast):
    return client_of(cast["admin"], "en")


def test_a_person_is_added_gets_a_password_and_signs_in_with_it(admin, client):
    page = admin.post(
        "/people/add/", {"username": "tran", "name": "Trần Mẫu", "unit": "khtc", "language": "vi"}
    )
    password = re.search(r"<code>(\S+)</code>", page.content.decode())[1]
    assert Person.objects.get(username="tran").unit.code == "khtc"
    client.post("/account/login/", {"login": "tran", "password": password})
    assert client.get("/")["Location"] == "/account/password/change/"


def test_a_name_that_is_taken_is_said_in_the_form(admin):
    page = admin.post("/people/add/", {"username": "clerk", "name": "X", "language": "vi"}).content.decode()
    assert 'class="errors"' in page
    assert "exists already" in page


def test_particulars_are_changed_and_stand_in_the_trail(admin):
    given = {"name": "Đổi Tên", "unit": "khtc", "language": "en", "why": "đính chính"}
    assert admin.post("/people/of/clerk/edit/", given).status_code == 302
    entry = Entry.objects.order_by("-number")[0]
    assert entry.from_to["name"] == ["Cán bộ doanh nghiệp (mẫu)", "Đổi Tên"]
    assert (entry.by, entry.why, entry.origin) == ("admin", "đính chính", "127.0.0.1")


def test_a_role_is_given_and_ended(admin):
    admin.post("/people/of/nobody/grant/", {"role": "statistician", "unit": "vp", "why": "phân công"})
    grant = Grant.objects.get(person__username="nobody")
    page = admin.get("/people/of/nobody/").content.decode()
    assert f"/people/of/nobody/grant/{grant.pk}/end/" in page
    admin.post(f"/people/of/nobody/grant/{grant.pk}/end/", {"why": "thôi"})
    assert Grant.objects.get(pk=grant.pk).ended_at


def test_a_code_that_is_not_registered_is_refused(admin):
    page = admin.post(
        "/people/of/nobody/grant/", {"role": "enterprise_clerk", "reporter_code": "DN999", "why": "x"}
    ).content.decode()
    assert "has no code DN999" in page
    assert not Grant.objects.filter(person__username="nobody").exists()


def test_units_are_added_and_moved(admin):
    unit = {"code": "to2", "kind": "division", "parent": "khtc", "name_vi": "Tổ 2", "name_en": "Section 2"}
    assert admin.post("/people/units/add/", {**unit, "position": 0}).status_code == 302
    assert admin.post("/people/units/to2/", {**unit, "parent": "tm", "position": 0}).status_code == 302
    assert Unit.objects.get(code="to2").parent.code == "tm"
    assert "Section 2" in admin.get("/people/units/").content.decode()


def test_an_account_is_closed_and_opened(admin):
    admin.post("/people/of/clerk/open-or-close/", {"why": "nghỉ"})
    assert not Person.objects.get(username="clerk").is_active
    admin.post("/people/of/clerk/open-or-close/", {"why": "đi làm lại"})
    assert Person.objects.get(username="clerk").is_active


def test_sessions_are_ended(admin, cast):
    clerk = client_of(cast["clerk"])
    assert clerk.get("/").status_code == 200
    admin.post("/people/of/clerk/sign-out/")
    assert clerk.get("/").status_code == 302


def test_a_specialist_sees_their_own_unit_and_changes_nothing(cast):
    client = client_of(cast["specialist"])
    page = client.get("/people/").content.decode()
    assert "Trưởng phòng (mẫu)" in page
    assert "Quản trị hệ thống (mẫu)" not in page
    assert client.get("/people/of/head/").status_code == 200
    assert client.get("/people/of/admin/").status_code == 404
    for address in (
        "/people/add/",
        "/people/of/head/edit/",
        "/people/of/head/password/",
        "/people/units/add/",
    ):
        assert client.get(address).status_code == 403, address


def test_wrong_passwords_lock_the_account_for_a_while_and_stand_in_the_trail(cast, client):
    for _ in range(6):
        page = client.post("/account/login/", {"login": "head", "password": "không phải"})
    assert "Đăng nhập sai quá nhiều lần" in page.content.decode()
    refused = Entry.objects.filter(verb="refused")
    assert refused.filter(code="head").count() >= 5
    client.post("/account/login/", {"login": "my-secret-password", "password": "x"})
    assert not Entry.objects.filter(code="my-secret-password").exists()
