"""The oracle: rows one by one, slow and obvious. Every other engine has to agree with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tongket.figures.engines.answer import ANSWERS, TOTAL, cells, files_asked, no_cells, refuse_nulls
from tongket.figures.facts import columns
from tongket.figures.facts.frame import column_type
from tongket.figures.facts.reduction import Cells, Reduction

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Plain:
    facts: Path

    def reduce(self, reduction: Reduction) -> Cells:
        rows = [row for row in self._rows(reduction) if _asked(reduction, row) and _held(reduction, row)]
        asked = dict.fromkeys((*reduction.by, *reduction.where, columns.VALUE))
        refuse_nulls(reduction, {name: sum(row.get(name) is None for row in rows) for name in asked})
        sums: dict[tuple[Any, ...], list[Decimal]] = {}
        for row in rows:
            sums.setdefault(tuple(row[name] for name in reduction.by), []).append(row[columns.VALUE])
        return _answer(reduction, sums) if sums else no_cells(reduction)

    def _rows(self, reduction: Reduction) -> Iterator[Row]:
        for file in files_asked(self.facts, reduction):
            yield from pq.read_table(file).to_pylist()


def _asked(reduction: Reduction, row: Row) -> bool:
    """Is the fact of the measure, and is each code (or its absence, to be refused) one of those wanted?"""
    if row[columns.MEASURE] != reduction.measure:
        return False
    return all(row.get(name) is None or row[name] in codes for name, codes in reduction.where.items())


def _held(reduction: Reduction, row: Row) -> bool:
    """Did the fact hold at the moment asked for?"""
    superseded = row[columns.SUPERSEDED_AT]
    if reduction.as_of is None:
        return superseded is None
    if row[columns.RECORDED_AT] > reduction.as_of:
        return False
    return superseded is None or superseded > reduction.as_of


def _answer(reduction: Reduction, sums: Mapping[tuple[Any, ...], list[Decimal]]) -> Cells:
    keys = list(sums)
    table = {
        name: pa.array([key[at] for key in keys], column_type(name)) for at, name in enumerate(reduction.by)
    }
    table[columns.VALUE] = pa.array([sum(values, Decimal(0)) for values in sums.values()], TOTAL)
    table[ANSWERS] = pa.array([len(values) for values in sums.values()], pa.int64())
    return cells(reduction, pa.table(table))


def open_engine(facts: Path) -> Plain:
    return Plain(facts)
