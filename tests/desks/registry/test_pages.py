"""The register's pages: who sees what, the map of a day, and the calendar that is put right."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.cast import client_of, seated

from tongket.desks.registry.actions import load_areas, load_reporters
from tongket.desks.registry.models import CalendarDay
from tongket.desks.registry.queries import working_calendar
from tongket.desks.trail.models import Entry

PAGES = (
    "/registry/reporters/",
    "/registry/reporters/DN001/",
    "/registry/areas/",
    "/registry/areas/03808/",
    "/registry/calendar/",
)
SATURDAY, FRIDAY = "2027-01-16", "2027-01-15"


@pytest.fixture
def cast(store, office):
    load_areas(by="t", folder=office)
    load_reporters(by="t", folder=office)
    return seated()


def page(client, address, **asked) -> str:
    answer = client.get(address, asked)
    assert answer.status_code == 200, address
    return answer.content.decode()


def noting(**changes):
    return {"day": SATURDAY, "works": "True", "reference": "Thông báo mẫu 1/TB", **changes}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_pages_open_to_whoever_may_read_and_to_nobody_else(cast, lang):
    for address in PAGES:
        assert f'lang="{lang}"' in page(client_of(cast["specialist"], lang), address)
        assert client_of(cast["nobody"], lang).get(address).status_code == 403


def test_a_clerk_sees_their_own_reporter_alone(cast):
    clerk = client_of(cast["clerk"])
    listed = page(clerk, "/registry/reporters/")
    assert "/registry/reporters/DN001/" in listed
    assert "DN002" not in listed
    assert clerk.get("/registry/reporters/DN001/").status_code == 200
    assert clerk.get("/registry/reporters/DN002/").status_code == 404
    assert clerk.get("/registry/areas/03808/").status_code == 200
    assert clerk.get("/registry/areas/03982/").status_code == 404
    assert "/registry/areas/03982/" not in page(clerk, "/registry/areas/", on="2020-01-01")


def test_a_commune_officer_sees_what_lies_in_the_commune(cast):
    officer = client_of(cast["commune"])
    listed = page(officer, "/registry/reporters/")
    assert "DN001" in listed
    assert "HK001" not in listed
    villages = page(officer, "/registry/areas/", on="2020-01-01", level="village")
    assert "Bản Một (giả lập)" in villages


def test_reporters_are_found_without_accents_by_form_and_by_standing(cast):
    director = client_of(cast["director"])
    found = page(director, "/registry/reporters/", words="che bien")
    assert "DN002" in found
    assert "DN001" not in found
    assert "DN001" in page(director, "/registry/reporters/", words="0123456789")
    retail = page(director, "/registry/reporters/", form="retail_services")
    assert "HK001" in retail
    assert "DN001" not in retail
    ended = page(director, "/registry/reporters/", standing="ended")
    assert "DN002" in ended
    assert "DN003" not in ended
    assert "DN002" not in page(director, "/registry/reporters/", standing="in_force")


def test_a_reporter_is_told_where_it_lies_today_and_what_it_files(cast):
    told = page(client_of(cast["clerk"], "en"), "/registry/reporters/DN001/")
    assert "Thị trấn Ít Ong" in told
    assert "Xã Mường La (03808)" in told
    assert "Tỉnh Sơn La" in told
    assert 'href="/filing/own/"' in told
    assert "synthetic" in told
    assert 'href="/filing/' not in page(client_of(cast["onestop"]), "/registry/reporters/DN001/")


def test_the_map_is_that_of_the_day(cast):
    director = client_of(cast["director"], "en")
    before = page(director, "/registry/areas/", on="2025-06-30", words="03808")
    after = page(director, "/registry/areas/", on="2025-07-01", words="03808")
    assert "Thị trấn Ít Ong" in before
    assert "Xã Mường La" not in before
    assert "Xã Mường La" in after
    assert "1681/NQ-UBTVQH15" in after
    assert "commune: 75" in page(director, "/registry/areas/", on="2025-07-01")
    assert "district: 12" in page(director, "/registry/areas/", on="2025-06-30")
    assert page(director, "/registry/areas/", on="không phải ngày")


def test_unverified_is_marked_and_a_share_nobody_published_is_said(cast):
    director = client_of(cast["director"], "en")
    told = page(director, "/registry/areas/04066/")
    assert "unverified" in told
    assert "share not published" in told
    assert "unverified" in page(director, "/registry/areas/", on="2020-01-01", level="village")


def test_an_area_says_what_it_came_from_and_what_became_of_it(cast):
    told = page(client_of(cast["director"], "en"), "/registry/areas/03808/", on="2020-01-01")
    assert "<h1>Thị trấn Ít Ong</h1>" in told
    assert "merger" in told
    assert "all of it" in told
    assert client_of(cast["director"]).get("/registry/areas/99999/").status_code == 404


def test_search_finds_reporters_and_areas_as_far_as_they_may_be_seen(cast):
    for name, seen in (("director", True), ("clerk", False)):
        client = client_of(cast[name])
        assert ("/registry/reporters/DN002/" in page(client, "/search/", q="che bien")) == seen
        assert ("/registry/areas/03982/" in page(client, "/search/", q="03982")) == seen
    assert "/registry/areas/03808/" in page(client_of(cast["clerk"]), "/search/", q="muong la")


def test_a_swap_is_noted_counts_and_is_taken_out_again(cast):
    admin = client_of(cast["admin"], "en")
    assert admin.post("/registry/calendar/", noting()).status_code == 302
    assert admin.post("/registry/calendar/", noting(day=FRIDAY, works="False")).status_code == 302
    calendar = working_calendar(2027)
    assert calendar.works(date(2027, 1, 16))
    assert not calendar.works(date(2027, 1, 15))
    row = CalendarDay.objects.get(day=SATURDAY)
    told = page(admin, "/registry/calendar/", year="2027")
    assert "Thông báo mẫu 1/TB" in told
    assert f"/registry/calendar/{row.pk}/forget/" in told
    added = Entry.objects.get(action="registry.note_day", code=SATURDAY)
    assert added.from_to == {"works": [False, True], "reference": [None, "Thông báo mẫu 1/TB"]}

    assert admin.post(f"/registry/calendar/{row.pk}/forget/", {"why": ""}).status_code == 200
    assert admin.post(f"/registry/calendar/{row.pk}/forget/", {"why": "ghi nhầm"}).status_code == 302
    assert not working_calendar(2027).works(date(2027, 1, 16))
    removed = Entry.objects.get(action="registry.forget_day")
    assert (removed.verb, removed.why, removed.by) == ("remove", "ghi nhầm", "admin")
    assert removed.from_to["works"] == [True, False]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (noting(day="2027-01-18"), "is worked as it is"),
        (noting(works="False"), "is a day off as it is"),
        (noting(day="1990-01-06"), "goes from 1995"),
        (noting(reference=""), 'class="errors"'),
    ],
)
def test_what_cannot_be_noted_is_said_in_the_form_and_leaves_no_trace(cast, given, sentence):
    told = client_of(cast["admin"], "en").post("/registry/calendar/", given).content.decode()
    assert sentence in told
    assert not CalendarDay.objects.exists()
    assert not Entry.objects.filter(action="registry.note_day").exists()


def test_a_day_is_noted_once(cast):
    admin = client_of(cast["admin"], "en")
    admin.post("/registry/calendar/", noting())
    assert "noted already" in admin.post("/registry/calendar/", noting(works="False")).content.decode()
    assert CalendarDay.objects.count() == 1


def test_whoever_only_reads_notes_nothing(cast):
    admin, reader = client_of(cast["admin"]), client_of(cast["statistician"])
    admin.post("/registry/calendar/", noting())
    row = CalendarDay.objects.get()
    told = page(reader, "/registry/calendar/", year="2027")
    assert 'name="reference"' not in told
    assert "/forget/" not in told
    assert reader.post("/registry/calendar/", noting(day=FRIDAY, works="False")).status_code == 403
    assert reader.post(f"/registry/calendar/{row.pk}/forget/", {"why": "x"}).status_code == 403
    assert CalendarDay.objects.get() == row


def test_the_days_off_of_the_law_stand_in_the_calendar(cast):
    told = page(client_of(cast["clerk"], "en"), "/registry/calendar/", year="2025")
    assert "2 May 2025" in told
    assert "26 April 2025" in told
    assert page(client_of(cast["clerk"]), "/registry/calendar/", year="1812")
