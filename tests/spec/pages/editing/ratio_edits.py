"""Ratio edits and unit errors."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.editing._rules import SAID

from tongket.figures.methods.editing.outliers import ratio_edit, unit_error

PAGE = Page(
    title=Text("Kiểm tra tỷ số và nhầm đơn vị tính", "Ratio edits and unit errors"),
    of=(ratio_edit, unit_error),
    what=Text(
        "Tỷ số so kỳ trước phải nằm trong khoảng cho phép; giá trị gần gấp 1000 lần hoặc bằng 1/1000 mức quen thuộc của chính đơn vị là dấu hiệu nhầm đơn vị tính.",
        "The ratio to the period before lies within limits; a value near 1000 times or 1/1000 of a unit's own usual size looks sent in another unit.",
    ),
    formula="low ≤ y(t)/y(t−1) ≤ high;   |y/ȳ − 10^±3| ≤ 0.3 · 10^±3",
    where=Text(
        "ȳ: mức quen thuộc của đơn vị; các giới hạn là tham số.",
        "ȳ: the unit's usual size; limits are parameters.",
    ),
    when=Text("Ngay khi nhận báo cáo, để hỏi lại người gửi.", "When a return comes in, to ask its sender."),
    missing=Text("thiếu kỳ trước: chưa kết luận.", "no period before: undecided."),
    zero=Text("kỳ trước bằng 0: chưa kết luận.", "0 before: undecided."),
    negative=Text("kỳ trước âm: chưa kết luận.", "a negative one before: undecided."),
    source=cited(
        "de Waal, Pannekoek, Scholtus, Handbook of Statistical Data Editing and Imputation (2011)",
        "de Waal, Pannekoek, Scholtus, Handbook of Statistical Data Editing and Imputation (2011)",
        "chương 2",
        "ch. 2",
    ),
)


@PAGE.example(
    "Bốn báo cáo, giới hạn 0,5 đến 2",
    "Four returns, limits 0.5 and 2",
    facts("""
        unit | before | now
        A    | 1180   | 1500
        B    | 1180   | 1200000
        C    | 1180   | 1.2
        D    | 0      | 5
    """),
    beside("""
        parameter | value
        low       | 0.5
        high      | 2
    """),
    answers="""
        unit | ratio_edit | unit_error
        A    | holds      | no
        B    | broken     | yes
        C    | broken     | yes
        D    | undecided  | …
    """,
)
def _(given):
    low, high = given.value("low"), given.value("high")
    return {
        unit: (SAID[ratio_edit(now, before, low, high)], unit_error(now, before))
        for unit, (before, now) in given.first.rows().items()
    }
