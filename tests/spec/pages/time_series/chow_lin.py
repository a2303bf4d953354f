"""Chow–Lin disaggregation."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.time_series._series import run

from tongket.figures.methods.time_series.disaggregation import chow_lin
from tongket.figures.methods.time_series.series import Alignment

PAGE = Page(
    title=Text("Phân rã Chow–Lin", "Chow–Lin disaggregation"),
    of=(chow_lin,),
    what=Text(
        "Số năm được trải ra quý (tháng) theo các chỉ báo, sai số là AR(1).",
        "Yearly figures spread over quarters (months) by related indicators, with AR(1) errors.",
    ),
    formula="y = X β + u,   u(t) = ρ u(t−1) + e;   β = (X′C′W⁻¹CX)⁻¹ X′C′W⁻¹Y,   y = Xβ + VC′W⁻¹(Y − CXβ),   W = CVC′",
    where=Text(
        "Y: số năm; X: chỉ báo theo quý; C: cộng quý thành năm; β: hệ số; u: sai số; D: sai phân.",
        "Y: years; X: quarterly indicators; C: sums quarters to years; β: coefficients; u: errors; D: differences.",
    ),
    when=Text(
        "Khi chỉ báo và số năm cùng xu thế lâu dài. ρ âm bị chặn ở 0 vì làm các tháng răng cưa.",
        "When indicator and figure move together in the long run. A negative ρ is cut at 0, for it makes months zigzag.",
    ),
    missing=Text(
        "chỉ báo phải đủ; số năm thiếu thì bỏ dòng đó; số năm phải nhiều hơn số chỉ báo.",
        "indicators are full; a missing year drops its row; there must be more years than indicators.",
    ),
    zero=Text("0 là một số.", "0 is a number."),
    negative=Text("được phép; kết quả có thể âm.", "allowed; results may be negative."),
    source=cited(
        "Chow, Lin, Review of Economics and Statistics 53 (1971)",
        "Chow, Lin, Review of Economics and Statistics 53 (1971)",
        "tr. 372–375",
        "pp. 372–375",
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
        2019 | 1.0000 | 1.0000
        2020 | 2.0000 | 2.0000
    """,
    note=Text(
        "Với ρ = 0: β = 1,5, phần thiếu −1 và 1 chia đều.",
        "With ρ = 0: β = 1.5, the residuals −1 and 1 spread evenly.",
    ),
)
def _(given):
    found = chow_lin(given["total"], [run(given)], Alignment(2), rho=0.0, constant=False)
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
    values = chow_lin(given["total"], [run(given)], Alignment(4), rho=0.5).values
    padded = [*values, None, None, None]
    return {str(2017 + y): padded[4 * y : 4 * y + 4] for y in range(4)}
