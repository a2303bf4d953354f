"""What every template of the house can say: loaded into all of them, without a `load`."""

from __future__ import annotations

from django import template

from tongket.desks.site.said import tell
from tongket.figures.terms.words import Text

register = template.Library()


@register.simple_tag
def say(vi: str, en: str, **slots: object) -> str:
    """`{% say "Còn {n} báo cáo" "{n} returns left" n=count %}`: the words in the language of the page."""
    text = Text(vi, en)
    return tell(text.format(**slots) if slots else text)


@register.filter
def told(text: Text) -> str:
    """A `Text` in the language of the page."""
    return tell(text)
