"""Totals that know whether everything is in."""

from tests.spec.handbook.page import Page, Text, facts

from tongket.figures.methods.totals import covered_total, total_of_parts

PAGE = Page(
    title=Text("Tổng số khi đủ báo cáo", "Totals"),
    of=(covered_total, total_of_parts),
    what=Text(
        "Tổng của các báo cáo phải nộp, hoặc của các tháng trong năm. Một phần không bao giờ thay cho toàn bộ.",
        "The sum of the returns that are due, or of the months of a year. A part never stands for the whole.",
    ),
    formula="Y = Σ y",
    where=Text("y: số liệu của từng báo cáo hoặc từng tháng.", "y: a return's number, or a month's."),
    when=Text(
        "Chỉ tiêu thời kỳ: doanh thu, sản lượng, kim ngạch. Chỉ tiêu thời điểm của cả năm là số của tháng cuối, không phải tổng.",
        "Flows: turnover, output, exports. The year of a stock is its last month, not a sum.",
    ),
    missing=Text(
        "còn thiếu báo cáo hoặc thiếu tháng thì chưa có tổng, kèm lý do.",
        "with returns or months missing there is no total, and the reason is given.",
    ),
    zero=Text(
        "đủ báo cáo mà không đơn vị nào có gì để ghi là số 0 thật.",
        "all returns in with nothing to report is a true 0.",
    ),
    negative=Text(
        "số âm (điều chỉnh giảm) được cộng.", "a negative number (a correction downwards) is added."
    ),
    source=Text(
        "Quy ước của hệ thống: tổng luôn đi kèm số báo cáo.",
        "A rule of this house: sums carry the count of answers.",
    ),
)


@PAGE.example(
    "Bốn tháng với 40 báo cáo phải nộp",
    "Four months with 40 returns due",
    facts("""
        month   | total  | due | received
        2020-01 | 1250.5 | 40  | 40
        2020-02 | 1100   | 40  | 37
        2020-03 | …      | 40  | 40
        2020-04 | …      | 0   | 0
    """),
    answers="""
        month   | value
        2020-01 | 1250.5
        2020-02 | not_answered
        2020-03 | 0
        2020-04 | not_due
    """,
)
def _(given):
    rows = given.first.rows().items()
    return {month: covered_total(total, int(due), int(received)) for month, (total, due, received) in rows}


@PAGE.example(
    "Quý là tổng ba tháng, khi đủ ba tháng",
    "A quarter is the sum of its months, when all three are there",
    facts("""
        area | 2020-01 | 2020-02 | 2020-03
        A    | 10      | 20      | 30
        B    | 10      | …       | 30
    """),
    answers="""
        area | value
        A    | 60
        B    | not_answered
    """,
)
def _(given):
    return {area: total_of_parts(row) for area, row in given.first.rows().items()}
