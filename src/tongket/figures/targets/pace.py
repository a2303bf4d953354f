"""A target in its running year: how far, how far at this season, and what the rest of the year must bring.

Source: METHODS §3.3. Attainment A = YTD / T; expected share e = mean over past years of YTD / year (§3.1 A);
pace index = A / e; required of the rest = T − YTD. A growth target g on last year's total Y is T = (1 + g) Y;
for an index the totals are sums of monthly levels, so its required rest is a mean level.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.figures.methods.time_series.year_ladder import LEAST_YEARS, PastYear, seasonal_share
from tongket.figures.observations.book import PERCENT, POINT, Book
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.targets.target import Target
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Pace:
    """Where a target stands after the months in `so_far`; every figure may be absent with its cause.

    `required_rest` is what each remaining month must bring on average: an amount of a flow, a level of an
    index, points of a rate. `required_growth` is the same as growth on those months of last year.
    """

    target: Target
    so_far: Period | None
    attainment: Figure
    expected_share: Figure
    pace_index: Figure
    required_rest: Figure
    required_growth: Figure


def pace_of(target: Target, book: Book) -> Pace:
    """The pace of a target of a calendar year from the months that are in."""
    indicator = book.indicators.of(target.series.definition)
    so_far = months_in(target, book)
    if target.period.frequency != "A" or so_far is None:
        return _unknown(target, None, Cause.NOT_DUE, NO_MONTHS)
    if target.figure.value is None:
        return _unknown(target, so_far, target.figure.cause or Cause.UNDEFINED, target.figure.because)
    if target.shape == "ratio" or indicator.shape is Shape.STOCK:
        return _of_stock(target, so_far, book)
    if indicator.shape is Shape.COUNT:
        return _unknown(target, so_far, Cause.UNDEFINED, NEVER_ADD)
    return _of_total(target, target.figure.value, so_far, book)


def _of_total(target: Target, value: Decimal, so_far: Period, book: Book) -> Pace:
    done = _total(target.series, so_far, book)
    if isinstance(done, Figure):
        return _unknown(target, so_far, done.cause or Cause.UNDEFINED, done.because)
    plan = planned_total(target, value, book)
    if isinstance(plan, Figure):
        return _unknown(target, so_far, plan.cause or Cause.UNDEFINED, plan.because)
    if plan <= 0:
        return _unknown(target, so_far, Cause.ZERO_BASE)
    attainment = 100 * done / plan
    share = expected_share(target.series, so_far, book)
    told = replace(
        _unknown(target, so_far, Cause.UNDEFINED, YEAR_IS_OVER),
        attainment=Figure(attainment, PERCENT),
        expected_share=share,
        pace_index=Figure(100 * attainment / share.value, PERCENT) if share.value else share,
    )
    left = target.period.length - so_far.length
    if left == 0:
        return told
    return replace(
        told,
        required_rest=Figure((plan - done) / left, target.series.definition.unit),
        required_growth=_growth_of_rest(target.series, so_far, plan - done, book),
    )


def _of_stock(target: Target, so_far: Period, book: Book) -> Pace:
    """A rate or stock does not add up; what can be said is how much it must move in each month left."""
    blank = _unknown(target, so_far, Cause.UNDEFINED, NEVER_ADD)
    latest = book.level(target.series, Period(so_far.last, 1))
    left = target.period.length - so_far.length
    if latest.value is None or target.figure.value is None or left == 0:
        return blank
    unit = POINT if latest.unit == PERCENT else latest.unit
    return replace(blank, required_rest=Figure((target.figure.value - latest.value) / left, unit))


def expected_share(series: SeriesKey, so_far: Period, book: Book, years_needed: int = LEAST_YEARS) -> Figure:
    """Which share of the year these months made, on the mean of past years; absent when history is short."""
    past = [PastYear(part, whole) for part, whole in _past(series, so_far, book) if part > 0]
    if len(past) < years_needed:
        because = Text(
            "cần ít nhất {needed} năm đủ tháng, mới có {found}", "needs {needed} whole years, has {found}"
        ).format(needed=years_needed, found=len(past))
        return Figure.absent(PERCENT, Cause.UNDEFINED, because)
    found = seasonal_share(Decimal(1), past, years_needed)
    return Figure.absent(PERCENT, found) if isinstance(found, Cause) else Figure(100 * found.share, PERCENT)


def _past(series: SeriesKey, so_far: Period, book: Book) -> Iterator[tuple[Decimal, Decimal]]:
    """These months and the whole year, for each year back as far as the book goes without a gap."""
    back = 1
    while True:
        part = _total(series, so_far.years_back(back), book)
        whole = _total(series, Period.year(so_far.start_year - back), book)
        if isinstance(part, Figure) or isinstance(whole, Figure):
            return
        yield part, whole
        back += 1


def _growth_of_rest(series: SeriesKey, so_far: Period, rest: Decimal, book: Book) -> Figure:
    months = Period(so_far.last + 1, 12 - so_far.length).same_last_year()
    before = _total(series, months, book)
    if isinstance(before, Figure):
        return Figure.absent(PERCENT, before.cause or Cause.UNDEFINED, before.because)
    if before <= 0:
        return Figure.absent(PERCENT, Cause.ZERO_BASE)
    return Figure(100 * (rest / before - 1), PERCENT)


def planned_total(target: Target, value: Decimal, book: Book) -> Decimal | Figure:
    if target.shape != "growth":
        return value * _months_of_mean(target.series, target.period, book)
    before = _total(target.series, target.period.same_last_year(), book)
    return before if isinstance(before, Figure) else before * (1 + value / 100)


def _total(series: SeriesKey, period: Period, book: Book) -> Decimal | Figure:
    """The sum over the months; of an index, whose level is a mean, the mean times the months."""
    level = book.level(series, period)
    return level if level.value is None else level.value * _months_of_mean(series, period, book)


def _months_of_mean(series: SeriesKey, period: Period, book: Book) -> int:
    return period.length if book.indicators.of(series.definition).shape is Shape.INDEX else 1


def months_in(target: Target, book: Book) -> Period | None:
    """January to the last month with a figure; a gap before it shows as an absent sum, never as zero."""
    in_book = [m for m in target.period.months() if book.level(target.series, m).value is not None]
    return Period(target.period.first, in_book[-1].last - target.period.first + 1) if in_book else None


NO_MONTHS = Text("chưa có tháng nào của kỳ kế hoạch", "no month of the plan's period is in")
YEAR_IS_OVER = Text("đã hết kỳ kế hoạch", "the plan's period is over")
NEVER_ADD = Text("chỉ tiêu này không cộng dồn theo tháng", "this indicator does not add up over months")


def _unknown(target: Target, so_far: Period | None, cause: Cause, because: Text | None = None) -> Pace:
    percent = Figure.absent(PERCENT, cause, because)
    rest_unit = target.series.definition.unit
    rest = Figure.absent(POINT if rest_unit == PERCENT else rest_unit, cause, because)
    return Pace(target, so_far, percent, percent, percent, rest, percent)
