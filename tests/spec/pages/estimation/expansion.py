"""The expansion estimator."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cochran

from tongket.figures.methods.estimation.estimate import coefficient_of_variation, interval, standard_error
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum

PAGE = Page(
    title=Text("Ước lượng mở rộng và sai số", "The expansion estimator and its error"),
    of=(expansion, standard_error, coefficient_of_variation, interval),
    what=Text(
        "Tổng của một tầng từ mẫu: mỗi đơn vị mẫu đại diện cho N/n đơn vị. Kèm phương sai, hệ số biến thiên và khoảng tin cậy.",
        "A stratum's total from its sample: each sampled unit stands for N/n units. With variance, coefficient of variation and interval.",
    ),
    formula="Y = (N/n) Σ y;   V = N² (1 − n/N) s² / n;   CV = √V / |Y|;   Y ∓ z √V",
    where=Text(
        "N: số đơn vị của tầng; n: số đơn vị mẫu; s²: phương sai mẫu; z: 1,96 cho độ tin cậy 95 %.",
        "N: units of the stratum; n: sampled; s²: sample variance; z: 1.96 for 95 %.",
    ),
    when=Text(
        "Khi không biết trước gì về các đơn vị ngoài số lượng.",
        "When nothing is known of the units but their number.",
    ),
    missing=Text(
        "tầng không có đơn vị mẫu nào thì không ước được; không trả lời: xem trang “Không trả lời”.",
        "a stratum without a sample has no estimate; for non-response see its own page.",
    ),
    zero=Text(
        "tầng không có đơn vị nào (N = 0) là số 0 thật; điều tra toàn bộ (n = N) không có phương sai mẫu.",
        "an empty stratum (N = 0) is a true 0; take-all (n = N) has no sampling variance.",
    ),
    negative=Text(
        "trả lời âm được tính và được ghi chú; cận dưới của khoảng không bị cắt ở 0.",
        "negative answers count and are noted; the interval is not cut at 0.",
    ),
    source=cochran("(2.19)–(2.21)"),
)


def stratum(given):
    units = tuple(SampledUnit(unit, y) for unit, y in given.by("y").items())
    return Stratum("h", int(given.value("N")), units)


@PAGE.example(
    "Ba hộ kinh doanh mẫu trong mười hộ",
    "Three of ten household businesses",
    facts("""
        unit | y
        1    | 4
        2    | 6
        3    | 8
    """),
    beside("""
        parameter | value
        N         | 10
        z         | 1.96
    """),
    answers="""
        answer   | value
        total    | 60
        variance | 93.333
        standard_error | 9.661
        CV       | 0.1610
        low      | 41.065
        high     | 78.935
    """,
    note=Text("Trung bình 6, s² = 4, V = 100 × 0,7 × 4/3.", "Mean 6, s² = 4, V = 100 × 0.7 × 4/3."),
)
def _(given):
    found = expansion(stratum(given))
    low, high = interval(found, given.value("z"))
    return {
        "total": found.value, "variance": found.variance, "standard_error": standard_error(found),
        "CV": coefficient_of_variation(found), "low": low, "high": high,
    }  # fmt: skip


@PAGE.example(
    "Một đơn vị mẫu: có tổng, không có phương sai",
    "One sampled unit: a total, no variance",
    facts("""
        unit | y
        1    | 4
    """),
    beside("""
        parameter | value
        N         | 10
    """),
    answers="""
        answer   | value
        total    | 40
        variance | undefined
        CV       | undefined
    """,
)
def _(given):
    found = expansion(stratum(given))
    return {"total": found.value, "variance": found.variance, "CV": coefficient_of_variation(found)}
