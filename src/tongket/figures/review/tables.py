"""Tables of results: by year, by quarter, by part, by area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.review.cells import Cells, columns_of
from tongket.figures.review.content import Cell, Row, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.key_table import change_cell, name_of_row, unit_of_row
from tongket.figures.review.spec import Exhibit, RowSpec
from tongket.figures.terms.period import Period

YEAR_AGO = Comparison.SAME_PERIOD_LAST_YEAR


def yearly_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """Year before, year and change, for rows the book has something on."""
    rows = [(spec, draft.series(spec.of)) for spec in exhibit.rows if spec.of]
    return _yearly(draft, exhibit, rows)


def coverages_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """The same for every coverage of one indicator, such as all main products."""
    assert exhibit.of is not None
    indicator = draft.book.indicators[exhibit.of.indicator]
    refs = (replace(exhibit.of, coverage=coverage) for coverage in indicator.coverages)
    return _yearly(draft, exhibit, [(RowSpec(of=ref), draft.series(ref)) for ref in refs])


def quarters_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """The four quarters and the year."""
    cells, rows = Cells(draft), []
    quarters = [Period(first, 3) for first in range(draft.year.first, draft.year.last, 3)]
    for spec in exhibit.rows:
        assert spec.of is not None
        series, told = draft.series(spec.of), YEAR_AGO if spec.growth else Comparison.LEVEL
        if not _known(draft, series, quarters, told):
            continue
        figures = (cells.number(Address.of(series, p, told), spec.decimals) for p in (*quarters, draft.year))
        name, unit = name_of_row(draft, series), unit_of_row(draft, spec, series)
        rows.append(Row((cells.words(name), Cell((unit,)), *figures)))
    return _table(draft, exhibit, cells, rows)


def parts_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """A whole and its parts, largest first: year before, year, growth, share."""
    assert exhibit.of is not None
    whole = draft.series(exhibit.of)
    parts = draft.writer.leaves(whole, exhibit.by)
    levels = {part: draft.book.level(part, draft.year).value or 0 for part in parts}
    cells = Cells(draft)
    rows = [_part_row(cells, exhibit, whole, name_of_row(draft, whole))]
    for part in sorted(parts, key=lambda part: levels[part], reverse=True):
        rows.append(_part_row(cells, exhibit, part, name_of_row(draft, part)))
    if len(rows) == 1:
        return None
    return _table(draft, exhibit, cells, rows, unit=draft.names.unit(whole.definition.unit))


def areas_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """One row for each area of a level inside the area of the review, as the map was at the year's end."""
    day = draft.last_day
    inside = draft.names.areas.below(draft.masthead.area, day)
    areas = [area for area in draft.names.areas.in_force(day, exhibit.level) if area.code in inside]
    cells, rows = Cells(draft), []
    for code in (draft.masthead.area, *(area.code for area in areas)):
        asked = [
            (draft.series(spec.of, code), draft.years(spec.years), spec.decimals)
            for spec in exhibit.rows
            if spec.of
        ]
        if any(draft.book.level(series, period).value is not None for series, period, _ in asked):
            figures = (cells.number(Address.of(series, period), places) for series, period, places in asked)
            rows.append(Row((cells.words(draft.names.area(code, day)), *figures)))
    if len(rows) < 2:
        return None
    return _table(draft, exhibit, cells, [replace(rows[0], strong=True), *rows[1:]])


def _yearly(draft: Draft, exhibit: Exhibit, asked: Iterable[tuple[RowSpec, SeriesKey]]) -> Table | None:
    cells, rows = Cells(draft), []
    for spec, series in asked:
        told = YEAR_AGO if spec.growth else Comparison.LEVEL
        if not _known(draft, series, [draft.year], told):
            continue
        before = Address.of(series, draft.year.same_last_year(), told)
        rows.append(
            Row(
                (
                    cells.words(name_of_row(draft, series)),
                    Cell((unit_of_row(draft, spec, series),)),
                    cells.number(before, spec.decimals),
                    cells.number(Address.of(series, draft.year, told), spec.decimals, firm=False),
                    change_cell(cells, spec, series),
                )
            )
        )
    return _table(draft, exhibit, cells, rows)


def _part_row(cells: Cells, exhibit: Exhibit, series: SeriesKey, name: str) -> Row:
    year = cells.draft.year
    return Row(
        (
            cells.words(name),
            cells.number(Address.of(series, year.same_last_year()), exhibit.decimals),
            cells.number(Address.of(series, year), exhibit.decimals, firm=False),
            cells.number(Address.of(series, year, YEAR_AGO)),
            cells.number(Address.of(series, year, Comparison.SHARE)),
        ),
        level=1 if series.breakdown else 0,
        strong=not series.breakdown,
    )


def _known(draft: Draft, series: SeriesKey, periods: Iterable[Period], told: Comparison) -> bool:
    return any(draft.book.figure(series, period, told).value is not None for period in periods)


def _table(draft: Draft, exhibit: Exhibit, cells: Cells, rows: list[Row], **slots: object) -> Table | None:
    if not rows:
        return None
    return Table(
        exhibit.name,
        draft.say(exhibit.caption),
        columns_of(draft, exhibit, **slots),
        tuple(rows),
        cells.notes.all(),
        draft.word("source"),
    )
