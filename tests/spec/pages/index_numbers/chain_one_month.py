"""Links joined by the one month overlap."""

from tests.spec.handbook.page import Page, Text
from tests.spec.handbook.sources import AMOUNTS, qna
from tests.spec.pages.index_numbers._volumes import MISSING, PRICES, VOLUMES, ZERO, index_of

from tongket.figures.methods.index_numbers.links import Overlap, chained

PAGE = Page(
    title=Text("Nối chuỗi theo một kỳ (one-month overlap)", "One-month (one-quarter) overlap"),
    of=(chained,),
    what=Text(
        "Năm mới được treo vào kỳ cuối của năm trước: bước từ quý 4 sang quý 1 trơn, nhưng bình quân năm có thể trôi khỏi chỉ số năm và cần hiệu chỉnh theo số năm.",
        "A new year hangs on the last period of the year before: the step into the first quarter is smooth, but the yearly mean may drift from the annual index and is then benchmarked.",
    ),
    formula="I(m,y) = I(12,y−1) × L(m,y) / Σ wᵢ,y₋₁ qᵢ,12,y₋₁ / q̄ᵢ,y₋₁",
    where=Text(
        "L: mắt xích năm; Ī: bình quân năm của chuỗi; q̄: bình quân lượng của năm; w: quyền số.",
        "L: the yearly link; Ī: the yearly mean of the series; q̄: mean volume of a year; w: weights.",
    ),
    when=Text(
        "Khi sự liền mạch từng tháng quan trọng hơn số năm, như chỉ số nối vào tháng 12.",
        "When month-on-month movement matters more than the year, as in an index linked at December.",
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
        whole  | 111.7995 | 112.9288 | 122.5277 | 121.3984
    """,
)
def _(given):
    return {"whole": index_of(given, Overlap.ONE_MONTH).levels[0, 2]}
