"""What moved between two moments, ordered by size, each with the return cells that moved it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from tongket.desks.filing import queries as filing
from tongket.desks.filing.queries import CellDifference
from tongket.desks.ledger.context import context
from tongket.desks.ledger.models import ObservationRow
from tongket.desks.ledger.rows import observation_of
from tongket.desks.site.moments import holding
from tongket.figures.compile.lineage import FactFilter, inputs
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.observation import Address, Observation, SeriesKey
from tongket.figures.protection.policy import ReleasePolicy
from tongket.figures.terms.figure import Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import canonical

EXPLAINED = 40  # the largest changes are followed down to their cells; the rest are listed without
CELLS = 5  # the largest cells are named for each; the rest are counted


@dataclass(frozen=True)
class CellChange:
    """One cell of a return that was entered, corrected or withdrawn. Values as text, exact."""

    place: str
    reporter: str
    period: str
    measure: str
    dimensions: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class FigureChange:
    """A figure that moved, with its largest cells and how many there are in all."""

    address: str
    name_vi: str
    name_en: str
    unit: str
    before: str | None
    after: str | None
    status_before: str
    status_after: str
    cells: tuple[CellChange, ...]
    cells_in_all: int


@dataclass(frozen=True)
class ChangeList:
    """Changed figures, largest first, and how many figures are new or gone."""

    changed: tuple[FigureChange, ...]
    new: int
    gone: int

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


NONE = ChangeList((), 0, 0)
Slot = tuple[SeriesKey, Period]


def between(catalogue: Catalogue, home: str, earlier: datetime, later: datetime) -> ChangeList:
    """Compare what held at two moments."""
    before, after = _touched(earlier, earlier, later), _touched(later, earlier, later)
    moved = [slot for slot in after if slot in before and _differs(before[slot], after[slot])]
    moved.sort(key=lambda slot: (-_size(before[slot].figure, after[slot].figure), str(slot)))
    cells = filing.changes_between(earlier, later)
    surroundings = context(catalogue, home, later)
    recipes = {recipe.code: recipe for recipe in catalogue.recipes}
    changed = []
    for rank, slot in enumerate(moved):
        behind: list[CellChange] = []
        recipe = recipes.get(after[slot].recipe)
        if recipe and rank < EXPLAINED:
            behind = _behind(inputs(recipe, *slot, surroundings), cells)
        changed.append(_change(catalogue, before[slot], after[slot], behind))
    return ChangeList(tuple(changed), len(after.keys() - before.keys()), len(before.keys() - after.keys()))


def without(
    listed: ChangeList, hidden: Collection[str], policy: ReleasePolicy, catalogue: Catalogue
) -> ChangeList:
    """The list as it may be told: withheld figures without values, protected ones without return cells."""
    open_flows = {
        recipe.definition.indicator for recipe in catalogue.recipes if not policy.protects(recipe.dataflow)
    }

    def told(change: FigureChange) -> FigureChange:
        if change.address in hidden:
            status = ObsStatus.SUPPRESSED.value
            return replace(
                change, before=None, after=None, status_before=status, status_after=status, cells=()
            )
        return change if Address.parse(change.address).indicator in open_flows else replace(change, cells=())

    return replace(listed, changed=tuple(map(told, listed.changed)))


def _touched(moment: datetime, earlier: datetime, later: datetime) -> dict[Slot, Observation]:
    """What held at the moment among the rows that began or ended between the two."""
    began = ObservationRow.objects.filter(recorded_at__gt=earlier, recorded_at__lte=later)
    ended = ObservationRow.objects.filter(superseded_at__gt=earlier, superseded_at__lte=later)
    rows = holding(began | ended, moment)
    seen = map(observation_of, rows.iterator())
    return {(observation.series, observation.period): observation for observation in seen}


def _differs(before: Observation, after: Observation) -> bool:
    one, other = before.figure, after.figure
    return (one.value, one.status, one.cause) != (other.value, other.status, other.cause)


def _size(before: Figure, after: Figure) -> Decimal:
    """How far it moved, relative to the larger of the two; a value that came or went moved all the way."""
    if before.value is None or after.value is None:
        return Decimal(2)
    largest = max(abs(before.value), abs(after.value))
    return abs(after.value - before.value) / largest if largest else Decimal(0)


def _behind(filters: Iterable[FactFilter], cells: Iterable[CellDifference]) -> list[CellChange]:
    wanted = tuple(filters)
    found = [cell for cell in cells if any(_matches(one, cell) for one in wanted)]
    found.sort(key=lambda cell: -abs((cell.after or Decimal(0)) - (cell.before or Decimal(0))))
    return [_cell(cell) for cell in found]


def _matches(wanted: FactFilter, cell: CellDifference) -> bool:
    return (
        cell.dataflow == wanted.dataflow
        and cell.measure in wanted.measures
        and cell.period in wanted.periods
        and cell.area in wanted.areas
        and all(cell.dimensions.get(name) in codes for name, codes in wanted.dimensions.items())
    )


def _cell(cell: CellDifference) -> CellChange:
    return CellChange(
        place=str(cell.place),
        reporter=cell.reporter,
        period=str(cell.period),
        measure=cell.measure,
        dimensions=_dimensions(cell.dimensions),
        before=_text(cell.before),
        after=_text(cell.after),
    )


def _dimensions(codes: Mapping[str, str]) -> str:
    return ",".join(f"{name}={code}" for name, code in sorted(codes.items()))


def _text(value: Decimal | None) -> str | None:
    return None if value is None else canonical(value)


def _change(
    catalogue: Catalogue, before: Observation, after: Observation, cells: list[CellChange]
) -> FigureChange:
    name = catalogue.indicators.name(after.series.definition)
    return FigureChange(
        address=str(Address.of(after.series, after.period)),
        name_vi=name.vi,
        name_en=name.en,
        unit=after.figure.unit,
        before=_text(before.figure.value),
        after=_text(after.figure.value),
        status_before=before.figure.status.value,
        status_after=after.figure.status.value,
        cells=tuple(cells[:CELLS]),
        cells_in_all=len(cells),
    )
