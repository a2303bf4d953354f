"""Whatever the facts, every engine answers as the plain oracle does."""

import tempfile
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spec.world import write_facts

from tongket.figures.engines import engine
from tongket.figures.facts.frame import schema
from tongket.figures.facts.reduction import Reduction

DIMENSIONS = ("product", "market")
MOMENTS = st.integers(0, 5)

fact = st.fixed_dictionaries(
    {
        "reporter": st.sampled_from(["r1", "r2"]),
        "area": st.sampled_from(["03650", "03655", "đảo"]),
        "period": st.integers(24240, 24243),
        "months": st.sampled_from([1, 12]),
        "measure": st.sampled_from(["fob", "quantity"]),
        "value": st.decimals(Decimal(-(10**13)), Decimal(10**13), places=4),
        "fact": st.just(0),
        "recorded_at": MOMENTS,
        "superseded_at": st.none() | MOMENTS,
        "product": st.sampled_from(["Coffee", "coffee", "chè", "_Z"]),
        "market": st.sampled_from(["CN", "JP"]),
    }
)
question = st.builds(
    Reduction,
    st.just("exports"),
    st.sampled_from(["fob", "quantity"]),
    st.lists(st.sampled_from(["area", "period", "months", *DIMENSIONS]), unique=True).map(tuple),
    st.dictionaries(
        st.sampled_from(["product", "reporter"]),
        st.sampled_from([("coffee",), ("chè", "_Z"), ("r1",), ("none",)]),
    ),
    st.none() | MOMENTS,
)


def answers(rows, reduction):
    table = pa.Table.from_pylist(rows, schema(DIMENSIONS))
    with tempfile.TemporaryDirectory() as folder:
        write_facts(Path(folder), "exports", table)
        return {
            name: engine(name, Path(folder)).reduce(reduction).table for name in ("plain", "duckdb", "polars")
        }


@settings(max_examples=60, deadline=None)
@given(st.lists(fact, max_size=25), question)
def test_every_engine_gives_the_oracles_table(rows, reduction):
    found = answers(rows, reduction)
    assert found["duckdb"].equals(found["plain"])
    assert found["polars"].equals(found["plain"])


@settings(max_examples=25, deadline=None)
@given(st.lists(fact, max_size=15), st.lists(fact, max_size=5), MOMENTS)
def test_a_later_vintage_never_alters_what_held_before(rows, later, moment):
    reduction = Reduction("exports", "fob", ("area", "product"), {}, moment)
    since = [row | {"recorded_at": moment + 1 + row["recorded_at"]} for row in later]
    before, after = answers(rows, reduction), answers([*rows, *since], reduction)
    assert all(after[name].equals(before[name]) for name in before)
