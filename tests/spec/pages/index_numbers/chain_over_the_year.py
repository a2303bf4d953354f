"""Links joined by the over the year overlap."""

from tests.spec.handbook.page import Page, Text
from tests.spec.handbook.sources import AMOUNTS, qna
from tests.spec.pages.index_numbers._volumes import MISSING, PRICES, VOLUMES, ZERO, index_of

from tongket.figures.methods.index_numbers.links import Overlap, chained

PAGE = Page(
    title=Text("Nối chuỗi theo cùng kỳ (over-the-year overlap)", "Over-the-year overlap"),
    of=(chained,),
    what=Text(
        "Mỗi quý được treo vào cùng quý năm trước: giữ đúng tăng trưởng so cùng kỳ nhưng làm méo biến động quý trên quý.",
        "Each quarter hangs on the same quarter of the year before: growth on the year is kept, movement from quarter to quarter is distorted.",
    ),
    formula="I(m,y) = I(m,y−1) × L(m,y) / Σ wᵢ,y₋₁ qᵢ,m,y₋₁ / q̄ᵢ,y₋₁",
    where=Text(
        "L: mắt xích năm; Ī: bình quân năm của chuỗi; q̄: bình quân lượng của năm; w: quyền số.",
        "L: the yearly link; Ī: the yearly mean of the series; q̄: mean volume of a year; w: weights.",
    ),
    when=Text(
        "Chỉ khi bắt buộc giữ đúng tăng trưởng so cùng kỳ; nói chung nên tránh.",
        "Only where growth on the same period must be kept; avoid it otherwise.",
    ),
    missing=MISSING,
    zero=ZERO,
    negative=AMOUNTS,
    source=qna("chương 8, các cách nối chuỗi", "ch. 8, linking techniques"),
)


@PAGE.example(
    "Năm 2020, bình quân năm 2018 = 100",
    "The year 2020, mean of 2018 = 100",
    VOLUMES,
    PRICES,
    answers="""
        answer | Q1 | Q2 | Q3 | Q4
        whole  | 112.5266 | 113.3561 | 121.4594 | 121.3984
    """,
)
def _(given):
    return {"whole": index_of(given, Overlap.OVER_THE_YEAR).levels[0, 2]}
