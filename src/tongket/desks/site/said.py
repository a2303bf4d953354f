"""Words of the pages in the language of whoever looks."""

from __future__ import annotations

from django.utils.functional import lazystr
from django.utils.translation import get_language

from tongket.figures.terms.words import Lang, Text


def language() -> Lang:
    return "en" if get_language() == "en" else "vi"


class _Said:
    """Looks at the language each time it is asked for its words."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text[language()]


def said(vi: str, en: str) -> str:
    """Words for a form's label, a choice or a help text: which language is decided when they are shown."""
    return lazystr(_Said(Text(vi, en)))


def tell(text: Text) -> str:
    """The text in the language of the page that is being made."""
    return text[language()]
