"""Campaigns: a form asked for a period, where each reporter's filing stands, every step that led there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from tongket.desks.filing.models.received import Submission
from tongket.desks.site.fields import PeriodField
from tongket.desks.site.mutability import AppendOnly, mutable, told_together
from tongket.figures.terms.words import Text


@mutable("its deadline may be moved; each move is in the trail")
class Campaign(models.Model):
    """A form asked of everybody who has to file it for a period.

    A release locks it: what comes later is let in with a reason alone, and makes a new vintage.
    """

    form = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    period = PeriodField()
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=120)
    due_on = models.DateField()
    locked_at = models.DateTimeField(null=True)
    locked_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["form", "period"], name="campaign_once"),
            told_together("locked_at", "locked_by", "campaign_locked_by"),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.period}"


@mutable("a draft changes as it is typed; every step it goes is a FilingStep, which does not")
class Filing(models.Model):
    """One reporter's answer to a campaign: where it stands, and what is typed so far.

    `draft` holds the typed lines by table, as texts; `revision` counts its savings, so that a page left
    open elsewhere cannot write over a newer one. `stage` is which reviewer of the form has it.
    """

    class State(models.TextChoices):
        EXPECTED = "expected"
        DRAFT = "draft"
        SUBMITTED = "submitted"
        IN_QUERY = "in_query"
        RETURNED = "returned"
        ACCEPTED = "accepted"

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="filings")
    reporter = models.CharField(max_length=40)
    area_code = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State.choices, default=State.EXPECTED)
    stage = models.PositiveSmallIntegerField(default=0)
    draft = models.JSONField(default=dict)
    lang = models.CharField(max_length=2, default="vi")  # in which the draft's numbers are typed
    revision = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)
    saved_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["campaign", "reporter"], name="filing_once"),
            told_together("saved_at", "saved_by", "filing_saved_by"),
        ]
        indexes: ClassVar = [models.Index(fields=["reporter"]), models.Index(fields=["state"])]

    def __str__(self) -> str:
        return f"{self.campaign} {self.reporter} ({self.state})"

    def get_absolute_url(self) -> str:
        return reverse("filing:filing", args=[self.pk])


class FilingStep(AppendOnly):
    """One step of a filing: who took it, from where to where, why, and what was on the table then.

    `receipt` is the number given for what was handed in; `submission` is the record it was accepted as.
    """

    class Action(models.TextChoices):
        SUBMIT = "submit"
        QUERY = "query"
        SEND_BACK = "send_back"
        PASS_ON = "pass_on"
        ACCEPT = "accept"
        REOPEN = "reopen"
        CORRECT = "correct"
        REMIND = "remind"
        RECEIVE = "receive"

    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="steps")
    action = models.CharField(max_length=10, choices=Action.choices)
    before = models.CharField(max_length=10, choices=Filing.State.choices)
    after = models.CharField(max_length=10, choices=Filing.State.choices)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    why = models.TextField(blank=True)
    receipt = models.CharField(max_length=24, blank=True)
    content = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, null=True, related_name="steps")

    class Meta(AppendOnly.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["receipt"], condition=~Q(receipt=""), name="filingstep_receipt_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["filing", "recorded_at"])]

    def __str__(self) -> str:
        return f"{self.filing_id} {self.action} {self.recorded_at:%Y-%m-%d %H:%M}"

    @property
    def name(self) -> Text:
        return STEP_NAMES[self.Action(self.action)]


class Remark(AppendOnly):
    """One message in the thread of a cell, or of the whole filing where it names no cell."""

    closing: ClassVar[tuple[str, ...]] = ("settled_at", "settled_by")

    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="remarks")
    table = models.CharField(max_length=80, blank=True)
    dimensions = models.JSONField(default=dict)
    measure = models.CharField(max_length=80, blank=True)
    body = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=120, blank=True)

    class Meta(AppendOnly.Meta):
        constraints: ClassVar = [told_together("settled_at", "settled_by", "remark_settled_by")]

    def __str__(self) -> str:
        return f"{self.filing_id} {self.measure}: {self.body[:40]}"


STEP_NAMES: Mapping[FilingStep.Action, Text] = {
    FilingStep.Action.SUBMIT: Text("nộp", "submit"),
    FilingStep.Action.QUERY: Text("hỏi lại", "query"),
    FilingStep.Action.SEND_BACK: Text("trả lại", "send back"),
    FilingStep.Action.PASS_ON: Text("chuyển lên", "pass on"),
    FilingStep.Action.ACCEPT: Text("nhận", "accept"),
    FilingStep.Action.REOPEN: Text("mở lại để sửa", "reopen"),
    FilingStep.Action.CORRECT: Text("sửa thay", "correct"),
    FilingStep.Action.REMIND: Text("nhắc", "remind"),
    FilingStep.Action.RECEIVE: Text("nhận qua tệp", "received as a file"),
}
