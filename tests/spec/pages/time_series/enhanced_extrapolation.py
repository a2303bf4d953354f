"""The open year of a benchmarked series."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.time_series._series import ADD, FULL, run

from tongket.figures.methods.time_series.extrapolation import (
    RatioRule,
    completed_year,
    enhanced_extrapolation,
)
from tongket.figures.methods.time_series.series import Alignment, array_of

PAGE = Page(
    title=Text("Ngoại suy năm chưa kết thúc", "The open year of a benchmarked series"),
    of=(enhanced_extrapolation, completed_year),
    what=Text(
        "Denton mang tỷ lệ của kỳ cuối đi tiếp; ở đây tỷ lệ năm (số năm trên chỉ báo) của năm chưa kết thúc được dự báo từ các năm trước rồi dùng như một mốc nữa.",
        "Denton carries on the ratio of the last period; here the open year's ratio of benchmark to indicator is forecast from past years and put in as one benchmark more.",
    ),
    formula="a(Y+1) = R · Σ s(Y+1);   R: last, mean, trend",
    where=Text(
        "R: tỷ lệ năm dự báo; s: chỉ báo, các tháng chưa có lấy theo năm trước.",
        "R: the ratio forecast; s: the indicator, months not there yet taken from last year.",
    ),
    when=Text(
        "Ước các tháng của năm hiện tại theo chỉ báo.",
        "To estimate the months of the running year by an indicator.",
    ),
    missing=FULL,
    zero=Text("chỉ báo cả năm bằng 0: không có tỷ lệ.", "an indicator of 0 over a year has no ratio."),
    negative=ADD,
    source=cited(
        "Marini, Di Fonzo, IMF Working Paper 12/169",
        "Marini, Di Fonzo, IMF Working Paper 12/169",
        "ngoại suy cải tiến",
        "enhanced extrapolation",
    ),
)
GIVEN = (
    facts(
        """
        year | Q1 | Q2 | Q3 | Q4
        2018 | 1  | 1  | 1  | 1
        2019 | 1  | 1  | 1  | 1
        2020 | 1  | 1  | 1  | 1
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    beside(
        """
        year | total
        2018 | 8
        2019 | 12
    """,
        caption=Text("Số năm", "Yearly figures"),
    ),
)


@PAGE.example(
    "Tỷ lệ 2 và 3: ba cách dự báo tỷ lệ thứ ba",
    "Ratios 2 and 3: three ways to the third",
    *GIVEN,
    answers="""
        answer | ratio | total
        last   | 3.0   | 12
        mean   | 2.5   | 10
        trend  | 4.5   | 18
    """,
)
def _(given):
    rules = {"last": RatioRule.LAST, "mean": RatioRule.MEAN, "trend": RatioRule.TREND}
    found = {
        name: enhanced_extrapolation(run(given), given["total"], Alignment(4), rule)
        for name, rule in rules.items()
    }
    return {name: (one.ratio, one.year) for name, one in found.items()}


@PAGE.example(
    "Mới có hai quý, gấp đôi năm trước: hai quý kia cũng được coi là gấp đôi",
    "Two quarters in, double last year's: the other two are taken to double as well",
    facts(
        """
        year | Q1 | Q2 | Q3 | Q4
        2019 | 1  | 2  | 3  | 4
        2020 | 2  | 4  | …  | …
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    beside(
        """
        year | total
        2019 | 20
    """,
        caption=Text("Số năm", "Yearly figures"),
    ),
    answers="""
        answer    | Q1 | Q2 | Q3 | Q4
        completed | 2  | 4  | 6  | 8
        adjusted  | 4  | 8  | …  | …
    """,
)
def _(given):
    years = Alignment(4)
    found = enhanced_extrapolation(run(given), given["total"], years, RatioRule.LAST)
    full = completed_year(array_of(run(given)), years, 1)
    return {"completed": list(full)[4:], "adjusted": [*found.values[4:], None, None]}
