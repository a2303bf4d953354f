"""The trail's rows. They name what they are about by words and codes: no row goes when its subject goes."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models

from tongket.desks.site.mutability import AppendOnly, mutable


class Entry(AppendOnly):
    """One thing somebody did. `number` counts without a gap; `digest` covers the row and the one before."""

    class Verb(models.TextChoices):
        ADD = "add"
        CHANGE = "change"
        REMOVE = "remove"
        SIGN_IN = "sign_in"
        SIGN_OUT = "sign_out"
        REFUSED = "refused"
        RUN = "run"

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    action = models.CharField(max_length=80)
    verb = models.CharField(max_length=10, choices=Verb.choices)
    kind = models.CharField(max_length=40)
    code = models.CharField(max_length=250)
    name = models.CharField(max_length=250, blank=True)
    changes = models.TextField()  # JSON as it was digested: a database's own JSON rewrites what it is given
    why = models.TextField(blank=True)
    origin = models.CharField(max_length=80, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta(AppendOnly.Meta):
        ordering = ("number",)
        indexes: ClassVar = [
            models.Index(fields=["at"]),
            models.Index(fields=["by", "at"]),
            models.Index(fields=["kind", "code"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.at:%Y-%m-%d %H:%M:%S} {self.by} {self.action} {self.kind} {self.code}"

    @property
    def from_to(self) -> dict[str, Any]:
        """What changed: field → [before, after]."""
        return json.loads(self.changes)


@mutable("one row, where the chain ends now; it is locked by whoever adds to the chain")
class ChainEnd(models.Model):
    number = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
