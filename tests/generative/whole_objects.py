"""Objects that only make sense as a whole, for generated arguments: maps, trees, chains, tables, estimators.

Each takes the maker of the numbers, so that what stands inside is as wrong as anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tests.spec.world import CODELISTS
from tests.spec.world import WEIGHTS as TV09

from tongket.figures.methods.crosswalk.walk import Crosswalk, Spread
from tongket.figures.methods.disclosure.cells import Cell, Contribution, Equation, Table
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.rules import Dominance, PPercent, Rules, Threshold
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.ratio_estimator import ratio_estimate
from tongket.figures.methods.estimation.sample import SampledUnit
from tongket.figures.methods.estimation.totals import Estimator as OfStratum
from tongket.figures.methods.imputation.donors import Donors
from tongket.figures.methods.imputation.ladder import LADDER
from tongket.figures.methods.imputation.record import Outcome, Record
from tongket.figures.methods.imputation.rungs import Rung
from tongket.figures.methods.index_numbers.basket import Basket, basket
from tongket.figures.methods.index_numbers.gaps import Ladder
from tongket.figures.methods.index_numbers.links import ChainedIndex, Links, chained, links
from tongket.figures.methods.index_numbers.monthly import MonthlyChain, monthly_chain
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.time_series.seasonal_adjustment import Adjuster
from tongket.figures.methods.time_series.series import Aggregation, Alignment
from tongket.figures.methods.time_series.tet import WINDOWS, Window
from tongket.figures.methods.time_series.vintages import Known, Release, Triangle
from tongket.figures.methods.time_series.x13_output import Diagnostics
from tongket.figures.methods.time_series.year_ladder import Estimator, by_growth, by_run_rate, by_share
from tongket.figures.methods.weights import IndexWeights
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tests.generative.wrong_inputs import Maker

TREE = Tree.of({"": None, "X": "", "Y": "", "a": "X", "b": "X", "c": "Y"})
WALK = Crosswalk(
    {
        "a": Spread({"x": Fraction(2, 5), "y": Fraction(3, 5)}),
        "b": Spread({"y": Fraction(1)}),
        "c": Spread({"c": Fraction(1)}),
    },
    ("x", "y", "c"),
)  # fmt: skip


def a_chain(maker: Maker) -> MonthlyChain:
    return monthly_chain(TREE, maker.array((3, 4)), {0: maker.array((3,))})


def some_links(maker: Maker) -> Links:
    return links(TREE, maker.array((3, 2, 4)), maker.array((3, 2)))


def years(maker: Maker) -> dict[int, Decimal]:
    """Three years and a half of months, each wrong or right."""
    wanted = range(2017 * 12, 2020 * 12 + 6)
    months = {month: maker.value(Decimal) for month in wanted}
    return {month: value for month, value in months.items() if value.is_finite()}


def diagnosed(maker: Maker) -> Diagnostics:
    figures = [maker.value(float) for _ in range(7)]
    return Diagnostics(
        "x", "y", "z", 0, tuple(maker.value(float) for _ in range(11)), *figures[:2], True, *figures[2:]
    )


def cells(maker: Maker) -> tuple[Cell, ...]:
    behind = tuple[Contribution, ...] | None
    return tuple(Cell(key, maker.value(Decimal | None), maker.value(behind)) for key in "abcd")


def table(maker: Maker) -> Table:
    return Table.of(cells(maker), [Equation.total("d", "abc")])


RULES = Rules((Threshold(3, Decimal(20)), Dominance(1, Decimal(80)), PPercent(Decimal(10))), Decimal(20))

WHOLE: Mapping[Any, Callable[[Maker], Any]] = {
    Tree: lambda maker: TREE,
    Text: lambda maker: Text("số", "number"),
    Period: lambda maker: Period.month(2020, maker.random.randint(1, 12)),
    Codelist: lambda maker: CODELISTS["branches"],
    IndexWeights: lambda maker: TV09,
    Basket: lambda maker: basket((TV09,), CODELISTS["branches"]),
    Crosswalk: lambda maker: WALK,
    AreaMap: lambda maker: AreaMap(()),
    Ladder: lambda maker: Ladder([0, 1, 0], [0, 0]),
    Diagnostics: diagnosed,
    Links: some_links,
    ChainedIndex: lambda maker: chained(some_links(maker)),
    MonthlyChain: a_chain,
    Donors: lambda maker: Donors([maker.value(Record) for _ in range(2)]),
    Rung: lambda maker: LADDER[0],
    Sequence[Rung]: lambda maker: LADDER,
    Mapping[str, Outcome]: lambda maker: {},
    Rules: lambda maker: RULES,
    Policy: lambda maker: Policy(seconds=5.0),
    Table: table,
    Sequence[Cell]: cells,
    Alignment: lambda maker: Alignment(2, maker.pick(list(Aggregation))),
    Known: lambda maker: Known(years(maker)),
    Triangle: lambda maker: Triangle({m: (Release(m + 1, v),) for m, v in years(maker).items()}),
    Mapping[str, Estimator]: lambda maker: {"A": by_share, "B": by_growth, "C": by_run_rate},
    OfStratum: lambda maker: maker.pick([expansion, ratio_estimate]),
    Callable[[SampledUnit], bool]: lambda maker: lambda unit: unit.unit == "a",
    Callable[[str], Sequence[str]]: lambda maker: lambda code: ("P",),
    Adjuster: lambda maker: None,
    Window: lambda maker: WINDOWS[0],
    date: lambda maker: date(2020, 12, 31),
}
