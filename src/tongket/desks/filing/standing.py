"""Where filings stand: a reporter's own, the threads and steps of one, how a campaign goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.db.models.functions import Coalesce

from tongket.desks.filing.models import Campaign, Filing, FilingStep, Remark
from tongket.desks.filing.states import OPEN, Action, State
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.words import Text

URGENCY = (State.RETURNED, State.IN_QUERY, State.DRAFT, State.EXPECTED, State.SUBMITTED, State.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Thread:
    """The messages about one cell, or about the whole filing; `key` is its first message."""

    key: int
    about: Text
    messages: tuple[Remark, ...]

    @property
    def open(self) -> bool:
        return any(message.settled_at is None for message in self.messages)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many filings of a campaign stand where; `late` are open after the deadline."""

    campaign: Campaign
    counts: Mapping[str, int]
    late: int

    @property
    def due(self) -> int:
        return sum(self.counts.values())

    @property
    def accepted(self) -> int:
        return self.counts.get(State.ACCEPTED, 0)

    @property
    def waiting(self) -> int:
        return self.counts.get(State.SUBMITTED, 0)


def own_filings(found: QuerySet[Filing]) -> QuerySet[Filing]:
    """What has to be done first stands first; then by deadline."""
    order = Case(
        *(When(state=state, then=Value(place)) for place, state in enumerate(URGENCY)),
        output_field=IntegerField(),
    )
    return found.alias(order=order).order_by("order", "campaign__due_on", "reporter")


def progress(filings: QuerySet[Filing], today: date) -> list[Progress]:
    """Every campaign with filings among these, the newest period first."""
    counted: dict[int, dict[str, int]] = {}
    for campaign, state, count in filings.values_list("campaign", "state").annotate(n=Count("pk")).order_by():
        counted.setdefault(campaign, {})[state] = count
    campaigns = Campaign.objects.filter(pk__in=counted)
    found = [
        Progress(one, counted[one.pk], _late(counted[one.pk]) if one.due_on < today else 0)
        for one in campaigns
    ]
    return sorted(found, key=lambda each: (-each.campaign.period.last, each.campaign.form))


def _late(counts: Mapping[str, int]) -> int:
    return sum(count for state, count in counts.items() if state in OPEN)


def threads(filing: Filing, catalogue: Catalogue) -> list[Thread]:
    """The messages of a filing by the cell they are about, in the order the cells were asked about."""
    gathered: dict[tuple[str, tuple[tuple[str, str], ...], str], list[Remark]] = {}
    for one in filing.remarks.order_by("pk"):
        gathered.setdefault((one.table, tuple(sorted(one.dimensions.items())), one.measure), []).append(one)
    return [Thread(some[0].pk, _about(filing, some[0], catalogue), tuple(some)) for some in gathered.values()]


def thread(filing: Filing, key: str) -> Remark | None:
    """The message a thread began with."""
    return filing.remarks.filter(pk=int(key)).first() if key.isdigit() else None


def steps(filing: Filing) -> QuerySet[FilingStep]:
    return filing.steps.order_by("-recorded_at", "-pk")


def last_receipt(filing: Filing) -> FilingStep | None:
    return filing.steps.filter(action=Action.SUBMIT).order_by("recorded_at", "pk").last()


def reminders(filings: Iterable[Filing]) -> dict[int, int]:
    """How often each was reminded."""
    rows = FilingStep.objects.filter(filing__in=[one.pk for one in filings], action=Action.REMIND)
    return dict(rows.values_list("filing").annotate(n=Coalesce(Count("pk"), 0)).order_by())


def _about(filing: Filing, remark: Remark, catalogue: Catalogue) -> Text:
    if not remark.table:
        return Text("Cả báo cáo", "The whole filing")
    table = catalogue.forms[filing.campaign.form].table(remark.table)
    parts = [table.name]
    for dimension in table.dimensions:
        code = remark.dimensions.get(dimension.code, "")
        known = dimension.codelist and code in catalogue.codelists[dimension.codelist]
        parts.append(catalogue.codelists[dimension.codelist][code].name if known else Text.same(code or "–"))
    if remark.measure:
        parts.append(table.measure(remark.measure).name)
    return Text(" › ".join(part.vi for part in parts), " › ".join(part.en for part in parts))
