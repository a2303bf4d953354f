"""Whom to phone first: among those who have not filed, who makes up most of what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.desks.filing.models import Campaign, CellRow, Filing
from tongket.desks.filing.states import OPEN
from tongket.desks.site.said import language
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.numerals import write_number


@dataclass(frozen=True, slots=True)
class Weighed:
    """A filing with the share its reporter had of the period before; None where nothing was reported."""

    filing: Filing
    share: Decimal | None


def ordered(filings: Sequence[Filing], campaign: Campaign, catalogue: Catalogue) -> list[Weighed]:
    """What is open stands first, the largest share at its head; the rest by code."""
    share = _shares(campaign, catalogue)
    found = [Weighed(one, share.get(one.reporter)) for one in filings]
    return sorted(
        found, key=lambda one: (one.filing.state not in OPEN, -(one.share or Decimal(0)), one.filing.reporter)
    )


def shares(found: Iterable[Weighed]) -> dict[str, str]:
    """Shares in percent as the page prints them."""
    lang = language()
    return {
        one.filing.reporter: write_number(100 * one.share, 1, lang) + "%"
        for one in found
        if one.share is not None
    }


def _shares(campaign: Campaign, catalogue: Catalogue) -> dict[str, Decimal]:
    """Each reporter's share of the first measure of the form that has one unit for all lines."""
    form = catalogue.forms[campaign.form]
    named = next(((t.dataflow, m.code) for t in form.tables for m in t.measures if m.unit), None)
    if named is None:
        return {}
    rows = CellRow.objects.filter(
        dataflow=named[0], measure=named[1], period=campaign.period.previous(), superseded_at__isnull=True
    )
    sums: dict[str, Decimal] = {}
    for reporter, value in rows.values_list("reporter", "value"):
        sums[reporter] = sums.get(reporter, Decimal(0)) + value
    whole = sum(sums.values())
    return {reporter: value / whole for reporter, value in sums.items()} if whole > 0 else {}
