"""Figures that involve a plan, by address: the book knows results, the targets know plans, this knows both.

The plan of a target is addressed as `exports:goods@14/2021,compare=plan,target=exports-2021`: one series may
have several targets, set by different decisions or in different shapes, so the target names itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.targets.against import above_plan, compare_with_plan, percent_of_plan
from tongket.figures.targets.target import Target
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import Cause, Figure

TARGET = "target"
PLANNED = frozenset(
    {Comparison.PLAN, Comparison.PERCENT_OF_PLAN, Comparison.ABOVE_PLAN, Comparison.ASKED_BY_PLAN}
)


def plan_address(target: Target, comparison: Comparison) -> Address:
    return Address.of(target.series.within(**{TARGET: target.code}), target.period, comparison)


def figure_at(address: Address, book: Book, targets: Iterable[Target]) -> Figure:
    """The figure at any address a paper prints, of the book or of a plan; absent where no target fits."""
    if address.comparison not in PLANNED:
        return book.at(address)
    target = next((t for t in targets if plan_address(t, address.comparison) == address), None)
    if target is None:
        return Figure.absent(book.indicators[address.indicator].unit, Cause.NOT_PUBLISHED)
    return plan_figure(target, address.comparison, book)


def plan_figure(target: Target, comparison: Comparison, book: Book) -> Figure:
    """The plan itself, attainment, gap, or what the plan asks on the year before."""
    match comparison:
        case Comparison.PERCENT_OF_PLAN:
            return percent_of_plan(target, book)
        case Comparison.ABOVE_PLAN:
            return above_plan(target, book)
        case Comparison.ASKED_BY_PLAN:
            asked = compare_with_plan(target.series, target, book)
            return _absent(target, asked) if isinstance(asked, NotComparable) else asked
    return target.figure


def _absent(target: Target, refusal: NotComparable) -> Figure:
    return Figure.absent(target.figure.unit, Cause.NOT_COMPARABLE, refusal.reason)
