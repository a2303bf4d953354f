"""The numbers of a document's tables as mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tongket.figures.observations.book import PERCENT, POINT
from tongket.figures.prose.document import Document, Grid, Piece
from tongket.figures.prose.reading import Mention
from tongket.figures.prose.tables.heads import Column, Heads, Measure
from tongket.figures.prose.tables.keys import key, marks
from tongket.figures.terms.numerals import NotANumber, read_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Lang

_CELL = re.compile(
    r"(?P<before>[^\d−+-]{0,20}?)\s*(?P<number>[−+-]?\d[\d.,]{0,30})\s*(?P<percent>%?)\s*[⁰-⁹⁽⁾¹²³*]*"
)
_COMPARED = {"level": "level", "plan": "target", "asked": "growth"}
_WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class TableNote:
    """A note right below a table, and what the one row is about that bears its mark."""

    piece: Piece
    indicator: str
    coverage: str
    area: str
    breakdown: tuple[tuple[str, str], ...]


def read_tables(
    document: Document, heads: Heads, year: int, lang: Lang
) -> tuple[tuple[Mention, ...], tuple[TableNote, ...]]:
    """A mention for each cell that holds one number and whose row or column the catalogue knows; and notes.

    `year` is that of tables that name none; `lang` says how numbers are written.
    """
    found: list[Mention] = []
    notes: list[TableNote] = []
    for grid in document.grids:
        reading = _Reading(document, grid, heads, year, lang)
        found += reading.mentions()
        notes += reading.notes()
    return tuple(found), tuple(notes)


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is about."""

    indicator: str = ""
    coverage: str = ""
    area: str = ""
    breakdown: tuple[tuple[str, str], ...] = ()
    period: Period | None = None
    measure: Measure | None = None
    note: str = ""
    label: str = ""
    is_known: bool = True


@dataclass
class _Reading:
    document: Document
    grid: Grid
    heads: Heads
    year: int
    lang: Lang
    _notes: dict[str, tuple[str, Piece]] = field(default_factory=dict)
    _bearers: dict[str, set[_Row]] = field(default_factory=dict)

    def notes(self) -> Iterator[TableNote]:
        """The notes, each with its row where it has only one."""
        for mark, (_, piece) in self._notes.items():
            rows = self._bearers.get(mark, set())
            row = next(iter(rows)) if len(rows) == 1 else _Row()
            yield TableNote(piece, row.indicator, row.coverage, row.area, row.breakdown)

    def mentions(self) -> Iterator[Mention]:
        title = key(" ".join(self.grid.before[-1:]))
        named = self.heads.periods.years(title)
        self.year = named[0] if named else self.year
        self._notes = self._read_notes()
        columns = {
            c: self.heads.column(self.grid.column_head(c), self.year) for c in range(1, self.grid.columns + 1)
        }
        context = self._of_title(title)
        for number in range(self.grid.heads + 1, self.grid.rows + 1):
            if self.grid.is_group(number):
                continue
            row = self._row(number, context)
            for column in range(1, self.grid.columns + 1):
                for mark in marks(self.grid.text(number, column)):
                    self._bearers.setdefault(mark, set()).add(replace(row, period=None, note="", label=""))
            if row.indicator and not row.breakdown:
                context = replace(row, label="", note="", area="", period=None)
            yield from self._cells(number, row, columns)

    def _of_title(self, title: str) -> _Row:
        found = self.heads.names.within(title)
        measure = self.heads.measure(self.grid.before[-1]) if self.grid.before else None
        for line in self.grid.before:
            measure = self.heads.of_line(line) or measure
        return _Row(*(found or ("", "")), measure=measure)

    def _row(self, number: int, context: _Row) -> _Row:
        label = self.grid.row_head(number)
        text = key(label)
        note = self._note(label)
        measure = self._unit_of(number) or context.measure
        names = self.heads.names
        if area := names.areas.get(text):
            return replace(context, area=area, measure=measure, label=label, note=note)
        if named := names.indicator(text):
            indicator, coverage, rest = named
            period = self.heads.periods.first(rest, self.year) if rest else None
            return _Row(indicator, coverage, period=period, measure=measure, note=note, label=label)
        if context.indicator and (part := names.part(context.indicator, text)):
            return replace(context, breakdown=(part,), measure=measure, note=note, label=label)
        if period := self._own_period(text):
            return replace(context, period=period, measure=measure, note=note, label=label)
        return _Row(measure=measure, label=label, is_known=False)

    def _note(self, text: str) -> str:
        """What the notes a text bears the marks of make of its numbers."""
        return next(
            (kind for mark in marks(text) if (kind := self._notes[mark][0] if mark in self._notes else "")),
            "",
        )

    def _own_period(self, text: str) -> Period | None:
        """The period of a row that is called by nothing else."""
        return self.heads.periods.first(text, self.year) if len(text.split()) <= 3 else None

    def _unit_of(self, number: int) -> Measure | None:
        for column in range(1, self.grid.columns + 1):
            if key(self.grid.column_head(column)) in self.heads.words.unit_column:
                return self.heads.unit(self.grid.text(number, column))
        return None

    def _cells(self, number: int, row: _Row, columns: dict[int, Column]) -> Iterator[Mention]:
        named = any(column.indicator for column in columns.values())
        for index, column in columns.items():
            piece = self.grid.piece(number, index)
            if piece is None or piece.spot is None or (piece.spot.row, piece.spot.column) != (number, index):
                continue
            subject = row
            if column.indicator and row.is_known:
                subject = replace(
                    row, indicator=column.indicator[0], coverage=column.indicator[1], breakdown=()
                )
            elif named and column.kind == "level":
                continue  # the heads say what the columns are about, and this one says nothing known
            if subject.indicator and (mention := self._mention(piece, subject, column)):
                yield mention

    def _mention(self, piece: Piece, row: _Row, column: Column) -> Mention | None:
        text = self.document.text[piece.start : piece.end]
        found = _CELL.fullmatch(text)
        if found is None:
            return None
        try:
            value = read_number(found["number"].replace("+", ""), self.lang)
        except NotANumber:
            value = None
        note = self._note(text) or row.note
        comparison, unit, scale = self._told(row, column, note, bool(found["percent"]))
        planned = column.kind in ("plan", "asked")
        start = piece.start + found.start("number")
        return Mention(
            start=start,
            end=piece.start + found.end("percent" if found["percent"] else "number"),
            text=self.document.text[start : piece.start + found.end("percent")].rstrip(),
            indicator=row.indicator,
            coverage=row.coverage,
            area=row.area,
            breakdown=row.breakdown,
            value=value,
            unit=unit,
            scale=scale,
            comparison=comparison,
            base=column.base if comparison in ("growth", "change") else "",
            period=_written(self._period(row, column)),
            status="target" if planned else "estimate" if column.estimated else "actual",
            subject=row.label,
        )

    def _told(self, row: _Row, column: Column, note: str, percent: bool) -> tuple[str, str, Decimal]:
        """Comparison, unit and scale of a cell."""
        unit, scale = row.measure or column.measure or ("", _WHOLE)
        if column.kind in ("growth", "asked") and note == "points":
            return "change" if column.kind == "growth" else "growth", POINT, _WHOLE
        if column.kind == "growth" and note == "change":
            return "change", unit, scale
        if column.kind == "contribution":
            return "contribution", POINT, _WHOLE
        if column.kind in ("growth", "asked", "share", "percent_of_plan"):
            return _COMPARED.get(column.kind, column.kind), PERCENT, _WHOLE
        if column.measure:
            unit, scale = column.measure
        if percent:
            unit, scale = PERCENT, _WHOLE
        if note == "growth" and unit == PERCENT:
            return "growth", unit, scale
        return _COMPARED[column.kind], unit, scale

    def _period(self, row: _Row, column: Column) -> Period | None:
        """The row's period in the column's year; of several years, the row's own."""
        if row.period is None or column.period is None:
            return row.period or column.period
        if row.period.length > 12 or column.period.length != 12:
            return row.period if row.period.length > 12 else column.period
        return row.period.years_back(row.period.start_year - column.period.start_year)

    def _read_notes(self) -> dict[str, tuple[str, Piece]]:
        """The notes right below the table by their marks: what each makes of a number, and its place."""
        if not self.grid.cells:
            return {}
        pieces = self.document.pieces
        at = self.document.index_after(self.grid.cells[-1][0])
        found: dict[str, tuple[str, Piece]] = {}
        while at < len(pieces):
            text = self.document.text[pieces[at].start : pieces[at].end].translate(_HIGH)
            if not text.startswith("⁽"):
                break
            found[text[: text.find("⁾") + 1]] = (self.heads.words.of_note(key(text)), pieces[at])
            at += 1
        return found


_HIGH = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


def _written(period: Period | None) -> str:
    return "" if period is None else str(period)
