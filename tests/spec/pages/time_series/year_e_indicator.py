"""Method E: by a related indicator."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import qna
from tests.spec.pages.time_series._series import known

from tongket.figures.methods.time_series.extrapolation import RatioRule
from tongket.figures.methods.time_series.year_indicator import by_indicator

PAGE = Page(
    title=Text("Ước cả năm E: theo chỉ báo liên quan", "Year estimate E: by an indicator"),
    of=(by_indicator,),
    what=Text(
        "Các tháng còn lại theo một chuỗi biết sớm hơn: điện thương phẩm, hóa đơn thuế, vận tải. Các tháng đã có định mức, chỉ báo chỉ định phần còn lại.",
        "The rest of the year by a series known earlier: electricity, tax invoices, freight. The months in hand set the level, the indicator only the rest.",
    ),
    formula="Y = L(M) · Σ₁₂ x / Σ_M x",
    where=Text(
        "x: các tháng của chuỗi theo chỉ báo (Chow–Lin hoặc Denton cải tiến).",
        "x: the months as the indicator tells them (Chow–Lin or enhanced Denton).",
    ),
    when=Text(
        "Khi chỉ báo đi sát chỉ tiêu và có thêm tháng.",
        "When the indicator follows the figure closely and has more months.",
    ),
    missing=Text(
        "chỉ báo phải có ít nhất các tháng đã qua.", "the indicator is known for the months in hand at least."
    ),
    zero=Text("chỉ báo cả năm bằng 0: kỳ gốc bằng không.", "an indicator of 0 over a year: a zero base."),
    negative=Text("x không dương: không xác định.", "x not positive is undefined."),
    source=qna("chương 6", "ch. 6"),
)


@PAGE.example(
    "Chỉ báo nửa cuối năm gấp đôi nửa đầu",
    "The indicator's second half is double its first",
    facts(
        """
        year | 01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 11 | 12
        2019 | 30 | 30 | 30 | 30 | 30 | 30 | 30 | 30 | 30 | 30 | 30 | 30
        2020 | 30 | 30 | 30 | 30 | 30 | 30 | …  | …  | …  | …  | …  | …
    """,
        caption=Text("Chỉ tiêu", "The figure"),
    ),
    facts(
        """
        year | 01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 11 | 12
        2019 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10
        2020 | 10 | 10 | 10 | 10 | 10 | 10 | 20 | 20 | 20 | 20 | 20 | 20
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    answers="""
        answer   | value
        estimate | 540
    """,
    note=Text("180 × 180/60.", "180 × 180/60."),
)
def _(given):
    indicator = known(given, 1).months
    return {"estimate": by_indicator(known(given), 2020, indicator, RatioRule.LAST).value}
