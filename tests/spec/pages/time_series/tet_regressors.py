"""Regressors of Tết."""

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.handbook.sources import cited

from tongket.figures.methods.time_series.tet import Window, tet_regressors
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Biến hồi quy Tết", "Regressors of Tết"),
    of=(tet_regressors,),
    what=Text(
        "Mỗi cửa sổ quanh Tết (trước, trong, sau) cho một biến: phần số ngày của cửa sổ rơi vào từng tháng, trừ trung bình nhiều năm của tháng đó, để Tết bình thường vẫn thuộc mùa vụ.",
        "Each window around Tết (before, during, after) gives one regressor: the share of its days in each month, less that month's long-run mean, so that the usual Tết stays in the season.",
    ),
    formula=Text(
        "x(t) = số ngày trong tháng / số ngày cửa sổ − trung bình các năm",
        "x(t) = days in the month / days of the window − mean over years",
    ),
    where=Text(
        "trung bình lấy trên 1990–2040; ví dụ dưới lấy trên hai năm.",
        "the mean is taken over 1990–2040; over two years in the example.",
    ),
    when=Text(
        "Mô hình chuỗi tháng; chuỗi quý không cần vì Tết luôn ở quý 1.",
        "Models of monthly series; quarters need none, for Tết is always in the first.",
    ),
    missing=Text("không áp dụng.", "does not apply."),
    zero=Text("ngoài tháng 12 – tháng 3 biến bằng 0.", "outside December to March it is 0."),
    negative=Text(
        "biến có thể âm: Tết năm đó ở tháng khác.", "may be negative: Tết fell in the other month."
    ),
    source=cited(
        "U.S. Census Bureau, genhol",
        "U.S. Census Bureau, genhol",
        "biến ngày lễ di động",
        "moving holiday regressors",
    ),
)


@PAGE.example(
    "Cửa sổ 14 ngày trước Tết, hai năm 2020 (25/1) và 2021 (12/2)",
    "The 14 days before Tết, 2020 (25 January) and 2021 (12 February)",
    beside("""
        parameter | value
        first_day | -14
        last_day  | -1
    """),
    answers="""
        month   | value
        2020-01 | 0.3929
        2020-02 | -0.3929
        2021-01 | -0.3929
        2021-02 | 0.3929
    """,
    note=Text(
        "Tháng 1: 14/14 và 3/14, trung bình 17/28; 1 − 17/28 = 11/28.",
        "January: 14/14 and 3/14, mean 17/28; 1 − 17/28 = 11/28.",
    ),
)
def _(given):
    window = Window("before", int(given.value("first_day")), int(given.value("last_day")))
    span = Period(2020 * 12, 24)
    found = tet_regressors(span, (window,), centred_on=(2020, 2021))["before"]
    return {str(month): value for month, value in zip(span.months(), found, strict=True) if value}
