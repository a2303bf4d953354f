"""Compile runs, observations with their vintages, and releases. All append-only."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.desks.site.fields import ExactDecimalField, PeriodField
from tongket.desks.site.mutability import AppendOnly


class CompileRun(AppendOnly):
    """One compile: at which moment, on which engine, from how many facts, and what it changed.

    The observations it wrote are recorded at its `moment`.
    """

    moment = models.DateTimeField(unique=True)
    by = models.CharField(max_length=200)
    engine = models.CharField(max_length=20)
    code_version = models.CharField(max_length=40)
    facts = models.BigIntegerField()
    seconds = models.FloatField()
    observations = models.IntegerField()
    new = models.IntegerField()
    changed = models.IntegerField()
    gone = models.IntegerField()

    class Meta(AppendOnly.Meta):
        ordering: ClassVar = ["moment"]

    def __str__(self) -> str:
        return f"run {self.pk} at {self.moment}"


class ObservationRow(AppendOnly):
    """One vintage of one observation. It holds from `recorded_at` until `superseded_at`."""

    closing: ClassVar = ("superseded_at",)

    run = models.ForeignKey(CompileRun, on_delete=models.PROTECT, related_name="rows")
    indicator = models.CharField(max_length=60)
    version = models.IntegerField()
    coverage = models.CharField(max_length=60)
    unit = models.CharField(max_length=40)
    price_basis = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=20)
    breakdown = models.CharField(max_length=200, blank=True)
    period = PeriodField()
    value = ExactDecimalField(null=True)
    data_type = models.CharField(max_length=10)
    status = models.CharField(max_length=1)
    cause = models.CharField(max_length=20, blank=True)
    because_vi = models.TextField(blank=True)
    because_en = models.TextField(blank=True)
    answers = models.IntegerField(null=True)
    # Of a figure from a sample: its standard error, its interval, and the confidence of that.
    margin_error = ExactDecimalField(null=True)
    margin_low = ExactDecimalField(null=True)
    margin_high = ExactDecimalField(null=True)
    margin_confidence = ExactDecimalField(null=True)
    recipe = models.CharField(max_length=60)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta(AppendOnly.Meta):
        indexes: ClassVar = [
            models.Index(fields=["superseded_at"], name="observation_holds"),
            models.Index(fields=["indicator", "area", "period"], name="observation_series"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["indicator", "version", "coverage", "area", "breakdown", "period"],
                condition=models.Q(superseded_at__isnull=True),
                name="one_observation_holds",
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True, cause__gt="")
                | models.Q(value__isnull=False, cause=""),
                name="value_or_cause",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}:{self.coverage}@{self.area}/{self.period} {self.breakdown}"


class Release(AppendOnly):
    """A numbered moment that was made public, with what changed since the release before."""

    number = models.PositiveIntegerField(unique=True)
    year = models.IntegerField()
    moment = models.DateTimeField()
    by = models.CharField(max_length=200)
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    changes = models.JSONField()

    class Meta(AppendOnly.Meta):
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"release {self.number} of {self.year}"
