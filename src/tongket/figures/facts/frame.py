"""The Parquet shape of a frame of facts, for whoever writes one and whoever reads it."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from tongket.figures.facts import columns

# SDMX's code for "not applicable": what a dimension holds where the form did not ask for it.
NOT_ASKED = "_Z"

_TYPES: dict[str, pa.DataType] = {
    columns.PERIOD: pa.int32(),
    columns.MONTHS: pa.int32(),
    columns.VALUE: pa.decimal128(18, columns.DECIMALS),
    columns.FACT: pa.int64(),
    columns.RECORDED_AT: pa.int64(),
    columns.SUPERSEDED_AT: pa.int64(),
}


def column_type(column: str) -> pa.DataType:
    """The type of a column of facts; whatever is not a number is text."""
    return _TYPES.get(column, pa.string())


def schema(dimensions: tuple[str, ...]) -> pa.Schema:
    """The schema of a dataflow's facts: the fixed columns, then one text column for each dimension.

    Only `superseded_at` may be null. A dimension that a form did not ask for holds `NOT_ASKED`: a null
    would be merged or dropped by one engine or another, so engines refuse it.
    """
    names = (*columns.FIXED, *dimensions)
    return pa.schema(
        [pa.field(name, column_type(name), nullable=name == columns.SUPERSEDED_AT) for name in names]
    )


def files(facts: Path, dataflow: str) -> tuple[Path, ...]:
    """The Parquet files of a dataflow, in order of name; none where nothing was ever accepted."""
    return tuple(sorted((facts / dataflow).glob("*.parquet")))
