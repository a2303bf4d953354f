"""What a reporter has typed so far: texts by table and line, read like any file whenever it matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tongket.desks.filing.models import Filing
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.tables.reading import Known, Reading
from tongket.figures.exchange.tables.sheets import read_sheets
from tongket.figures.exchange.tables.typed import TypedTable, columns, typed_sheet
from tongket.figures.returns.answer import Return
from tongket.figures.returns.checks.check import places
from tongket.figures.returns.form import FormSpec, FormTable
from tongket.figures.terms.numerals import NotANumber, read_number, write_number
from tongket.figures.terms.words import Lang, Refusal, Text

Lines = list[list[str]]
MOST_LINES = 2_000
LONGEST_CELL = 200


class NotADraft(Refusal):
    """What was sent is no content of the form."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The typed lines of each table of a form; a table without lines says that there is nothing to report."""

    lines: Mapping[str, Lines]

    def as_data(self) -> dict[str, Lines]:
        return {table: [list(line) for line in lines] for table, lines in self.lines.items()}


def draft_of(form: FormSpec, data: Mapping[str, Any]) -> Draft:
    """The draft a page sends or the store keeps; wholly empty lines fall away. Raises `NotADraft`."""
    unknown = set(data) - {table.code for table in form.tables}
    if unknown:
        raise NotADraft(_NOT_A_DRAFT.format(form=form.name, found=", ".join(sorted(map(str, unknown)))))
    return Draft({table.code: _lines(form, table, data.get(table.code, [])) for table in form.tables})


def read_draft(
    form: FormSpec, draft: Draft, filing: Filing, catalogue: Catalogue, synthetic: bool
) -> Reading:
    """The typed tables as returns, or what is wrong with them, place by place in the draft's own lines.

    A table of events without lines sends nothing, as nobody has to.
    """
    lang: Lang = "en" if filing.lang == "en" else "vi"
    sheets = [
        typed_sheet(
            form,
            TypedTable(table, draft.lines[table.code]),
            filing.reporter,
            filing.campaign.period,
            lang,
            synthetic,
        )
        for table in form.tables
        if draft.lines[table.code] or not table.events
    ]
    return read_sheets("", sheets, Known({form.code: form}, catalogue.codelists, catalogue.units, lang))


def draft_from(form: FormSpec, returns: Sequence[Return], lang: Lang) -> Draft:
    """The draft that reads back as the returns: what a file brought, to be looked at and sent on."""
    by_table = {ret.table: ret for ret in returns}
    return Draft({table.code: _typed(table, by_table.get(table.code), lang) for table in form.tables})


def blank_draft(form: FormSpec, known: Mapping[str, Sequence[Mapping[str, str]]]) -> Draft:
    """Lines with their codes alone: those the reporter is known to answer, and the only line of a table
    without codes."""
    return Draft(
        {
            table.code: [
                [line.get(column.code, "") if column in table.dimensions else "" for column in columns(table)]
                for line in (known.get(table.code, ()) if table.dimensions else ({},))
            ]
            for table in form.tables
        }
    )


def with_line(form: FormSpec, draft: Draft, table: str) -> Draft:
    """The draft with one more white line in a table, to type into; unchanged where there is no such table."""
    lines = {code: list(held) for code, held in draft.lines.items()}
    if table in lines:
        lines[table].append([""] * len(columns(form.table(table))))
    return Draft(lines)


def translated(form: FormSpec, draft: Draft, typed_in: Lang, lang: Lang) -> Draft:
    """The draft with its numbers written as another language writes them; what is no number stays."""
    if typed_in == lang:
        return draft
    codes = {table.code: len(table.dimensions) for table in form.tables}
    return Draft(
        {
            table: [
                [*line[: codes[table]], *(_rewritten(cell, typed_in, lang) for cell in line[codes[table] :])]
                for line in lines
            ]
            for table, lines in draft.lines.items()
        }
    )


def _lines(form: FormSpec, table: FormTable, found: object) -> Lines:
    width = len(columns(table))
    sound = isinstance(found, list) and len(found) <= MOST_LINES
    if not sound or not all(_is_line(line, width) for line in found):
        raise NotADraft(_NOT_A_DRAFT.format(form=form.name, found=table.name))
    return [line for line in ([cell.strip() for cell in line] for line in found) if any(line)]


def _is_line(line: object, width: int) -> bool:
    return (
        isinstance(line, list)
        and len(line) == width
        and all(isinstance(cell, str) and len(cell) <= LONGEST_CELL for cell in line)
    )


def _typed(table: FormTable, ret: Return | None, lang: Lang) -> Lines:
    lines: dict[tuple[str, ...], list[str]] = {}
    codes = [dimension.code for dimension in table.dimensions]
    measures = {measure.code: len(codes) + place for place, measure in enumerate(table.measures)}
    for answer in ret.answers if ret else ():
        key = tuple(answer.dimensions[code] for code in codes)
        line = lines.setdefault(key, [*key, *[""] * len(measures)])
        line[measures[answer.measure]] = typed_number(answer.value, lang)
    return list(lines.values())


def typed_number(value: Decimal, lang: Lang) -> str:
    """A number with all the places it has, as somebody would type it."""
    return write_number(value, places(value), lang).replace("\N{MINUS SIGN}", "-")


def _rewritten(cell: str, typed_in: Lang, lang: Lang) -> str:
    try:
        return typed_number(read_number(cell, typed_in), lang)
    except NotANumber:
        return cell


_NOT_A_DRAFT = Text(
    "Nội dung gửi lên không khớp biểu “{form}” ({found}). Hãy tải lại trang rồi nhập lại; phần đã lưu vẫn "
    "còn.",
    "What was sent does not fit the form “{form}” ({found}). Load the page again and go on; what was saved "
    "is still there.",
)
