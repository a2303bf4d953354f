"""The day of Tết."""

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.handbook.sources import cited

from tongket.figures.methods.time_series.lunar import (
    BEIJING,
    new_moon,
    sun_longitude,
    tet,
    tet_apart,
    tet_dates,
)

PAGE = Page(
    title=Text("Ngày Tết Nguyên đán", "The day of Tết"),
    of=(tet, tet_dates, tet_apart, new_moon, sun_longitude),
    what=Text(
        "Mồng một Tết tính từ trăng và mặt trời theo giờ Việt Nam (UTC+7), không phải lịch Trung Quốc.",
        "The first day of Tết from moon and sun by Vietnamese time (UTC+7), not the Chinese calendar.",
    ),
    formula=Text(
        "sóc → tháng âm; tháng 11 chứa đông chí",
        "new moon → month; the eleventh month holds the winter solstice",
    ),
    where=Text(
        "sóc: ngày trăng mới; tháng không có trung khí là tháng nhuận.",
        "a month begins at new moon; the eleventh holds the winter solstice; a month without a principal term is a leap month.",
    ),
    when=Text(
        "Mọi so sánh tháng 1, tháng 2 và mọi mô hình tháng.",
        "Every comparison of January and February, every monthly model.",
    ),
    missing=Text("không áp dụng; năm 1900–2100.", "does not apply; years 1900 to 2100."),
    zero=Text("không áp dụng.", "does not apply."),
    negative=Text("không áp dụng.", "does not apply."),
    source=cited(
        "Meeus, Astronomical Algorithms",
        "Meeus, Astronomical Algorithms",
        "chương 25 và 49; quy tắc lịch Việt Nam",
        "ch. 25 and 49; rules of the Vietnamese calendar",
    ),
)


@PAGE.example(
    "Tết theo giờ Hà Nội và giờ Bắc Kinh",
    "Tết by the time of Hanoi and of Beijing",
    beside(
        """
        year | zone
        1985 | 7
        2007 | 7
        2020 | 7
        2021 | 7
        2030 | 7
    """,
        caption=Text("Năm và múi giờ", "Year and zone"),
    ),
    answers="""
        year | hanoi      | beijing
        1985 | 1985-01-21 | 1985-02-20
        2007 | 2007-02-17 | 2007-02-18
        2020 | 2020-01-25 | 2020-01-25
        2021 | 2021-02-12 | 2021-02-12
        2030 | 2030-02-02 | 2030-02-03
    """,
)
def _(given):
    apart = tet_apart(1985, 2030)
    assert set(apart) == {1985, 2007, 2030}
    years = [int(year) for year in given.first.keys]
    return {str(year): (tet_dates(year, year)[year], tet(year, BEIJING)) for year in years}
