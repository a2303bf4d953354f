"""Relatives by a self-join, written once for every engine that Narwhals speaks to.

Kept is what two branches read: a lazy plan left lazy is computed anew for each (PEERS, "Surprises").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import narwhals as nw
import numpy as np
import pyarrow as pa

from tongket.figures.engines.relatives.returns import (
    CODES,
    QUANTITY,
    month_of,
    refuse_empty,
    refuse_no_amount,
    refuse_nothing,
    refuse_twice,
)
from tongket.figures.facts.relatives import Relatives
from tongket.figures.methods.index_numbers.arrays import quotient

UNIT = ("area", "enterprise", "product")
CELL = ("area", "product")
_MONTH, _BEFORE, _LOW, _TIMES = "month", "before", "lowest", "times"
Keep = Callable[[Any, str], Any]


def joined(returns: Any, keep: Keep) -> Relatives:
    """The relatives of a native lazy frame of returns; `keep` computes a native frame once, under a name."""
    answers = nw.from_native(keep(_answers(returns), "answers"))
    _refuse_empty(returns)
    months, said = _months(answers), _refuse_wrong(answers)
    frame = answers.with_columns(_month_number())
    before = frame.select(*UNIT, nw.col(_MONTH) + 1, nw.col(QUANTITY).alias(_BEFORE))
    matched = frame.join(before, on=[*UNIT, _MONTH], how="inner").group_by(*CELL, _MONTH)
    sums = _table(matched.agg(nw.col(QUANTITY).sum(), nw.col(_BEFORE).sum()))
    began = _table(frame.filter(nw.col(_MONTH) == months.start).select(*CELL).unique())
    areas, products = (_names(answers, name) for name in CELL)
    values = np.full((len(areas), len(products), len(months)), np.nan)
    values[(*_at(began, areas, products), np.zeros(len(began), dtype=np.intp))] = 1.0
    month = sums[_MONTH].to_numpy().astype(np.intp) - months.start
    relative = quotient(sums[QUANTITY].to_numpy(), sums[_BEFORE].to_numpy())
    values[(*_at(sums, areas, products), month)] = relative
    return Relatives(areas, products, months.start, values, said[0], said[0] - said[1])


def _answers(returns: Any) -> Any:
    """One row a unit and month with a quantity, how often it was sent, and the least it said."""
    frame = nw.from_native(returns).select(
        *(nw.col(name).cast(nw.String) for name in CODES), nw.col(QUANTITY).cast(nw.Float64)
    )
    there = frame.filter(~nw.col(QUANTITY).is_null()).filter(~nw.col(QUANTITY).is_nan())
    sent = there.with_columns(nw.col(QUANTITY).alias(_LOW)).group_by(*CODES)
    return sent.agg(nw.col(QUANTITY).max(), nw.col(_LOW).min(), nw.len().alias(_TIMES)).to_native()


def _refuse_empty(returns: Any) -> None:
    nulls = _table(
        nw.from_native(returns).select(*(nw.col(name).is_null().cast(nw.Int64).sum() for name in CODES))
    )
    for name in CODES:
        refuse_empty(name, nulls[name][0].as_py() or 0)


def _refuse_wrong(answers: nw.LazyFrame[Any]) -> tuple[int, int]:
    """The number of returns, and of units and months; refuses amounts that are none and contradictions."""
    counted = _table(
        answers.select(
            nw.col(_TIMES).sum(),
            nw.col(_TIMES).count().alias("units"),
            nw.col(_LOW).min(),
            nw.col(QUANTITY).max(),
        )
    ).to_pylist()[0]
    refuse_no_amount(counted[_LOW], counted[QUANTITY])
    wrong = _table(answers.filter(nw.col(_LOW) != nw.col(QUANTITY)).select(*CODES).head(1)).to_pylist()
    if wrong:
        refuse_twice([wrong[0][name] for name in CODES])
    return int(counted[_TIMES]), int(counted["units"])


def _months(answers: nw.LazyFrame[Any]) -> range:
    met = [month_of(period) for period in _names(answers, "period")]
    refuse_nothing(len(met))
    return range(min(met), max(met) + 1)


def _month_number() -> nw.Expr:
    period = nw.col("period").str
    year, month = (part.cast(nw.Int64) for part in (period.slice(0, 4), period.slice(5, 2)))
    return (year * 12 + month - 1).alias(_MONTH)


def _names(answers: nw.LazyFrame[Any], column: str) -> tuple[str, ...]:
    return tuple(sorted(_table(answers.select(column).unique())[column].to_pylist()))


def _at(table: pa.Table, areas: tuple[str, ...], products: tuple[str, ...]) -> tuple[Any, Any]:
    """The places of the cells of a table."""
    found = []
    for column, names in ((table["area"], areas), (table["product"], products)):
        place = {name: number for number, name in enumerate(names)}
        coded = column.combine_chunks().dictionary_encode()
        numbers = np.array([place[name] for name in coded.dictionary.to_pylist()], dtype=np.intp)
        found.append(numbers[coded.indices.to_numpy()])
    return found[0], found[1]


def _table(frame: nw.LazyFrame[Any]) -> pa.Table:
    table: pa.Table = frame.collect("pyarrow").to_native()
    return table
