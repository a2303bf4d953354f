"""A filing as a workbook, out and back in."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from tongket.desks.filing.drafts import Draft, draft_from
from tongket.desks.filing.models import Filing
from tongket.desks.filing.page import Opened
from tongket.desks.registry.queries import names_of
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.workbooks import read_file
from tongket.figures.exchange.workbooks.blank import BlankForm, write_blank
from tongket.figures.returns.answer import Finding, Place
from tongket.figures.terms.words import Lang, Text


@dataclass(frozen=True)
class Made:
    name: str
    content: io.BytesIO


def prefilled(filing: Filing, opened: Opened, catalogue: Catalogue, lang: Lang) -> Made:
    """The workbook of a filing: its lines, what was reported before beside them, the rules as messages."""
    form, period = opened.form, filing.campaign.period
    before = {
        grid.table.code: [[(spot.before, spot.year_before) for spot in row.spots] for row in grid.rows]
        for grid in opened.tables
    }
    lines = {
        grid.table.code: [[spot.text for spot in row.spots] for row in grid.rows] for grid in opened.tables
    }
    synthetic = opened.synthetic
    name = names_of([filing.reporter]).get(filing.reporter, "")
    content = io.BytesIO()
    write_blank(
        content, BlankForm(form, period, filing.reporter, name, lines, before, synthetic), lang,
        catalogue.codelists, catalogue.units,
    )  # fmt: skip
    content.seek(0)
    return Made(f"{form.code}-{filing.reporter}-{period}.xlsx", content)


def read_sent(
    filing: Filing, path: Path, name: str, catalogue: Catalogue, lang: Lang
) -> tuple[Draft | None, tuple[Finding, ...]]:
    """The draft a workbook brings for this very filing; None with the reasons where it brings none."""
    form, period = catalogue.forms[filing.campaign.form], filing.campaign.period
    reading = read_file(path, catalogue.forms, catalogue.codelists, catalogue.units, lang, name)
    if not reading.accepted:
        return None, reading.findings
    ours = [
        ret
        for ret in reading.returns
        if (ret.form, ret.reporter, ret.period) == (form.code, filing.reporter, period)
    ]
    if not ours:
        found = sorted({f"{ret.form} {ret.reporter} {ret.period}" for ret in reading.returns})
        sentence = _OTHERS.format(
            file=name, found=", ".join(found) or "–", wanted=f"{form.code} {filing.reporter} {period}"
        )
        return None, (Finding("not_this_filing", "hard", Place(name), sentence),)
    return draft_from(form, ours, lang), reading.findings


_OTHERS = Text(
    "{file}: tệp chứa {found}, không phải báo cáo này ({wanted}). Hãy tải biểu của đúng kỳ và đúng đơn "
    "vị về rồi điền lại.",
    "{file}: it holds {found}, not this filing ({wanted}). Download the workbook of this period and reporter "
    "and fill that in.",
)
