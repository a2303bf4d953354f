"""E07: a block of months copied from another year."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.editing._rules import HERE, received, verdict

from tongket.figures.methods.editing.patterns import DuplicateBlock

PAGE = Page(
    title=Text("E07. Đoạn chép lại của năm khác", "E07. A block copied from another year"),
    of=(DuplicateBlock,),
    what=Text(
        "Ba tháng liền trở lên giống hệt cùng tháng của năm khác là dấu hiệu chép lại.",
        "Three or more months in a row the same as in another year look copied.",
    ),
    formula="x(m, y) = x(m, y′)   (m, m+1, m+2, …)",
    where=Text("số tháng tối thiểu là tham số, mặc định 3.", "how many months is a parameter, 3 by default."),
    when=Text("Số liệu tháng của hai năm (mức 3).", "Months of two years (level 3)."),
    missing=Text(
        "chỗ trống kết thúc đoạn; không có ba tháng liền để so thì chưa kết luận.",
        "a blank ends a block; without three months in a row to compare, undecided.",
    ),
    zero=Text("các số 0 không phải bằng chứng chép lại.", "zeros are no evidence of copying."),
    negative=Text("như mọi số.", "like any other."),
    source=received(
        "tháng 8–10 của 2022 và 2023 giống hệt", "August to October of 2022 and 2023 are the same"
    ),
)


@PAGE.example(
    "Tháng 2 đến tháng 4 giống hệt",
    "February to April are the same",
    facts("""
        month | 2022 | 2023
        1     | 5    | 6
        2     | 7    | 7
        3     | 8    | 8
        4     | 9    | 9
    """),
    answers="""
        answer  | value
        verdict | broken
    """,
)
def _(given):
    return {"verdict": verdict(DuplicateBlock(HERE, given["2023"], given["2022"]))}


@PAGE.example(
    "Các tháng không phát sinh",
    "Months of nothing",
    facts("""
        month | 2022 | 2023
        1     | 0    | 0
        2     | 0    | 0
        3     | 0    | 0
    """),
    answers="""
        answer  | value
        verdict | holds
    """,
)
def _(given):
    return {"verdict": verdict(DuplicateBlock(HERE, given["2023"], given["2022"]))}
