"""Whether stated chances can be trusted: scored on past years against a naive forecast.

Source: METHODS §3.3; Brier, Monthly Weather Review 78 (1950), pp. 1-3; Gneiting and Raftery, Journal of the
American Statistical Association 102 (2007), pp. 359-378, for the CRPS and skill.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tongket.figures.methods.time_series.series import Array, Number, Unanswered
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

LEAST_TRIALS = 5  # past years with a target; fewer cannot tell skill from luck


@dataclass(frozen=True, slots=True)
class Trial:
    """A past year: the chance stated at this point of it, the paths behind it, and what came.

    `naive` is the total a naive rule gave at the same moment, such as last year's total or growth carried on.
    """

    chance: float
    hit: bool
    paths: Array
    total: Number
    naive: Number


@dataclass(frozen=True, slots=True)
class Skill:
    """Mean scores, the smaller the better, and skill: 1 - score / naive score, positive when it beats naive.

    The naive chance of a year is the share of hits in the other years, one half hit and one half miss added;
    the naive total has no spread, so its CRPS is its absolute error.
    """

    trials: int
    brier: float
    brier_naive: float
    crps: float
    crps_naive: float

    @property
    def brier_skill(self) -> float | None:
        return 1 - self.brier / self.brier_naive if self.brier_naive > 0 else None

    @property
    def crps_skill(self) -> float | None:
        return 1 - self.crps / self.crps_naive if self.crps_naive > 0 else None


def brier_score(chances: Sequence[float], hits: Sequence[bool]) -> float:
    """Brier score, mean of (P - o)^2 with o = 1 for a hit. Domain: P in [0, 1], at least one."""
    if not chances or len(chances) != len(hits):
        raise ValueError(f"One outcome for each chance; found {len(hits)} for {len(chances)}.")
    if not all(0 <= chance <= 1 for chance in chances):
        raise ValueError(f"A chance lies in [0, 1]; found {list(chances)}.")
    return float(np.mean((np.array(chances) - np.array(hits, dtype=np.float64)) ** 2))


def crps(paths: Array, outcome: Number) -> float:
    """CRPS of a sample, E|X - y| - E|X - X'| / 2, in the unit of the outcome; of one path it is |x - y|."""
    if not np.isfinite(paths).all() or not np.isfinite(float(outcome)):
        raise ValueError("Paths and outcome are finite numbers.")
    if len(paths) == 0:
        raise ValueError("A forecast needs at least one path.")
    ordered, count = np.sort(paths), len(paths)
    ranks = 2 * np.arange(1, count + 1) - count - 1
    spread = float(ranks @ ordered) / count**2  # half the mean difference between two paths
    return float(np.abs(ordered - float(outcome)).mean()) - spread


def back_tested(trials: Sequence[Trial], least: int = LEAST_TRIALS) -> Skill | Unanswered:
    """Both scores over past years, against the naive forecast.

    Missing: fewer than `least` years, and nothing can be said: UNDEFINED.
    """
    if len(trials) < least:
        return Unanswered(Cause.UNDEFINED, TOO_FEW.format(least=least, found=len(trials)))
    hits = [trial.hit for trial in trials]
    naive = [(sum(hits) - hit + 0.5) / len(hits) for hit in hits]
    return Skill(
        len(trials),
        brier_score([trial.chance for trial in trials], hits),
        brier_score(naive, hits),
        float(np.mean([crps(trial.paths, trial.total) for trial in trials])),
        float(np.mean([abs(float(trial.naive) - float(trial.total)) for trial in trials])),
    )


TOO_FEW = Text(
    "cần ít nhất {least} năm để kiểm lại, mới có {found}",
    "at least {least} years are needed to check against, there are {found}",
)
