"""What an office may choose about secondary suppression; the limits of the work are counted, not timed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.figures.methods.disclosure.cells import Cell


class Cost(StrEnum):
    """What is lost with a cell: its value, one cell, or in between (METHODS §5.3, c_i)."""

    VALUE = "value"
    COUNT = "count"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Policy:
    """`cost` of a cell that has none of its own. `insiders`: hide from holdings what they could work out
    with the cells they alone stand behind. `unions`: protect sums of withheld cells that the equations
    give away. `rounds` and `nodes` limit the search for the best pattern, the same on every machine;
    `cells` is the block size above which it is not begun; `seconds` is the last resort, and a pattern it
    cut short says so. Whatever stops the search, the pattern is safe. `forgiving`: what earlier
    publications give away whatever is done now is reported and the rest protected; otherwise a pattern
    that leaves such a cell is not safe, and says what to put together. `merge_along`: the dimensions
    whose categories may be put together; none named: any.
    """

    cost: Cost = Cost.VALUE
    insiders: bool = True
    unions: bool = True
    rounds: int = 40
    nodes: int = 2000
    cells: int = 4000
    seconds: float = 20.0
    forgiving: bool = False
    merge_along: tuple[str, ...] = ()

    def cost_of(self, cell: Cell) -> float:
        """The cost of not printing a cell; a missing number costs nothing."""
        if cell.cost is not None:
            return float(cell.cost)
        size = float(abs(cell.value or Decimal(0)))
        return {Cost.VALUE: size, Cost.COUNT: 1.0, Cost.LOG: math.log1p(size)}[self.cost]
