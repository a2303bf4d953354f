"""Method C: the run rate."""

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.time_series._series import known
from tests.spec.pages.time_series._years import GAP, HOUSE, YEARS

from tongket.figures.methods.time_series.year_ladder import by_run_rate, run_rate

PAGE = Page(
    title=Text("Ước cả năm C: nhịp bình quân", "Year estimate C: the run rate"),
    of=(run_rate, by_run_rate),
    what=Text(
        "Lũy kế nhân 12/M. Chỉ để đối chiếu: sai theo mùa vụ.",
        "The year to date times 12/M. A baseline only: wrong by the season.",
    ),
    formula="Y = 12/M · L(M)",
    where=Text("L(M): lũy kế M tháng.", "L(M): year to date of M months."),
    when=Text(
        "Khi không có năm nào trước đó, và để thấy mùa vụ quan trọng đến đâu.",
        "When there is no past year, and to see what the season is worth.",
    ),
    missing=GAP,
    zero=Text("0 là một số.", "0 is a number."),
    negative=Text("được phép.", "allowed."),
    source=HOUSE,
)


@PAGE.example(
    "Cùng số liệu: 96 thay vì 160",
    "The same data: 96 instead of 160",
    YEARS,
    answers="""
        answer   | value
        estimate | 96
        direct   | 96
    """,
)
def _(given):
    series = known(given)
    return {"estimate": by_run_rate(series, 2020).value, "direct": run_rate(series.sum(2020, 1, 6), 6)}
