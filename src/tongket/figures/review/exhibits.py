"""An exhibit of the outline by its name, made by the kind it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tongket.figures.review.charts import largest_chart, months_chart, years_chart
from tongket.figures.review.content import Block, Chart, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.key_table import key_table
from tongket.figures.review.plan_tables import targets_table, task_table, verdict_table
from tongket.figures.review.spec import Exhibit, ExhibitKind
from tongket.figures.review.tables import (
    areas_table,
    coverages_table,
    growths_table,
    parts_table,
    quarters_table,
    yearly_table,
)

MAKERS: Mapping[ExhibitKind, Callable[[Draft, Exhibit], Table | Chart | None]] = {
    "key": key_table,
    "yearly": yearly_table,
    "coverages": coverages_table,
    "quarters": quarters_table,
    "growths": growths_table,
    "parts": parts_table,
    "areas": areas_table,
    "targets": targets_table,
    "verdicts": verdict_table,
    "tasks": task_table,
    "months": months_chart,
    "largest": largest_chart,
    "years": years_chart,
}


def exhibit_of(draft: Draft, name: str) -> Table | Chart | None:
    """The table or chart, or None where the book has nothing to show in it."""
    exhibit = draft.outline.exhibits[name]
    return MAKERS[exhibit.kind](draft, exhibit)


class Counter:
    """Numbers tables and charts through the report, annexes included, in the order they stand in."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tables = self._charts = 0

    def numbered(self, block: Block) -> Block:
        match block:
            case Table():
                self._tables += 1
                words = self._draft.word("table", number=self._tables, caption=block.caption)
            case Chart():
                self._charts += 1
                words = self._draft.word("chart", number=self._charts, caption=block.caption)
            case _:
                return block
        return replace(block, caption=words)
