"""The shell: who gets in, who sees what, in which language, and that refusals are pages in words."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.desks.cast import CAST, NAMES, NOBODY, client_of, seated

from tongket.desks.people.apps import People
from tongket.desks.people.queries import access_of
from tongket.desks.site.desk import Waiting, menu
from tongket.figures.terms.words import Text

PAGES = ("/", "/search/?q=a", "/people/", "/people/roles/", "/trail/")


def test_whoever_is_not_signed_in_is_led_to_the_sign_in(sqlite_store, client):
    for page in PAGES:
        response = client.get(page)
        assert response.status_code == 302, page
        assert response["Location"].startswith("/account/login/?next=/"), page


def test_the_one_without_a_role_sees_nothing_at_any_address(sqlite_store):
    client = client_of(seated()[NOBODY])
    for page in PAGES:
        response = client.get(page)
        assert response.status_code == 403, page
        assert "Bạn không có quyền mở trang này" in response.content.decode()
        assert '<nav class="menu"' not in response.content.decode()


@pytest.mark.parametrize("name", [name for name in NAMES if name != NOBODY])
def test_every_role_sees_its_home_and_a_menu_whose_pages_open(sqlite_store, name):
    person = seated()[name]
    client = client_of(person)
    assert client.get("/").status_code == 200
    for entry in menu(access_of(person)):
        assert client.get(reverse(entry.url_name)).status_code == 200, entry


def test_what_is_not_in_the_menu_does_not_open(sqlite_store):
    client = client_of(seated()["clerk"])
    assert client.get("/trail/").status_code == 403
    assert client.get("/people/").status_code == 403


def test_an_address_that_leads_nowhere_is_said_in_words(sqlite_store):
    response = client_of(seated()["admin"], "en").get("/nowhere/")
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_vietnamese_comes_first_whatever_the_browser_prefers(sqlite_store, client):
    page = client.get("/account/login/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="vi">' in page
    client.post("/language/", {"language": "en", "next": "/account/login/"})
    assert '<html lang="en">' in client.get("/account/login/").content.decode()


def test_a_page_of_another_package_that_is_not_opened_is_shut(sqlite_store, client):
    for page in ("/account/signup/", "/account/email/", "/account/password/reset/"):
        assert client.get(page).status_code == 404, page


def test_people_sign_in_with_their_password_and_not_with_another(sqlite_store, client):
    seated()
    wrong = client.post("/account/login/", {"login": "clerk", "password": "something else"})
    assert wrong.status_code == 200
    assert 'class="errors"' in wrong.content.decode()
    right = client.post("/account/login/", {"login": "Clerk", "password": CAST.password})
    assert right.status_code == 302
    assert client.get("/").status_code == 200


def test_what_waits_is_shown_urgent_first(sqlite_store, monkeypatch):
    monkeypatch.setattr(People, "waiting", f"{__name__}.two_things")
    page = client_of(seated()["clerk"]).get("/").content.decode()
    assert page.index("Gấp") < page.index("Chậm")


def two_things(access):
    yield Waiting(Text("Chậm", "Slow"), "/")
    yield Waiting(Text("Gấp", "Urgent"), "/", urgent=True)


def test_the_browser_is_told_to_run_nothing_of_others(sqlite_store, client):
    policy = client.get("/account/login/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
