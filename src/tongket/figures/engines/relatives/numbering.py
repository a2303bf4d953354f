"""Numbers in place of codes, given out as the codes are met."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


class Codes:
    """Numbers the codes of a column: 0 for the first met, and so on."""

    def __init__(self) -> None:
        self.names: pa.Array = pa.array([], pa.string())

    def numbers(self, column: pa.ChunkedArray) -> Numbers:
        """One number a row. The column comes as a dictionary of whatever type, and has no nulls."""
        coded = column.unify_dictionaries().combine_chunks()
        if isinstance(coded, pa.ChunkedArray):
            coded = coded.chunk(0)
        met = coded.dictionary.cast(pa.string())
        found = pc.index_in(met, value_set=self.names)
        if found.null_count:
            self.names = pa.concat_arrays([self.names, met.filter(found.is_null())])
            found = pc.index_in(met, value_set=self.names)
        number_of = found.to_numpy()
        indices = coded.indices.to_numpy()
        if np.array_equal(number_of, np.arange(len(number_of))):
            return np.asarray(indices, dtype=np.int32)
        return np.asarray(number_of[indices], dtype=np.int32)


class Pairs:
    """Numbers pairs of numbers through a table with a row for each first and a column for each second."""

    def __init__(self) -> None:
        self.count = 0
        self._number_after: Numbers = np.zeros((0, 0), dtype=np.int32)  # 0 where the pair was never met

    def numbers(self, first: Numbers, second: Numbers, bounds: tuple[int, int]) -> Numbers:
        """One number a row; `bounds` are one above the largest first and second there can be."""
        self._grow(bounds)
        at = first.astype(np.int64) * self._number_after.shape[1] + second
        table = self._number_after.reshape(-1)
        found = table[at]
        fresh = at[found == 0]
        if fresh.size:
            self._number(table, fresh)
            found = table[at]
        return np.asarray(found - 1, dtype=np.int32)

    def pairs(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The pairs in the order of their numbers."""
        first, second = np.nonzero(self._number_after)
        order = np.argsort(self._number_after[first, second])
        return first[order], second[order]

    def _number(self, table: Numbers, fresh: NDArray[np.int64]) -> None:
        """Give the next numbers to the places, each of which may come more than once."""
        rows = np.arange(len(fresh), dtype=np.int32)
        table[fresh] = rows  # of equal places the last row stays, so each is met once below
        once = fresh[table[fresh] == rows]
        table[once] = np.arange(self.count + 1, self.count + len(once) + 1, dtype=np.int32)
        self.count += len(once)

    def _grow(self, bounds: tuple[int, int]) -> None:
        held = self._number_after.shape
        if bounds[0] > held[0] or bounds[1] > held[1]:
            rows = held[0] if bounds[0] <= held[0] else max(bounds[0], held[0] * 5 // 4)
            table = np.zeros((rows, max(bounds[1], held[1])), dtype=np.int32)
            table[: held[0], : held[1]] = self._number_after
            self._number_after = table
