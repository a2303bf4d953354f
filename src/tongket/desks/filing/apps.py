from __future__ import annotations

from tongket.desks.site.desk import Desk, Entry
from tongket.figures.terms.words import Text


class Filing(Desk):
    name = "tongket.desks.filing"
    title = Text("Báo cáo", "Returns")
    navigation = (
        Entry(Text("Báo cáo của tôi", "My returns"), "filing:own", "filing.file_return"),
        Entry(Text("Thu báo cáo", "Collection"), "filing:campaigns", "filing.read"),
    )
    waiting = "tongket.desks.filing.waiting.items"
