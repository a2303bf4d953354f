"""Revision statistics: are first figures near the later ones, and are they biased?

Source: METHODS §7; OECD/Eurostat guidelines on revisions policy and analysis, "mean revision" and
"modified t-statistic"; Newey and West, Econometrica 55 (1987), pp. 703-708; TV-26.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr

from tongket.figures.methods.finite import finite
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.figure import Cause

LEAST_PAIRS = 3  # two revisions have no spread to speak of
MATERIAL = Decimal(2)  # times the mean absolute revision, METHODS §7
Values = Sequence[Decimal | Cause]


@dataclass(frozen=True, slots=True)
class TTest:
    """The t statistic of a mean revision of 0, its two-sided p value, and the lags taken into account."""

    t: float
    p: float
    lags: int


@dataclass(frozen=True, slots=True)
class RevisionStatistics:
    """R = later - first over `pairs` periods: MR its mean, MAR the mean size, RMAR = SUM |R| / SUM |L|,
    `sd` its sample deviation, and the share of periods whose sign changed. An absent one has its cause."""

    pairs: int
    mr: Decimal | Cause
    mar: Decimal | Cause
    rmar: Decimal | Cause
    sd: Decimal | Cause
    bias: TTest | Cause
    sign_changes: Decimal | Cause


@finite
def revisions(first: Values, later: Values) -> list[Decimal | None]:
    """R_t = L_t - P_t, later minus first, signed; None where either is absent.

    Domain: as many on both sides, in one unit: levels, or growth rates in points.
    """
    return [
        None if isinstance(p, Cause) or isinstance(latest, Cause) else latest - p
        for p, latest in zip(first, later, strict=True)
    ]


@finite
def relative_revisions(first: Values, later: Values) -> list[Decimal | Cause]:
    """100 (L_t - P_t) / P_t in percent of the first figure.

    Missing: the absent side's cause. Zero and negative first figure: as `ratio`; take `revisions` there
    (METHODS §9.1, "relative undefined -> absolute").
    """
    found: list[Decimal | Cause] = []
    for p, latest in zip(first, later, strict=True):
        if isinstance(p, Cause) or isinstance(latest, Cause):
            found.append(p if isinstance(p, Cause) else Cause.NOT_PUBLISHED)
        else:
            found.append(ratio(100 * (latest - p), p))
    return found


@finite
def revision_statistics(first: Values, later: Values, lags: int | None = None) -> RevisionStatistics:
    """MR, MAR, RMAR, sd, t and sign changes over the periods that both vintages have.

    Missing: pair-wise complete; no pair at all gives NOT_PUBLISHED, fewer than 3 no spread and no test.
    Zero: RMAR of later figures that are all 0 is ZERO_BASE; take RMAR of levels, not of growth rates,
    which may cross 0. `sign_changes` means something for growth rates only. `lags`: see `t_test`.
    """
    pairs = [
        (p, latest)
        for p, latest in zip(first, later, strict=True)
        if not isinstance(p, Cause) and not isinstance(latest, Cause)
    ]
    moved = [latest - p for p, latest in pairs]
    if not moved:
        none = Cause.NOT_PUBLISHED
        return RevisionStatistics(0, none, none, none, none, none, none)
    n = len(moved)
    mr = sum(moved, Decimal(0)) / n
    size = sum((abs(r) for r in moved), Decimal(0))
    spread = sum(((r - mr) ** 2 for r in moved), Decimal(0))
    changed = sum(1 for p, latest in pairs if p * latest < 0)
    return RevisionStatistics(
        n,
        mr,
        size / n,
        ratio(size, sum((abs(latest) for _, latest in pairs), Decimal(0))),
        (spread / (n - 1)).sqrt() if n >= LEAST_PAIRS else Cause.NOT_PUBLISHED,
        t_test(moved, lags),
        Decimal(changed) / n,
    )


def usual_lags(n: int) -> int:
    """Newey and West's 4 (n / 100)^(2/9), rounded down. Domain: n >= 0."""
    if n < 0:
        raise ValueError(f"A count of revisions is not negative; found {n}.")
    return int(4 * (n / 100) ** (2 / 9))


@finite
def t_test(moved: Sequence[Decimal], lags: int | None = None) -> TTest | Cause:
    """t = MR / sqrt(V / n), V = n / (n - 1) x (g_0 + 2 SUM_l (1 - l / (lags + 1)) g_l), g_l the
    autocovariances with divisor n; p by Student's t with n - 1 degrees of freedom.

    With lags = 0 it is the ordinary t test; the default is `usual_lags`, for revisions that depend on each
    other. With few periods the lags are themselves a guess: show both. Domain: lags < n. Missing: fewer
    than 3 revisions give NOT_PUBLISHED. Zero: revisions all equal have no spread, UNDEFINED.
    """
    if len(moved) < LEAST_PAIRS:
        return Cause.NOT_PUBLISHED
    values = np.array([float(r) for r in moved])
    n = len(values)
    used = usual_lags(n) if lags is None else lags
    if not 0 <= used < n:
        raise ValueError(f"Lags lie from 0 to {n - 1}; found {used}.")
    if np.ptp(values) == 0:
        return Cause.UNDEFINED
    mean = float(values.mean())
    long_run = n / (n - 1) * _long_run_variance(values - mean, used)
    t = mean / math.sqrt(long_run / n)
    return TTest(t, float(2 * stdtr(n - 1, -abs(t))), used)


def _long_run_variance(centred: NDArray[np.float64], lags: int) -> float:
    """Bartlett-weighted autocovariances, which keep it from being negative."""
    n = len(centred)
    covariances = [float(centred[lag:] @ centred[: n - lag]) / n for lag in range(lags + 1)]
    tail = sum(2 * (1 - lag / (lags + 1)) * covariances[lag] for lag in range(1, lags + 1))
    return covariances[0] + tail


@finite
def material(revision: Decimal, mar: Decimal | Cause, times: Decimal = MATERIAL) -> bool | None:
    """Whether a revision is material, |R| > 2 MAR, MAR being that of earlier revisions.

    Missing: no MAR, undecided, None. Zero: after a past without revisions every one is material.
    """
    return None if isinstance(mar, Cause) else abs(revision) > times * mar
