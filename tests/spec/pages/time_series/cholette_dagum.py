"""Cholette-Dagum benchmarking."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.pages.time_series._series import ADD, DAGUM, FULL, run

from tongket.figures.methods.time_series.benchmarking import ADDITIVE, PRO_RATA, cholette_dagum
from tongket.figures.methods.time_series.series import Alignment

PAGE = Page(
    title=Text("Hiệu chỉnh Cholette–Dagum", "Cholette–Dagum benchmarking"),
    of=(cholette_dagum,),
    what=Text(
        "Hiệu chỉnh theo số năm bằng hồi quy: mức chỉnh là một quá trình AR(1), tắt dần sau mốc cuối; kỳ hoặc mốc có thể được cho là chắc hơn hay mềm hơn.",
        "Benchmarking by regression: the adjustment is an AR(1) that dies away after the last benchmark; periods may be fixed and benchmarks soft.",
    ),
    formula="x = s* + V J′ (J V J′ + Vₐ)⁻¹ (a − J s*),   V = C Ω C,   Ω = ρ^|i−j|,   C = diag |s|^λ",
    where=Text(
        "ρ: 0,9 cho tháng, 0,729 cho quý; ρ → 1 là Denton; ρ = 0 và λ = ½ là chia theo tỷ lệ; s*: chỉ báo đã chỉnh lệch chung.",
        "ρ: 0.9 monthly, 0.729 quarterly; ρ → 1 is Denton; ρ = 0 with λ = ½ is pro rata; s*: the indicator after bias.",
    ),
    when=Text(
        "Khi năm chưa kết thúc cần ngoại suy, hoặc một số kỳ đã chắc chắn.",
        "Where the open year is extrapolated, or some periods are certain.",
    ),
    missing=FULL,
    zero=Text("như Denton.", "as Denton."),
    negative=ADD,
    source=DAGUM,
)


@PAGE.example(
    "Ba kỳ, một mốc trên hai kỳ đầu, ρ = ½ (quy tắc cộng)",
    "Three periods, one benchmark over the first two, ρ = ½ (additive)",
    facts(
        """
        answer | x₁ | x₂ | x₃
        series | 1  | 1  | 1
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    beside("""
        parameter | value
        total     | 5
        ρ         | 0.5
    """),
    answers="""
        answer   | x₁  | x₂  | x₃
        adjusted | 2.5 | 2.5 | 1.75
    """,
    note=Text(
        "V J′ = (3/2, 3/2, 3/4), J V J′ = 3; phần thiếu 3 chia 3/2, 3/2 và tắt dần 3/4.",
        "V J′ = (3/2, 3/2, 3/4), J V J′ = 3; the 3 that lack are spread 3/2, 3/2 and die away as 3/4.",
    ),
)
def _(given):
    found = cholette_dagum(
        run(given), [given.value("total")], Alignment(2), float(given.value("ρ")), ADDITIVE
    )
    return {"adjusted": found.values}


@PAGE.example(
    "ρ = 0, λ = ½: chia theo tỷ lệ",
    "ρ = 0, λ = ½: pro rata",
    facts(
        """
        answer | Q1 | Q2 | Q3 | Q4
        series | 10 | 20 | 30 | 40
    """,
        caption=Text("Chỉ báo", "Indicator"),
    ),
    beside("""
        parameter | value
        total     | 150
    """),
    answers="""
        answer   | Q1 | Q2 | Q3 | Q4
        adjusted | 15 | 30 | 45 | 60
    """,
)
def _(given):
    return {
        "adjusted": cholette_dagum(run(given), [given.value("total")], Alignment(4), 0.0, PRO_RATA).values
    }
