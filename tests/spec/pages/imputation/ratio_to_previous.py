"""Ratio to the month before."""

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.imputation._records import DE_WAAL, FLOOR, UNITS, of_x

from tongket.figures.methods.imputation.rungs import ratio_to_previous

PAGE = Page(
    title=Text("Gán theo tỷ số so tháng trước", "Ratio to the month before"),
    of=(ratio_to_previous,),
    what=Text(
        "Tháng trước của đơn vị nhân mức tăng của các đơn vị cùng lớp có ở cả hai tháng.",
        "The unit's month before times the growth of the units of its class observed in both months.",
    ),
    formula="y(t) = y(t−1) × Σ y(t) / Σ y(t−1)",
    where=Text(
        "Σ: các đơn vị cùng lớp, báo cáo thật ở cả hai tháng.",
        "Σ: units of the class, reported in both months.",
    ),
    when=Text(
        "Cách thường dùng nhất; lớp được nới rộng dần cho đến khi đủ 5 đơn vị.",
        "The usual one; classes are widened until there are 5 donors.",
    ),
    missing=Text(
        "đơn vị chưa có tháng trước thì sang bậc sau; số gán của tháng trước không làm căn cứ.",
        "without a month before the next rung is asked; an imputed month makes no donor.",
    ),
    zero=Text(
        "lớp bằng 0 tháng trước thì không có tỷ số; đơn vị bằng 0 giữ 0, trừ khi có mùa vụ.",
        "a class at 0 before has no ratio; a unit at 0 stays at 0, unless there is a season.",
    ),
    negative=FLOOR,
    source=DE_WAAL,
)


@PAGE.example(
    "200 × 330/300",
    "200 × 330/300",
    UNITS,
    answers="""
        answer | value
        X      | 220
        method | ratio_to_previous
        donors | A, B, C
    """,
)
def _(given):
    found = of_x(ratio_to_previous, given)
    return {"X": found.value, "method": found.method, "donors": found.donors}
