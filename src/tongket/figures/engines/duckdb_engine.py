"""DuckDB over Parquet: the default engine."""

from __future__ import annotations

import atexit
from dataclasses import dataclass
from pathlib import Path

import duckdb
import narwhals._namespace as narwhals_cache

from tongket.figures.engines.answer import files_asked, no_cells
from tongket.figures.engines.narwhals_reduction import reduced
from tongket.figures.facts.reduction import Cells, Reduction


@dataclass(frozen=True)
class DuckDB:
    facts: Path
    connection: duckdb.DuckDBPyConnection

    def reduce(self, reduction: Reduction) -> Cells:
        files = files_asked(self.facts, reduction)
        if not files:
            return no_cells(reduction)
        names = [str(file) for file in files]
        # A later form may have a dimension more, so files are matched by name and not by position.
        return reduced(reduction, self.connection.read_parquet(names, union_by_name=True))


def open_engine(facts: Path) -> DuckDB:
    return DuckDB(facts, duckdb.connect())


def _forget() -> None:
    """Empty the cache in which Narwhals 2.29 holds DuckDB's objects beyond the end of the interpreter.

    DuckDB 2.0 would report each of them as leaked, dozens of lines after every command's own output.
    """
    cache = getattr(narwhals_cache, "_builtin_namespace", None)
    if cache is not None:
        cache.cache_clear()


atexit.register(_forget)
