"""Write observations as vintages: only what differs from what holds is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.desks.ledger.models import CompileRun, ObservationRow
from tongket.desks.ledger.rows import CONTENT, KEY, Key, content_of, key_of, row_of
from tongket.figures.observations.observation import Observation


@dataclass(frozen=True)
class Difference:
    """What a compile found against what holds: new observations, changed ones, and rows that are gone."""

    new: tuple[Observation, ...]
    changed: tuple[Observation, ...]
    superseded: tuple[int, ...]  # rows that no longer hold, of changed and of vanished observations

    @property
    def gone(self) -> int:
        return len(self.superseded) - len(self.changed)


def difference(observations: Iterable[Observation]) -> Difference:
    """Compare compiled observations with the rows that hold now."""
    holds = _holding()
    new: list[Observation] = []
    changed: list[Observation] = []
    superseded: list[int] = []
    for observation in observations:
        before = holds.pop(key_of(observation), None)
        if before is None:
            new.append(observation)
        elif before[1] != content_of(observation):
            changed.append(observation)
            superseded.append(before[0])
    superseded.extend(pk for pk, _ in holds.values())
    return Difference(tuple(new), tuple(changed), tuple(superseded))


def write(found: Difference, run: CompileRun) -> None:
    """Close what no longer holds and record the new vintages, all at the run's moment."""
    for start in range(0, len(found.superseded), 500):
        batch = found.superseded[start : start + 500]
        ObservationRow.objects.filter(pk__in=batch).update(superseded_at=run.moment)
    rows = [row_of(seen, run_id=run.pk, moment=run.moment) for seen in (*found.new, *found.changed)]
    ObservationRow.objects.bulk_create(rows, batch_size=500)


def _holding() -> dict[Key, tuple[int, Key]]:
    """Every row that holds, by its key: its number and its content."""
    rows = ObservationRow.objects.filter(superseded_at__isnull=True)
    return {
        row[1 : 1 + len(KEY)]: (row[0], row[1 + len(KEY) :])
        for row in rows.values_list("pk", *KEY, *CONTENT).iterator()
    }
