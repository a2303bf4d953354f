"""Sentences about plans: what was resolved, how the result stands, what the plan asks of the next year."""

from __future__ import annotations

from tongket.figures.observations.observation import Comparison
from tongket.figures.prose.names import capitalised
from tongket.figures.prose.spans import Span, Spans, fill
from tongket.figures.prose.writer import Writer
from tongket.figures.targets.judge import Outcome, Verdict
from tongket.figures.targets.quoted import plan_address, plan_figure
from tongket.figures.targets.target import Target
from tongket.figures.terms.indicator import Direction
from tongket.figures.terms.rounding import round_half_away


def plan(writer: Writer, target: Target) -> Spans:
    """`98%`, `tăng 10%`, `trên 151 triệu USD`; nothing where the value never became known."""
    if target.figure.value is None:
        return ()
    bounded = fill(bound(writer, target), value=planned(writer, target, Comparison.PLAN))
    return writer.pattern("plan_growth", plan=bounded) if target.shape == "growth" else bounded


def bound(writer: Writer, target: Target) -> str:
    """How a plan is bounded, with a slot for its value: `trên {value}`."""
    lexicon = writer.names.lexicon
    bounds = lexicon.bounds_down if target.direction is Direction.DOWN else lexicon.bounds
    return writer.names.say(bounds[target.bound])


def planned(writer: Writer, target: Target, comparison: Comparison, unsigned: bool = False) -> Spans:
    """A figure that involves the plan, with its unit; nothing where it is absent."""
    figure, address = plan_figure(target, comparison, writer.book), plan_address(target, comparison)
    return () if figure.value is None else writer.amount(address, figure, unsigned=unsigned)


def target_line(writer: Writer, target: Target) -> Spans:
    """`tỷ lệ hộ được sử dụng điện đạt 98%`, `chỉ số sản xuất công nghiệp tăng 10%`; nothing if unknown."""
    if target.figure.value is None:
        return ()
    name = "target_growth" if target.shape == "growth" else "target_level"
    return writer.pattern(name, subject=writer.names.subject(target.series), plan=plan(writer, target))


def verdict_line(writer: Writer, verdict: Verdict) -> Spans:
    """Result, standing, plan with its decision, and the verdict in one sentence."""
    target, reason = verdict.target, writer.names.reason(verdict.reason)
    result = _result(writer, verdict)
    if verdict.outcome is Outcome.CANNOT_SAY:
        return writer.pattern("no_verdict", result=result, reason=reason)
    if verdict.result.value is None:
        when = writer.names.during(target.period)
        return writer.pattern(
            "running", subject=writer.names.subject(target.series), when=when, reason=reason
        )
    return writer.pattern(
        "verdict",
        result=result,
        standing=_standing(writer, verdict),
        plan=plan(writer, target),
        decision=writer.names.say(target.decision.title),
        reason=capitalised(reason),
    )


def _result(writer: Writer, verdict: Verdict) -> Spans:
    """The result as a clause; where the book cannot tell it, the name of what the target is about."""
    target, told = verdict.target, tuple[Span, ...]()
    if target.shape != "growth":
        told = writer.level(target.series, target.period)
    elif target.period.length <= 12:  # a mean growth over years has no place in the book
        told = writer.growth(target.series, target.period)
    return told or (writer.names.subject(target.series),)


def _standing(writer: Writer, verdict: Verdict) -> Spans:
    if verdict.attainment.value is not None:
        percent = planned(writer, verdict.target, Comparison.PERCENT_OF_PLAN)
        return writer.pattern("percent_of_plan", percent=percent)
    if verdict.gap.value is None:
        return ()
    address = plan_address(verdict.target, Comparison.ABOVE_PLAN)
    printed = round_half_away(verdict.gap.value, writer.places(address, verdict.gap))
    way = "above_plan" if printed > 0 else "below_plan" if printed < 0 else "on_plan"
    return writer.pattern(way, gap=planned(writer, verdict.target, Comparison.ABOVE_PLAN, unsigned=True))
