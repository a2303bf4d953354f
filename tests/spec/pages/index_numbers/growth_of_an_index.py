"""Growth of an index: on a period before, cumulated, and as a sheet implies it."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.index_numbers.series import cumulated_from_growth, cumulated_growth, growth

PAGE = Page(
    title=Text("Tăng trưởng và lũy kế của chỉ số", "Growth of an index, month by month and cumulated"),
    of=(growth, cumulated_growth, cumulated_from_growth),
    what=Text(
        "Mọi tốc độ tăng lấy từ một chuỗi mức duy nhất. Chỉ số lũy kế là tổng mức các tháng chia cho tổng mức cùng các tháng năm trước, không phải bình quân các tốc độ tháng.",
        "All growth comes from one series of levels. The cumulated index is the sum of months over the sum of the same months last year, never the mean of monthly growth.",
    ),
    formula=Text(
        "g = 100 (I(t) / I(t−k) − 1);   lũy kế = 100 Σ I(k,y) / Σ I(k,y−1)",
        "g = 100 (I(t) / I(t−k) − 1);   cumulated = 100 Σ I(k,y) / Σ I(k,y−1)",
    ),
    where=Text(
        "k = 1: so tháng trước; k = 12: so cùng tháng năm trước.",
        "k = 1: on the month before; k = 12: on the same month last year.",
    ),
    when=Text(
        "Bảng chỉ số hằng tháng; và kiểm tra bảng nhận được: bốn cột của bảng phải khớp nhau trong khoảng 0,02.",
        "The monthly index table; and the check of a received sheet, whose four columns must agree within 0.02.",
    ),
    missing=Text(
        "thiếu một tháng ở một trong hai năm thì lũy kế từ tháng đó trở đi thiếu.",
        "a month missing in either year leaves the cumulated index missing from there on.",
    ),
    zero=Text("kỳ gốc bằng 0 thì không có tốc độ tăng.", "a base of 0 leaves no growth."),
    negative=Text("mức chỉ số không âm.", "levels are not negative."),
    source=cited(
        "Niên giám thống kê Hoà Bình 2019",
        "Statistical yearbook of Hoà Bình 2019",
        "tr. 492–498; bảng chỉ số Tây Ninh tháng 2/2026",
        "pp. 492–498; index sheet of Tây Ninh, February 2026",
    ),
)


@PAGE.example(
    "So kỳ trước và lũy kế",
    "On the period before, and cumulated",
    facts(
        """
        year | Q1  | Q2  | Q3
        2019 | 100 | 100 | 100
        2020 | 110 | 120 | …
    """,
        caption=Text("Mức chỉ số", "Levels"),
    ),
    answers="""
        answer          | Q1   | Q2   | Q3
        previous_period | …    | 9.09 | …
        cumulated       | 10.0 | 15.0 | …
    """,
)
def _(given):
    levels = given.array()
    return {"previous_period": growth(levels[1], 1), "cumulated": cumulated_growth(levels)[1]}


@PAGE.example(
    "Bảng thật: toàn ngành công nghiệp Tây Ninh, tháng 2/2026 (công bố 116,32)",
    "A real sheet: industry of Tây Ninh, February 2026 (published 116.32)",
    facts(
        """
        month | previous_month | same_month
        1     | …              | 126.06
        2     | 79.32          | 106.01
    """,
        caption=Text("Chỉ số, %", "Index, %"),
    ),
    answers="""
        answer    | value
        cumulated | 116.33
    """,
    note=Text(
        "Chênh 0,01 so với số công bố vì các cột chỉ in hai chữ số thập phân.",
        "0.01 off what was published, for the columns are printed to two decimals.",
    ),
)
def _(given):
    steps = [float(value) for value in given["previous_month"] if value is not None]
    return {"cumulated": cumulated_from_growth(steps, [float(value) for value in given["same_month"]])}
