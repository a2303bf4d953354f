"""Tables of plans: next year's targets, the verdicts on this year's, the tasks; and the verdicts in words."""

from __future__ import annotations

from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.prose.plans import verdict_line
from tongket.figures.prose.spans import sentence
from tongket.figures.review.cells import Cells, columns_of, table_of, text_notes
from tongket.figures.review.content import Cell, Paragraph, Row, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.key_table import name_of_row
from tongket.figures.review.spec import Exhibit
from tongket.figures.review.statements import unlike_results
from tongket.figures.targets.judge import Outcome, Verdict, judge
from tongket.figures.targets.quoted import plan_address
from tongket.figures.targets.target import Target


def targets_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """Each target of the next year with this year's result by the same definition, or why there is none."""
    cells = Cells(draft)
    return table_of(cells, exhibit, [_target_row(cells, t) for t in draft.targets_of(draft.next_year)])


def verdict_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """Plan, result and verdict of each target of the year."""
    cells = Cells(draft)
    verdicts = [judge(target, draft.book) for target in draft.targets_of(draft.year)]
    return table_of(cells, exhibit, [_verdict_row(cells, verdict) for verdict in verdicts])


def verdict_paragraphs(draft: Draft) -> list[Paragraph]:
    """One item for each target of the year; what is noted of it and of its decision stands below."""
    items = []
    for target in draft.targets_of(draft.year):
        said: list[str] = []
        if target.figure.value is None and target.note:
            said.append(draft.names.say(target.note))
        if not target.decision.verified:
            said.append(draft.word("unread_decision"))
        line = sentence(verdict_line(draft.writer, judge(target, draft.book)))
        items.append(Paragraph(line, "item", text_notes([(words,) for words in said])))
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
    caption, sheet = draft.say(exhibit.caption), draft.say(exhibit.sheet or exhibit.caption)
    return Table(exhibit.name, caption, columns_of(draft, exhibit), rows, sheet=sheet)


def _target_row(cells: Cells, target: Target) -> Row:
    """Where results of kindred definitions stand near the target, a note says that they do not serve."""
    return Row(
        (
            cells.words(name_of_row(cells.draft, target.series), _growth_mark(cells, target)),
            Cell((cells.draft.names.unit(target.figure.unit),)),
            cells.marked(_result_cell(cells, target), unlike_results(cells.draft, target)),
            cells.marked(cells.plan(target), (cells.origin(target),)),
            _asked_cell(cells, target),
        )
    )


def _verdict_row(cells: Cells, verdict: Verdict) -> Row:
    draft, target = cells.draft, verdict.target
    said = draft.names.say(draft.names.lexicon.outcomes[verdict.outcome])
    told = verdict.outcome in (Outcome.MET, Outcome.NOT_MET)
    marks = () if told else (cells.notes.mark(draft.names.reason(verdict.reason)),)
    return Row(
        (
            cells.words(name_of_row(draft, target.series), _growth_mark(cells, target)),
            Cell((draft.names.unit(target.figure.unit),)),
            cells.marked(
                cells.plan(target), (cells.origin(target),) if target.figure.value is not None else ()
            ),
            _result_cell(cells, target),
            Cell((said,), marks),
        )
    )


def _growth_mark(cells: Cells, target: Target) -> tuple[str, ...]:
    """A target told as a growth says so beside its name, for its unit is a bare percent sign."""
    return (cells.notes.mark(cells.draft.word("row_is_growth")),) if target.shape == "growth" else ()


def _result_cell(cells: Cells, target: Target) -> Cell:
    """This year's result as the target is told: a growth for a growth, a level for a level."""
    told = Comparison.SAME_PERIOD_LAST_YEAR if target.shape == "growth" else Comparison.LEVEL
    return cells.number(Address.of(target.series, cells.draft.year, told), firm=False)


def _asked_cell(cells: Cells, target: Target) -> Cell:
    """Growth the target asks on this year's result; of a rate points, of a growth nothing but itself."""
    if target.shape == "growth":
        return cells.noted(cells.draft.word("asks_itself"))
    cell = cells.number(plan_address(target, Comparison.ASKED_BY_PLAN))
    in_points = target.shape == "ratio" and cell.number is not None
    return cells.marked(cell, [cells.draft.word("asked_in_points")] if in_points else ())
