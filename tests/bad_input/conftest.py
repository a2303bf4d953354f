"""A good workbook to spoil, and what has to hold for every spoiled one."""

import openpyxl
import pytest
from tests.unit.exchange.office import CODELISTS, FORMS, UNITS, production, sheet_of

from tongket.figures.exchange.workbooks import read_workbook, write_workbook
from tongket.figures.terms.period import Period


@pytest.fixture
def good(tmp_path):
    """Two months of one enterprise. The second sheet, T10, is the one to spoil. Its head is in rows 3 to 5,
    its headers in row 8, its lines in rows 9 and 10: A code, B name, C unit, D quantity, E value,
    F change of stock."""
    path = tmp_path / "báo cáo.xlsx"
    months = [
        production("DN01", Period.month(2020, month), TEA=("1.5", "20", "-3"), MILK=("7", "30.5", None))
        for month in (9, 10)
    ]
    sheets = [sheet_of(ret, f"T{ret.period.start_month:02}") for ret in months]
    write_workbook(path, sheets, "vi", CODELISTS, UNITS)
    return path


@pytest.fixture
def spoil(good):
    """Change the good workbook as a person at a spreadsheet program would, and read it."""

    def spoil(edit):
        book = openpyxl.load_workbook(good)
        edit(book["T10"])
        book.save(good)
        return read(good)

    return spoil


def read(path):
    return read_workbook(path, FORMS, CODELISTS, UNITS)


def assert_named(reading, check, place, found=""):
    """The finding of that check stands at the place and names it and what was found, in both languages.
    Nothing of a file with a hard finding is accepted."""
    finding = next((finding for finding in reading.findings if finding.check == check), None)
    assert finding is not None, reading.findings
    assert (finding.place.sheet, finding.place.cell) == place
    for lang in ("vi", "en"):
        sentence = finding.sentence[lang]
        assert sentence.startswith(f"{finding.place}: ")
        assert reading.file in sentence
        assert found in sentence
        assert sentence.endswith(".")
        assert "{" not in sentence
    if finding.severity == "hard":
        assert reading.returns == ()
    else:
        assert reading.returns
    return finding
