"""Who made the index move: contributions that add up exactly, on every base of comparison.

Ribe's form: a change is followed back to the joint of the chain, in the terms of the later year, and on from
there in the terms of the earlier one. Source: METHODS §1.3 "Contributions"; Ribe (1999); HICP Methodological
Manual 2024, ch. 8.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tongket.figures.methods.index_numbers.arrays import Array, quotient
from tongket.figures.methods.index_numbers.links import ChainedIndex, require_same_link

When = tuple[int, int]  # the year and the month, by place


def contributions(index: ChainedIndex, now: Sequence[When], before: Sequence[When], of: int = 0) -> Array:
    """Contribution of every node to the growth of node `of`, SUM I(now) / SUM I(before) - 1, in points.

    One pair: year on year, within the year, January on December, or any two months. Several: cumulated.
        same year      C_i = 100 B_y w_i (R_i,m - R_i,s) / I_s
        year after     C_i = 100 [ B_y w_i,y (R_i,m - entry_i,y) + B_z w_i,z (leave_i,z - R_i,s) ] / I_s
    with z = y-1, and B w (leave - entry) of the years between; B is the base of `of`, w a share of it.
    Children add to their parent and leaves to the growth of `of`; nodes not below `of` have no meaning here
    and are missing. Domain: as many months on both sides, the earlier first. Missing: a filled node keeps the
    points of what it was filled with; a month missing on either side, all missing (NOT_ANSWERED).
    Zero: SUM I(before) = 0, all missing (ZERO_BASE).
    """
    if len(now) != len(before) or not now:
        raise ValueError(f"As many months now as before, at least one; found {len(now)} and {len(before)}.")
    steps = [_moved(index, late, early, of) for late, early in zip(now, before, strict=True)]
    base = np.array([sum(float(index.levels[of, year, month]) for year, month in before)])
    points = 100 * np.array(steps).sum(axis=0) * quotient(np.ones(1), base)
    return np.where(index.tree.below(of), points, np.nan)


def _moved(index: ChainedIndex, late: When, early: When, of: int) -> Array:
    """Points of index every node adds between two months."""
    (year, month), (start, origin) = late, early
    if year < start:
        raise ValueError(f"The earlier month comes second; found {late} against {early}.")
    scale = index.base[of] * quotient(np.ones(index.now.shape[1]), index.shares[of])[:, np.newaxis]
    size: Array = index.shares[:, :, np.newaxis] * scale  # node, year, month
    if year == start:
        require_same_link(index, year, month, origin)
        within: Array = size[:, year, month] * (index.now[:, year, month] - index.now[:, year, origin])
        return within
    require_same_link(index, start, month, origin)
    out: Array = size[:, year, month] * (index.now[:, year, month] - index.entry[:, year, month])
    for between in range(start + 1, year):
        out += size[:, between, month] * (index.leave[:, between, month] - index.entry[:, between, month])
    out += size[:, start, month] * (index.leave[:, start, month] - index.now[:, start, origin])
    return out


def year_on_year(index: ChainedIndex, year: int, month: int, of: int = 0) -> Array:
    """`contributions` to the growth on the same month of the year before."""
    return contributions(index, [(year, month)], [(year - 1, month)], of)


def month_on_month(index: ChainedIndex, year: int, month: int, of: int = 0) -> Array:
    """`contributions` to the growth on the month before; January's is on December, across the link."""
    before = (year, month - 1) if month else (year - 1, index.now.shape[2] - 1)
    return contributions(index, [(year, month)], [before], of)


def year_to_date(index: ChainedIndex, year: int, months: int, of: int = 0) -> Array:
    """`contributions` to the growth of months 1 to `months` together on the same months a year before."""
    now, before = ([(one, month) for month in range(months)] for one in (year, year - 1))
    return contributions(index, now, before, of)
