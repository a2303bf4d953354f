"""The reduction, written once for every engine that Narwhals speaks to.

One pass, nothing branches, so nothing lazy is computed twice (PEERS, "Surprises"). Narwhals sums a group
of nulls to 0 and SQL drops a null from any selection, so nulls are kept, counted (as numbers: Spark adds
up no truths) and refused.
"""

from __future__ import annotations

from functools import reduce as fold
from operator import and_
from typing import Any

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from tongket.figures.engines.answer import ANSWERS, cells, refuse_nulls
from tongket.figures.facts import columns
from tongket.figures.facts.reduction import Cells, Reduction

_NULLS = "nulls in "
_ONE = "one group"


def reduced(reduction: Reduction, facts: Any) -> Cells:
    """Sum the facts of a native lazy frame as the reduction asks."""
    frame = nw.from_native(facts).filter(_holds(reduction)).with_columns(nw.lit(1).alias(_ONE))
    guarded = [name for name in (*reduction.where, columns.VALUE) if name not in reduction.by]
    sums = frame.group_by(*(reduction.by or (_ONE,))).agg(
        nw.col(columns.VALUE).sum(),
        nw.len().alias(ANSWERS),
        *(nw.col(name).is_null().cast(nw.Int64).sum().alias(_NULLS + name) for name in guarded),
    )
    table: pa.Table = sums.collect("pyarrow").to_native()
    refuse_nulls(reduction, _nulls(reduction, table, guarded))
    return cells(reduction, table)


def _holds(reduction: Reduction) -> nw.Expr:
    """Which facts are asked for; a null is let through the selection so that it can be refused."""
    recorded, superseded = nw.col(columns.RECORDED_AT), nw.col(columns.SUPERSEDED_AT)
    tests = [nw.col(columns.MEASURE) == reduction.measure]
    for name, codes in reduction.where.items():
        tests.append(nw.col(name).is_in(codes) | nw.col(name).is_null())
    if reduction.as_of is None:
        tests.append(superseded.is_null())
    else:
        tests.append(recorded <= reduction.as_of)
        tests.append(superseded.is_null() | (superseded > reduction.as_of))
    return fold(and_, tests)


def _nulls(reduction: Reduction, table: pa.Table, guarded: list[str]) -> dict[str, int]:
    keyed = {name: pc.sum(table[ANSWERS].filter(table[name].is_null())).as_py() for name in reduction.by}
    counted = {name: pc.sum(table[_NULLS + name]).as_py() for name in guarded}
    return {name: int(count or 0) for name, count in (keyed | counted).items()}
