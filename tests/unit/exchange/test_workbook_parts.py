"""What the XML of a workbook says besides values, however its program writes it."""

import contextlib
import time

import openpyxl
import pytest
from tests.bad_input import packages
from tests.unit.exchange.office import CODELISTS, FORMS, UNITS, production, sheet_of

from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.sheet import Mark
from tongket.figures.exchange.workbooks import read_workbook, scan, write_workbook
from tongket.figures.exchange.workbooks.contents import shifting_styles
from tongket.figures.exchange.workbooks.scan import refuse_far_cells, traits_of


def traits(xml, shifting=None):
    return traits_of(xml, shifting or {}, False, (20, 20))


@pytest.mark.parametrize("prefix", [b"", b"x:"])
def test_formulas_errors_and_formats(prefix):
    xml = (
        b'<c r="A1"><f>B1</f><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C3" s="7"><v>1</v></c>'
        b'<c r="D4" s="7"/><c r="E5" s="7"><f t="array" ref="E5:F6">1</f><v>2</v></c>'
        b'<c r="G7" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    xml = xml.replace(b"<c ", b"<" + prefix + b"c ").replace(b"<f", b"<" + prefix + b"f")
    xml = xml.replace(b"<v>", b"<" + prefix + b"v>")
    formula, percent = Mark("formula"), Mark("format", "0%")
    assert traits(xml, {7: "0%"}).marks == {
        (0, 0): formula,
        (1, 1): Mark("error", "#REF!"),
        (2, 2): percent,
        **dict.fromkeys([(4, 4), (4, 5), (5, 4), (5, 5)], formula),
        (6, 6): Mark("error", "#DIV/0!"),
    }


def test_merged_and_hidden():
    xml = (
        b'<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols>'
        b'<row r="4" hidden="1"/><row r="5" hidden="0"/><row r="99" hidden="1"/>'
        b'<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="XFC9:XFD9"/></mergeCells>'
    )
    found = traits(xml)
    assert found.hidden_rows == {3}
    assert found.hidden_columns == {1, 2, *range(4, 20)}
    assert found.merges[0] == ((0, 0), (1, 2))


def test_a_plain_sheet_has_no_traits():
    assert traits(b'<row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row>').marks == {}


@pytest.mark.parametrize(
    ("cell", "far"),
    [
        (b'<c r="CZ99999"><v>1</v></c>', False),
        (b'<c s="1" r="A1" t="s"><v>1</v></c>', False),
        (b'<c r="XFD1048576" s="1"/>', False),
        (b'<cols><col min="1"/></cols>', False),
        (b'<c r="DA1"><v>1</v></c>', True),
        (b'<x:c r="A100000"><v>1</v></x:c>', True),
        (b"<c><v>1</v></c>", True),
        (b'<c xr="A1" s="1"><v>1</v></c>', True),
        (b'<c x="<" r="A1"><v>1</v></c>', True),
        (b'<c x="' + b"x" * 300 + b'" r="A1"><v>1</v></c>', True),
    ],
)
def test_cells_are_placed_before_they_are_read(cell, far):
    if far:
        with pytest.raises(Bad):
            refuse_far_cells(cell)
    else:
        refuse_far_cells(cell)


@pytest.mark.parametrize(
    "unit",
    [b"<c ", b'<c r="A1" ', b"<f ", b"<mergeCell ", b'<row hidden="1" ', b"<numFmt ", b"<cellXfs ", b"<a:"],
)
def test_no_text_makes_a_search_slow(unit):
    """Searches that begin anew at every tag and run to the end would take hours for this."""
    part = unit * (2_000_000 // len(unit))
    started = time.process_time()
    for look in (
        refuse_far_cells,
        lambda part: traits(part + b"<f mergeCell hidden=", {1: "0%"}),
        shifting_styles,
    ):
        with contextlib.suppress(Bad):
            look(part)
    assert time.process_time() - started < 5


def test_too_much_to_look_at(monkeypatch):
    monkeypatch.setattr(scan, "MOST", 3)
    with pytest.raises(Bad) as bad:
        traits(b'<c r="A1"><f t="array" ref="A1:B2">1</f><v>1</v></c>')
    assert bad.value.fault.code == "too_much"


@pytest.mark.parametrize(
    ("code", "shifts"),
    [
        ("0%", True),
        ("#,##0", False),
        ("#,##0,", True),
        ('0.0,,"tỷ"', True),
        ('0"%"', False),
        (r"0\%", False),
        ("[Red]0.0", False),
        ("dd/mm/yyyy", False),
        ("#,##0.00;[Red]-0%", False),
        ("@", False),
    ],
)
def test_formats_that_show_another_number(code, shifts):
    escaped = code.replace("&", "&amp;").replace('"', "&quot;").encode()
    styles = (
        b'<numFmts><numFmt numFmtId="164" formatCode="%s"/></numFmts>'
        b'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        b'<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    ) % escaped
    assert shifting_styles(styles) == ({1: code} if shifts else {})


def test_the_percent_formats_every_program_knows():
    assert shifting_styles(b'<x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="10"/></x:cellXfs>') == {
        1: "0.00%"
    }


def test_a_chart_sheet_is_left_out(tmp_path):
    path = tmp_path / "a.xlsx"
    write_workbook(path, [sheet_of(production())], "vi", CODELISTS, UNITS)
    book = openpyxl.load_workbook(path)
    book.create_chartsheet("Biểu đồ").add_chart(openpyxl.chart.BarChart())
    book.save(path)
    reading = read_workbook(path, FORMS, CODELISTS, UNITS)
    assert (reading.findings, len(reading.returns)) == ((), 1)


def test_parts_may_be_named_in_another_case(tmp_path):
    path = tmp_path / "a.xlsx"
    write_workbook(path, [sheet_of(production())], "vi", CODELISTS, UNITS)
    parts = packages.parts_of(path)
    parts["xl/Worksheets/Sheet1.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    packages.write(path, parts)
    assert read_workbook(path, FORMS, CODELISTS, UNITS).accepted
