"""The return cells behind a figure, and the book that these cells alone make."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path

from tongket.desks.filing import queries as filing
from tongket.desks.filing.queries import AcceptedCell
from tongket.desks.ledger import doors, facts
from tongket.figures.compile.context import Context
from tongket.figures.compile.lineage import all_inputs, inputs
from tongket.figures.compile.order import behind
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.run import compile_all, in_force
from tongket.figures.engines import engine
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.terms.period import Period


@dataclass(frozen=True)
class Evidence:
    """Cells as they held at a moment, and what the slow engine makes of them and of nothing else."""

    cells: tuple[AcceptedCell, ...]
    book: Book

    @classmethod
    def none(cls, catalogue: Catalogue) -> Evidence:
        return cls((), Book(catalogue.indicators, ()))


def gather(
    catalogue: Catalogue,
    recipes: Sequence[Recipe],
    address: Address,
    series: Collection[SeriesKey],
    periods: Sequence[Period],
    around: Context,
    moment: datetime,
) -> Evidence:
    """Collect the cells by the recipes' lineage and compile the recipes from them again.

    Of a source, whose whole series counts, they are all cells it ever reads.
    """
    measured_against_whole = address.comparison in (Comparison.SHARE, Comparison.CONTRIBUTION)
    wanted = {*series, *(one.whole() for one in series if measured_against_whole)}
    found: dict[int, AcceptedCell] = {}
    conditions = [
        condition
        for recipe, period, one in product(recipes, periods, wanted)
        if in_force(recipe, period)
        for condition in inputs(recipe, one, period, around)
    ]
    needed = behind(recipes, catalogue.recipes)
    for source in (recipe for recipe in needed if recipe not in recipes):
        conditions += all_inputs(source, around.home, around)
    for condition in conditions:
        for cell in filing.accepted_cells(condition, moment):
            found[cell.pk] = cell
    cells = tuple(found.values())
    return Evidence(cells, _recompiled(catalogue, needed, around, cells))


def _recompiled(
    catalogue: Catalogue, recipes: Sequence[Recipe], around: Context, cells: Sequence[AcceptedCell]
) -> Book:
    by_dataflow: dict[str, list[AcceptedCell]] = defaultdict(list)
    for cell in cells:
        by_dataflow[cell.dataflow].append(cell)
    with tempfile.TemporaryDirectory(prefix="tongket-") as folder:
        for table in facts.tables(catalogue):
            facts.write_cells(Path(folder), table, by_dataflow[table.dataflow])
        observations = compile_all(recipes, engine("plain", Path(folder)).reduce, around, None)
    return Book(catalogue.indicators, observations, doors.baskets(catalogue))
