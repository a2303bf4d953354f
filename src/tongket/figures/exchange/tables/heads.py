"""The head lines of a sheet: form, period, reporter, and whether the figures are made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tongket.figures.exchange.tables import faults, words
from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.folding import clean, fold, shown
from tongket.figures.exchange.tables.headers import Folded
from tongket.figures.exchange.tables.sheet import Cell, Sheet
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.period import Frequency, NotAPeriod, Period
from tongket.figures.terms.words import Text

HEAD_ROWS = 40  # a header row further down than this is not looked for
YEARS = range(1900, 2200)
FREQUENCIES: Mapping[Frequency, tuple[Text, str]] = {
    "A": (Text("năm", "year"), "2020"),
    "S": (Text("nửa năm", "half-year"), "2020-S1"),
    "Q": (Text("quý", "quarter"), "2020-Q3"),
    "M": (Text("tháng", "month"), "2020-10"),
}
_LABELS = {fold(word): label for label, spellings in words.HEAD_LABELS.items() for word in spellings}
_SYNTHETIC = tuple(fold(mark) for mark in words.SYNTHETIC_MARKS)


@dataclass(frozen=True, slots=True)
class HeadValue:
    """The cell that answers a label: its value and where it stands."""

    value: Cell
    row: int
    column: int


def fold_head(sheet: Sheet, is_header_row: Callable[[Sequence[str]], bool]) -> Folded:
    """The first rows folded, down to the first that is a whole header row; only texts can be labels or
    headers."""
    folded: list[list[str]] = []
    for row in sheet.rows[:HEAD_ROWS]:
        folded.append([fold(cell) if isinstance(cell, str) else "" for cell in row])
        if is_header_row(folded[-1]):
            break
    return folded


def is_synthetic(folded: Folded) -> bool:
    return any(mark in word for row in folded for word in row if word for mark in _SYNTHETIC)


def read_heads(sheet: Sheet, folded: Folded, headers: frozenset[str]) -> dict[str, HeadValue]:
    """The value beside each label. In a row with headers of a table, labels are headers too."""
    heads: dict[str, HeadValue] = {}
    for index, row in enumerate(folded):
        if not headers.isdisjoint(row):
            continue
        for column, word in enumerate(row):
            label = _LABELS.get(word)
            if label is not None and label not in heads:
                heads[label] = _beside(sheet.rows[index], index, column)
    return heads


def form_column(sheet: Sheet, folded: Folded) -> HeadValue | None:
    """The first form code of a table that has a column of them, as CSV files do."""
    for index, row in enumerate(folded):
        for column, word in enumerate(row):
            if _LABELS.get(word) == "form" and index + 1 < len(sheet.rows):
                return HeadValue(sheet.rows[index + 1][column], index + 1, column)
    return None


def form_title(form: FormSpec) -> str:
    """A form as a sheet names it: code and version."""
    return f"{form.code} v{form.version}"


def read_form(cell: Cell, forms: Mapping[str, FormSpec]) -> FormSpec:
    """The form of that code and version; another version has other columns, so it is not taken."""
    wanted = clean(str(cell)).casefold()
    for form in forms.values():
        if form_title(form).casefold() == wanted:
            return form
    raise Bad(faults.WRONG_FORM, found=shown(cell), legal=legal_forms(forms))


def legal_forms(forms: Mapping[str, FormSpec]) -> str:
    return ", ".join(f"“{form_title(form)}”" for form in forms.values())


def read_period(cell: Cell, form: FormSpec) -> Period:
    """The period in an SDMX form and of the form's own frequency.

    Excel turns 2020-10 into a date and 2020 into a number; both are taken back.
    """
    expected, example = FREQUENCIES[form.frequency]
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(period_of_date(cell)) if isinstance(cell, date) and form.frequency == "M" else clean(str(cell))
    try:
        period = Period.parse(text)
    except NotAPeriod:
        period = None
    if period is None or period.start_year not in YEARS:
        raise Bad(faults.WRONG_PERIOD, found=shown(cell), expected=expected, example=example)
    if period.frequency != form.frequency:
        raise Bad(
            faults.WRONG_FREQUENCY, found=text, form=form_title(form), expected=expected, example=example
        )
    return period


def period_of_date(day: date) -> Period:
    return Period.month(day.year, day.month)


def _beside(row: Sequence[Cell], index: int, column: int) -> HeadValue:
    """The very next cell: one further on may hold a name or a remark."""
    return HeadValue(row[column + 1] if column + 1 < len(row) else "", index, column + 1)
