"""Statements of the outline handed to the writer, and clauses made into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from tongket.figures.prose.plans import target_line
from tongket.figures.prose.spans import Spans, begun, joined, sentence, tidy
from tongket.figures.review.draft import Draft
from tongket.figures.review.spec import Statement
from tongket.figures.targets.against import underivable


def clauses(draft: Draft, statements: Sequence[Statement]) -> list[Spans]:
    """Clauses with a capital and no full stop; one about parts goes on with the sentence before it."""
    told: list[Spans] = []
    for statement in statements:
        spans = clause(draft, statement)
        if not spans:
            continue
        if statement.goes_on and told:
            told[-1] = joined([told[-1], spans], draft.names.say(draft.names.lexicon.between_parts))
        else:
            told.append(spans)
    return [begun(spans) for spans in told]


def paragraph(draft: Draft, statements: Sequence[Statement]) -> Spans:
    """The sentences one after another; empty where only fixed text would be left."""
    if not any(clause(draft, s) for s in statements if s.kind != "text"):
        return ()
    return joined(map(sentence, clauses(draft, statements)), " ")


def clause(draft: Draft, statement: Statement) -> Spans:
    """What one statement comes to; empty where the book has nothing on it."""
    told = _told(draft, statement)
    if not told or statement.lead is None:
        return told
    return tidy((draft.say(statement.lead), *told))


def _told(draft: Draft, statement: Statement) -> Spans:
    if statement.kind == "text":
        return (draft.say(statement.text),) if statement.text else ()
    if statement.kind == "targets":
        lines = (target_line(draft.writer, target) for target in draft.targets_of(draft.next_year))
        return joined(filter(None, lines), draft.names.say(draft.names.lexicon.between_parts))
    if statement.kind == "underivable":
        rate, part = (draft.series(ref).definition for ref in statement.of)
        refusal = underivable(rate, part, draft.book.indicators)
        return draft.writer.refusal(refusal) if refusal else ()
    return _of_figures(draft, statement)


def _of_figures(draft: Draft, statement: Statement) -> Spans:
    writer, period = draft.writer, draft.years(statement.years)
    series = draft.series(statement.of[0])
    match statement.kind:
        case "level":
            return writer.level(series, period, statement.decimals, statement.when)
        case "level_growth":
            return writer.level_with_growth(series, period, statement.decimals, statement.when)
        case "growth":
            return writer.growth(series, period, decimals=statement.decimals, when=statement.when)
        case "parts":
            return writer.growths_of_parts(series, period, statement.by, statement.codes)
        case "largest":
            return writer.largest_parts(series, period, statement.by, statement.most, statement.decimals)
        case "from_to":
            return writer.from_to(series, draft.year.years_back(statement.back), period, statement.decimals)
        case "counts":
            return writer.counts([draft.series(ref) for ref in statement.of], period)
    raise ValueError(f"No clause for {statement.kind!r}.")
