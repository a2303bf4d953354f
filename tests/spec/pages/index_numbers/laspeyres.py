"""Laspeyres index."""

from tests.spec.handbook.page import Page, Text
from tests.spec.handbook.sources import AMOUNTS, ppi
from tests.spec.pages.index_numbers._ppi_items import ITEMS, MATCHED, SYMBOLS, ZERO

from tongket.figures.methods.index_numbers.bilateral import laspeyres

PAGE = Page(
    title=Text("Chỉ số Laspeyres", "Laspeyres index"),
    of=(laspeyres,),
    what=Text(
        "Giỏ hàng của kỳ gốc tính theo giá kỳ này, so với chính giỏ hàng đó theo giá kỳ gốc.",
        "The basket of the base period at the prices of now, over the same basket at its own prices.",
    ),
    formula="I = Σ p₁q₀ / Σ p₀q₀",
    where=SYMBOLS,
    when=Text(
        "Khi chỉ có quyền số của kỳ gốc, tức là trường hợp của chỉ số sản xuất công nghiệp hằng tháng: quyền số là giá trị tăng thêm của năm gốc.",
        "When only base-period weights are known, as for the monthly production index, whose weights are the value added of the base year.",
    ),
    missing=MATCHED,
    zero=ZERO,
    negative=AMOUNTS,
    source=ppi("công thức (15.5); bảng 19.1–19.2", "(15.5); tables 19.1–19.2"),
)


@PAGE.example(
    "Chỉ số giá và chỉ số khối lượng",
    "Price index and volume index",
    ITEMS,
    answers="""
        answer | value
        price  | 1.4200
        volume | 1.0200
    """,
)
def _(given):
    p0, p1, q0, q1 = (given[name] for name in ("p₀", "p₁", "q₀", "q₁"))
    return {"price": laspeyres(p0, p1, q0), "volume": laspeyres(q0, q1, p0)}
