"""Fisher index."""

from tests.spec.handbook.page import Page, Text
from tests.spec.handbook.sources import AMOUNTS, ppi
from tests.spec.pages.index_numbers._ppi_items import ITEMS, MATCHED, SYMBOLS, ZERO

from tongket.figures.methods.index_numbers.bilateral import fisher

PAGE = Page(
    title=Text("Chỉ số Fisher", "Fisher index"),
    of=(fisher,),
    what=Text(
        "Trung bình nhân của chỉ số Laspeyres và chỉ số Paasche.",
        "The geometric mean of the Laspeyres and the Paasche index.",
    ),
    formula="I = √(L × P)",
    where=SYMBOLS,
    when=Text(
        "Khi có đủ giá và lượng ở cả hai kỳ, như kim ngạch xuất khẩu: chỉ số giá Fisher nhân chỉ số khối lượng Fisher đúng bằng chỉ số giá trị.",
        "When prices and quantities of both periods are known, as for exports: Fisher price times Fisher volume is exactly the value ratio.",
    ),
    missing=MATCHED,
    zero=ZERO,
    negative=AMOUNTS,
    source=ppi("công thức (15.12); bảng 19.1–19.2", "(15.12); tables 19.1–19.2"),
)


@PAGE.example(
    "Giá nhân khối lượng bằng giá trị",
    "Price times volume is value",
    ITEMS,
    answers="""
        answer  | value
        price   | 1.4011
        volume  | 1.0064
        product | 1.4100
    """,
    note=Text("Giá trị: kỳ gốc 10,0; kỳ này 14,1.", "Values: 10.0 before, 14.1 now."),
)
def _(given):
    p0, p1, q0, q1 = (given[name] for name in ("p₀", "p₁", "q₀", "q₁"))
    price, volume = fisher(p0, p1, q0, q1), fisher(q0, q1, p0, p1)
    return {"price": price, "volume": volume, "product": price * volume}
