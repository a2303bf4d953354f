"""The receipt of a filing: what its reporter holds in hand."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime

from tongket.desks.filing.drafts import draft_of
from tongket.desks.filing.models import FilingStep
from tongket.desks.registry.queries import names_of, synthetic
from tongket.desks.site.periods import period_name
from tongket.desks.site.said import tell
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.tables.columns import spelled
from tongket.figures.exchange.tables.typed import columns
from tongket.figures.terms.words import Lang

TEMPLATE = Path(__file__).parent / "receipt.typ"
FONTS = Path(__file__).parents[1] / "papers" / "fonts"


@dataclass(frozen=True)
class ReceiptTable:
    name: str
    headers: list[str]
    codes: int
    lines: list[list[str]]


@dataclass(frozen=True)
class Receipt:
    """Everything that stands on a receipt, in the words of one language."""

    number: str
    form: str
    period: str
    reporter: str
    reporter_code: str
    handed_in: str
    by: str
    why: str
    digest: str
    synthetic: bool
    office: str
    parent_body: str
    tables: list[ReceiptTable]
    filing: int


def receipt_data(step: FilingStep, catalogue: Catalogue, lang: Lang) -> Receipt:
    filing, form = step.filing, catalogue.forms[step.filing.campaign.form]
    draft = draft_of(form, step.content)
    content = json.dumps(step.content, sort_keys=True, ensure_ascii=False).encode()
    office = settings.ENVIRONMENT.office
    return Receipt(
        number=step.receipt,
        form=form.name[lang],
        period=tell(period_name(filing.campaign.period)),
        reporter=names_of([filing.reporter]).get(filing.reporter, filing.reporter),
        reporter_code=filing.reporter,
        handed_in=date_format(localtime(step.recorded_at), "H:i:s d/m/Y"),
        by=step.recorded_by,
        why=step.why,
        digest=hashlib.sha256(content).hexdigest(),
        synthetic=synthetic(filing.reporter),
        office=office.name[lang],
        parent_body=office.parent_body[lang],
        tables=[
            ReceiptTable(
                table.name[lang],
                [spelled(column.headers, lang) for column in columns(table)],
                len(table.dimensions),
                draft.lines[table.code],
            )
            for table in form.tables
        ],
        filing=filing.pk,
    )


def receipt_pdf_bytes(receipt: Receipt, lang: Lang) -> bytes:
    """The receipt on one sheet, tagged."""
    data: dict[str, Any] = {**asdict(receipt), "lang": lang}
    made = _compiler().compile(
        input=str(TEMPLATE), format="pdf", sys_inputs={"data": json.dumps(data, ensure_ascii=False)}
    )
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)
