"""`frames/<code>.yaml` and its `.csv`: strata of a survey's population and the units drawn from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from tongket.figures.exchange.catalogue.dated import day, decimal, described
from tongket.figures.exchange.catalogue.entry import A_WHOLE, CORRECT, DECLARE, MERGE, ONCE, Entry
from tongket.figures.exchange.catalogue.files import read_rows
from tongket.figures.exchange.catalogue.refusals import Place, one_of, refusal
from tongket.figures.methods.estimation.frame import DrawnUnit, Frame, FrameStratum
from tongket.figures.terms.words import Text

KINDS = ("stratum", "unit")
COLUMNS = ("stratum", "population", "auxiliary", "group", "response_class", "area")
TOO_MANY = Text(
    "một tổng thể không ít hơn {drawn} đơn vị mẫu của tầng",
    "a population of at least the {drawn} units drawn",
)


def read_frames(folders: Sequence[Path]) -> dict[str, Frame]:
    return {code: _frame(entry) for code, entry in described(folders, "frames").items()}


def _frame(entry: Entry) -> Frame:
    strata, units = _lines(entry.place.file.with_suffix(".csv"))
    frame = Frame(
        code=entry.code(),
        counted_on=day(entry, "counted_on"),
        strata=strata,
        units=units,
        reference=entry.text("reference"),
        synthetic=entry.flag("synthetic", default=False),
    )
    entry.close()
    return frame


def _lines(path: Path) -> tuple[dict[str, FrameStratum], dict[str, DrawnUnit]]:
    strata: dict[str, FrameStratum] = {}
    units: dict[str, DrawnUnit] = {}
    places: dict[str, Place] = {}
    for place, cells in read_rows(path, ("kind", "code"), COLUMNS):
        code = cells["code"]
        if cells["kind"] == "stratum":
            _once(place, code, strata)
            strata[code], places[code] = _stratum(place, cells), place
        elif cells["kind"] == "unit":
            _once(place, code, units)
            units[code] = _unit(place, cells, strata)
        else:
            raise refusal(place, "kind", cells["kind"], one_of(KINDS), CORRECT)
    for code, drawn in Counter(unit.stratum for unit in units.values()).items():
        if drawn > strata[code].population:
            raise refusal(
                places[code], "population", strata[code].population, TOO_MANY.format(drawn=drawn), CORRECT
            )
    return strata, units


def _once(place: Place, code: str, known: Mapping[str, object]) -> None:
    if code in known:
        raise refusal(place, "code", code, ONCE, MERGE)


def _stratum(place: Place, cells: Mapping[str, str]) -> FrameStratum:
    if not cells["population"].isdecimal():
        raise refusal(place, "population", cells["population"] or None, A_WHOLE, CORRECT)
    return FrameStratum(int(cells["population"]), _auxiliary(place, cells), cells["group"])


def _unit(place: Place, cells: Mapping[str, str], strata: Mapping[str, FrameStratum]) -> DrawnUnit:
    """A unit of a stratum that stands above it in the file."""
    if cells["stratum"] not in strata:
        raise refusal(place, "stratum", cells["stratum"] or None, one_of(strata, cells["stratum"]), DECLARE)
    return DrawnUnit(cells["stratum"], _auxiliary(place, cells), cells["response_class"], cells["area"])


def _auxiliary(place: Place, cells: Mapping[str, str]) -> Decimal | None:
    return decimal(place, cells, "auxiliary") if cells["auxiliary"] else None
