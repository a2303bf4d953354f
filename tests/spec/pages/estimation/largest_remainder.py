"""Shares that add to 100."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.estimation.shares import largest_remainder

PAGE = Page(
    title=Text("Tỷ trọng cộng đúng 100 (phần dư lớn nhất)", "Shares that add to 100 (largest remainder)"),
    of=(largest_remainder,),
    what=Text(
        "Mỗi tỷ trọng được cắt ở số chữ số in, các đơn vị còn lại trao cho các phần dư lớn nhất, để bảng in ra cộng đúng 100.",
        "Each share is cut at the printed place, and the units left go to the largest remainders, so that the printed table adds to 100.",
    ),
    formula="s = ⌊100 x / Σ x⌋ + 0 | 1",
    where=Text(
        "⌊ ⌋: cắt ở chữ số thập phân cuối được in; phần dư bằng nhau: theo thứ tự liệt kê.",
        "⌊ ⌋: cut at the last printed decimal; ties go to the part listed first.",
    ),
    when=Text("Bảng cơ cấu được in.", "Printed tables of structure."),
    missing=Text("thiếu một phần thì không có tỷ trọng nào.", "one part missing leaves no shares."),
    zero=Text(
        "tổng bằng 0 thì không có tỷ trọng; phần bằng 0 có tỷ trọng 0.",
        "a sum of 0 leaves none; a part of 0 has the share 0.",
    ),
    negative=Text("không xác định.", "undefined."),
    source=cited(
        "Balinski, Young, Fair Representation (1982)",
        "Balinski, Young, Fair Representation (1982)",
        "tr. 17; số liệu: bán lẻ Vĩnh Long 2017",
        "p. 17; data: retail sales of Vĩnh Long 2017",
    ),
)


@PAGE.example(
    "Doanh thu bán lẻ và dịch vụ Vĩnh Long 2017, triệu đồng: làm tròn thường chỉ cộng được 99,99",
    "Retail sales and services of Vĩnh Long 2017, million VND: plain rounding adds to 99.99",
    facts("""
        part     | y
        goods    | 29726521
        lodging  | 6651299
        travel   | 46255
        services | 4605310
    """),
    answers="""
        part     | share_percent
        goods    | 72.45
        lodging  | 16.21
        travel   | 0.11
        services | 11.23
    """,
)
def _(given):
    return dict(zip(given.first.keys, largest_remainder(given["y"], 2), strict=True))
