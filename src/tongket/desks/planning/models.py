"""Decisions, the targets they set, and the tasks that serve them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tongket.desks.site.fields import ExactDecimalField, PeriodField
from tongket.desks.site.mutability import AppendOnly, mutable


class _Vintage(AppendOnly):
    """A row that holds until a later one of the same code takes its place."""

    closing: ClassVar[tuple[str, ...]] = ("superseded_at", "superseded_by")

    code = models.CharField(max_length=80)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    superseded_at = models.DateTimeField(null=True)
    superseded_by = models.CharField(max_length=120, blank=True)

    class Meta(AppendOnly.Meta):
        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(superseded_at__isnull=True), name="%(class)s_one_holds"
            ),
            models.CheckConstraint(
                condition=Q(superseded_at__isnull=True, superseded_by="")
                | (Q(superseded_at__isnull=False) & ~Q(superseded_by="")),
                name="%(class)s_closed_by_somebody",
            ),
        ]


class DecisionRow(_Vintage):
    """A document that sets targets; what is unknown of it is empty, never guessed."""

    type = models.CharField(max_length=40)
    title_vi = models.TextField()
    title_en = models.TextField()
    issuer_vi = models.TextField(blank=True)
    issuer_en = models.TextField(blank=True)
    number = models.CharField(max_length=80, blank=True)
    dated = models.DateField(null=True)
    source_url = models.TextField(blank=True)
    verified = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.code}: {self.title_vi}"


class TargetRow(_Vintage):
    """One target as decided: the definition in full, so that a later catalogue cannot change its meaning."""

    order = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=80)
    indicator = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    coverage = models.CharField(max_length=80)
    definition_unit = models.CharField(max_length=40)
    price_basis = models.CharField(max_length=40, blank=True)
    area_code = models.CharField(max_length=40)
    period = PeriodField()
    shape = models.CharField(max_length=10)
    comparison = models.CharField(max_length=40, blank=True)
    value = ExactDecimalField(null=True)
    unit = models.CharField(max_length=40)
    cause = models.CharField(max_length=20, blank=True)
    bound = models.CharField(max_length=10)
    direction = models.CharField(max_length=10)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    class Meta(_Vintage.Meta):
        constraints: ClassVar = [
            *_Vintage.Meta.constraints,
            models.CheckConstraint(
                condition=Q(value__isnull=False, cause="") | (Q(value__isnull=True) & ~Q(cause="")),
                name="targetrow_value_or_cause",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.period}"


@mutable("a task moves from waiting to done; what was reported of it stands in the reviews")
class TaskRow(models.Model):
    """One task of a year: which unit, what, until when, and how it stands."""

    class State(models.TextChoices):
        DONE = "done", "đã hoàn thành"
        IN_PROGRESS = "in_progress", "đang thực hiện"
        WAITING = "waiting", "chưa đến lượt"
        BLOCKED = "blocked", "vướng, chờ quyết định của nơi khác"
        RECURRING = "recurring", "thường xuyên"

    code = models.CharField(max_length=80, unique=True)
    year = models.PositiveSmallIntegerField()
    order = models.PositiveSmallIntegerField()
    unit_vi = models.CharField(max_length=200)
    unit_en = models.CharField(max_length=200)
    text_vi = models.TextField()
    text_en = models.TextField()
    due = models.DateField(null=True)
    state = models.CharField(max_length=12, choices=State.choices)
    source = models.CharField(max_length=80)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due__isnull=False) | Q(state="recurring"), name="taskrow_due_or_recurring"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.state})"
