"""Take the plan from the office's folder. One transaction; it may be repeated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from django.db import models, transaction
from django.utils import timezone

from tongket.desks.planning import rows
from tongket.desks.planning.files import read_entries
from tongket.desks.planning.models import DecisionRow, TargetRow, TaskRow
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.returns.answer import Finding

_VINTAGE = {"id", "recorded_at", "recorded_by", "superseded_at", "superseded_by"}
_STAMPED = {"id", "changed_at", "changed_by"}

Row = TypeVar("Row", DecisionRow, TargetRow)


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """How many rows were written new, changed (a new vintage), and closed because their entry is gone."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    unchanged: int = 0
    findings: tuple[Finding, ...] = ()

    def __add__(self, other: LoadedPlan) -> LoadedPlan:
        return LoadedPlan(
            self.new + other.new,
            self.changed + other.changed,
            self.gone + other.gone,
            self.unchanged + other.unchanged,
            self.findings + other.findings,
        )


@transaction.atomic
def load_plan(*, by: str, folder: Path, catalogue: Catalogue) -> LoadedPlan:
    """Make the plan that of the folder; raises `BadEntry` and then changes nothing.

    A changed decision or target is a new vintage; the old one stays, closed. Tasks change in place. A
    target of something the catalogue does not measure is left out, and the result says so.
    """
    decisions = [rows.decision_row(entry) for entry in read_entries(folder / "decisions.yaml")]
    known = frozenset(row.code for row in decisions)
    entries = list(enumerate(read_entries(folder / "targets.yaml"), start=1))
    left_out = [entry for _, entry in entries if not rows.measured(entry, catalogue)]
    targets = [
        rows.target_row(entry, order, catalogue, known) for order, entry in entries if entry not in left_out
    ]
    tasks = [
        rows.task_row(entry, order, known)
        for order, entry in enumerate(read_entries(folder / "tasks.yaml"), start=1)
    ]
    now = timezone.now()
    return (
        _vintages(DecisionRow, decisions, by, now)
        + _vintages(TargetRow, targets, by, now)
        + _tasks(tasks, by, now)
        + LoadedPlan(findings=tuple(map(rows.not_measured, left_out)))
    )


def _vintages(model: type[Row], wanted: Iterable[Row], by: str, now: datetime) -> LoadedPlan:
    """Close what is gone or changed, then record what is new or changed."""
    held = {row.code: row for row in model.objects.filter(superseded_at__isnull=True)}
    fresh, changed, unchanged = [], [], 0
    for row in wanted:
        before = held.pop(row.code, None)
        if before is not None and _content(before, _VINTAGE) == _content(row, _VINTAGE):
            unchanged += 1
            continue
        row.recorded_at, row.recorded_by = now, by
        fresh.append(row)
        if before is not None:
            changed.append(before.pk)
    closing = [*changed, *(row.pk for row in held.values())]
    model.objects.filter(pk__in=closing).update(superseded_at=now, superseded_by=by)
    model.objects.bulk_create(fresh)
    return LoadedPlan(len(fresh) - len(changed), len(changed), len(held), unchanged)


def _tasks(wanted: Iterable[TaskRow], by: str, now: datetime) -> LoadedPlan:
    held = {row.code: row for row in TaskRow.objects.all()}
    new, changed, unchanged = [], [], 0
    for row in wanted:
        before = held.pop(row.code, None)
        if before is not None and _content(before, _STAMPED) == _content(row, _STAMPED):
            unchanged += 1
            continue
        row.changed_at, row.changed_by = now, by
        row.pk = before.pk if before is not None else None
        (new if before is None else changed).append(row)
    TaskRow.objects.filter(pk__in=[row.pk for row in held.values()]).delete()
    TaskRow.objects.bulk_create(new)
    if changed:
        columns = [field.name for field in TaskRow._meta.concrete_fields if field.name != "id"]
        TaskRow.objects.bulk_update(changed, columns)
    return LoadedPlan(len(new), len(changed), len(held), unchanged)


def _content(row: models.Model, left_out: set[str]) -> tuple[object, ...]:
    return tuple(
        getattr(row, field.name) for field in row._meta.concrete_fields if field.name not in left_out
    )
