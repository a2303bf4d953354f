"""Deductive imputation."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.imputation._records import DE_WAAL, FLOOR, UNITS, of_x

from tongket.figures.methods.imputation.record import Balance
from tongket.figures.methods.imputation.rungs import deductive

PAGE = Page(
    title=Text("Gán suy diễn từ cân đối", "Deductive imputation"),
    of=(deductive,),
    what=Text(
        "Giá trị duy nhất làm cân đối của chính đơn vị khớp.",
        "The one value that closes the unit's own balance.",
    ),
    formula="y = T − Σ x",
    where=Text("T: tổng của cân đối; x: các thành phần khác.", "T: the balance's total; x: its other parts."),
    when=Text(
        "Trước mọi cách khác: đây là suy ra, không phải đoán.",
        "Before anything else: it is a deduction, no guess.",
    ),
    missing=Text(
        "cân đối còn chỗ trống khác thì không có câu trả lời.",
        "another blank in the balance leaves no answer.",
    ),
    zero=Text("0 là một kết quả.", "0 is an answer."),
    negative=FLOOR,
    source=DE_WAAL,
)


@PAGE.example(
    "Tổng 100, các phần khác 30 và 20",
    "Total 100, other parts 30 and 20",
    UNITS,
    answers="""
        answer | value
        X      | 50
        method | deductive
        donors | none
    """,
)
def _(given):
    found = of_x(deductive, given, balance=Balance(Decimal(100), (Decimal(30), Decimal(20))))
    return {"X": found.value, "method": found.method, "donors": found.donors}
