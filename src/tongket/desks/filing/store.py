"""Writing returns: only what differs is recorded, and what it replaces is closed with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Max, QuerySet

from tongket.desks.filing.admission import Admitted
from tongket.desks.filing.held import Difference, HeldReturn, Key, difference
from tongket.desks.filing.models import CellRow, ReturnRow, Submission
from tongket.desks.site.bulk import insert_many
from tongket.figures.returns.answer import Answer
from tongket.figures.terms.words import Refusal, Text

BATCH = 500
CORRECTED = "corrected"
WITHDRAWN = "withdrawn"
RETURN_COLUMNS = (
    "submission", "form", "version", "table", "dataflow", "reporter", "period", "sheet", "number",
    "received_at", "superseded_reason",
)  # fmt: skip
CELL_COLUMNS = (
    "return_row", "dataflow", "reporter", "period", "area_code", "measure", "dimensions", "value", "unit",
    "sheet", "cell", "recorded_at", "superseded_reason",
)  # fmt: skip
MICROSECOND = timedelta(microseconds=1)


class BeforeTheLast(Refusal):
    """A file was to be recorded at a moment before one that is already recorded."""


@dataclass(frozen=True, slots=True)
class Change:
    """A return to write, what it replaces, and how they differ."""

    admitted: Admitted
    held: HeldReturn | None
    difference: Difference


def changes(admitted: Iterable[Admitted], held: dict[Key, HeldReturn]) -> tuple[list[Change], int]:
    """The returns that differ from what holds, and how many numbers of all of them do not differ."""
    found, unchanged = [], 0
    for each in admitted:
        before = held.get(each.key)
        differs = difference(each.ret, each.area_code, before)
        unchanged += differs.unchanged
        if before is None or differs.record or differs.withdrawn:
            found.append(Change(each, before, differs))
    return found, unchanged


def write(found: list[Change], submission: Submission) -> None:
    """Close what is replaced, then record what is new, all at the submission's moment."""
    moment = submission.received_at
    _close(ReturnRow.objects, (c.held.pk for c in found if c.held), moment, CORRECTED)
    _close(CellRow.objects, (pk for c in found for pk in c.difference.corrected), moment, CORRECTED)
    _close(CellRow.objects, (pk for c in found for pk in c.difference.withdrawn), moment, WITHDRAWN)
    insert_many(ReturnRow, RETURN_COLUMNS, (_return_values(change, submission) for change in found))
    written = submission.returns.values_list("pk", "dataflow", "reporter", "period")
    rows = {(dataflow, reporter, period): pk for pk, dataflow, reporter, period in written}
    cells = (
        _cell_values(change.admitted, answer, rows[change.admitted.key], moment)
        for change in found
        for answer in change.difference.record
    )
    insert_many(CellRow, CELL_COLUMNS, cells)


def one_writer() -> None:
    """Let no other import write until this transaction ends; SQLite's transactions are so by themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Submission._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def moment_after_last(at: datetime | None, now: datetime) -> datetime:
    """The moment to record at: after every recorded one, also where the machine's clock went backwards."""
    last = Submission.objects.aggregate(last=Max("received_at"))["last"]
    if last is None or (at or now) > last:
        return at or now
    if at is None:
        return last + MICROSECOND
    raise BeforeTheLast(_BEFORE.format(at=at, last=last))


def _close(rows: QuerySet, keys: Iterable[int], moment: datetime, reason: str) -> None:
    wanted = list(keys)
    for start in range(0, len(wanted), BATCH):
        rows.filter(pk__in=wanted[start : start + BATCH]).update(
            superseded_at=moment, superseded_reason=reason
        )


def _return_values(change: Change, submission: Submission) -> tuple[Any, ...]:
    """In the order of RETURN_COLUMNS."""
    ret = change.admitted.ret
    return (
        submission.pk,
        ret.form,
        ret.version,
        ret.table,
        *change.admitted.key,
        ret.place.sheet,
        change.held.number + 1 if change.held else 1,
        submission.received_at,
        "",
    )


def _cell_values(admitted: Admitted, answer: Answer, row: int, moment: datetime) -> tuple[Any, ...]:
    """In the order of CELL_COLUMNS."""
    return (
        row,
        *admitted.key,
        admitted.area_code,
        answer.measure,
        dict(sorted(answer.dimensions.items())),
        answer.value,
        answer.unit,
        answer.place.sheet,
        answer.place.cell,
        moment,
        "",
    )


_BEFORE = Text(
    "Không ghi được vào lúc {at:%d/%m/%Y %H:%M:%S}: đã có số liệu ghi lúc {last:%d/%m/%Y %H:%M:%S}. Sổ "
    "chỉ ghi tiến lên; hãy chọn một thời điểm sau đó.",
    "Nothing can be recorded at {at:%Y-%m-%d %H:%M:%S}: the store already holds {last:%Y-%m-%d %H:%M:%S}. It "
    "only goes forward; choose a later moment.",
)
