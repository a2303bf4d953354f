"""Denton benchmarking."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import qna
from tests.spec.pages.time_series._series import ADD, FULL, run

from tongket.figures.methods.time_series.benchmarking import ADDITIVE, denton, smoothest
from tongket.figures.methods.time_series.series import Alignment

PAGE = Page(
    title=Text("Hiệu chỉnh Denton theo số năm", "Denton benchmarking"),
    of=(denton, smoothest),
    what=Text(
        "Chuỗi tháng (quý) được chỉnh cho khớp số năm đáng tin hơn, thay đổi mức chỉnh giữa các kỳ ít nhất có thể để giữ biến động.",
        "A monthly (quarterly) series made to agree with better yearly figures, the adjustment changing as little as possible from period to period.",
    ),
    formula="min Σ (d(t) − d(t−1))²,   x = s + |s|^λ d,   J x = a",
    where=Text(
        "s: chuỗi chỉ báo; a: số năm; J: cộng các kỳ của năm; λ = 1: theo tỷ lệ, λ = 0: cộng.",
        "s: the indicator; a: yearly figures; J: sums a year's periods; λ = 1: proportional, λ = 0: additive.",
    ),
    when=Text(
        "Cách mặc định khi số năm là chắc chắn. Sau mốc cuối, mức chỉnh cuối được mang tiếp.",
        "The default where yearly figures are certain. After the last benchmark its adjustment is carried on.",
    ),
    missing=FULL,
    zero=Text(
        "kỳ bằng 0 giữ 0 theo quy tắc tỷ lệ; cả năm bằng 0 mà số năm khác 0: không xác định, năm được nêu.",
        "a period of 0 stays 0 under the proportional rule; a year of 0 with a benchmark that is not is undefined, and named.",
    ),
    negative=ADD,
    source=qna("chương 6, phương pháp Denton", "ch. 6, the Denton method"),
)


@PAGE.example(
    "Hai năm, mỗi năm hai kỳ; chỉ báo bằng 1, số năm 2 và 4",
    "Two years of two periods; the indicator is 1, the years 2 and 4",
    facts(
        """
        year | x₁ | x₂
        2019 | 1  | 1
        2020 | 1  | 1
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    beside(
        """
        year | total
        2019 | 2
        2020 | 4
    """,
        caption=Text("Số năm", "Yearly figures"),
    ),
    answers="""
        year | x₁     | x₂
        2019 | 0.8333 | 1.1667
        2020 | 1.8333 | 2.1667
    """,
    note=Text(
        "5/6, 7/6, 11/6, 13/6: giải bằng tay từ hai đạo hàm bằng 0.",
        "5/6, 7/6, 11/6, 13/6: by hand, from two derivatives set to 0.",
    ),
)
def _(given):
    values = denton(run(given), given["total"], Alignment(2)).values
    return {"2019": values[:2], "2020": values[2:]}


@PAGE.example(
    "Chỉ báo toàn 0: quy tắc cộng chia đều, quy tắc tỷ lệ không làm được",
    "An indicator of zeros: the additive rule spreads evenly, the proportional cannot",
    facts(
        """
        year | Q1 | Q2 | Q3 | Q4
        2020 | 0  | 0  | 0  | 0
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    beside(
        """
        year | total
        2020 | 4
    """,
        caption=Text("Số năm", "Yearly figures"),
    ),
    answers="""
        answer       | Q1        | Q2        | Q3        | Q4
        additive     | 1         | 1         | 1         | 1
        proportional | undefined | undefined | undefined | undefined
    """,
)
def _(given):
    years = Alignment(4)
    return {
        "additive": denton(run(given), given["total"], years, ADDITIVE).values,
        "proportional": [denton(run(given), given["total"], years)] * 4,
    }
