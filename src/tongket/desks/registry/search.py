"""Reporters and areas that somebody searches for, as far as they may be seen."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.timezone import localdate

from tongket.desks.registry.queries import area_map
from tongket.desks.registry.reach import Sought, find_areas, find_reporters
from tongket.desks.registry.words import KINDS, LEVEL_NAMES, named
from tongket.desks.site.access import Access
from tongket.desks.site.desk import Hit

MOST = 20


def find(access: Access, words: str) -> Iterator[Hit]:
    scope = access.scope("registry.read")
    if not scope:
        return
    for filer in find_reporters(scope, Sought(words), localdate())[:MOST]:
        address = reverse("registry:reporter", args=[filer.code])
        yield Hit(filer.name, named(KINDS, filer.kind), address, filer.code)
    for area in find_areas(scope, area_map(), localdate(), words)[:MOST]:
        address = reverse("registry:area", args=[area.code])
        yield Hit(area.full_name, LEVEL_NAMES[area.level], address, area.code)
