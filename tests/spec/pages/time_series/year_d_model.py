"""Method D: a model of the months."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.time_series._series import known, run

from tongket.figures.methods.time_series.series import array_of
from tongket.figures.methods.time_series.year_model import Model, by_model, model_paths
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Ước cả năm D: mô hình chuỗi thời gian", "Year estimate D: a model"),
    of=(by_model, model_paths),
    what=Text(
        "SARIMA với hồi quy Tết, hoặc san mũ tắt dần, ước từ các tháng đã có; mô phỏng các tháng còn lại cho trung vị và khoảng 10–90 %.",
        "SARIMA with Tết regressors, or damped exponential smoothing, fitted to the months in hand; the rest is simulated, giving a median and a 10–90 % range.",
    ),
    formula="Y = L(M) + median Σ y(k)⁽ᵇ⁾,   b = 1 … 2000",
    where=Text(
        "y⁽ᵇ⁾: đường mô phỏng thứ b; hạt giống cố định nên chạy lại cho cùng kết quả.",
        "y⁽ᵇ⁾: simulated path b; the seed is fixed, so it repeats.",
    ),
    when=Text("Từ 36 tháng trở lên.", "With 36 months or more."),
    missing=Text("SARIMA qua được chỗ trống, san mũ thì không.", "SARIMA bridges gaps, smoothing does not."),
    zero=Text("có số 0 thì không lấy lôgarit.", "with zeros no logarithms are taken."),
    negative=Text("như số 0.", "as zero."),
    source=cited(
        "Box, Jenkins, Time Series Analysis (1976); thư viện statsmodels",
        "Box, Jenkins, Time Series Analysis (1976); library statsmodels",
        "mô hình airline",
        "the airline model",
    ),
)
MONTHS = """
        year | 01  | 02 | 03  | 04  | 05  | 06  | 07  | 08  | 09  | 10  | 11  | 12
        2017 | 100 | 90 | 105 | 103 | 108 | 104 | 106 | 109 | 111 | 110 | 125 | 131
        2018 | 108 | 99 | 113 | 112 | 115 | 114 | 113 | 119 | 118 | 121 | 134 | 143
        2019 | 118 | 106 | 124 | 120 | 125 | 122 | 125 | 127 | 130 | 129 | 147 | 154
"""


@PAGE.example(
    "Ba năm đủ tháng và tám tháng 2020, tăng khoảng 8 %: năm trước là 1527",
    "Three whole years and eight months of 2020, up about 8 %: last year was 1527",
    facts(MONTHS + "        2020 | 127 | 115 | 134 | 130 | 135 | 132 | 134 | 138 | … | … | … | …\n"),
    answers="""
        answer           | value
        low_below        | yes
        near_last_growth | yes
        same_again       | yes
    """,
    note=Text(
        "Trung vị nằm trong khoảng và cách mức 1527 × 1,08 không quá 2 %.",
        "The median lies within its range and within 2 % of 1527 × 1.08.",
    ),
)
def _(given):
    found = by_model(known(given), 2020, Model.ETS, paths=500)
    again = by_model(known(given), 2020, Model.ETS, paths=500)
    near = abs(float(found.value) / (1527 * 1.08) - 1) < 0.02
    return {
        "low_below": found.low < found.value < found.high,
        "near_last_growth": near,
        "same_again": found == again,
    }


@PAGE.example(
    "Chuỗi quá ngắn, và năm đã đủ mười hai tháng",
    "A series too short, and a year with all twelve months",
    facts(MONTHS),
    answers="""
        answer    | value
        too_short | undefined
        complete  | 1527
    """,
)
def _(given):
    short = model_paths(array_of(run(given)[:24]), Period.month(2017, 1), 6)
    return {"too_short": short, "complete": by_model(known(given), 2019).value}
