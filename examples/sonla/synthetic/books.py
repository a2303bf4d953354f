"""The numbers as the office receives them: workbooks of return sheets, in two batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.workbooks import SheetOut, write_workbook
from tongket.figures.returns.answer import Answer, Place, Return
from tongket.figures.returns.form import FormTable
from tongket.figures.terms.period import Period

from .numbers import Connection, Line, Numbers, Production, Shipment, Turnover, Village
from .roster import Month

YEAR_END, AFTER = "1-year-end", "2-after"
NOWHERE = Place("")  # a number has no place before it is written

Monthly = Production | Turnover | Shipment
T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Filing:
    """How returns come in.

    `filed_by` names the sender of a reporter that does not file for itself; `late` are the months of
    trade that come after the year-end review, as all of `open_year` does. From `communes_from` a district
    sends its villages on a sheet a commune, before on one sheet. `homes` gives a village's commune and
    district, `names` the names of both, `reporters` those of who reports.
    """

    filed_by: Mapping[str, str]
    late: frozenset[Month]
    open_year: int
    communes_from: int
    homes: Mapping[str, tuple[str, str]]
    names: Mapping[str, str]
    reporters: Mapping[str, str]

    def sheet_area(self, line: Line) -> str:
        """The commune or district whose villages stand on one sheet."""
        commune, district = self.homes[line.reporter]
        return commune if line.year >= self.communes_from else district

    def district_year(self, line: Line) -> tuple[str, int]:
        return self.homes[line.reporter][1], line.year

    def sender(self, line: Monthly) -> tuple[str, int, bool]:
        """Who sends it in which year's workbook, and whether it comes late."""
        late = isinstance(line, Turnover) and (line.year, line.month) in self.late
        return self.filed_by.get(line.reporter, line.reporter), line.year, late


@dataclass(frozen=True, slots=True)
class Written:
    books: int
    sheets: int
    numbers: int


def write_books(out: Path, catalogue: Catalogue, filing: Filing, numbers: Numbers) -> Written:
    """One workbook a sender and year; what was written, counted."""
    binder = Binder(catalogue, filing)
    counts = [0, 0, 0]
    for path, sheets in binder.books(numbers):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        write_workbook(out / path, sheets, "vi", catalogue.codelists, catalogue.units, filing.reporters)
        answers = sum(len(filled.answers) for sheet in sheets for filled in sheet.returns)
        counts = [count + more for count, more in zip(counts, (1, len(sheets), answers), strict=True)]
    return Written(*counts)


class Binder:
    """Sorts the numbers into workbooks and sheets."""

    def __init__(self, catalogue: Catalogue, filing: Filing) -> None:
        self.catalogue, self.filing = catalogue, filing

    def books(self, numbers: Numbers) -> Iterator[tuple[Path, list[SheetOut]]]:
        yield from self._monthly("san-xuat", "industrial_production", numbers.production)
        yield from self._monthly("ban-le", "retail_services", numbers.turnover)
        yield from self._monthly("xuat-khau", "exports", numbers.shipments)
        yield from self._electricity("dien", numbers.villages, numbers.connections)

    def _monthly(
        self, folder: str, form: str, lines: Sequence[Monthly]
    ) -> Iterator[tuple[Path, list[SheetOut]]]:
        """A sheet a month; months that come late make a workbook of their own."""
        for (sender, year, late), of_book in grouped(lines, self.filing.sender).items():
            by_month = sorted(grouped(of_book, lambda line: line.month).items())
            sheets = [
                self._sheet(f"Tháng {month:02d}", form, "", Period.month(year, month), of_month, sender)
                for month, of_month in by_month
            ]
            batch = AFTER if late or year == self.filing.open_year else YEAR_END
            name = f"{sender}_{year}-{by_month[0][0]:02d}" if late else f"{sender}_{year}"
            yield Path(batch, folder, str(year), f"{name}.xlsx"), sheets

    def _electricity(
        self, folder: str, villages: Sequence[Village], connections: Sequence[Connection]
    ) -> Iterator[tuple[Path, list[SheetOut]]]:
        """A workbook a district; the connections, where there are any, on a sheet of their own."""
        form, names = "electrification", self.filing.names
        connected = grouped(connections, self.filing.district_year)
        for (district, year), of_book in grouped(villages, self.filing.district_year).items():
            period = Period.year(year)
            sheets = [
                self._sheet(f"{area} {names[area]}", form, "households", period, of_area)
                for area, of_area in grouped(of_book, self.filing.sheet_area).items()
            ]
            if lines := connected.get((district, year)):
                sheets.append(self._sheet("Đóng điện", form, "connections", period, lines))
            name = f"{district}_{names[district].replace(' ', '-')}_{year}.xlsx"
            yield Path(YEAR_END, folder, str(year), name), sheets

    def _sheet(
        self,
        name: str,
        form_code: str,
        table_code: str,
        period: Period,
        lines: Sequence[Line],
        sender: str = "",
    ) -> SheetOut:
        """The head of a sheet names the reporter that files for itself; else each line names its own."""
        form = self.catalogue.forms[form_code]
        table = form.table(table_code) if table_code else form.tables[0]
        returns = tuple(
            Return(
                form.code,
                form.version,
                table.code,
                reporter,
                period,
                self._answers(table, own),
                NOWHERE,
                True,
            )
            for reporter, own in grouped(lines, lambda line: line.reporter).items()
        )
        own_file = any(filled.reporter == sender for filled in returns)
        return SheetOut(name, form, table.code, period, sender if own_file else None, returns, synthetic=True)

    def _answers(self, table: FormTable, lines: Iterable[Line]) -> tuple[Answer, ...]:
        answers = []
        for line in lines:
            codes = {dimension.code: str(getattr(line, dimension.code)) for dimension in table.dimensions}
            for measure in table.measures:
                unit = measure.unit or self._own_unit(table, codes[table.unit_by])
                answers.append(Answer(codes, measure.code, getattr(line, measure.code), unit, NOWHERE))
        return tuple(answers)

    def _own_unit(self, table: FormTable, code: str) -> str:
        return self.catalogue.codelists[table.dimension(table.unit_by).codelist][code].unit


def grouped(lines: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """By key, keys and lines in the order met."""
    groups: dict[K, list[T]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return groups
