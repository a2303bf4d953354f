"""Links joined by the annual overlap."""

from tests.spec.handbook.page import Page, Text
from tests.spec.handbook.sources import AMOUNTS, qna
from tests.spec.pages.index_numbers._volumes import MISSING, PRICES, VOLUMES, ZERO, index_of

from tongket.figures.methods.index_numbers.links import Overlap, chained

PAGE = Page(
    title=Text("Nối chuỗi theo cả năm (annual overlap)", "Annual overlap"),
    of=(chained,),
    what=Text(
        "Các quý của năm mới được treo vào bình quân của năm trước: bình quân các quý đúng bằng chỉ số nối theo năm, nhưng có thể có bậc giữa quý 4 và quý 1.",
        "A new year hangs on the mean of the year before: the mean of its quarters is the chained annual index, but there may be a step between the fourth quarter and the first.",
    ),
    formula="I(m,y) = Ī(y−1) × L(m,y)",
    where=Text(
        "L: mắt xích năm; Ī: bình quân năm của chuỗi; q̄: bình quân lượng của năm; w: quyền số.",
        "L: the yearly link; Ī: the yearly mean of the series; q̄: mean volume of a year; w: weights.",
    ),
    when=Text(
        "Cách nên dùng cho chỉ số sản xuất công nghiệp hằng tháng, vì khớp với số năm.",
        "The one to use for a monthly production index, because it agrees with the years.",
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
        whole  | 111.8447 | 112.9744 | 122.5772 | 121.4475
    """,
)
def _(given):
    return {"whole": index_of(given, Overlap.ANNUAL).levels[0, 2]}
