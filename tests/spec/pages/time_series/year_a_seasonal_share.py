"""Method A: the seasonal share."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.time_series._series import known
from tests.spec.pages.time_series._years import GAP, HOUSE, YEARS

from tongket.figures.methods.time_series.year_ladder import (
    PastYear,
    additive_rest,
    by_share,
    seasonal_share,
    tet_matched,
)

PAGE = Page(
    title=Text("Ước cả năm A: tỷ trọng mùa vụ", "Year estimate A: the seasonal share"),
    of=(seasonal_share, by_share, additive_rest, tet_matched),
    what=Text(
        "Các tháng đã qua thường chiếm bao nhiêu phần của năm: lũy kế chia cho phần đó.",
        "Which part of the year the months gone usually make: the year to date over that part.",
    ),
    formula="Y = L(M) / s,   s = mean of L(M)/Y over past years",
    where=Text(
        "L(M): lũy kế M tháng; khoảng: theo tỷ trọng của từng năm riêng.",
        "L(M): year to date of M months; the range is that of each past year's own share.",
    ),
    when=Text(
        "Cách mặc định khi có ít nhất hai năm đủ tháng. Một, hai tháng đầu năm chỉ so với các năm có Tết cùng tháng.",
        "The default with two whole years at least. The first one or two months are set against years with Tết in the same month only.",
    ),
    missing=GAP,
    zero=Text(
        "tỷ trọng 0: không xác định; năm trước bằng 0: kỳ gốc bằng không.",
        "a share of 0 is undefined; a past year of 0 has a zero base.",
    ),
    negative=Text(
        "chỉ tiêu có thể âm: cộng phần còn lại bình quân của các năm trước thay cho chia.",
        "for series that may be negative the mean rest of past years is added instead.",
    ),
    source=HOUSE,
)


@PAGE.example(
    "Mười tháng được 85; hai năm trước mười tháng chiếm 80 % và 90 %",
    "Ten months brought 85; in two past years ten months made 80 % and 90 %",
    facts("""
        year | in_hand | whole_year
        2018 | 80      | 100
        2019 | 90      | 100
    """),
    answers="""
        answer   | value
        estimate | 100.00
        low      | 94.44
        high     | 106.25
    """,
)
def _(given):
    found = seasonal_share(Decimal(85), [PastYear(*row) for row in given.first.rows().values()])
    return {"estimate": found.value, "low": found.low, "high": found.high}


@PAGE.example(
    "Từ chuỗi tháng: sáu tháng của năm có mùa cuối năm",
    "From months: six months of a year with a season at its end",
    YEARS,
    answers="""
        answer   | value
        estimate | 160.00
        additive | 90.00
        tet_years | 2018, 2019, 2021
    """,
    note=Text(
        "48 / 0,3 = 160; cộng: 48 + (28 + 56)/2. Dòng cuối: các năm 2018–2021 có Tết cùng tháng với 2024 (tháng 2).",
        "48 / 0.3 = 160; additive: 48 + (28 + 56)/2. Last row: the years 2018–2021 with Tết in the same month as 2024 (February).",
    ),
)
def _(given):
    series = known(given)
    rests = [series.sum(year, 7, 12) for year in (2018, 2019)]
    matched = tet_matched((2018, 2019, 2020, 2021), 2024, 1)
    return {
        "estimate": by_share(series, 2020).value,
        "additive": additive_rest(series.sum(2020, 1, 6), rests),
        "tet_years": matched,
    }
