"""A small province to write specifications in: readable tables of facts in, figures out, on any engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tongket.figures.compile.context import Answered, Context
from tongket.figures.compile.order import ordered
from tongket.figures.compile.recipe import Recipe
from tongket.figures.compile.run import compile_all, compile_recipe
from tongket.figures.engines import Engine, engine
from tongket.figures.facts.columns import FIXED
from tongket.figures.facts.frame import schema
from tongket.figures.methods.weights import IndexWeights, ProductWeight
from tongket.figures.observations.observation import Observation
from tongket.figures.terms.area import Area, AreaMap
from tongket.figures.terms.codelist import Codelist, Item
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.indicator import Direction, Indicator, Indicators, Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text

NUMBERS = ("period", "months", "value", "fact", "recorded_at", "superseded_at")


def facts_of(table: str, measure: str = "") -> pa.Table:
    """Read a text table: a head line, then one line a fact, columns apart by `|`.

    `area`, `period` and `value` are needed. What is left out is filled in: reporter `r1`, the measure
    given, a number for the fact, recorded at 0 and never superseded.
    """
    head, *lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    dimensions = tuple(name for name in head if name not in FIXED)
    columns: dict[str, list[object]] = {name: [] for name in (*FIXED, *dimensions)}
    for number, row in enumerate(rows, start=1):
        period = Period.parse(row["period"])
        filled = {"reporter": "r1", "measure": measure, "fact": str(number), "recorded_at": "0"}
        filled |= row | {"period": str(period.first), "months": str(period.length)}
        for name, column in columns.items():
            column.append(_cell(name, filled.get(name, "")))
    wanted = schema(dimensions)
    return pa.table({n: pa.array(v, wanted.field(n).type) for n, v in columns.items()}, schema=wanted)


def _cell(name: str, text: str) -> object:
    if name == "value":
        return Decimal(text)
    return (int(text) if text else None) if name in NUMBERS else text


def write_facts(folder: Path, dataflow: str, facts: pa.Table) -> None:
    (folder / dataflow).mkdir(parents=True, exist_ok=True)
    place = len(list((folder / dataflow).iterdir()))
    pq.write_table(facts, folder / dataflow / f"{place}.parquet")


def listed(code: str, *lines: str, **attributes: str) -> Codelist:
    """A code list from lines `code < parent : unit : attribute=code`; all but the code may be left out."""
    items = {}
    for line in lines:
        head, *rest = [part.strip() for part in line.split(":")]
        own, _, parent = (part.strip() for part in head.partition("<"))
        unit = next((part for part in rest if part and "=" not in part), "")
        pairs = dict(part.split("=") for part in rest if "=" in part)
        items[own] = Item(own, Text.same(own), parent, unit, pairs)
    return Codelist(code, "1", Text.same(code), items)


def indicator(code: str, shape: Shape, unit: str, decimals: int = 0) -> Indicator:
    return Indicator(code, 1, Text.same(code), unit, shape, Direction.UP, decimals, {"all": Text.same(code)})


INDICATORS = Indicators(
    {
        "retail": indicator("retail", Shape.FLOW, "billion_vnd"),
        "power": indicator("power", Shape.FLOW, "million_kwh"),
        "output": indicator("output", Shape.FLOW, "billion_vnd"),
        "exports": indicator("exports", Shape.FLOW, "million_usd"),
        "stocks": indicator("stocks", Shape.STOCK, "tonne"),
        "households": indicator("households", Shape.STOCK, "household"),
        "connected": indicator("connected", Shape.FLOW, "household"),
        "rate": indicator("rate", Shape.RATIO, "percent", 1),
        "kinds": indicator("kinds", Shape.COUNT, "product"),
        "villages": indicator("villages", Shape.COUNT, "village"),
        "iip": indicator("iip", Shape.INDEX, "index", 2),
    }
)


def unit(code: str, dimension: str, multiplier: int = 1) -> Unit:
    return Unit(code, dimension, Decimal(multiplier), Text.same(code), Text.same(code))


UNITS = {
    one.code: one
    for one in (
        unit("million_vnd", "VND", 10**6),
        unit("billion_vnd", "VND", 10**9),
        unit("usd", "USD"),
        unit("million_usd", "USD", 10**6),
        unit("kwh", "kWh"),
        unit("million_kwh", "kWh", 10**6),
        unit("tonne", "gram", 10**6),
        unit("kg", "gram", 10**3),
        unit("household", "household"),
        unit("percent", "percent"),
        unit("product", "product"),
        unit("village", "village"),
        unit("index", "index"),
    )
}

CODELISTS = {
    one.code: one
    for one in (
        listed("trade", "goods", "food < goods", "cloth < goods", "lodging", "catering"),
        listed(
            "products",
            "farm",
            "coffee < farm : tonne : activity=10A",
            "tea < farm : kg : activity=10A",
            "sugar : tonne : activity=10B",
            "hydro : kwh : activity=35A",
            "grid : million_kwh : activity=35A",
            "rock < : tonne",
        ),
        listed("markets", "CN", "JP", "US"),
        listed("industries", "C", "10 < C", "10A < 10", "10B < 10", "D", "35 < D", "35A < 35"),
        # Two classes of a made-up tree, for the test vectors.
        listed("basket", "a : tonne", "b : tonne", "c : tonne"),
        listed("branches", "S", "X < S", "Y < S"),
    )
}


def area(code: str, level: str, parent: str, ends: date | None = None) -> Area:
    return Area(code, date(2000, 1, 1), ends, level, level, code, parent)


# Districts D1 (communes C1, C2) and D2 (commune C3); villages are named after their commune.
AREAS = AreaMap(
    (
        area("14", "province", ""),
        area("D1", "district", "14"),
        area("D2", "district", "14"),
        area("C1", "commune", "D1"),
        area("C2", "commune", "D1"),
        area("C3", "commune", "D2"),
        area("C1a", "village", "C1"),
        area("C1b", "village", "C1"),
        area("C2a", "village", "C2"),
        area("C3a", "village", "C3"),
    )
)

# TV-09: class X weighs 300 (products a 60, b 40), class Y 700 (product c).
WEIGHTS = IndexWeights(
    code="tv09",
    base_year=2015,
    activity_list="branches",
    activities={"X": 300, "Y": 700},
    products={
        "a": ProductWeight("X", 60, 100),
        "b": ProductWeight("X", 40, 50),
        "c": ProductWeight("Y", 100, 200),
    },
    reference=Text.same("TV-09"),
    synthetic=True,
)

# Weights of a later year: product b weighs as much as a, and the mean months are those of the facts.
WEIGHTS_2019 = IndexWeights(
    code="w2019",
    base_year=2019,
    activity_list="branches",
    activities={"X": 400, "Y": 600},
    products={"a": ProductWeight("X", 50), "b": ProductWeight("X", 50), "c": ProductWeight("Y", 100)},
    reference=Text.same("constructed"),
    synthetic=True,
)

CONTEXT = Context(
    indicators=INDICATORS,
    units=UNITS,
    codelists=CODELISTS,
    areas=AREAS,
    home="14",
    weights={"tv09": WEIGHTS, "w2019": WEIGHTS_2019},
    coverage={},
    measure_units={
        ("retail", "turnover"): "million_vnd",
        ("industry", "quantity"): "",
        ("industry", "value"): "million_vnd",
        ("industry", "stock"): "tonne",
        ("exports", "fob"): "usd",
        ("basket", "quantity"): "",
        ("basket", "price"): "million_vnd",
        ("village", "households"): "household",
        ("village", "electrified"): "household",
        ("connections", "connected"): "household",
    },
    dimension_lists={
        ("retail", "group"): "trade",
        ("industry", "product"): "products",
        ("exports", "product"): "products",
        ("exports", "market"): "markets",
        ("basket", "product"): "basket",
    },
)


def recipe(code: str, method: str, dataflow: str, measure: str, **more: object) -> Recipe:
    """A recipe for the indicator `code`; the whole for the province unless more is said."""
    blank = Recipe(
        code, INDICATORS[code].definition(), method, dataflow, measure, {}, ((),), ("province",), {}
    )
    return replace(blank, **more)


@dataclass(frozen=True)
class Answers:
    """Observations to look figures up in."""

    observations: tuple[Observation, ...]

    def of(self, area: str = "14", **codes: str) -> dict[str, Decimal | Cause]:
        """The series of an area and breakdown: period → value, or the cause of its absence."""
        return {period: _short(figure) for period, figure in self.figures(area, **codes).items()}

    def figures(self, area: str = "14", **codes: str) -> dict[str, Figure]:
        breakdown = tuple(sorted(codes.items()))
        return {
            str(one.period): one.figure
            for one in self.observations
            if (one.series.area, one.series.breakdown) == (area, breakdown)
        }

    def at(self, period: str, **codes: str) -> dict[str, Decimal | Cause]:
        """One period of the province by the parts of its only breakdown: code → value or cause."""
        return {
            ",".join(code for _, code in one.series.breakdown): _short(one.figure)
            for one in self.observations
            if str(one.period) == period and one.series.area == "14"
        }


def _short(figure: Figure) -> Decimal | Cause:
    found = figure.cause if figure.value is None else figure.value
    assert found is not None
    return found


@dataclass
class World:
    """Facts of a test in a folder of its own, and one engine to ask."""

    folder: Path
    engine_name: str
    context: Context = field(default=CONTEXT)

    @property
    def engine(self) -> Engine:
        return engine(self.engine_name, self.folder)

    def given(self, dataflow: str, measure: str, table: str) -> None:
        write_facts(self.folder, dataflow, facts_of(table, measure))

    def returned(self, dataflow: str, returns: Mapping[str, tuple[int, int]]) -> None:
        """How many returns are in and how many are due, by period: `{"2020-11": (37, 40)}`."""
        coverage = {Period.parse(period): Answered(due, got) for period, (got, due) in returns.items()}
        self.context = replace(self.context, coverage={**self.context.coverage, dataflow: coverage})

    def compile(self, one: Recipe, as_of: int | None = None) -> Answers:
        return Answers(compile_recipe(one, self.engine.reduce, self.context, as_of))

    def known(self, *more: Indicator) -> None:
        """Further indicators, for what a recipe makes of observations."""
        entries = {**self.context.indicators.entries, **{one.code: one for one in more}}
        self.context = replace(self.context, indicators=Indicators(entries))

    def recipe(self, code: str, method: str, dataflow: str = "", measure: str = "", **more: object) -> Recipe:
        """A recipe for any indicator this world knows, coverage included: `shift:national`."""
        name, _, coverage = code.partition(":")
        definition = self.context.indicators[name].definition(coverage or "all")
        one = recipe("retail", method, dataflow, measure, definition=definition)
        return replace(one, code=f"{name}_{coverage or method}", **more)

    def compile_last(self, *recipes: Recipe) -> Answers:
        """What the last recipe makes once those before it are made."""
        made = compile_all(ordered(recipes), self.engine.reduce, self.context)
        return Answers(tuple(one for one in made if one.recipe == recipes[-1].code))
