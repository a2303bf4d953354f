"""Every model of the project says whether its rows may change, and the append-only ones keep to it."""

from __future__ import annotations

import pytest
from tests.desks.site.opening import opened

opened()

from django.apps import apps  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import models  # noqa: E402

from tongket.desks.site.mutability import AppendOnly, Immutable, why_mutable  # noqa: E402

OURS = [
    model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("tongket")
]
APPEND_ONLY = [model for model in OURS if issubclass(model, AppendOnly)]


def test_there_are_models() -> None:
    assert {model.__name__ for model in APPEND_ONLY} >= {"Submission", "ReturnRow", "CellRow", "TargetRow"}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_is_declared_one_or_the_other(model: type[models.Model]) -> None:
    reason = why_mutable(model)
    assert issubclass(model, AppendOnly) != bool(reason), (
        f"{model._meta.label}: AppendOnly or @mutable(reason)"
    )


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model._meta.label)
def test_no_manager_leads_round_the_promise(model: type[models.Model]) -> None:
    for field in model._meta.concrete_fields:
        for manager in (model._default_manager, model._base_manager):
            if field.name not in model.closing:
                with pytest.raises(Immutable):
                    manager.update(**{field.name: None})
            with pytest.raises(Immutable):
                manager.all().delete()


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model._meta.label)
def test_closing_fields_exist_and_the_first_is_empty_while_the_row_holds(model: type[models.Model]) -> None:
    fields = [model._meta.get_field(name) for name in model.closing]
    assert not fields or fields[0].null


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model._meta.label)
def test_no_row_goes_with_another(model: type[models.Model]) -> None:
    for field in model._meta.concrete_fields:
        if field.remote_field:
            assert field.remote_field.on_delete is models.PROTECT


def test_every_moment_that_somebody_caused_says_who() -> None:
    """A `…_at` that people cause stands beside a `…_by`; the rest are told by what they hang on."""
    paired = [
        model
        for model in OURS
        if {"changed_at", "recorded_by"} & {field.name for field in model._meta.concrete_fields}
    ]
    for model in paired:
        names = {field.name for field in model._meta.concrete_fields}
        assert all(name.replace("_at", "_by") in names for name in names if name.endswith("_at")), model


def test_the_migrations_say_what_the_models_say(django_db_blocker: object) -> None:
    with django_db_blocker.unblock():
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)
