"""Take the register from the office's folder. Every action is one transaction and may be repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from tongket.desks.registry import rows, rules
from tongket.desks.registry.files import Line, read_lines
from tongket.desks.registry.models import AreaEventRow, AreaLinkRow, AreaRow, Reporter
from tongket.desks.registry.queries import area_map
from tongket.figures.returns.answer import Finding

BATCH = 500
_OWN = {"id", "changed_at", "changed_by"}

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a loading changed; rows that were already so are not written again."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    findings: tuple[Finding, ...] = ()

    def __add__(self, other: Loaded) -> Loaded:
        return Loaded(
            self.new + other.new,
            self.changed + other.changed,
            self.removed + other.removed,
            self.unchanged + other.unchanged,
            self.findings + other.findings,
        )


@transaction.atomic
def load_areas(*, by: str, folder: Path) -> Loaded:
    """Make the register's areas those of the folder; raises `BadLine` and then changes nothing.

    Files: areas.csv, and where the office has them area_events.csv, area_links.csv and villages.csv.
    """
    areas = _read(folder / "areas.csv", rows.AREA_COLUMNS, rows.area_row)
    areas += _read_if_any(folder / "villages.csv", rows.AREA_COLUMNS, rows.area_row)
    events = _read_if_any(folder / "area_events.csv", rows.EVENT_COLUMNS, rows.event_row)
    links = _read_if_any(folder / "area_links.csv", rows.LINK_COLUMNS, rows.link_row)
    rules.no_overlap(areas)
    rules.sound_links(
        links,
        frozenset(event.event_id for _, event in events),
        frozenset((area.code, area.valid_from) for _, area in areas),
    )
    link_key = ("event_id", "from_code", "from_valid_from", "to_code", "to_valid_from")
    loaded = (
        _mirror(AreaRow, ("code", "valid_from"), areas, by)
        + _mirror(AreaEventRow, ("event_id",), events, by)
        + _mirror(AreaLinkRow, link_key, links, by)
    )
    return loaded + Loaded(findings=rules.known_parents(areas, area_map()))


@transaction.atomic
def load_reporters(*, by: str, folder: Path) -> Loaded:
    """Make the register's reporters those of reporters.csv; the areas have to be loaded first."""
    reporters = _read(folder / "reporters.csv", rows.REPORTER_COLUMNS, rows.reporter_row)
    rules.no_overlap(reporters)
    rules.areas_known(reporters, area_map())
    return _mirror(Reporter, ("code", "valid_from"), reporters, by)


def _read(path: Path, columns: tuple[str, ...], make: Callable[[Line], Row]) -> list[tuple[Line, Row]]:
    return [(line, make(line)) for line in read_lines(path, columns)]


def _read_if_any(path: Path, columns: tuple[str, ...], make: Callable[[Line], Row]) -> list[tuple[Line, Row]]:
    return _read(path, columns, make) if path.exists() else []


def _mirror(model: type[Row], key: tuple[str, ...], lines: Sequence[tuple[Line, Row]], by: str) -> Loaded:
    """Write what differs between the lines and the table; a line that is gone takes its row along."""
    columns = [field.name for field in model._meta.concrete_fields if field.name not in _OWN]
    rules.no_repetition((line, _values(row, key)) for line, row in lines)
    held = {_values(row, key): row for row in model._default_manager.all()}
    new, changed, stamp = [], [], {"changed_at": timezone.now(), "changed_by": by}
    unchanged = 0
    for _, row in lines:
        before = held.pop(_values(row, key), None)
        if before is not None and _values(before, columns) == _values(row, columns):
            unchanged += 1
            continue
        for name, value in stamp.items():
            setattr(row, name, value)
        row.pk = before.pk if before is not None else None
        (new if before is None else changed).append(row)
    gone = [row.pk for row in held.values()]
    for start in range(0, len(gone), BATCH):
        model._default_manager.filter(pk__in=gone[start : start + BATCH]).delete()
    model._default_manager.bulk_create(new, batch_size=BATCH)
    model._default_manager.bulk_update(changed, [*columns, *stamp], batch_size=BATCH)
    return Loaded(len(new), len(changed), len(gone), unchanged)


def _values(row: models.Model, columns: Iterable[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, column) for column in columns)
