"""The range of an index while returns are out."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, beside, facts

from tongket.figures.methods.imputation.outstanding import (
    Bounds,
    IndexedProduct,
    index_growth_range,
    index_range,
)

PAGE = Page(
    title=Text("Khoảng của chỉ số khi còn thiếu báo cáo", "The range of an index while returns are out"),
    of=(index_range, index_growth_range),
    what=Text(
        "Chỉ số sản xuất (và tốc độ tăng) thấp nhất và cao nhất có thể, khi còn cơ sở chưa báo cáo.",
        "The least and the largest index (and growth) possible while units are out.",
    ),
    formula="I = 100 Σ w q/q₀ / Σ w,   q ∈ [K + low, K + high]",
    where=Text(
        "w: quyền số đưa xuống; q₀: lượng bình quân tháng năm gốc; K: phần đã có.",
        "w: weights carried down; q₀: mean monthly base quantity; K: what is in.",
    ),
    when=Text("Trước hạn công bố chỉ số tháng.", "Before a monthly index is due."),
    missing=Text(
        "cơ sở không có giới hạn: không có khoảng, cơ sở được nêu tên.",
        "a unit without bounds leaves no range and is named.",
    ),
    zero=Text(
        "sản phẩm có gốc 0 nhường quyền số; không còn sản phẩm nào: kỳ gốc bằng không.",
        "a product with a base of 0 leaves its weight to the others; none left: the base is zero.",
    ),
    negative=Text("như khoảng của tổng.", "as for a total."),
    source=Text("Quy ước của hệ thống.", "A rule of this house."),
)


@PAGE.example(
    "Sản phẩm c còn một cơ sở sẽ thêm 20 đến 40; cùng tháng năm trước 101,99",
    "Product c has one unit out that will add 20 to 40; the same month was 101.99",
    facts(
        """
        item | quantity
        a    | 110
        b    | 45
        c    | 200
    """,
        caption=Text("Đã có", "What is in"),
    ),
    beside("""
        item | weight | q₀  | low | high
        a    | 0.18   | 100 | 0   | 0
        b    | 0.12   | 50  | 0   | 0
        c    | 0.70   | 200 | 20  | 40
    """),
    answers="""
        answer | low    | high
        index  | 107.60 | 114.60
        growth | 5.50   | 12.36
    """,
)
def _(given):
    rows = zip(
        given.first.keys,
        given["weight"],
        given["q₀"],
        given["quantity"],
        given["low"],
        given["high"],
        strict=True,
    )
    products = [
        IndexedProduct(weight, base, known, {item: Bounds(low, high)} if high else {})
        for item, weight, base, known, low, high in rows
    ]
    level = index_range(products)
    growth = index_growth_range(products, Decimal("101.99"))
    return {"index": (level.low, level.high), "growth": (growth.low, growth.high)}
