"""The ratio estimator."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cochran

from tongket.figures.methods.estimation.ratio_estimator import ratio_estimate, ratio_of_sample
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum

PAGE = Page(
    title=Text("Ước lượng tỷ số", "The ratio estimator"),
    of=(ratio_estimate, ratio_of_sample),
    what=Text(
        "Tổng của tầng nhờ một số phụ trợ đã biết cho mọi đơn vị (doanh thu năm trước, số lao động): mẫu cho tỷ số y/x, tổng X nhân tỷ số.",
        "A stratum's total by help of something known of every unit (last year's turnover, workers): the sample gives y/x, the total X times it.",
    ),
    formula="R = Σ y / Σ x;   Y = X R;   V = N² (1 − n/N) s²(e) / n,   e = y − R x;   V′ = V (X / (N x̄))²",
    where=Text(
        "X: tổng của số phụ trợ trong tầng; x̄: trung bình mẫu của nó; V′: dạng tuyến tính hóa, theo đúng mẫu đã rút.",
        "X: total of the auxiliary over the stratum; x̄: its sample mean; V′: linearised, following the sample drawn.",
    ),
    when=Text(
        "Khi y gần tỷ lệ với x: sai số nhỏ hơn nhiều so với ước lượng mở rộng.",
        "When y is near proportional to x: the error is far smaller than by expansion.",
    ),
    missing=Text(
        "thiếu y: tính trên đơn vị trả lời; thiếu x hoặc X: dùng ước lượng mở rộng và ghi chú.",
        "missing y: the units that answered are the sample; missing x or X: expansion is used and noted.",
    ),
    zero=Text("Σ x = 0: dùng ước lượng mở rộng và ghi chú.", "Σ x = 0: expansion is used and noted."),
    negative=Text("được tính và ghi chú.", "counts and is noted."),
    source=cochran("(6.9)–(6.13)"),
)


def stratum(given):
    units = (SampledUnit(unit, y, x) for unit, (y, x) in given.first.rows().items())
    return Stratum("h", int(given.value("N")), tuple(units), given.value("X"))


@PAGE.example(
    "Hai đơn vị mẫu trong tám",
    "Two of eight",
    facts("""
        unit | y  | x
        1    | 11 | 10
        2    | 19 | 20
    """),
    beside("""
        parameter | value
        N         | 8
        X         | 100
    """),
    answers="""
        answer     | value
        ratio      | 1.00
        total      | 100
        variance   | 48
        linearised | 33.333
    """,
    note=Text(
        "e = 1 và −1, s² = 2; V = 64 × 0,75 × 2/2; V′ = 48 × (100/120)².",
        "e = 1 and −1, s² = 2; V = 64 × 0.75 × 2/2; V′ = 48 × (100/120)².",
    ),
)
def _(given):
    one = stratum(given)
    found = ratio_estimate(one)
    return {
        "ratio": ratio_of_sample(one), "total": found.value, "variance": found.variance,
        "linearised": ratio_estimate(one, linearised=True).variance,
    }  # fmt: skip


@PAGE.example(
    "Thiếu số phụ trợ của một đơn vị: trở về ước lượng mở rộng",
    "An auxiliary missing: back to expansion",
    facts("""
        unit | y  | x
        1    | 11 | 10
        2    | 19 | …
    """),
    beside("""
        parameter | value
        N         | 8
        X         | 100
    """),
    answers="""
        answer | value
        total  | 120
        note   | no_auxiliary
    """,
)
def _(given):
    found = ratio_estimate(stratum(given))
    return {"total": found.value, "note": sorted(found.notes)}
