"""The chance of reaching a target, by simulation or by the t distribution, always under two kinds of error.

Source: METHODS §3.3. With independent months errors cancel over the rest of the year; with a fully persistent
error they do not. The truth lies between, so both are shown and the colour goes by the smaller.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from scipy.special import stdtr

from tongket.figures.methods.finite import finite
from tongket.figures.methods.time_series.series import Array, Number, Unanswered, Values, array_of
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

PATHS = 2000
SEED = 20210101
LEAST_MONTHS = 3  # months of growth on last year; from two no spread worth the name can be had


class Direction(Enum):
    AT_LEAST = ">="
    AT_MOST = "<="


class Band(Enum):
    LIKELY = "green"
    OPEN = "amber"
    UNLIKELY = "red"


@dataclass(frozen=True, slots=True)
class Bands:
    """From which chance on a target is coloured; the office's to set."""

    likely: float = 0.8
    open: float = 0.4

    def of(self, chance: float) -> Band:
        if chance >= self.likely:
            return Band.LIKELY
        return Band.OPEN if chance >= self.open else Band.UNLIKELY


@dataclass(frozen=True, slots=True)
class Growths:
    """Log growth on last year of the months in hand: how many, their mean and standard deviation."""

    months: int
    mean: float
    deviation: float

    def __post_init__(self) -> None:
        if self.months < 2 or not self.deviation >= 0:
            raise ValueError(f"Growth of two months or more, its deviation not below 0; found {self!r}.")


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance under independent and under fully persistent errors, and the colour of the smaller.

    `settled` when nothing is open any more: the target is reached for good, or the year is over.
    """

    independent: float
    persistent: float
    band: Band
    settled: bool = False


@dataclass(frozen=True, slots=True)
class YearPaths:
    """Simulated totals of the year under both kinds of error; `seed` makes the same ones again."""

    independent: Array
    persistent: Array
    seed: int


def growths(now: Values, before: Values, least: int = LEAST_MONTHS) -> Growths | Unanswered:
    """Log growth of each month in hand on the same month of last year.

    Domain: positive values, as many on both sides. Missing or not positive: the month is left out; fewer than
    `least` left means nothing can be said, UNDEFINED. January and February together are one observation to
    whoever passes their sum. Source: METHODS §3.3; TV-14.
    """
    these, those = array_of(now), array_of(before)
    if these.shape != those.shape:
        raise ValueError(f"The same months on both sides; found {len(these)} against {len(those)}.")
    usable = (these > 0) & (those > 0)
    if usable.sum() < least:
        return Unanswered(Cause.UNDEFINED, TOO_FEW.format(least=least, found=int(usable.sum())))
    logs = np.log(these[usable] / those[usable])
    return Growths(len(logs), float(logs.mean()), float(logs.std(ddof=1)))


@finite
def analytic_chance(
    target: Number,
    done: Number,
    rest_last_year: Values,
    past: Growths,
    direction: Direction = Direction.AT_LEAST,
    bands: Bands | None = None,
) -> Chance | Unanswered:
    """P = 1 - F_t(M-1)((need - mu) / (s k)), need = log((T - YTD) / SUM_{k>M} y_{k,last year}).

    k = sqrt(1/(12-M) + 1/M) when the months err independently, sqrt(1 + 1/M) when they all err alike; the 1/M
    is the error of mu itself. Domain: flows not negative. A target already passed is settled. Missing: a
    month of last year missing gives NOT_ANSWERED. Zero: nothing in last year's rest, ZERO_BASE. No spread:
    the chance is 0 or 1. Source: METHODS §3.3, "quick analytic"; TV-14.
    """
    bands = bands or Bands()
    rest = array_of(rest_last_year)
    settled = _settled(float(target), float(done), len(rest), direction, bands)
    if settled:
        return settled
    if np.isnan(rest).any():
        return Unanswered(Cause.NOT_ANSWERED, LAST_YEAR_MISSING)
    if rest.sum() <= 0:
        return Unanswered(Cause.ZERO_BASE, LAST_YEAR_MISSING)
    need = math.log((float(target) - float(done)) / rest.sum())
    spreads = (math.sqrt(1 / len(rest) + 1 / past.months), math.sqrt(1 + 1 / past.months))
    above = [_tail(need, past, spread) for spread in spreads]
    chances = above if direction is Direction.AT_LEAST else [1 - chance for chance in above]
    return Chance(chances[0], chances[1], bands.of(min(chances)))


@finite
def simulate_year(
    done: Number,
    rest_last_year: Values,
    past: Growths,
    *,
    revisions: Sequence[float] = (),
    paths: int = PATHS,
    seed: int = SEED,
) -> YearPaths | Unanswered:
    """YTD (1 + eps_b) + SUM_{k>M} y_{k,last year} exp(g_kb), b = 1..B, under both kinds of error.

    g_kb = mu_b + sigma_b e_kb, with sigma_b^2 = s^2 (M-1) / chi^2_{M-1} and mu_b ~ N(mu, sigma_b^2 / M), so
    that a month's growth is t_{M-1} as in `analytic_chance`; e_kb ~ N(0, 1) is drawn for each month
    (independent) or once for all of them (persistent). eps_b is drawn from the relative `revisions` seen so
    far; none given, none made. The draws do not depend on the target or on YTD, so the chance is monotone
    in both. A year with no month left is YTD itself, on every path. Missing: as `analytic_chance`.
    """
    rest = array_of(rest_last_year)
    if np.isnan(rest).any():
        return Unanswered(Cause.NOT_ANSWERED, LAST_YEAR_MISSING)
    if len(rest) == 0:
        over = np.full(paths, float(done))
        return YearPaths(over, over, seed)
    draw = np.random.default_rng(seed)
    freedom = max(past.months - 1, 1)
    spread = past.deviation * np.sqrt(freedom / draw.chisquare(freedom, size=(paths, 1)))
    level = past.mean + spread / math.sqrt(past.months) * draw.standard_normal((paths, 1))
    each = draw.standard_normal((paths, len(rest)))
    revised = draw.choice(np.array(revisions), size=paths) if revisions else np.zeros(paths)
    base = float(done) * (1 + revised)
    with np.errstate(over="ignore"):
        apart = np.exp(level + spread * each) @ rest
        alike = np.exp(level + spread * each[:, :1])[:, 0] * rest.sum()
    if not (np.isfinite(apart).all() and np.isfinite(alike).all()):
        return Unanswered(Cause.UNDEFINED, TOO_WIDE)
    return YearPaths(base + apart, base + alike, seed)


@finite
def chance_of(
    paths: YearPaths,
    target: Number,
    direction: Direction = Direction.AT_LEAST,
    bands: Bands | None = None,
) -> Chance:
    """P = mean_b 1{Y_b >= T}, or <= for a ceiling, under both kinds of error. Source: METHODS §3.3."""
    shares = [
        float(
            (totals >= float(target)).mean()
            if direction is Direction.AT_LEAST
            else (totals <= float(target)).mean()
        )
        for totals in (paths.independent, paths.persistent)
    ]
    over = bool(np.ptp(paths.independent) == 0 and np.ptp(paths.persistent) == 0)
    return Chance(shares[0], shares[1], (bands or Bands()).of(min(shares)), settled=over)


def _settled(target: float, done: float, left: int, direction: Direction, bands: Bands) -> Chance | None:
    """Known for certain: no month left, or a flow that has come to the target, which more can only pass."""
    if left and done < target:
        return None
    reached = float(done >= target if direction is Direction.AT_LEAST else done <= target and not left)
    return Chance(reached, reached, bands.of(reached), settled=True)


def _tail(need: float, past: Growths, spread: float) -> float:
    if past.deviation == 0:
        return float(past.mean >= need)
    return float(stdtr(past.months - 1, (past.mean - need) / (past.deviation * spread)))


TOO_FEW = Text(
    "cần ít nhất {least} tháng so được với cùng kỳ, mới có {found}",
    "at least {least} months comparable with last year are needed, there are {found}",
)
LAST_YEAR_MISSING = Text(
    "thiếu các tháng còn lại của năm trước, hoặc các tháng đó bằng 0",
    "the remaining months of last year are missing, or they are 0",
)
TOO_WIDE = Text("mức tăng các tháng quá phân tán để mô phỏng", "growth varies too much to be simulated")
