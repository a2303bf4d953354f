"""Which estimate to believe."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.time_series._series import known, triangle
from tests.spec.pages.time_series._years import HOUSE

from tongket.figures.methods.time_series.back_test import (
    Score,
    back_test,
    combine,
    comparable_scores,
    year_view,
)
from tongket.figures.methods.time_series.year_ladder import by_growth, by_run_rate, by_share

LADDER = {"A": by_share, "B": by_growth, "C": by_run_rate}

PAGE = Page(
    title=Text("Kiểm lại trên các năm trước và chọn cách ước", "Back-test and choice of the estimate"),
    of=(back_test, year_view, comparable_scores, combine),
    what=Text(
        "Mỗi cách ước được chạy lại trên từng năm trước, chỉ với số đã công bố lúc đó. Cách ít sai nhất được in, kèm khoảng của mọi cách.",
        "Each method is replayed on past years with what was published at the time. The one least wrong is printed, with the range of all.",
    ),
    formula="MAPE = 100 mean |Ŷ/Y − 1|;   w = (1/MSE) / Σ (1/MSE)",
    where=Text(
        "Ŷ: ước lúc đó; Y: năm như biết bây giờ; w: quyền số khi kết hợp các cách.",
        "Ŷ: the estimate then; Y: the year as known now; w: weights of a combination.",
    ),
    when=Text(
        "Mỗi lần ước cả năm. Cần ít nhất 3 năm thử chung; ít hơn thì dùng cách đầu thang và nói rõ.",
        "With every estimate of a year. Three common trials at least; with fewer the first of the ladder stands, and it is said.",
    ),
    missing=Text(
        "năm thiếu tháng hoặc không có lần công bố không phải là một lần thử.",
        "a year without its months or releases is no trial.",
    ),
    zero=Text(
        "năm bằng 0 không có sai số tương đối; cách chưa từng sai nhận toàn bộ quyền số.",
        "a year of 0 has no relative error; a method that was never wrong takes all the weight.",
    ),
    negative=Text("không áp dụng.", "does not apply."),
    source=HOUSE,
)
ROWS = "\n".join(
    f"        {year} | " + " | ".join([str(size)] * 10 + [str(5 * size)] * 2)
    for year, size in ((2015, 2), (2016, 2), (2017, 2), (2018, 2), (2019, 2))
)
MONTHS = facts(
    "        year | " + " | ".join(f"{m:02d}" for m in range(1, 13)) + "\n" + ROWS
    + "\n        2020 | " + " | ".join(["3"] * 6 + ["…"] * 6),
    caption=Text("Số liệu tháng", "Months"),
)  # fmt: skip


@PAGE.example(
    "Năm năm như nhau, mùa ở cuối năm; sáu tháng 2020",
    "Five years alike with a season at the end; six months of 2020",
    MONTHS,
    answers="""
        answer   | value
        chosen   | A
        estimate | 60
        low      | 36
        MAPE_A   | 0.0
        MAPE_C   | 40.0
    """,
    note=Text(
        "A: 18 / 0,3 = 60; C: 36. C luôn ước 24 khi năm là 40.",
        "A: 18 / 0.3 = 60; C: 36. C always gave 24 for a year of 40.",
    ),
)
def _(given):
    told = triangle(known(given))
    view = year_view(told, 2020, LADDER)
    scores = back_test(told, 6, (2017, 2018, 2019), LADDER)
    return {
        "chosen": view.chosen.method, "estimate": view.chosen.value, "low": view.low,
        "MAPE_A": scores["A"].mape, "MAPE_C": scores["C"].mape,
    }  # fmt: skip


@PAGE.example(
    "Kết hợp hai cách theo nghịch đảo bình phương sai số",
    "Two methods combined by the inverse of their squared errors",
    facts("""
        answer | value | error_2018 | error_2019
        A      | 100   | 0.1        | -0.1
        B      | 110   | 0.2        | -0.2
    """),
    answers="""
        answer | value
        combined | 102
    """,
    note=Text("MSE 0,01 và 0,04: quyền số 0,8 và 0,2.", "MSE 0.01 and 0.04: weights 0.8 and 0.2."),
)
def _(given):
    rows = given.first.rows()
    scores = {name: Score({2018: float(row[1]), 2019: float(row[2])}) for name, row in rows.items()}
    shared = comparable_scores(scores, least=2)
    return {"combined": combine({name: Decimal(row[0]) for name, row in rows.items()}, shared)}
