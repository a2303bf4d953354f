"""A filing as the page shows it: the typed cells, and beside each number what was reported before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.desks.filing.drafts import Draft, blank_draft
from tongket.desks.filing.models import CellRow, Filing
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.tables.columns import spelled
from tongket.figures.exchange.tables.sheet import LETTERS
from tongket.figures.exchange.tables.typed import columns, spot_of
from tongket.figures.returns.answer import Finding
from tongket.figures.returns.checks.check import places
from tongket.figures.returns.form import Dimension, FormSpec, FormTable, Measure
from tongket.figures.terms.numerals import NotANumber, read_number, write_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Lang

Codes = tuple[tuple[str, str], ...]
Before = Mapping[Period, Mapping[tuple[str, Codes, str], Decimal]]  # table, codes, measure


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its letter, its header, the list its codes come from, how fine its numbers are."""

    letter: str
    header: str
    kind: str
    codelist: str = ""
    unit: str = ""
    decimals: int = 0


@dataclass(slots=True)
class Spot:
    """One cell: what is typed, what it is called, what was there before, what is wrong with it."""

    name: str
    text: str
    head: Head
    label: str
    before: str = ""
    year_before: str = ""
    change: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def tone(self) -> str:
        hard = any(finding.severity == "hard" for finding in self.findings)
        return "bad" if hard else "warn" if self.findings else ""


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    spots: Sequence[Spot]
    about: str  # what the codes of the line are called, with its unit


@dataclass(frozen=True, slots=True)
class Grid:
    table: FormTable
    name: str
    heads: Sequence[Head]
    rows: Sequence[Row]
    totals: Sequence[str]
    fixed: bool  # a table without codes has exactly one line

    @property
    def has_totals(self) -> bool:
        return any(self.totals)


def before(filing: Filing, form: FormSpec) -> Before:
    """What the reporter's accepted returns hold of the period before and of the same one last year."""
    period = filing.campaign.period
    wanted = (period.previous(), period.same_last_year())
    flows = {table.dataflow: table.code for table in form.tables}
    rows = CellRow.objects.filter(
        reporter=filing.reporter, dataflow__in=flows, period__in=wanted, superseded_at__isnull=True
    )
    found: dict[Period, dict[tuple[str, Codes, str], Decimal]] = {one: {} for one in wanted}
    for flow, one, codes, measure, value in rows.values_list(
        "dataflow", "period", "dimensions", "measure", "value"
    ):
        found[one][flows[flow], tuple(sorted(codes.items())), measure] = value
    return found


def opening(filing: Filing, form: FormSpec, was: Before) -> Draft:
    """The draft a reporter starts from: the lines answered the period before or a year before, else those
    of the newest return there is."""
    known: dict[str, dict[Codes, None]] = defaultdict(dict)
    for cells in was.values() if any(was.values()) else [_newest(filing, form)]:
        for table, codes, _ in sorted(cells):
            if not form.table(table).events:
                known[table][codes] = None
    return blank_draft(form, {table: [dict(codes) for codes in lines] for table, lines in known.items()})


def _newest(filing: Filing, form: FormSpec) -> Mapping[tuple[str, Codes, str], None]:
    """The cells of the newest return of the reporter's that holds, whatever its period."""
    flows = {table.dataflow: table.code for table in form.tables}
    rows = CellRow.objects.filter(
        reporter=filing.reporter, dataflow__in=flows, superseded_at__isnull=True
    ).values_list("period", "dataflow", "dimensions", "measure")
    last = max((row[0] for row in rows), default=None)
    return {
        (flows[flow], tuple(sorted(codes.items())), m): None for one, flow, codes, m in rows if one == last
    }


def grids(
    filing: Filing,
    form: FormSpec,
    draft: Draft,
    was: Before,
    findings: Iterable[Finding],
    catalogue: Catalogue,
    lang: Lang,
) -> list[Grid]:
    """The tables of a filing, each cell with everything the page says about it."""
    by_table = _by_spot(form, findings)
    period = filing.campaign.period
    past = was[period.previous()], was[period.same_last_year()]
    return [
        _grid(table, draft.lines[table.code], past, by_table[table.code], catalogue, lang)
        for table in form.tables
    ]


def _by_spot(form: FormSpec, findings: Iterable[Finding]) -> dict[str, dict[tuple[int, int], list[Finding]]]:
    names = {name: table.code for table in form.tables for name in (table.name.vi, table.name.en)}
    found: dict[str, dict[tuple[int, int], list[Finding]]] = {table.code: {} for table in form.tables}
    for finding in findings:
        table, spot = names.get(finding.place.sheet), spot_of(finding.place)
        if table is not None and spot is not None:
            found[table].setdefault(spot, []).append(finding)
    return found


def _grid(
    table: FormTable,
    lines: Sequence[Sequence[str]],
    past: Sequence[Mapping[tuple[str, Codes, str], Decimal]],
    findings: Mapping[tuple[int, int], list[Finding]],
    catalogue: Catalogue,
    lang: Lang,
) -> Grid:
    heads = [_head(place, column, catalogue, lang) for place, column in enumerate(columns(table))]
    fixed = not table.dimensions
    shown = lines or ([[""] * len(heads)] if fixed else [])
    rows = []
    for number, line in enumerate(shown):
        codes = tuple(sorted((d.code, line[place]) for place, d in enumerate(table.dimensions)))
        spots = []
        for place, (head, text) in enumerate(zip(heads, line, strict=True)):
            spot = Spot(
                f"{table.code}.{number}.{place}", text, head, f"{head.letter}{number + 1} {head.header}",
                findings=findings.get((number, place), []),
            )  # fmt: skip
            if head.kind == "number":
                _compare(
                    spot, [cells.get((table.code, codes, columns(table)[place].code)) for cells in past], lang
                )
            spots.append(spot)
        rows.append(Row(number + 1, spots, _about(table, line, catalogue, lang)))
    return Grid(table, table.name[lang], heads, rows, _totals(table, shown, lang), fixed)


def _head(place: int, column: Dimension | Measure, catalogue: Catalogue, lang: Lang) -> Head:
    header = spelled(column.headers, lang)
    if isinstance(column, Dimension):
        return Head(LETTERS[place], header, column.kind, column.codelist)
    unit = catalogue.units[column.unit].symbol[lang] if column.unit else ""
    unit = "" if unit in header else unit
    return Head(LETTERS[place], header, "number", unit=unit, decimals=column.decimals)


def _compare(spot: Spot, past: Sequence[Decimal | None], lang: Lang) -> None:
    last, year_before = past
    spot.before, spot.year_before = (_printed(value, lang) for value in (last, year_before))
    try:
        now = read_number(spot.text, lang)
    except NotANumber:
        return
    if last:
        change = 100 * (now - last) / last
        spot.change = ("+" if change > 0 else "") + write_number(change, 1, lang) + "%"


def _about(table: FormTable, line: Sequence[str], catalogue: Catalogue, lang: Lang) -> str:
    words = []
    for place, dimension in enumerate(table.dimensions):
        if dimension.codelist and line[place] in catalogue.codelists[dimension.codelist]:
            item = catalogue.codelists[dimension.codelist][line[place]]
            words.append(item.name[lang])
            if table.unit_by == dimension.code and item.unit:
                words.append(f"({catalogue.units[item.unit].symbol[lang]})")
    return " ".join(words)


def _totals(table: FormTable, lines: Sequence[Sequence[str]], lang: Lang) -> list[str]:
    """The sum of each column that has one unit, of more than one line; empty where a cell is no number."""
    totals = []
    for place, column in enumerate(columns(table)):
        one_unit = isinstance(column, Measure) and bool(column.unit) and len(lines) > 1
        totals.append(_sum([line[place] for line in lines], lang) if one_unit else "")
    return totals


def _sum(texts: Sequence[str], lang: Lang) -> str:
    try:
        return _printed(sum((read_number(text, lang) for text in texts if text), Decimal(0)), lang)
    except NotANumber:
        return ""


def _printed(value: Decimal | None, lang: Lang) -> str:
    if value is None:
        return ""
    return write_number(value, places(value), lang)
