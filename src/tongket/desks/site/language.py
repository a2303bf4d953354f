"""The language of a page: Vietnamese, unless the person or this browser has chosen the other one."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Handler = Callable[[HttpRequest], HttpResponse]


class Language:
    """What the browser prefers is not asked: the machines of an office are often set up in English."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        legal = settings.ENVIRONMENT.office.languages
        wished = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or getattr(request.user, "language", "")
        with translation.override(wished if wished in legal else legal[0]):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.handler(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            return response
