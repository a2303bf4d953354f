"""National returns by Polars, in memory: it has no bound to keep to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from tongket.figures.engines.relatives.joined import joined
from tongket.figures.engines.relatives.returns import COLUMNS, files_of
from tongket.figures.facts.relatives import Relatives
from tongket.figures.terms.words import Refusal, Text


class NoBound(Refusal):
    """The engine cannot keep to a bound of memory."""


def relatives(returns: Path, memory: int | None = None) -> Relatives:
    """The relatives of the returns; a bound of memory is refused."""
    if memory is not None:
        raise NoBound(_NO_BOUND)

    def keep(frame: pl.LazyFrame, _: str) -> Any:
        return frame.collect().lazy()

    return joined(pl.scan_parquet(files_of(returns)).select(COLUMNS), keep)


_NO_BOUND = Text(
    "Polars không giới hạn được bộ nhớ. Hãy bỏ --memory, hoặc dùng --engine duckdb.",
    "Polars keeps to no bound of memory. Leave --memory out, or use --engine duckdb.",
)
