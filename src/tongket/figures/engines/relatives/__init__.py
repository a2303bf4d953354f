"""The engines that reduce national returns to relatives: arrays by default, and every engine of Narwhals.

A return is (area, enterprise, product, period `YYYY-MM`, quantity); a unit is an enterprise's product in an
area. A blank quantity is no answer. The relative of a cell is SUM q(t) / SUM q(t-1) over the units that
answered in both months. Zero: a unit at 0 counts as what it is; where SUM q(t-1) = 0 there is no relative.
Source: PEERS "Semantics" 1-2; PPI Manual 2004, (9.2).
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast, get_args

from tongket.figures.facts.relatives import Relatives
from tongket.figures.terms.words import Refusal, Text

RelativesEngine = Literal["arrays", "duckdb", "polars"]


class _Module(Protocol):
    def relatives(self, returns: Path, memory: int | None) -> Relatives: ...


class UnknownRelativesEngine(Refusal):
    """There is no engine of that name for national returns."""


def relatives(returns: Path, engine: RelativesEngine = "arrays", memory: int | None = None) -> Relatives:
    """The relatives of a Parquet file (or folder of files) of returns, within so many bytes of memory.

    Every engine gives the same to rounding. Refused: a missing column, an empty code, a period that is no
    month, a quantity that is negative or infinite, and a unit that answers a month twice and differently.
    """
    if engine not in get_args(RelativesEngine):
        raise UnknownRelativesEngine(_UNKNOWN.format(name=engine, legal=", ".join(get_args(RelativesEngine))))
    module = import_module(f"tongket.figures.engines.relatives.by_{engine}")
    return cast(_Module, module).relatives(returns, memory)


_UNKNOWN = Text(
    "Không có bộ máy “{name}” cho số liệu cả nước. Hãy chọn một trong: {legal}.",
    "There is no engine “{name}” for national returns. Choose one of: {legal}.",
)
