"""The lines of a table into answers, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import TypeVar

from tongket.figures.exchange.tables import cells, faults
from tongket.figures.exchange.tables.faults import A_CODE, A_DATE, A_NUMBER, Bad, Fault
from tongket.figures.exchange.tables.folding import clean, fold, shown
from tongket.figures.exchange.tables.heads import read_form, read_period
from tongket.figures.exchange.tables.opening import Opening
from tongket.figures.exchange.tables.reading import LIMIT, Known
from tongket.figures.exchange.tables.sheet import Cell, Mark, Sheet, Spot, is_blank
from tongket.figures.exchange.tables.words import REPORTER
from tongket.figures.returns.answer import Answer, Finding, Place
from tongket.figures.returns.checks import check_cell
from tongket.figures.returns.form import Dimension, Measure
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text

Sender = tuple[str, Period]
T = TypeVar("T")
_WANTED = {"code": A_CODE, "date": A_DATE}


@dataclass(slots=True)
class Sent:
    """The answers of one reporter for one period, as they are gathered."""

    place: Place
    answers: list[Answer] = field(default_factory=list)


class Lines:
    """Reads the lines below a header row. A column of reporters or periods goes before the head's."""

    def __init__(self, sheet: Sheet, opening: Opening, known: Known) -> None:
        layout = opening.layout
        self.findings: list[Finding] = []
        self.sent: dict[Sender, Sent] = {}
        self.end = layout.row
        self._sheet, self._opening, self._layout, self._known = sheet, opening, layout, known
        self._marks: Mapping[Spot, Mark] = sheet.traits.marks
        self._seen: dict[tuple[object, ...], int] = {}
        self._periods: dict[Cell, Period] = {}
        self._units: dict[str, Unit | None] = {}
        self._used = [column for _, column in (*layout.dimensions, *layout.measures)]
        # The column by which a line is named: its first code, else who reports it, else its first number.
        self._naming = (
            layout.reporter if layout.reporter is not None and not layout.dimensions else self._used[0]
        )

    def read(self) -> None:
        """Line after line until the first wholly empty row, then a look at what stands below it."""
        rows = self._sheet.rows
        for index in range(self._layout.row + 1, len(rows)):
            if all(map(is_blank, rows[index])) and not self._has_marks(index):
                self._look_below(index)
                break
            self.end = index
            self._line(index, rows[index])
            if len(self.findings) >= LIMIT:
                break

    def _line(self, index: int, row: Sequence[Cell]) -> None:
        blank = all(is_blank(row[column]) for column in self._used) and not self._has_marks(index)
        column = self._layout.reporter
        if blank and (column is None or is_blank(row[column])):
            return  # a serial number or a note stands alone
        faulty = len(self.findings)
        sender = self._sender(index, row)
        if sender is None:
            return
        if blank and self._layout.dimensions:
            self.sent.setdefault(sender, Sent(self._sheet.place(index, column or 0)))
            return  # a reporter without lines: nothing to report
        dimensions = self._dimensions(index, row)
        answers = self._answers(index, row, dimensions)
        if len(self.findings) == faulty or not any(f.severity == "hard" for f in self.findings[faulty:]):
            self._keep(index, sender, dimensions, answers)

    def _has_marks(self, index: int) -> bool:
        """Whether the row holds formulas or errors, which may look blank."""
        return bool(self._marks) and any(
            (mark := self._marks.get((index, column))) is not None and mark.kind != "format"
            for column in self._used
        )

    def _keep(self, index: int, sender: Sender, dimensions: dict[str, str], answers: list[Answer]) -> None:
        first = self._seen.setdefault((sender, *dimensions.values()), index)
        if first != index:
            line = ", ".join(dimensions.values()) or sender[0]
            cell = self._sheet.place(first, self._naming).cell
            self._add(faults.DUPLICATE_LINE, index, self._naming, line=f"“{line}”", first=cell)
            return
        if sender not in self.sent:
            self.sent[sender] = Sent(self._sheet.place(index, self._naming))
        self.sent[sender].answers.extend(answers)

    def _sender(self, index: int, row: Sequence[Cell]) -> Sender | None:
        """Who reports this line and for when, from its own columns or from the head."""
        layout, form = self._layout, self._opening.form
        reporter: str | None = self._opening.reporter
        period: Period | None = self._opening.period
        if layout.form is not None:
            self._try(index, row, layout.form, lambda cell: read_form(cell, {form.code: form}))
        if layout.reporter is not None:
            reporter = self._try(index, row, layout.reporter, lambda cell: cells.read_word(cell, REPORTER))
        if layout.period is not None:
            period = self._try(index, row, layout.period, self._period_of)
        return (reporter, period) if reporter and period else None

    def _try(
        self, index: int, row: Sequence[Cell], column: int, read: Callable[[Cell], T], wanted: Text = A_CODE
    ) -> T | None:
        try:
            if self._marks:
                self._refuse_mark(index, column, wanted)
            return read(row[column])
        except Bad as bad:
            self.findings.append(bad.at(self._sheet.place(index, column)))
            return None

    def _period_of(self, cell: Cell) -> Period:
        if cell not in self._periods:
            self._periods[cell] = read_period(cell, self._opening.form)
        return self._periods[cell]

    def _dimensions(self, index: int, row: Sequence[Cell]) -> dict[str, str]:
        codes: dict[str, str] = {}
        for dimension, column in self._layout.dimensions:
            code = self._try(index, row, column, partial(self._code, dimension), _WANTED[dimension.kind])
            if code is None:
                continue
            codes[dimension.code] = code
            cell = row[column]
            if cell != code and dimension.kind == "code" and _looks_other(cell, code):
                self._add(faults.CLEANED_CODE, index, column, name=dimension.name, read=code)
        return codes

    def _code(self, dimension: Dimension, cell: Cell) -> str:
        if dimension.kind == "date":
            return cells.read_date(cell, dimension)
        return cells.read_code(cell, dimension, self._known.codelists)

    def _answers(self, index: int, row: Sequence[Cell], dimensions: dict[str, str]) -> list[Answer]:
        answers = []
        own = self._own_unit(index, row, dimensions)
        for measure, column in self._layout.measures:
            unit = measure.unit or own
            place = self._sheet.place(index, column)
            value = self._number(index, column, measure, unit, place)
            if value is not None:
                answers.append(Answer(dimensions, measure.code, value, unit, place))
        return answers

    def _number(self, index: int, column: int, measure: Measure, unit: str, place: Place) -> Decimal | None:
        """The number of a cell; None for a blank, and for what is refused."""
        cell = self._sheet.rows[index][column]
        try:
            if self._marks:
                self._refuse_mark(index, column, A_NUMBER, measure, unit)
            if not isinstance(cell, str):
                value: Decimal | None = cells.read_stored_number(cell, measure)
            else:
                value = self._text_number(index, column, cell, measure) if cell.strip() else None
        except Bad as bad:
            self.findings.append(bad.at(place))
            return None
        if finding := check_cell(measure, value, place):
            self.findings.append(finding)
            return None
        return value

    def _text_number(self, index: int, column: int, cell: str, measure: Measure) -> Decimal:
        number = cells.read_text_number(cell, measure, self._known.lang)
        if not (self._sheet.textual and number.plain):
            fault = faults.LOCAL_NUMBER if self._sheet.textual else faults.NUMBER_AS_TEXT
            read = cells.bare(number.value)
            self._add(fault, index, column, name=measure.name, found=shown(cell), read=read)
        return number.value

    def _own_unit(self, index: int, row: Sequence[Cell], dimensions: dict[str, str]) -> str:
        """The unit of the line's own code, and whether a column that repeats it says the same."""
        code = dimensions.get(self._layout.table.unit_by, "")
        if not code:
            return ""
        if code not in self._units:
            self._units[code] = self._unit_of(index, code)
        unit = self._units[code]
        if unit is None:
            return ""
        self._compare_unit(index, row, unit)
        return unit.code

    def _unit_of(self, index: int, code: str) -> Unit | None:
        """The unit a code fixes; a group of codes has none, which is said once."""
        table = self._layout.table
        dimension, column = next(each for each in self._layout.dimensions if each[0].code == table.unit_by)
        codelist = self._known.codelists[dimension.codelist]
        unit = self._known.units.get(codelist[code].unit)
        if unit is None:
            finer = ", ".join(codelist.children(code)) or "—"
            self._add(faults.NO_UNIT, index, column, name=dimension.name, found=code, finer=finer)
        return unit

    def _compare_unit(self, index: int, row: Sequence[Cell], unit: Unit) -> None:
        column = self._layout.unit
        if column is None or is_blank(row[column]) or str(row[column]) in (unit.symbol.vi, unit.name.vi):
            return
        legal = {unit.code, unit.name.vi, unit.name.en, unit.symbol.vi, unit.symbol.en}
        found = str(row[column])
        if clean(found) not in legal and (fold(found) or found) not in map(fold, legal):
            self._add(faults.UNIT_DIFFERS, index, column, found=shown(found), expected=unit.name)

    def _refuse_mark(
        self, index: int, column: int, expected: Text, measure: Measure | None = None, unit: str = ""
    ) -> None:
        mark = self._marks.get((index, column))
        if mark is None:
            return
        if mark.kind == "formula":
            raise Bad(faults.FORMULA)
        if mark.kind == "error":
            raise Bad(faults.ERROR_CELL, found=mark.detail, expected=expected)
        if measure is not None:
            found = shown(self._sheet.rows[index][column])
            name = self._known.units[unit].name if unit in self._known.units else measure.name
            raise Bad(faults.SHIFTED_FORMAT, name=measure.name, format=mark.detail, found=found, unit=name)

    def _look_below(self, empty: int) -> None:
        """Refuse figures that somebody cut off from their table by an empty row."""
        coded = [column for _, column in self._layout.dimensions]
        coded += [self._layout.reporter] if self._layout.reporter is not None else []
        rows = self._sheet.rows
        for index in range(empty + 1, len(rows)):
            row = rows[index]
            if not coded or any(is_blank(row[column]) for column in coded):
                continue
            for _, column in self._layout.measures:
                if cells.looks_numeric(row[column]):
                    found = f"“{shown(row[column])}”"
                    self._add(faults.AFTER_END, index, column, found=found, row=empty + 1)
                    return

    def _add(self, fault: Fault, index: int, column: int, **slots: object) -> None:
        self.findings.append(fault.at(self._sheet.place(index, column), **slots))


def _looks_other(cell: Cell, code: str) -> bool:
    """Whether a text holds more than the code and plain spaces around it."""
    return isinstance(cell, str) and cell.strip(" ") != code
