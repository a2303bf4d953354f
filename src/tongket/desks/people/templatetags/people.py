"""What the sign-in page of a demonstration shows."""

from __future__ import annotations

from django import template
from django.conf import settings

from tongket.desks.people.cast import Cast, read_cast

register = template.Library()


@register.simple_tag
def cast() -> Cast:
    """The sample accounts of the office's folder."""
    return read_cast(settings.ENVIRONMENT.office.folder)
