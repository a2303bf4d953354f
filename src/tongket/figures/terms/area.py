"""Areas through time: a unit is known by its code and the day it began, never by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from tongket.figures.terms.words import Refusal, Text

Level = Literal["province", "district", "commune", "village"]
LEVELS: tuple[Level, ...] = ("province", "district", "commune", "village")


class UnknownArea(Refusal):
    """No unit bears that code on that day."""


@dataclass(frozen=True, slots=True)
class Area:
    """One unit as it was from `valid_from` to `valid_to` (last day; None while in force).

    A change of code, name, type or extent makes a new row. `verified` is False where the row was
    inferred; whoever prints it says so.
    """

    code: str
    valid_from: date
    valid_to: date | None
    level: Level
    type: str
    name: str
    parent_code: str
    verified: bool = True
    legal_ref: str = ""
    source: str = ""

    def in_force(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def full_name(self) -> str:
        return f"{self.type[:1].upper()}{self.type[1:]} {self.name}"


@dataclass(frozen=True, slots=True)
class AreaEvent:
    """A dated change of the map: merge, split, transfer, rename, upgrade or abolish."""

    event_id: str
    type: str
    effective: date
    legal_ref: str
    verified: bool


@dataclass(frozen=True, slots=True)
class AreaLink:
    """The `share` of a former unit that went to a later one; the shares of a former unit sum to one.

    `share` is None where a part is known to have moved but nobody published how much of the unit it was.
    """

    event_id: str
    from_code: str
    from_valid_from: date
    to_code: str
    to_valid_from: date
    share: Decimal | None
    basis: str
    verified: bool


@dataclass(frozen=True)
class AreaMap:
    """All units of an office through time, asked by code and day."""

    areas: tuple[Area, ...]
    events: tuple[AreaEvent, ...] = ()
    links: tuple[AreaLink, ...] = ()

    @cached_property
    def _by_code(self) -> dict[str, list[Area]]:
        grouped: dict[str, list[Area]] = {}
        for area in self.areas:
            grouped.setdefault(area.code, []).append(area)
        return grouped

    def at(self, code: str, day: date) -> Area:
        """The unit that bears the code on that day; raises `UnknownArea` that names its other days."""
        versions = self._by_code.get(code, [])
        for area in versions:
            if area.in_force(day):
                return area
        raise UnknownArea(_unknown(code, day, versions))

    def knows(self, code: str, day: date) -> bool:
        return any(area.in_force(day) for area in self._by_code.get(code, ()))

    def in_force(self, day: date, level: Level | None = None) -> Iterator[Area]:
        return (a for a in self.areas if a.in_force(day) and (level is None or a.level == level))

    def lineage(self, code: str, day: date) -> tuple[Area, ...]:
        """The unit and all above it on that day, nearest first."""
        chain = [self.at(code, day)]
        while chain[-1].parent_code:
            chain.append(self.at(chain[-1].parent_code, day))
        return tuple(chain)

    def ancestor(self, code: str, day: date, level: Level) -> Area | None:
        """The unit of that level the code lies in on that day (itself included), or None."""
        return next((area for area in self.lineage(code, day) if area.level == level), None)

    def below(self, code: str, day: date) -> frozenset[str]:
        """The codes of the unit and everything inside it on that day."""
        children: dict[str, list[str]] = {}
        for area in self.in_force(day):
            children.setdefault(area.parent_code, []).append(area.code)
        found, waiting = {code}, [code]
        while waiting:
            for child in children.get(waiting.pop(), ()):
                found.add(child)
                waiting.append(child)
        return frozenset(found)


def _unknown(code: str, day: date, versions: Iterable[Area]) -> Text:
    days = "; ".join(f"{a.full_name} {a.valid_from:%d/%m/%Y}–{_until(a)}" for a in versions)
    return Text(
        "Không có đơn vị hành chính mã {code} vào ngày {day:%d/%m/%Y}. {known}",
        "No administrative unit has the code {code} on {day:%Y-%m-%d}. {known}",
    ).format(
        code=code,
        day=day,
        known=Text(f"Mã này chỉ có hiệu lực: {days}.", f"The code is in force only for: {days}.")
        if days
        else Text("Mã này không có trong danh mục.", "The code is not in the register."),
    )


def _until(area: Area) -> str:
    return f"{area.valid_to:%d/%m/%Y}" if area.valid_to else "…"
