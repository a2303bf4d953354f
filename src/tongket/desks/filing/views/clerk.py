"""The reporter's pages: what is due, the form, handing it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tongket.desks.filing import actions, show, standing
from tongket.desks.filing.actions.steps import Asked, NotReady
from tongket.desks.filing.drafts import Lines
from tongket.desks.filing.models import Filing
from tongket.desks.filing.page import opened
from tongket.desks.filing.reach import whose, within
from tongket.desks.site.access import needs
from tongket.desks.site.catalogue import catalogue
from tongket.desks.site.said import language, tell
from tongket.figures.exchange.tables.typed import columns
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.words import Refusal


@needs("filing.file_return")
def own(request: HttpRequest) -> HttpResponse:
    """The reporter's own filings, those with something to do first."""
    found = standing.own_filings(within(request.access, "filing.file_return"))
    return render(request, "filing/own.html", {"table": show.own(found, catalogue())})


@needs("filing.read")
def filing(request: HttpRequest, pk: int) -> HttpResponse:
    """A filing: the form while it is open to its reporter, what was handed in afterwards."""
    found = get_object_or_404(within(request.access, "filing.read"), pk=pk)
    return render(request, "filing/filing.html", opened(request, found).told())


@require_POST
@needs("filing.file_return")
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is typed; to a script it answers with what was found, cell by cell."""
    found = _own(request, pk)
    form = catalogue().forms[found.campaign.form]
    try:
        _save(request, found, form)
    except Refusal as refusal:
        if request.headers.get("X-Typing"):
            return JsonResponse({"refused": tell(refusal.sentence)}, status=409)
        messages.error(request, tell(refusal.sentence))
        return redirect("filing:filing", pk)
    if request.headers.get("X-Typing"):
        return JsonResponse(opened(request, found).as_data())
    if "add" in request.POST:
        return redirect(f"{found.get_absolute_url()}?add={request.POST['add']}#{request.POST['add']}")
    return redirect("filing:filing", pk)


@require_POST
@needs("filing.file_return")
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in; with faults left it leads back to them."""
    found = _own(request, pk)
    form = catalogue().forms[found.campaign.form]
    why, nothing = request.POST.get("why", ""), "nothing" in request.POST
    try:
        _save(request, found, form)
        step = actions.submit(
            by=request.access.by, filing=found, catalogue=catalogue(), why=why, nothing=nothing
        )
    except NotReady as refusal:
        told = opened(request, found, why=why, refused=refusal.sentence).told()
        return render(request, "filing/filing.html", told, status=422)
    except Refusal as refusal:
        messages.error(request, tell(refusal.sentence))
        return redirect("filing:filing", pk)
    return redirect("filing:receipt", step.receipt)


@require_POST
@needs("filing.file_return")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something in the thread of the filing, or of a cell of it."""
    found = _own(request, pk)
    if body := request.POST.get("body", "").strip():
        asked = standing.thread(found, request.POST.get("on", ""))
        about = Asked(body, asked.table, asked.dimensions, asked.measure) if asked else Asked(body)
        actions.remark(by=request.access.by, filing=found, asked=[about])
    return redirect(f"{found.get_absolute_url()}#threads")


def _own(request: HttpRequest, pk: int) -> Filing:
    found = get_object_or_404(within(request.access, "filing.file_return"), pk=pk)
    request.access.require("filing.file_return", whose(found))
    return found


def _save(request: HttpRequest, found: Filing, form: FormSpec) -> None:
    revision = request.POST.get("revision", "")
    actions.save_draft(
        by=request.access.by,
        filing=found,
        data=posted(form, request.POST),
        revision=int(revision) if revision.isdigit() else -1,
        lang=language(),
        catalogue=catalogue(),
    )


def posted(form: FormSpec, post: Mapping[str, Any]) -> dict[str, Lines]:
    """The typed lines of each table: fields are named table.line.column."""
    typed: dict[str, dict[int, list[str]]] = {table.code: {} for table in form.tables}
    widths = {table.code: len(columns(table)) for table in form.tables}
    for name, text in post.items():
        table, _, place = name.partition(".")
        line, _, column = place.partition(".")
        if table in typed and line.isdigit() and column.isdigit() and int(column) < widths[table]:
            typed[table].setdefault(int(line), [""] * widths[table])[int(column)] = str(text)
    return {table: [lines[number] for number in sorted(lines)] for table, lines in typed.items()}
