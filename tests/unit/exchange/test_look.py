"""A written workbook as a person opens it."""

import openpyxl
import pytest
from tests.unit.exchange.office import (
    CODELISTS,
    UNITS,
    VILLAGES,
    YEAR,
    connections,
    production,
    sheet_of,
)

from tongket.figures.exchange.workbooks import SheetOut, write_workbook


@pytest.fixture
def opened(tmp_path):
    def opened(sheets, lang="vi", reporters=None):
        path = tmp_path / "a.xlsx"
        write_workbook(path, sheets, lang, CODELISTS, UNITS, reporters)
        return openpyxl.load_workbook(path)

    return opened


def rows(sheet):
    return [[cell for cell in row if cell is not None] for row in sheet.values]


def test_an_enterprises_month(opened):
    ret = production(TEA=("1234.5", "20", None))
    sheet = opened([sheet_of(ret)], reporters={"DN01": "Công ty Chè"})["T10"]
    assert rows(sheet) == [
        ["BÁO CÁO SẢN XUẤT"],
        ["Sản phẩm"],
        ["Mẫu", "production v2"],
        ["Kỳ", "2020-10"],
        ["Đơn vị báo cáo", "DN01", "Công ty Chè"],
        ["Nhập số vào các ô trắng, không dùng công thức; dòng trống đầu tiên kết thúc bảng."],
        [],
        [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Đơn vị tính",
            "Sản lượng",
            "Giá trị (triệu đồng)",
            "Tăng giảm tồn kho",
        ],
        ["TEA", "Chè", "tấn", 1234.5, 20],
    ]
    assert sheet.freeze_panes == "A9"
    assert sheet["D9"].number_format == "#,##0.000"
    assert sheet["E9"].number_format == "#,##0.0"
    assert sheet["F9"].border.left.style == "thin"
    assert sheet.column_dimensions["B"].width > 30


def test_a_commune_in_english(opened):
    ret = connections("B01", ("0075", "2020-03-04", 12))
    sheet = SheetOut("2020", VILLAGES, "connections", YEAR, None, [ret])
    page = opened([sheet], "en", {"B01": "Bản Một"})["2020"]
    assert rows(page)[6] == ["Village code", "Village name", "Project code", "Date", "Connected"]
    assert [str(cell.value) for cell in page[8]] == ["B01", "Bản Một", "0075", "2020-03-04 00:00:00", "12"]
    assert page["D8"].number_format == "dd/mm/yyyy"


def test_made_up_figures_say_so_in_red(opened):
    book = opened([sheet_of(production(synthetic=True), "a"), sheet_of(production(), "b")])
    assert book["a"]["A1"].value == "SỐ LIỆU GIẢ LẬP – SYNTHETIC DATA"
    assert book["a"]["A1"].font.color.rgb == "FFC00000"
    assert book["b"]["A1"].value == "BÁO CÁO SẢN XUẤT"
