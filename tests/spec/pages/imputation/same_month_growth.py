"""Growth on the same month."""

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.imputation._records import DE_WAAL, FLOOR, UNITS, of_x

from tongket.figures.methods.imputation.rungs import same_month_growth

PAGE = Page(
    title=Text("Gán theo cùng tháng năm trước", "Growth on the same month"),
    of=(same_month_growth,),
    what=Text(
        "Cùng tháng năm trước của đơn vị nhân mức tăng so cùng kỳ của lớp.",
        "The unit's same month last year times the growth of its class on it.",
    ),
    formula="y(t) = y(t−12) × Σ y(t) / Σ y(t−12)",
    where=Text("Σ: các đơn vị cùng lớp có ở cả hai kỳ.", "Σ: units of the class in both periods."),
    when=Text(
        "Sản xuất theo mùa vụ: tháng trước không nói gì về tháng này.",
        "Seasonal output, where last month says nothing of this one.",
    ),
    missing=Text(
        "không có cùng tháng năm trước thì sang bậc sau.",
        "without a same month last year the next rung is asked.",
    ),
    zero=Text("lớp bằng 0 cùng kỳ thì không có tỷ số.", "a class at 0 a year before has no ratio."),
    negative=FLOOR,
    source=DE_WAAL,
)


@PAGE.example(
    "90 × 330/165",
    "90 × 330/165",
    UNITS,
    answers="""
        answer | value
        X      | 180
        method | same_month_growth
        donors | A, B, C
    """,
)
def _(given):
    found = of_x(same_month_growth, given)
    return {"X": found.value, "method": found.method, "donors": found.donors}
