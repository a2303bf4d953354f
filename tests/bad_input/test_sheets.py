"""A person's mistakes in a sheet: each gets one sentence that names the cell, in both languages."""

from datetime import date, datetime

import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.formula import ArrayFormula
from tests.bad_input.conftest import assert_named

from tongket.figures.exchange.workbooks import read_workbook


def put(cell, value, number_format=None):
    def edit(sheet):
        sheet[cell] = value
        if number_format:
            sheet[cell].number_format = number_format

    edit.__name__ = f"{cell}={value!r}"
    return edit


def merge(sheet):
    sheet.merge_cells("A9:A10")


def second_line_again(sheet):
    sheet.append(["TEA", "Chè", "tấn", 1, 2, None])


def cut_off(sheet):
    sheet["A12"], sheet["D12"], sheet["E12"] = "SUGAR", 4, 5


def hide_rows(sheet):
    sheet.row_dimensions[10].hidden = True


def hide_column(sheet):
    sheet.column_dimensions["E"].hidden = True


def hide_sheet(sheet):
    sheet.sheet_state = "hidden"


def empty(sheet):
    sheet.delete_rows(1, 20)


def add_empty_sheet(sheet):
    sheet.parent.create_sheet("Sheet3")


def line_of_errors(sheet):
    for column in "ADE":
        sheet[f"{column}10"] = "#N/A"
    sheet["B10"], sheet["C10"] = None, None


def formulas_never_worked_out(sheet):
    for column in "ABCDE":
        sheet[f"{column}10"] = "=Z1"


def total_line(sheet):
    sheet["B11"], sheet["D11"], sheet["E11"] = "Cộng", 8.5, 50.5


def array_formula(sheet):
    sheet["D9"] = ArrayFormula("D9:D10", "=E9:E10*2")


HARD = [
    # head lines
    (put("B3", None), "missing_form", "B3", "production v2"),
    (put("A3", "Biểu"), "missing_form", "", "production v2"),
    (put("B3", "production v1"), "wrong_form", "B3", "production v1"),
    (put("B3", "iip v2"), "wrong_form", "B3", "iip v2"),
    (put("B4", None), "missing_period", "B4", "2020-10"),
    (put("B4", "10/2020"), "wrong_period", "B4", "10/2020"),
    (put("B4", "2020-13"), "wrong_period", "B4", "2020-13"),
    (put("B4", "0001-10"), "wrong_period", "B4", "0001-10"),
    (put("B4", "2020-Q3"), "wrong_frequency", "B4", "2020-Q3"),
    (put("B4", 2020), "wrong_frequency", "B4", "2020"),
    (put("B4", "=TODAY()"), "formula", "B4", ""),
    (put("B5", None), "missing_reporter", "B5", "Mã đơn vị"),
    (put("B5", "DN_x0001_01"), "control_characters", "B5", "DN�01"),
    # header row
    (put("D8", None), "missing_header", "A8", "Giá trị (triệu đồng)"),
    (put("D8", "Số lượng"), "unknown_header", "D8", "Sản lượng"),
    (put("F8", "Tăng giảm tồn"), "unknown_header", "F8", "Tăng giảm tồn kho"),
    (put("F8", "KHỐI  LƯỢNG:"), "duplicate_header", "F8", "D8"),
    (put("A8", 1), "missing_header", "A8", "Sản lượng"),
    # numbers
    (put("D9", "56..537,447"), "mixed_marks", "D9", "56..537,447"),
    (put("D9", "1,234.5"), "mixed_marks", "D9", "1,234.5"),
    (put("D9", "2.1485 triệu"), "not_a_number", "D9", "2.1485 triệu"),
    (put("D9", "-"), "not_a_number", "D9", "-"),
    (put("D9", "1.234"), "ambiguous_number", "D9", "1234"),
    (put("D9", "56_x0007_"), "control_characters", "D9", "56�"),
    (put("D9", -5), "minimum", "D9", "5"),
    (put("D9", 1.23456), "decimals", "D9", "23456"),
    (put("E10", 30.55), "decimals", "E10", "55"),
    (put("D9", None), "required", "D9", "0"),
    (put("E9", 1e15), "largest", "E9", "000"),
    (put("D9", 3, "0.0%"), "shifted_format", "D9", "0.0%"),
    (put("E9", 1200, "#,##0,"), "shifted_format", "E9", "#,##0,"),
    (put("D9", True), "not_a_number", "D9", "true"),
    (put("D9", date(2020, 10, 1)), "not_a_number", "D9", "2020-10-01"),
    (put("D9", "#REF!"), "error_cell", "D9", "#REF!"),
    (put("D9", "=1+1"), "formula", "D9", "Paste Special"),
    (line_of_errors, "error_cell", "A10", "#N/A"),
    (formulas_never_worked_out, "formula", "A10", ""),
    (array_formula, "formula", "D9", ""),
    # codes
    (put("A9", "SUGR"), "unknown_code", "A9", "SUGAR"),
    (put("A9", "Chè"), "unknown_code", "A9", "TEA"),
    (put("A9", None), "blank_code", "A9", ""),
    (put("A9", "TE_x0002_A"), "control_characters", "A9", "TE�A"),
    (put("A9", "FOOD"), "no_unit", "A9", "TEA, SUGAR, MILK"),
    (put("A9", "=A10"), "formula", "A9", ""),
    (put("C9", "kg"), "unit_differs", "C9", "kg"),
    # lines
    (second_line_again, "duplicate_line", "A11", "A9"),
    (put("B4", "2020-09"), "duplicate_return", "B5", "T09 ▸ B5"),
    (cut_off, "after_end", "D12", "11"),
    (total_line, "blank_code", "A11", ""),
    (merge, "merged_cells", "A9", "A9:A10"),
]


@pytest.mark.parametrize(
    ("edit", "check", "cell", "found"), HARD, ids=lambda part: getattr(part, "__name__", None)
)
def test_a_mistake_is_named_and_nothing_accepted(spoil, edit, check, cell, found):
    reading = spoil(edit)
    finding = assert_named(reading, check, ("T10", cell), found if check != "not_a_number" else "")
    assert finding.severity == "hard"
    assert any(found in finding.sentence[lang] for lang in ("vi", "en"))


SOFT = [
    (put("D9", "1.234,5"), "number_as_text", "D9", "1.234,5"),
    (put("D9", "1234.5"), "number_as_text", "D9", "1234.5"),
    (put("D9", "7"), "number_as_text", "D9", "7"),
    (put("A9", "TEA\u00a0"), "cleaned_code", "A9", "TEA"),
    (put("A9", "\u200bTEA"), "cleaned_code", "A9", "TEA"),
    (put("B4", datetime(2020, 10, 1), "mmm-yy"), "period_from_date", "B4", "2020-10"),
    (hide_rows, "hidden_rows", "A10", "10"),
    (hide_column, "hidden_columns", "", "E"),
    (hide_sheet, "hidden_sheet", "", ""),
]


@pytest.mark.parametrize(
    ("edit", "check", "cell", "found"), SOFT, ids=lambda part: getattr(part, "__name__", None)
)
def test_what_can_be_understood_is_read_and_said(spoil, edit, check, cell, found):
    reading = spoil(edit)
    assert assert_named(reading, check, ("T10", cell), found).severity == "soft"
    assert len(reading.returns) == 2


def test_an_empty_sheet_is_passed_over(spoil):
    assert_named(spoil(add_empty_sheet), "empty_sheet", ("Sheet3", ""))


def test_a_workbook_of_empty_sheets_is_no_return(spoil):
    def empty_both(sheet):
        for page in sheet.parent:
            page.delete_rows(1, 20)

    assert_named(spoil(empty_both), "no_return", ("", ""))


HARMLESS = {
    "decomposed accents": put("D8", "Sa\u0309n lu\u031bo\u031b\u0323ng"),
    "case, spacing, punctuation": put("D8", "  SẢN\u00a0LƯỢNG : "),
    "another spelling of the header": put("D8", "Khối lượng"),
    "a formula in a name": put("B9", '="Chè"'),
    "a formula in a note": put("A13", "=1+1"),
    "a note below": put("A12", "Ghi chú: số ước"),
    "a total below an empty line": put("D12", 8.5),
    "a serial number column": put("G8", "STT"),
    "a percent in a note": put("A14", 0.5, "0%"),
    "a merged title": lambda sheet: sheet.merge_cells("A1:F1"),
    "a unit in other words": put("C9", "Tonnes "),
    "no optional column": lambda sheet: sheet.delete_cols(6),
    "bold": lambda sheet: setattr(sheet["D9"], "font", Font(bold=True)),
    "a tail of a sum": put("D9", 0.1 + 0.2),
}


@pytest.mark.parametrize("edit", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_means_the_same_is_read_without_a_word(spoil, edit):
    reading = spoil(edit)
    assert reading.findings == ()
    assert len(reading.returns) == 2


def test_columns_may_stand_in_any_order(spoil):
    def swap(sheet):
        for row in (8, 9, 10):
            sheet[f"D{row}"].value, sheet[f"E{row}"].value = sheet[f"E{row}"].value, sheet[f"D{row}"].value

    quantities = [a.value for a in spoil(swap).returns[1].answers if a.measure == "quantity"]
    assert [str(quantity) for quantity in quantities] == ["1.5", "7"]


def test_guides_are_not_read(spoil):
    def guide(sheet):
        sheet.parent.create_sheet("_giúp")["A1"] = "Mẫu"
        sheet.parent.create_sheet("Trang 4")["A1"] = "HƯỚNG DẪN điền biểu"

    assert spoil(guide).findings == ()


def test_every_mistake_of_a_file_is_named_at_once(spoil):
    def spoil_much(sheet):
        put("B4", "10/2020")(sheet), put("D9", "x")(sheet), put("A10", "MLIK")(sheet)
        put("D9", -1)(sheet.parent["T09"])

    checks = {(finding.place.sheet, finding.check) for finding in spoil(spoil_much).findings}
    assert checks == {
        ("T09", "minimum"),
        ("T10", "wrong_period"),
        ("T10", "not_a_number"),
        ("T10", "unknown_code"),
    }


def test_reading_stops_when_there_is_too_much_to_say(spoil):
    def all_wrong(sheet):
        for _ in range(300):
            sheet.append(["?", "", "", 1, 2])

    reading = spoil(all_wrong)
    assert len(reading.findings) == 101
    assert_named(reading, "too_many_findings", ("", ""), "100")


def test_the_file_is_known_by_the_senders_name(good):
    reading = read_workbook(good, {}, {}, {}, name="của tôi.xlsx")
    assert str(reading.findings[0].place).startswith("của tôi.xlsx ▸ T09")
