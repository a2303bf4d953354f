"""`tongket read`: the figures of a text, a web page, a Word file or a PDF, as a list."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from decimal import Decimal

    from tongket.figures.prose.document import Document
    from tongket.figures.prose.reading import Mention

SUMMARY = Text("{file}: đọc được {count} số liệu.", "{file}: {count} figures read.")
PROPOSED = Text(
    "Đã ghi {count} số liệu vào {path} để người phụ trách xác nhận.",
    "Wrote {count} figures into {path} for somebody to confirm.",
)


def read_report(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The report: .txt, web page, .docx or .pdf with text.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON: a list of figures.")] = False,
    text: Annotated[
        Path | None, typer.Option(help="Write the text as it was read, which the offsets count in.")
    ] = None,
    to_returns: Annotated[
        Path | None, typer.Option(help="Write the figures as a .csv of observations to confirm.")
    ] = None,
    year: Annotated[int | None, typer.Option(help="The year of numbers whose text names none.")] = None,
) -> None:
    """List the figures of a report: value, unit, comparison, period, status, and what is doubtful."""
    from tongket.figures.exchange.documents import read_document

    session = open_session(ctx)
    document = read_document(file)
    mentions = _mentions(session, document, year)
    if text is not None:
        text.write_text(document.text, encoding="utf-8", newline="")
    if to_returns is not None:
        _propose(session, mentions, file, to_returns)
    if as_json:
        session.json([mention.as_data() for mention in mentions])
    elif to_returns is None:
        _show(session, mentions)
        session.say(SUMMARY, file=file.name, count=len(mentions))


def _mentions(session: Session, document: Document, year: int | None) -> Sequence[Mention]:
    """The numbers of the sentences; of the tables too where the year they are about is known."""
    from tongket.desks.reporting.proofing import document_reader
    from tongket.figures.prose.reading import Context

    area = session.office.area_code
    reader = document_reader(session.catalogue, year or date.today().year)
    told = reader.told(document.prose, Context(area, str(year or "")))
    about = year or next((int(one.period[:4]) for one in told if one.period), None)
    return reader.mentions(document, area, about) if document.grids and about else told


def _propose(session: Session, mentions: Sequence[Mention], file: Path, path: Path) -> None:
    from tongket.figures.prose.reading.proposals import COLUMNS, proposals

    rows = list(proposals(mentions, session.catalogue.units, file.name))
    with path.open("w", encoding="utf-8", newline="") as written:
        writer = csv.DictWriter(written, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    session.say(PROPOSED, count=len(rows), path=path)


def _show(session: Session, mentions: Sequence[Mention]) -> None:
    heads = (
        words("Trong văn bản", "In the text"),
        words("Chỉ tiêu", "Indicator"),
        numbers("Giá trị", "Value"),
        words("Đơn vị", "Unit"),
        words("Kiểu", "Comparison"),
        words("Kỳ", "Period"),
        words("Loại số", "Status"),
        words("Còn ngờ", "Doubt"),
    )
    show_table(session, None, heads, [_row(session, mention) for mention in mentions])


def _row(session: Session, mention: Mention) -> tuple[str, ...]:
    name = f"{mention.indicator}:{mention.coverage}" if mention.indicator else mention.subject
    sides = mention.value if isinstance(mention.value, tuple) else (mention.value,)
    value = " – ".join(_number(session, side) for side in sides if side is not None)
    multiplied = f"{mention.scale.normalize():f} {mention.unit}" if mention.scale != 1 else mention.unit
    compared = f"{mention.comparison} {mention.base}".strip()
    doubts = "; ".join(doubt.reason[session.lang] for doubt in mention.doubt)
    return (mention.text, name, value, multiplied, compared, mention.period, mention.status, doubts)


def _number(session: Session, value: Decimal) -> str:
    places = max(-int(value.as_tuple().exponent), 0)
    return write_number(value, places, session.lang)
