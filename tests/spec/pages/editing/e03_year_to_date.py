"""E03: the year to date through estimates and actuals."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.editing._rules import HERE, NEGATIVE, UNDECIDED, received, verdicts

from tongket.figures.methods.editing.identities import YearToDate

PAGE = Page(
    title=Text("E03. Lũy kế qua ước tính và thực hiện", "E03. The year to date"),
    of=(YearToDate,),
    what=Text(
        "Lũy kế tháng này bằng lũy kế tháng trước, thay số ước tháng trước bằng số thực hiện, cộng số ước tháng này.",
        "This month's year to date is last month's, its estimate made actual, plus this month's estimate.",
    ),
    formula="L(m) = L(m−1) − U(m−1) + T(m−1) + U(m)",
    where=Text("L: lũy kế; U: ước; T: thực hiện.", "L: year to date; U: estimate; T: actual."),
    when=Text(
        "Bảng bán lẻ, xuất khẩu hằng tháng (mức 2). Một chỗ lệch được báo ở tháng xảy ra và không lặp lại.",
        "Monthly sheets of retail and exports (level 2). A break is told in the month it happens, and not again.",
    ),
    missing=UNDECIDED,
    zero=Text("0 là một số.", "0 is a number."),
    negative=NEGATIVE,
    source=received(
        "bán lẻ 2026: lệch −200 tháng 5, +200 tháng 6, −30 000 tháng 7",
        "retail 2026: −200 in May, +200 in June, −30 000 in July",
    ),
)


@PAGE.example(
    "Bán lẻ Tây Ninh 2026, triệu đồng",
    "Retail sales of Tây Ninh 2026, million VND",
    facts("""
        month | estimate    | actual      | cumulated
        1     | 18350223.456 | 18424003.21 | 18350223.456
        2     | 18676095.52 | 18583130.53 | 37100098.73
        3     | 18546476.93 | 18635236.68 | 55553610.67
        4     | 19169337.09 | 19222077.22 | 74811707.51
        5     | 19372614.01 | 19363946.34 | 94236861.65
        6     | 19510119.37 | 19576796.36 | 113738513.35
        7     | 19978654.56 | 20012454.18 | 133753844.90
        8     | 20150332.81 | …           | 153937977.33
    """),
    answers="""
        month | verdict | gap
        1     | holds   | 0.00
        2     | holds   | 0.00
        3     | holds   | 0.00
        4     | holds   | 0.00
        5     | broken  | -200.00
        6     | broken  | 200.00
        7     | broken  | -30000.00
        8     | holds   | 0.00
    """,
)
def _(given):
    rule = YearToDate(HERE, given["estimate"], given["actual"], given["cumulated"])
    gaps = [judgement.imbalance for judgement in rule.judge()]
    return dict(zip(given.first.keys, zip(verdicts(rule), gaps, strict=True), strict=True))
