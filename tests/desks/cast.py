"""The fixed cast of every web test: one person for each role, and one who must see nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.contrib.auth.hashers import make_password
from django.test import Client
from tests.desks.site.opening import EXAMPLE

from tongket.desks.people.cast import Cast, read_cast, seat
from tongket.desks.people.models import Person

CAST: Cast = read_cast(EXAMPLE)
NAMES = tuple(one.username for one in CAST.people)
NOBODY = "nobody"


@cache
def _hashed() -> str:
    return make_password(CAST.password)


def seated() -> Mapping[str, Person]:
    """The cast in the store of this test. They may sign in by form too, with `CAST.password`."""
    # Hashing is slow on purpose; nine people share one hash, so that a test does not wait for nine.
    seat(CAST, by="tests", password=None)
    Person.objects.filter(username__in=NAMES).update(password=_hashed())
    return {person.username: person for person in Person.objects.filter(username__in=NAMES)}


def client_of(person: Person, language: str = "vi") -> Client:
    """A browser in which the person has signed in."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.cookies["tongket_lang"] = language
    return client
