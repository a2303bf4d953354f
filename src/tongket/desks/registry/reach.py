"""What of the register somebody reaches, and what is found in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tongket.desks.registry.models import Reporter
from tongket.desks.registry.queries import filers, reached
from tongket.desks.registry.register import Filer
from tongket.desks.registry.words import Standing
from tongket.desks.site.access import Scope
from tongket.figures.exchange.tables.folding import fold
from tongket.figures.terms.area import LEVELS, Area, AreaMap


@dataclass(frozen=True, slots=True)
class Sought:
    """Criteria that all have to hold; empty ones do. `words` are compared without accents."""

    words: str = ""
    form: str = ""
    standing: str = ""


def reporters(scope: Scope) -> tuple[Filer, ...]:
    """The dated rows of the reporters within reach, by code and first day."""
    return filers(Reporter.objects.filter(scope.where(area="area_code", reporter="code")))


def standing(filer: Filer, day: date) -> Standing:
    if day < filer.valid_from:
        return Standing.COMING
    return Standing.ENDED if filer.valid_to is not None and filer.valid_to < day else Standing.IN_FORCE


def as_of(rows: Iterable[Filer], day: date) -> tuple[Filer, ...]:
    """Each reporter once: the last of its rows that had begun by the day, else the first to come."""
    chosen: dict[str, Filer] = {}
    for row in rows:
        if row.code not in chosen or row.valid_from <= day:
            chosen[row.code] = row
    return tuple(chosen.values())


def find_reporters(scope: Scope, sought: Sought, day: date) -> tuple[Filer, ...]:
    """The reporters within reach that answer the criteria, as they are on the day."""
    return tuple(
        filer
        for filer in as_of(reporters(scope), day)
        if (not sought.form or sought.form in filer.forms)
        and (not sought.standing or sought.standing == standing(filer, day))
        and _has(sought.words, f"{filer.code} {filer.name} {filer.tax_code}")
    )


def areas_seen(scope: Scope, areas: AreaMap) -> frozenset[str]:
    """The codes of the areas within reach, of those where a reporter within reach lies, and of all above."""
    above: dict[str, set[str]] = {}
    for area in areas.areas:
        above.setdefault(area.code, set()).update({area.parent_code} - {""})
    if scope.everything:
        return frozenset(above)
    lying = {filer.area_code for filer in reporters(scope)}
    seen = (scope.areas | scope.reporters | lying) & above.keys()
    return frozenset().union(*(reached(code, above) for code in seen))


def find_areas(scope: Scope, areas: AreaMap, day: date, words: str = "") -> tuple[Area, ...]:
    """The areas within reach in force on the day that have all the words, from the widest level down."""
    seen = areas_seen(scope, areas)
    found = (
        area
        for area in areas.in_force(day)
        if area.code in seen and _has(words, f"{area.code} {area.full_name}")
    )
    return tuple(sorted(found, key=lambda area: (LEVELS.index(area.level), area.code)))


def _has(words: str, text: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in fold(words).split())
