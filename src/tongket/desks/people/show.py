"""The tables of the people desk's pages."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from tongket.desks.people.models import Grant, Person
from tongket.desks.people.roles import REACH_NAMES, matrix
from tongket.desks.people.words import CLOSED, OPEN, role_name
from tongket.desks.registry.queries import names_of
from tongket.desks.site.said import tell
from tongket.desks.site.tables import Cell, Column, Table
from tongket.figures.terms.words import Text


def people(found: Iterable[Person]) -> Table:
    columns = [
        Column(Text("Họ tên", "Name")),
        Column(Text("Tên đăng nhập", "Sign-in name")),
        Column(Text("Đơn vị", "Unit")),
        Column(Text("Tài khoản", "Account")),
    ]
    rows = [
        [
            Cell(one.name, reverse("people:person", args=[one.username])),
            one.username,
            tell(one.unit.name) if one.unit else "–",
            Cell.mark(tell(OPEN), "good") if one.is_active else Cell.mark(tell(CLOSED), "bad"),
        ]
        for one in found
    ]
    return Table(Text("Người dùng", "People"), columns, rows, _NOBODY)


def matrix_table() -> Table:
    whole = matrix()
    columns = [
        Column(Text("Chức năng", "Function")),
        *(Column(role.name) for role in whole.roles.values()),
    ]
    rows = [
        [tell(name), *(tell(REACH_NAMES[reach]) if reach else "–" for reach in reaches)]
        for _, name, reaches in whole.rows()
    ]
    return Table(Text("Vai trò và chức năng", "Roles and functions"), columns, rows)


def grants(held: Iterable[Grant], *, manages: bool = False) -> Table:
    """The roles somebody holds; for whoever manages people each leads to the page that ends it."""
    held = list(held)
    names = names_of({one.area_code or one.reporter_code for one in held})
    columns = [
        Column(Text("Vai trò", "Role")),
        Column(Text("Tại", "At")),
        Column(Text("Từ", "Since")),
        Column(Text("Ai giao", "Given by")),
    ]
    rows = [
        [_role(one, manages), _place(one, names), date_format(localtime(one.granted_at)), one.granted_by]
        for one in held
    ]
    return Table(Text("Vai trò đang giữ", "Roles held"), columns, rows, _NO_ROLE)


def _role(grant: Grant, manages: bool) -> Cell:
    address = reverse("people:end_grant", args=[grant.person.username, grant.pk]) if manages else ""
    return Cell(tell(role_name(grant.role)), address)


def _place(grant: Grant, names: dict[str, str]) -> str:
    if grant.unit is not None:
        return tell(grant.unit.name)
    code = grant.area_code or grant.reporter_code
    return names.get(code, code)


_NOBODY = Text("Không có ai khớp trong phạm vi của bạn.", "Nobody within your reach matches.")
_NO_ROLE = Text(
    "Chưa có vai trò nào nên chưa mở được trang nào. Quản trị hệ thống là người giao vai trò.",
    "No role is held, so no page opens. The administrator gives roles.",
)
