"""The engines that reduce facts to cells: DuckDB by default, Polars, and the plain oracle."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast, get_args

from tongket.figures.facts.reduction import Cells, Reduction
from tongket.figures.terms.words import Refusal, Text

EngineName = Literal["duckdb", "polars", "plain"]


class Engine(Protocol):
    """Answers reductions over the facts of one folder, `<facts>/<dataflow>/*.parquet`.

    Every engine gives the same table for the same question, to the last digit. A folder that is not
    there holds no facts. A null in a column the question groups or selects by, or in a value it sums,
    is refused (`frame.schema` says what to write instead).
    """

    def reduce(self, reduction: Reduction) -> Cells: ...


class UnknownEngine(Refusal):
    """There is no engine of that name."""


def engine(name: EngineName, facts: Path) -> Engine:
    """The engine of that name over a folder of facts; its library is loaded here and not before."""
    if name not in get_args(EngineName):
        raise UnknownEngine(_UNKNOWN.format(name=name, legal=", ".join(get_args(EngineName))))
    module = import_module(f"tongket.figures.engines.{name}_engine")
    return cast(Engine, module.open_engine(facts))


_UNKNOWN = Text(
    "Không có bộ máy tính toán “{name}”. Hãy chọn một trong: {legal}.",
    "There is no engine “{name}”. Choose one of: {legal}.",
)
