"""Pace against the season."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.targets._plans import OUTPUT, RULE, book, months, plan

from tongket.figures.targets.pace import expected_share, pace_of

PAGE = Page(
    title=Text("Nhịp độ so mùa vụ", "Pace against the season"),
    of=(pace_of, expected_share),
    what=Text(
        "Lũy kế đạt bao nhiêu phần trăm kế hoạch, và đến tháng này các năm trước thường đạt bao nhiêu: 100 là đúng nhịp.",
        "How much of the plan is reached, and how much of a year is usually reached by now: 100 is on pace.",
    ),
    formula="A = 100 L(M)/T;   e = mean of 100 L(M)/Y;   pace = 100 A/e",
    where=Text(
        "L(M): lũy kế M tháng; T: kế hoạch; e: phần thường đạt của các năm trước.",
        "L(M): year to date of M months; T: plan; e: the share usually reached in past years.",
    ),
    when=Text(
        "Trong năm, với chỉ tiêu cộng được và chỉ số. Tỷ lệ và số thời điểm không có nhịp.",
        "Within the year, for flows and indices. Rates and stocks have no pace.",
    ),
    missing=Text(
        "thiếu một tháng thì không có lũy kế, tháng được nêu tên; dưới hai năm đủ tháng thì chưa nói được nhịp.",
        "a month missing leaves no year to date and is named; with fewer than two whole years the pace cannot be told.",
    ),
    zero=Text("kế hoạch bằng 0: không có.", "a plan of 0 leaves none."),
    negative=Text("kế hoạch âm: không có.", "a negative plan leaves none."),
    source=RULE,
)
HISTORY = """
        year | 01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 11 | 12
        2018 | 5  | 5  | 5  | 5  | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10
        2019 | 5  | 5  | 5  | 5  | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10
"""


@PAGE.example(
    "Sáu tháng được 48 trên kế hoạch 110; các năm trước sáu tháng chiếm 40 %",
    "Six months brought 48 of a plan of 110; in past years six months made 40 %",
    facts(HISTORY + "        2020 | 6 | 6 | 6 | 6 | 12 | 12 | … | … | … | … | … | …\n"),
    answers="""
        answer     | value
        attainment | 43.64
        expected   | 40.00
        pace       | 109.09
    """,
)
def _(given):
    told, target = book(*months(OUTPUT, given.first)), plan(OUTPUT, 2020, 110)
    found = pace_of(target, told)
    assert expected_share(OUTPUT, found.so_far, told) == found.expected_share
    return {"attainment": found.attainment, "expected": found.expected_share, "pace": found.pace_index}


@PAGE.example(
    "Thiếu tháng 3; và chỉ có một năm trước",
    "March is missing; and only one past year",
    facts("""
        year | 01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 11 | 12
        2019 | 5  | 5  | 5  | 5  | 10 | 10 | 10 | 10 | 10 | 10 | 10 | 10
        2020 | 6  | 6  | …  | 6  | …  | …  | …  | …  | …  | …  | …  | …
    """),
    answers="""
        answer     | value
        attainment | not_answered
        pace       | not_answered
        expected   | undefined
    """,
)
def _(given):
    told = book(*months(OUTPUT, given.first))
    found = pace_of(plan(OUTPUT, 2020, 110), told)
    return {
        "attainment": found.attainment,
        "pace": found.pace_index,
        "expected": expected_share(OUTPUT, found.so_far, told),
    }
