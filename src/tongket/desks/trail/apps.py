from __future__ import annotations

from tongket.desks.site.desk import Desk, Entry
from tongket.figures.terms.words import Text


class Trail(Desk):
    name = "tongket.desks.trail"
    title = Text("Nhật ký", "Trail")
    navigation = (Entry(Text("Nhật ký", "Trail"), "trail:search", "trail.read"),)
