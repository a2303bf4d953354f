"""Every page without a slot in its address, for somebody who may open it, both languages, wide and narrow."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.looking import axe, fits, picture
from tests.desks.site.opening import opened
from tests.promises.test_pages import OURS

opened()

from django.urls import reverse  # noqa: E402
from tests.desks.cast import CAST, NAMES, NOBODY  # noqa: E402

from tongket.desks.people.roles import matrix  # noqa: E402
from tongket.desks.site.access import door_of  # noqa: E402

ROLES = {one.username: one.role for one in CAST.people}
NO_PAGE = {"set_language", "health"}  # takes a POST and leads back; answers programs
PLAIN = [(name, pattern) for name, pattern in OURS if "<" not in str(pattern.pattern) and name not in NO_PAGE]
FOREIGN = (
    "account_change_password",
    "mfa_index",
    "mfa_list_webauthn",
    "usersessions_list",
    "account_logout",
)


def somebody_for(action: str) -> str:
    return next(name for name in NAMES if not action or matrix().reach(ROLES[name], action))


OPEN = [(name, somebody_for(door_of(pattern.callback).action)) for name, pattern in PLAIN]
SEEN = [("account_login", None), *OPEN, *((name, "admin") for name in FOREIGN)]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("name", "who"), SEEN, ids=[name for name, _ in SEEN])
def test_a_page_can_be_used_by_everybody(open_page, pictures, name, who, lang):
    page = open_page(who, reverse(name), lang=lang)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator("h1")).to_have_count(1)
    assert re.match(r"\S.* · ", page.title())
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        axe(page)
        fits(page)
        picture(page, f"{name.replace(':', '-')}-{lang}-{width}", pictures)


def test_the_one_who_must_see_nothing_sees_a_sentence(open_page):
    page = open_page(NOBODY, "/")
    expect(page.locator("h1")).to_have_text("Bạn không có quyền mở trang này")
    axe(page)


def test_the_first_thing_the_keyboard_reaches_skips_to_the_content(open_page):
    page = open_page("admin", "/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
