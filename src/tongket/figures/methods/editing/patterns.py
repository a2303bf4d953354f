"""Rules on how a series moves or was copied: E05, E06, E07, E09 and E11."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tongket.figures.methods.comparisons import Levels
from tongket.figures.methods.editing.verdict import (
    MISSING,
    Judgement,
    Severity,
    decimals_of,
    judged,
    month_of,
    said,
)
from tongket.figures.methods.finite import finite
from tongket.figures.terms.words import Text

SMALL_BASE = Decimal("0.05")  # METHODS §4.1 E09
LEAST_RUN = 3  # METHODS §4.1 E07


@finite
def transposed(left: Decimal, right: Decimal) -> bool:
    """Whether two unlike numbers have the same digits in another order.

    They then differ by a multiple of 9 of the last place, so that need not be asked besides. Domain: same
    sign, both written to the same place; a comma moved is no transposition. Source: METHODS §4.1 E05.
    """
    places = max(decimals_of(left), decimals_of(right))
    a, b = (f"{abs(value).scaleb(places):.0f}" for value in (left, right))
    return a != b and (left < 0) == (right < 0) and sorted(a) == sorted(b)


@dataclass(frozen=True, slots=True)
class DigitTransposition:
    """E05: the same number in two sources does not differ by digits in another order.

    Any other difference is no business of this rule. Missing: undecided.
    """

    where: Text
    here: Decimal | None
    there: Decimal | None
    code: ClassVar[str] = "E05"
    level: ClassVar[int] = 4
    severity: ClassVar[Severity] = "warning"

    @property
    def description(self) -> Text:
        return Text("hai nguồn không được đảo chữ số", "two sources may not have digits swapped")

    def judge(self) -> tuple[Judgement, ...]:
        if self.here is None or self.there is None:
            return (judged(self, None, self.where, MISSING),)
        found = Text("đây ghi {here}, nguồn kia ghi {there}", "here {here}, there {there}")
        found = found.format(here=said(self.here), there=said(self.there))
        holds = not transposed(self.here, self.there)
        return (judged(self, holds, self.where, found, self.here - self.there),)


@dataclass(frozen=True, slots=True)
class NotDecreasing:
    """E06: a flow's year to date does not fall within its year.

    Each month is set against the last known one before it, so a gap hides no fall. Missing: a month
    without a number is undecided, and so is the first known one. It warns and does not refuse: a
    large downward restatement of the month before may outweigh a small month (E03).
    """

    name: Text
    cumulated: Levels
    code: ClassVar[str] = "E06"
    level: ClassVar[int] = 2
    severity: ClassVar[Severity] = "warning"

    @property
    def description(self) -> Text:
        return Text("lũy kế trong năm không được giảm", "the year to date may not fall within the year")

    def judge(self) -> tuple[Judgement, ...]:
        return tuple(self._months())

    def _months(self) -> Iterator[Judgement]:
        last: Decimal | None = None
        for place, value in enumerate(self.cumulated):
            where = month_of(self.name, place + 1)
            if value is None or last is None:
                yield judged(self, None, where, MISSING)
            else:
                found = Text("từ {last} đến {value}", "from {last} to {value}")
                found = found.format(last=said(last), value=said(value))
                yield judged(self, value >= last, where, found, value - last)
            last = last if value is None else value


@dataclass(frozen=True, slots=True)
class DuplicateBlock:
    """E07: no three or more months in a row are the same in two years, as if copied.

    One judgement a block. Zeros are no evidence of copying and end a block; so does a blank. Missing:
    where no `least` months in a row can be compared, undecided.
    """

    name: Text
    year: Levels
    other_year: Levels
    least: int = LEAST_RUN
    code: ClassVar[str] = "E07"
    level: ClassVar[int] = 3
    severity: ClassVar[Severity] = "warning"

    @property
    def description(self) -> Text:
        return Text(
            "không được lặp lại {least} tháng liền của năm khác",
            "it may not repeat {least} months of another year",
        ).format(least=self.least)

    def judge(self) -> tuple[Judgement, ...]:
        pairs = list(zip(self.year, self.other_year, strict=False))
        equal = [a is not None and a == b and a != 0 for a, b in pairs]
        blocks = [run for run in _runs(equal) if run[1] - run[0] >= self.least]
        if blocks:
            return tuple(judged(self, False, self._where(*block), self._found(*block)) for block in blocks)
        known = _runs([a is not None and b is not None for a, b in pairs])
        enough = any(end - start >= self.least for start, end in known)
        found = Text("không có đoạn trùng", "no block is the same") if enough else MISSING
        return (judged(self, True if enough else None, self.name, found),)

    def _where(self, start: int, end: int) -> Text:
        return Text("{name}, tháng {first}–{last}", "{name}, months {first} to {last}").format(
            name=self.name, first=start + 1, last=end
        )

    def _found(self, start: int, end: int) -> Text:
        return Text("{n} tháng liền giống hệt, từ {value}", "{n} months are the same, from {value}").format(
            n=end - start, value=said(self.year[start])
        )


def _runs(flags: list[bool]) -> list[tuple[int, int]]:
    """The unbroken runs of true, as start and end (not included)."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            runs.append((start, place))
            start = None
    return runs


@dataclass(frozen=True, slots=True)
class GrowthBase:
    """E09: growth is printed only on a base that bears it.

    Zero or missing base: the growth has to be blank; a printed one is an error. A base under 5 % of the
    mean size of the series' own `history` is a warning. Missing: no history leaves a base above 0
    undecided. Source: METHODS §4.1 E09.
    """

    where: Text
    base: Decimal | None
    printed: Decimal | None
    history: Levels
    share: Decimal = SMALL_BASE
    code: ClassVar[str] = "E09"
    level: ClassVar[int] = 1
    severity: ClassVar[Severity] = "error"

    @property
    def description(self) -> Text:
        return Text("chỉ tính tăng trưởng trên kỳ gốc đủ lớn", "growth needs a base large enough")

    def judge(self) -> tuple[Judgement, ...]:
        if not self.base:
            found = Text("kỳ gốc là {base}, mức tăng ghi {printed}", "the base is {base}, growth {printed}")
            found = found.format(base=said(self.base), printed=said(self.printed))
            return (judged(self, self.printed is None, self.where, found),)
        sizes = [abs(value) for value in self.history if value is not None]
        if not sizes:
            return (judged(self, None, self.where, MISSING),)
        mean = sum(sizes, Decimal(0)) / len(sizes)
        found = Text("kỳ gốc {base}", "the base is {base}").format(base=said(self.base))
        holds = abs(self.base) >= self.share * mean
        return (judged(self, holds, self.where, found, severity="warning"),)


@dataclass(frozen=True, slots=True)
class Restated:
    """E11: a past value printed anew is the same, or another one with a reason. Missing: undecided."""

    where: Text
    first: Decimal | None
    restated: Decimal | None
    reason: str = ""
    code: ClassVar[str] = "E11"
    level: ClassVar[int] = 3
    severity: ClassVar[Severity] = "warning"

    @property
    def description(self) -> Text:
        return Text("số đã công bố chỉ đổi khi có lý do", "a published value may change only with a reason")

    def judge(self) -> tuple[Judgement, ...]:
        if self.first is None or self.restated is None:
            return (judged(self, None, self.where, MISSING),)
        gap = self.restated - self.first
        found = Text("trước ghi {first}, nay ghi {now}", "it was {first}, now it is {now}")
        found = found.format(first=said(self.first), now=said(self.restated))
        return (judged(self, gap == 0 or bool(self.reason.strip()), self.where, found, gap),)
