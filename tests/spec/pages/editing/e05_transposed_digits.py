"""E05: digits in another order."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.editing._rules import HERE, NEGATIVE, UNDECIDED, received, verdict

from tongket.figures.methods.editing.patterns import DigitTransposition, transposed

PAGE = Page(
    title=Text("E05. Đảo chữ số", "E05. Digits swapped"),
    of=(transposed, DigitTransposition),
    what=Text(
        "Hai nguồn ghi cùng một số với các chữ số đảo chỗ: dấu hiệu gõ nhầm.",
        "Two sources give one number with its digits in another order: a slip of typing.",
    ),
    formula="x ≠ y,   {x} = {y}   ⇒   9 | (x − y)",
    where=Text(
        "{x}: tập các chữ số của số; hiệu của hai số như vậy chia hết cho 9.",
        "{x}: the digits of the number; the difference of two such numbers is a multiple of 9.",
    ),
    when=Text(
        "So số của sở với số của cơ quan thống kê (mức 4). Mọi chênh lệch khác không thuộc quy tắc này.",
        "Office against statistics office (level 4). Any other difference is no business of this rule.",
    ),
    missing=UNDECIDED,
    zero=Text("0 là một số.", "0 is a number."),
    negative=NEGATIVE,
    source=received("tháng 2/2025: 15718,084 và 15781,084", "February 2025: 15718.084 and 15781.084"),
)


@PAGE.example(
    "Số thật, và một chênh lệch thường",
    "The real pair, and an ordinary difference",
    facts("""
        case | here      | there
        A    | 15718.084 | 15781.084
        B    | 15718.084 | 15719.084
        C    | …         | 15719.084
    """),
    answers="""
        case | verdict
        A    | broken
        B    | holds
        C    | undecided
    """,
)
def _(given):
    assert transposed(*given.row("A"))
    return {case: verdict(DigitTransposition(HERE, *row)) for case, row in given.first.rows().items()}
