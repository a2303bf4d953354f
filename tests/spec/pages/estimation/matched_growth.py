"""Month on month from units that answered in both."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.estimation.growth import carried_by_growth, matched_growth

PAGE = Page(
    title=Text("Tăng trưởng của mẫu khớp", "Growth of the matched sample"),
    of=(matched_growth, carried_by_growth),
    what=Text(
        "Mức tăng tháng từ các đơn vị trả lời ở cả hai tháng, nhân vào mức của tháng trước. Cuối năm hiệu chỉnh theo số năm.",
        "Month-on-month growth from units that answered in both, applied to last month's level, and benchmarked on the year afterwards.",
    ),
    formula="Y(t) = Y(t−1) × Σ y(t) / Σ y(t−1)",
    where=Text("Σ: các đơn vị có ở cả hai tháng.", "Σ: units with an answer in both months."),
    when=Text("Ước bán lẻ hằng tháng khi mẫu không phủ hết.", "Monthly retail from a partial sample."),
    missing=Text(
        "đơn vị chỉ có một tháng không tham gia và được nêu tên; không đơn vị nào khớp thì không có kết quả.",
        "a unit with one answer takes no part and is named; with none matched there is no answer.",
    ),
    zero=Text(
        "đơn vị ngừng hẳn (0) vẫn tham gia; tổng tháng trước bằng 0 thì không có tăng trưởng.",
        "a unit that stopped (0) counts; a sum of 0 before leaves no growth.",
    ),
    negative=Text("tổng tháng trước âm: không xác định.", "a negative sum before is undefined."),
    source=cited(
        "Quy ước của hệ thống; so sánh Cẩm nang Chỉ số giá sản xuất (2004)",
        "A rule of this house; compare the Producer Price Index Manual (2004)",
        "chương 9, mẫu khớp",
        "ch. 9, matched samples",
    ),
)


@PAGE.example(
    "Đơn vị C mới, đơn vị D vắng",
    "Unit C is new, unit D is away",
    facts("""
        unit | before | now
        A    | 100    | 110
        B    | 50     | 60
        C    | …      | 7
        D    | 9      | …
    """),
    beside("""
        parameter   | value
        level_before | 900
    """),
    answers="""
        answer    | value
        relative  | 1.1333
        unmatched | C, D
        level     | 1020
    """,
)
def _(given):
    now, before = given.by("now"), given.by("before")
    found = matched_growth(now, before)
    level = carried_by_growth(given.value("level_before"), now, before)
    return {"relative": found.relative, "unmatched": found.unmatched, "level": level}
