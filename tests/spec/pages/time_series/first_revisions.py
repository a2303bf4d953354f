"""Releases of months, and how far first ones were off."""

from tests.spec.handbook.page import Page, Text, facts

from tongket.figures.methods.time_series.vintages import Release, Triangle, first_revisions

PAGE = Page(
    title=Text("Số tháng như đã biết lúc đó", "Months as they were known"),
    of=(first_revisions,),
    what=Text(
        "Từ mọi lần công bố của mọi tháng: chuỗi như đã biết ở một thời điểm, và các điều chỉnh tương đối của lần công bố đầu.",
        "From all releases of all months: the series as known at a moment, and the relative revisions of first releases.",
    ),
    formula="ε = (L − P) / P",
    where=Text("P: lần đầu; L: lần mới nhất.", "P: first release; L: the latest."),
    when=Text(
        "Chỉ số của lần đầu mới được vào kiểm định dự báo; ε làm rộng khoảng của các tháng đã có.",
        "Only first releases enter a back-test; ε widens the range of the months in hand.",
    ),
    missing=Text("tháng chưa điều chỉnh không có ε.", "a month not revised has no ε."),
    zero=Text("lần đầu bằng 0 không có ε.", "a first release of 0 has none."),
    negative=Text("giữ dấu.", "the sign is kept."),
    source=Text(
        "Eurostat, OECD: phân tích điều chỉnh.", "Eurostat and OECD guidelines on revision analysis."
    ),
)


@PAGE.example(
    "Ba tháng, hai tháng đã điều chỉnh",
    "Three months, two of them revised",
    facts("""
        month   | first | later
        2026-01 | 100   | 104
        2026-02 | 200   | 199
        2026-03 | 50    | …
    """),
    answers="""
        answer  | value
        2026-01 | 0.0400
        2026-02 | -0.0050
    """,
)
def _(given):
    releases = {
        place: tuple(
            Release(place + lag, value) for lag, value in ((1, first), (2, later)) if value is not None
        )
        for place, (first, later) in enumerate(given.first.rows().values())
    }
    return dict(zip(("2026-01", "2026-02"), first_revisions(Triangle(releases)), strict=True))
