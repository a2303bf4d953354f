"""The reviewer's page: a filing beside what was reported before, and the steps that may be taken with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tongket.desks.filing import actions
from tongket.desks.filing.actions.steps import Asked, NotReady
from tongket.desks.filing.models import Filing
from tongket.desks.filing.page import opened
from tongket.desks.filing.reach import reviewing, whose, within
from tongket.desks.filing.states import State, possible
from tongket.desks.filing.views.clerk import posted
from tongket.desks.site.access import needs
from tongket.desks.site.catalogue import catalogue
from tongket.desks.site.said import language, said, tell
from tongket.figures.exchange.tables.typed import columns
from tongket.figures.terms.words import Refusal


@needs("filing.read")
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """A filing as its reviewer sees it."""
    found = get_object_or_404(within(request.access, "filing.read"), pk=pk)
    form = catalogue().forms[found.campaign.form]
    may = request.access.may(reviewing(found, form), whose(found))
    steps = set(possible(State(found.state))) if may else set()
    last = found.stage + 1 >= len(form.reviewers)
    steps -= {"accept"} if not last else {"pass_on"}
    told = opened(request, found).told()
    return render(request, "filing/review.html", {**told, "possible": steps, "may": may})


@require_POST
@needs("filing.read")
def step(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Take a step; which one it is decides what is read of the page."""
    found = get_object_or_404(within(request.access, "filing.read"), pk=pk)
    if action not in _TAKEN:
        raise Http404(action)
    request.access.require(reviewing(found, catalogue().forms[found.campaign.form]), whose(found))
    try:
        _TAKEN[action](request, found)
    except NotReady as refusal:
        sentences = [refusal.sentence, *(finding.sentence for finding in refusal.examined.faults)]
        messages.error(request, " ".join(map(tell, sentences)))
    except Refusal as refusal:
        messages.error(request, tell(refusal.sentence))
    else:
        messages.success(request, _DONE[action])
    return redirect("filing:review", pk)


def _accept(request: HttpRequest, found: Filing) -> None:
    why = request.POST.get("why", "")
    actions.accept(by=request.access.by, filing=found, catalogue=catalogue(), why=why)


def _pass_on(request: HttpRequest, found: Filing) -> None:
    actions.pass_on(by=request.access.by, filing=found, catalogue=catalogue())


def _send_back(request: HttpRequest, found: Filing) -> None:
    actions.send_back(by=request.access.by, filing=found, why=request.POST.get("why", ""))


def _reopen(request: HttpRequest, found: Filing) -> None:
    actions.reopen(by=request.access.by, filing=found, why=request.POST.get("why", ""))


def _query(request: HttpRequest, found: Filing) -> None:
    asked = asked_about(found, request.POST)
    actions.query(by=request.access.by, filing=found, asked=[asked])


def _correct(request: HttpRequest, found: Filing) -> None:
    form = catalogue().forms[found.campaign.form]
    actions.correct(
        by=request.access.by,
        filing=found,
        data=posted(form, request.POST),
        lang=language(),
        why=request.POST.get("why", ""),
        catalogue=catalogue(),
    )


def asked_about(found: Filing, post: Mapping[str, Any]) -> Asked:
    """A question with the cell it is about, named table.line.column as the grid names it; else about all."""
    body = str(post.get("body", ""))
    table_code, _, place = str(post.get("cell", "")).partition(".")
    line, _, column = place.partition(".")
    form = catalogue().forms[found.campaign.form]
    table = next((table for table in form.tables if table.code == table_code), None)
    lines = found.draft.get(table_code, [])
    if table is None or not (line.isdigit() and column.isdigit()) or int(line) >= len(lines):
        return Asked(body)
    codes = {d.code: lines[int(line)][n] for n, d in enumerate(table.dimensions)}
    measures = {n: c.code for n, c in enumerate(columns(table)) if n >= len(table.dimensions)}
    return Asked(body, table.code, codes, measures.get(int(column), ""))


_TAKEN: Mapping[str, Callable[[HttpRequest, Filing], None]] = {
    "accept": _accept,
    "pass_on": _pass_on,
    "send_back": _send_back,
    "reopen": _reopen,
    "query": _query,
    "correct": _correct,
}
_DONE = {
    "accept": said("Đã nhận báo cáo vào số liệu.", "The filing is accepted into the figures."),
    "pass_on": said("Đã chuyển lên cấp trên.", "Passed on to the next reviewer."),
    "send_back": said("Đã trả lại đơn vị.", "Sent back to the reporter."),
    "reopen": said("Đã mở lại để đơn vị sửa.", "Reopened for a correction."),
    "query": said("Đã gửi câu hỏi cho đơn vị.", "The question is with the reporter."),
    "correct": said(
        "Đã sửa; số cũ và lý do được giữ lại.", "Corrected; the old number and the reason are kept."
    ),
}
