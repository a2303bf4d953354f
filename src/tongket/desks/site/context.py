"""What every page is told."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from tongket.desks.site.desk import menu


def office(request: HttpRequest) -> dict[str, Any]:
    access = getattr(request, "access", None)
    return {
        "office": settings.ENVIRONMENT.office,
        "demo": settings.WEB.demo,
        "lang": get_language(),
        "languages": [one for one in settings.LANGUAGES if one[0] in settings.ENVIRONMENT.office.languages],
        "access": access,
        "menu": menu(access) if access else (),
        "fonts": f"{settings.STATIC_URL}site/fonts/",
    }
