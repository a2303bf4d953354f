"""From cells to tallies: what each area and part adds up to in each period, kept apart by thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tongket.figures.compile.context import Context, RecipeRefused, Reduce
from tongket.figures.compile.parameters import IMPUTE
from tongket.figures.compile.places import Places, places
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.splits import Split, selected, split
from tongket.figures.compile.standing_in import StandIns, stand_ins
from tongket.figures.compile.timeline import one_length
from tongket.figures.compile.unit_values import unit_values
from tongket.figures.facts import columns
from tongket.figures.facts.reduction import Reduction
from tongket.figures.observations.levels import Stored
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.terms.area import Level
from tongket.figures.terms.indicator import Indicator
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

ANSWERS = "answers"
THING = "thing"
STOOD_IN = "stood_in"
ONE_THING = ""  # the key of a tally that keeps nothing apart

Convert = Callable[[Decimal, str], Decimal]


@dataclass(frozen=True)
class Job:
    """One recipe to compile: with which engine, in which surroundings, as of when.

    `made` are the observations of the recipes before it.
    """

    recipe: Recipe
    reduce: Reduce
    context: Context
    as_of: int | None = None
    made: Stored = field(default_factory=dict)

    @property
    def indicator(self) -> Indicator:
        return self.context.indicators.of(self.recipe.definition)

    def series(self, area: str) -> SeriesKey:
        return SeriesKey(self.recipe.definition, area)

    def stand_ins(self, measure: str, dimensions: tuple[str, ...] = ()) -> StandIns | None:
        """What stands for the returns that are out, made once for a measure; None where the recipe asks
        for nothing of that."""
        code = IMPUTE.of(self.recipe)
        if code == "none":
            return None
        if measure not in self._stood:
            self._stood[measure] = self._stand(code, measure, dimensions)
        return self._stood[measure]

    @cached_property
    def _stood(self) -> dict[str, StandIns]:
        return {}

    def _stand(self, code: str, measure: str, dimensions: tuple[str, ...]) -> StandIns:
        recipe, context = self.recipe, self.context
        if code not in context.imputation:
            legal = ", ".join(context.imputation) or "—"
            raise RecipeRefused(_NO_LADDER.format(recipe=recipe.code, code=code, legal=legal))
        where = {name: tuple(sorted(codes)) for name, codes in selected(recipe, context).items()}
        known = unit_values(self.reduce, recipe.dataflow, measure, dimensions, where, self.as_of)
        policy = context.imputation[code]
        return stand_ins(policy, context, recipe.dataflow, recipe.code, known, dimensions)


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums by thing (a product, a village, or `ONE_THING` for all), how many facts each holds, and what of
    the sums stands in for returns that are out."""

    sums: Mapping[str, Decimal]
    counts: Mapping[str, int]
    stood_in: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def answers(self) -> int:
        return sum(self.counts.values())

    def __add__(self, other: Tally) -> Tally:
        things = dict.fromkeys((*self.sums, *other.sums))
        return Tally(
            {one: self.sums.get(one, Decimal(0)) + other.sums.get(one, Decimal(0)) for one in things},
            {one: self.counts.get(one, 0) + other.counts.get(one, 0) for one in things},
            {
                one: self.stood_in.get(one, Decimal(0)) + other.stood_in.get(one, Decimal(0))
                for one in dict.fromkeys((*self.stood_in, *other.stood_in))
            },
        )


NOTHING = Tally({}, {})
Tallies = Mapping[SeriesKey, Mapping[Period, Tally]]


def tallies(
    job: Job,
    measure: str,
    things: str = "",
    convert: Convert = lambda value, thing: value,
    breakdowns: tuple[tuple[str, ...], ...] | None = None,
) -> Tallies:
    """Add the cells of a measure up by area level, breakdown and period.

    `things` keeps the sums apart by a dimension, or by a level of area (`area:village`); `convert` is
    given each sum with its thing. A fact known only to a unit wider than a level counts in that unit
    and above, never below.
    """
    wanted = job.recipe.breakdowns if breakdowns is None else breakdowns
    splits = [
        tuple(split(job.recipe, job.context, name) for name in sorted(names))
        for names in dict.fromkeys(((), *wanted))
    ]
    found: dict[SeriesKey, dict[Period, tuple[dict[str, Decimal], dict[str, int], dict[str, Decimal]]]] = {}
    passes = _passes(splits, things)
    stood = job.stand_ins(measure, tuple(sorted({name for names in passes for name in names})))
    for dimensions, some in passes.items():
        table = _with_stand_ins(_cells(job, measure, dimensions), stood)
        for at_level in _levels(job, table, dimensions, things) if table.num_rows else ():
            for one in some:
                for key, period, thing, value, answers, stood_in in _series(job, at_level, one):
                    sums, counts, filled = found.setdefault(key, {}).setdefault(period, ({}, {}, {}))
                    sums[thing], counts[thing] = convert(value, thing), answers
                    if stood_in:
                        filled[thing] = convert(stood_in, thing)
    return {key: {period: Tally(*kept) for period, kept in periods.items()} for key, periods in found.items()}


def _passes(splits: list[tuple[Split, ...]], things: str) -> dict[tuple[str, ...], list[tuple[Split, ...]]]:
    """Which dimensions to ask the engine for at once, and which splits each pass serves.

    Dimensions that no split crosses are asked for apart: products by markets by communes would be as
    many cells as there are facts. A split whose dimensions are among another's rides along.
    """
    own = {things} if _is_dimension(things) else set()
    needs = [frozenset({one.source for one in some} | own) for some in splits]
    widest = sorted({tuple(sorted(need)) for need in needs if not any(need < other for other in needs)})
    passes: dict[tuple[str, ...], list[tuple[Split, ...]]] = {dimensions: [] for dimensions in widest}
    for need, some in zip(needs, splits, strict=True):
        passes[next(dimensions for dimensions in widest if need <= set(dimensions))].append(some)
    return passes


def _is_dimension(things: str) -> bool:
    return bool(things) and not things.startswith("area:")


def _cells(job: Job, measure: str, dimensions: tuple[str, ...]) -> pa.Table:
    where = {name: tuple(sorted(codes)) for name, codes in selected(job.recipe, job.context).items()}
    by = (columns.AREA, columns.PERIOD, columns.MONTHS, *dimensions)
    table = job.reduce(Reduction(job.recipe.dataflow, measure, by, where, job.as_of)).table
    one_length(job.recipe.dataflow, set(pc.unique(table[columns.MONTHS]).to_pylist()))
    return table


def _with_things(job: Job, table: pa.Table, where: Places, things: str) -> pa.Table:
    """Add the column that says which thing a row is about."""
    if _is_dimension(things):
        return table.append_column(THING, table[things])
    if not things:
        return table.append_column(THING, pa.array([ONE_THING]).take(pa.array(np.zeros(len(table), int))))
    level = cast(Level, things.removeprefix("area:"))
    column = where.at(level)
    if column.null_count:
        area = table.filter(pc.is_null(column))[columns.AREA][0].as_py()
        raise RecipeRefused(_TOO_WIDE.format(recipe=job.recipe.code, level=level, area=area))
    return table.append_column(THING, column)


def _levels(job: Job, table: pa.Table, dimensions: tuple[str, ...], things: str) -> Iterator[pa.Table]:
    """The cells added up to each level of area that the recipe asks for."""
    where = places(table, job.context.areas)
    table = _with_things(job, table, where, things)
    for level in job.recipe.levels:
        at_level = table.set_column(table.schema.get_field_index(columns.AREA), columns.AREA, where.at(level))
        kept = at_level.filter(pc.is_valid(at_level[columns.AREA]))
        yield _added_up(kept, [columns.AREA, columns.PERIOD, columns.MONTHS, THING, *dimensions])


def _added_up(table: pa.Table, keys: list[str]) -> pa.Table:
    added = [columns.VALUE, ANSWERS, *([STOOD_IN] if STOOD_IN in table.column_names else [])]
    sums = table.group_by(keys, use_threads=False).aggregate([(name, "sum") for name in added])
    return sums.select([*keys, *(f"{name}_sum" for name in added)]).rename_columns([*keys, *added])


def _with_stand_ins(table: pa.Table, stood: StandIns | None) -> pa.Table:
    """The cells, and among them what stands for returns that are out, told apart in a column."""
    if stood is None:
        return table
    rows = stood.rows(table.schema)
    own = pa.array([0] * len(table), table.schema.field(columns.VALUE).type)
    return pa.concat_tables(
        [table.append_column(STOOD_IN, own), rows.append_column(STOOD_IN, rows[columns.VALUE])]
    )


def _series(
    job: Job, table: pa.Table, splits: tuple[Split, ...]
) -> Iterator[tuple[SeriesKey, Period, str, Decimal, int, Decimal | None]]:
    """The table added up to the nodes of the splits, row by row."""
    for one in splits:
        # The source may serve two splits (a product, and its activity), so nodes get a column of their own.
        table = _spread(table, one.source, _node(one), one.nodes)
    nodes = [_node(one) for one in splits]
    sums = _added_up(table, [columns.AREA, columns.PERIOD, columns.MONTHS, THING, *nodes])
    if STOOD_IN not in sums.column_names:
        sums = sums.append_column(STOOD_IN, pa.nulls(len(sums)))
    for area, first, months, thing, *codes, value, answers, stood_in in zip(
        *(column.to_pylist() for column in sums.columns), strict=True
    ):
        breakdown = tuple((one.name, code) for one, code in zip(splits, codes, strict=True))
        key = SeriesKey(job.recipe.definition, area, breakdown)
        yield key, Period(first, months), thing, value, answers, stood_in


def _node(one: Split) -> str:
    return f"node of {one.name}"


def _spread(table: pa.Table, source: str, target: str, nodes: Callable[[str], tuple[str, ...]]) -> pa.Table:
    """Repeat every row once for each node its code adds to, the node in the column `target`."""
    codes = table[source].combine_chunks().dictionary_encode()
    each = [nodes(code) for code in codes.dictionary.to_pylist()]
    counts, which = np.array([len(some) for some in each], np.int64), codes.indices.to_numpy()
    times = counts[which]
    rows = np.repeat(np.arange(len(which)), times)
    starts = (np.cumsum(counts) - counts)[which]
    at = np.repeat(starts - (np.cumsum(times) - times), times) + np.arange(len(rows))
    flat = pa.array([node for some in each for node in some], pa.string())
    return table.take(pa.array(rows)).append_column(target, flat.take(pa.array(at)))


_NO_LADDER = Text(
    "Công thức “{recipe}”: không có thang ước thay “{code}”. Hiện có: {legal}.",
    "Recipe “{recipe}”: there is no ladder “{code}” in imputation.yaml. There are: {legal}.",
)
_TOO_WIDE = Text(
    "Công thức “{recipe}” đếm đơn vị cấp {level}, nhưng có số liệu chỉ ghi ở địa bàn {area}, rộng hơn cấp "
    "đó. Hãy sửa địa bàn của đơn vị báo cáo.",
    "Recipe “{recipe}” counts units of the level {level}, but some facts are known only for the area "
    "{area}, which is wider. Correct the area of the reporter.",
)
