"""The chance of reaching a target."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.time_series.chance import (
    Direction,
    Growths,
    analytic_chance,
    chance_of,
    growths,
    simulate_year,
)

PAGE = Page(
    title=Text("Khả năng đạt chỉ tiêu", "The chance of reaching a target"),
    of=(growths, analytic_chance, simulate_year, chance_of),
    what=Text(
        "Xác suất đạt kế hoạch từ tốc độ tăng các tháng đã có, theo hai giả định: các tháng sai độc lập, và sai cùng một phía. Màu lấy theo số nhỏ hơn.",
        "The probability of reaching the plan from the growth of the months in hand, under two assumptions: months err independently, or all alike. The colour goes by the smaller.",
    ),
    formula="P = 1 − F_t(M−1)((ln((T − L)/Σ y) − μ) / (s k)),   k = √(1/(12−M) + 1/M)  |  √(1 + 1/M)",
    where=Text(
        "L: lũy kế; Σ y: phần còn lại của năm trước; μ, s: trung bình và độ lệch của lôgarit tốc độ tăng M tháng; F: phân phối t.",
        "L: year to date; Σ y: last year's rest; μ, s: mean and deviation of the log growth of M months; F: Student's t.",
    ),
    when=Text(
        "Khi có ít nhất 3 tháng so được với cùng kỳ. Ngưỡng màu của sở: 0,8 và 0,4.",
        "With 3 months comparable with last year at least. Colours at 0.8 and 0.4, the office's to set.",
    ),
    missing=Text(
        "ít hơn 3 tháng: chưa thể nói; thiếu phần còn lại năm trước: không có.",
        "fewer than 3 months: cannot say; last year's rest missing: none.",
    ),
    zero=Text(
        "phần còn lại năm trước bằng 0: kỳ gốc bằng không; mục tiêu đã đạt thì chắc chắn.",
        "nothing in last year's rest: a zero base; a target already passed is certain.",
    ),
    negative=Text("tháng không dương bị loại.", "months not positive are left out."),
    source=cited(
        "Quy ước của hệ thống; phân phối t của Student",
        "A rule of this house; Student's t",
        "số liệu: bán lẻ Tây Ninh 2026",
        "data: retail sales of Tây Ninh 2026",
    ),
)


@PAGE.example(
    "Bán lẻ Tây Ninh, tám tháng 2026, tỷ đồng",
    "Retail sales of Tây Ninh, eight months of 2026, billion VND",
    facts(
        """
        month   | rest
        2025-09 | 17171.058
        2025-10 | 17298.902
        2025-11 | 17409.353
        2025-12 | 17872.424
    """,
        caption=Text("Phần còn lại của năm trước", "Last year's rest"),
    ),
    beside("""
        parameter | value
        plan      | 232129.194
        in_hand   | 153937.97733
        μ         | 0.173948
        s         | 0.0314567
    """),
    answers="""
        answer      | independent | persistent
        by_formula  | 0.99135     | 0.94174
        simulated   | 0.99        | 0.94
    """,
    note=Text("Mô phỏng 20 000 đường, hạt giống cố định.", "20 000 simulated paths, the seed fixed."),
)
def _(given):
    past = Growths(8, float(given.value("μ")), float(given.value("s")))
    direct = analytic_chance(given.value("plan"), given.value("in_hand"), given["rest"], past)
    paths = simulate_year(given.value("in_hand"), given["rest"], past, paths=20_000)
    drawn = chance_of(paths, given.value("plan"))
    return {
        "by_formula": (direct.independent, direct.persistent),
        "simulated": (drawn.independent, drawn.persistent),
    }


@PAGE.example(
    "Tăng đều 10 %: chắc chắn; hai tháng: chưa thể nói; trần đã vượt: không còn khả năng",
    "An even 10 %: certain; two months: cannot say; a ceiling passed: no chance left",
    facts("""
        month | before | now
        01    | 100    | 110
        02    | 100    | 110
        03    | 100    | 110
    """),
    answers="""
        answer       | value
        even_growth  | 1.00
        two_months   | undefined
        over_ceiling | 0.00
    """,
)
def _(given):
    past, rest = growths(given["now"], given["before"]), [100] * 9
    return {
        "even_growth": analytic_chance(1300, 330, rest, past).independent,
        "two_months": growths(given["now"][:2], given["before"][:2]),
        "over_ceiling": analytic_chance(300, 330, rest, past, Direction.AT_MOST).independent,
    }
