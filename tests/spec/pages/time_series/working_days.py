"""Working days and the trading-day regressor."""

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.handbook.sources import cited

from tongket.figures.methods.time_series.trading_days import trading_day_regressor, working_days
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Ngày làm việc và biến ngày làm việc", "Working days and the trading-day regressor"),
    of=(working_days, trading_day_regressor),
    what=Text(
        "Số ngày làm việc của từng tháng theo lịch Việt Nam: Tết, Giỗ Tổ Hùng Vương, 30/4, 1/5, 2/9, ngày hoán đổi; và biến hồi quy trung tâm hóa từ đó.",
        "Days worked in each month of the Vietnamese calendar: Tết, the Hùng Kings, 30 April, 1 May, 2 September, swapped days; and the centred regressor made of it.",
    ),
    formula="x = w − (k/r) n − mean",
    where=Text(
        "w, n: ngày làm và ngày nghỉ của tháng; k, r: ngày làm và ngày nghỉ trong tuần.",
        "w, n: days worked and not in the month; k, r: working and rest days of a week.",
    ),
    when=Text("Chuỗi sản xuất, doanh thu theo tháng.", "Monthly output and turnover."),
    missing=Text(
        "năm trước 1995 không có; ngày hoán đổi của năm tới chưa công bố.",
        "none before 1995; swaps of a coming year are not announced yet.",
    ),
    zero=Text("không áp dụng.", "does not apply."),
    negative=Text("biến có thể âm.", "the regressor may be negative."),
    source=cited(
        "Bộ luật Lao động 2019, Điều 112; X-13ARIMA-SEATS",
        "Labour Code 2019, art. 112; X-13ARIMA-SEATS",
        "biến td1coef",
        "td1coef",
    ),
)


@PAGE.example(
    "Năm 2025, đếm tay trên lịch",
    "2025, counted by hand on a calendar",
    beside("""
        parameter | value
        year      | 2025
    """),
    answers="""
        answer | 01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 11 | 12
        days   | 17 | 20 | 21 | 21 | 20 | 21 | 23 | 21 | 20 | 23 | 20 | 23
    """,
    note=Text(
        "Tháng 1: 23 ngày thường trừ 1/1 và 27–31/1. Tháng 4: 22 trừ 7/4, 30/4, cộng thứ bảy 26/4 làm bù cho 2/5.",
        "January: 23 weekdays less the 1st and 27th to 31st. April: 22 less the 7th and 30th, and Saturday the 26th worked for 2 May.",
    ),
)
def _(given):
    year = Period.year(int(given.value("year")))
    assert len(trading_day_regressor(year)) == 12
    return {"days": working_days(year)}
