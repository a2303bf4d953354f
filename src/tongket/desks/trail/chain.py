"""The chain: each row's digest covers what the row says and the digest of the row before it.

Whoever can write to the database could change a row and every digest after it. The end of the chain
(`seal`), printed or sent elsewhere, is what such a change cannot reach.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256

from tongket.desks.trail.models import Entry
from tongket.figures.terms.words import Text

FIRST = "0" * 64
_SAID = ("by", "action", "verb", "kind", "code", "name", "changes", "why", "origin")


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where the chain does not hold: the row's number and a sentence that says what is wrong."""

    number: int
    sentence: Text


def canonical(value: object) -> str:
    """JSON in one way only."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(entry: Entry) -> str:
    """SHA-256 of the row before and of all that this row says. Its number is told by its place."""
    said = [entry.previous, entry.at.astimezone(UTC).isoformat(), *(getattr(entry, n) for n in _SAID)]
    return sha256(canonical(said).encode()).hexdigest()


def faults(entries: Iterable[Entry], seal: tuple[int, str] | None) -> Iterator[Fault]:
    """What does not hold in the rows, given in the order of their numbers, and against the kept end."""
    before, number = FIRST, 0
    for entry in entries:
        if entry.number > number + 1:
            yield Fault(number + 1, _MISSING.format(first=number + 1, last=entry.number - 1))
        if digest_of(entry) != entry.digest:
            yield Fault(entry.number, _CHANGED.format(number=entry.number, who=entry.by, at=entry.at))
        elif entry.number == number + 1 and entry.previous != before:
            yield Fault(entry.number, _REORDERED.format(number=entry.number))
        before, number = entry.digest, entry.number
    if seal is not None and seal[0] > number:
        yield Fault(number + 1, _MISSING.format(first=number + 1, last=seal[0]))
    elif seal is not None and seal != (number, before):
        yield Fault(number, _OTHER_END.format(number=number, kept=seal[0]))


_MISSING = Text(
    "Thiếu dòng {first} đến {last}: đã có người xóa khỏi cơ sở dữ liệu.",
    "Rows {first} to {last} are missing: somebody deleted them from the database.",
)
_CHANGED = Text(
    "Dòng {number} ({who}, {at:%d/%m/%Y %H:%M:%S}) đã bị sửa sau khi ghi.",
    "Row {number} ({who}, {at:%Y-%m-%d %H:%M:%S}) was changed after it was written.",
)
_REORDERED = Text(
    "Dòng {number} không nối tiếp dòng trước nó: thứ tự đã bị đổi, hoặc dòng trước bị thay.",
    "Row {number} does not follow the one before it: rows were reordered, or the one before was replaced.",
)
_OTHER_END = Text(
    "Dòng cuối {number} không khớp với điểm cuối đã ghi (dòng {kept}): có dòng thêm vào hoặc bị thay.",
    "The last row {number} is not the end that was kept (row {kept}): rows were put in or replaced.",
)
