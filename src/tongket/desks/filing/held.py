"""What the store holds of the returns a file speaks of, and how the file differs from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.desks.filing.models import CellRow, ReturnRow
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.returns.answer import Answer, Place, Return
from tongket.figures.returns.form import FormTable
from tongket.figures.terms.period import Period

Line = tuple[str, tuple[tuple[str, str], ...]]  # measure, and the codes of the line by dimension
Key = tuple[str, str, Period]  # dataflow, reporter, period

CELL = (
    "pk", "dataflow", "reporter", "period", "measure", "dimensions", "value", "unit", "area_code",
    "sheet", "cell", "return_row__submission__file_name",
)  # fmt: skip
RETURN = ("pk", "dataflow", "reporter", "period", "form", "version", "table", "number", "sheet",
          "submission__file_name", "submission__synthetic")  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeldCell:
    """A number that holds now."""

    pk: int
    value: Decimal
    unit: str
    area_code: str
    place: Place


@dataclass(slots=True)
class HeldReturn:
    """A return that holds now, with its numbers."""

    pk: int
    form: str
    version: int
    table: str
    number: int
    place: Place
    synthetic: bool
    cells: dict[Line, HeldCell] = field(default_factory=dict)

    def as_return(self, reporter: str, period: Period) -> Return:
        answers = tuple(
            Answer(dict(dimensions), measure, cell.value, cell.unit, cell.place)
            for (measure, dimensions), cell in self.cells.items()
        )
        return Return(
            self.form, self.version, self.table, reporter, period, answers, self.place, self.synthetic
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What a return changes: numbers to record, numbers corrected by them, numbers no longer reported."""

    record: tuple[Answer, ...]
    corrected: tuple[int, ...]
    withdrawn: tuple[int, ...]
    unchanged: int

    @property
    def superseded(self) -> int:
        return len(self.corrected) + len(self.withdrawn)


def line_of(answer: Answer) -> Line:
    return answer.measure, tuple(sorted(answer.dimensions.items()))


def held_returns(keys: Iterable[Key]) -> dict[Key, HeldReturn]:
    """The returns that hold now under the keys (and perhaps a few more), with their numbers."""
    held: dict[Key, HeldReturn] = {}
    for dataflow, (reporters, periods) in _spans(keys).items():
        now = {
            "dataflow": dataflow,
            "reporter__in": reporters,
            "period__in": periods,
            "superseded_at__isnull": True,
        }
        for pk, _, reporter, period, *about, sheet, file, synthetic in ReturnRow.objects.filter(
            **now
        ).values_list(*RETURN):
            held[dataflow, reporter, period] = HeldReturn(pk, *about, Place(file, sheet), synthetic)
        if held:
            _fill(held, CellRow.objects.filter(**now).values_list(*CELL))
    return held


def difference(ret: Return, area_code: str, held: HeldReturn | None) -> Difference:
    """Compare a return with what holds: a number differs by its value, its unit or its area."""
    left = dict(held.cells) if held else {}
    record, corrected, unchanged = [], [], 0
    for answer in ret.answers:
        before = left.pop(line_of(answer), None)
        if before and (before.value, before.unit, before.area_code) == (answer.value, answer.unit, area_code):
            unchanged += 1
            continue
        record.append(answer)
        if before:
            corrected.append(before.pk)
    return Difference(tuple(record), tuple(corrected), tuple(cell.pk for cell in left.values()), unchanged)


def key_of(ret: Return, table: FormTable) -> Key:
    return table.dataflow, ret.reporter, ret.period


def keys_of(returns: Iterable[Return], catalogue: Catalogue) -> set[Key]:
    """The returns sent together and those of the period before each."""
    keys = {key_of(ret, catalogue.forms[ret.form].table(ret.table)) for ret in returns}
    return keys | {(dataflow, reporter, period.previous()) for dataflow, reporter, period in keys}


def _spans(keys: Iterable[Key]) -> dict[str, tuple[set[str], set[Period]]]:
    spans: dict[str, tuple[set[str], set[Period]]] = defaultdict(lambda: (set(), set()))
    for dataflow, reporter, period in keys:
        spans[dataflow][0].add(reporter)
        spans[dataflow][1].add(period)
    return spans


def _fill(held: dict[Key, HeldReturn], rows: Iterable[tuple]) -> None:
    for pk, dataflow, reporter, period, measure, dimensions, value, unit, area, sheet, cell, file in rows:
        line = measure, tuple(sorted(dimensions.items()))
        held[dataflow, reporter, period].cells[line] = HeldCell(
            pk, value, unit, area, Place(file, sheet, cell)
        )
