"""Rules that a sheet has to satisfy by arithmetic: E02, E03, E04 and E10."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tongket.figures.methods.comparisons import Levels, percent_of
from tongket.figures.methods.editing.verdict import MISSING, Judgement, Severity, judged, month_of, said
from tongket.figures.methods.finite import finite
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.terms.figure import CAUSES, Cause
from tongket.figures.terms.rounding import round_half_away
from tongket.figures.terms.words import Text

HALF = Decimal("0.5")
INDEX_TOLERANCE = Decimal("0.02")  # four printed indices of two decimals, METHODS §1.1


@dataclass(frozen=True, slots=True)
class SumOfParts:
    """E02: the parts make the total, within half a printed unit for each part.

    That tolerance is exact where total and n parts are printed in one unit: the difference is then a
    whole number of units below (n + 1) / 2. Missing: a blank part or total leaves it undecided.
    Source: METHODS §4.1 E02, §9.2.
    """

    where: Text
    total: Decimal | None
    parts: tuple[Decimal | None, ...]
    unit: Decimal = Decimal(1)
    code: ClassVar[str] = "E02"
    level: ClassVar[int] = 2
    severity: ClassVar[Severity] = "error"

    @property
    def description(self) -> Text:
        return Text("tổng phải bằng cộng các phần", "the total must equal the sum of its parts")

    def judge(self) -> tuple[Judgement, ...]:
        added = total_of_parts(self.parts)
        if self.total is None or isinstance(added, Cause):
            return (judged(self, None, self.where, MISSING),)
        gap = self.total - added
        found = Text("tổng ghi {total}, cộng lại {added}", "it reads {total}, the parts add to {added}")
        found = found.format(total=said(self.total), added=said(added))
        return (judged(self, abs(gap) <= HALF * self.unit * len(self.parts), self.where, found, gap),)


@dataclass(frozen=True, slots=True)
class YearToDate:
    """E03: YTD_m = YTD_m-1 - est_m-1 + act_m-1 + est_m, for every month; YTD_1 = est_1.

    `estimates` are the months as first printed, `actuals` as printed a month later, January first.
    A break is met where it happens and not again: the identity starts from the printed YTD_m-1.
    Missing: a month without one of its terms is undecided. Source: METHODS §2.2, TV-12.
    """

    name: Text
    estimates: Levels
    actuals: Levels
    cumulated: Levels
    unit: Decimal = Decimal("0.01")
    code: ClassVar[str] = "E03"
    level: ClassVar[int] = 2
    severity: ClassVar[Severity] = "error"

    @property
    def description(self) -> Text:
        return Text(
            "lũy kế phải bằng lũy kế tháng trước, thay ước bằng thực hiện, cộng ước tháng này",
            "the year to date must be last month's, its estimate made actual, plus this month's estimate",
        )

    def judge(self) -> tuple[Judgement, ...]:
        return tuple(self._month(place) for place in range(len(self.cumulated)))

    def _month(self, place: int) -> Judgement:
        where, printed = month_of(self.name, place + 1), self.cumulated[place]
        expected = self._expected(place)
        if printed is None or expected is None:
            return judged(self, None, where, MISSING)
        gap = printed - expected
        terms = 4 if place else 1
        found = Text("lũy kế ghi {printed}, tính ra {expected}", "it reads {printed}, not {expected}")
        found = found.format(printed=said(printed), expected=said(expected))
        return judged(self, abs(gap) <= HALF * self.unit * terms, where, found, gap)

    def _expected(self, place: int) -> Decimal | None:
        now = _at(self.estimates, place)
        if place == 0:
            return now
        before = self.cumulated[place - 1]
        estimate, actual = _at(self.estimates, place - 1), _at(self.actuals, place - 1)
        if now is None or before is None or estimate is None or actual is None:
            return None
        return before - estimate + actual + now


@dataclass(frozen=True, slots=True)
class RatioRecomputes:
    """E04: a printed percentage is that of its numerator and denominator.

    Tolerance: half the last printed decimal, and what half a `unit` in both numbers can move the ratio.
    Missing: without one of the numbers it is undecided, and so is a base below 0. Zero: on a base of 0
    the cell has to be blank; a printed 0 there is wrong. Source: METHODS §4.1 E04, TV-13.
    """

    where: Text
    numerator: Decimal | None
    denominator: Decimal | None
    printed: Decimal | None
    decimals: int = 2
    unit: Decimal = Decimal(0)
    code: ClassVar[str] = "E04"
    level: ClassVar[int] = 1
    severity: ClassVar[Severity] = "error"

    @property
    def description(self) -> Text:
        return Text("tỷ lệ phải tính lại được", "the ratio must recompute")

    def judge(self) -> tuple[Judgement, ...]:
        share = percent_of(self.numerator, self.denominator)
        if share is Cause.ZERO_BASE:
            return (judged(self, self.printed is None, self.where, CAUSES[share]),)
        if isinstance(share, Cause) or self.printed is None:
            return (judged(self, None, self.where, MISSING),)
        gap = self.printed - share
        shown = round_half_away(share, self.decimals)
        found = Text("ghi {printed}, tính lại {share}", "it reads {printed}, it recomputes to {share}")
        found = found.format(printed=said(self.printed), share=said(shown))
        return (judged(self, abs(gap) <= self._tolerance(share), self.where, found, gap),)

    def _tolerance(self, share: Decimal) -> Decimal:
        moved = HALF * self.unit * (100 + abs(share)) / (self.denominator or 1)
        return HALF.scaleb(-self.decimals) + moved


@dataclass(frozen=True, slots=True)
class IndexSheet:
    """One row of a month's sheet of the production index, in the order of its columns (METHODS §1.1)."""

    month: int
    previous_on_same_month: Decimal | None
    on_previous_month: Decimal | None
    on_same_month: Decimal | None
    cumulated: Decimal | None


@finite
def cumulated_of_sheets(sheets: Sequence[IndexSheet]) -> Iterator[Decimal | None]:
    """The cumulated index each sheet implies: 100 SUM L_k / SUM B_k over the months so far.

    L is this year's level, B last year's. Each sheet revises the month before, L_k-1 = B_k-1 r_k-1 with
    the revised r, and adds its own, L_k = L_k-1 m_k on that revised level and B_k = L_k / r_k. With the
    first print's level in place of the revised one TV-01 misses March (115.55, published 115.52).
    Domain: sheets of following months, the first of January or February. Missing: a gap or a ratio
    that is blank or not above 0 leaves that sheet and all after it without an answer.
    """
    now: list[Decimal] = []
    before: list[Decimal] = []
    whole = bool(sheets) and sheets[0].month <= 2
    for place, sheet in enumerate(sheets):
        whole = whole and sheet.month == sheets[0].month + place and _usable(sheet)
        if not whole:
            yield None
            continue
        _lay(sheet, now, before)
        yield 100 * sum(now, Decimal(0)) / sum(before, Decimal(0))


def _usable(sheet: IndexSheet) -> bool:
    ratios = [sheet.on_same_month]
    if sheet.month > 1:
        ratios += [sheet.previous_on_same_month, sheet.on_previous_month]
    return all(ratio is not None and ratio > 0 for ratio in ratios)


def _lay(sheet: IndexSheet, now: list[Decimal], before: list[Decimal]) -> None:
    """Add the sheet's month to the levels of both years."""
    on_same = sheet.on_same_month or Decimal(100)
    if sheet.month == 1:
        now.append(Decimal(100))
    else:
        revised = sheet.previous_on_same_month or Decimal(100)
        if not now:
            now.append(Decimal(100))
            before.append(100 * now[0] / revised)
        now[-1] = before[-1] * revised / 100
        now.append(now[-1] * (sheet.on_previous_month or Decimal(100)) / 100)
    before.append(100 * now[-1] / on_same)


@dataclass(frozen=True, slots=True)
class IndexIdentity:
    """E10: the cumulated index of every sheet is the one its monthly ratios imply, within 0.02.

    Source: METHODS §1.1, TV-01; see `cumulated_of_sheets`.
    """

    name: Text
    sheets: tuple[IndexSheet, ...]
    tolerance: Decimal = INDEX_TOLERANCE
    code: ClassVar[str] = "E10"
    level: ClassVar[int] = 2
    severity: ClassVar[Severity] = "error"

    @property
    def description(self) -> Text:
        return Text(
            "chỉ số lũy kế phải khớp với chỉ số các tháng", "the cumulated index must agree with its months"
        )

    def judge(self) -> tuple[Judgement, ...]:
        implied = cumulated_of_sheets(self.sheets)
        return tuple(self._sheet(s, value) for s, value in zip(self.sheets, implied, strict=True))

    def _sheet(self, sheet: IndexSheet, implied: Decimal | None) -> Judgement:
        where = month_of(self.name, sheet.month)
        if implied is None or sheet.cumulated is None:
            return judged(self, None, where, MISSING)
        gap = sheet.cumulated - implied
        found = Text("ghi {printed}, các tháng cho {implied}", "it reads {printed}, its months {implied}")
        found = found.format(printed=said(sheet.cumulated), implied=said(round_half_away(implied, 2)))
        return judged(self, abs(gap) <= self.tolerance, where, found, gap)


def _at(levels: Levels, place: int) -> Decimal | None:
    return levels[place] if place < len(levels) else None
