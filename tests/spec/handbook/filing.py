"""A readable table filed as returns, and read back through an engine: facts to cells, cells to numbers.

Every number is filed the hard way: wrong once and withdrawn, then again in two parts by two reporters. What
comes back is what the table says only if the engine sums what holds, and nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pyarrow as pa
from tests.spec.handbook.grid import Grid, key
from tests.spec.world import World, write_facts

from tongket.figures.facts.frame import schema
from tongket.figures.facts.reduction import Reduction
from tongket.figures.terms.period import NotAPeriod, Period

DATAFLOW, ANY_PERIOD = "example", Period.month(2020, 1)
PART, WITHDRAWN = Decimal("0.25"), Decimal("777")


def through_engine(grid: Grid, world: World) -> Grid:
    """The same table with every number as this world's engine gives it; missing where there is no cell."""
    names = tuple(f"d{place}" for place in range(grid.labels))
    write_facts(world.folder, DATAFLOW, _facts(grid, names))
    found: dict[tuple[str, str], Decimal] = {}
    for measure in dict.fromkeys(_measure(column) for column in grid.columns):
        question = Reduction(DATAFLOW, measure, (*names, "period", "months"), {})
        for cell in world.engine.reduce(question).table.to_pylist():
            period = Period(cell["period"], cell["months"])
            column = measure if measure in grid.columns else str(period)
            found[key(tuple(cell[name] for name in names)), column] = cell["value"]
    strange = set(found) - set(grid.cells)
    assert not strange, f"The engine gave cells that were never filed: {sorted(strange)}."
    return replace(grid, cells={place: found.get(place) for place in grid.cells})


def _measure(column: str) -> str:
    """A column headed by a period holds `value` in that period; any other is a measure of its own."""
    try:
        return "value" if Period.parse(column) else column
    except NotAPeriod:
        return column


def _facts(grid: Grid, names: tuple[str, ...]) -> pa.Table:
    rows = []
    for row in grid.written:
        for column in grid.columns:
            number = grid.cells[key(row[: grid.labels]), column]
            parts = [("r1", WITHDRAWN, 1)]
            if number is not None:
                parts += [("r1", number - PART, None), ("r2", PART, None)]
            rows += [(row[: grid.labels], column, *part) for part in parts]
    wanted = schema(names)
    filed = [
        _fact(place, dict(zip(names, labels, strict=True)), column, *part)
        for place, (labels, column, *part) in enumerate(rows)
    ]
    return pa.table(
        {name: pa.array([one[name] for one in filed], wanted.field(name).type) for name in wanted.names},
        schema=wanted,
    )


def _fact(
    place: int, labels: dict[str, str], column: str, reporter: str, value: Decimal, superseded: int | None
) -> dict[str, object]:
    measure = _measure(column)
    period = Period.parse(column) if measure == "value" and column != "value" else ANY_PERIOD
    return {
        "reporter": reporter, "area": "14", "period": period.first, "months": period.length,
        "measure": measure, "value": value, "fact": place, "recorded_at": 0, "superseded_at": superseded,
        **labels,
    }  # fmt: skip
