"""Write the review to files and put each on record."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from tongket.desks.papers.formats import FORMATS, render
from tongket.desks.reporting.models import WrittenPaper
from tongket.desks.reporting.queries import Review
from tongket.figures.terms.words import Lang

Progress = Callable[[int, int], None]


@transaction.atomic
def write_review(
    *,
    by: str,
    review: Review,
    folder: Path,
    formats: Sequence[str] = tuple(FORMATS),
    languages: Sequence[Lang] | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Render the review and write a file for each language and format; gives the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [(lang, name) for lang in languages or review.papers for name in formats]
    written: list[Path] = []
    for done, (lang, name) in enumerate(chosen, start=1):
        content = render(review.papers[lang], name)
        path = folder / file_name(review, lang, name)
        _put(path, content)
        _record(by, review, lang, name, path.name, content)
        written.append(path)
        if progress:
            progress(done, len(chosen))
    return written


def file_name(review: Review, lang: Lang, name: str) -> str:
    """`tong-ket-2020-lan-1.docx`, `review-2020-release-1.docx`: year and release speak in the name."""
    release = review.release
    stem = (
        f"tong-ket-{release.year}-lan-{release.number}"
        if lang == "vi"
        else f"review-{release.year}-release-{release.number}"
    )
    return stem + FORMATS[name].extension


def _put(path: Path, content: bytes) -> None:
    """Put the whole file in its place in one step: a reader never sees half of it."""
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(content)
    os.replace(beside, path)


def _record(by: str, review: Review, lang: Lang, name: str, file: str, content: bytes) -> None:
    known = {
        "release": review.release,
        "language": lang,
        "format": name,
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    if not WrittenPaper.objects.filter(**known).exists():
        WrittenPaper.objects.create(**known, file_name=file, written_at=timezone.now(), by=by)
