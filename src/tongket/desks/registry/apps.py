from __future__ import annotations

from tongket.desks.site.desk import Desk, Entry
from tongket.figures.terms.words import Text


class Registry(Desk):
    name = "tongket.desks.registry"
    title = Text("Danh mục địa bàn, đơn vị", "Register")
    navigation = (
        Entry(Text("Đơn vị báo cáo", "Reporters"), "registry:reporters", "registry.read"),
        Entry(Text("Địa bàn", "Areas"), "registry:areas", "registry.read"),
        Entry(Text("Lịch làm việc", "Working calendar"), "registry:calendar", "registry.read"),
    )
    search = "tongket.desks.registry.search.find"
