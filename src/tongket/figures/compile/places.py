"""Where a fact stands on the map of its own day, and whether a unit stayed the same over a span."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tongket.figures.facts import columns
from tongket.figures.terms.area import AreaMap, Level
from tongket.figures.terms.period import Period


def first_day(period: Period) -> date:
    return date(period.start_year, period.start_month, 1)


def last_day(period: Period) -> date:
    year, month = divmod(period.last, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


@dataclass(frozen=True)
class Places:
    """The units each row of a table lies in, by level, on the last day of the row's period.

    `rows` gives for each row which of the `chains` is its own; rows share chains, so the map is asked
    once for each area and period, however many cells there are.
    """

    rows: NDArray[np.int64]
    chains: tuple[dict[Level, str], ...]

    def at(self, level: Level) -> pa.Array:
        """The code of each row's unit of that level; null for a fact known only to a wider unit."""
        codes = pa.array([chain.get(level) for chain in self.chains], pa.string())
        return codes.take(pa.array(self.rows))


def places(table: pa.Table, areas: AreaMap) -> Places:
    """Look every area of the table up on its period's last day; raises `UnknownArea` that names it.

    The periods of the table are all of one length.
    """
    area = table[columns.AREA].combine_chunks().dictionary_encode()
    first = table[columns.PERIOD].to_numpy().astype(np.int64)
    months = table[columns.MONTHS][0].as_py()
    # One number for area and period together: numpy sorts numbers much faster than pairs.
    origin, width = first.min(), first.max() - first.min() + 1
    keys = area.indices.to_numpy().astype(np.int64) * width + first - origin
    distinct, rows = np.unique(keys, return_inverse=True)
    names = area.dictionary.to_pylist()
    chains = tuple(
        {unit.level: unit.code for unit in areas.lineage(names[at], last_day(Period(since + origin, months)))}
        for at, since in zip(*(part.tolist() for part in divmod(distinct, width)), strict=True)
    )
    return Places(rows, chains)


def map_number(areas: AreaMap, day: date) -> int:
    """Which map was in force: two days with one number have the same units."""
    begun = sum(area.valid_from <= day for area in areas.areas)
    return begun + sum(area.valid_to is not None and area.valid_to < day for area in areas.areas)


def same_extent(areas: AreaMap, code: str, first: date, last: date) -> bool:
    """Whether the code means the same ground on both days.

    It does while one row is in force, and over a change that hands the whole unit on to the same code
    and adds nothing to it, such as a new name or type.
    """
    if not (areas.knows(code, first) and areas.knows(code, last)):
        return False
    now, later = areas.at(code, first), areas.at(code, last)
    while now != later:
        received = [
            link
            for link in areas.links
            if (link.to_code, link.to_valid_from) == (later.code, later.valid_from)
        ]
        if len(received) != 1 or received[0].from_code != code or received[0].share != 1:
            return False
        later = areas.at(code, received[0].from_valid_from)
    return True
