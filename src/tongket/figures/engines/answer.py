"""What every engine does alike: look at the question before, and put the answer in its one form after."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tongket.figures.facts import columns
from tongket.figures.facts.frame import NOT_ASKED, column_type, files
from tongket.figures.facts.reduction import Cells, Reduction
from tongket.figures.terms.words import Refusal, Text

ANSWERS = "answers"
TOTAL = pa.decimal128(38, columns.DECIMALS)


class UnknownColumn(Refusal):
    """The question names a column the facts do not have."""


class NullInFacts(Refusal):
    """Facts lack something the question groups by, selects by or sums."""


def files_asked(facts: Path, reduction: Reduction) -> tuple[Path, ...]:
    """The files to read; refuses a question about a column that none of them has."""
    found = files(facts, reduction.dataflow)
    known = dict.fromkeys(name for file in found for name in pq.read_schema(file).names)
    for name in (*reduction.by, *reduction.where) if found else ():
        if name not in known:
            raise UnknownColumn(
                _UNKNOWN.format(dataflow=reduction.dataflow, name=name, legal=", ".join(known))
            )
    return found


def refuse_nulls(reduction: Reduction, nulls: dict[str, int]) -> None:
    """Refuse when some of the facts asked for have a null; `nulls` counts them by column."""
    for name, count in nulls.items():
        if count:
            raise NullInFacts(
                _NULL.format(dataflow=reduction.dataflow, name=name, count=count, code=NOT_ASKED)
            )


def cells(reduction: Reduction, table: pa.Table) -> Cells:
    """The answer in its one form: the same columns, types and order, whichever engine it came from."""
    wanted = pa.schema([(name, column_type(name)) for name in reduction.by])
    wanted = wanted.append(pa.field(columns.VALUE, TOTAL)).append(pa.field(ANSWERS, pa.int64()))
    answer = table.select(wanted.names).cast(wanted).combine_chunks()
    if reduction.by:
        answer = answer.sort_by([(name, "ascending") for name in reduction.by])
    return Cells(reduction.by, answer)


def no_cells(reduction: Reduction) -> Cells:
    names = (*reduction.by, columns.VALUE, ANSWERS)
    types = [*map(column_type, reduction.by), TOTAL, pa.int64()]
    return cells(reduction, pa.schema(list(zip(names, types, strict=True))).empty_table())


_UNKNOWN = Text(
    "Số liệu “{dataflow}” không có cột “{name}”. Các cột hiện có: {legal}. Hãy sửa công thức trong danh mục.",
    "The facts of “{dataflow}” have no column “{name}”. They have: {legal}. Correct the recipe.",
)
_NULL = Text(
    "Số liệu “{dataflow}”: {count} dòng để trống cột “{name}”, nên không thể cộng mà không làm mất hoặc lẫn "
    "số. Hãy ghi mã cho các dòng đó; nếu biểu không hỏi, ghi “{code}” (không áp dụng).",
    "Facts of “{dataflow}”: {count} rows have nothing in the column “{name}”, so they cannot be summed "
    "without losing or mixing numbers. Write a code there; where the form did not ask, write “{code}” "
    "(not applicable).",
)
