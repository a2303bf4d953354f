"""Which estimate of the year to believe: each method replayed on past years as they were known at the time.

Source: METHODS §3.1 ("choose by rolling pseudo-real-time MAPE on stored vintages; combine by inverse MSE;
publish the range"); Bates and Granger, Operational Research Quarterly 20 (1969), pp. 451-468, for the
weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.finite import finite
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.methods.time_series.vintages import Triangle
from tongket.figures.methods.time_series.year_ladder import Candidate, Estimator
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

LEAST_TRIALS = 3  # years replayed; fewer say nothing about a method


@dataclass(frozen=True, slots=True)
class Score:
    """A method's relative errors by year, estimate / truth - 1, and what they come to. MAPE is in percent."""

    errors: Mapping[int, float]

    @property
    def trials(self) -> int:
        return len(self.errors)

    @property
    def mape(self) -> float:
        return 100 * sum(abs(error) for error in self.errors.values()) / len(self.errors)

    @property
    def mse(self) -> float:
        return sum(error**2 for error in self.errors.values()) / len(self.errors)


@dataclass(frozen=True, slots=True)
class YearView:
    """The year as every method sees it, the one to print, and the range from the lowest to the highest.

    `chosen` has the least MAPE; without enough trials it is the first of the ladder that has an answer, and
    `note` says so. `combined` weighs the methods by the inverse of their MSE; None without enough trials.
    `causes` are the methods without an answer.
    """

    chosen: Candidate
    combined: Decimal | None
    low: Decimal
    high: Decimal
    candidates: tuple[Candidate, ...]
    causes: Mapping[str, Cause]
    scores: Mapping[str, Score]
    note: Text | None


def back_test(
    triangle: Triangle, months: int, years: Iterable[int], estimators: Mapping[str, Estimator]
) -> dict[str, Score]:
    """Replay each method on each past year from what was known when its first `months` months had come out.

    Nothing released later enters the estimate: months of the year stand at their first release or what had
    replaced it by then. The truth is the year's sum as known now. Missing: a year without those releases or
    without its twelve months is no trial; nor is, for a method, a year it has no answer for. Zero: a year of
    0 has no relative error and is no trial. Methods without any trial are left out.
    """
    latest = triangle.latest()
    errors: dict[str, dict[int, float]] = {}
    for year in years:
        truth, moment = latest.sum(year), triangle.first_known(year, months)
        if isinstance(truth, Cause) or truth == 0 or moment is None:
            continue
        known = triangle.as_of(moment)
        if known.in_hand(year) != months:
            continue
        for name, estimator in estimators.items():
            estimate = estimator(known, year)
            if not isinstance(estimate, Cause):
                errors.setdefault(name, {})[year] = float(estimate.value / truth) - 1
    return {name: Score(of_method) for name, of_method in errors.items()}


def year_view(
    triangle: Triangle,
    year: int,
    estimators: Mapping[str, Estimator],
    *,
    trials: int = 10,
    least_trials: int = LEAST_TRIALS,
) -> YearView | Unanswered:
    """Every method on the year in hand, scored on up to `trials` years before it.

    `estimators` stand in the order of the ladder, the one to fall back on first. Missing: no method with an
    answer gives NOT_ANSWERED. Methods are compared on the years on which all of them that have `least_trials`
    were tried; two such methods and as many such years are the least, else the first of the ladder stands. A
    method with fewer trials is neither chosen nor weighed, but stays in the range.
    """
    known = triangle.latest()
    answers = {name: estimator(known, year) for name, estimator in estimators.items()}
    candidates = {name: answer for name, answer in answers.items() if not isinstance(answer, Cause)}
    if not candidates:
        return Unanswered(Cause.NOT_ANSWERED, NO_METHOD)
    scores = back_test(
        triangle,
        known.in_hand(year),
        range(year - trials, year),
        {name: estimators[name] for name in candidates},
    )
    comparable = comparable_scores(scores, least_trials)
    # In the order of the ladder, so that of methods equally right the first stands.
    tried = {name: comparable[name] for name in candidates if name in comparable}
    values = [candidate.value for candidate in candidates.values()]
    if tried:
        chosen = candidates[min(tried, key=lambda name: tried[name].mape)]
        combined: Decimal | None = combine({name: candidates[name].value for name in tried}, tried)
        note = None
    else:
        chosen, combined = next(iter(candidates.values())), None
        note = TOO_FEW_TRIALS.format(least=least_trials)
    causes = {name: answer for name, answer in answers.items() if isinstance(answer, Cause)}
    return YearView(
        chosen, combined, min(values), max(values), tuple(candidates.values()), causes, scores, note
    )


@finite
def comparable_scores(scores: Mapping[str, Score], least: int = LEAST_TRIALS) -> dict[str, Score]:
    """The scores of the methods with `least` trials or more, on the years they share; none when too few."""
    tried = {name: score for name, score in scores.items() if score.trials >= least}
    shared = set[int]().union(*(score.errors for score in tried.values()))
    for score in tried.values():
        shared &= score.errors.keys()
    if len(tried) < 2 or len(shared) < least:
        return {}
    return {
        name: Score({year: error for year, error in score.errors.items() if year in shared})
        for name, score in tried.items()
    }


@finite
def combine(values: Mapping[str, Decimal], scores: Mapping[str, Score]) -> Decimal:
    """SUM w_i Y_i with w_i = (1 / MSE_i) / SUM (1 / MSE_j).

    Zero: methods that were never wrong share the whole weight. Domain: a score for every value, one or more.
    """
    if not values:
        raise ValueError("There is nothing to combine.")
    if not all(name in scores and scores[name].trials for name in values):
        raise ValueError("What is combined has a score of one trial at least.")
    faultless = [name for name in values if scores[name].mse == 0]
    weights = dict.fromkeys(faultless, 1.0) if faultless else {name: 1 / scores[name].mse for name in values}
    total = math.fsum(weights.values())
    return sum((values[name] * exact(weight / total) for name, weight in weights.items()), Decimal(0))


NO_METHOD = Text("chưa có cách nào ước được cả năm", "no method has an estimate of the year yet")
TOO_FEW_TRIALS = Text(
    "chưa đủ năm chung để thử lại các cách ước (cần {least}); dùng cách đầu tiên có kết quả",
    "too few years to try the methods on together (needs {least}); the first with an answer is used",
)
