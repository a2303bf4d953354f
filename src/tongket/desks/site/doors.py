"""Every request passes here: a view opens only by the mark it bears (see `access.py`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from tongket.desks.site import errors
from tongket.desks.site.access import Door, NotPermitted, door_of
from tongket.desks.site.desk import desks
from tongket.figures.terms.words import Refusal

Handler = Callable[[HttpRequest], HttpResponse]
READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Doors:
    """Shut unless marked open: a forgotten mark hides a page, it never shows one."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.handler(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)  # what one person saw stays in no shared machine
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
    ) -> HttpResponse | None:
        door = door_of(view) or foreign_doors().get(request.resolver_match.view_name)
        if door is None:
            raise Http404
        if door.signed_in and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        asked = door.actions() if request.method not in READING else (door.action,)
        try:
            for action in filter(None, asked):
                request.access.require(action)
        except NotPermitted as refusal:
            return errors.not_permitted(request, refusal)
        return None

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """A refusal that no view has answered is a page that says it."""
        if isinstance(fault, NotPermitted):
            return errors.not_permitted(request, fault)
        if isinstance(fault, Refusal):
            return errors.refused(request, fault)
        return None


def foreign_doors() -> Mapping[str, Door]:
    """The marks of views that come from elsewhere and bear none, by the name of their address."""
    return {name: door for desk in desks() for name, door in desk.foreign_doors.items()}
