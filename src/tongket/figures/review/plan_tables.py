"""Tables of plans: next year's targets, the verdicts on this year's, the tasks; and the verdicts in words."""

from __future__ import annotations

from dataclasses import replace

from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.prose.plans import asked, plan, verdict_line
from tongket.figures.prose.spans import joined, sentence
from tongket.figures.review.cells import Cells, columns_of
from tongket.figures.review.content import Cell, Paragraph, Row, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.key_table import name_of_row
from tongket.figures.review.spec import Exhibit
from tongket.figures.targets.against import unlike_series
from tongket.figures.targets.judge import Outcome, Verdict, judge
from tongket.figures.targets.target import Target
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import CAUSES, Cause


def targets_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """Each target of the next year with this year's result by the same definition, or why there is none."""
    cells = Cells(draft)
    rows = tuple(_target_row(cells, target) for target in draft.targets_of(draft.next_year))
    if not rows:
        return None
    caption, columns = draft.say(exhibit.caption), columns_of(draft, exhibit)
    return Table(exhibit.name, caption, columns, rows, cells.notes.all(), draft.word("source"))


def verdict_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """Plan, result and verdict of each target of the year."""
    cells = Cells(draft)
    rows = tuple(_verdict_row(cells, judge(t, draft.book)) for t in draft.targets_of(draft.year))
    if not rows:
        return None
    caption, columns = draft.say(exhibit.caption), columns_of(draft, exhibit)
    return Table(exhibit.name, caption, columns, rows, cells.notes.all())


def verdict_paragraphs(draft: Draft) -> list[Paragraph]:
    """One item for each target of the year, with what its register notes where nothing can be said."""
    items = []
    for target in draft.targets_of(draft.year):
        told = [sentence(verdict_line(draft.writer, judge(target, draft.book)))]
        if target.figure.value is None and target.note:
            told.append((draft.names.say(target.note),))
        if not target.decision.verified:
            told.append((draft.word("unread_decision"),))
        items.append(Paragraph(joined(told, " "), "item"))
    return items


def task_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """What, who, by when; in the order the tasks were given."""
    if not draft.tasks:
        return None
    form = draft.outline.words["day"][draft.lang]
    rows = tuple(
        Row(
            (
                Cell((draft.names.say(task.text),)),
                Cell((draft.names.say(task.unit),)),
                Cell((task.due.strftime(form) if task.due else draft.word("all_year"),)),
            )
        )
        for task in draft.tasks
    )
    return Table(exhibit.name, draft.say(exhibit.caption), columns_of(draft, exhibit), rows)


def _target_row(cells: Cells, target: Target) -> Row:
    draft = cells.draft
    return Row(
        (
            cells.words(name_of_row(draft, target.series)),
            _result_cell(cells, target),
            _plan_cell(cells, target),
            _asked_cell(cells, target),
            _decision_cell(cells, target),
        )
    )


def _verdict_row(cells: Cells, verdict: Verdict) -> Row:
    draft, target = cells.draft, verdict.target
    said = draft.names.say(draft.names.lexicon.outcomes[verdict.outcome])
    told = verdict.outcome in (Outcome.MET, Outcome.NOT_MET)
    marks = () if told else (cells.notes.mark(draft.names.say(verdict.reason)),)
    return Row(
        (
            cells.words(name_of_row(draft, target.series)),
            _plan_cell(cells, target),
            _result_cell(cells, target),
            Cell((said,), marks),
        )
    )


def _result_cell(cells: Cells, target: Target) -> Cell:
    """This year's result as the target is told: a growth for a growth, a level for a level."""
    told = Comparison.SAME_PERIOD_LAST_YEAR if target.shape == "growth" else Comparison.LEVEL
    address = Address.of(target.series, cells.draft.year, told)
    cell = cells.number(address, firm=False)
    if cell.number is None:
        return _with_kin(cells, target, cell)
    # The unit differs from row to row and stands in the cell, so the cell is words to a workbook.
    spans = cells.draft.writer.amount(address, cells.draft.book.at(address))
    return replace(cell, spans=spans, number=None, number_format="")


def _with_kin(cells: Cells, target: Target, cell: Cell) -> Cell:
    """Without a result of its own definition: why the nearest result does not serve, where there is one."""
    draft = cells.draft
    for coverage in draft.book.indicators.of(target.series.definition).coverages:
        kin = draft.book.series(target.series.definition.indicator, coverage, target.series.area)
        refusal = unlike_series(kin, target.series, draft.book.indicators)
        if refusal and draft.book.level(kin, draft.year).value is not None:
            return replace(cell, notes=(*cell.notes, cells.notes.mark(draft.writer.refusal(refusal))))
    return cell


def _plan_cell(cells: Cells, target: Target) -> Cell:
    if spans := plan(cells.draft.writer, target):
        return Cell(spans)
    cause = target.figure.reason() or CAUSES[Cause.UNDEFINED]
    decision = cells.draft.names.say(target.decision.title)
    return cells.noted("no_plan_value", decision=decision, cause=cells.draft.names.say(cause))


def _asked_cell(cells: Cells, target: Target) -> Cell:
    told = asked(cells.draft.writer, target)
    if isinstance(told, NotComparable):
        return cells.refused(told)
    if told:
        return Cell(told)
    if target.shape == "growth":
        return cells.noted("asks_itself")
    result = cells.draft.book.level(target.series, cells.draft.year)
    if result.value is None:
        return _with_kin(cells, target, cells.empty(result))
    return cells.empty(target.figure)


def _decision_cell(cells: Cells, target: Target) -> Cell:
    marks = () if target.decision.verified else (cells.notes.mark(cells.draft.word("unread_decision")),)
    return cells.words(cells.draft.names.say(target.decision.title), marks)
