"""Whose data a role reaches: the second dimension of a permission."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tongket.desks.people.roles import Matrix, Reach
from tongket.desks.site.access import Scope


@dataclass(frozen=True, slots=True)
class Node:
    """A unit as permissions see it: whose data are its own, and which units are right below it."""

    code: str
    area: str = ""
    reporter: str = ""
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A role at one place: a unit, an area or a reporter."""

    role: str
    unit: str = ""
    area: str = ""
    reporter: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies below what: units by code, and every area with all that was ever inside it."""

    units: Mapping[str, Node]
    areas: Mapping[str, frozenset[str]]

    def below(self, unit: str) -> frozenset[str]:
        """The unit and every unit beneath it."""
        found, waiting = set(), [unit]
        while waiting:
            code = waiting.pop()
            if code in self.units and code not in found:
                found.add(code)
                waiting.extend(self.units[code].children)
        return frozenset(found)

    def reached(self, held: Holding, reach: Reach) -> Scope:
        """The data that a role at this place reaches."""
        if reach == "all":
            return Scope(everything=True)
        units = self.below(held.unit) if reach == "below" else {held.unit} & self.units.keys()
        nodes = [self.units[code] for code in units]
        areas = {held.area, *(node.area for node in nodes)} - {""}
        reporters = {held.reporter, *(node.reporter for node in nodes)} - {""}
        if reach == "own":  # an office that reports for its area is a reporter itself, under the area's code
            return Scope(units=frozenset(units), reporters=frozenset(reporters | areas))
        inside = {code for area in areas for code in self.areas.get(area, {area})}
        return Scope(units=frozenset(units), areas=frozenset(inside), reporters=frozenset(reporters))


def scope(matrix: Matrix, ground: Ground, held: Iterable[Holding], action: str) -> Scope:
    """All that the roles together reach with the function."""
    total = Scope()
    for holding in held:
        if reach := matrix.reach(holding.role, action):
            total |= ground.reached(holding, reach)
    return total
