"""What waits for somebody at the filing desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from tongket.desks.filing.models import Filing
from tongket.desks.filing.reach import REVIEWS, within
from tongket.desks.filing.states import OPEN, State
from tongket.desks.registry.queries import names_of
from tongket.desks.site.access import Access
from tongket.desks.site.catalogue import catalogue
from tongket.desks.site.desk import Waiting
from tongket.desks.site.periods import period_name
from tongket.figures.terms.words import Text

MOST = 12  # of one's own, one by one; beyond that a page of its own lists them
SOON = timedelta(days=3)


def items(access: Access) -> Iterator[Waiting]:
    yield from _own(access)
    yield from _reviews(access)


def _own(access: Access) -> Iterator[Waiting]:
    if not access.may("filing.file_return"):
        return
    found = within(access, "filing.file_return").filter(state__in=OPEN).order_by("campaign__due_on")
    mine = list(found[: MOST + 1])
    if len(mine) > MOST:
        yield Waiting(_MANY.format(count=found.count()), reverse("filing:own"), mine[0].campaign.due_on)
        return
    names = names_of({one.reporter for one in mine})
    for one in mine:
        asked = one.state in (State.IN_QUERY, State.RETURNED)
        sentence = _SENTENCES[State(one.state)].format(
            form=catalogue().forms[one.campaign.form].name,
            period=period_name(one.campaign.period),
            reporter=names.get(one.reporter, one.reporter),
        )
        urgent = asked or one.campaign.due_on <= localdate() + SOON
        yield Waiting(sentence, one.get_absolute_url(), one.campaign.due_on, urgent)


def _reviews(access: Access) -> Iterator[Waiting]:
    """How many filings stand before this reviewer, campaign by campaign."""
    waiting: dict[int, list[Filing]] = {}
    for stage, action in REVIEWS.items():
        if not access.may(action):
            continue
        for one in within(access, action).filter(state=State.SUBMITTED):
            reviewers = catalogue().forms[one.campaign.form].reviewers
            if reviewers[min(one.stage, len(reviewers) - 1)] == stage:
                waiting.setdefault(one.campaign_id, []).append(one)
    for some in waiting.values():
        campaign = some[0].campaign
        sentence = _REVIEW.format(
            count=len(some),
            form=catalogue().forms[campaign.form].name,
            period=period_name(campaign.period),
        )
        url = reverse("filing:campaign", args=[campaign.pk]) + "?state=submitted"
        yield Waiting(sentence, url, campaign.due_on, campaign.due_on < localdate())


_SENTENCES = {
    State.EXPECTED: Text(
        "{form}, {period}: chưa nhập ({reporter})", "{form}, {period}: not begun ({reporter})"
    ),
    State.DRAFT: Text(
        "{form}, {period}: đang nhập dở ({reporter})", "{form}, {period}: half filled in ({reporter})"
    ),
    State.IN_QUERY: Text(
        "{form}, {period}: có câu hỏi cần trả lời ({reporter})",
        "{form}, {period}: a question to answer ({reporter})",
    ),
    State.RETURNED: Text(
        "{form}, {period}: bị trả lại ({reporter})", "{form}, {period}: sent back ({reporter})"
    ),
}
_MANY = Text("{count} báo cáo cần nhập hoặc sửa", "{count} returns to fill in or mend")
_REVIEW = Text("{form}, {period}: {count} báo cáo chờ kiểm tra", "{form}, {period}: {count} returns to check")
