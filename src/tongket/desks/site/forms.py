"""How every form of the house is drawn, label, hint, error, control, in this order; and how it is done."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.forms.renderers import TemplatesSetting

from tongket.desks.site.said import tell
from tongket.figures.terms.words import Refusal


class Renderer(TemplatesSetting):
    form_template_name = "site/form.html"
    field_template_name = "site/field.html"


def done(form: forms.BaseForm, act: Callable[[], object]) -> bool:
    """Do it where the form is sound; a refusal stands in the form like any other error."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refusal as refusal:
        form.add_error(None, tell(refusal.sentence))
    return form.is_valid()
