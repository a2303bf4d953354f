"""Carry forward."""

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.imputation._records import DE_WAAL, FLOOR, UNITS, of_x

from tongket.figures.methods.imputation.rungs import carry_forward

PAGE = Page(
    title=Text("Giữ nguyên tháng trước", "Carry forward"),
    of=(carry_forward,),
    what=Text("Số tháng trước lặp lại, một lần.", "Last month's number again, once."),
    formula="y(t) = y(t−1)",
    where=Text(
        "y(t−1): số tháng trước, không phải số đã giữ nguyên.",
        "y(t−1): last month's number, not itself carried.",
    ),
    when=Text("Bậc cuối cùng.", "The last rung."),
    missing=Text(
        "không có tháng trước, hoặc tháng trước đã là giữ nguyên: để trống.",
        "without a month before, or with one that was carried itself: empty.",
    ),
    zero=Text("0 được giữ là 0.", "0 is carried as 0."),
    negative=FLOOR,
    source=DE_WAAL,
)


@PAGE.example(
    "Tháng trước 200",
    "200 the month before",
    UNITS,
    answers="""
        answer | value
        X      | 200
        method | carry_forward
        donors | none
    """,
)
def _(given):
    found = of_x(carry_forward, given)
    return {"X": found.value, "method": found.method, "donors": found.donors}
