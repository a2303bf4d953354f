"""What an area came from, what became of it, and where it is on a later map. No database here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tongket.figures.methods.crosswalk.walk import crosswalk
from tongket.figures.terms.area import Area, AreaEvent, AreaLink, AreaMap


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the map: the event that made it, and the units before and after."""

    event: AreaEvent
    link: AreaLink
    before: Area
    after: Area


@dataclass(frozen=True, slots=True)
class Part:
    """A unit of a later map with the share of a former one it has; None where nobody published it."""

    unit: Area
    share: Fraction | None
    verified: bool


def came_from(areas: AreaMap, code: str) -> tuple[Step, ...]:
    """The links by which the units of the code, at any time, came to be."""
    return _steps(areas, [link for link in areas.links if link.to_code == code])


def became(areas: AreaMap, code: str) -> tuple[Step, ...]:
    """The links by which the units of the code, at any time, went into later ones."""
    return _steps(areas, [link for link in areas.links if link.from_code == code])


def on_map(areas: AreaMap, code: str, since: date, day: date) -> tuple[Part, ...]:
    """Where the unit that bore the code on `since` is on the map of a later day, the largest part first.

    Raises `UnknownArea` for a unit that was not there, `MapRefused` where the links do not lead on.
    """
    unit = areas.at(code, since)
    way = _onwards(areas, unit)  # a gap in another unit's links is no concern of this one
    spread = crosswalk(way, since, max(since, day), unit.level).spreads[unit.code]
    known = [(areas.at(later, max(since, day)), share) for later, share in spread.parts.items()]
    known.sort(key=lambda part: (-part[1], part[0].code))
    unknown = [
        Part(areas.at(later, max(since, day)), None, spread.verified) for later in sorted(spread.unknown)
    ]
    return (*(Part(later, share, spread.verified) for later, share in known), *unknown)


def _onwards(areas: AreaMap, unit: Area) -> AreaMap:
    """The unit and whatever its links lead to, as a map of their own."""
    units = {(area.code, area.valid_from): area for area in areas.areas}
    found, waiting, links = {(unit.code, unit.valid_from)}, [(unit.code, unit.valid_from)], []
    while waiting:
        here = waiting.pop()
        for link in areas.links:
            if (link.from_code, link.from_valid_from) != here:
                continue
            links.append(link)
            if (later := (link.to_code, link.to_valid_from)) not in found:
                found.add(later)
                waiting.append(later)
    return AreaMap(tuple(units[key] for key in sorted(found)), links=tuple(links))


def _steps(areas: AreaMap, links: list[AreaLink]) -> tuple[Step, ...]:
    units = {(area.code, area.valid_from): area for area in areas.areas}
    events = {event.event_id: event for event in areas.events}
    steps = [
        Step(
            events[link.event_id],
            link,
            units[link.from_code, link.from_valid_from],
            units[link.to_code, link.to_valid_from],
        )
        for link in links
    ]
    return tuple(sorted(steps, key=lambda step: (step.event.effective, step.before.code, step.after.code)))
