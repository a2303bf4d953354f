"""Papers that were written: which release, language and format, and the exact bytes by their checksum."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.desks.ledger.models import Release
from tongket.desks.site.mutability import AppendOnly


class WrittenPaper(AppendOnly):
    """One file that was written from a release. The same bytes written again are not recorded twice."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="papers")
    language = models.CharField(max_length=2)
    format = models.CharField(max_length=10)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    written_at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta(AppendOnly.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "language", "format", "sha256"], name="paper_recorded_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_name} of {self.release}"
