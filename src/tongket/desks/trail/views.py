"""The page on which the trail is searched."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.desks.site.access import needs
from tongket.desks.site.said import said, tell
from tongket.desks.trail import queries, show
from tongket.desks.trail.show import VERBS

PER_PAGE = 50


class Search(forms.Form):
    """The criteria, all optional."""

    words = forms.CharField(label=said("Từ cần tìm", "Words"), required=False)
    by = forms.CharField(label=said("Ai làm", "By whom"), required=False)
    verb = forms.ChoiceField(label=said("Loại việc", "Kind of act"), required=False)
    action = forms.ChoiceField(label=said("Việc", "Act"), required=False)
    code = forms.CharField(label=said("Mã đối tượng", "Code of the thing"), required=False)
    since = forms.DateField(label=said("Từ ngày", "From"), required=False)
    until = forms.DateField(label=said("Đến ngày", "To"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verb"].choices = [("", "–"), *((verb.value, tell(name)) for verb, name in VERBS.items())]
        self.fields["action"].choices = [("", "–"), *((name, name) for name in queries.values_of("action"))]
        for name in ("since", "until"):
            self.fields[name].widget.attrs["placeholder"] = "dd/mm/yyyy"


@needs("trail.read")
def search(request: HttpRequest) -> HttpResponse:
    """The rows that answer the criteria, newest first."""
    form = Search(request.GET)
    sought = queries.Sought(**form.cleaned_data) if form.is_valid() else queries.Sought()
    page = Paginator(queries.find(sought), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "trail/search.html", {"form": form, "page": page, "table": show.table(page)})
