"""Returns laid out as units by months, without a join: the default on one machine.

Codes become numbers once, a few row groups at a time, and every quantity falls into the place of its unit
and month; the month before is then the row above. No row is sorted or matched with another, so time goes
with the rows, and memory with units × months and not with the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from tongket.figures.engines.relatives.numbering import Codes, Numbers, Pairs
from tongket.figures.engines.relatives.returns import (
    CODES,
    COLUMNS,
    QUANTITY,
    files_of,
    month_of,
    refuse_empty,
    refuse_no_amount,
    refuse_nothing,
    refuse_twice,
)
from tongket.figures.facts.relatives import Relatives
from tongket.figures.methods.index_numbers.elementary import cell_relatives
from tongket.figures.terms.words import Refusal, Text

BATCH = 1 << 20  # rows decoded at a time
Array = NDArray[np.float64]


class TooLarge(Refusal):
    """The units and months do not fit into the memory allowed."""


class _Grid:
    """Quantities by month and unit, growing as units are met; NaN where there is no answer."""

    def __init__(self, months: range, memory: int | None) -> None:
        self.first, self.memory = months.start, memory
        self.values: Array = np.empty((len(months), 0))
        self.placed = 0

    def make_room(self, units: int) -> None:
        months, wide = self.values.shape
        if units > wide:
            wider = max(units, wide * 5 // 4)
            self._refuse_beyond_memory(months * wider * self.values.itemsize)
            grown = np.full((months, wider), np.nan)
            grown[:, :wide] = self.values
            self.values = grown

    def place(self, month: Numbers, unit: Numbers, quantity: Array) -> None:
        self.values[month - self.first, unit] = quantity
        self.placed += len(quantity)

    def _refuse_beyond_memory(self, needed: int) -> None:
        if self.memory is not None and needed > self.memory:
            raise TooLarge(_TOO_LARGE.format(needed=needed >> 20, memory=self.memory >> 20))


class _Reading:
    """One pass over the returns, with the numbers given to the codes on the way."""

    def __init__(self, files: list[Path]) -> None:
        self.files = files
        self.codes = {name: Codes() for name in CODES}
        self.places, self.units = Pairs(), Pairs()  # (enterprise, area), and (that, product)

    def months(self) -> range:
        """The months from the first to the last that any return is about."""
        for table in _tables(self.files, ("period",)):
            self.codes["period"].numbers(table["period"])
        met = [month_of(each) for each in self.codes["period"].names.to_pylist()]
        refuse_nothing(len(met))
        return range(min(met), max(met) + 1)

    def answers(self) -> Iterator[tuple[Numbers, Numbers, Array]]:
        """Month, unit and quantity of every return that has one, some at a time."""
        for table in _tables(self.files, COLUMNS):
            quantity = table[QUANTITY].cast(pa.float64()).to_numpy()  # null becomes NaN
            number = {name: self.codes[name].numbers(table[name]) for name in CODES}
            met = {name: len(self.codes[name].names) for name in CODES}
            place = self.places.numbers(
                number["enterprise"], number["area"], (met["enterprise"], met["area"])
            )
            unit = self.units.numbers(place, number["product"], (self.places.count, met["product"]))
            months = np.array([month_of(each) for each in self.codes["period"].names.to_pylist()], np.int32)
            there = ~np.isnan(quantity)
            if not there.all():
                unit, quantity = unit[there], quantity[there]
                number["period"] = number["period"][there]
            if quantity.size:
                refuse_no_amount(float(quantity.min()), float(quantity.max()))
                yield months[number["period"]], unit, quantity

    def names(self, month: int, unit: int) -> tuple[str, str, str, str]:
        """The codes of a unit and month, for a sentence about them."""
        place, product = (part[unit] for part in self.units.pairs())
        enterprise, area = (part[place] for part in self.places.pairs())
        found = zip(("area", "enterprise", "product"), (area, enterprise, product), strict=True)
        area, enterprise, product = (self.codes[name].names[int(at)].as_py() for name, at in found)
        return area, enterprise, product, f"{month // 12:04d}-{month % 12 + 1:02d}"


def relatives(returns: Path, memory: int | None = None) -> Relatives:
    """The relatives of the returns; `memory` bounds the grid of units and months, in bytes."""
    reading = _Reading(files_of(returns))
    grid = _Grid(reading.months(), memory)
    for month, unit, quantity in reading.answers():
        grid.make_room(reading.units.count)
        grid.place(month, unit, quantity)
    refuse_nothing(grid.placed)
    answered = np.array([np.count_nonzero(~np.isnan(row)) for row in grid.values])
    repeated = grid.placed - int(answered.sum())
    if repeated:
        _refuse_contradictions(reading, grid)
    there = np.flatnonzero(answered)
    return _cells(reading, grid, range(int(there[0]), int(there[-1]) + 1), repeated)


def _refuse_contradictions(reading: _Reading, grid: _Grid) -> None:
    """Read again beside the grid: a return that differs from the last one placed contradicts it."""
    for month, unit, quantity in reading.answers():
        wrong = np.flatnonzero(grid.values[month - grid.first, unit] != quantity)
        if wrong.size:
            refuse_twice(reading.names(int(month[wrong[0]]), int(unit[wrong[0]])))


def _cells(reading: _Reading, grid: _Grid, months: range, repeated: int) -> Relatives:
    """The relatives from the first month with an answer to the last."""
    areas, products = (tuple(reading.codes[name].names.to_pylist()) for name in ("area", "product"))
    place, product = reading.units.pairs()
    cell = reading.places.pairs()[1][place] * len(products) + product
    made = cell_relatives(
        grid.values[months.start : months.stop, : len(cell)].T, cell, len(areas) * len(products)
    ).relatives
    shape = (len(areas), len(products), len(months))
    first = grid.first + months.start
    return Relatives(areas, products, first, made.reshape(shape), grid.placed, repeated)


def _tables(files: list[Path], columns: tuple[str, ...]) -> Iterator[pa.Table]:
    """Columns of the returns a few row groups at a time, codes as dictionaries."""
    for path in files:
        with pq.ParquetFile(path, read_dictionary=list(CODES)) as file:
            for groups in _row_groups(file.metadata):
                yield _coded(file.read_row_groups(groups, columns=list(columns)))


def _row_groups(metadata: pq.FileMetaData) -> Iterator[list[int]]:
    some: list[int] = []
    rows = 0
    for group in range(metadata.num_row_groups):
        some, rows = [*some, group], rows + metadata.row_group(group).num_rows
        if rows >= BATCH:
            yield some
            some, rows = [], 0
    if rows:
        yield some


def _coded(table: pa.Table) -> pa.Table:
    """The same with every code as text in a dictionary, whatever it was in the file."""
    for name in CODES:
        if name in table.column_names:
            refuse_empty(name, table[name].null_count)
            if not pa.types.is_dictionary(table[name].type):
                column = pc.dictionary_encode(table[name].cast(pa.string()))
                table = table.set_column(table.schema.get_field_index(name), name, column)
    return table


_TOO_LARGE = Text(
    "Bảng đơn vị theo tháng cần {needed} MB, quá giới hạn {memory} MB. Hãy tăng --memory hoặc dùng --engine "
    "duckdb (ghi tạm ra đĩa).",
    "Units by months need {needed} MB, more than the {memory} MB allowed. Raise --memory, or use --engine "
    "duckdb, which spills to disk.",
)
