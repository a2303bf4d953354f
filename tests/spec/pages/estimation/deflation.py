"""Output at constant prices."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.estimation.deflation import (
    Volume,
    constant_prices,
    deflated,
    implied_deflator,
    volume_of_product,
)
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Tính theo giá so sánh", "Constant prices"),
    of=(constant_prices, volume_of_product, deflated, implied_deflator),
    what=Text(
        "Giá trị của từng sản phẩm chia cho chỉ số giá của chính nó (hoặc của nhóm trên gần nhất), rồi mới cộng. Không chia tổng cho một chỉ số giá chung.",
        "Each product's value over its own price index (or its nearest parent's), and then the sum. The total is never divided by one price.",
    ),
    formula="GO₀ = Σ GOₜ / (P(t) / P(0))",
    where=Text(
        "GOₜ: giá trị theo giá hiện hành; P: chỉ số giá sản xuất; GO₀: giá trị theo giá của năm gốc. Năm gốc là tham số.",
        "GOₜ: value at current prices; P: producer price index; GO₀: value at prices of the base year, which is a parameter.",
    ),
    when=Text("Giá trị sản xuất công nghiệp theo giá so sánh.", "Industrial output at constant prices."),
    missing=Text(
        "thiếu chỉ số giá của sản phẩm thì dùng của nhóm trên, trạng thái E; một sản phẩm không có giá nào thì không có tổng.",
        "without its own price index a product takes its parent's, status E; one product without any leaves no total.",
    ),
    zero=Text(
        "chỉ số giá bằng 0: không có kết quả; giá trị bằng 0 là 0 thật.",
        "a price index of 0 leaves no answer; a value of 0 is a true 0.",
    ),
    negative=Text(
        "giá trị âm (giảm tồn kho) giữ dấu; giá âm: không xác định.",
        "a negative value (a fall in stocks) keeps its sign; a negative price is undefined.",
    ),
    source=cited(
        "Thông tư 13/2019/TT-BKHĐT (năm gốc); Cẩm nang Chỉ số giá sản xuất (2004)",
        "Circular 13/2019/TT-BKHĐT (base year); Producer Price Index Manual (2004)",
        "mục giảm phát",
        "deflation",
    ),
)


@PAGE.example(
    "Một sản phẩm qua hai năm: giá tăng 4 %, lượng tăng 20,19 %",
    "One product in two years: prices +4 %, volume +20.19 %",
    facts("""
        year | current | price
        2019 | 120     | 125
        2020 | 150     | 130
    """),
    answers="""
        year | constant | deflator
        2019 | 96.000   | 125.00
        2020 | 115.385  | 130.00
    """,
)
def _(given):
    found = {}
    for year, (current, price) in given.first.rows().items():
        constant = deflated(current, price)
        found[year] = (constant, implied_deflator(current, constant))
    return found


@PAGE.example(
    "Sản phẩm b không có chỉ số giá riêng: dùng của nhóm P",
    "Product b has no price index of its own: its group P serves",
    facts("""
        item | current | price
        a    | 120     | 125
        b    | 66      | …
        P    | …       | 110
    """),
    answers="""
        item  | constant | price_of | status
        a     | 96       | a        | A
        b     | 60       | P        | E
        whole | 156      | none     | none
    """,
)
def _(given):
    now, base = Period.year(2020), Period.year(2010)
    prices = {item: {now: price, base: 100} for item, price in given.by("price").items() if price is not None}
    current = {item: value for item, value in given.by("current").items() if value is not None}
    total, parts = constant_prices(current, prices, now, base, lambda _: ("P",))
    rows = {
        item: (one.value, one.price_of, one.status) for item, one in parts.items() if isinstance(one, Volume)
    }
    return {**rows, "whole": (total, "none", "none")}
