"""A cast of sample accounts, read from `cast.yaml` of an example office: units, people, one role each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.db import transaction

from tongket.desks.people.actions import add_person, add_unit, grant_role
from tongket.desks.people.models import Person, Unit
from tongket.figures.exchange.catalogue.entry import Entry
from tongket.figures.exchange.catalogue.files import read_yaml
from tongket.figures.exchange.catalogue.refusals import Place
from tongket.figures.terms.words import Text

FILE = "cast.yaml"


@dataclass(frozen=True, slots=True)
class SampleUnit:
    code: str
    kind: str
    name: Text
    parent: str
    area: str
    reporter: str


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """`role` is held at the unit; empty for the one who must see nothing."""

    username: str
    name: Text
    unit: str
    role: str


@dataclass(frozen=True, slots=True)
class Cast:
    password: str
    units: tuple[SampleUnit, ...]
    people: tuple[SamplePerson, ...]


def read_cast(folder: Path) -> Cast:
    """`cast.yaml` of the folder; raises `CatalogueError` where it is faulty."""
    path = folder / FILE
    data = Entry(read_yaml(path), Place(path))
    units = tuple(_unit(entry) for entry in _entries(data, "units", path))
    people = tuple(_person(entry) for entry in _entries(data, "people", path))
    cast = Cast(data.word("password"), units, people)
    data.close()
    return cast


@transaction.atomic
def seat(cast: Cast, *, by: str, password: str | None) -> Mapping[str, Person]:
    """Make the units and people that are not there yet, each with its role; those that are stay as they are.

    All get the one password, hashed once: a hash takes its time on purpose, and these accounts are no
    secret. With None nobody can sign in by password.
    """
    units: dict[str, Unit] = {unit.code: unit for unit in Unit.objects.all()}
    for number, one in enumerate(cast.units):
        if one.code not in units:
            units[one.code] = add_unit(
                by=by, code=one.code, parent=units.get(one.parent), kind=one.kind, name_vi=one.name.vi,
                name_en=one.name.en, area_code=one.area, reporter_code=one.reporter, position=number,
            )  # fmt: skip
    known = set(Person.objects.values_list("username", flat=True))
    added = [_seated(one, units[one.unit], by) for one in cast.people if one.username not in known]
    Person.objects.filter(pk__in=added).update(password=make_password(password))
    names = [one.username for one in cast.people]
    return {person.username: person for person in Person.objects.filter(username__in=names)}


def _seated(one: SamplePerson, unit: Unit, by: str) -> int:
    person = add_person(by=by, username=one.username, name=one.name.vi, unit=unit)
    if one.role:
        grant_role(by=by, person=person, role=one.role, unit=unit)
    return person.pk


def _entries(data: Entry, key: str, path: Path) -> list[Entry]:
    return [Entry(value, Place(path, f"{key} #{n}")) for n, value in enumerate(data.items(key), 1)]


def _unit(entry: Entry) -> SampleUnit:
    unit = SampleUnit(
        entry.code(),
        entry.choice("kind", Unit.Kind.values),
        entry.text("name"),
        entry.word("parent", ""),
        entry.word("area", ""),
        entry.word("reporter", ""),
    )
    entry.close()
    return unit


def _person(entry: Entry) -> SamplePerson:
    person = SamplePerson(
        entry.word("username"), entry.text("name"), entry.word("unit"), entry.word("role", "")
    )
    entry.close()
    return person
