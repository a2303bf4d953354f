"""The register's pages with a register in them: long tables, marks, and the calendar as it is put right."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.looking import axe, fits, picture
from tests.desks.site.opening import opened

OFFICE = opened()

from tongket.desks.registry.actions import load_areas, load_reporters  # noqa: E402

SEEN = {
    "reporters": "/registry/reporters/?words=mau",
    "reporter": "/registry/reporters/DN001/",
    "areas": "/registry/areas/?on=2025-06-30&level=commune",
    "area": "/registry/areas/04066/",
    "villages": "/registry/areas/03808001/",
    "calendar": "/registry/calendar/?year=2025",
}


@pytest.fixture(scope="module", autouse=True)
def loaded(site) -> None:
    load_areas(by="t", folder=OFFICE)
    load_reporters(by="t", folder=OFFICE)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", SEEN)
def test_a_page_with_rows_in_it_can_be_used_by_everybody(open_page, pictures, name, lang):
    page = open_page("admin", SEEN[name], lang=lang)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("tbody tr").first).to_be_visible()
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        axe(page)
        fits(page)
        picture(page, f"register-{name}-{lang}-{width}", pictures)


def test_a_swap_is_noted_and_taken_out_again(open_page, pictures):
    page = open_page("specialist", "/registry/calendar/?year=2027", lang="en")
    page.get_by_label("Day", exact=True).fill("2027-01-16")
    page.get_by_label("The day is").select_option("worked instead")
    page.get_by_label("Reference").fill("Thông báo mẫu 1/TB")
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_role("row", name="16 January 2027")).to_contain_text("Thông báo mẫu 1/TB")
    page.get_by_role("link", name="16 January 2027").click()
    axe(page)
    picture(page, "register-forget", pictures)
    page.get_by_label("Why").fill("ghi nhầm")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("taken out of the working calendar")).to_be_visible()
    expect(page.get_by_role("row", name="16 January 2027")).to_have_count(0)
