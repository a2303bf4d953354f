"""Tables of results: by year, by quarter, by part, by area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.prose.writer import firmness
from tongket.figures.review.cells import Cells, table_of
from tongket.figures.review.content import Cell, Column, Row, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.key_table import change_cell, label_cell, name_of_row, unit_of_row
from tongket.figures.review.spec import Exhibit, RowSpec
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period

YEAR_AGO = Comparison.SAME_PERIOD_LAST_YEAR


def yearly_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """Year before, year and change, for rows the book has something on."""
    return _yearly(draft, exhibit, [(spec, draft.series(spec.of)) for spec in exhibit.rows if spec.of])


def coverages_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """The same for every coverage of one indicator, such as all main products; none for a single one."""
    assert exhibit.of is not None
    indicator = draft.book.indicators[exhibit.of.indicator]
    refs = [replace(exhibit.of, coverage=coverage) for coverage in indicator.coverages]
    if len(refs) < 2:
        return None
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
        figures = (
            cells.number(Address.of(series, period, told), spec.decimals, firm=False)
            for period in (*quarters, draft.year)
        )
        unit = Cell((unit_of_row(draft, spec, series),))
        rows.append(Row((label_cell(cells, spec, series), unit, *figures)))
    return table_of(cells, exhibit, rows)


def growths_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """An index and its parts down the tree: growth of the year before, of the year, and contribution."""
    assert exhibit.of is not None
    whole, cells = draft.series(exhibit.of), Cells(draft)
    rows = [
        Row(
            (
                cells.words(name_of_row(draft, series)),
                cells.number(Address.of(series, draft.year.same_last_year(), YEAR_AGO)),
                cells.number(Address.of(series, draft.year, YEAR_AGO), firm=False),
                cells.number(Address.of(series, draft.year, Comparison.CONTRIBUTION), exhibit.decimals),
            ),
            level=level,
            strong=not series.breakdown,
        )
        for series, level in [(whole, 0), *_tree(draft, whole, exhibit.by, exhibit.most)]
        if _known(draft, series, [draft.year], YEAR_AGO)
    ]
    return table_of(cells, exhibit, rows) if len(rows) > 1 else None


def parts_table(draft: Draft, exhibit: Exhibit) -> Table | None:
    """A whole and its parts, largest first: year before, year, growth, share.

    Whether the year is an estimate stands once, in the head of its column, and how it was made at the whole.
    """
    assert exhibit.of is not None
    whole = draft.series(exhibit.of)
    parts = draft.writer.leaves(whole, exhibit.by)
    levels = {part: draft.book.level(part, draft.year).value or 0 for part in parts}
    cells = Cells(draft)
    rows = [_part_row(cells, exhibit, whole)]
    rows += [_part_row(cells, exhibit, part) for part in sorted(parts, key=levels.__getitem__, reverse=True)]
    if len(rows) == 1:
        return None
    kind = firmness(draft.book.level(whole, draft.year))
    told = draft.word("year_estimated" if kind == "estimate" else "year_told")
    return table_of(cells, exhibit, rows, unit=draft.names.unit(whole.definition.unit), told=told)


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
    return table_of(cells, exhibit, [replace(rows[0], strong=True), *rows[1:]], _area_columns(draft, exhibit))


def _area_columns(draft: Draft, exhibit: Exhibit) -> tuple[Column, ...]:
    """Each column's head may name the years its figure is added up over."""
    spans = [draft.names.period(draft.years(spec.years)) for spec in exhibit.rows]
    return tuple(
        Column(draft.say(column.head, period=period), column.align, column.share)
        for column, period in zip(exhibit.columns, ("", *spans), strict=True)
    )


def _tree(
    draft: Draft, whole: SeriesKey, dimension: str, deepest: int, above: str = "", level: int = 1
) -> Iterable[tuple[SeriesKey, int]]:
    """The parts by their tree, the largest contribution first; an only child says nothing new."""
    codelist, known = draft.names.codelist(dimension), draft.book.codes(whole, dimension)
    children = [code for code in known if codelist[code].parent == above]
    series = {code: whole.within(**{dimension: code}) for code in children}

    def contributed(code: str) -> Decimal:
        return draft.book.figure(series[code], draft.year, Comparison.CONTRIBUTION).value or Decimal(0)

    shown = not above or len(children) > 1
    for code in sorted(children, key=contributed, reverse=True):
        if shown:
            yield series[code], level
        if level < deepest or not shown:
            yield from _tree(draft, whole, dimension, deepest, code, level + shown)


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
                    label_cell(cells, spec, series),
                    Cell((unit_of_row(draft, spec, series),)),
                    cells.number(before, spec.decimals),
                    cells.number(Address.of(series, draft.year, told), spec.decimals, firm=False),
                    change_cell(cells, spec, series),
                )
            )
        )
    return table_of(cells, exhibit, rows)


def _part_row(cells: Cells, exhibit: Exhibit, series: SeriesKey) -> Row:
    year, whole = cells.draft.year, not series.breakdown
    return Row(
        (
            cells.words(name_of_row(cells.draft, series)),
            cells.number(Address.of(series, year.same_last_year()), exhibit.decimals),
            cells.number(Address.of(series, year), exhibit.decimals, firm=not whole),
            cells.number(Address.of(series, year, YEAR_AGO)),
            cells.number(Address.of(series, year, Comparison.SHARE)),
        ),
        level=0 if whole else 1,
        strong=whole,
    )


def _known(draft: Draft, series: SeriesKey, periods: Sequence[Period], told: Comparison) -> bool:
    """Whether there is anything to tell of it; a figure that is withheld is told as such."""
    figures = [draft.book.figure(series, period, told) for period in periods]
    return any(one.value is not None or one.cause is Cause.CONFIDENTIAL for one in figures)
