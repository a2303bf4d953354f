"""Statements of the outline handed to the writer, and clauses made into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from tongket.figures.prose.names import capitalised
from tongket.figures.prose.plans import target_line
from tongket.figures.prose.spans import Spans, begun, joined, sentence, tidy
from tongket.figures.prose.writer import firmness
from tongket.figures.review.cells import text_notes
from tongket.figures.review.content import Paragraph
from tongket.figures.review.draft import Draft
from tongket.figures.review.spec import EXPLAINING, Statement
from tongket.figures.targets.against import underivable, unlike_series
from tongket.figures.targets.target import Target


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


def lines(draft: Draft, statements: Sequence[Statement]) -> list[Spans]:
    """The same for a slide, where each part has a line of its own."""
    told: list[Spans] = []
    for statement in statements:
        parts = _parts(draft, statement) if statement.goes_on else [clause(draft, statement)]
        told += [begun(spans) for spans in parts if spans]
    return told


def sentences(draft: Draft, statements: Sequence[Statement]) -> Spans:
    """The sentences one after another; empty where only fixed text would be left."""
    if not any(clause(draft, s) for s in statements if s.kind != "text"):
        return ()
    return joined(map(sentence, clauses(draft, statements)), " ")


def paragraph(draft: Draft, statements: Sequence[Statement]) -> Paragraph | None:
    """The sentences, with what explains their figures in notes below them."""
    spans = sentences(draft, [s for s in statements if s.kind not in EXPLAINING])
    if not spans:
        return None
    explained = [why for s in statements if s.kind in EXPLAINING for why in _explanations(draft, s)]
    estimated = [_estimate(draft, s) for s in statements if s.kind in ("level", "level_growth")]
    return Paragraph(spans, notes=text_notes(filter(None, [*estimated, *explained])))


def _estimate(draft: Draft, statement: Statement) -> Spans:
    """How the figure of a statement was estimated, where it was."""
    series = draft.series(statement.of[0])
    figure = draft.book.level(series, draft.years(statement.years))
    if figure.value is None or figure.because is None or firmness(figure) != "estimate":
        return ()
    return (f"{capitalised(draft.names.subject(series))}: {draft.names.reason(figure.because)}",)


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
    if statement.kind in EXPLAINING:
        return joined(map(sentence, _explanations(draft, statement)), " ")
    return _of_figures(draft, statement)


def _explanations(draft: Draft, statement: Statement) -> list[Spans]:
    """Why figures that stand near each other may not be set against each other."""
    if statement.kind == "unlike":
        return [why for target in draft.targets_of(draft.next_year) for why in unlike_results(draft, target)]
    rate, part = (draft.series(ref).definition for ref in statement.of)
    refusal = underivable(rate, part, draft.book.indicators)
    return [draft.writer.refusal(refusal)] if refusal else []


def _parts(draft: Draft, statement: Statement) -> list[Spans]:
    """The parts a statement tells of, each by itself."""
    writer, series, period = draft.writer, draft.series(statement.of[0]), draft.years(statement.years)
    if statement.kind == "parts":
        return writer.part_growths(series, period, statement.by, statement.codes)
    return writer.part_levels(series, period, statement.by, statement.most, statement.decimals)


def unlike_results(draft: Draft, target: Target) -> list[Spans]:
    """Why results of the same indicator may not be set against the target, where its year before has any."""
    told, before = [], target.period.same_last_year()
    for coverage in draft.book.indicators.of(target.series.definition).coverages:
        kin = draft.book.series(target.series.definition.indicator, coverage, target.series.area)
        refusal = unlike_series(kin, target.series, draft.book.indicators)
        if refusal and draft.book.level(kin, before).value is not None:
            told.append(draft.writer.refusal(refusal))
    return told


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
        case "fraction":
            earlier = [draft.year.years_back(statement.back)] if statement.back else []
            return writer.fraction(series, [*earlier, period])
        case "from_to":
            return writer.from_to(series, draft.year.years_back(statement.back), period, statement.decimals)
        case "counts":
            return writer.counts([draft.series(ref) for ref in statement.of], period)
    raise ValueError(f"No clause for {statement.kind!r}.")
