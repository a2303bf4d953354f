"""Gaps of single units filled by the index of their own cell."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import AMOUNTS, cited

from tongket.figures.methods.index_numbers.shadow import shadow_values
from tongket.figures.methods.index_numbers.tree import Tree

PAGE = Page(
    title=Text("Số bóng: bù đơn vị theo chỉ số của ô", "Shadow values"),
    of=(shadow_values,),
    what=Text(
        "Đơn vị thiếu được cho tăng như chỉ số của ô mình, từng tháng một; khi đơn vị trở lại, toàn bộ thay đổi qua chỗ trống được tính vào tháng đó.",
        "A missing unit grows as the index of its own cell, month by month; when it returns, the whole change over the gap counts in that month.",
    ),
    formula=Text(
        "x(t) = x(t−1) × r(ô, t)",
        "x(t) = x(t−1) × r(cell, t)",
    ),
    where=Text(
        "r: tỷ số của ô, từ các đơn vị có ở t và có giá trị (thật hoặc bóng) ở t−1.",
        "r: the cell's relative, of units known at t with a value, known or shadow, at t−1.",
    ),
    when=Text(
        "Chuỗi giá hoặc lượng có đơn vị lúc có lúc không.", "Prices or volumes of units that come and go."
    ),
    missing=Text(
        "trước giá trị đầu tiên của đơn vị không bù; ô không có gì thì lấy mức của nút cha.",
        "nothing is filled before a unit's first value; a cell with nothing takes its parent's growth.",
    ),
    zero=Text("theo công thức cấp cơ sở.", "as the elementary formula."),
    negative=AMOUNTS,
    source=cited(
        "Cẩm nang Chỉ số giá tiêu dùng (2004)",
        "Consumer Price Index Manual (2004)",
        "đoạn 9.48 và tiếp theo",
        "§9.48 ff.",
    ),
)


@PAGE.example(
    "Đơn vị B vắng tháng 2 (Jevons)",
    "Unit B is away in February (Jevons)",
    facts("""
        unit | 2020-01 | 2020-02 | 2020-03
        A    | 1       | 2       | 2
        B    | 4       | …       | 16
    """),
    beside("""
        cell | weight
        0    | 1
    """),
    answers="""
        answer   | 2020-01 | 2020-02 | 2020-03
        A        | 1.0000  | 2.0000  | 2.0000
        B        | 4.0000  | 8.0000  | 16.0000
        relative | 1.0000  | 2.0000  | 1.4142
    """,
    note=Text("Tháng 3: √(2/2 × 16/8) = √2.", "March: √(2/2 × 16/8) = √2."),
)
def _(given):
    found = shadow_values(Tree.flat("0", whole="all"), given.array(), [0, 0], [1.0])
    return {"A": found.values[0], "B": found.values[1], "relative": found.relatives[0]}
