"""What an engine makes of the returns of many units: month-on-month relatives of cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Relatives:
    """Relatives of the cells (area, product) in every month from the first to the last in the returns.

    `values` (area, product, month) are pure ratios on the calendar month before, NaN where no unit answered
    in both. `first` counts months from January of year 0. `returns` is the number of returns with a quantity,
    `repeated` how many of them said the same once more and count once.
    """

    areas: tuple[str, ...]
    products: tuple[str, ...]
    first: int
    values: NDArray[np.float64]
    returns: int
    repeated: int

    @property
    def months(self) -> int:
        return int(self.values.shape[2])
