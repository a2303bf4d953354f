"""What is written reads back: any returns, in both languages, as workbook and as CSV."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.exchange.office import (
    CODELISTS,
    FORMS,
    OCTOBER,
    PRODUCTION,
    UNITS,
    VILLAGES,
    YEAR,
    bare,
    connections,
    production,
    sheet_of,
    village,
)

from tongket.figures.exchange.tables import read_csv, write_csv
from tongket.figures.exchange.workbooks import SheetOut, read_workbook, write_workbook
from tongket.figures.terms.period import Period

LANGS = ["vi", "en"]
PRODUCTS = ["TEA", "SUGAR", "MILK"]


def numbers(places, least=0):
    return st.decimals(least, 10**9, places=places, allow_nan=False)


lines = st.tuples(numbers(3), numbers(1), st.none() | numbers(3, -(10**9)))
one_return = st.builds(
    lambda period, synthetic, products: production("DN01", period, synthetic, **products),
    st.builds(Period.month, st.integers(2015, 2030), st.integers(1, 12)),
    st.booleans(),
    st.dictionaries(st.sampled_from(PRODUCTS), lines),
)
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(path):
    reading = read_workbook(path, FORMS, CODELISTS, UNITS)
    assert reading.findings == ()
    return bare(reading.returns)


@quick
@given(ret=one_return, lang=st.sampled_from(LANGS))
def test_a_workbook_reads_back(tmp_path, ret, lang):
    path = tmp_path / "một tệp.xlsx"
    write_workbook(path, [sheet_of(ret)], lang, CODELISTS, UNITS, {"DN01": "Công ty chè"})
    assert read(path) == bare([ret])


@quick
@given(rets=st.lists(one_return, max_size=3, unique_by=lambda ret: ret.period), lang=st.sampled_from(LANGS))
def test_a_csv_file_reads_back(tmp_path, rets, lang):
    path = tmp_path / "returns.csv"
    rets = [ret for ret in rets if ret.synthetic == rets[0].synthetic]
    write_csv(path, PRODUCTION, "products", rets, lang)
    reading = read_csv(path, FORMS, CODELISTS, UNITS)
    assert [finding.check for finding in reading.findings] == ([] if rets else ["missing_form"])
    assert bare(reading.returns) == bare(rets)


@pytest.mark.parametrize("lang", LANGS)
def test_lines_may_name_their_reporters(tmp_path, lang):
    path = tmp_path / "commune.xlsx"
    households = [village("B01", (100, 60, 20, 80)), village("B02", (50, 50, 0, 50))]
    connected = [
        connections("B01", ("0075", "2020-03-04", 12), ("0104", "2020-12-31", 3)),
        connections("B02"),  # nothing to report is a report
    ]
    write_workbook(
        path,
        [
            SheetOut("Hộ", VILLAGES, "households", YEAR, None, households),
            SheetOut("Dự án", VILLAGES, "connections", YEAR, None, connected),
        ],
        lang,
        CODELISTS,
        UNITS,
        {"B01": "Bản Một", "B02": "Bản Hai"},
    )
    assert read(path) == bare(households + connected)


def test_a_sheet_without_lines_says_that_there_was_nothing(tmp_path):
    path = tmp_path / "nothing.xlsx"
    write_workbook(path, [sheet_of(production())], "vi", CODELISTS, UNITS)
    assert read(path) == bare([production()])


def test_each_number_knows_its_cell(tmp_path):
    path = tmp_path / "a.xlsx"
    write_workbook(path, [sheet_of(production(TEA=("1.5", "20", None)))], "vi", CODELISTS, UNITS)
    ret = read_workbook(path, FORMS, CODELISTS, UNITS, name="báo cáo.xlsx").returns[0]
    assert [str(answer.place) for answer in ret.answers] == [
        "báo cáo.xlsx ▸ T10 ▸ D9",
        "báo cáo.xlsx ▸ T10 ▸ E9",
    ]
    assert str(ret.place) == "báo cáo.xlsx ▸ T10 ▸ B5"


def test_the_same_returns_give_the_same_bytes(tmp_path):
    ret = production(synthetic=True, TEA=("1.5", "20", "-3"))
    for name in ("a", "b"):
        write_workbook(tmp_path / f"{name}.xlsx", [sheet_of(ret)], "vi", CODELISTS, UNITS)
        write_csv(tmp_path / f"{name}.csv", PRODUCTION, "products", [ret], "vi")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_csv_number_is_never_one_that_could_be_a_thousand(tmp_path):
    path = tmp_path / "a.csv"
    write_csv(path, PRODUCTION, "products", [production(TEA=("1.234", "1234.5", "1000"))], "vi")
    assert "TEA,1.2340,1234.5,1000" in path.read_text(encoding="utf-8-sig")


def test_what_cannot_be_said_is_not_written(tmp_path):
    path = tmp_path / "a.xlsx"
    long = production(TEA=("1", "12345678901234567.8", None))
    with pytest.raises(ValueError, match="15 digits"):
        write_workbook(path, [sheet_of(long)], "vi", CODELISTS, UNITS)
    silent = SheetOut(
        "Hộ", VILLAGES, "households", YEAR, None, [replace(village("B01", (1, 1, 0, 1)), answers=())]
    )
    with pytest.raises(ValueError, match="nothing to report"):
        write_workbook(path, [silent], "vi", CODELISTS, UNITS)
    with pytest.raises(ValueError, match="DN02"):
        SheetOut("T10", PRODUCTION, "products", OCTOBER, "DN02", [production()])
    with pytest.raises(ValueError, match="Synthetic"):
        write_csv(path, PRODUCTION, "products", [production(), production(synthetic=True)], "vi")


def test_a_float_keeps_what_was_meant(tmp_path):
    """8312.021 has no exact float; a spreadsheet program may keep it as 8312.021000000001."""
    path = tmp_path / "a.xlsx"
    write_workbook(path, [sheet_of(production(TEA=("8312.021", "0.3", None)))], "vi", CODELISTS, UNITS)
    answers = read_workbook(path, FORMS, CODELISTS, UNITS).returns[0].answers
    assert [answer.value for answer in answers] == [Decimal("8312.021"), Decimal("0.3")]
