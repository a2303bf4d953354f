"""Cells of tables: a number with its address, or a sign that there is none with a note that says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.prose.names import capitalised
from tongket.figures.prose.plans import bound
from tongket.figures.prose.quoting import quote
from tongket.figures.prose.spans import Spans, fill, sentence
from tongket.figures.prose.writer import firmness
from tongket.figures.review.content import Cell, Column, Note, Row, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.spec import Exhibit
from tongket.figures.targets.judge import NO_PLAN
from tongket.figures.targets.quoted import figure_at, plan_address
from tongket.figures.targets.target import Target
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.rounding import round_half_away

# As the statistical yearbooks print them: nothing to be told here, and something that is not known; and
# as the European ones flag what is confidential.
NOTHING, UNKNOWN, WITHHELD = "–", "…", "c"


@dataclass
class Notes:
    """The notes of one table as they come up; the same note keeps the same mark."""

    taken: dict[Spans, str] = field(default_factory=dict)
    signs: dict[str, str] = field(default_factory=dict)

    def mark(self, words: Spans | str) -> str:
        spans = sentence((words,) if isinstance(words, str) else words)
        return self.taken.setdefault(spans, str(len(self.taken) + 1))

    def all(self) -> tuple[Note, ...]:
        """The signs explained first, then the numbered notes."""
        signs = (Note(sign, (words,)) for sign, words in self.signs.items())
        return (*signs, *(Note(mark, spans) for spans, mark in self.taken.items()))


@dataclass(frozen=True)
class Cells:
    """Makes the cells of one table and keeps its notes."""

    draft: Draft
    notes: Notes = field(default_factory=Notes)

    def number(self, address: Address, decimals: int | None = None, firm: bool = True) -> Cell:
        """The figure at the address, or why there is none; `firm=False` also marks an estimate as one."""
        figure = figure_at(address, self.draft.book, self.draft.targets)
        if figure.value is None:
            return self.empty(figure)
        digits = self.draft.writer.places(address, figure) if decimals is None else decimals
        said = quote(address, figure, digits, self.draft.lang)
        marks = () if firm else self.firmness(figure)
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return Cell((said,), marks, float(round_half_away(figure.value, digits)), pattern)

    def firmness(self, figure: Figure) -> tuple[str, ...]:
        """The mark of an estimate, with how it was made where the figure says so, or of a preliminary one."""
        words = told_firmness(self.draft, figure)
        return (self.notes.mark(words),) if words else ()

    def plan(self, target: Target) -> Cell:
        """The plan as resolved, with its bound; without a value, why."""
        if target.figure.value is None:
            cause = target.figure.reason()
            words = NO_PLAN.format(decision=target.decision.title, cause=cause)
            return self.noted(self.draft.names.reason(words))
        cell = self.number(plan_address(target, Comparison.PLAN))
        pattern = bound(self.draft.writer, target).replace(" ", "\N{NO-BREAK SPACE}")
        before, _, after = pattern.partition("{value}")
        told = (f'"{words}"' if words else "" for words in (before, after))
        shown = cell.number_format.join(told)
        return replace(cell, spans=fill(pattern, value=cell.spans), number_format=shown)

    def origin(self, target: Target) -> str:
        """The decision that set the target, and that it was not read where it was not."""
        title = capitalised(self.draft.names.say(target.decision.title))
        return title if target.decision.verified else self.draft.word("unread_title", decision=title)

    def marked(self, cell: Cell, words: Iterable[Spans | str]) -> Cell:
        """The cell with further notes."""
        return replace(cell, notes=(*cell.notes, *map(self.notes.mark, words)))

    def empty(self, figure: Figure) -> Cell:
        """A figure that is not known, or that cannot be worked out."""
        if figure.cause is Cause.CONFIDENTIAL:
            self.notes.signs[WITHHELD] = self.draft.word("withheld")
            return Cell((WITHHELD,))
        reason = figure.reason()
        assert reason is not None
        undefined = figure.cause in (Cause.UNDEFINED, Cause.ZERO_BASE, Cause.NOT_COMPARABLE)
        word, sign = ("not_worked_out", NOTHING) if undefined else ("empty", UNKNOWN)
        words = self.draft.word(word, cause=self.draft.names.reason(reason))
        return Cell((sign,), (self.notes.mark(words),))

    def refused(self, unlike: NotComparable) -> Cell:
        return self.noted(self.draft.writer.refusal(unlike))

    def noted(self, words: Spans | str) -> Cell:
        """Nothing to be told, with a note of its own."""
        return Cell((NOTHING,), (self.notes.mark(words),))

    def no_target(self) -> Cell:
        """Nothing to be told, for the reason most cells of a plan have: the sign itself is explained."""
        self.notes.signs[NOTHING] = self.draft.word("no_target")
        return Cell((NOTHING,))

    def words(self, text: str, marks: tuple[str, ...] = ()) -> Cell:
        return Cell((capitalised(text),), marks)


def told_firmness(draft: Draft, figure: Figure) -> str:
    """That a figure is an estimate and how it was made, or that it is preliminary; nothing of a firm one."""
    match firmness(figure):
        case "estimate" if figure.because:
            return draft.names.reason(figure.because)
        case "estimate":
            return draft.word("estimated")
        case "provisional":
            return draft.word("provisional")
    return ""


def text_notes(said: Iterable[Spans]) -> tuple[Note, ...]:
    """Notes of running text and charts, marked by stars: (*), (**)."""
    return tuple(Note("*" * place, sentence(spans)) for place, spans in enumerate(dict.fromkeys(said), 1))


def columns_of(draft: Draft, exhibit: Exhibit, **slots: object) -> tuple[Column, ...]:
    return tuple(Column(draft.say(c.head, **slots), c.align, c.share) for c in exhibit.columns)


def table_of(
    cells: Cells, exhibit: Exhibit, rows: Sequence[Row], columns: tuple[Column, ...] = (), **slots: object
) -> Table | None:
    """The table of these rows with all notes its cells have taken; None without rows."""
    if not rows:
        return None
    draft = cells.draft
    return Table(
        exhibit.name,
        draft.say(exhibit.caption, **slots),
        columns or columns_of(draft, exhibit, **slots),
        tuple(rows),
        cells.notes.all(),
        draft.word("source"),
        draft.say(exhibit.sheet or exhibit.caption, **slots),
    )
