"""A product carried on by its successor."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import AMOUNTS, ppi

from tongket.figures.methods.index_numbers.gaps import bridged_product

PAGE = Page(
    title=Text("Sản phẩm thay thế, nối bằng kỳ trùng", "A successor product, by overlap"),
    of=(bridged_product,),
    what=Text(
        "Sản phẩm cũ được tiếp bằng sản phẩm thay thế; tỷ lệ ở tháng trùng là chênh lệch chất lượng hoặc đơn vị đo.",
        "An old product goes on as its successor; the ratio in the overlap month is the difference of quality or measure.",
    ),
    formula=Text(
        "q(t) = q(mới, t) × q(cũ, o) / q(mới, o),   t > o",
        "q(t) = q(new, t) × q(old, o) / q(new, o),   t > o",
    ),
    where=Text("o: tháng có cả hai sản phẩm.", "o: the month with both."),
    when=Text(
        "Khi một sản phẩm quan trọng được thay giữa hai lần nối, hoặc đổi đơn vị đo.",
        "When an important product is replaced between links, or its unit of measure changes.",
    ),
    missing=Text(
        "thiếu tháng trùng thì sau đó thiếu, và sản phẩm mới chờ lần nối sau.",
        "without the overlap month nothing follows, and the successor waits for the next link.",
    ),
    zero=Text("tháng trùng bằng 0: như thiếu.", "an overlap of 0: as missing."),
    negative=AMOUNTS,
    source=ppi("chương 7, phương pháp kỳ trùng", "ch. 7, overlap method"),
)


@PAGE.example(
    "Nối ở tháng 3",
    "Joined in March",
    facts("""
        item | 2020-01 | 2020-02 | 2020-03 | 2020-04
        old  | 100     | 110     | 120     | …
        new  | …       | …       | 60      | 66
    """),
    answers="""
        answer | 2020-01 | 2020-02 | 2020-03 | 2020-04
        volume | 100     | 110     | 120     | 132
    """,
)
def _(given):
    old, new = given.array()
    return {"volume": bridged_product(old, new, 2)}
