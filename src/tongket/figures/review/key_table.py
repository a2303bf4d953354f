"""The table of the main indicators: year before, plan, result, attainment, growth, next year's target."""

from __future__ import annotations

from dataclasses import replace

from tongket.figures.observations.book import PERCENT
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.prose.spans import fill
from tongket.figures.review.cells import Cells, columns_of
from tongket.figures.review.content import Cell, Row, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.spec import Exhibit, RowSpec
from tongket.figures.targets.against import plan_for, underivable
from tongket.figures.targets.quoted import plan_address
from tongket.figures.targets.target import Target
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import CAUSES, Cause
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period


def key_table(draft: Draft, exhibit: Exhibit) -> Table:
    """Unlike sides are never set against each other: the cell is empty and its note says why."""
    cells = Cells(draft)
    rows = tuple(_row(cells, spec, len(exhibit.columns)) for spec in exhibit.rows)
    return Table(
        exhibit.name,
        draft.say(exhibit.caption),
        columns_of(draft, exhibit),
        rows,
        cells.notes.all(),
        draft.word("source"),
    )


def _row(cells: Cells, spec: RowSpec, width: int) -> Row:
    draft = cells.draft
    if spec.of is None:
        assert spec.group is not None
        return Row((cells.words(draft.say(spec.group)), *(Cell(()) for _ in range(width - 1))), strong=True)
    series, period = draft.series(spec.of), draft.years(spec.years)
    told = Comparison.SAME_PERIOD_LAST_YEAR if spec.growth else Comparison.LEVEL
    plan = plan_for(series, period, draft.targets, draft.book.indicators, growth=spec.growth)
    goal = plan_for(series, draft.next_year, draft.targets, draft.book.indicators, growth=spec.growth)
    return Row(
        (
            _label(cells, spec, series),
            Cell((unit_of_row(draft, spec, series),)),
            _previous(cells, spec, series, period, told),
            planned_cell(cells, plan),
            cells.number(Address.of(series, period, told), spec.decimals, firm=False),
            _attainment(cells, spec, plan),
            _growth(cells, spec, series, period),
            planned_cell(cells, goal),
        ),
        level=spec.indent,
    )


def name_of_row(draft: Draft, series: SeriesKey) -> str:
    """The full name of the table; a part by its own name."""
    if series.breakdown:
        return draft.names.item(*series.breakdown[0])
    return draft.names.say(draft.book.indicators.name(series.definition))


def unit_of_row(draft: Draft, spec: RowSpec, series: SeriesKey) -> str:
    return draft.word("growth_unit") if spec.growth else draft.names.unit(series.definition.unit)


def _label(cells: Cells, spec: RowSpec, series: SeriesKey) -> Cell:
    marks: tuple[str, ...] = ()
    if spec.never_explains:
        rate = cells.draft.series(spec.never_explains).definition
        if refusal := underivable(rate, series.definition, cells.draft.book.indicators):
            marks = (cells.notes.mark(cells.draft.writer.refusal(refusal)),)
    return cells.words(name_of_row(cells.draft, series), marks)


def _previous(cells: Cells, spec: RowSpec, series: SeriesKey, period: Period, told: Comparison) -> Cell:
    if spec.years > 1:
        return cells.noted("over_years", period=cells.draft.names.period(period))
    cell = cells.number(Address.of(series, period.same_last_year(), told), spec.decimals)
    mark = _earlier(cells, series, period.years_back(spec.back)) if spec.back else None
    return replace(cell, notes=(*cell.notes, mark)) if mark else cell


def _earlier(cells: Cells, series: SeriesKey, period: Period) -> str | None:
    """A note with the value of an earlier year, as the rate of 2015 beside that of 2019."""
    draft, figure = cells.draft, cells.draft.book.level(series, period)
    if figure.value is None:
        return None
    value = draft.writer.amount(Address.of(series, period), figure)
    words = draft.outline.words["earlier_value"][draft.lang]
    return cells.notes.mark(fill(words, when=str(period), value=value))


def planned_cell(cells: Cells, plan: Target | NotComparable | None) -> Cell:
    """The plan as resolved; without one, or with one of another definition, the reason."""
    if plan is None:
        return cells.noted("no_target")
    if isinstance(plan, NotComparable):
        return cells.refused(plan)
    if plan.figure.value is None:
        cause = plan.figure.reason() or CAUSES[Cause.UNDEFINED]
        decision = cells.draft.names.say(plan.decision.title)
        return cells.noted("no_plan_value", decision=decision, cause=cells.draft.names.say(cause))
    return cells.number(plan_address(plan, Comparison.PLAN))


def _attainment(cells: Cells, spec: RowSpec, plan: Target | NotComparable | None) -> Cell:
    if not isinstance(plan, Target) or plan.figure.value is None:
        return planned_cell(cells, plan)
    if plan.shape in ("growth", "ratio"):
        return cells.noted("in_points")
    return cells.number(plan_address(plan, Comparison.PERCENT_OF_PLAN))


def _growth(cells: Cells, spec: RowSpec, series: SeriesKey, period: Period) -> Cell:
    if spec.years > 1:
        return cells.noted("over_years", period=cells.draft.names.period(period))
    return change_cell(cells, spec, series)


def change_cell(cells: Cells, spec: RowSpec, series: SeriesKey) -> Cell:
    """Growth on the year before; of a rate its change in points, of a growth nothing more."""
    if spec.growth:
        return cells.noted("row_is_growth")
    indicator, year = cells.draft.book.indicators.of(series.definition), cells.draft.year
    if indicator.shape is Shape.RATIO and indicator.unit == PERCENT:
        cell = cells.number(Address.of(series, year, Comparison.CHANGE))
        return replace(cell, notes=(*cell.notes, cells.notes.mark(cells.draft.word("change_in_points"))))
    return cells.number(Address.of(series, year, Comparison.SAME_PERIOD_LAST_YEAR))
