"""The collection's pages: the periods asked for, who has not filed, opening one, reminding."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from tongket.desks.filing import actions, show, standing, urgency
from tongket.desks.filing.forms import MoveDeadline, OpenPeriod
from tongket.desks.filing.models import Campaign, Filing
from tongket.desks.filing.reach import within
from tongket.desks.filing.states import OPEN, STATE_NAMES, State
from tongket.desks.registry.queries import names_of
from tongket.desks.site.access import needs
from tongket.desks.site.catalogue import catalogue
from tongket.desks.site.periods import period_name
from tongket.desks.site.said import said, tell
from tongket.figures.terms.words import Refusal, Text

PER_PAGE = 100
LATE = "late"


@needs("filing.read")
def campaigns(request: HttpRequest) -> HttpResponse:
    """Every period asked for, with how it goes, within reach."""
    found = standing.progress(within(request.access, "filing.read"), localdate())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "table": show.progress(list(page), catalogue()),
        "may_open": request.access.may("filing.open_period"),
    }
    return render(request, "filing/campaigns.html", told)


@needs("filing.open_period", changing="filing.open_period")
def open_period(request: HttpRequest) -> HttpResponse:
    """Ask a form for a period; the deadline is the rule's unless a day is given."""
    form = OpenPeriod(request.POST or None, catalogue=catalogue())
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            made = actions.open_campaign(
                by=request.access.by,
                form=catalogue().forms[asked["form"]],
                period=asked["period"],
                catalogue=catalogue(),
                due_on=asked["due_on"],
            )
        except Refusal as refusal:
            form.add_error(None, tell(refusal.sentence))
        else:
            messages.success(request, tell(_OPENED.format(count=made.filings.count())))
            return redirect("filing:campaign", made.pk)
    return render(request, "filing/open.html", {"form": form})


@needs("filing.read")
def campaign(request: HttpRequest, pk: int) -> HttpResponse:
    """One campaign: who stands where, and whom to phone first."""
    made = get_object_or_404(Campaign, pk=pk)
    everybody = within(request.access, "filing.read").filter(campaign=made)
    wanted = request.GET.get("state", "")
    found = urgency.ordered(_in_state(everybody, made, wanted), made, catalogue())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    shown = [one.filing for one in page]
    names = names_of({one.reporter for one in shown})
    told = {
        "campaign": made,
        "form": catalogue().forms[made.form],
        "period": period_name(made.period),
        "page": page,
        "states": _choices(everybody, made),
        "wanted": wanted,
        "table": show.board(shown, names, standing.reminders(shown), urgency.shares(page)),
        "deadline": MoveDeadline(initial={"due_on": made.due_on}),
        "late": made.due_on < localdate(),
        "may_open": request.access.may("filing.open_period"),
    }
    return render(request, "filing/campaign.html", told)


@require_POST
@needs("filing.open_period")
def deadline(request: HttpRequest, pk: int) -> HttpResponse:
    """Give everybody until another day."""
    made = get_object_or_404(Campaign, pk=pk)
    form = MoveDeadline(request.POST)
    if form.is_valid():
        actions.move_deadline(
            by=request.access.by,
            campaign=made,
            due_on=form.cleaned_data["due_on"],
            why=form.cleaned_data["why"],
        )
        messages.success(request, said("Đã dời hạn nộp.", "The deadline is moved."))
    else:
        messages.error(request, said("Hãy ghi ngày và lý do.", "Give the day and the reason."))
    return redirect("filing:campaign", pk)


@require_POST
@needs("filing.open_period")
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind everybody who still has something to do, or the one named."""
    made = get_object_or_404(Campaign, pk=pk)
    found = within(request.access, "filing.open_period").filter(campaign=made, state__in=OPEN)
    if reporter := request.POST.get("reporter"):
        found = found.filter(reporter=reporter)
    count = actions.remind(by=request.access.by, filings=list(found))
    messages.success(request, tell(_REMINDED.format(count=count)))
    return redirect("filing:campaign", pk)


def _in_state(found: object, made: Campaign, wanted: str) -> list[Filing]:
    if wanted == LATE:
        return list(found.filter(state__in=OPEN)) if made.due_on < localdate() else []
    return list(found.filter(state=wanted) if wanted in State.values else found)


def _choices(found: object, made: Campaign) -> list[tuple[str, Text, int]]:
    """The states there are filings in, each with their number."""
    counted = {state: found.filter(state=state).count() for state in State}
    listed = [("", Text("tất cả", "all"), sum(counted.values()))]
    if made.due_on < localdate():
        listed.append((LATE, Text("quá hạn", "late"), sum(counted[state] for state in OPEN)))
    return listed + [(str(state), STATE_NAMES[state], count) for state, count in counted.items() if count]


_OPENED = Text("Đã mở kỳ báo cáo cho {count} đơn vị.", "The period is open to {count} reporters.")
_REMINDED = Text("Đã nhắc {count} đơn vị.", "{count} reporters were reminded.")
