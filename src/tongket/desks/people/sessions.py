"""The sessions of a person: where they are signed in, and an end to all of that."""

from __future__ import annotations

from allauth.usersessions.models import UserSession

from tongket.desks.people.models import Person


def end_sessions(person: Person) -> int:
    """Sign the person out everywhere; how many sessions that ended."""
    sessions = UserSession.objects.filter(user=person)
    count = sessions.count()
    for session in sessions:
        session.end()
    return count
