"""National returns by DuckDB: as much as memory allows, the rest on disk."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import duckdb

import tongket.figures.engines.duckdb_engine  # noqa: F401 - what it does about DuckDB's leaks at the end
from tongket.figures.engines.relatives.joined import joined
from tongket.figures.engines.relatives.returns import files_of
from tongket.figures.facts.relatives import Relatives


def relatives(returns: Path, memory: int | None = None) -> Relatives:
    """The relatives of the returns; beyond `memory` bytes DuckDB writes to a folder and clears it."""
    files = [str(file) for file in files_of(returns)]
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        connection.execute("set temp_directory = $folder", {"folder": folder})
        if memory is not None:
            connection.execute("set memory_limit = $limit", {"limit": f"{memory >> 20}MiB"})

        def keep(relation: Any, name: str) -> Any:
            relation.create(name)
            return connection.table(name)

        return joined(connection.read_parquet(files, union_by_name=True), keep)
