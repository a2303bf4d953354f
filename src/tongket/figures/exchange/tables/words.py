"""The words by which a sheet says what it is. Compared folded: see `folding.fold`."""

from __future__ import annotations

from tongket.figures.terms.words import Text

# Labels of the head lines as they are written, and the other spellings that are understood.
FORM = Text("Mẫu", "Form")
PERIOD = Text("Kỳ", "Period")
REPORTER = Text("Đơn vị báo cáo", "Reporter")
HEAD_LABELS: dict[str, tuple[str, ...]] = {
    "form": ("Mẫu", "Mã biểu", "Mẫu số", "Form"),
    "period": ("Kỳ", "Kỳ báo cáo", "Period"),
    "reporter": ("Đơn vị báo cáo", "Mã đơn vị báo cáo", "Reporter"),
}

SYNTHETIC = "SỐ LIỆU GIẢ LẬP – SYNTHETIC DATA"
SYNTHETIC_MARKS = ("số liệu giả lập", "synthetic data")

# Sheets that explain and hold no return.
GUIDE_PREFIX = "_"
GUIDE_MARKS = ("Hướng dẫn", "Guide")

# Columns any table may have; they are read past.
READ_PAST = ("STT", "TT", "Số thứ tự", "No.", "Ghi chú", "Note", "Notes")
# Columns of a prefilled form with what was reported before, headed by these and the measure's name.
BEFORE = Text("Kỳ trước: {name}", "Period before: {name}")
YEAR_BEFORE = Text("Cùng kỳ năm trước: {name}", "Same period last year: {name}")
# Columns that repeat the line's unit; checked against the unit of the catalogue.
UNIT_HEADERS = ("Đơn vị tính", "ĐVT", "Unit")
NOTE = Text(
    "Nhập số vào các ô trắng, không dùng công thức; dòng trống đầu tiên kết thúc bảng.",
    "Type numbers into the white cells, no formulas; the first empty line ends the table.",
)
UNIT = Text("Đơn vị tính", "Unit")


def name_header(code_header: str) -> str:
    """The header of the names beside a column of codes: “Mã thôn, bản” → “Tên thôn, bản”.

    >>> name_header("Village code")
    'Village name'
    """
    if code_header.startswith("Mã "):
        return "Tên " + code_header.removeprefix("Mã ")
    return code_header.removesuffix(" code") + " name"
