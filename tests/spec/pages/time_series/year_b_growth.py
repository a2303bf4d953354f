"""Method B: growth carried on."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text
from tests.spec.pages.time_series._series import known
from tests.spec.pages.time_series._years import GAP, HOUSE, YEARS

from tongket.figures.methods.time_series.year_ladder import by_growth, growth_carry

PAGE = Page(
    title=Text("Ước cả năm B: mang tốc độ tăng đi tiếp", "Year estimate B: growth carried on"),
    of=(growth_carry, by_growth),
    what=Text(
        "Các tháng còn lại bằng các tháng đó năm trước nhân mức tăng đã có, có giảm bớt.",
        "The rest of the year is last year's rest times the growth so far, damped.",
    ),
    formula="Y = L(M) + g^φ Σ y(k, y−1),   g = L(M) / L′(M)",
    where=Text(
        "L′: lũy kế cùng kỳ; φ: 1 mang nguyên, 0 bỏ; mặc định 0,8.",
        "L′: the same months last year; φ: 1 carries all, 0 none; 0.8 by default.",
    ),
    when=Text("Khi chỉ có một năm trước.", "When there is one past year only."),
    missing=GAP,
    zero=Text(
        "cùng kỳ bằng 0: kỳ gốc bằng không; lũy kế bằng 0 là giảm 100 %.",
        "nothing in the same months: a zero base; nothing so far is −100 %.",
    ),
    negative=Text("không xác định.", "undefined."),
    source=HOUSE,
)


@PAGE.example(
    "Sáu tháng gấp đôi cùng kỳ",
    "Six months double the same months",
    YEARS,
    answers="""
        answer | value
        full   | 160.00
        damped | 145.50
    """,
    note=Text("48 + 2 × 56 và 48 + 2^0,8 × 56.", "48 + 2 × 56 and 48 + 2^0.8 × 56."),
)
def _(given):
    series = known(given)
    rest = series.of(2019, 7, 12)
    full = growth_carry(series.sum(2020, 1, 6), series.sum(2019, 1, 6), rest, Decimal(1))
    return {"full": full, "damped": by_growth(series, 2020).value}
