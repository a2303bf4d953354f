"""Dutot elementary index."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import AMOUNTS, ppi

from tongket.figures.methods.index_numbers.elementary import dutot

PAGE = Page(
    title=Text("Chỉ số Dutot", "Dutot index"),
    of=(dutot,),
    what=Text(
        "Chỉ số cấp cơ sở không có quyền số: tổng kỳ này chia cho tổng kỳ gốc của các đơn vị có ở cả hai kỳ.",
        "An elementary index without weights: the sum now over the sum before, of the units in both periods.",
    ),
    formula="I = Σ x₁ / Σ x₀",
    where=Text(
        "x₀, x₁: lượng hoặc giá của từng đơn vị ở kỳ gốc và kỳ này.",
        "x₀, x₁: amount of each unit before and now.",
    ),
    when=Text(
        "Khi cộng được: cùng một sản phẩm, cùng đơn vị đo (điện, xi măng, đường). Đây là cách tính sản lượng của một sản phẩm từ nhiều cơ sở.",
        "When amounts add: one product in one unit of measure (electricity, cement, sugar). It is how the volume of a product is made from many units.",
    ),
    missing=Text(
        "đơn vị thiếu ở một trong hai kỳ bị loại khỏi cả hai kỳ; không còn đơn vị nào thì không có chỉ số.",
        "a unit missing on either side is left out of both; with none left there is no index.",
    ),
    zero=Text(
        "một cơ sở ngừng hẳn (kỳ này bằng 0) vẫn được tính; tổng kỳ gốc bằng 0 thì không có chỉ số.",
        "a unit that stops (0 now) counts; a sum of 0 before leaves no index.",
    ),
    negative=AMOUNTS,
    source=ppi("chương 9, công thức (9.2)", "ch. 9, (9.2)"),
)


@PAGE.example(
    "Một cơ sở ngừng hẳn, một cơ sở thiếu báo cáo",
    "One unit stops, one is missing",
    facts("""
        unit | before | now
        A    | 10     | 20
        B    | 40     | 0
        C    | 50     | …
    """),
    answers="""
        answer | value
        Dutot  | 0.40
    """,
)
def _(given):
    return {"Dutot": dutot(given["before"], given["now"])}


@PAGE.example(
    "Kỳ gốc không sản xuất gì",
    "Nothing was made before",
    facts("""
        unit | before | now
        A    | 0      | 20
    """),
    answers="""
        answer | value
        Dutot  | zero_base
    """,
)
def _(given):
    return {"Dutot": dutot(given["before"], given["now"])}
