"""The pages on which units, people and roles are changed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tongket.desks.people import actions, queries, show
from tongket.desks.people.forms import GrantForm, NewPersonForm, PersonForm, UnitForm, WhyForm
from tongket.desks.people.models import Grant, Person, Unit
from tongket.desks.site.access import needs
from tongket.desks.site.forms import done
from tongket.desks.site.said import tell
from tongket.desks.trail import show as trail
from tongket.desks.trail.queries import history
from tongket.figures.terms.words import Text

HISTORY = 20


def _person(request: HttpRequest, username: str) -> Person:
    """Somebody within reach; anybody else does not exist."""
    return get_object_or_404(queries.people(request.access.scope("people.read")), username=username)


@needs("people.read")
def person(request: HttpRequest, username: str) -> HttpResponse:
    """One person: particulars, roles, and what was done to the account."""
    who = _person(request, username)
    manages = request.access.may("people.manage")
    told = {
        "who": who,
        "table": show.grants(queries.grants(who), manages=manages),
        "history": trail.table(history("person", who.username)[:HISTORY]),
        "manages": manages,
        "resets": request.access.may("people.reset_password"),
    }
    return render(request, "people/person.html", told)


@needs("people.manage")
def add_person(request: HttpRequest) -> HttpResponse:
    """A new account; its first password is made and shown once."""
    form = NewPersonForm(request.POST or None)
    made: list[Person] = []
    if done(form, lambda: made.append(actions.add_person(by=request.access.by, **form.cleaned_data))):
        return _show_password(request, made[0], tell(_FIRST))
    return render(request, "people/edit.html", {"form": form, "heading": _ADD_PERSON})


@needs("people.manage")
def edit_person(request: HttpRequest, username: str) -> HttpResponse:
    """Somebody's particulars."""
    who = _person(request, username)
    form = PersonForm(request.POST or None, instance=who)
    fresh = Person.objects.select_related("unit").get(pk=who.pk)  # a bound form writes into its own
    if done(form, lambda: actions.change_person(by=request.access.by, person=fresh, **form.cleaned_data)):
        return redirect("people:person", who.username)
    return render(request, "people/edit.html", {"form": form, "heading": _EDIT_PERSON, "who": who})


@needs("people.manage")
def grant(request: HttpRequest, username: str) -> HttpResponse:
    """Give a role at one place."""
    who = _person(request, username)
    form = GrantForm(request.POST or None)
    if done(form, lambda: actions.grant_role(by=request.access.by, person=who, **form.cleaned_data)):
        return redirect("people:person", who.username)
    return render(request, "people/edit.html", {"form": form, "heading": _GRANT, "who": who})


@needs("people.manage")
def end_grant(request: HttpRequest, username: str, pk: int) -> HttpResponse:
    """Take a role back, with the reason."""
    who = _person(request, username)
    held = get_object_or_404(Grant, pk=pk, person=who)
    form = WhyForm(request.POST or None)
    if done(form, lambda: actions.end_role(by=request.access.by, grant=held, **form.cleaned_data)):
        return redirect("people:person", who.username)
    return render(request, "people/edit.html", {"form": form, "heading": _END, "who": who})


@needs("people.reset_password")
def reset_password(request: HttpRequest, username: str) -> HttpResponse:
    """A new password, shown once, to be told to the person; their sessions end."""
    who = _person(request, username)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        return _show_password(request, who, form.cleaned_data["why"])
    return render(request, "people/edit.html", {"form": form, "heading": _RESET, "who": who})


@needs("people.manage")
def open_or_close(request: HttpRequest, username: str) -> HttpResponse:
    """Close an account, or open it again, with the reason."""
    who = _person(request, username)
    form = WhyForm(request.POST or None)
    turned = {"is_active": not who.is_active}
    if done(
        form, lambda: actions.change_person(by=request.access.by, person=who, **turned, **form.cleaned_data)
    ):
        return redirect("people:person", who.username)
    heading = _CLOSE if who.is_active else _OPEN
    return render(request, "people/edit.html", {"form": form, "heading": heading, "who": who})


@needs("people.manage")
@require_POST
def sign_out(request: HttpRequest, username: str) -> HttpResponse:
    """End every session of somebody."""
    who = _person(request, username)
    actions.sign_out(by=request.access.by, person=who)
    messages.success(request, tell(_SIGNED_OUT.format(name=who.name)))
    return redirect("people:person", who.username)


@needs("people.manage")
def add_unit(request: HttpRequest) -> HttpResponse:
    """A new unit of the tree."""
    form = UnitForm(request.POST or None)
    if done(form, lambda: actions.add_unit(by=request.access.by, **form.cleaned_data)):
        return redirect("people:units")
    return render(request, "people/edit.html", {"form": form, "heading": _ADD_UNIT})


@needs("people.manage")
def edit_unit(request: HttpRequest, code: str) -> HttpResponse:
    """A unit's name, place in the tree, and whose data are its own."""
    unit = get_object_or_404(Unit, code=code)
    form = UnitForm(request.POST or None, instance=unit)
    fresh = Unit.objects.select_related("parent").get(pk=unit.pk)
    if done(form, lambda: actions.change_unit(by=request.access.by, unit=fresh, **form.cleaned_data)):
        return redirect("people:units")
    return render(request, "people/edit.html", {"form": form, "heading": _EDIT_UNIT})


def _show_password(request: HttpRequest, who: Person, why: str) -> HttpResponse:
    password = actions.reset_password(by=request.access.by, person=who, why=why)
    return render(request, "people/password.html", {"who": who, "password": password})


_FIRST = Text("mật khẩu đầu tiên", "the first password")
_ADD_PERSON = Text("Thêm người dùng", "Add a person")
_EDIT_PERSON = Text("Sửa thông tin người dùng", "Change a person's particulars")
_GRANT = Text("Giao vai trò", "Give a role")
_END = Text("Chấm dứt vai trò", "Take the role back")
_RESET = Text("Cấp lại mật khẩu", "Reset the password")
_CLOSE = Text("Khóa tài khoản", "Close the account")
_OPEN = Text("Mở lại tài khoản", "Open the account again")
_ADD_UNIT = Text("Thêm đơn vị", "Add a unit")
_EDIT_UNIT = Text("Sửa đơn vị", "Change a unit")
_SIGNED_OUT = Text("Đã kết thúc mọi phiên của {name}.", "Every session of {name} was ended.")
