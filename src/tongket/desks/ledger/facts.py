"""The Parquet that engines read: accepted cells, one folder a dataflow, derived and rebuildable.

A folder carries the mark of the cells it was written from; when the database has moved on it is written
anew, beside the old file, and put in its place in one step.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.db.models import Count, Max

from tongket.desks.filing.models import CellRow
from tongket.desks.filing.queries import AcceptedCell
from tongket.desks.site.moments import microseconds
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.facts.frame import NOT_ASKED, schema
from tongket.figures.returns.form import FormTable

BATCH = 50_000
FIELDS = (
    "reporter", "area_code", "period", "measure", "value", "pk",
    "recorded_at", "superseded_at", "dimensions",
)  # fmt: skip
Line = tuple[Any, ...]


def refresh(folder: Path, catalogue: Catalogue) -> int:
    """Bring every dataflow's Parquet up to date; gives the number of facts it now holds."""
    return sum(_refresh(folder / table.dataflow, table) for table in tables(catalogue))


def tables(catalogue: Catalogue) -> Iterator[FormTable]:
    """Every table of every form, each of which is one dataflow."""
    return (table for form in catalogue.forms.values() for table in form.tables)


def _refresh(folder: Path, table: FormTable) -> int:
    mark = _mark(table.dataflow)
    noted = folder / "mark.json"
    if not noted.exists() or json.loads(noted.read_text()) != mark:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "facts.parquet", table)
        _replace(noted, json.dumps(mark).encode())
    return int(mark["cells"])


def _mark(dataflow: str) -> dict[str, Any]:
    cells = CellRow.objects.filter(dataflow=dataflow)
    mark = cells.aggregate(
        cells=Count("pk"), last=Max("pk"), closed=Count("superseded_at"), closed_at=Max("superseded_at")
    )
    return {**mark, "closed_at": str(mark["closed_at"])}


def _write(path: Path, table: FormTable) -> None:
    dimensions = tuple(dimension.code for dimension in table.dimensions)
    columns = schema(dimensions)
    beside = path.with_suffix(".part")
    with pq.ParquetWriter(beside, columns) as writer:
        for rows in _batches(table.dataflow):
            writer.write_table(_table(rows, dimensions, columns))
    os.replace(beside, path)


def write_cells(folder: Path, table: FormTable, cells: Sequence[AcceptedCell]) -> None:
    """Write some cells of one dataflow as facts that hold, for an engine to read: recomputing a figure."""
    dimensions = tuple(dimension.code for dimension in table.dimensions)
    path = folder / table.dataflow
    path.mkdir(parents=True)
    rows = [
        (c.reporter, c.area_code, c.period, c.measure, c.value, c.pk, c.recorded_at, None, c.dimensions)
        for c in cells
    ]
    pq.write_table(_table(rows, dimensions, schema(dimensions)), path / "facts.parquet")


def _batches(dataflow: str) -> Iterator[list[Line]]:
    rows = CellRow.objects.filter(dataflow=dataflow).order_by("pk").values_list(*FIELDS)
    lines = rows.iterator(chunk_size=BATCH)
    while batch := list(islice(lines, BATCH)):
        yield batch


def _table(rows: Sequence[Line], dimensions: tuple[str, ...], columns: pa.Schema) -> pa.Table:
    reporter, area, period, measure, value, fact, recorded, superseded, codes = (
        zip(*rows, strict=True) if rows else [()] * len(FIELDS)
    )
    values: dict[str, Any] = {
        "reporter": reporter,
        "area": area,
        "period": [one.first for one in period],
        "months": [one.length for one in period],
        "measure": measure,
        "value": value,
        "fact": fact,
        "recorded_at": [microseconds(moment) for moment in recorded],
        "superseded_at": [moment and microseconds(moment) for moment in superseded],
        **{code: [line.get(code, NOT_ASKED) for line in codes] for code in dimensions},
    }
    arrays = [pa.array(values[name], columns.field(name).type) for name in columns.names]
    return pa.Table.from_arrays(arrays, schema=columns)


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_suffix(".part")
    beside.write_bytes(content)
    os.replace(beside, path)
