"""How an estimate of the year explains itself, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import reduce as fold

from tongket.figures.compile.grid import Grid
from tongket.figures.compile.parameters import DAMPING
from tongket.figures.compile.timeline import Absence
from tongket.figures.compile.words import joined, number
from tongket.figures.methods.time_series.back_test import YearView, comparable_scores
from tongket.figures.methods.time_series.series import Unanswered
from tongket.figures.methods.time_series.year_ladder import LEAST_YEARS, Candidate
from tongket.figures.methods.time_series.year_methods import YearMethod
from tongket.figures.terms.figure import CAUSES, Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

SHARE_PLACES = 1  # of a share in percent, in the sentence that explains an estimate
FACTOR_PLACES = 4


def figure_of(
    grid: Grid,
    months: tuple[Period, ...],
    answers: int,
    estimate: Candidate,
    view: YearView | None,
    fitted: Decimal,
) -> Figure:
    """The estimate as a figure, with how it was made, from which months, and between which ends."""
    because = _made_by(grid, months, estimate, view)
    if fitted != 1:
        because = joined(because, _FITTED.format(factor=number(fitted, FACTOR_PLACES)))
    unit = grid.job.recipe.definition.unit
    return Figure(
        estimate.value, unit, DataType.ESTIMATE, ObsStatus.ESTIMATED, because=because, answers=answers
    )


def _made_by(grid: Grid, months: tuple[Period, ...], estimate: Candidate, view: YearView | None) -> Text:
    decimals = grid.job.indicator.decimals
    slots = {"first": months[0], "last": months[-1], "unit": grid.job.context.units[_unit(grid)].symbol}
    if view is not None:
        return _viewed(view, estimate, decimals, slots)
    ends = {
        end: number(value, decimals)
        for end, value in (("low", estimate.low), ("high", estimate.high))
        if value is not None
    }
    if estimate.shares:
        shares = [
            _OF_YEAR.format(year=year, share=number(100 * share, SHARE_PLACES))
            for year, share in estimate.shares
        ]
        share = number(100 * estimate.share, SHARE_PLACES)
        return _BY_SHARE.format(share=share, shares=fold(joined, shares), **ends, **slots)
    told = BY_METHOD[estimate.method].format(damping=number(DAMPING.of(grid.job.recipe), 2), **slots)
    return joined(told, _BETWEEN.format(**ends, **slots)) if ends else told


def _unit(grid: Grid) -> str:
    return grid.job.recipe.definition.unit


def _viewed(view: YearView, estimate: Candidate, decimals: int, slots: Mapping[str, object]) -> Text:
    """Which method was chosen and how wrong it was in past years, or that none could be tried; the range."""
    method = NAMES[view.chosen.method]
    low, high = number(view.low, decimals), number(view.high, decimals)
    names = ", ".join(candidate.method for candidate in view.candidates)
    between = _RANGE.format(names=names, low=low, high=high, **slots)
    if view.note is not None:
        return joined(_UNTRIED.format(method=method, note=view.note, **slots), between)
    tried = comparable_scores(view.scores)
    score = next(one for name, one in tried.items() if LETTERS[YearMethod(name)] == view.chosen.method)
    told = _CHOSEN if estimate.value == view.chosen.value else _COMBINED
    mape = number(exact(score.mape), 1)
    return joined(told.format(method=method, mape=mape, years=score.trials, **slots), between)


def too_early(lacking: Absence, least: int) -> Absence:
    return _with(lacking, _TOO_EARLY.format(least=least))


def no_answer(lacking: Absence, rule: str, why: Unanswered, years: int) -> Absence:
    """`rule` is what the recipe asks for, `years` how many past years are complete."""
    if rule not in set(YearMethod):
        return _with(lacking, why.because)
    if rule == YearMethod.SEASONAL_SHARE:
        few = _FEW_YEARS.format(found=years, least=LEAST_YEARS)
        return _with(lacking, few if why.cause is Cause.NOT_ANSWERED else _NO_SHARE)
    return _with(lacking, _NO_METHOD.format(method=NAMES[LETTERS[YearMethod(rule)]], cause=CAUSES[why.cause]))


def _with(lacking: Absence, reason: Text) -> Absence:
    return replace(lacking, because=joined(lacking.sentence, reason))


LETTERS = dict(zip(YearMethod, "ABCDE", strict=True))
NAMES = {
    "A": Text("A (tỷ trọng mùa vụ)", "A (seasonal share)"),
    "B": Text("B (giữ đà tăng)", "B (growth carried on)"),
    "C": Text("C (bình quân tháng)", "C (run rate)"),
    "D": Text("D (mô hình)", "D (model)"),
    "E": Text("E (chuỗi liên quan)", "E (related series)"),
}
_BY_SHARE = Text(
    "ước từ {first}–{last} theo tỷ trọng mùa vụ {share} % của cả năm ({shares}); "
    "theo tỷ trọng từng năm: {low}–{high} {unit}",
    "estimated from {first}–{last} by their seasonal share of the year, {share} % ({shares}); "
    "by the share of each year alone: {low}–{high} {unit}",
)
_OF_YEAR = Text.same("{year}: {share} %")
BY_METHOD = {
    "A": Text(
        "ước từ {first}–{last} cộng bình quân phần còn lại của các năm trước",
        "estimated from {first}–{last} plus what the rest of past years brought on average",
    ),
    "B": Text(
        "ước từ {first}–{last} với phần còn lại của năm trước nhân đà tăng đến nay (lũy thừa {damping})",
        "estimated from {first}–{last} with last year's rest grown as the year so far (to the {damping})",
    ),
    "C": Text(
        "ước từ bình quân {first}–{last}, không tính mùa vụ",
        "estimated from the mean of {first}–{last}, which knows no season",
    ),
    "D": Text(
        "ước từ {first}–{last} bằng mô hình chuỗi tháng có Tết",
        "estimated from {first}–{last} by a model of the months with Tết",
    ),
    "E": Text(
        "ước từ {first}–{last} theo một chuỗi liên quan",
        "estimated from {first}–{last} along a related series",
    ),
}
_BETWEEN = Text("8 trên 10 khả năng: {low}–{high} {unit}", "8 chances in 10: {low}–{high} {unit}")
_CHOSEN = Text(
    "ước từ {first}–{last} theo cách {method}, sai bình quân {mape} % khi thử lại {years} năm trước",
    "estimated from {first}–{last} by {method}, wrong by {mape} % on average over {years} past years",
)
_COMBINED = Text(
    "ước từ {first}–{last} bằng bình quân các cách theo nghịch đảo bình phương sai số; "
    "cách tốt nhất là {method}, sai bình quân {mape} % khi thử lại {years} năm trước",
    "estimated from {first}–{last} by all methods weighed by the inverse of their squared errors; "
    "the best is {method}, wrong by {mape} % on average when tried on {years} past years",
)
_UNTRIED = Text(
    "ước từ {first}–{last} theo cách {method}: {note}", "estimated from {first}–{last} by {method}: {note}"
)
_RANGE = Text("các cách {names}: {low}–{high} {unit}", "methods {names}: {low}–{high} {unit}")
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
_NO_METHOD = Text(
    "không ước được cả năm theo cách {method}: {cause}", "no estimate of the year by {method}: {cause}"
)
