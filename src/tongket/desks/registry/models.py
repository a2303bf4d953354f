"""Areas and reporters through time: a row is known by its code and the day it began."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tongket.desks.site.fields import ExactDecimalField
from tongket.desks.site.mutability import mutable

MIRROR = "taken from the office's folder, line by line; a row itself says from which day to which it holds"


class _Dated(models.Model):
    """A row in force from `valid_from` to `valid_to`, its last day (empty while in force)."""

    code = models.CharField(max_length=40)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="%(class)s_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="%(class)s_ends_after_it_begins",
            ),
        ]


@mutable(MIRROR)
class AreaRow(_Dated):
    """One unit of the map as it was; `figures.terms.area.Area` with the columns only people read."""

    level = models.CharField(max_length=20)
    type = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    parent_code = models.CharField(max_length=40, blank=True)
    verified = models.BooleanField()
    legal_ref = models.TextField(blank=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.code} {self.type} {self.name} ({self.valid_from})"


@mutable(MIRROR)
class AreaEventRow(models.Model):
    """A dated change of the map."""

    event_id = models.CharField(max_length=80, unique=True)
    type = models.CharField(max_length=20)
    effective = models.DateField()
    legal_ref = models.TextField(blank=True)
    verified = models.BooleanField()
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.event_id} ({self.effective})"


@mutable(MIRROR)
class AreaLinkRow(models.Model):
    """The share of a former unit that went to a later one; empty where nobody published it."""

    event_id = models.CharField(max_length=80)
    from_code = models.CharField(max_length=40)
    from_valid_from = models.DateField()
    to_code = models.CharField(max_length=40)
    to_valid_from = models.DateField()
    share = ExactDecimalField(null=True)
    basis = models.CharField(max_length=40, blank=True)
    quality = models.CharField(max_length=40, blank=True)
    verified = models.BooleanField()
    source = models.TextField(blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["event_id", "from_code", "from_valid_from", "to_code", "to_valid_from"],
                name="arealinkrow_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.from_code} → {self.to_code}"


@mutable(MIRROR)
class Reporter(_Dated):
    """Who files returns: an enterprise, cooperative, household business or unit; `forms` it has to file."""

    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=250)
    tax_code = models.CharField(max_length=20, blank=True)
    activity = models.CharField(max_length=40, blank=True)
    area_code = models.CharField(max_length=40)
    forms = models.JSONField(default=list)
    synthetic = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


@mutable("the calendar is put right as swaps are announced; each change is in the trail")
class CalendarDay(models.Model):
    """A day that is worked, or not, otherwise than the law's list of days off says: a swap announced."""

    day = models.DateField(unique=True)
    works = models.BooleanField()
    reference = models.TextField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.day} {'+' if self.works else '−'}"
