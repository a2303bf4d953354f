"""Fernández disaggregation."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.time_series._series import run

from tongket.figures.methods.time_series.disaggregation import fernandez
from tongket.figures.methods.time_series.series import Alignment

PAGE = Page(
    title=Text("Phân rã Fernández", "Fernández disaggregation"),
    of=(fernandez,),
    what=Text(
        "Như Chow–Lin, sai số là bước ngẫu nhiên.",
        "As Chow–Lin, with a random walk as error.",
    ),
    formula="y = X β + u,   u(t) = u(t−1) + e,   V = (D′D)⁻¹",
    where=Text(
        "Y: số năm; X: chỉ báo theo quý; C: cộng quý thành năm; β: hệ số; u: sai số; D: sai phân.",
        "Y: years; X: quarterly indicators; C: sums quarters to years; β: coefficients; u: errors; D: differences.",
    ),
    when=Text(
        "Khi chỉ báo và số năm không giữ khoảng cách cố định. Chỉ với hằng số thì trùng Denton cộng.",
        "When indicator and figure do not keep a fixed distance. With a constant alone it is additive Denton.",
    ),
    missing=Text(
        "chỉ báo phải đủ; số năm thiếu thì bỏ dòng đó; số năm phải nhiều hơn số chỉ báo.",
        "indicators are full; a missing year drops its row; there must be more years than indicators.",
    ),
    zero=Text("0 là một số.", "0 is a number."),
    negative=Text("được phép; kết quả có thể âm.", "allowed; results may be negative."),
    source=cited(
        "Fernández, Review of Economics and Statistics 63 (1981)",
        "Fernández, Review of Economics and Statistics 63 (1981)",
        "tr. 471–476",
        "pp. 471–476",
    ),
)


@PAGE.example(
    "Hai năm, mỗi năm hai kỳ; chỉ báo bằng 1, số năm 2 và 4",
    "Two years of two periods; the indicator is 1, the years 2 and 4",
    facts(
        """
        year | x₁ | x₂
        2019 | 1  | 1
        2020 | 1  | 1
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    beside(
        """
        year | total
        2019 | 2
        2020 | 4
    """,
        caption=Text("Số năm", "Yearly figures"),
    ),
    answers="""
        year | x₁     | x₂
        2019 | 0.8333 | 1.1667
        2020 | 1.8333 | 2.1667
    """,
    note=Text(
        "W = (5 6; 6 13), β = 5/6; trùng với Denton của cùng số liệu.",
        "W = (5 6; 6 13), β = 5/6; the same as Denton on these data.",
    ),
)
def _(given):
    found = fernandez(given["total"], [run(given)], Alignment(2), constant=False)
    return {"2019": found.values[:2], "2020": found.values[2:]}


@PAGE.example(
    "Quan hệ chính xác y = 2 + 3x: tìm lại đúng các quý, kể cả quý sau năm cuối",
    "An exact relation y = 2 + 3x: the quarters are found again, and the one after the last year",
    facts(
        """
        year | Q1 | Q2 | Q3 | Q4
        2017 | 1  | 2  | 3  | 4
        2018 | 2  | 3  | 4  | 6
        2019 | 3  | 5  | 6  | 7
        2020 | 8  | …  | …  | …
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    beside(
        """
        year | total
        2017 | 38
        2018 | 53
        2019 | 71
    """,
        caption=Text("Số năm", "Yearly figures"),
    ),
    answers="""
        year | Q1 | Q2 | Q3 | Q4
        2017 | 5  | 8  | 11 | 14
        2018 | 8  | 11 | 14 | 20
        2019 | 11 | 17 | 20 | 23
        2020 | 26 | …  | …  | …
    """,
)
def _(given):
    values = fernandez(given["total"], [run(given)], Alignment(4)).values
    padded = [*values, None, None, None]
    return {str(2017 + y): padded[4 * y : 4 * y + 4] for y in range(4)}
