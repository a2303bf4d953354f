from __future__ import annotations

from typing import ClassVar

from tongket.desks.people.foreign import DOORS
from tongket.desks.site.access import Door
from tongket.desks.site.desk import Desk, Entry
from tongket.figures.terms.words import Text


class People(Desk):
    name = "tongket.desks.people"
    title = Text("Người dùng", "People")
    navigation = (Entry(Text("Người dùng", "People"), "people:people", "people.read"),)
    search = "tongket.desks.people.search.find"
    foreign_doors: ClassVar[dict[str, Door]] = DOORS

    def ready(self) -> None:
        import tongket.desks.people.signing  # noqa: F401, PLC0415  signals are heard once models are loaded
