"""What a request does is recorded with the network address it came from."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse

from tongket.desks.trail.origin import recorded_from

Handler = Callable[[HttpRequest], HttpResponse]


class Origin:
    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with recorded_from(get_adapter().get_client_ip(request) or ""):
            return self.handler(request)
