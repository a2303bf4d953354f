"""Roles as data: the matrix of roles and functions, and how far each reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from django.conf import settings

from tongket.figures.exchange.catalogue.entry import Entry
from tongket.figures.exchange.catalogue.files import collect
from tongket.figures.exchange.catalogue.refusals import one_of
from tongket.figures.terms.words import Refusal, Text

Reach = Literal["own", "below", "all"]
REACHES: tuple[Reach, ...] = ("own", "below", "all")
REACH_NAMES: Mapping[Reach, Text] = {
    "own": Text("của chính mình", "their own"),
    "below": Text("của mình và cấp dưới", "their own and below"),
    "all": Text("toàn bộ", "everything"),
}


class NoSuchRole(Refusal):
    """A role was named that the catalogue does not have."""


@dataclass(frozen=True, slots=True)
class Role:
    """`may` is function → reach."""

    code: str
    name: Text
    may: Mapping[str, Reach]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All roles against all functions."""

    functions: Mapping[str, Text]
    roles: Mapping[str, Role]

    def role(self, code: str) -> Role:
        if code not in self.roles:
            raise NoSuchRole(_NO_ROLE.format(code=code, legal=", ".join(self.roles)))
        return self.roles[code]

    def reach(self, role: str, action: str) -> Reach | None:
        """How far the role reaches with the function; None where it does not have it.

        A role that is no longer in the catalogue reaches nothing.
        """
        return self.roles[role].may.get(action) if role in self.roles else None

    def rows(self) -> Iterator[tuple[str, Text, tuple[Reach | None, ...]]]:
        """A line for each function: its code, its name, the reach of each role."""
        for code, name in self.functions.items():
            yield code, name, tuple(role.may.get(code) for role in self.roles.values())


def read_matrix(folders: Sequence[Path]) -> Matrix:
    """`functions.yaml` and `roles.yaml` of the folders, later ones laid over earlier ones by code."""
    functions = {}
    for code, entry in collect(folders, "functions.yaml").items():
        functions[code] = entry.text("name")
        entry.close()
    roles = {code: _role(code, entry, functions) for code, entry in collect(folders, "roles.yaml").items()}
    return Matrix(functions, roles)


@cache
def matrix() -> Matrix:
    """The matrix of this office."""
    return read_matrix(settings.CATALOGUE)


def _role(code: str, entry: Entry, functions: Mapping[str, Text]) -> Role:
    name, may = entry.text("name"), {}
    part = entry.part("may")
    for action in entry.map("may"):
        if action not in functions:
            raise entry.wrong("may", one_of(functions, action))
        may[action] = part.choice(action, REACHES)
    entry.close()
    return Role(code, name, may)


_NO_ROLE = Text(
    "Không có vai trò “{code}”. Các vai trò: {legal}.",
    "There is no role “{code}”. The roles are: {legal}.",
)
