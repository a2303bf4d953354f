"""The history of the office's health."""

from __future__ import annotations

from django.db import models

from tongket.desks.site.mutability import mutable
from tongket.figures.terms.words import Text


@mutable("measurements of the machine; dropped when older than the catalogue's `health_days`")
class Measurement(models.Model):
    """One sign of health as it was seen at a moment."""

    at = models.DateTimeField(db_index=True)
    code = models.CharField(max_length=40)
    well = models.BooleanField()
    sentence_vi = models.CharField(max_length=250)
    sentence_en = models.CharField(max_length=250)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.code} {'well' if self.well else 'NOT WELL'}"

    @property
    def sentence(self) -> Text:
        return Text(self.sentence_vi, self.sentence_en)
