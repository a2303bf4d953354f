"""Sheets whose lines name their own reporters: the commune officer's mistakes."""

from datetime import date

import openpyxl
import pytest
from tests.bad_input.conftest import assert_named, read
from tests.unit.exchange.office import CODELISTS, FORMS, UNITS, VILLAGES, YEAR, connections, village

from tongket.figures.exchange.workbooks import SheetOut, write_workbook
from tongket.figures.returns.checks import check_return


@pytest.fixture
def spoil(tmp_path):
    """Two sheets of a commune, each line a village. Lines begin in row 8: Hộ has A code, B name, C to F
    numbers; Dự án has A code, B name, C project, D date, E households."""
    path = tmp_path / "xã.xlsx"
    households = [village("B01", (100, 60, 20, 80)), village("B02", (50, 50, 0, 50))]
    connected = [connections("B01", ("0075", "2020-03-04", 12)), connections("B02")]
    sheets = [
        SheetOut("Hộ", VILLAGES, "households", YEAR, None, households),
        SheetOut("Dự án", VILLAGES, "connections", YEAR, None, connected),
    ]
    write_workbook(path, sheets, "vi", CODELISTS, UNITS)

    def spoil(name, **cells):
        book = openpyxl.load_workbook(path)
        for cell, value in cells.items():
            book[name][cell] = value
        book.save(path)
        return read(path)

    return spoil


@pytest.mark.parametrize(
    ("sheet", "cells", "check", "cell", "found"),
    [
        ("Dự án", {"D8": "30/02/2020"}, "wrong_date", "D8", "30/02/2020"),
        ("Dự án", {"D8": "03/2020"}, "wrong_date", "D8", "31/12/2020"),
        ("Dự án", {"D8": True}, "wrong_date", "D8", "True"),
        ("Dự án", {"D8": None}, "blank_code", "D8", ""),
        ("Dự án", {"D8": "=TODAY()"}, "formula", "D8", ""),
        ("Dự án", {"C8": 75}, "unknown_code", "C8", "0075"),
        ("Dự án", {"A8": None}, "blank_code", "A8", ""),
        ("Dự án", {"A8": "#N/A"}, "error_cell", "A8", "#N/A"),
        ("Dự án", {"E8": 0}, "minimum", "E8", "1"),
        ("Dự án", {"E8": 2.5}, "decimals", "E8", "5"),
        ("Hộ", {"A8": "B02"}, "duplicate_line", "A9", "A8"),
        ("Hộ", {"C8": None}, "required", "C8", "0"),
        ("Hộ", {"A7": "Bản"}, "unknown_header", "A7", "Bản"),
        ("Hộ", {"A7": None}, "missing_reporter", "A7", "Mã thôn, bản"),
    ],
)
def test_a_mistake_is_named_and_nothing_accepted(spoil, sheet, cells, check, cell, found):
    assert_named(spoil(sheet, **cells), check, (sheet, cell), found)


def test_villages_with_nothing_to_report_are_on_record(spoil):
    reading = spoil("Dự án")
    assert reading.findings == ()
    assert [(ret.table, ret.reporter, len(ret.answers)) for ret in reading.returns] == [
        ("households", "B01", 4),
        ("households", "B02", 4),
        ("connections", "B01", 1),
        ("connections", "B02", 0),
    ]


def test_a_table_without_lines_says_that_nobody_is_on_record(spoil):
    reading = spoil("Dự án", **{f"{column}{row}": None for column in "ACDE" for row in (8, 9)})
    assert_named(reading, "no_lines", ("Dự án", "A7"))


def test_a_date_outside_its_year_is_read_but_does_not_pass_the_checks(spoil):
    reading = spoil("Dự án", D8=date(2021, 1, 4))
    ret = next(ret for ret in reading.returns if ret.answers and ret.table == "connections")
    (finding,) = check_return(ret, FORMS[ret.form], CODELISTS)
    assert (finding.check, finding.severity) == ("dated", "hard")
    assert "04/01/2021 nằm ngoài 01/01/2020–31/12/2020" in finding.sentence.vi
    assert str(finding.place) == "xã.xlsx ▸ Dự án ▸ E8"
