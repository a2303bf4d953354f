"""E06: a flow's year to date does not fall."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.editing._rules import HERE, UNDECIDED, received, verdicts

from tongket.figures.methods.editing.patterns import NotDecreasing

PAGE = Page(
    title=Text("E06. Lũy kế không giảm", "E06. The year to date does not fall"),
    of=(NotDecreasing,),
    what=Text(
        "Lũy kế của một chỉ tiêu thời kỳ không được giảm trong năm.",
        "A flow's year to date does not fall within the year.",
    ),
    formula="L(m) ≥ L(m′),   m′ = max {k < m : L(k) ≠ ∅}",
    where=Text("m′: tháng gần nhất trước đó có số.", "m′: the last month before with a number."),
    when=Text(
        "Bảng tháng (mức 2). Chỉ cảnh báo: điều chỉnh giảm lớn có thể lấn át một tháng nhỏ.",
        "Monthly sheets (level 2). A warning only: a large downward correction may outweigh a small month.",
    ),
    missing=UNDECIDED,
    zero=Text("0 là một số.", "0 is a number."),
    negative=Text("chỉ tiêu có thể âm không dùng quy tắc này.", "not for flows that may be negative."),
    source=received("2022: tháng 7 63817, tháng 8 44801", "2022: 63817 in July, 44801 in August"),
)


@PAGE.example(
    "Chỗ trống không che được mức giảm",
    "A gap hides no fall",
    facts("""
        month | cumulated
        6     | 55000
        7     | 63817
        8     | …
        9     | 44801
    """),
    answers="""
        month | verdict
        6     | undecided
        7     | holds
        8     | undecided
        9     | broken
    """,
)
def _(given):
    return dict(zip(given.first.keys, verdicts(NotDecreasing(HERE, given["cumulated"])), strict=True))
