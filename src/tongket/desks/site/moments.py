"""Moments. An append-only row holds from the moment it was recorded until the one it was superseded at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(moment: datetime) -> int:
    """The moment as frames of facts carry it: microseconds since 1970, UTC, exactly."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def holding(rows: QuerySet, moment: datetime | None, since: str = "recorded_at") -> QuerySet:
    """The rows that held at the moment (now, when None); `since` names the field they hold from."""
    if moment is None:
        return rows.filter(superseded_at__isnull=True)
    held = Q(superseded_at__isnull=True) | Q(superseded_at__gt=moment)
    return rows.filter(held, **{f"{since}__lte": moment})
