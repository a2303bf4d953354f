"""The national index as tables: levels of the nodes, and contributions of the cells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from tongket.figures.methods.index_numbers.arrays import Array
from tongket.figures.methods.index_numbers.national import DEPTHS, NationalIndex

AREA_DEPTH = DEPTHS.index("area")


def levels_table(index: NationalIndex) -> pa.Table:
    """Period, node, index: a row a month and node that is no cell; empty where the chain has no level."""
    rows = index.above_cells
    names = _coded(_tiled(index, len(rows)), [index.tree.nodes[row] for row in rows])
    return pa.table(
        {"period": _periods(index, len(rows)), "node": names, "index": _long(index.chain.levels[rows])}
    )


def contributions_tables(index: NationalIndex) -> tuple[pa.Table, pa.Table]:
    """Contributions of every cell to its area's change on the month before, and to every node above it.

    Ratios, not points; empty where the cell had no relative of its own and was filled from above.
    """
    cells = _cell_columns(index)
    found = {DEPTHS[one.depth]: _long(one.values) for one in index.contributions()}
    to_every_level = pa.table({**cells, **{f"to_{name}": found[name] for name in reversed(DEPTHS)}})
    return pa.table({**cells, "contribution": found["area"]}), to_every_level


def _cell_columns(index: NationalIndex) -> dict[str, pa.Array]:
    columns = {"period": _periods(index, len(index.cells))}
    for name, codes in zip(("area", "product"), zip(*index.cells, strict=True), strict=True):
        known = list(dict.fromkeys(codes))
        place = {code: number for number, code in enumerate(known)}
        numbers = np.array([place[code] for code in codes], dtype=np.int32)
        columns[name] = _coded(np.tile(numbers, _months(index)), known)
    return columns


def _months(index: NationalIndex) -> int:
    return int(index.chain.levels.shape[1])


def _tiled(index: NationalIndex, rows: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.tile(np.arange(rows, dtype=np.int32), _months(index))


def _periods(index: NationalIndex, rows: int) -> pa.Array:
    months = range(index.first, index.first + _months(index))
    names = [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months]
    return _coded(np.repeat(np.arange(len(names), dtype=np.int32), rows), names)


def _coded(numbers: np.ndarray[tuple[int], np.dtype[np.int32]], names: Sequence[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(numbers), pa.array(names, pa.string()))


def _long(values: Array) -> pa.Array:
    """Rows by months as one column, month by month; what is missing is empty."""
    return pa.array(values.T.ravel(), from_pandas=True)
