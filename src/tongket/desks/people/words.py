"""The words of the people desk's pages."""

from __future__ import annotations

from tongket.desks.people.models import Unit
from tongket.desks.people.roles import matrix
from tongket.figures.terms.words import Text

KINDS = {
    Unit.Kind.DEPARTMENT: Text("Sở", "Department"),
    Unit.Kind.DIVISION: Text("Phòng, đơn vị thuộc Sở", "Division"),
    Unit.Kind.COMMUNE: Text("Xã, phường", "Commune"),
    Unit.Kind.ENTERPRISE: Text("Doanh nghiệp", "Enterprise"),
    Unit.Kind.OUTSIDE: Text("Cơ quan khác", "Another body"),
}
OPEN = Text("đang dùng", "open")
CLOSED = Text("đã khóa", "closed")


def role_name(code: str) -> Text:
    """The name of a role; a role the catalogue has lost is named by its code."""
    role = matrix().roles.get(code)
    return role.name if role else Text.same(code)
