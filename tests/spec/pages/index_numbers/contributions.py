"""Contributions on every base of comparison."""

from tests.spec.handbook.page import Page, Text
from tests.spec.handbook.sources import cited
from tests.spec.pages.index_numbers._volumes import PRICES, VOLUMES, index_of

from tongket.figures.methods.index_numbers.contributions import (
    contributions,
    month_on_month,
    year_on_year,
    year_to_date,
)
from tongket.figures.methods.index_numbers.links import Overlap

PAGE = Page(
    title=Text("Đóng góp vào mức tăng của chỉ số chuỗi", "Contributions to the growth of a chained index"),
    of=(contributions, year_on_year, month_on_month, year_to_date),
    what=Text(
        "Mỗi sản phẩm, mỗi ngành làm chỉ số tăng bao nhiêu điểm phần trăm: so cùng kỳ, so kỳ trước (kể cả quý 1 so quý 4), và lũy kế. Các đóng góp cộng lại đúng bằng mức tăng.",
        "How many points each product and industry adds: on the same period, on the period before (the first quarter on the fourth too), and cumulated. Contributions add to the growth exactly.",
    ),
    formula=Text(
        "trong năm:   C = 100 Ī(y−1) w (R(m) − R(s)) / I(s)\n"
        "so cùng kỳ:  C = 100 [Ī(y−1) w(y−1) (R(m,y) − 1) + Ī(y−2) w(y−2) (R̄(y−1) − R(m,y−1))] / I(m,y−1)\n"
        "lũy kế:      tổng các tử số của từng kỳ / tổng mức của cùng các kỳ năm trước",
        "within the year: C = 100 Ī(y−1) w (R(m) − R(s)) / I(s)\n"
        "year on year:    C = 100 [Ī(y−1) w(y−1) (R(m,y) − 1) + Ī(y−2) w(y−2) (R̄(y−1) − R(m,y−1))] / I(m,y−1)\n"
        "year to date:    the sum of the periods' numerators / the sum of the same periods' levels a year before",
    ),
    where=Text(
        "R: lượng so với bình quân năm trước; R̄: bình quân năm trên bình quân năm trước; w: tỷ trọng; Ī: bình quân năm của chuỗi.",
        "R: volume over the mean of the year before; R̄: yearly mean over the year before's; w: shares; Ī: yearly mean of the series.",
    ),
    when=Text(
        "Khi báo cáo nói ngành nào kéo chỉ số lên hay xuống.",
        "When a report says which industry drove the index.",
    ),
    missing=Text(
        "nút được bù từ nút cha giữ số điểm của chỗ bù; thiếu một kỳ ở một trong hai vế thì không có đóng góp nào.",
        "a filled node keeps the points of what it was filled with; a period missing on either side leaves none.",
    ),
    zero=Text("mức kỳ gốc bằng 0 thì không có đóng góp.", "a base level of 0 leaves no contributions."),
    negative=Text("đóng góp âm là bình thường.", "a negative contribution is a contribution."),
    source=cited(
        "Ribe (1999); Cẩm nang phương pháp HICP (Eurostat, 2024)",
        "Ribe (1999); HICP Methodological Manual (Eurostat, 2024)",
        "chương 8",
        "ch. 8",
    ),
)


@PAGE.example(
    "Ba cơ sở so sánh của quý 1/2020 và cả năm",
    "Three bases for the first quarter of 2020 and the whole year",
    VOLUMES,
    PRICES,
    answers="""
        answer           | a     | b      | whole
        same_period      | 6.288 | -3.431 | 2.857
        previous_period  | 2.535 | -6.535 | -4.000
        year_to_date     | 4.502 | 3.290  | 7.792
    """,
    note=Text(
        "Cả năm: giá trị theo giá 2019 là 231; a tăng 10,4 và b tăng 7,6: 4,502 và 3,290 điểm.",
        "Whole year: the value at prices of 2019 is 231; a adds 10.4 and b 7.6: 4.502 and 3.290 points.",
    ),
)
def _(given):
    index = index_of(given, Overlap.ANNUAL)
    year_to_four = year_to_date(index, 2, 4)
    rows = {
        "same_period": year_on_year(index, 2, 0),
        "previous_period": month_on_month(index, 2, 0),
        "year_to_date": year_to_four,
    }
    return {name: (row[1], row[2], row[0]) for name, row in rows.items()}
