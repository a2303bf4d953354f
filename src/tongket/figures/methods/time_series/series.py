"""What every method of this package takes and gives: values in time, how periods add up, and no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

Array = NDArray[np.float64]
Number = Decimal | float
Values = Sequence[Number | None]

MONTHS = 12


class Aggregation(StrEnum):
    """How the fine periods make the coarse one: a flow adds, an index averages, a stock is the last."""

    FLOW = "sum"
    MEAN = "mean"
    STOCK = "last"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """There is no result; `because` is the sentence to print instead, `at` the places that stand in the way.

    Places count from 0: benchmarks, or periods, as the function that gives it says.
    """

    cause: Cause
    because: Text
    at: tuple[int, ...] = ()


def array_of(values: Values) -> Array:
    """The values as an array, None as NaN. An infinite value is no data: ValueError."""
    array = np.array([np.nan if value is None else float(value) for value in values], dtype=np.float64)
    if np.isinf(array).any():
        raise ValueError("A value is finite, or None when it is missing; found an infinite one.")
    return array


def floats(array: Array) -> tuple[float, ...]:
    return tuple(float(value) for value in array)


def places(mask: NDArray[np.bool_]) -> tuple[int, ...]:
    """Where it is true."""
    return tuple(int(place) for place in np.flatnonzero(mask))


@dataclass(frozen=True, slots=True)
class Alignment:
    """How coarse periods lie over fine ones: `per` fine ones in each, the first after `lead` fine ones.

    Years over months: per 12. A series that begins before the first benchmark has a positive `lead`; one
    that begins inside the first benchmark's period a negative one.
    """

    per: int
    aggregation: Aggregation = Aggregation.FLOW
    lead: int = 0

    def __post_init__(self) -> None:
        if self.per < 1:
            raise ValueError(f"A coarse period has at least one fine one; found {self.per}.")

    def covered(self, benchmark: int, periods: int) -> bool:
        """Whether all fine periods of a benchmark are there; else it constrains nothing."""
        first = self.lead + benchmark * self.per
        return first >= 0 and first + self.per <= periods

    def matrix(self, benchmarks: Sequence[int], periods: int) -> Array:
        """J, one row a benchmark: ones for a flow, 1/k for a mean, the last period for a stock (§3.2)."""
        rows = np.zeros((len(benchmarks), periods))
        for row, benchmark in enumerate(benchmarks):
            first = self.lead + benchmark * self.per
            match self.aggregation:
                case Aggregation.FLOW:
                    rows[row, first : first + self.per] = 1.0
                case Aggregation.MEAN:
                    rows[row, first : first + self.per] = 1.0 / self.per
                case Aggregation.STOCK:
                    rows[row, first + self.per - 1] = 1.0
        return rows

    def binding(self, benchmarks: Array, periods: int) -> tuple[int, ...]:
        """The benchmarks that bind: known, and with all their fine periods there."""
        return tuple(
            m for m, value in enumerate(benchmarks) if not np.isnan(value) and self.covered(m, periods)
        )


def gap(series: Array) -> Unanswered | None:
    """None when the series is full; else which periods it lacks."""
    missing = np.isnan(series)
    return Unanswered(Cause.NOT_ANSWERED, INDICATOR_HAS_GAPS, places(missing)) if missing.any() else None


INDICATOR_HAS_GAPS = Text(
    "chuỗi chỉ báo còn thiếu kỳ; phải có đủ mọi kỳ", "the indicator has gaps; every period must be there"
)
NO_BENCHMARK = Text(
    "không có mốc nào phủ trọn các kỳ của nó trong chuỗi",
    "no benchmark has all its periods within the series",
)
