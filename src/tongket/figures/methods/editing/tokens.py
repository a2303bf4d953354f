"""Rules on the words of a received sheet: E01, how a number is written, and E08, what a header says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from tongket.figures.methods.editing.verdict import Judgement, Severity, judged, said
from tongket.figures.terms.numerals import NotANumber, read_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Lang, Refusal, Text

Meaning = Literal["cumulated", "previous_period", "same_period_last_year"]
ARROWS: Mapping[str, int] = {"↑": 1, "▲": 1, "↓": -1, "▼": -1}
NOTHING = frozenset({"", "-", "–", "…", "..."})  # written where there is no number
# The first meaning with a phrase in the header wins: a cumulated column also says "so cùng kỳ".
PHRASES: tuple[tuple[Meaning, tuple[str, ...]], ...] = (
    ("cumulated", ("lũy kế", "luỹ kế", "cộng dồn", "tháng đầu năm")),
    ("previous_period", ("so tháng trước", "so với tháng trước")),
    ("same_period_last_year", ("so cùng kỳ", "so với cùng kỳ", "so cùng tháng", "so với cùng tháng")),
)
_QUANTITY = re.compile(r"(?P<arrow>[^\d\s.,+\-−]?)\s*(?P<number>[-+−]?[\d.,]+)\s*(?P<unit>[^\d]*)")
_CELL = re.compile(r"(?P<head>[^()]+?)\s*(?:\((?P<tail>[^()]+)\))?")
_MONTH = re.compile(r"tháng\s+(\d{1,2})\s*/\s*(\d{4})|(\d{1,2})\s+tháng đầu năm\s+(\d{4})")


class NotACell(Refusal):
    """A received cell is not written as numbers are written."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as received with the unit written beside it; an arrow has become its sign."""

    value: Decimal
    unit: str


def received_cell(cell: str, units: frozenset[str], lang: Lang = "vi") -> tuple[Quantity, ...]:
    """The one or two numbers of a cell: `8.290 tỷ đồng (↓3,32%)` is 8290 tỷ đồng and -3.32 %.

    Domain: numbers by the strict grammar of the language, a unit of `units` or %, an arrow of `ARROWS`.
    Missing: a blank or a dash gives no number. Raises `NotACell` and never guesses. Source: METHODS §9.2.
    """
    text = unicodedata.normalize("NFC", cell).strip()
    if text in NOTHING:
        return ()
    parts = _CELL.fullmatch(text)
    if parts is None:
        raise NotACell(_NO_CELL.format(cell=cell))
    return tuple(_quantity(part, units, lang) for part in (parts["head"], parts["tail"]) if part)


def _quantity(text: str, units: frozenset[str], lang: Lang) -> Quantity:
    match = _QUANTITY.fullmatch(text.strip())
    if match is None:
        raise NotACell(_NO_CELL.format(cell=text))
    if match["arrow"] and match["arrow"] not in ARROWS:
        raise NotACell(_ARROW.format(arrow=match["arrow"], legal=" ".join(ARROWS)))
    unit = match["unit"].strip()
    if unit not in {"", "%", *units}:
        raise NotACell(_UNIT.format(unit=unit, legal=", ".join(sorted(units)) or "—"))
    try:
        value = read_number(match["number"], lang)
    except NotANumber as refusal:
        raise NotACell(_NUMBER.format(number=match["number"])) from refusal
    return Quantity(ARROWS.get(match["arrow"], 1) * value, unit)


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """E01: a cell holds numbers written by the grammar, known arrows, known units. A blank is undecided."""

    where: Text
    cell: str
    units: frozenset[str] = frozenset()
    lang: Lang = "vi"
    code: ClassVar[str] = "E01"
    level: ClassVar[int] = 0
    severity: ClassVar[Severity] = "error"

    @property
    def description(self) -> Text:
        return Text("số phải viết đúng quy cách", "a number must be written by the rules of its language")

    def judge(self) -> tuple[Judgement, ...]:
        try:
            numbers = received_cell(self.cell, self.units, self.lang)
        except NotACell as refusal:
            return (judged(self, False, self.where, refusal.sentence),)
        if not numbers:
            return (judged(self, None, self.where, Text("ô này để trống", "the cell is blank")),)
        read = [said(number.value) for number in numbers]
        found = Text("đọc là {read}", "read as {read}").format(
            read=Text("; ".join(text.vi for text in read), "; ".join(text.en for text in read))
        )
        return (judged(self, True, self.where, found),)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of ratios compares, and the period it speaks of, as far as its header says so."""

    meaning: Meaning
    period: Period | None


def column(header: str) -> Column | None:
    """What a header says by its words, never by its place; None where it does not say.

    `Lũy kế cuối tháng 02/2026 so với cùng kỳ` is cumulated, January to February 2026; a bare `%` says
    nothing. Source: METHODS §4.1 E08; headers of the sheets Tây Ninh received in 2026.
    """
    text = " ".join(unicodedata.normalize("NFC", header).casefold().split())
    meaning = next((found for found, phrases in PHRASES if any(p in text for p in phrases)), None)
    if meaning is None:
        return None
    match = _MONTH.search(text)
    if match is None:
        return Column(meaning, None)
    month, year = (int(group) for group in match.groups() if group)
    if not 1 <= month <= 12:
        return None
    period = Period.cumulated(year, month) if meaning == "cumulated" else Period.month(year, month)
    return Column(meaning, period)


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """E08: the column read is the one whose header says so. A header that says nothing is undecided."""

    where: Text
    header: str
    expected: Column
    code: ClassVar[str] = "E08"
    level: ClassVar[int] = 0
    severity: ClassVar[Severity] = "error"

    @property
    def description(self) -> Text:
        return Text(
            "cột phải là {expected}, theo chữ của tiêu đề", "the column must be {expected}, by its header"
        ).format(expected=_said_column(self.expected))

    def judge(self) -> tuple[Judgement, ...]:
        found = Text("tiêu đề ghi “{header}”", "the header reads “{header}”").format(header=self.header)
        return (judged(self, self._agrees(column(self.header)), self.where, found),)

    def _agrees(self, says: Column | None) -> bool | None:
        if says is None:
            return None
        if says.meaning != self.expected.meaning:
            return False
        if self.expected.period is None or says.period == self.expected.period:
            return True
        return None if says.period is None else False


@dataclass(frozen=True, slots=True)
class UnitCell:
    """E08: where a unit of measure belongs, a known unit stands, not a code or a number."""

    where: Text
    cell: str
    units: frozenset[str]
    code: ClassVar[str] = "E08"
    level: ClassVar[int] = 0
    severity: ClassVar[Severity] = "error"

    @property
    def description(self) -> Text:
        return Text("ô đơn vị tính phải ghi đơn vị đã biết", "the unit's cell must hold a known unit")

    def judge(self) -> tuple[Judgement, ...]:
        unit = unicodedata.normalize("NFC", self.cell).strip()
        found = Text("ở đây ghi “{cell}”", "it reads “{cell}”").format(cell=self.cell)
        return (judged(self, None if unit in NOTHING else unit in self.units, self.where, found),)


def _said_column(wanted: Column) -> Text:
    text = _MEANINGS[wanted.meaning]
    if wanted.period is None:
        return text
    return Text("{text} ({period})", "{text} ({period})").format(text=text, period=wanted.period)


_MEANINGS: dict[Meaning, Text] = {
    "cumulated": Text("lũy kế so với cùng kỳ", "cumulated against the same months"),
    "previous_period": Text("so với tháng trước", "against the month before"),
    "same_period_last_year": Text("so với cùng tháng năm trước", "against the same month last year"),
}
_NO_CELL = Text(
    "“{cell}” không đọc được thành một số, có hoặc không kèm mức tăng trong ngoặc",
    "“{cell}” is not one number with or without its growth in brackets",
)
_NUMBER = Text("“{number}” viết sai dấu chấm, dấu phẩy", "“{number}” has its points and commas wrong")
_ARROW = Text("dấu “{arrow}” không phải mũi tên ({legal})", "“{arrow}” is no known arrow ({legal})")
_UNIT = Text("đơn vị “{unit}” không có trong danh mục ({legal})", "the unit “{unit}” is not known ({legal})")
