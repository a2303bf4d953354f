"""Whatever the returns, with gaps, stops, late openings and odd codes: the national index is the oracle's."""

import csv
import math
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from bench.peers import plain
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.figures.engines.relatives import relatives
from tongket.figures.exchange.national.basket import read_basket
from tongket.figures.exchange.national.tables import contributions_tables, levels_table
from tongket.figures.methods.index_numbers.monthly import month_contributions
from tongket.figures.methods.index_numbers.national import national_index

ENGINES = ("arrays", "duckdb", "polars")
AREAS, FIRMS = ("01", "14", "Sơn La"), ("F1", "Đ 2", "0003", "x/y")
PRODUCTS = (
    {"product": "A1", "class": "1011", "group": "101", "division": "10", "section": "C"},
    {"product": "A2", "class": "1011", "group": "101", "division": "10", "section": "C"},
    {"product": "1011", "class": "1012", "group": "101", "division": "10", "section": "C"},
    {"product": "D", "class": "3511", "group": "351", "division": "35", "section": "D"},
)
CODES = tuple(row["product"] for row in PRODUCTS)
MONTHS = tuple(f"{year}-{month:02d}" for year in (2019, 2020, 2021) for month in (1, 2, 3, 11, 12))
UNITS = [(area, firm, product) for area in AREAS for firm in FIRMS for product in CODES]
CELLS = [(area, product) for area in AREAS for product in CODES]

amount = st.one_of(
    st.none(), st.just(0.0), st.integers(1, 50).map(float), st.floats(0.01, 1e6), st.just(math.nan)
)


@st.composite
def nation(draw):
    """Returns in any order, and the weights of the years that come before those of the returns."""
    units = draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6, unique=True))
    start = draw(st.integers(0, 20))
    months = [f"{2018 + t // 12}-{t % 12 + 1:02d}" for t in range(start, start + draw(st.integers(1, 16)))]
    rows = [
        {"area": area, "enterprise": firm, "product": product, "period": period, "quantity": draw(amount)}
        for area, firm, product in units
        for period in draw(st.lists(st.sampled_from(months), unique=True))
    ]
    weights = [
        {
            "area": area,
            "product": product,
            "year": year,
            "value_added": draw(st.sampled_from([0.0, 1.0, 7.5])),
        }
        for year in range(2017, 2021)
        for area, product in draw(st.lists(st.sampled_from(CELLS), min_size=1, unique=True))
    ]
    return draw(st.permutations(rows)), weights


def written(folder: Path, rows, weights) -> Path:
    schema = pa.schema(
        [(name, pa.string()) for name in ("area", "enterprise", "product", "period")]
        + [("quantity", pa.float64())]
    )
    pq.write_table(pa.Table.from_pylist(rows, schema), folder / "returns.parquet", row_group_size=3)
    pq.write_table(pa.Table.from_pylist(list(PRODUCTS)), folder / "products.parquet")
    pq.write_table(pa.Table.from_pylist(weights), folder / "weights.parquet")
    return folder


def as_rows(table):
    return {tuple(row[:-1]): row[-1] for row in zip(*(column.to_pylist() for column in table), strict=True)}


def same(found, expected):
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert (found[key] is None) == (value is None), key
        assert value is None or found[key] == pytest.approx(value, rel=1e-9, abs=1e-9), key


@settings(max_examples=40, deadline=None)
@given(nation())
def test_every_engine_gives_the_oracles_index_and_contributions(data):
    rows, weights = data
    if not any(row["quantity"] is not None and row["quantity"] == row["quantity"] for row in rows):
        return
    with tempfile.TemporaryDirectory() as made:
        folder = written(Path(made), rows, weights)
        levels, contributions = plain.read(folder)
        for engine in ENGINES:
            index = national_index(relatives(folder / "returns.parquet", engine), read_basket(folder))
            same(as_rows(levels_table(index)), {(plain.period(t), node): value for t, node, value in levels})
            same(
                as_rows(contributions_tables(index)[0]),
                {(plain.period(t), *cell): value for t, *cell, value in contributions},
            )


@settings(max_examples=30, deadline=None)
@given(nation())
def test_contributions_at_every_level_are_those_of_every_node_one_by_one(data):
    rows, weights = data
    if not any(row["quantity"] is not None and row["quantity"] == row["quantity"] for row in rows):
        return
    with tempfile.TemporaryDirectory() as made:
        folder = written(Path(made), rows, weights)
        index = national_index(relatives(folder / "returns.parquet"), read_basket(folder))
    for level in index.contributions():
        for node in set(level.to.tolist()):
            inside = level.to == node
            expected = month_contributions(index.chain, node)[index.tree.leaves][inside] / 100
            assert level.values[inside] == pytest.approx(expected, abs=1e-12, nan_ok=True)


def test_the_command_writes_what_the_oracle_writes(tmp_path):
    rows = [
        {"area": "14", "enterprise": "F1", "product": "A1", "period": f"2020-{m:02d}", "quantity": q}
        for m, q in ((3, 12.0), (1, 10.0), (2, 11.0), (5, 14.0))
    ] + [
        {"area": "14", "enterprise": "F1", "product": "D", "period": f"2020-{m:02d}", "quantity": 2.0 * m}
        for m in (1, 2, 3, 4, 5)
    ]
    weights = [
        {"area": "14", "product": product, "year": 2019, "value_added": 5.0} for product in ("A1", "D")
    ]
    data, expected = written(tmp_path, rows, weights), tmp_path / "expected"
    for module, *rest in (
        ("tongket", "national", data, tmp_path / "out"),
        ("bench.peers.plain", data, expected),
    ):
        subprocess.run(
            [sys.executable, "-m", module, *map(str, rest)], check=True, cwd=Path(__file__).parents[2]
        )
    for name in ("index.csv", "contributions.csv"):
        found, wanted = (
            {tuple(row[:-1]): row[-1] for row in csv.reader((folder / name).read_text().splitlines())}
            for folder in (tmp_path / "out", expected)
        )
        assert found.keys() == wanted.keys()
        assert all((found[key] == "") == (wanted[key] == "") for key in wanted)
        heads = next(iter(wanted))
        values = {key: float(value) for key, value in wanted.items() if value and key != heads}
        assert {key: float(found[key]) for key in values} == pytest.approx(values, rel=1e-9)
