"""How every form of the house is drawn: label, hint, error, control, in this order."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    form_template_name = "site/form.html"
    field_template_name = "site/field.html"
