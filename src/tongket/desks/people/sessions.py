"""The sessions of a person: where they are signed in, and an end to all of that."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.db.models import F

from tongket.desks.people.models import Person


def end_sessions(person: Person) -> None:
    """Sign the person out everywhere, from the next request on."""
    Person.objects.filter(pk=person.pk).update(session_round=F("session_round") + 1)
    person.refresh_from_db(fields=["session_round"])
    UserSession.objects.filter(user=person).delete()
