from __future__ import annotations

from tongket.desks.site.desk import Desk
from tongket.figures.terms.words import Text


class Ledger(Desk):
    name = "tongket.desks.ledger"
    title = Text("Số liệu", "Figures")
    health = "tongket.desks.ledger.health.signs"
