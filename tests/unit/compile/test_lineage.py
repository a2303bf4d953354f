"""The facts named behind a figure are enough to make it again, and are no more than it needs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.spec.world import AREAS, CONTEXT, World, area, facts_of, recipe, write_facts

from tongket.figures.compile.lineage import FactFilter, inputs
from tongket.figures.methods.estimation.frame import DrawnUnit, Frame, FrameStratum
from tongket.figures.observations.observation import Address, SeriesKey
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

EVERYWHERE = ("province", "district", "commune")
BY_ACTIVITY = {"activity": {"dimension": "product", "attribute": "activity", "codelist": "industries"}}

RECIPES = {
    "retail": recipe(
        "retail",
        "total",
        "retail",
        "turnover",
        breakdowns=((), ("group",)),
        levels=EVERYWHERE,
        where={"group": ("goods",)},
        parameters={"year_estimate": "seasonal_share", "past_years": 3},
    ),
    "output": recipe(
        "output",
        "total",
        "industry",
        "value",
        breakdowns=((), ("activity",)),
        parameters={"map": BY_ACTIVITY},
    ),
    "kinds": recipe("kinds", "distinct_count", "exports", "fob", parameters={"of": "product"}),
    "rate": recipe(
        "rate",
        "ratio",
        "village",
        "electrified",
        levels=EVERYWHERE,
        parameters={"denominator": "households"},
    ),
    "iip": recipe("iip", "production_index", "basket", "quantity", parameters={"weights": "tv09"}),
}


def months(year, last, rows):
    return [row.format(m=f"{year}-{m:02d}", v=m * 100 + year) for m in range(1, last + 1) for row in rows]


def facts(head, lines, measure):
    return facts_of("\n".join([head, *lines]), measure)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("facts"), "plain")
    retail = ["C1 | {m} | food | {v}", "C3 | {m} | cloth | {v}", "C3 | {m} | lodging | {v}"]
    lines = [line for year in range(2016, 2020) for line in months(year, 12, retail)]
    write_facts(
        world.folder,
        "retail",
        facts("area | period | group | value", [*lines, *months(2020, 9, retail)], "turnover"),
    )
    counted = {f"{year}-{m:02d}": (9, 9) for year in range(2016, 2020) for m in range(1, 13)}
    counted |= {f"2020-{m:02d}": (9, 9) for m in range(1, 9)} | {"2020-09": (8, 9), "2017-05": (8, 9)}
    world.returned("retail", counted)
    goods = ["C1 | {m} | coffee | {v}", "C2 | {m} | sugar | {v}", "C3 | {m} | grid | {v}"]
    write_facts(
        world.folder,
        "industry",
        facts("area | period | product | value", months(2020, 12, goods), "value"),
    )
    shipped = ["C1 | {m} | coffee | CN | {v}", "C2 | {m} | tea | JP | {v}"]
    write_facts(
        world.folder,
        "exports",
        facts("area | period | product | market | value", months(2020, 12, shipped), "fob"),
    )
    villages = [
        f"{code} | 2020 | {measure} | {value}"
        for code in ("C1a", "C1b", "C3a")
        for measure, value in (("households", 100), ("electrified", 93))
    ]
    write_facts(world.folder, "village", facts("area | period | measure | value", villages, ""))
    basket = ["C1 | {m} | a | {v}", "C1 | {m} | b | {v}", "C2 | {m} | c | {v}"]
    write_facts(
        world.folder,
        "basket",
        facts("area | period | product | value", months(2020, 3, basket), "quantity"),
    )
    return world


def kept(table: pa.Table, filters: tuple[FactFilter, ...]) -> pa.Table:
    rows = [
        row
        for row in table.to_pylist()
        if any(
            row["measure"] in one.measures
            and Period(row["period"], row["months"]) in one.periods
            and row["area"] in one.areas
            and all(row[name] in codes for name, codes in one.dimensions.items())
            for one in filters
        )
    ]
    return pa.Table.from_pylist(rows, table.schema)


@pytest.mark.parametrize(
    ("address", "behind"),
    [
        ("retail@14/2020-03", 2),
        ("retail@C1/2019", 12),
        ("retail@C1/2019,group=food", 12),
        ("retail@14/2020", 2 * (8 + 3 * 12)),  # estimated: eight months in; 2016, 2018 and 2019 complete
        ("retail@C1/2020", 8 + 3 * 12),
        ("output@14/2020-02,activity=C", 2),
        ("output@14/2020,activity=35A", 12),
        ("kinds@14/2020", 24),
        ("rate@D1/2020", 4),
        ("rate@14/2020", 6),
        ("iip@14/2020-02", 3),
        ("iip@14/2020-02,activity=X", 2),
        ("iip@14/2020-02,product=c", 1),
    ],
)
def test_a_figure_is_made_again_from_the_facts_behind_it(world, tmp_path, address, behind):
    wanted = Address.parse(address)
    one = RECIPES[wanted.indicator]
    series = SeriesKey(one.definition, wanted.area, wanted.breakdown)
    figure = world.compile(one).figures(wanted.area, **dict(wanted.breakdown))[str(wanted.period)]
    assert figure.value is not None

    table = pa.concat_tables(_stored(world, one.dataflow))
    filters = inputs(one, series, wanted.period, world.context)
    few = kept(table, filters)
    assert few.num_rows == behind

    again = World(tmp_path, "plain", world.context)
    write_facts(tmp_path, one.dataflow, few)
    found = again.compile(one).figures(wanted.area, **dict(wanted.breakdown))[str(wanted.period)]
    assert found.value == pytest.approx(figure.value, rel=Decimal("1e-20"))


def _stored(world, dataflow):
    return [pq.read_table(file) for file in sorted((world.folder / dataflow).glob("*.parquet"))]


def test_a_level_of_stock_rests_on_its_last_month_alone():
    stocks = recipe("stocks", "total", "industry", "stock")
    (found,) = inputs(stocks, SeriesKey(stocks.definition, "14"), Period.year(2020), CONTEXT)
    assert Period.parse("2020-12") in found.periods
    assert Period.parse("2020-11") not in found.periods


def test_each_map_has_its_own_areas():
    old = area("C9", "commune", "D1", ends=date(2020, 6, 30))
    context = replace(CONTEXT, areas=AreaMap((*AREAS.areas, old)))
    retail = recipe("retail", "total", "retail", "turnover")
    first, second = inputs(retail, SeriesKey(retail.definition, "D1"), Period.year(2020), context)
    by_month = {period: one for one in (first, second) for period in one.periods if period.length == 1}
    assert "C9" in by_month[Period.parse("2020-06")].areas
    assert "C9" not in by_month[Period.parse("2020-07")].areas


@pytest.mark.parametrize(("estimator", "behind"), [("expansion", 3), ("matched_growth", 12)])
def test_an_estimate_is_made_again_from_every_answer_of_the_sample(world, tmp_path, estimator, behind):
    """A unit that sold no food has answered all the same, so its other lines are behind the food too."""
    units = {"r1": DrawnUnit("all", area="C1")}
    shops = Frame("shops", date(2015, 12, 31), {"all": FrameStratum(3)}, units, Text.same("shops"))
    surveyed = replace(world.context, frames={"shops": shops})
    one = recipe(
        "retail",
        "survey_total",
        "retail",
        "turnover",
        breakdowns=((), ("group",)),
        parameters={"frame": "shops", "estimator": estimator},
    )
    series = SeriesKey(one.definition, "14", (("group", "food"),))
    period = Period.parse("2016-04")
    figure = World(world.folder, "plain", surveyed).compile(one).figures(group="food")["2016-04"]
    few = kept(pa.concat_tables(_stored(world, "retail")), inputs(one, series, period, surveyed))
    assert few.num_rows == behind
    write_facts(tmp_path, "retail", few)
    again = World(tmp_path, "plain", surveyed).compile(one).figures(group="food")["2016-04"]
    assert again.value == figure.value
