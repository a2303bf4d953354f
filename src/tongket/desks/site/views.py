"""The pages that belong to no desk: home, search, language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.i18n import set_language

from tongket.desks.site import desk
from tongket.desks.site.access import needs, public


@needs("office.enter")
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the person who asks."""
    return render(request, "site/home.html", {"waiting": desk.waiting(request.access)})


@needs("office.enter")
def search(request: HttpRequest) -> HttpResponse:
    """What the desks find for the words, as far as the person may see it."""
    words = " ".join(request.GET.get("q", "").split())
    found = desk.search(request.access, words) if words else ()
    return render(request, "site/search.html", {"words": words, "found": found})


@public("the language of the sign-in page can be chosen too")
def language(request: HttpRequest) -> HttpResponse:
    return set_language(request)
