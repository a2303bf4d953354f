"""Health on two levels, and its history."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from tests.desks.cast import client_of, seated

from tongket.desks.site import desk, health
from tongket.desks.site.models import Measurement


@pytest.fixture
def cast(store):
    return seated()


def test_whoever_asks_from_outside_is_told_one_word(cast, client):
    answer = client.get("/health/")
    assert answer.json() == {"alive": True}
    assert Measurement.objects.count() == len(desk.health())


def test_a_database_that_does_not_answer_is_not_well(cast, client, monkeypatch):
    monkeypatch.setattr(health, "alive", lambda: False)
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (503, {"alive": False})


def test_staff_see_each_sign_in_a_sentence_and_others_do_not(cast):
    page = client_of(cast["admin"]).get("/health/details/").content.decode()
    assert "Cơ sở dữ liệu" in page
    assert "Chưa có bản sao lưu nào" in page
    assert "Chưa có số liệu nào được tổng hợp" in page
    assert client_of(cast["specialist"]).get("/health/details/").status_code == 403


def test_the_history_grows_every_few_minutes_and_is_kept_for_months(cast):
    old = timezone.now() - timedelta(days=settings.LIMITS["health_days"] + 1)
    Measurement.objects.create(at=old, code="disk", well=False, sentence_vi="cũ", sentence_en="old")
    health.keep_watch()
    health.keep_watch()
    assert Measurement.objects.count() == len(desk.health())
    Measurement.objects.update(at=timezone.now() - health.EVERY)
    health.keep_watch()
    assert Measurement.objects.count() == 2 * len(desk.health())
    assert settings.LIMITS["health_days"] >= 92
    assert {one.code for one in health.history(1)} == {"backup"}
