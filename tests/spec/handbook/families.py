"""The families of methods in the order of the handbook, and the pages found under each."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.spec.handbook.page import Page

from tongket.figures.terms.words import Text

PAGES = Path(__file__).parents[1] / "pages"

FAMILIES = {
    "totals": Text("Tổng hợp và so sánh", "Totals and comparisons"),
    "index_numbers": Text("Chỉ số", "Index numbers"),
    "estimation": Text("Ước lượng từ điều tra", "Survey estimation"),
    "editing": Text("Kiểm tra và hiệu đính", "Editing"),
    "imputation": Text("Gán số liệu thiếu", "Imputation"),
    "time_series": Text("Chuỗi thời gian và ước cả năm", "Time series and the year estimate"),
    "targets": Text("Chỉ tiêu kế hoạch", "Targets"),
    "structure": Text("Cơ cấu ngành", "Industry structure"),
    "disclosure": Text("Bảo mật số liệu", "Disclosure control"),
    "crosswalk": Text("Địa bàn qua thời gian", "Areas through time"),
    "revisions": Text("Lần công bố và chất lượng", "Vintages and quality"),
}


def pages() -> dict[tuple[str, str], Page]:
    """Every page by family and name, in the order they are listed."""
    found = {}
    for family in FAMILIES:
        for file in sorted((PAGES / family).glob("[a-z]*.py")):
            found[family, file.stem] = import_module(f"tests.spec.pages.{family}.{file.stem}").PAGE
    return found
