"""The office's health: what the site itself can see, measured now or kept from before."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tongket.desks.site import desk
from tongket.desks.site.backup import newest
from tongket.desks.site.desk import Sign
from tongket.desks.site.models import Measurement
from tongket.figures.terms.words import Text

EVERY = timedelta(minutes=5)  # however often somebody asks, the history grows no faster
MEGABYTE = 1024**2
LONGEST = 250


def alive() -> bool:
    """Whether the database answers: all that is told to whoever asks from outside."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() == (1,)
    except DatabaseError:
        return False


def signs() -> Iterator[Sign]:
    """What the site sees: its database, its disk, its last backup."""
    began = time.perf_counter()
    well = alive()
    took = round((time.perf_counter() - began) * 1000)
    yield Sign("database", well, (_ANSWERS if well else _SILENT).format(vendor=connection.vendor, took=took))
    free = shutil.disk_usage(settings.ENVIRONMENT.data).free // MEGABYTE
    least = settings.LIMITS["least_free_megabytes"]
    yield Sign("disk", free >= least, _DISK.format(free=free, least=least))
    yield _backup()


def keep_watch() -> bool:
    """Whether the office is alive; all signs go into the history when the last went in a while ago.

    Whoever watches from outside asks this every few minutes, and so the history grows.
    """
    well = alive()
    if well and not Measurement.objects.filter(at__gt=timezone.now() - EVERY).exists():
        _keep(desk.health())
    return well


def history(days: int) -> list[Measurement]:
    """What was not well in the last days, newest first."""
    since = timezone.now() - timedelta(days=days)
    return list(Measurement.objects.filter(at__gt=since, well=False).order_by("-at", "code"))


@transaction.atomic
def _keep(seen: tuple[Sign, ...]) -> None:
    now = timezone.now()
    Measurement.objects.bulk_create(
        Measurement(
            at=now, code=one.code, well=one.well, sentence_vi=one.sentence.vi[:LONGEST],
            sentence_en=one.sentence.en[:LONGEST],
        )
        for one in seen
    )  # fmt: skip
    Measurement.objects.filter(at__lt=now - timedelta(days=settings.LIMITS["health_days"])).delete()


def _backup() -> Sign:
    last = newest(settings.ENVIRONMENT.data)
    if last is None:
        return Sign("backup", False, _NO_BACKUP)
    days = (timezone.now() - last).days
    return Sign("backup", days <= settings.LIMITS["backup_days"], _BACKUP.format(at=timezone.localtime(last)))


_ANSWERS = Text(
    "Cơ sở dữ liệu ({vendor}) trả lời trong {took} ms.", "The database ({vendor}) answers in {took} ms."
)
_SILENT = Text("Cơ sở dữ liệu ({vendor}) không trả lời.", "The database ({vendor}) does not answer.")
_DISK = Text(
    "Đĩa còn trống {free} MB, cần ít nhất {least} MB.", "{free} MB of disk are free; {least} MB are needed."
)
_NO_BACKUP = Text(
    "Chưa có bản sao lưu nào. Hãy chạy “tongket backup”.", "There is no backup yet. Run “tongket backup”."
)
_BACKUP = Text("Bản sao lưu gần nhất: {at:%H:%M %d/%m/%Y}.", "The last backup is of {at:%Y-%m-%d %H:%M}.")
