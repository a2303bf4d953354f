"""The pages that belong to no desk: home, search, language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.i18n import set_language

from tongket.desks.site import desk, health
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


@public("whoever watches over the office from outside is told one word, and nothing of what is inside")
def alive(request: HttpRequest) -> JsonResponse:
    """Whether the office answers."""
    well = health.keep_watch()
    return JsonResponse({"alive": well}, status=200 if well else 503)


@needs("office.health")
def health_details(request: HttpRequest) -> HttpResponse:
    """Every sign of health now, and what was not well before."""
    days = settings.LIMITS["health_days"]
    health.keep_watch()
    told = {"signs": desk.health(), "history": health.history(days), "days": days}
    return render(request, "site/health.html", told)
