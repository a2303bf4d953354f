"""The verdict on a target: met, not met, ahead or behind in its running year, or what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.figures.observations.book import Book
from tongket.figures.targets.against import above_plan, percent_of_plan, result_of
from tongket.figures.targets.pace import Pace, pace_of
from tongket.figures.targets.target import Target, resolved_places
from tongket.figures.terms.comparable import DIFFERENCES
from tongket.figures.terms.figure import Cause, DataType, Figure
from tongket.figures.terms.indicator import Direction
from tongket.figures.terms.rounding import round_half_away
from tongket.figures.terms.words import Text


class Outcome(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    AHEAD = "ahead"
    BEHIND = "behind"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a target. `reason` is a clause without numbers; the numbers are the figures."""

    target: Target
    outcome: Outcome
    result: Figure
    attainment: Figure
    gap: Figure
    reason: Text


def judge(target: Target, book: Book) -> Verdict:
    """Judge a growth on the growth, a level on the level, a rate in points; never one on the other.

    The exact values are compared, not the printed ones. Without a plan value nothing is said but why;
    without a result for the whole period, the pace of the months that are in decides.
    """
    result = result_of(target, book)
    outcome, reason = _outcome(target, result, book)
    return Verdict(target, outcome, result, percent_of_plan(target, book), above_plan(target, book), reason)


def _outcome(target: Target, result: Figure, book: Book) -> tuple[Outcome, Text]:
    plan = target.figure
    if plan.value is None:
        return Outcome.CANNOT_SAY, NO_PLAN.format(cause=plan.reason(), decision=target.decision.title)
    if result.value is None:
        return _running(target, pace_of(target, book), result, book)
    if result.unit != plan.unit:
        return Outcome.CANNOT_SAY, DIFFERENCES["unit"]
    reached = reaches(target, result.value, plan.value)
    reason = MET if reached else NOT_MET
    if result.data_type is not DataType.ESTIMATE:
        return (Outcome.MET if reached else Outcome.NOT_MET), reason
    return _on_estimate(target, reached, pace_of(target, book), reason)


def _on_estimate(target: Target, reached: bool, pace: Pace, reason: Text) -> tuple[Outcome, Text]:
    """An estimate of the whole year is a verdict when one month is still out; earlier it is a pace."""
    if pace.so_far is None or pace.so_far.length >= target.period.length - 1:
        return (Outcome.MET if reached else Outcome.NOT_MET), ON_ESTIMATE.format(reason=reason)
    outlook = ON_COURSE if reached else OFF_COURSE
    return (Outcome.AHEAD if reached else Outcome.BEHIND), outlook.format(months=pace.so_far.length)


def reaches(target: Target, result: Decimal, plan: Decimal) -> bool:
    """Whether the result is on the right side of the plan; `about` counts at the plan's own precision."""
    if target.bound == "about":
        result = round_half_away(result, resolved_places(plan))
    if target.direction is Direction.DOWN:
        result, plan = plan, result
    return result > plan if target.bound == "more_than" else result >= plan


def _running(target: Target, pace: Pace, result: Figure, book: Book) -> tuple[Outcome, Text]:
    index = pace.pace_index.value
    if index is None or pace.so_far is None:
        if pace.so_far is None and result.cause is Cause.NOT_COLLECTED:
            return Outcome.CANNOT_SAY, NOTHING_YET
        why = result if pace.so_far is None else pace.pace_index
        return Outcome.CANNOT_SAY, NO_RESULT.format(cause=why.reason())
    done = pace.attainment.value
    if done is not None and done >= 100 and book.indicators.of(target.series.definition).shape == "flow":
        # A flow only grows: what is reached stays reached, and a limit once passed stays passed.
        passed = target.direction is Direction.DOWN
        return (Outcome.NOT_MET, LIMIT_PASSED) if passed else (Outcome.MET, MET_EARLY)
    fast = index >= 100
    good = not fast if target.direction is Direction.DOWN else fast
    return (
        (Outcome.AHEAD, FASTER if fast else SLOWER) if good else (Outcome.BEHIND, FASTER if fast else SLOWER)
    )


MET = Text("kết quả đạt chỉ tiêu", "the result reaches the target")
NOT_MET = Text("kết quả không đạt chỉ tiêu", "the result does not reach the target")
ON_ESTIMATE = Text("{reason} (theo số ước)", "{reason} (on an estimate)")
ON_COURSE = Text(
    "ước cả năm theo {months} tháng sẽ đạt chỉ tiêu",
    "the year as estimated from {months} months would reach it",
)
OFF_COURSE = Text(
    "ước cả năm theo {months} tháng sẽ không đạt chỉ tiêu",
    "the year as estimated from {months} months would not reach it",
)
NO_PLAN = Text("mức chỉ tiêu tại {decision} {cause}", "the value of the target in the {decision} was {cause}")
NO_RESULT = Text("chưa có kết quả cả kỳ: {cause}", "no result for the whole period: {cause}")
NOTHING_YET = Text("kỳ này chưa có số liệu nào", "the period has no figure yet")
MET_EARLY = Text("lũy kế đã đạt chỉ tiêu trước hạn", "the months so far already reach the target")
LIMIT_PASSED = Text("lũy kế đã vượt mức giới hạn", "the months so far already pass the limit")
FASTER = Text("lũy kế nhanh hơn nhịp độ các năm trước", "the months so far run faster than in past years")
SLOWER = Text("lũy kế chậm hơn nhịp độ các năm trước", "the months so far run slower than in past years")
