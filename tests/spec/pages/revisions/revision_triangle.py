"""The revision triangle."""

from datetime import datetime

from tests.spec.handbook.page import Page, Text, facts

from tongket.figures.methods.revisions.vintages import Vintage, all_moments, revision_triangle
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Tam giác điều chỉnh", "The revision triangle"),
    of=(revision_triangle, all_moments),
    what=Text(
        "Mỗi dòng là một kỳ, mỗi cột là một lần công bố: bảng cho thấy từng kỳ được biết thế nào ở từng lần. Đường chéo là các số công bố đầu tiên.",
        "A row a period, a column a release: how each period was known at each. The diagonal is the first releases.",
    ),
    formula="T(p, v) = y(p) as of v",
    where=Text("p: kỳ; v: lần công bố.", "p: period; v: release."),
    when=Text(
        "Nhìn các lần điều chỉnh; làm đầu vào cho thống kê điều chỉnh và kiểm định dự báo.",
        "To see revisions; what revision statistics and back-tests start from.",
    ),
    missing=Text(
        "trước lần đầu của một kỳ: chưa từng được công bố.",
        "before a period's first vintage: never published.",
    ),
    zero=Text("0 là một số.", "0 is a number."),
    negative=Text("như mọi số.", "like any other."),
    source=Text(
        "Eurostat, OECD: cơ sở dữ liệu điều chỉnh (revision analysis).",
        "Eurostat and OECD guidelines on revision analysis.",
    ),
)


@PAGE.example(
    "Bán lẻ Tây Ninh đầu năm 2026, tỷ đồng: ước rồi thực hiện",
    "Retail sales of Tây Ninh, early 2026, billion VND: estimate, then actual",
    facts("""
        month   | first     | later
        2026-01 | 18350.223 | 18424.003
        2026-02 | 18676.096 | 18583.131
    """),
    answers="""
        month   | 2026-02       | 2026-03
        2026-01 | 18350.223     | 18424.003
        2026-02 | not_published | 18676.096
    """,
    note=Text("Cột là tháng công bố (ngày 6).", "Columns are the months of release (the 6th)."),
)
def _(given):
    release = {month: datetime(2026, month, 6) for month in (2, 3, 4)}
    past = {
        Period.parse(month): [Vintage(release[place + 2], first), Vintage(release[place + 3], later)]
        for place, (month, (first, later)) in enumerate(given.first.rows().items())
    }
    triangle = revision_triangle(past, all_moments(past)[:2])
    return dict(zip(given.first.keys, triangle.cells, strict=True))
