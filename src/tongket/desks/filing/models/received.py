"""What was sent: files, the returns in them, and every number with the cell it stood in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tongket.desks.site.fields import ExactDecimalField, PeriodField
from tongket.desks.site.mutability import AppendOnly, told_together

CLOSING = ("superseded_at", "superseded_reason")


class Submission(AppendOnly):
    """A file that somebody sent, and what came of it. A file sent again is the same submission."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "đã nhận"
        REJECTED = "rejected", "trả lại"
        UNCHANGED = "unchanged", "không có gì mới"

    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    received_at = models.DateTimeField()
    by = models.CharField(max_length=120)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    findings = models.JSONField(default=list)  # see findings.py
    synthetic = models.BooleanField(default=False)

    class Meta(AppendOnly.Meta):
        indexes: ClassVar = [models.Index(fields=["sha256"]), models.Index(fields=["received_at"])]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.outcome} {self.received_at:%Y-%m-%d %H:%M})"


class ReturnRow(AppendOnly):
    """A return as accepted; `number` counts the versions of the same form, table, reporter and period."""

    closing: ClassVar[tuple[str, ...]] = CLOSING

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="returns")
    form = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    table = models.CharField(max_length=80)
    dataflow = models.CharField(max_length=80)
    reporter = models.CharField(max_length=40)
    period = PeriodField()
    sheet = models.CharField(max_length=120, blank=True)
    number = models.PositiveIntegerField()
    received_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    superseded_reason = models.CharField(max_length=40, blank=True)

    class Meta(AppendOnly.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dataflow", "reporter", "period", "number"], name="returnrow_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["dataflow", "reporter", "period"],
                condition=Q(superseded_at__isnull=True),
                name="returnrow_one_holds",
            ),
            told_together(*CLOSING, "returnrow_closed_with_reason"),
        ]
        indexes: ClassVar = [models.Index(fields=["form", "dataflow", "period"])]

    def __str__(self) -> str:
        return f"{self.form}/{self.table} {self.reporter} {self.period} #{self.number}"


class CellRow(AppendOnly):
    """One accepted number, in force from `recorded_at` until `superseded_at`.

    `return_row` is the return that first brought it: a correction leaves the cells it does not change.
    """

    closing: ClassVar[tuple[str, ...]] = CLOSING

    return_row = models.ForeignKey(ReturnRow, on_delete=models.PROTECT, related_name="cells")
    dataflow = models.CharField(max_length=80)
    reporter = models.CharField(max_length=40)
    area_code = models.CharField(max_length=40)
    period = PeriodField()
    measure = models.CharField(max_length=80)
    dimensions = models.JSONField()
    value = ExactDecimalField()
    unit = models.CharField(max_length=40)
    sheet = models.CharField(max_length=120, blank=True)
    cell = models.CharField(max_length=20, blank=True)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    superseded_reason = models.CharField(max_length=40, blank=True)

    class Meta(AppendOnly.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dataflow", "reporter", "period", "measure", "dimensions"],
                condition=Q(superseded_at__isnull=True),
                name="cellrow_counts_once",
            ),
            told_together(*CLOSING, "cellrow_closed_with_reason"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["dataflow", "period", "measure"]),
            models.Index(fields=["recorded_at"]),
            models.Index(
                fields=["superseded_at"], condition=Q(superseded_at__isnull=False), name="cellrow_closed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dataflow} {self.reporter} {self.period} {self.measure} = {self.value}"
