"""The value known at a moment."""

from datetime import datetime

from tests.spec.handbook.page import Page, Text, beside, facts

from tongket.figures.methods.revisions.vintages import Vintage, as_of, value_as_of
from tongket.figures.terms.figure import Cause

PAGE = Page(
    title=Text("Số liệu tại một thời điểm (as of)", "The value as of a moment"),
    of=(as_of, value_as_of),
    what=Text(
        "Số công bố cuối cùng tính đến thời điểm hỏi; các lần công bố sau không bao giờ làm đổi câu trả lời cho thời điểm trước.",
        "The last value published by the moment asked; later vintages never alter an earlier answer.",
    ),
    formula="y(t) = y(v*),   v* = max {v : v ≤ t}",
    where=Text("v: ngày công bố; t: thời điểm hỏi.", "v: moment of publication; t: moment asked."),
    when=Text(
        "In lại đúng một báo cáo cũ; kiểm định dự báo bằng số thật sự có lúc đó.",
        "To print an old paper again; to test forecasts on what was known then.",
    ),
    missing=Text("chưa công bố lần nào: chưa từng được công bố.", "nothing published yet: never published."),
    zero=Text("0 là một số.", "0 is a number."),
    negative=Text("như mọi số.", "like any other."),
    source=Text("Quy ước của hệ thống; từ vựng SDMX.", "A rule of this house; words of SDMX."),
)


def history(given):
    dates = given.by("published")
    return [
        Vintage(datetime.fromisoformat(dates[one]), Cause.NOT_ANSWERED if value is None else value)
        for one, value in given.by("value").items()
    ]


@PAGE.example(
    "Ba lần công bố, lần cuối rút lại",
    "Three vintages, the last withdrawn",
    facts("""
        vintage | value
        1       | 100
        2       | 104
        3       | …
    """),
    beside(
        """
        vintage | published
        1       | 2021-01-06
        2       | 2021-02-06
        3       | 2021-05-06
    """,
        caption=Text("Ngày công bố", "Day of publication"),
    ),
    answers="""
        answer     | value
        2021-01-01 | not_published
        2021-01-31 | 100
        2021-02-06 | 104
        2021-12-31 | not_answered
    """,
)
def _(given):
    days = ("2021-01-01", "2021-01-31", "2021-02-06", "2021-12-31")
    return {day: value_as_of(history(given), datetime.fromisoformat(day)) for day in days}
