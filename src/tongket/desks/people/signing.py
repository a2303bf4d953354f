"""Signing in and out, and failing to, stand in the trail."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from tongket.desks.people.models import Person
from tongket.desks.trail.actions import Thing, Verb, record

LONGEST = 60  # of a name that somebody typed: what stands there may be a password


@receiver(user_logged_in)
def signed_in(sender: Any, user: Person, **kwargs: Any) -> None:
    _record(user.username, "people.sign_in", Verb.SIGN_IN, user.name)


@receiver(user_logged_out)
def signed_out(sender: Any, user: Person | None, **kwargs: Any) -> None:
    if user is not None:
        _record(user.username, "people.sign_out", Verb.SIGN_OUT, user.name)


@receiver(user_login_failed)
def failed(sender: Any, credentials: dict[str, Any], **kwargs: Any) -> None:
    """Only the name of an account that exists is kept: people type passwords into the wrong field."""
    typed = str(credentials.get("username") or credentials.get("login") or "")[:LONGEST].lower()
    known = Person.objects.filter(username=typed).first()
    _record(typed if known else "?", "people.sign_in", Verb.REFUSED, known.name if known else "")


@receiver(password_changed)
@receiver(password_set)
def changed(sender: Any, user: Person, **kwargs: Any) -> None:
    """Whoever chose a password of their own need not choose again."""
    Person.objects.filter(pk=user.pk).update(must_change_password=False)
    user.must_change_password = False
    _record(user.username, "people.change_password", Verb.CHANGE, user.name)


@receiver(authenticator_added)
def guarded(sender: Any, user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    _record(user.username, f"people.add_{authenticator.type}", Verb.ADD, user.name)


@receiver(authenticator_removed)
def unguarded(sender: Any, user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    _record(user.username, f"people.remove_{authenticator.type}", Verb.REMOVE, user.name)


def _record(username: str, action: str, verb: Verb, name: str) -> None:
    record(by=username, action=action, verb=verb, on=Thing("person", username, name))
