"""Strategic amalgamation: the smallest groups of units that are the same ground on both maps.

Source: METHODS §6; connected components of the graph of former and later units. Exact, no shares needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.figures.methods.crosswalk.walk import Crosswalk


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """Former and later units that cover the same ground, by code."""

    former: tuple[str, ...]
    later: tuple[str, ...]

    @property
    def code(self) -> str:
        """A name for the zone as a statistical unit: its later units, or its former ones if it has none."""
        return "+".join(self.later or self.former)


def zones(walk: Crosswalk, groups: Mapping[str, str] | None = None) -> tuple[Zone, ...]:
    """The exact zones between two maps, sorted.

    `groups` may name the larger unit each former unit lay in, such as its district; the zones are then of
    those larger units, which is how an abolished level lives on for comparison. A link with an unknown
    share joins like any other. A later unit with no former one is a zone by itself.
    """
    parents: dict[tuple[str, str], tuple[str, str]] = {}

    def root(node: tuple[str, str]) -> tuple[str, str]:
        parents.setdefault(node, node)
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for code in walk.later:
        root(("later", code))
    for former, spread in walk.spreads.items():
        left = ("former", groups[former] if groups else former)
        for later in spread.reach:
            parents[root(("later", later))] = root(left)
    members: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for node in parents:
        side = members.setdefault(root(node), ([], []))
        side[node[0] == "later"].append(node[1])
    return tuple(sorted(Zone(tuple(sorted(f)), tuple(sorted(t))) for f, t in members.values()))


def zone_of(found: tuple[Zone, ...]) -> Mapping[str, Zone]:
    """The zone of every later unit."""
    return {code: zone for zone in found for code in zone.later}
