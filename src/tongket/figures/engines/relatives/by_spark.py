"""National returns by Spark, on one machine or on the cluster its configuration names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tongket.figures.engines.relatives.joined import joined
from tongket.figures.engines.relatives.returns import COLUMNS, files_of
from tongket.figures.engines.spark_session import session
from tongket.figures.facts.relatives import Relatives


def relatives(returns: Path, memory: int | None = None) -> Relatives:
    """The relatives of the returns; `memory` bounds the driver, the executors have their own setting."""
    frame = session(memory).read.parquet(*(str(file.absolute()) for file in files_of(returns)))
    kept: list[Any] = []

    def keep(native: Any, _: str) -> Any:
        kept.append(native.persist())
        return kept[-1]

    try:
        return joined(frame.select(*COLUMNS), keep)
    finally:
        for one in kept:
            one.unpersist()
