"""Open a period, move its deadline, remind who is late, lock what a release has used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from tongket.desks.filing.models import Campaign, Filing, FilingStep, ReturnRow
from tongket.desks.filing.states import STEPS, Action, State
from tongket.desks.registry.queries import register, working_calendar
from tongket.desks.trail.actions import Changes, Thing, Verb, record
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.returns.deadline import deadline
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.period import MONTHS, Period
from tongket.figures.terms.words import Refusal, Text

BATCH = 500


class NoCampaign(Refusal):
    """The form cannot be asked for that period."""


@transaction.atomic
def open_campaign(
    *, by: str, form: FormSpec, period: Period, catalogue: Catalogue, due_on: date | None = None
) -> Campaign:
    """Ask a form of everybody who has to file it for the period.

    Opened again it asks those who were registered since; nothing else changes. The deadline is that of the
    form's dated rule unless a day is given; a form without a rule in force needs one.
    """
    if period.length != MONTHS[form.frequency]:
        raise NoCampaign(_FREQUENCY.format(form=form.name, period=period))
    due = due_on or deadline(
        form.deadlines, period, catalogue.windows[form.window], working_calendar(period.start_year)
    )
    if due is None:
        raise NoCampaign(_NO_RULE.format(form=form.name, period=period))
    campaign, _ = Campaign.objects.get_or_create(
        form=form.code,
        period=period,
        defaults={"version": form.version, "opened_at": timezone.now(), "opened_by": by, "due_on": due},
    )
    asked = set(campaign.filings.values_list("reporter", flat=True))
    new = [
        Filing(campaign=campaign, reporter=filer.code, area_code=filer.area_code)
        for filer in register().due(form, period)
        if filer.code not in asked
    ]
    Filing.objects.bulk_create(new, batch_size=BATCH)
    _recorded(by, "filing.open_period", Verb.ADD, campaign, {"filings": (len(asked), len(asked) + len(new))})
    return campaign


@transaction.atomic
def move_deadline(*, by: str, campaign: Campaign, due_on: date, why: str) -> None:
    """Give everybody until another day."""
    changes = {"due_on": (campaign.due_on.isoformat(), due_on.isoformat())}
    campaign.due_on = due_on
    campaign.save(update_fields=["due_on"])
    _recorded(by, "filing.move_deadline", Verb.CHANGE, campaign, changes, why)


@transaction.atomic
def remind(*, by: str, filings: Sequence[Filing], why: str = "") -> int:
    """Note a reminder to each reporter who still has something to do; gives how many were reminded."""
    now, open_states = timezone.now(), STEPS[Action.REMIND]
    steps = [
        FilingStep(
            filing=filing,
            action=Action.REMIND,
            before=filing.state,
            after=filing.state,
            recorded_at=now,
            recorded_by=by,
            why=why,
        )
        for filing in filings
        if filing.state in open_states
    ]
    FilingStep.objects.bulk_create(steps, batch_size=BATCH)
    for campaign in {filing.campaign for filing in filings} if steps else ():
        _recorded(by, "filing.remind", Verb.CHANGE, campaign, {"reminded": (0, len(steps))}, why)
    return len(steps)


@transaction.atomic
def recognise(*, by: str) -> int:
    """Mark as accepted what was asked for and has come in as a file; gives how many filings that were."""
    open_filings = Filing.objects.filter(state__in=STEPS[Action.RECEIVE]).select_related("campaign")
    forms = set(open_filings.values_list("campaign__form", flat=True))
    held = ReturnRow.objects.filter(form__in=forms, superseded_at__isnull=True)
    sent = {row[:3]: row[3] for row in held.values_list("form", "reporter", "period", "submission")}
    now, steps, found = timezone.now(), [], []
    for filing in open_filings:
        submission = sent.get((filing.campaign.form, filing.reporter, filing.campaign.period))
        if submission is None:
            continue
        steps.append(
            FilingStep(
                filing=filing,
                action=Action.RECEIVE,
                before=filing.state,
                after=STEPS[Action.RECEIVE][State(filing.state)],
                recorded_at=now,
                recorded_by=by,
                submission_id=submission,
            )
        )
        filing.state = State.ACCEPTED
        found.append(filing)
    FilingStep.objects.bulk_create(steps, batch_size=BATCH)
    Filing.objects.bulk_update(found, ["state"], batch_size=BATCH)
    return len(found)


@transaction.atomic
def lock_campaigns(*, by: str, until: Period) -> int:
    """Lock every campaign whose period ends within or before `until`; a release does so."""
    now = timezone.now()
    found = [one for one in Campaign.objects.filter(locked_at__isnull=True) if one.period.last <= until.last]
    for campaign in found:
        campaign.locked_at, campaign.locked_by = now, by
    Campaign.objects.bulk_update(found, ["locked_at", "locked_by"], batch_size=BATCH)
    return len(found)


def _recorded(by: str, action: str, verb: Verb, campaign: Campaign, changes: Changes, why: str = "") -> None:
    record(
        by=by,
        action=action,
        verb=verb,
        on=Thing("campaign", str(campaign.pk), str(campaign)),
        changes=changes,
        why=why,
    )


_FREQUENCY = Text(
    "Biểu “{form}” không thu theo kỳ {period}. Hãy chọn đúng kỳ (tháng 2020-10, quý 2020-Q3, năm 2020).",
    "“{form}” is not filed for {period}. Choose a period of its own length (2020-10, 2020-Q3, 2020).",
)
_NO_RULE = Text(
    "Biểu “{form}” chưa có thời hạn nộp cho kỳ {period}. Hãy ghi hạn nộp, hoặc thêm deadlines vào biểu trong "
    "danh mục.",
    "“{form}” has no deadline rule for {period}. Give a day, or add deadlines to the form in the catalogue.",
)
