"""What to ask of an engine: which facts, summed by what. The first of the two phases (ADR 0003)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Reduction:
    """Sum `measure` of a dataflow `by` the named columns, over the facts that hold at `as_of`.

    `where` keeps rows whose column is one of the codes given. `as_of` counts microseconds since 1970,
    UTC; None means now.
    """

    dataflow: str
    measure: str
    by: tuple[str, ...]
    where: Mapping[str, tuple[str, ...]]
    as_of: int | None = None


@dataclass(frozen=True)
class Cells:
    """The answer of an engine, small whatever the number of facts.

    `table` has the columns of `by` (text; `period` and `months` as integers), `value` as
    decimal(38, 4) and `answers`, the number of facts summed. Rows are sorted by `by`, so that every
    engine gives the same table.
    """

    by: tuple[str, ...]
    table: pa.Table
