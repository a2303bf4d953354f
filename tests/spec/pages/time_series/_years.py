"""Three years of months with a strong season; six months of the running year are in."""

from tests.spec.handbook.page import Text, facts

YEARS = facts(
    """
    year | 01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 11 | 12
    2018 | 2  | 2  | 2  | 2  | 2  | 2  | 2  | 2  | 2  | 2  | 10 | 10
    2019 | 4  | 4  | 4  | 4  | 4  | 4  | 4  | 4  | 4  | 4  | 20 | 20
    2020 | 8  | 8  | 8  | 8  | 8  | 8  | …  | …  | …  | …  | …  | …
    """,
    caption=Text("Số liệu tháng", "Months"),
)
GAP = Text(
    "thiếu một tháng trong các tháng đã qua thì không có ước tính.",
    "a month missing among those gone leaves no estimate.",
)
HOUSE = Text(
    "Quy ước của ngành: ước thực hiện cả năm; phương pháp A–E của hệ thống.",
    "Practice of the trade: the year as expected; methods A–E of this house.",
)
