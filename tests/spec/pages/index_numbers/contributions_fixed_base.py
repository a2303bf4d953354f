"""Contributions to the growth of a fixed-base index."""

import numpy as np
from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.index_numbers._tree import WEIGHTS
from tests.spec.world import CODELISTS
from tests.spec.world import WEIGHTS as TV09

from tongket.figures.methods.index_numbers.basket import basket
from tongket.figures.methods.index_numbers.levels import Index, index
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Đóng góp vào mức tăng của chỉ số gốc cố định", "Contributions to a fixed-base index"),
    of=(Index.contributions,),
    what=Text(
        "Số điểm phần trăm mà mỗi ngành, mỗi sản phẩm góp vào mức tăng của toàn ngành; cộng lại đúng bằng mức tăng.",
        "The percentage points each class and product adds to the growth of the whole; they add to it exactly.",
    ),
    formula="Cᵢ = 100 wᵢ (Σ Iᵢ(t) − Σ Iᵢ(s)) / Σ I(s)",
    where=Text(
        "w: tỷ trọng của nút trong toàn ngành; Σ: một tháng, hoặc các tháng từ đầu năm.",
        "w: the node's share of the whole; Σ: one month, or the months so far.",
    ),
    when=Text(
        "So cùng kỳ, so tháng trước, lũy kế và so năm gốc, khi quyền số không đổi giữa hai kỳ.",
        "On the same month, the month before, cumulated and on the base year, while the weights do not change.",
    ),
    missing=Text(
        "sản phẩm thiếu được coi là đi như nút cha và giữ số điểm đó; toàn ngành thiếu ở một kỳ thì không có đóng góp.",
        "a missing product moves as its parent and keeps those points; where the whole is missing there are none.",
    ),
    zero=Text("mức kỳ gốc bằng 0 thì không có đóng góp.", "a base level of 0 leaves none."),
    negative=Text("đóng góp âm là bình thường.", "a negative contribution is a contribution."),
    source=cited(
        "Cẩm nang Chỉ số giá sản xuất (2004)", "Producer Price Index Manual (2004)", "chương 9", "ch. 9"
    ),
)


@PAGE.example(
    "Tháng 10/2020 so cùng kỳ: tăng 8,93 %",
    "October 2020 on the same month: 8.93 %",
    facts(
        """
        item | 2019-10 | 2020-10
        a    | 104     | 110
        b    | 96      | 90
        c    | 102.5   | 115
    """,
        caption=Text("Chỉ số của sản phẩm", "Index of products"),
    ),
    WEIGHTS,
    answers="""
        node  | value
        X     | 0.3530
        Y     | 8.5793
        whole | 8.9322
    """,
)
def _(given):
    layout = basket((TV09,), CODELISTS["branches"])
    levels = np.full((len(layout.products), 2, 12), np.nan)
    for leaf, node in enumerate(layout.products):
        for year, month in enumerate(("2019-10", "2020-10")):
            levels[leaf, year, 9] = given.by(month)[node[0][1]]
    now, before = [Period.parse("2020-10")], [Period.parse("2019-10")]
    points = index(layout, 2019, levels).contributions(now, before)
    return {"whole": points[()], "X": points[(("activity", "X"),)], "Y": points[(("activity", "Y"),)]}
