"""Change units, people and roles. Every action is one transaction and leaves its row in the trail."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tongket.desks.people.models import Grant, Person, Unit
from tongket.desks.people.roles import matrix
from tongket.desks.people.sessions import end_sessions
from tongket.desks.trail.actions import Thing, Verb, difference, record
from tongket.figures.terms.words import Refusal, Text

SYLLABLES = 6  # of a password that is read out over the telephone: 6 × 3 letters, 61 bits
CONSONANTS, VOWELS = "bcdghklmnpqrstvx", "aeiou"


class NotDone(Refusal):
    """A unit, a person or a role cannot be changed as asked."""


@transaction.atomic
def add_unit(*, by: str, code: str, parent: Unit | None, why: str = "", **fields: Any) -> Unit:
    """Add a unit below another; `fields` are those of the model."""
    if Unit.objects.filter(code=code).exists():
        raise NotDone(_CODE_TAKEN.format(code=code))
    unit = Unit.objects.create(code=code, parent=parent, **fields)
    _recorded(by, "people.add_unit", Verb.ADD, unit_thing(unit), {}, unit_facts(unit), why)
    return unit


@transaction.atomic
def change_unit(*, by: str, unit: Unit, why: str = "", **fields: Any) -> Unit:
    """Change a unit in place; one that would lie below itself is refused."""
    before = unit_facts(unit)
    for name, value in fields.items():
        setattr(unit, name, value)
    _no_ring(unit)
    unit.save()
    _recorded(by, "people.change_unit", Verb.CHANGE, unit_thing(unit), before, unit_facts(unit), why)
    return unit


@transaction.atomic
def add_person(
    *, by: str, username: str, password: str | None = None, why: str = "", **fields: Any
) -> Person:
    """Add a person; without a password nobody signs in until one is set or the sign-on is joined."""
    if Person.objects.filter(username__iexact=username).exists():
        raise NotDone(_NAME_TAKEN.format(username=username))
    person = Person(username=username, **fields)
    if password is None:
        person.set_unusable_password()
    else:
        checked_password(password, person)
        person.set_password(password)
    person.save()
    _recorded(by, "people.add_person", Verb.ADD, person_thing(person), {}, person_facts(person), why)
    return person


@transaction.atomic
def change_person(*, by: str, person: Person, why: str = "", **fields: Any) -> Person:
    """Change a person's particulars; closing an account ends its sessions at once."""
    before = person_facts(person)
    for name, value in fields.items():
        setattr(person, name, value)
    person.save()
    if not person.is_active:
        _somebody_manages()
        end_sessions(person)
    _recorded(
        by, "people.change_person", Verb.CHANGE, person_thing(person), before, person_facts(person), why
    )
    return person


@transaction.atomic
def reset_password(*, by: str, person: Person, why: str) -> str:
    """A new password, told to the administrator once; the person has to choose their own when they use it."""
    password = "-".join(_syllables() for _ in range(SYLLABLES // 2))
    person.set_password(password)
    person.must_change_password = True
    person.save()
    end_sessions(person)
    thing = person_thing(person)
    record(by=by, action="people.reset_password", verb=Verb.CHANGE, on=thing, why=why)
    return password


@transaction.atomic
def sign_out(*, by: str, person: Person) -> None:
    """End every session of the person."""
    end_sessions(person)
    record(by=by, action="people.end_sessions", verb=Verb.REMOVE, on=person_thing(person))


@transaction.atomic
def grant_role(
    *,
    by: str,
    person: Person,
    role: str,
    unit: Unit | None = None,
    area_code: str = "",
    reporter_code: str = "",
    why: str = "",
) -> Grant:
    """Give a person a role at one place: a unit, an area or a reporter. Held already, it stays as it is."""
    matrix().role(role)
    place = {"unit": unit, "area_code": area_code, "reporter_code": reporter_code}
    if sum(map(bool, place.values())) != 1:
        raise NotDone(_ONE_PLACE)
    held = Grant.objects.filter(person=person, role=role, ended_at__isnull=True, **place).first()
    if held is not None:
        return held
    grant = Grant.objects.create(
        person=person, role=role, granted_at=timezone.now(), granted_by=by, why=why, **place
    )
    record(
        by=by, action="people.grant_role", verb=Verb.ADD, on=person_thing(person),
        changes={role: (None, place_of(grant))}, why=why,
    )  # fmt: skip
    return grant


@transaction.atomic
def end_role(*, by: str, grant: Grant, why: str) -> None:
    """Take a role back; the last administrator's stays, or nobody could give one again."""
    if grant.ended_at is not None:
        return
    ending = {"ended_at": timezone.now(), "ended_by": by, "ended_why": why}
    Grant.objects.filter(pk=grant.pk).update(**ending)
    if matrix().reach(grant.role, "people.manage"):
        _somebody_manages()
    record(
        by=by, action="people.end_role", verb=Verb.REMOVE, on=person_thing(grant.person),
        changes={grant.role: (place_of(grant), None)}, why=why,
    )  # fmt: skip


def checked_password(password: str, person: Person) -> None:
    """Refuse a weak password with all that is wrong with it."""
    try:
        validate_password(password, person)
    except ValidationError as fault:
        raise NotDone(Text.same(" ".join(fault.messages))) from fault


def place_of(grant: Grant) -> str:
    """Where the role is held, in one word for the trail."""
    if grant.unit is not None:
        return f"unit {grant.unit.code}"
    return f"area {grant.area_code}" if grant.area_code else f"reporter {grant.reporter_code}"


def unit_thing(unit: Unit) -> Thing:
    return Thing("unit", unit.code, unit.name_vi)


def person_thing(person: Person) -> Thing:
    return Thing("person", person.username, person.name)


def unit_facts(unit: Unit) -> dict[str, Any]:
    plain = ("kind", "name_vi", "name_en", "area_code", "reporter_code", "position", "ended")
    parent = unit.parent.code if unit.parent else None
    return {"parent": parent, **{name: getattr(unit, name) for name in plain}}


def person_facts(person: Person) -> dict[str, Any]:
    plain = ("name", "email", "phone", "position", "language", "is_active")
    unit = person.unit.code if person.unit else None
    return {"unit": unit, **{name: getattr(person, name) for name in plain}}


def _recorded(
    by: str, action: str, verb: Verb, on: Thing, before: Mapping[str, Any], after: Mapping[str, Any], why: str
) -> None:
    """A row of the trail; a change that changes nothing leaves none."""
    if changes := difference(before, after):
        record(by=by, action=action, verb=verb, on=on, changes=changes, why=why)


def _somebody_manages() -> None:
    """After a change somebody has to be left who can undo it."""
    roles = [code for code in matrix().roles if matrix().reach(code, "people.manage")]
    if not Grant.objects.filter(role__in=roles, ended_at__isnull=True, person__is_active=True).exists():
        raise NotDone(_LAST_ONE)


def _no_ring(unit: Unit) -> None:
    above = unit.parent
    while above is not None:
        if above.pk == unit.pk:
            raise NotDone(_RING.format(name=unit.name))
        above = above.parent


def _syllables() -> str:
    return "".join(
        secrets.choice(CONSONANTS) + secrets.choice(VOWELS) + secrets.choice(CONSONANTS) for _ in "ab"
    )


_CODE_TAKEN = Text(
    "Đã có đơn vị mang mã {code}. Hãy chọn mã khác.",
    "A unit has the code {code} already. Choose another.",
)
_NAME_TAKEN = Text(
    "Đã có tài khoản {username}. Hãy chọn tên đăng nhập khác.",
    "The account {username} exists already. Choose another name to sign in with.",
)
_ONE_PLACE = Text(
    "Vai trò phải gắn với đúng một nơi: một đơn vị, một địa bàn hoặc một đơn vị báo cáo.",
    "A role is held at exactly one place: a unit, an area or a reporter.",
)
_LAST_ONE = Text(
    "Đây là người quản trị cuối cùng. Hãy giao vai trò này cho người khác trước khi chấm dứt.",
    "This is the last administrator. Give the role to somebody else before you end it.",
)
_RING = Text(
    "{name} không thể nằm dưới chính mình. Hãy chọn đơn vị cấp trên khác.",
    "{name} cannot lie below itself. Choose another unit above it.",
)
