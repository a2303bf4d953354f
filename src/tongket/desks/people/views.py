"""The pages on which units, people and roles are seen."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.desks.people import queries, show
from tongket.desks.site.access import needs, signed_in

PER_PAGE = 50


@needs("people.read")
def people(request: HttpRequest) -> HttpResponse:
    """The people within reach, by name or part of one."""
    words = request.GET.get("q", "").strip()
    found = queries.find(request.access.scope("people.read"), words)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    told = {"page": page, "words": words, "table": show.people(page)}
    told["manages"] = request.access.may("people.manage")
    return render(request, "people/people.html", told)


@needs("people.read")
def roles(request: HttpRequest) -> HttpResponse:
    """The matrix: every function against every role."""
    return render(request, "people/roles.html", {"table": show.matrix_table()})


@signed_in("one's own account")
def account(request: HttpRequest) -> HttpResponse:
    """What the office knows of whoever asks, and how they sign in."""
    table = show.grants(queries.grants(request.user))
    return render(request, "people/account.html", {"table": table})


@needs("people.read")
def units(request: HttpRequest) -> HttpResponse:
    """The tree of units with how many people each has."""
    told = {"tree": queries.tree(), "manages": request.access.may("people.manage")}
    return render(request, "people/units.html", told)
