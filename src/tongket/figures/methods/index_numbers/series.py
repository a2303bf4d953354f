"""One or many series of levels along the last axis: chain, re-reference, rebase, splice, compare.

Source: METHODS §1.1 (comparison bases), §1.3 (re-reference, splice); PPI Manual 2004, §9.105-9.125.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tongket.figures.methods.index_numbers.arrays import (
    LEVELS,
    REFERENCE,
    RELATIVES,
    Array,
    Marks,
    amounts,
    cause_of_ratio,
    quotient,
)
from tongket.figures.terms.figure import Cause


def chain(relatives: ArrayLike, start: float = REFERENCE) -> Array:
    """Levels from period-on-period relatives, I_t = I_{t-1} x_t, with `start` before the first of them.

    Missing: a missing relative stops the chain; what follows is missing, and a new start is a break.
    Zero: a relative of 0 is a level of 0, and the chain stops after it, for no later level follows from 0.
    Source: METHODS §1.3; PPI Manual 2004, ch. 15 (chained indices).
    """
    given = amounts(relatives, RELATIVES)
    levels = start * given.cumprod(axis=-1)
    stopped = np.cumsum(levels == 0, axis=-1) > 1
    return np.where(stopped, np.nan, levels)


def rebase(levels: ArrayLike, base: ArrayLike) -> Array:
    """Levels with `base` (one value a row) set to 100, I'_t = 100 I_t / base. Growth is unchanged.

    Missing or zero base: the row is missing. Source: METHODS §1.3 "re-reference".
    """
    given, hundred = amounts(levels, LEVELS), amounts(base, LEVELS)
    return REFERENCE * quotient(given, hundred[..., np.newaxis])


def re_reference(levels: ArrayLike, periods: Sequence[int]) -> Array:
    """Levels with the mean over `periods` (a month, or the months of a year) set to 100.

    I'_t = 100 I_t / mean(I over periods). Independent of re-weighting. Missing: a period missing leaves the
    row missing, for the mean of fewer months is another reference. Zero: as `rebase`.
    Source: METHODS §1.3 "re-reference".
    """
    given = amounts(levels, LEVELS)
    return rebase(given, given[..., list(periods)].mean(axis=-1))


@dataclass(frozen=True)
class Splice:
    """A spliced series, its factor per row (unrounded: keep all digits), and the first periods of the new."""

    levels: Array
    factors: Array
    breaks: Marks


def splice(old: ArrayLike, new: ArrayLike, overlap: Sequence[int]) -> Splice:
    """The new series carried on from the old, row by row, I = k new.

    k = mean(old) / mean(new) over the overlap. Both stand on the same periods, missing where they do not
    exist. Up to the end of the overlap the old stays as it was published; after it comes k times the new.
    Every row has its own k, so children and total no longer add up: that is by design, and the first
    period after the overlap is marked as a break (B).
    Missing or zero over the overlap on either side: k is missing, and so is all after it.
    Source: METHODS §1.3 "splice to an old base".
    """
    before, after = amounts(old, LEVELS), amounts(new, LEVELS)
    places = list(overlap)
    factors = quotient(before[..., places].mean(axis=-1), after[..., places].mean(axis=-1))
    factors = np.where(factors > 0, factors, np.nan)
    kept = np.arange(before.shape[-1]) <= max(places)
    breaks: Marks = np.broadcast_to(np.arange(before.shape[-1]) == max(places) + 1, before.shape)
    return Splice(np.where(kept, before, factors[..., np.newaxis] * after), factors, breaks)


def growth(levels: ArrayLike, lag: int) -> Array:
    """Growth on `lag` periods before, 100 (I_t / I_{t-lag} - 1): 1 the month before, 12 the same month.

    Missing: either side missing, or no period so far back. Zero: a base of 0, missing (ZERO_BASE).
    Source: METHODS §1.1, comparison bases; §9.1, compare_bases.
    """
    given = amounts(levels, LEVELS)
    out = np.full(given.shape, np.nan)
    out[..., lag:] = 100 * (quotient(given[..., lag:], given[..., :-lag]) - 1)
    return out


def cumulated_growth(levels: ArrayLike) -> Array:
    """Growth since the start of the year, 100 (SUM_{k<=m} I_{k,y} / SUM_{k<=m} I_{k,y-1} - 1).

    Levels by year and month, the last two axes. Never the mean of monthly growth rates. Missing: one month
    missing on either side leaves that month and all after it in the year missing; the first year has none.
    Zero: as `growth`. Source: METHODS §1.1.
    """
    sums = amounts(levels, LEVELS).cumsum(axis=-1)
    out = np.full(sums.shape, np.nan)
    out[..., 1:, :] = 100 * (quotient(sums[..., 1:, :], sums[..., :-1, :]) - 1)
    return out


def cumulated_from_growth(month_on_month: Sequence[float], year_on_year: Sequence[float]) -> float | Cause:
    """The cumulated index that a sheet's own growths imply, in index form (106.01 is a growth of 6.01 %).

    With L_1 = 1: L_m = PROD_{k=2..m} of month on month, base months L_m / year on year, and the answer
    100 SUM L / SUM (L / yoy). `year_on_year` has one month more than `month_on_month`, which starts with the
    second. A sheet whose published cumulated index differs by more than rounding (0.02) contradicts itself.
    Missing: NOT_ANSWERED. Zero: a year-on-year of 0 leaves no base, ZERO_BASE. Source: METHODS §1.1, TV-01.
    """
    months, years = amounts(month_on_month, LEVELS), amounts(year_on_year, LEVELS)
    if len(years) != len(months) + 1:
        raise ValueError(f"One month on month less than year on year; found {len(months)} and {len(years)}.")
    levels = np.concatenate([[1.0], (months / 100).cumprod()])
    cause = cause_of_ratio(float(levels.sum()), float(years.sum() if np.isnan(years).any() else years.min()))
    return cause or float(100 * levels.sum() / (levels / (years / 100)).sum())
