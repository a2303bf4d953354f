"""What may change. Every model is either append-only or mutable with a reason, and a test holds it to that.

An append-only row is written once. Later only its closing fields may be set, once: a correction is a
new row, and the old one is closed with the moment and the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, NoReturn, TypeVar

from django.db import models
from django.db.models import Q

from tongket.figures.terms.words import Refusal, Text


class Immutable(Refusal):
    """A row that is written once was to be changed or deleted."""


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that are added and closed, never changed or deleted, one by one or in bulk."""

    def update(self, **fields: Any) -> int:
        closing = self.model.closing
        if not closing or not fields.keys() <= set(closing):
            _refuse(self.model, ", ".join(sorted(fields)))
        if self.filter(**{f"{closing[0]}__isnull": False}).exists():
            _refuse(self.model, closing[0])
        return super().update(**fields)

    update.alters_data = True

    def bulk_create(self, objs: Iterable[models.Model], *args: Any, **kwargs: Any) -> list[models.Model]:
        if kwargs.get("update_conflicts"):
            _refuse(self.model, "update_conflicts")
        return super().bulk_create(objs, *args, **kwargs)

    def delete(self) -> NoReturn:
        _refuse(self.model, "delete")

    delete.alters_data = True
    delete.queryset_only = True


class AppendOnly(models.Model):
    """Base of the models whose rows are written once.

    `closing` names the fields that may be set later, all at once and only once; the first of them is
    empty while the row holds.
    """

    closing: ClassVar[tuple[str, ...]] = ()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, **kwargs: Any) -> None:
        if not self._state.adding:
            _refuse(type(self), "save")
        super().save(**{**kwargs, "force_insert": True})

    def delete(self, **kwargs: Any) -> NoReturn:
        _refuse(type(self), "delete")


def told_together(moment: str, words: str, name: str) -> models.CheckConstraint:
    """A moment and the words that go with it (who, or why) are both there or both empty."""
    neither = Q(**{f"{moment}__isnull": True, words: ""})
    both = Q(**{f"{moment}__isnull": False}) & ~Q(**{words: ""})
    return models.CheckConstraint(condition=neither | both, name=name)


M = TypeVar("M", bound=models.Model)

_REASONS: dict[type[models.Model], str] = {}


def mutable(reason: str) -> Callable[[type[M]], type[M]]:
    """Declare that rows of the model change in place, and why that loses nothing."""

    def declare(model: type[M]) -> type[M]:
        _REASONS[model] = reason
        return model

    return declare


def why_mutable(model: type[models.Model]) -> str | None:
    """The declared reason; None for a model that never declared one."""
    return _REASONS.get(model)


def _refuse(model: type[models.Model], what: str) -> NoReturn:
    raise Immutable(
        Text(
            "Các dòng {model} chỉ được ghi một lần ({what}). Hãy ghi một dòng mới; chỉ được đóng dòng cũ "
            "một lần qua: {closing}.",
            "Rows of {model} are written once ({what}). Write a new row; the old one may only be closed, "
            "once, through: {closing}.",
        ).format(model=model.__name__, what=what, closing=", ".join(model.closing) or "—")
    )
