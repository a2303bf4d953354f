"""Which filings somebody reaches, and who reviews them at each stage."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from tongket.desks.filing.models import Filing
from tongket.desks.site.access import Access, Whose
from tongket.figures.returns.form import FormSpec, Reviewer

REVIEWS: Mapping[Reviewer, str] = {
    "commune": "filing.check",
    "specialist": "filing.review",
    "division": "filing.approve",
}


def within(access: Access, action: str) -> QuerySet[Filing]:
    """The filings on which somebody may do it."""
    scope = access.scope(action)
    found = Filing.objects.select_related("campaign")
    return found.filter(scope.where(area="area_code", reporter="reporter"))


def whose(filing: Filing) -> Whose:
    return Whose(area=filing.area_code, reporter=filing.reporter)


def reviewing(filing: Filing, form: FormSpec) -> str:
    """The function it takes to review a filing at the stage it stands at."""
    return REVIEWS[form.reviewers[min(filing.stage, len(form.reviewers) - 1)]]
