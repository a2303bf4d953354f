"""Every number of a reading: what the book, the plan and the other numbers of the text say of it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tongket.figures.prose.proofing import words
from tongket.figures.prose.proofing.agreement import interval, places, tells
from tongket.figures.prose.proofing.asking import Answer, Asked, answers, asked
from tongket.figures.prose.proofing.finding import Finding, Verdict
from tongket.figures.prose.proofing.recomputing import TextLevels, Worked, includes
from tongket.figures.prose.proofing.reference import Reference
from tongket.figures.prose.proofing.slips import Slip, slip_of
from tongket.figures.prose.proofing.telling import clauses, percent, told, worked_from
from tongket.figures.prose.reading import Mention
from tongket.figures.terms.figure import DataType
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text


def proofread(
    mentions: Sequence[Mention],
    reference: Reference,
    undated: Container[int] = (),
    tabled: Container[int] = (),
) -> tuple[Finding, ...]:
    """A finding for each mention, in the order given.

    `mentions` stand in the order of their text, those of its sentences and of its tables alike. `undated`
    are the offsets of those whose sentence has named no period yet: they may also mean the report's year.
    `tabled` are those of numbers in tables, which say in notes and heads how firm they are.
    """
    return tuple(_Proof(mentions, reference, undated, tabled).findings())


@dataclass(frozen=True)
class _Proof:
    mentions: Sequence[Mention]
    reference: Reference
    undated: Container[int]
    tabled: Container[int]
    _first: dict[tuple[object, ...], Mention] = field(default_factory=dict)

    @cached_property
    def _levels(self) -> TextLevels:
        return TextLevels(self.mentions, self.reference)

    def findings(self) -> Iterator[Finding]:
        for mention in self.mentions:
            yield self._finding(mention)

    def _finding(self, mention: Mention) -> Finding:
        if mention.value is None:
            reason = mention.doubt[0].reason if mention.doubt else Text.same(mention.text)
            return _found(mention, Verdict.DISAGREES, clauses([words.MALFORMED.format(reason=reason)]))
        about = asked(mention, self.reference)
        if about is None:
            return self._without_book(mention, about, clauses([words.NOT_IN_CATALOGUE]))
        found = answers(mention, about, self.reference)
        for answer in found:
            if tells(mention, answer.figure, self.reference):
                return self._agreeing(mention, answer)
        if mention.start in self.undated and (other := self._otherwise_dated(mention, about)):
            return self._agreeing(mention, other)
        if isinstance(mention.value, tuple) and (ranged := self._in_year(mention, about)):
            return self._agreeing(mention, ranged)
        known = next((answer for answer in found if answer.figure.value is not None), None)
        return self._missing(mention, about, found) if known is None else self._wrong(mention, about, known)

    def _otherwise_dated(self, mention: Mention, about: Asked) -> Answer | None:
        """What a number tells whose sentence names no period: a span of years, or the year of the report."""
        spans = [
            period
            for period in self.reference.periods(about.series)
            if period.length > 12 and period.last == about.period.last
        ]
        for period in (*spans, Period.year(self.reference.year)):
            for answer in answers(mention, Asked(about.series, period), self.reference):
                if tells(mention, answer.figure, self.reference):
                    return answer
        return None

    def _in_year(self, mention: Mention, about: Asked) -> Answer | None:
        """The figure of the year of the text, where a range holds it: a range tells how sure that one is."""
        year = Asked(about.series, Period.year(self.reference.year))
        found = answers(mention, year, self.reference)
        return next((answer for answer in found if tells(mention, answer.figure, self.reference)), None)

    def _agreeing(self, mention: Mention, answer: Answer) -> Finding:
        figure = answer.figure
        if self._is_told_as_final(mention) and figure.data_type is DataType.ESTIMATE:
            sentence = clauses([words.ESTIMATE_AS_FINAL])
            return _found(mention, Verdict.DISAGREES, sentence, answer, "status")
        return _found(mention, Verdict.AGREES, clauses([words.AGREES]), answer)

    def _is_told_as_final(self, mention: Mention) -> bool:
        """Only a whole level said in a sentence says how firm it is."""
        plain = mention.comparison == "level" and not mention.breakdown and not mention.bound
        return plain and mention.status == "actual" and mention.start not in self.tabled

    def _wrong(self, mention: Mention, about: Asked, answer: Answer) -> Finding:
        """The book has another figure. Why the text has this one, as far as it can be told."""
        has = words.BOOK_HAS.format(figure=told(answer, mention, self.reference))
        if unlike := self._unlike(mention):
            return _found(mention, Verdict.UNLIKE_COMPARISON, clauses([unlike, has]), answer)
        slip = slip_of(mention, about, answer, self.reference)
        worked = self._levels.recomputed(mention, about)
        if worked is not None and not includes(worked, mention):
            said = [has, self._recomputed(mention, worked), *([slip.clause] if slip else [])]
            return _found(mention, Verdict.DOES_NOT_RECOMPUTE, clauses(said), answer, _code(slip))
        said = [has, *([slip.clause] if slip else [])]
        return _found(mention, Verdict.DISAGREES, clauses(said), answer, _code(slip))

    def _missing(self, mention: Mention, about: Asked, found: list[Answer]) -> Finding:
        """The book has no such figure; the number may still be somebody else's, or not recompute."""
        slip = slip_of(mention, about, None, self.reference) if found else None
        if slip is not None:
            name = self.reference.book.indicators.name(about.series.definition)
            said = [words.NO_FIGURE.format(name=name, period=about.period), slip.clause]
            return _found(mention, Verdict.DISAGREES, clauses(said), None, slip.code)
        reason = next((answer.figure.reason() for answer in found if answer.figure.reason()), None)
        sentence = words.ABSENT.format(cause=reason) if reason else words.NO_SUCH_KIND
        return self._without_book(mention, about, clauses([sentence]))

    def _without_book(self, mention: Mention, about: Asked | None, sentence: Text) -> Finding:
        """What the text's own numbers say of one the book does not know."""
        if unlike := self._unlike(mention):
            return _found(mention, Verdict.UNLIKE_COMPARISON, clauses([unlike]))
        if about is not None:
            worked = self._levels.recomputed(mention, about)
            if worked is not None and not includes(worked, mention):
                said = clauses([self._recomputed(mention, worked)])
                return _found(mention, Verdict.DOES_NOT_RECOMPUTE, said)
            if other := self._contradicted(mention, about):
                said = clauses([words.ELSEWHERE.format(printed=other.text)])
                return _found(mention, Verdict.CONTRADICTS, said)
        return _found(mention, Verdict.UNKNOWN, sentence)

    def _unlike(self, mention: Mention) -> Text | None:
        found = self._levels.unlike(mention)
        if found is None:
            return None
        worked, refusal = found
        return words.UNLIKE.format(worked=worked_from(worked), reason=refusal.reason)

    def _recomputed(self, mention: Mention, worked: Worked) -> Text:
        middle = (worked.low + worked.high) / 2
        result = percent(middle, places(mention))
        return words.RECOMPUTED.format(worked=worked_from(worked), result=result)

    def _contradicted(self, mention: Mention, about: Asked) -> Mention | None:
        """Another place of the text that tells the same figure otherwise."""
        key = (about, mention.comparison, mention.base, mention.unit, mention.status)
        first = self._first.setdefault(key, mention)
        one, other = interval(first), interval(mention)
        if first is mention or one is None or other is None:
            return None
        return first if one[1] < other[0] or other[1] < one[0] else None


def _code(slip: Slip | None) -> str:
    return slip.code if slip else ""


def _found(
    mention: Mention, verdict: Verdict, sentence: Text, answer: Answer | None = None, slip: str = ""
) -> Finding:
    address, figure = (answer.address, answer.figure) if answer else (None, None)
    return Finding(mention.start, mention.end, mention, verdict, sentence, address, figure, slip)
