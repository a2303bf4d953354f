"""Polars over Parquet: the second engine, which proves the recipes portable."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from tongket.figures.engines.answer import files_asked, no_cells
from tongket.figures.engines.narwhals_reduction import reduced
from tongket.figures.facts.reduction import Cells, Reduction


@dataclass(frozen=True)
class Polars:
    facts: Path

    def reduce(self, reduction: Reduction) -> Cells:
        files = files_asked(self.facts, reduction)
        if not files:
            return no_cells(reduction)
        # A later form may have a dimension more; Polars takes the first file's columns unless told.
        known = pa.unify_schemas([pq.read_schema(file) for file in files])
        schema = pl.DataFrame(known.empty_table()).schema
        return reduced(reduction, pl.scan_parquet(list(files), schema=schema, missing_columns="insert"))


def open_engine(facts: Path) -> Polars:
    return Polars(facts)
