"""Who contributed how much to every figure of a recipe: the facts reduced once more, by reporter too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from tongket.figures.compile.basket import Basket
from tongket.figures.compile.parameters import ITEM
from tongket.figures.compile.tally import Convert, Job, Tallies, tallies
from tongket.figures.compile.units import conversion
from tongket.figures.facts import columns
from tongket.figures.facts.reduction import Cells, Reduction
from tongket.figures.methods.index_numbers.branches import Node
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.period import Period

BOTH = "\x1f"  # between an item and its reporter

Amounts = Mapping[str, Decimal]
Slot = tuple[SeriesKey, Period]


def of_sums(job: Job) -> dict[Slot, Amounts]:
    """By series and period of the facts, what each reporter adds to the sum, in the indicator's unit."""
    things, convert = conversion(job.recipe, job.context, job.recipe.measure, job.recipe.definition.unit)
    found = by_reporter(job, things, convert)
    return {
        (series, period): _added(tally.sums)
        for series, periods in found.items()
        for period, tally in periods.items()
    }


def of_products(job: Job, basket: Basket) -> dict[tuple[str, Period, Node], Amounts]:
    """By area, month and product of the basket, each reporter's part of the product's own level."""
    item, bases = ITEM.of(job.recipe), basket.layout.base_quantities()
    found: dict[tuple[str, Period, Node], dict[str, Decimal]] = {}
    for series, periods in by_reporter(job, item, basket.convert, ()).items():
        for period, tally in periods.items():
            for thing, quantity in tally.sums.items():
                code, _, reporter = thing.partition(BOTH)
                node: Node = ((item, basket.product(code) or ""),)
                if node in bases:
                    base = Decimal(str(bases[node]))
                    amounts = found.setdefault((series.area, period, node), {})
                    amounts[reporter] = amounts.get(reporter, Decimal(0)) + 100 * quantity / base
    return dict(found)


def by_reporter(
    job: Job, things: str, convert: Convert, breakdowns: tuple[tuple[str, ...], ...] | None = None
) -> Tallies:
    """The tallies of a recipe kept apart by reporter, and by thing where a unit has to be converted."""
    if not things:
        return tallies(job, job.recipe.measure, columns.REPORTER, convert, breakdowns)
    by_both = replace(job, reduce=_Paired(job, things))
    return tallies(
        by_both,
        job.recipe.measure,
        things,
        lambda value, both: convert(value, both.split(BOTH)[0]),
        breakdowns,
    )


@dataclass(frozen=True)
class _Paired:
    """Asks for the reporter besides, and gives item and reporter together in the item's column."""

    job: Job
    things: str

    def __call__(self, reduction: Reduction) -> Cells:
        wider = replace(reduction, by=(*reduction.by, columns.REPORTER))
        table = self.job.reduce(wider).table
        both = pc.binary_join_element_wise(
            table[self.things], table[columns.REPORTER], pa.scalar(BOTH, pa.string())
        )
        place = table.schema.get_field_index(self.things)
        return Cells(
            reduction.by, table.set_column(place, self.things, both).drop_columns([columns.REPORTER])
        )


def _added(sums: Mapping[str, Decimal]) -> Amounts:
    amounts: dict[str, Decimal] = {}
    for thing, value in sums.items():
        reporter = thing.rpartition(BOTH)[2]
        amounts[reporter] = amounts.get(reporter, Decimal(0)) + value
    return amounts


def together(parts: list[Amounts], factor: Decimal = Decimal(1)) -> Amounts:
    """Amounts of several periods added by reporter, times a factor."""
    amounts: dict[str, Decimal] = {}
    for part in parts:
        for reporter, value in part.items():
            amounts[reporter] = amounts.get(reporter, Decimal(0)) + factor * value
    return amounts
