"""An append-only row is written once and closed once, whichever way somebody tries to change it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from tongket.desks.planning.models import DecisionRow
from tongket.desks.site.mutability import Immutable, why_mutable


@pytest.fixture
def row(store: str) -> DecisionRow:
    return DecisionRow.objects.create(
        code="d", type="annual_plan", title_vi="K", title_en="P", verified=True,
        recorded_at=timezone.now(), recorded_by="t",
    )  # fmt: skip


def close(**closing: object) -> int:
    return DecisionRow.objects.filter(code="d").update(
        **{"superseded_at": timezone.now(), "superseded_by": "t", **closing}
    )


def test_a_row_cannot_be_saved_again(row: DecisionRow) -> None:
    row.title_en = "Another plan"
    for how in ({}, {"update_fields": ["title_en"]}, {"force_update": True}):
        with pytest.raises(Immutable):
            row.save(**how)
    row.refresh_from_db()
    assert row.title_en == "P"


def test_a_row_cannot_be_written_over_under_its_own_number(row: DecisionRow) -> None:
    over = DecisionRow(
        pk=row.pk, code="e", type="x", title_vi="K", title_en="P", verified=True,
        recorded_at=timezone.now(), recorded_by="t",
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        over.save()


def test_a_row_cannot_be_deleted(row: DecisionRow) -> None:
    for delete in (row.delete, DecisionRow.objects.all().delete, DecisionRow._base_manager.all().delete):
        with pytest.raises(Immutable):
            delete()
    assert DecisionRow.objects.count() == 1


def test_many_rows_cannot_be_changed_at_once(row: DecisionRow) -> None:
    row.title_en = "Another plan"
    ways = (
        lambda: DecisionRow.objects.update(title_en="x"),
        lambda: DecisionRow._base_manager.update(title_en="x"),
        lambda: DecisionRow.objects.update(title_en=F("title_vi")),
        lambda: DecisionRow.objects.bulk_update([row], ["title_en"]),
        lambda: DecisionRow.objects.update_or_create(code="d", defaults={"title_en": "x"}),
        lambda: DecisionRow.objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=["title_en"]
        ),
        lambda: close(title_en="x"),
    )
    for change in ways:
        with pytest.raises(Immutable), transaction.atomic():
            change()
    row.refresh_from_db()
    assert (row.title_en, row.superseded_at) == ("P", None)


def test_a_row_is_closed_once(row: DecisionRow) -> None:
    assert close() == 1
    with pytest.raises(Immutable):
        close()
    with pytest.raises(Immutable):
        close(superseded_at=None, superseded_by="")


def test_a_row_is_not_closed_by_nobody(row: DecisionRow) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        close(superseded_by="")


def test_the_refusal_says_what_to_do(row: DecisionRow) -> None:
    with pytest.raises(Immutable) as caught:
        row.save()
    assert "superseded_at" in caught.value.say("vi")
    assert "Write a new row" in caught.value.say("en")


def test_a_model_that_declares_nothing_has_no_reason() -> None:
    assert why_mutable(DecisionRow) is None
