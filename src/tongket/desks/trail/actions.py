"""Record what somebody did: the one way into the trail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from tongket.desks.trail.chain import FIRST, canonical, digest_of
from tongket.desks.trail.models import ChainEnd, Entry
from tongket.desks.trail.origin import origin

Verb = Entry.Verb
Changes = Mapping[str, tuple[Any, Any]]
THE_END = 1


@dataclass(frozen=True, slots=True)
class Thing:
    """What was acted upon, in words that stay true when it is gone: its kind, its code, its name."""

    kind: str
    code: str
    name: str = ""


@transaction.atomic
def record(
    *, by: str, action: str, verb: Verb, on: Thing, changes: Changes | None = None, why: str = ""
) -> Entry:
    """Add a row to the trail, inside the transaction of the action: no action without its row, or reversed.

    `changes` is field → (before, after), of values JSON can hold. Call it last in an action: the end of
    the chain stays locked until the transaction ends, and on PostgreSQL others wait for it.
    """
    end, _ = ChainEnd.objects.select_for_update().get_or_create(
        pk=THE_END, defaults={"number": 0, "digest": FIRST}
    )
    entry = Entry(
        number=end.number + 1,
        at=timezone.now(),
        by=by,
        action=action,
        verb=verb,
        kind=on.kind,
        code=on.code,
        name=on.name,
        changes=canonical({field: list(pair) for field, pair in (changes or {}).items()}),
        why=why,
        origin=origin(),
        previous=end.digest,
    )
    entry.digest = digest_of(entry)
    entry.save()
    end.number, end.digest = entry.number, entry.digest
    end.save()
    return entry


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields whose values differ, each with both."""
    names = [*before, *(name for name in after if name not in before)]
    pairs = {name: (before.get(name), after.get(name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
