"""Who is present: `request.access` answers what they may do; a session ends when its time is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from tongket.desks.people.queries import access_of

Handler = Callable[[HttpRequest], HttpResponse]
FIRST = ("account_change_password", "account_logout", "account_reauthenticate", "set_language")
TOUCHES = 12  # a session in use is written that often in its idle time, not at every request


class Present:
    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _keep(request)
        request.access = access_of(request.user)
        return self.handler(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """A password that an administrator set opens one page: the one on which it is changed."""
        must = request.user.is_authenticated and request.user.must_change_password
        if must and request.resolver_match.view_name not in FIRST:
            return redirect("account_change_password")
        return None


def _keep(request: HttpRequest) -> None:
    """End a session that has lasted as long as one may; move on the idle limit of the others."""
    now, session = timezone.now().timestamp(), request.session
    longest = timedelta(hours=settings.LIMITS["session_hours"]).total_seconds()
    if now - session.setdefault("began", now) > longest:
        logout(request)
    elif now - session.get("seen", 0) > settings.SESSION_COOKIE_AGE / TOUCHES:
        session["seen"] = now
