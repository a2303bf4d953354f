"""A result set against a plan: only where both are measured by the same definition, else refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tongket.figures.observations.book import PERCENT, POINT, Book
from tongket.figures.observations.observation import Comparison, SeriesKey
from tongket.figures.targets.target import Target
from tongket.figures.terms.comparable import DIFFERENCES, NotComparable, unlike
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Definition, Indicators
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Lang, Text

IN_POINTS = Text(
    "chỉ tiêu tính bằng phần trăm nên chênh lệch tính bằng điểm phần trăm",
    "the target is a percentage, so the difference is in percentage points",
)


def plan_for(
    series: SeriesKey, period: Period, targets: Iterable[Target], indicators: Indicators, growth: bool = False
) -> Target | NotComparable | None:
    """The target set for exactly this series and period.

    `growth` asks for a target that is a growth rate, otherwise for any other shape. Where the only
    targets of the indicator are measured otherwise, the refusal to compare with the first of them; None
    where there is no target at all. A target whose value is known comes before one whose value is not, and
    one set later before the one it revises.
    """
    of_period = [t for t in targets if t.period == period and (t.shape == "growth") is growth]
    same = [t for t in of_period if t.series == series]
    if same:
        return min(same, key=lambda target: (target.figure.value is None, -_set_on(target)))
    akin = (t for t in of_period if _akin(t.series, series))
    refusals = (unlike_series(series, t.series, indicators) for t in akin)
    return next((refusal for refusal in refusals if refusal), None)


def result_of(target: Target, book: Book) -> Figure:
    """What the target is judged on: a growth for a growth, otherwise the level of its period."""
    if target.shape != "growth":
        return book.level(target.series, target.period)
    if target.period.length > 12:
        return _average_growth(target.series, target.period, book)
    return book.figure(target.series, target.period, Comparison.SAME_PERIOD_LAST_YEAR)


def percent_of_plan(target: Target, book: Book) -> Figure:
    """Attainment, 100 × result / plan, of a level or a count; a percentage is judged by its gap instead."""
    if target.shape in ("growth", "ratio"):
        return Figure.absent(PERCENT, Cause.UNDEFINED, IN_POINTS)
    result, plan = result_of(target, book), target.figure
    if result.value is None or plan.value is None:
        return _absent(PERCENT, result if plan.value is not None else plan)
    if plan.value <= 0:
        return Figure.absent(PERCENT, Cause.ZERO_BASE if plan.value == 0 else Cause.UNDEFINED)
    return result.with_value(100 * result.value / plan.value, PERCENT)


def above_plan(target: Target, book: Book) -> Figure:
    """Result minus plan: in points for a growth or a rate, in the plan's unit otherwise."""
    result, plan = result_of(target, book), target.figure
    unit = POINT if plan.unit == PERCENT else plan.unit
    if result.value is None or plan.value is None:
        return _absent(unit, result if plan.value is not None else plan)
    if result.unit != plan.unit:
        return Figure.absent(unit, Cause.NOT_COMPARABLE, DIFFERENCES["unit"])
    return result.with_value(result.value - plan.value, unit)


def compare_with_plan(result: SeriesKey, target: Target, book: Book) -> Figure | NotComparable:
    """What the target asks on the result of the year before it.

    Percent for a level or a count, points for a rate; a growth target asks for itself. A result measured
    by another definition is refused: 24,200 of goods, lodging and catering is no growth on 20,217 of goods.
    """
    if refusal := unlike_series(result, target.series, book.indicators):
        return refusal
    plan = target.figure
    if target.shape == "growth":
        return plan
    before = book.level(result, target.period.same_last_year())
    unit = POINT if target.shape == "ratio" else PERCENT
    if plan.value is None or before.value is None:
        return _absent(unit, plan if plan.value is None else before)
    if plan.unit != before.unit:
        return Figure.absent(unit, Cause.NOT_COMPARABLE, DIFFERENCES["unit"])
    if target.shape == "ratio":
        return plan.with_value(plan.value - before.value, POINT)
    if before.value <= 0:
        return Figure.absent(unit, Cause.ZERO_BASE if before.value == 0 else Cause.UNDEFINED)
    return plan.with_value(100 * (plan.value / before.value - 1), PERCENT)


def unlike_series(left: SeriesKey, right: SeriesKey, indicators: Indicators) -> NotComparable | None:
    """None when the series are the same, else what differs: definition first, then area and breakdown."""
    if refusal := unlike(left.definition, right.definition, indicators):
        return refusal
    parts = tuple(part for part in ("area", "breakdown") if getattr(left, part) != getattr(right, part))
    if not parts:
        return None
    why = [DIFFERENCES[part] for part in parts]
    reason = Text(
        "Không so sánh được hai số liệu “{name}”: {why}.",
        "Two figures of “{name}” cannot be compared: {why}.",
    ).format(
        name=indicators.name(left.definition),
        why=Text(", ".join(w.vi for w in why), ", ".join(w.en for w in why)),
    )
    return NotComparable(left.definition, right.definition, parts, reason)


def underivable(rate: Definition, part: Definition, indicators: Indicators) -> NotComparable | None:
    """Why a change of `rate` may not be worked out from `part`; None for its own numerator or denominator.

    17,540 households connected cannot explain 86.7 → 97.5 %: the rate moves with all households that have
    electricity and with all households, not with those one set of projects reached.
    """
    entry = indicators.of(rate)
    if part.indicator in (entry.numerator, entry.denominator):
        return None
    made_of = [indicators[code].name for code in (entry.numerator, entry.denominator) if code]
    reason = NEVER_FROM if made_of else NO_RULE
    return NotComparable(
        rate,
        part,
        ("indicator",),
        reason.format(
            rate=indicators.name(rate),
            part=indicators.name(part),
            made_of=Text(_listed(made_of, "vi", " và "), _listed(made_of, "en", " and ")) if made_of else "",
        ),
    )


NEVER_FROM = Text(
    "“{rate}” chỉ được tính từ {made_of}, không được tính từ “{part}”.",
    "“{rate}” is worked out from {made_of} alone, never from “{part}”.",
)
NO_RULE = Text(
    "Không có quy tắc nào tính “{rate}” từ “{part}”.", "There is no rule to work out “{rate}” from “{part}”."
)


def _listed(names: Sequence[Text], lang: Lang, link: str) -> str:
    return link.join(f"“{name[lang]}”" for name in names)


def _set_on(target: Target) -> int:
    """The day of its decision, to order by; one without a day comes first."""
    return target.decision.dated.toordinal() if target.decision.dated else 0


def _akin(left: SeriesKey, right: SeriesKey) -> bool:
    """The same indicator of the same area and part, so that only the definition can differ."""
    same = left.definition.indicator == right.definition.indicator
    return same and (left.area, left.breakdown) == (right.area, right.breakdown)


def _average_growth(series: SeriesKey, period: Period, book: Book) -> Figure:
    """Mean yearly growth over a span of whole years: the n-th root of last year over the year before it."""
    if period.length % 12:
        return Figure.absent(PERCENT, Cause.UNDEFINED)
    last = book.level(series, Period(period.last - 11, 12))
    before = book.level(series, Period(period.first - 12, 12))
    if last.value is None or before.value is None:
        return _absent(PERCENT, last if last.value is None else before)
    if last.value <= 0 or before.value <= 0:
        return Figure.absent(PERCENT, Cause.UNDEFINED)
    yearly = (last.value / before.value) ** (Decimal(12) / period.length)
    return last.with_value(100 * (yearly - 1), PERCENT)


def _absent(unit: str, empty: Figure) -> Figure:
    return Figure.absent(unit, empty.cause or Cause.UNDEFINED, empty.because)
