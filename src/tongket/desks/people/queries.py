"""What the people desk answers: who may do what, on whose data; who belongs where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from tongket.desks.people import permission
from tongket.desks.people.models import Grant, Person, Unit
from tongket.desks.people.permission import Ground, Holding, Node
from tongket.desks.people.roles import matrix
from tongket.desks.registry.queries import areas_inside
from tongket.desks.site.access import Scope, Whose, refuse


@dataclass
class PersonsAccess:
    """What one person may do: read from the store once, asked as often as one likes."""

    person: Person | AnonymousUser
    _scopes: dict[str, Scope] = field(default_factory=dict)

    @property
    def by(self) -> str:
        return self.person.get_username()

    def scope(self, action: str) -> Scope:
        """The data on which the person may do it; an unknown function is a fault of the program."""
        if action not in matrix().functions:
            raise KeyError(action)
        if action not in self._scopes:
            self._scopes[action] = permission.scope(matrix(), self._ground, self._held, action)
        return self._scopes[action]

    def may(self, action: str, on: Whose | None = None) -> bool:
        scope = self.scope(action)
        return bool(scope) if on is None else scope.covers(on)

    def require(self, action: str, on: Whose | None = None) -> None:
        if not self.may(action, on):
            raise refuse(matrix().functions[action])

    @cached_property
    def _held(self) -> tuple[Holding, ...]:
        if not self.person.is_active or self.person.pk is None:
            return ()
        rows = Grant.objects.filter(person=self.person, ended_at__isnull=True).order_by("pk")
        return tuple(
            Holding(role, unit or "", area, reporter)
            for role, unit, area, reporter in rows.values_list(
                "role", "unit__code", "area_code", "reporter_code"
            )
        )

    @cached_property
    def _ground(self) -> Ground:
        held = self._held
        units = _nodes() if any(one.unit for one in held) else {}
        areas = {one.area for one in held} | {node.area for node in units.values()}
        return Ground(units, areas_inside(areas - {""}))


def access_of(person: Person | AnonymousUser) -> PersonsAccess:
    return PersonsAccess(person)


def may(person: Person, action: str, on: Whose | None = None) -> bool:
    """Whether the person may do it at all, or on these data."""
    return access_of(person).may(action, on)


def scope(person: Person, action: str) -> Scope:
    """The data on which the person may do it; `Scope.where` makes a filter of it."""
    return access_of(person).scope(action)


def who_may(action: str, on: Whose | None = None) -> tuple[Person, ...]:
    """The people with an open account who may do it, for instance to tell them that something waits."""
    roles = [role.code for role in matrix().roles.values() if action in role.may]
    holders = Person.objects.filter(
        is_active=True, grants__ended_at__isnull=True, grants__role__in=roles
    ).distinct()
    return tuple(person for person in holders if may(person, action, on))


def units() -> QuerySet[Unit]:
    return Unit.objects.select_related("parent")


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit of the tree, how many open accounts it has, and what lies right below it."""

    unit: Unit
    people: int
    branches: tuple[Branch, ...]


def tree() -> tuple[Branch, ...]:
    """The units from the top down, those that have ended included."""
    children: dict[int | None, list[Unit]] = defaultdict(list)
    counted = Count("people", filter=Q(people__is_active=True))
    for unit in Unit.objects.annotate(open_accounts=counted):
        children[unit.parent_id].append(unit)

    def below(pk: int | None) -> tuple[Branch, ...]:
        return tuple(Branch(unit, unit.open_accounts, below(unit.pk)) for unit in children[pk])

    return below(None)


def people(scope: Scope) -> QuerySet[Person]:
    """The people within reach; whoever has no unit is seen by those who reach everything."""
    return Person.objects.select_related("unit").filter(scope.where(unit="unit__code"))


def grants(person: Person) -> QuerySet[Grant]:
    """The roles the person holds now."""
    return person.grants.filter(ended_at__isnull=True).select_related("unit", "person").order_by("granted_at")


def find(scope: Scope, words: str) -> QuerySet[Person]:
    found = people(scope)
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(username__icontains=word) | Q(email__icontains=word))
    return found


def _nodes() -> dict[str, Node]:
    rows = list(
        Unit.objects.filter(ended=False).values_list("code", "parent__code", "area_code", "reporter_code")
    )
    children: dict[str, list[str]] = defaultdict(list)
    for code, parent, _, _ in rows:
        children[parent or ""].append(code)
    return {code: Node(code, area, reporter, tuple(children[code])) for code, _, area, reporter in rows}
