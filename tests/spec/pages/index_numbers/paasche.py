"""Paasche index."""

from tests.spec.handbook.page import Page, Text
from tests.spec.handbook.sources import AMOUNTS, ppi
from tests.spec.pages.index_numbers._ppi_items import ITEMS, MATCHED, SYMBOLS, ZERO

from tongket.figures.methods.index_numbers.bilateral import paasche

PAGE = Page(
    title=Text("Chỉ số Paasche", "Paasche index"),
    of=(paasche,),
    what=Text(
        "Giỏ hàng của kỳ này tính theo giá kỳ này, so với chính giỏ hàng đó theo giá kỳ gốc.",
        "The basket of now at its own prices, over the same basket at the prices of the base period.",
    ),
    formula="I = Σ p₁q₁ / Σ p₀q₁",
    where=SYMBOLS,
    when=Text(
        "Khi biết lượng của kỳ này; là chỉ số giá ngầm đi cùng chỉ số khối lượng Laspeyres: giá × khối lượng = giá trị.",
        "When the quantities of now are known; it is the price index that goes with a Laspeyres volume: price times volume is value.",
    ),
    missing=MATCHED,
    zero=ZERO,
    negative=AMOUNTS,
    source=ppi("công thức (15.6); bảng 19.1–19.2", "(15.6); tables 19.1–19.2"),
)


@PAGE.example(
    "Chỉ số giá và chỉ số khối lượng",
    "Price index and volume index",
    ITEMS,
    answers="""
        answer | value
        price  | 1.3824
        volume | 0.9930
    """,
)
def _(given):
    p0, p1, q0, q1 = (given[name] for name in ("p₀", "p₁", "q₀", "q₁"))
    return {"price": paasche(p0, p1, q1), "volume": paasche(q0, q1, p1)}
