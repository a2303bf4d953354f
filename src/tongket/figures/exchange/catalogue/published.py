"""`published/<code>.yaml` and its `.csv`: figures that others published, dated and referenced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tongket.figures.exchange.catalogue.dated import day, decimal, described, period
from tongket.figures.exchange.catalogue.entry import CORRECT, MERGE, ONCE, Entry
from tongket.figures.exchange.catalogue.files import read_rows
from tongket.figures.exchange.catalogue.refusals import Place, one_of, refusal
from tongket.figures.observations.observation import Breakdown
from tongket.figures.observations.published import Published
from tongket.figures.terms.figure import Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text

PAIRS = Text("chiều=mã, ví dụ activity=C", "dimension=code, such as activity=C")


def read_published(folders: Sequence[Path], units: Mapping[str, Unit]) -> dict[str, Published]:
    return {code: _published(entry, units) for code, entry in described(folders, "published").items()}


def _published(entry: Entry, units: Mapping[str, Unit]) -> Published:
    unit = entry.reference("unit", units)
    published = Published(
        code=entry.code(),
        unit=unit,
        figures=_lines(entry.place.file.with_suffix(".csv"), unit),
        published_on=day(entry, "published_on"),
        reference=entry.text("reference"),
        synthetic=entry.flag("synthetic", default=False),
    )
    entry.close()
    return published


def _lines(path: Path, unit: str) -> dict[tuple[str, Breakdown, Period], Figure]:
    found: dict[tuple[str, Breakdown, Period], Figure] = {}
    for place, cells in read_rows(path, ("area", "period", "value"), ("breakdown", "status")):
        when = period(place, cells["period"])
        key = cells["area"], _breakdown(place, cells["breakdown"]), when
        if key in found:
            raise refusal(place, "period", cells["period"], ONCE, MERGE)
        found[key] = Figure(decimal(place, cells, "value"), unit, status=_status(place, cells["status"]))
    return found


def _breakdown(place: Place, cell: str) -> Breakdown:
    pairs = [part.partition("=") for part in cell.split(";") if part]
    if not all(name and code for name, _, code in pairs):
        raise refusal(place, "breakdown", cell, PAIRS, CORRECT)
    return tuple(sorted((name, code) for name, _, code in pairs))


def _status(place: Place, cell: str) -> ObsStatus:
    if cell and cell not in set(ObsStatus):
        raise refusal(place, "status", cell, one_of(ObsStatus), CORRECT)
    return ObsStatus(cell or ObsStatus.NORMAL)
