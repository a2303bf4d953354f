"""Cells of tables: a number with its address, or nothing with a note that says why."""

from __future__ import annotations

from dataclasses import dataclass, field

from tongket.figures.observations.observation import Address
from tongket.figures.prose.names import capitalised
from tongket.figures.prose.quoting import quote
from tongket.figures.prose.spans import Spans, sentence
from tongket.figures.prose.writer import firmness
from tongket.figures.review.content import Cell, Column, Note
from tongket.figures.review.draft import Draft
from tongket.figures.review.spec import Exhibit
from tongket.figures.targets.quoted import figure_at
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.rounding import round_half_away


@dataclass
class Notes:
    """The notes of one table as they come up; the same note keeps the same mark."""

    taken: dict[Spans, str] = field(default_factory=dict)

    def mark(self, words: Spans | str) -> str:
        spans = sentence((words,) if isinstance(words, str) else words)
        return self.taken.setdefault(spans, str(len(self.taken) + 1))

    def all(self) -> tuple[Note, ...]:
        return tuple(Note(mark, spans) for spans, mark in self.taken.items())


@dataclass(frozen=True)
class Cells:
    """Makes the cells of one table and keeps its notes."""

    draft: Draft
    notes: Notes = field(default_factory=Notes)

    def number(
        self, address: Address, decimals: int | None = None, marks: tuple[str, ...] = (), firm: bool = True
    ) -> Cell:
        """The figure at the address, or why there is none; `firm=False` also marks an estimate as one."""
        figure = figure_at(address, self.draft.book, self.draft.targets)
        if figure.value is None:
            return self.empty(figure)
        digits = self.draft.writer.places(address, figure) if decimals is None else decimals
        said = quote(address, figure, digits, self.draft.lang)
        if not firm and firmness(figure) in ("estimate", "provisional"):
            word = "estimated" if firmness(figure) == "estimate" else "provisional"
            marks = (*marks, self.notes.mark(self.draft.word(word)))
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return Cell((said,), marks, float(round_half_away(figure.value, digits)), pattern)

    def empty(self, figure: Figure) -> Cell:
        reason = figure.reason()
        assert reason is not None
        words = self.draft.word("empty", cause=self.draft.names.say(reason))
        return Cell((), (self.notes.mark(words),))

    def refused(self, unlike: NotComparable) -> Cell:
        return Cell((), (self.notes.mark(self.draft.writer.refusal(unlike)),))

    def noted(self, word: str, **slots: object) -> Cell:
        """An empty cell with a fixed note."""
        return Cell((), (self.notes.mark(self.draft.word(word, **slots)),))

    def words(self, text: str, marks: tuple[str, ...] = ()) -> Cell:
        return Cell((capitalised(text),), marks)


def columns_of(draft: Draft, exhibit: Exhibit, **slots: object) -> tuple[Column, ...]:
    return tuple(Column(draft.say(c.head, **slots), c.align, c.share) for c in exhibit.columns)
