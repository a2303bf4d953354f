"""E08: what a header says, and where a unit belongs."""

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.pages.editing._rules import HERE, quoted, received, verdict

from tongket.figures.methods.editing.tokens import Column, HeaderMeaning, UnitCell, column
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("E08. Nghĩa của cột theo chữ tiêu đề", "E08. A column means what its header says"),
    of=(column, HeaderMeaning, UnitCell),
    what=Text(
        "Cột được hiểu theo chữ của tiêu đề, không theo vị trí: tháng sau bảng có thể đổi cột. Ô đơn vị tính phải ghi đơn vị đã biết, không phải mã số.",
        "A column is read by the words of its header, not by its place: next month's sheet may have changed. A unit's cell holds a known unit, not a code.",
    ),
    formula=Text("tiêu đề → (so với gì, kỳ nào)", "header → (compared with what, which period)"),
    where=Text(
        "tiêu đề cho biết so với gì và kỳ nào.", "a header says compared with what, and which period."
    ),
    when=Text("Khi nhận bảng (mức 0).", "When a sheet is received (level 0)."),
    missing=Text(
        "tiêu đề không nói gì (chỉ “%”): chưa kết luận.",
        "a header that says nothing (a bare “%”) is undecided.",
    ),
    zero=Text("không áp dụng.", "does not apply."),
    negative=Text("không áp dụng.", "does not apply."),
    source=received(
        "cột “%” tháng 1 là so tháng trước, các tháng sau là so cùng kỳ",
        "January's “%” is on the month before, later ones on the same month",
    ),
)


@PAGE.example(
    "Cột phải là “so cùng kỳ, tháng 1/2026”",
    "The column should be “on the same month, January 2026”",
    beside("""
        case | header
        A    | “Tháng 01/2026 so cùng kỳ”
        B    | “Tháng 01/2026 so tháng trước”
        C    | “Tháng 12/2025 so cùng kỳ”
        D    | “%”
    """),
    answers="""
        case | meaning                | verdict
        A    | same_period_last_year  | holds
        B    | previous_period        | broken
        C    | same_period_last_year  | broken
        D    | none                   | undecided
    """,
)
def _(given):
    wanted = Column("same_period_last_year", Period.month(2026, 1))
    rows = {}
    for case, text in given.by("header").items():
        says = column(quoted(text))
        rows[case] = (
            "none" if says is None else says.meaning,
            verdict(HeaderMeaning(HERE, quoted(text), wanted)),
        )
    return rows


@PAGE.example(
    "Ô đơn vị tính",
    "The unit's cell",
    beside("""
        case | cell_text
        A    | “tỷ đồng”
        B    | “1104”
        C    | “”
    """),
    answers="""
        case | verdict
        A    | holds
        B    | broken
        C    | undecided
    """,
)
def _(given):
    return {
        case: verdict(UnitCell(HERE, quoted(text), frozenset({"tỷ đồng"})))
        for case, text in given.by("cell_text").items()
    }
