from __future__ import annotations

from tongket.desks.site.desk import Desk, Entry
from tongket.figures.terms.words import Text


class Site(Desk):
    name = "tongket.desks.site"
    title = Text("Trang chủ", "Home")
    navigation = (
        Entry(Text("Việc đang chờ", "What waits"), "home", "office.enter"),
        Entry(Text("Tình trạng", "Health"), "health_details", "office.health"),
    )
    health = "tongket.desks.site.health.signs"
