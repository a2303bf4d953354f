"""Everything a page says about one filing, for whoever looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime

from tongket.desks.filing import standing
from tongket.desks.filing.drafts import Draft, draft_from, draft_of, translated, with_line
from tongket.desks.filing.examining import Examined, examine
from tongket.desks.filing.grid import Before, Grid, before, grids, opening
from tongket.desks.filing.held import held_returns
from tongket.desks.filing.models import Filing
from tongket.desks.filing.reach import whose
from tongket.desks.filing.states import OPEN, STATE_NAMES, State
from tongket.desks.registry.queries import names_of, synthetic
from tongket.desks.site.catalogue import catalogue
from tongket.desks.site.periods import period_name
from tongket.desks.site.said import language, tell
from tongket.figures.returns.answer import Finding
from tongket.figures.returns.checks import describe
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.words import Lang, Text


@dataclass(frozen=True)
class Opened:
    """A filing with its form, its draft, what was found in it, and whether it may be typed into."""

    filing: Filing
    form: FormSpec
    draft: Draft
    examined: Examined | None
    tables: Sequence[Grid]
    typing: bool
    why: str
    refused: Text | None

    def told(self) -> dict[str, Any]:
        """The page's context."""
        period, reporter = self.filing.campaign.period, self.filing.reporter
        state = State(self.filing.state)
        return {
            "opened": self,
            "filing": self.filing,
            "form": self.form,
            "tables": self.tables,
            "choices": self.choices(),
            "reporter_name": names_of([reporter]).get(reporter, reporter),
            "period": period_name(period),
            "last": period_name(period.previous()),
            "year_before": period_name(period.same_last_year()),
            "state_name": STATE_NAMES[state],
            "refused": self.refused,
            "faults": self.listed("hard"),
            "doubts": self.listed("soft"),
            "rules": [(table.name, list(describe(table))) for table in self.form.tables],
            "threads": standing.threads(self.filing, catalogue()),
            "steps": standing.steps(self.filing),
            "receipt": standing.last_receipt(self.filing),
        }

    @property
    def synthetic(self) -> bool:
        return synthetic(self.filing.reporter)

    def choices(self) -> list[tuple[str, list[tuple[str, Text]]]]:
        """The codes its cells are picked from, by list."""
        named = {d.codelist: None for table in self.form.tables for d in table.dimensions if d.codelist}
        return [
            (code, [(item.code, item.name) for item in catalogue().codelists[code].items.values()])
            for code in named
        ]

    def listed(self, severity: str) -> list[tuple[str, Text]]:
        """The findings of one severity, each with the cell it leads to."""
        return [
            (spot.name, finding.sentence)
            for grid in self.tables
            for row in grid.rows
            for spot in row.spots
            for finding in spot.findings
            if finding.severity == severity
        ] + [("", finding.sentence) for finding in self._elsewhere() if finding.severity == severity]

    def _elsewhere(self) -> list[Finding]:
        """Findings that are about no cell."""
        shown = {
            id(f) for grid in self.tables for row in grid.rows for spot in row.spots for f in spot.findings
        }
        return [
            finding
            for finding in (self.examined.findings if self.examined else ())
            if id(finding) not in shown
        ]

    def as_data(self) -> dict[str, Any]:
        """What a script needs to bring the page up to date after saving."""
        saved = self.filing.saved_at
        return {
            "revision": self.filing.revision,
            "saved": date_format(localtime(saved), "H:i:s") if saved else "",
            "state": tell(STATE_NAMES[State(self.filing.state)]),
            "cells": {
                spot.name: {
                    "change": spot.change,
                    "tone": spot.tone,
                    "findings": [tell(finding.sentence) for finding in spot.findings],
                }
                for grid in self.tables
                for row in grid.rows
                for spot in row.spots
            },
            "about": {
                f"{grid.table.code}.{row.number - 1}": row.about for grid in self.tables for row in grid.rows
            },
            "totals": {grid.table.code: list(grid.totals) for grid in self.tables},
            "faults": [[name, tell(sentence)] for name, sentence in self.listed("hard")],
            "doubts": [[name, tell(sentence)] for name, sentence in self.listed("soft")],
        }


def opened(request: HttpRequest, filing: Filing, why: str = "", refused: Text | None = None) -> Opened:
    """The filing as it stands. One not begun shows the lines answered before, nothing wrong yet."""
    form, lang = catalogue().forms[filing.campaign.form], language()
    was = before(filing, form)
    fresh = not filing.draft
    draft = _begun(filing, form, was, lang) if fresh else draft_of(form, filing.draft)
    examined = None if fresh else examine(filing, draft, catalogue())
    may = request.access.may("filing.file_return", whose(filing))
    findings = examined.findings if examined else ()
    shown = draft if fresh else translated(form, draft, "en" if filing.lang == "en" else "vi", lang)
    shown = with_line(form, shown, request.GET.get("add", ""))
    told = grids(filing, form, shown, was, findings, catalogue(), lang)
    return Opened(filing, form, draft, examined, told, may and filing.state in OPEN, why, refused)


def _begun(filing: Filing, form: FormSpec, was: Before, lang: Lang) -> Draft:
    """What stands in a filing nobody typed: what came in as a file, else the lines to begin with."""
    if filing.state != State.ACCEPTED:
        return opening(filing, form, was)
    period, reporter = filing.campaign.period, filing.reporter
    held = held_returns({(table.dataflow, reporter, period) for table in form.tables})
    kept = [one.as_return(reporter, period) for key, one in held.items() if key[1:] == (reporter, period)]
    return draft_from(form, kept, lang)
