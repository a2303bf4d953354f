"""The table of the main indicators: year before, plan, result, attainment, growth, next year's target."""

from __future__ import annotations

from tongket.figures.observations.book import PERCENT
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.prose.spans import Spans, fill
from tongket.figures.review.cells import Cells, table_of
from tongket.figures.review.content import Cell, Row, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.spec import Exhibit, RowSpec
from tongket.figures.targets.against import plan_for, underivable
from tongket.figures.targets.quoted import plan_address
from tongket.figures.targets.target import Target
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period


def key_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """Unlike sides are never set against each other: the cell is empty and its note says why."""
    cells = Cells(draft)
    rows = [_row(cells, spec, len(exhibit.columns)) for spec in exhibit.rows]
    return table_of(cells, exhibit, rows)


def _row(cells: Cells, spec: RowSpec, width: int) -> Row:
    draft = cells.draft
    if spec.of is None:
        assert spec.group is not None
        return Row((cells.words(draft.say(spec.group)), *(Cell(()) for _ in range(width - 1))), strong=True)
    series, period = draft.series(spec.of), period_of_row(draft, spec)
    told = Comparison.SAME_PERIOD_LAST_YEAR if spec.growth else Comparison.LEVEL
    plan = plan_for(series, period, draft.targets, draft.book.indicators, growth=spec.growth)
    ahead = Period(period.first + 12, period.length) if spec.within else draft.next_year
    goal = plan_for(series, ahead, draft.targets, draft.book.indicators, growth=spec.growth)
    return Row(
        (
            label_cell(cells, spec, series),
            Cell((unit_of_row(draft, spec, series),)),
            _previous(cells, spec, series, period, told),
            planned_cell(cells, plan),
            cells.number(Address.of(series, period, told), spec.decimals, firm=False),
            _attainment(cells, plan),
            _growth(cells, spec, series),
            planned_cell(cells, goal),
        ),
        level=spec.indent,
    )


def period_of_row(draft: Draft, spec: RowSpec) -> Period:
    """The year, the years up to it, or the part of it that the row tells."""
    return Period.parse(f"{draft.year}-{spec.within}") if spec.within else draft.years(spec.years)


def name_of_row(draft: Draft, series: SeriesKey) -> str:
    """The full name of the table; a part by its own name."""
    if series.breakdown:
        return draft.names.item(*series.breakdown[0])
    return draft.names.say(draft.book.indicators.name(series.definition))


def unit_of_row(draft: Draft, spec: RowSpec, series: SeriesKey) -> str:
    return draft.names.unit(PERCENT if spec.growth else series.definition.unit)


def label_cell(cells: Cells, spec: RowSpec, series: SeriesKey) -> Cell:
    """The name, with the years a figure is added up over, and marked where it is told as a growth."""
    draft, name, notes = cells.draft, name_of_row(cells.draft, series), []
    if spec.years > 1 or spec.within:
        name = draft.word("over_years", what=name, period=draft.names.period(period_of_row(draft, spec)))
    if spec.growth:
        notes.append(draft.word("row_is_growth"))
    if spec.never_explains:
        rate = draft.series(spec.never_explains).definition
        if refusal := underivable(rate, series.definition, draft.book.indicators):
            notes.append(refusal.reason[draft.lang])
    return cells.marked(cells.words(name), notes)


def _previous(cells: Cells, spec: RowSpec, series: SeriesKey, period: Period, told: Comparison) -> Cell:
    if spec.years > 1:
        return cells.noted(cells.draft.word("added_up"))
    cell = cells.number(Address.of(series, period.same_last_year(), told), spec.decimals)
    return cells.marked(cell, _earlier(cells, series, period.years_back(spec.back)) if spec.back else ())


def _earlier(cells: Cells, series: SeriesKey, period: Period) -> list[Spans]:
    """A note with the value of an earlier year, as the rate of 2015 beside that of 2019."""
    draft, figure = cells.draft, cells.draft.book.level(series, period)
    if figure.value is None:
        return []
    value = draft.writer.amount(Address.of(series, period), figure)
    words = draft.outline.words["earlier_value"][draft.lang]
    return [fill(words, when=str(period), value=value)]


def planned_cell(cells: Cells, plan: Target | NotComparable | None) -> Cell:
    """The plan as resolved; without one, or with one of another definition, the reason."""
    if plan is None:
        return cells.no_target()
    if isinstance(plan, NotComparable):
        return cells.refused(plan)
    read = plan.decision.verified or plan.figure.value is None
    return cells.plan(plan) if read else cells.marked(cells.plan(plan), (cells.origin(plan),))


def _attainment(cells: Cells, plan: Target | NotComparable | None) -> Cell:
    if not isinstance(plan, Target) or plan.figure.value is None:
        return planned_cell(cells, plan)
    if plan.shape in ("growth", "ratio"):
        return cells.noted(cells.draft.word("in_points"))
    return cells.number(plan_address(plan, Comparison.PERCENT_OF_PLAN))


def _growth(cells: Cells, spec: RowSpec, series: SeriesKey) -> Cell:
    if spec.years > 1:
        return cells.noted(cells.draft.word("added_up"))
    return change_cell(cells, spec, series)


def change_cell(cells: Cells, spec: RowSpec, series: SeriesKey) -> Cell:
    """Growth on the year before; of a rate its change in points, of a count in its unit, of a growth none."""
    if spec.growth:
        return cells.noted(cells.draft.word("row_is_growth"))
    indicator, year = cells.draft.book.indicators.of(series.definition), cells.draft.year
    of_rate = indicator.shape is Shape.RATIO and indicator.unit == PERCENT
    if not of_rate and indicator.shape is not Shape.COUNT:
        return cells.number(Address.of(series, year, Comparison.SAME_PERIOD_LAST_YEAR))
    cell = cells.number(Address.of(series, year, Comparison.CHANGE))
    note = cells.draft.word("change_in_points" if of_rate else "change_in_units")
    return cell if cell.number is None else cells.marked(cell, (note,))
