"""What an engine answers: the same table from each, or the same refusal."""

import subprocess
import sys
from decimal import Decimal

import pyarrow as pa
import pytest
from tests.spec.world import facts_of, write_facts

from tongket.figures.engines import UnknownEngine, engine
from tongket.figures.engines.answer import NullInFacts, UnknownColumn
from tongket.figures.facts.frame import schema
from tongket.figures.facts.reduction import Reduction

FACTS = """
    reporter | area | period  | measure  | group | value   | recorded_at | superseded_at
    b        | C2   | 2020-02 | turnover | food  | 2.5     | 10          |
    a        | C1   | 2020-01 | turnover | food  | 1.0001  | 10          |
    b        | C1   | 2020-01 | turnover | cloth | 10      | 10          | 30
    b        | C1   | 2020-01 | turnover | cloth | 20      | 30          |
    b        | C1   | 2020-01 | stock    | cloth | 999     | 10          |
"""


def ask(by=("area", "period", "months"), where=None, as_of=None, measure="turnover"):
    return Reduction("retail", measure, by, where or {}, as_of)


def rows(world, **question):
    return world.engine.reduce(ask(**question)).table.to_pylist()


@pytest.fixture
def asked(world):
    write_facts(world.folder, "retail", facts_of(FACTS))
    return world


def test_cells_are_summed_exactly_counted_and_sorted(asked):
    table = asked.engine.reduce(ask()).table
    assert table.to_pylist() == [
        {"area": "C1", "period": 24240, "months": 1, "value": Decimal("21.0001"), "answers": 2},
        {"area": "C2", "period": 24241, "months": 1, "value": Decimal("2.5000"), "answers": 1},
    ]
    assert table.schema.types == [pa.string(), pa.int32(), pa.int32(), pa.decimal128(38, 4), pa.int64()]


def test_as_of_keeps_what_held_at_the_moment(asked):
    def cloth(as_of):
        return [row["value"] for row in rows(asked, by=("group",), where={"group": ("cloth",)}, as_of=as_of)]

    assert cloth(9) == []
    assert cloth(10) == [10]
    assert cloth(29) == [10]
    assert cloth(30) == [20]
    assert cloth(None) == [20]


def test_without_columns_to_group_by_there_is_one_cell_or_none(asked):
    assert rows(asked, by=()) == [{"value": Decimal("23.5001"), "answers": 3}]
    assert rows(asked, by=(), where={"group": ("none",)}) == []


def test_a_dataflow_nobody_reported_to_has_no_cells(world):
    table = world.engine.reduce(ask()).table
    assert table.num_rows == 0
    assert table.schema.types == [pa.string(), pa.int32(), pa.int32(), pa.decimal128(38, 4), pa.int64()]


def test_a_column_the_facts_do_not_have_is_refused(asked):
    with pytest.raises(UnknownColumn, match="colour"):
        rows(asked, by=("colour",))
    with pytest.raises(UnknownColumn, match="colour"):
        rows(asked, where={"colour": ("red",)})


def without(column, row=0):
    """The facts with a null in a column, as a careless writer might leave them."""
    table = facts_of(FACTS)
    values = table[column].to_pylist()
    values[row] = None
    loose = pa.schema([field.with_nullable(True) for field in table.schema])
    place = table.schema.get_field_index(column)
    return table.cast(loose).set_column(place, loose[place], pa.array(values, loose[place].type))


@pytest.mark.parametrize(
    ("column", "question"),
    [
        ("group", {"by": ("group",)}),
        ("group", {"by": ("area",), "where": {"group": ("food",)}}),
        ("area", {"by": ("area",)}),
        ("value", {"by": ("area",)}),
    ],
)
def test_a_null_is_refused_and_never_merged_or_dropped(world, column, question):
    write_facts(world.folder, "retail", without(column))
    with pytest.raises(NullInFacts, match=f"1 rows have nothing in the column “{column}”"):
        rows(world, **question)


def test_a_null_that_the_question_does_not_touch_does_no_harm(world):
    write_facts(world.folder, "retail", without("group"))
    assert sum(row["value"] for row in rows(world)) == Decimal("23.5001")


def test_a_later_form_with_another_dimension_is_read_beside_the_old(asked):
    later = """
        area | period  | measure  | group | channel | value
        C1   | 2020-03 | turnover | food  | shop    | 5
    """
    write_facts(asked.folder, "retail", facts_of(later))
    assert sum(row["value"] for row in rows(asked)) == Decimal("28.5001")
    with pytest.raises(NullInFacts, match="channel"):
        rows(asked, by=("channel",))


def test_the_schema_forbids_nulls_but_for_the_end_of_validity():
    nullable = [field.name for field in schema(("group", "channel")) if field.nullable]
    assert nullable == ["superseded_at"]


def test_an_unknown_engine_is_refused_with_the_ones_there_are(tmp_path):
    with pytest.raises(UnknownEngine, match="duckdb, polars, plain"):
        engine("oracle", tmp_path)


def test_no_engine_is_loaded_until_it_is_asked_for():
    """Shown by what an import does not load."""
    heavy = "{'duckdb', 'polars', 'narwhals'}"
    code = (
        f"import sys, tongket.figures.compile.run, tongket.figures.engines; print({heavy} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("name", ["duckdb", "polars", "plain"])
def test_an_engine_leaves_nothing_on_the_screen_when_the_program_ends(tmp_path, name):
    write_facts(tmp_path, "retail", facts_of(FACTS))
    code = (
        "import sys, pathlib; from tongket.figures.engines import engine;"
        "from tongket.figures.facts.reduction import Reduction;"
        "asked = Reduction('retail', 'turnover', ('area',), {});"
        "engine(sys.argv[1], pathlib.Path(sys.argv[2])).reduce(asked)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, name, tmp_path], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")
