"""The page on which the trail is searched."""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.desks.site.access import needs
from tongket.desks.site.said import said
from tongket.desks.trail import queries, show

PER_PAGE = 50


class Search(forms.Form):
    """The criteria, all optional."""

    words = forms.CharField(label=said("Từ cần tìm", "Words"), required=False)
    by = forms.CharField(label=said("Ai làm", "By whom"), required=False)
    since = forms.DateField(label=said("Từ ngày", "From"), required=False)
    until = forms.DateField(label=said("Đến ngày", "To"), required=False)


@needs("trail.read")
def search(request: HttpRequest) -> HttpResponse:
    """The rows that answer the criteria, newest first."""
    form = Search(request.GET)
    sought = queries.Sought(**form.cleaned_data) if form.is_valid() else queries.Sought()
    page = Paginator(queries.find(sought), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "trail/search.html", {"form": form, "page": page, "table": show.table(page)})
