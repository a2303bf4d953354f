"""Imputation from an administrative source."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.imputation._records import DE_WAAL, FLOOR, UNITS, of_x

from tongket.figures.methods.imputation.rungs import administrative

PAGE = Page(
    title=Text("Gán từ nguồn hành chính", "Imputation from an administrative source"),
    of=(administrative,),
    what=Text(
        "Số của cơ quan khác về cùng đơn vị, cùng tháng: thuế, hóa đơn điện tử.",
        "What another authority holds for the same unit and month: tax, electronic invoices.",
    ),
    formula="y = y(admin)",
    where=Text("y(admin): số của nguồn hành chính.", "y(admin): the administrative number."),
    when=Text(
        "Khi có nguồn hành chính cùng định nghĩa.",
        "When an administrative source of the same definition exists.",
    ),
    missing=Text("nguồn không có số thì sang bậc sau.", "without a number the next rung is asked."),
    zero=Text("0 của nguồn là một giá trị.", "its 0 is a value."),
    negative=FLOOR,
    source=DE_WAAL,
)


@PAGE.example(
    "Hóa đơn điện tử 214",
    "Electronic invoices of 214",
    UNITS,
    answers="""
        answer | value
        X      | 214
        method | administrative
        donors | none
    """,
)
def _(given):
    found = of_x(administrative, given, administrative=Decimal(214))
    return {"X": found.value, "method": found.method, "donors": found.donors}
