"""People and units that somebody searches for, as far as they may be seen."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from tongket.desks.people import queries
from tongket.desks.site.access import Access
from tongket.desks.site.desk import Hit
from tongket.figures.terms.words import Text

MOST = 20
PERSON = Text("người dùng", "person")


def find(access: Access, words: str) -> Iterator[Hit]:
    scope = access.scope("people.read")
    if not scope:
        return
    for person in queries.find(scope, words)[:MOST]:
        unit = person.unit.name_vi if person.unit else ""
        yield Hit(person.name, PERSON, reverse("people:person", args=[person.username]), unit)
