"""The running year of a flow, estimated from its months in hand by their share of past years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce as fold

from tongket.figures.compile.grid import Grid
from tongket.figures.compile.places import first_day, last_day, same_extent
from tongket.figures.compile.splits import split
from tongket.figures.compile.tally import NOTHING
from tongket.figures.compile.timeline import Absence
from tongket.figures.compile.words import joined, number
from tongket.figures.methods.ratios import ratio
from tongket.figures.methods.year_estimate import (
    LEAST_MONTHS,
    LEAST_YEARS,
    PastYear,
    YearEstimate,
    seasonal_share,
)
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.figure import Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

SHARE_PLACES = 1  # of a share in percent, in the sentence that explains an estimate
FACTOR_PLACES = 4


@dataclass(frozen=True, slots=True)
class Estimated:
    """An estimate with what it was made from. `fitted` is the factor that made the parts add up."""

    months: tuple[Period, ...]
    in_hand: Decimal
    answers: int
    years: tuple[Period, ...]
    estimate: YearEstimate
    fitted: Decimal = Decimal(1)


def year_estimates(grid: Grid, year: Period, past_years: int) -> dict[SeriesKey, Figure]:
    """The estimate of an incomplete year for every series that has one, or why it has none.

    Series without any month in hand are left to say what they lack. Parts are estimated each by its
    own shares, then fitted to their whole from the top of the tree, so that a table adds up.
    """
    found = {key: _estimate(grid, key, year, past_years) for key in grid.series}
    made = {key: one for key, one in found.items() if isinstance(one, Estimated)}
    for name in sorted({key.breakdown[0][0] for key in made if len(key.breakdown) == 1}):
        codelist = split(grid.job.recipe, grid.job.context, name).codelist
        for area in sorted({key.area for key in made}):
            made |= _fitted(made, grid.job.series(area), name, codelist)
    figures = {key: _figure(grid, one) for key, one in made.items()}
    return figures | {key: grid.absent(one) for key, one in found.items() if isinstance(one, Absence)}


def months_in_hand(grid: Grid, key: SeriesKey, year: Period) -> tuple[Period, ...]:
    """The months from January on that are complete; none when one is missing in between, because
    what came after a gap would then stand for a part of the year it is not."""
    parts = grid.timeline.parts(year)
    there = [part for part in parts if grid.tally(key, part) is not None]
    return tuple(there) if there == list(parts[: len(there)]) else ()


def _estimate(grid: Grid, key: SeriesKey, year: Period, past_years: int) -> Estimated | Absence | None:
    months = months_in_hand(grid, key, year)
    if not months or not grid.job.context.areas.knows(key.area, last_day(year)):
        return None
    lacking = grid.lacking(key, [part for part in grid.timeline.parts(year) if part not in months])
    if len(months) * grid.timeline.grain < LEAST_MONTHS:
        return _without(lacking, _TOO_EARLY.format(least=LEAST_MONTHS))
    years = _complete_years(grid, key, year, past_years)
    past = [
        PastYear(
            _sum(grid, key, (Period(m.first - year.first + past.first, m.length) for m in months)),
            _sum(grid, key, grid.timeline.parts(past)),
        )
        for past in years
    ]
    in_hand = _sum(grid, key, months)
    estimate = seasonal_share(in_hand, past)
    if isinstance(estimate, Cause):
        few = _FEW_YEARS.format(found=len(years), least=LEAST_YEARS)
        return _without(lacking, few if estimate is Cause.NOT_ANSWERED else _NO_SHARE)
    answers = sum((grid.tally(key, month) or NOTHING).answers for month in months)
    return Estimated(months, in_hand, answers, years, estimate)


def _complete_years(grid: Grid, key: SeriesKey, year: Period, most: int) -> tuple[Period, ...]:
    """The most recent past years with every month in, on the same ground as the year itself."""
    areas, today = grid.job.context.areas, last_day(year)
    complete = [
        past
        for past in grid.timeline.years()
        if past < year
        and all(grid.tally(key, part) is not None for part in grid.timeline.parts(past))
        and same_extent(areas, key.area, first_day(past), today)
    ]
    return tuple(complete[-most:])


def _sum(grid: Grid, key: SeriesKey, months: Iterable[Period]) -> Decimal:
    return sum((grid.read(grid.tally(key, month) or NOTHING) for month in months), Decimal(0))


def _without(lacking: Absence, reason: Text) -> Absence:
    return replace(lacking, because=joined(lacking.sentence, reason))


def _fitted(
    made: Mapping[SeriesKey, Estimated], whole: SeriesKey, name: str, codelist: Codelist | None
) -> dict[SeriesKey, Estimated]:
    """The parts of one area fitted to their whole, level by level from the top."""
    keys = {key for key in made if key.whole() == whole and [split for split, _ in key.breakdown] == [name]}
    children: dict[SeriesKey, list[SeriesKey]] = {}
    for key in sorted(keys):
        above = codelist[key.breakdown[0][1]].parent if codelist else ""
        parent = whole.within(**{name: above})
        children.setdefault(parent if parent in keys else whole, []).append(key)
    fitted: dict[SeriesKey, Estimated] = {}
    waiting = [whole] if whole in made else []
    while waiting:
        above_all = waiting.pop()
        parts = children.get(above_all, [])
        factor = _factor(fitted.get(above_all, made[above_all]), [made[key] for key in parts])
        if factor is None:
            continue
        for key in parts:
            fitted[key] = replace(made[key], estimate=made[key].estimate.scaled(factor), fitted=factor)
        waiting += parts
    return fitted


def _factor(top: Estimated, parts: list[Estimated]) -> Decimal | None:
    """What the parts are multiplied by to add to the whole.

    None where the parts' months in hand do not make those of the whole: then some of it stands in no
    part, or in one without an estimate, and nothing says what the others should add to.
    """
    if sum((part.in_hand for part in parts), Decimal(0)) != top.in_hand:
        return None
    factor = ratio(top.estimate.value, sum((part.estimate.value for part in parts), Decimal(0)))
    return None if isinstance(factor, Cause) else factor


def _figure(grid: Grid, one: Estimated) -> Figure:
    definition, decimals = grid.job.recipe.definition, grid.job.indicator.decimals
    shares = [
        _OF_YEAR.format(year=year, share=number(100 * share, SHARE_PLACES))
        for year, share in zip(one.years, one.estimate.shares, strict=True)
    ]
    because = _HOW.format(
        first=one.months[0],
        last=one.months[-1],
        share=number(100 * one.estimate.share, SHARE_PLACES),
        shares=fold(joined, shares),
        low=number(one.estimate.low, decimals),
        high=number(one.estimate.high, decimals),
        unit=grid.job.context.units[definition.unit].symbol,
    )
    if one.fitted != 1:
        because = joined(because, _FITTED.format(factor=number(one.fitted, FACTOR_PLACES)))
    value, kind, status = one.estimate.value, DataType.ESTIMATE, ObsStatus.ESTIMATED
    return Figure(value, definition.unit, kind, status, because=because, answers=one.answers)


_HOW = Text(
    "ước từ {first}–{last} theo tỷ trọng mùa vụ {share} % của cả năm ({shares}); "
    "theo tỷ trọng từng năm: {low}–{high} {unit}",
    "estimated from {first}–{last} by their seasonal share of the year, {share} % ({shares}); "
    "by the share of each year alone: {low}–{high} {unit}",
)
_OF_YEAR = Text.same("{year}: {share} %")
_FITTED = Text(
    "nhân với {factor} để các phần cộng bằng tổng",
    "multiplied by {factor} so that the parts add to the whole",
)
_TOO_EARLY = Text(
    "chưa ước được cả năm: cần ít nhất {least} tháng, vì Tết rơi vào tháng 1 hoặc tháng 2",
    "no estimate of the year yet: it takes at least {least} months, for Tết falls in January or February",
)
_FEW_YEARS = Text(
    "chưa ước được cả năm: có {found} năm trước đủ số liệu, cần ít nhất {least}",
    "no estimate of the year: {found} past years are complete, it takes at least {least}",
)
_NO_SHARE = Text(
    "không ước được cả năm: các tháng này của những năm trước không cho một tỷ trọng nằm giữa 0 và 1",
    "no estimate of the year: in past years these months give no share between 0 and 1",
)
