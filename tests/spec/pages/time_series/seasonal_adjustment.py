"""Seasonal adjustment with Tết."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.time_series._series import run
from tests.unit.methods.passengers import AIR

from tongket.desks.ledger.x13 import X13Program
from tongket.figures.methods.time_series.seasonal_adjustment import (
    FALLBACK,
    CalendarEffects,
    seasonally_adjust,
)
from tongket.figures.methods.time_series.stl import stl_parts
from tongket.figures.methods.time_series.x13_verdict import refusals
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Điều chỉnh mùa vụ có Tết", "Seasonal adjustment with Tết"),
    of=(seasonally_adjust, stl_parts, refusals),
    what=Text(
        "Bỏ mùa vụ và ảnh hưởng Tết khỏi chuỗi tháng bằng X-13ARIMA-SEATS; kết quả chỉ được dùng khi qua các tiêu chuẩn chất lượng của chính chương trình.",
        "Takes season and Tết out of a monthly series by X-13ARIMA-SEATS; the result is used only when it passes the program's own diagnostics.",
    ),
    formula="y = T · S · C · I;   adjusted = y / (S · C)",
    where=Text(
        "T: xu thế; S: mùa vụ; C: lịch (Tết, ngày làm việc); I: bất thường. Có số 0 hoặc âm: dạng cộng.",
        "T: trend; S: season; C: calendar (Tết, working days); I: irregular. With zero or negative values: additive.",
    ),
    when=Text(
        "Từ 5 năm trở lên. Ngắn hơn: chỉ nêu cộng hai tháng đầu năm và so cùng tháng.",
        "With five years or more. Shorter: show only January and February together, and growth on the same month.",
    ),
    missing=Text(
        "chỗ trống ở giữa được mô hình bắc qua và vẫn là chỗ trống; trống ở đầu hoặc cuối bị từ chối.",
        "gaps inside are bridged by the model and stay gaps; a series that begins or ends with one is refused.",
    ),
    zero=Text("dạng cộng.", "additive."),
    negative=Text("dạng cộng.", "additive."),
    source=cited(
        "U.S. Census Bureau, X-13ARIMA-SEATS Reference Manual; Box, Jenkins (1976)",
        "U.S. Census Bureau, X-13ARIMA-SEATS Reference Manual; Box, Jenkins (1976)",
        "chuỗi G",
        "series G",
    ),
)
WORDS_OF_AIR = AIR.split()
TABLE = "year | " + " | ".join(f"{m:02d}" for m in range(1, 13)) + "\n" + "\n".join(
    f"{1949 + year} | " + " | ".join(WORDS_OF_AIR[12 * year : 12 * year + 12]) for year in range(12)
)  # fmt: skip


@PAGE.example(
    "Hành khách hàng không 1949–1960 (Box–Jenkins), nghìn người: tháng 12/1960 ghi 432",
    "Airline passengers 1949–1960 (Box–Jenkins), thousands: December 1960 reads 432",
    facts(TABLE),
    answers="""
        answer         | value
        adjusted       | 488.93
        multiplicative | yes
        four_years     | undefined
    """,
    note=Text(
        "Dòng cuối: bốn năm đầu, quá ngắn nên bị từ chối.",
        "Last row: the first four years, too short, are refused.",
    ),
)
def _(given):
    first, plain = Period.month(1949, 1), CalendarEffects(windows=())
    found = seasonally_adjust(run(given), first, X13Program(), calendar=plain)
    short = seasonally_adjust(run(given)[:48], first, X13Program(), calendar=plain)
    return {"adjusted": found.adjusted[-1], "multiplicative": found.multiplicative, "four_years": short}


@PAGE.example(
    "Không có chương trình X-13: STL thay thế và nói rõ",
    "Without the X-13 program STL stands in and says so",
    facts(TABLE),
    answers="""
        answer         | value
        fallback       | yes
        diagnostics    | …
        adds_up        | yes
    """,
)
def _(given):
    found = seasonally_adjust(run(given), Period.month(1949, 1), None, calendar=CalendarEffects(windows=()))
    triples = zip(run(given), found.adjusted, found.factors, strict=True)
    return {
        "fallback": found.method == FALLBACK, "diagnostics": found.diagnostics,
        "adds_up": all(abs(float(y) - a * f) < 1e-9 * float(y) for y, a, f in triples),
    }  # fmt: skip
