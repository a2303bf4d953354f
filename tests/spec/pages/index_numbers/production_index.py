"""The fixed-base production index."""

import numpy as np
from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import AMOUNTS, cited
from tests.spec.pages.index_numbers._tree import WEIGHTS
from tests.spec.world import CODELISTS
from tests.spec.world import WEIGHTS as TV09

from tongket.figures.methods.index_numbers.basket import basket
from tongket.figures.methods.index_numbers.levels import index, measured
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Chỉ số sản xuất công nghiệp gốc cố định", "The fixed-base production index"),
    of=(basket, measured, index),
    what=Text(
        "Từ lượng sản phẩm hằng tháng lên chỉ số của ngành cấp 4, cấp 2, cấp 1 và toàn ngành, với quyền số của năm gốc. Bình quân tháng của năm gốc = 100.",
        "From monthly quantities of products to the index of class, division, section and the whole, at the weights of the base year. The mean month of the base year is 100.",
    ),
    formula=Text(
        "sản phẩm: I = 100 q(t) / q₀;   các cấp trên: I = Σ I W / Σ W",
        "product: I = 100 q(t) / q₀;   above: I = Σ I W / Σ W",
    ),
    where=Text(
        "q₀: lượng bình quân tháng của năm gốc; W: giá trị tăng thêm năm gốc.",
        "q₀: mean monthly quantity of the base year; W: value added of the base year.",
    ),
    when=Text(
        "Chỉ số hằng tháng của tỉnh giữa hai lần đổi năm gốc.",
        "The province's monthly index between two base years.",
    ),
    missing=Text(
        "sản phẩm thiếu nhường quyền số cho sản phẩm cùng ngành; cả ngành thiếu thì nhường cho các ngành cùng cấp.",
        "a missing product leaves its weight to those of its class; a missing class to the other classes.",
    ),
    zero=Text(
        "lượng 0 là ngừng hẳn và giữ quyền số; sản phẩm có lượng gốc bằng 0 không vào chỉ số, quyền số chia cho các sản phẩm khác.",
        "a quantity of 0 is a true stop and keeps its weight; a product with a base of 0 is left out and its siblings stand for it.",
    ),
    negative=AMOUNTS,
    source=cited(
        "Niên giám thống kê Hoà Bình 2019",
        "Statistical yearbook of Hoà Bình 2019",
        "tr. 492, 498, các bước (1)–(5)",
        "pp. 492, 498, steps (1)–(5)",
    ),
)


@PAGE.example(
    "Ba sản phẩm, hai ngành, ba tháng",
    "Three products, two classes, three months",
    facts("""
        item | 2019-10 | 2020-09 | 2020-10
        a    | 104     | 108     | 110
        b    | 48      | 46      | 45
        c    | 205     | 221     | 230
    """),
    WEIGHTS,
    answers="""
        node  | 2019-10 | 2020-09 | 2020-10
        X     | 100.80  | 101.60  | 102.00
        Y     | 102.50  | 110.50  | 115.00
        whole | 101.99  | 107.83  | 111.10
    """,
    note=Text(
        "Lượng bình quân tháng năm gốc: a 100, b 50, c 200.",
        "Mean month of the base year: a 100, b 50, c 200.",
    ),
)
def _(given):
    return _levels(given)


@PAGE.example(
    "Sản phẩm b thiếu rồi ngừng hẳn",
    "Product b missing, then stopped",
    facts("""
        item | 2020-01 | 2020-02
        a    | 110     | 110
        b    | …       | 0
        c    | 230     | 230
    """),
    WEIGHTS,
    answers="""
        node  | 2020-01 | 2020-02
        X     | 110.00  | 66.00
        Y     | 115.00  | 115.00
        whole | 113.50  | 100.30
    """,
)
def _(given):
    return _levels(given)


def _levels(given):
    """The months of the page laid out over whole years, as the index takes them, and read off again."""
    layout = basket((TV09,), CODELISTS["branches"])
    months = [Period.parse(name) for name in given.first.columns]
    first = min(month.start_year for month in months)
    spots = [(month.start_year - first, month.start_month - 1) for month in months]
    rows = dict(zip("abc", given.array(), strict=True))
    volumes = np.full((len(layout.products), max(year for year, _ in spots) + 1, 12), np.nan)
    for leaf, node in enumerate(layout.products):
        for spot, quantity in zip(spots, rows[node[0][1]], strict=True):
            volumes[leaf, *spot] = quantity
    levels = index(layout, first, measured(layout, first, volumes)).levels
    places = {"whole": (), "X": (("activity", "X"),), "Y": (("activity", "Y"),)}
    return {
        name: [levels[layout.nodes.index(node), *spot] for spot in spots] for name, node in places.items()
    }
