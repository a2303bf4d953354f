"""Törnqvist index."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import AMOUNTS, ppi
from tests.spec.pages.index_numbers._ppi_items import ITEMS, MATCHED, SYMBOLS

from tongket.figures.methods.index_numbers.bilateral import tornqvist

PAGE = Page(
    title=Text("Chỉ số Törnqvist", "Törnqvist index"),
    of=(tornqvist,),
    what=Text(
        "Trung bình nhân các tỷ số, quyền số là trung bình tỷ trọng giá trị của hai kỳ.",
        "The geometric mean of relatives, weighted by the mean of both periods' value shares.",
    ),
    formula="I = ∏ (p₁ / p₀)^((s₀ + s₁)/2),   s = p q / Σ p q",
    where=SYMBOLS,
    when=Text(
        "Khi có đủ giá và lượng hai kỳ và muốn đóng góp cộng được theo lôgarit.",
        "When prices and quantities of both periods are known and contributions should add in logarithms.",
    ),
    missing=MATCHED,
    zero=Text(
        "một kỳ không có giá trị nào thì không có chỉ số; mặt hàng có quyền số mà giá bằng 0 thì không có lôgarit, chỉ số không xác định.",
        "no value at all in a period leaves no index; an item with weight whose price is 0 has no logarithm, undefined.",
    ),
    negative=AMOUNTS,
    source=ppi("công thức (15.81); bảng 19.1–19.2", "(15.81); tables 19.1–19.2"),
)


@PAGE.example(
    "Chỉ số giá",
    "Price index",
    ITEMS,
    answers="""
        answer | value
        price  | 1.4052
    """,
)
def _(given):
    return {"price": tornqvist(given["p₀"], given["p₁"], given["q₀"], given["q₁"])}


@PAGE.example(
    "Một mặt hàng cho không",
    "An item given away",
    facts("""
        item | p₀ | p₁ | q₀ | q₁
        1    | 2  | 0  | 5  | 5
        2    | 1  | 1  | 5  | 5
    """),
    answers="""
        answer | value
        price  | undefined
    """,
)
def _(given):
    return {"price": tornqvist(given["p₀"], given["p₁"], given["q₀"], given["q₁"])}
