"""Which periods of a dataflow are complete, and why the others are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from tongket.figures.compile.context import Answered, RecipeRefused
from tongket.figures.methods.totals import covered_total
from tongket.figures.terms.figure import CAUSES, Cause
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Absence:
    """Why a period has no figure, and the sentence that says so."""

    cause: Cause
    because: Text | None = None

    @property
    def sentence(self) -> Text:
        return self.because or CAUSES[self.cause]


@dataclass(frozen=True)
class Timeline:
    """The periods of a dataflow that something is known of, in order, all of `grain` months.

    `certain` are complete by the register of returns; `absences` are known to be incomplete. A period
    that the register does not know is complete when it has facts.
    """

    grain: int
    periods: tuple[Period, ...]
    certain: frozenset[Period]
    absences: Mapping[Period, Absence]

    def absence(self, period: Period) -> Absence:
        """Why the period has nothing."""
        if period in self.absences:
            return self.absences[period]
        late = bool(self.periods) and period > self.periods[-1]
        return Absence(Cause.NOT_DUE if late else Cause.NOT_ANSWERED)

    def parts(self, span: Period) -> tuple[Period, ...]:
        """The periods of the grain that a span is made of; none where it does not divide."""
        if not self.periods or (span.first - self.periods[0].first) % self.grain or span.length % self.grain:
            return ()
        return tuple(Period(first, self.grain) for first in range(span.first, span.last + 1, self.grain))

    def years(self) -> tuple[Period, ...]:
        """The calendar years that the periods fall in, where a year is made of several."""
        if self.grain >= 12:
            return ()
        return tuple(Period.year(year) for year in sorted({period.start_year for period in self.periods}))

    def lacking(self, missing: Iterable[Period], why: Callable[[Period], Absence] | None = None) -> Absence:
        """Why a span lacks: a sentence that names its missing periods, each with its own reason."""
        reasons = [(period, (why or self.absence)(period)) for period in missing]
        late = all(absence.cause is Cause.NOT_DUE for _, absence in reasons)
        parts = [
            (_run([period for period, _ in same]), reason)
            for reason, same in groupby(reasons, key=lambda pair: pair[1].sentence)
        ]
        because = Text(
            "thiếu số liệu của " + "; ".join(f"{run} ({reason.vi})" for run, reason in parts),
            "no figure for " + "; ".join(f"{run} ({reason.en})" for run, reason in parts),
        )
        return Absence(Cause.NOT_DUE if late else Cause.NOT_ANSWERED, because)


def timeline(dataflow: str, coverage: Mapping[Period, Answered], facts: Iterable[Period]) -> Timeline:
    """What is known of a dataflow's periods, from the register of returns and the facts themselves."""
    with_facts = frozenset(facts)
    known = sorted(with_facts | coverage.keys())
    grain = one_length(dataflow, {period.length for period in known})
    absences: dict[Period, Absence] = {}
    for period, found in coverage.items():
        why = absence_of(found)
        # Facts of a period in which nothing was due are there all the same.
        if why and not (why.cause is Cause.NOT_DUE and period in with_facts):
            absences[period] = why
    certain = frozenset(period for period, found in coverage.items() if found.due and period not in absences)
    return Timeline(grain, tuple(known), certain, absences)


def one_length(dataflow: str, lengths: set[int]) -> int:
    """The length of a dataflow's periods in months; periods of several lengths would be added twice."""
    if len(lengths) > 1:
        raise RecipeRefused(_MIXED.format(dataflow=dataflow, lengths=sorted(lengths)))
    return next(iter(lengths), 1)


def absence_of(found: Answered) -> Absence | None:
    """Why a period has no figure, from how many of its returns are in; None where all are."""
    cause = covered_total(None, found.due, found.answered)
    if not isinstance(cause, Cause):
        return None
    if cause is Cause.NOT_DUE:
        return Absence(cause)
    return Absence(cause, _SO_FAR.format(answered=found.answered, due=found.due))


def _run(periods: list[Period]) -> str:
    """Periods in a row as their ends."""
    names = [str(period) for period in periods]
    in_a_row = periods[-1].first - periods[0].first == (len(periods) - 1) * periods[0].length
    return f"{names[0]}–{names[-1]}" if len(names) > 2 and in_a_row else ", ".join(names)


_SO_FAR = Text("mới có {answered} trên {due} báo cáo", "{answered} of {due} returns are in")
_MIXED = Text(
    "Số liệu “{dataflow}” có các kỳ dài ngắn khác nhau ({lengths} tháng), cộng lại sẽ trùng. "
    "Hãy tách thành hai luồng số liệu.",
    "The facts of “{dataflow}” have periods of different lengths ({lengths} months) and would be counted "
    "twice. Keep them in two dataflows.",
)
