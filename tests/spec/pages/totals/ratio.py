"""One number over another."""

from tests.spec.handbook.page import Page, Text, facts

from tongket.figures.methods.ratios import ratio

PAGE = Page(
    title=Text("Tỷ số", "Ratio"),
    of=(ratio,),
    what=Text(
        "Tử số chia mẫu số, cùng thời điểm, cùng địa bàn; hoặc lý do vì sao không chia được.",
        "A numerator over a denominator of the same date and area; or why there is no answer.",
    ),
    formula="R = N / D",
    where=Text(
        "N: tử số, ví dụ số hộ có điện; D: mẫu số, ví dụ tổng số hộ.",
        "N: numerator, as households with electricity; D: denominator, as all households.",
    ),
    when=Text(
        "Mọi tỷ lệ. Công bố kèm tử số và mẫu số.", "Every rate. Publish numerator and denominator with it."
    ),
    missing=Text("thiếu một trong hai vế thì không có tỷ số.", "either side missing leaves no ratio."),
    zero=Text(
        "mẫu số 0 thì không có tỷ số, kể cả 0/0; tử số 0 trên mẫu số dương là số 0 thật.",
        "a denominator of 0 leaves none, 0/0 too; a numerator of 0 over a positive denominator is a true 0.",
    ),
    negative=Text(
        "mẫu số âm: không xác định, vì dấu của kết quả sẽ nói ngược.",
        "a negative denominator is undefined, for the sign would say the opposite.",
    ),
    source=Text(
        "Đặc tả chỉ tiêu thống kê: tỷ lệ hộ sử dụng điện (Tổng cục Thống kê, 2019).",
        "Specification of statistical indicators: households using electricity (General Statistics Office, 2019).",
    ),
)


@PAGE.example(
    "Năm địa bàn",
    "Five areas",
    facts("""
        area | with_electricity | households
        A    | 975              | 1000
        B    | 0                | 200
        C    | 5                | 0
        D    | …                | 200
        E    | 5                | -1
    """),
    answers="""
        area | value
        A    | 0.975
        B    | 0.000
        C    | zero_base
        D    | not_answered
        E    | undefined
    """,
)
def _(given):
    return {area: ratio(*row) for area, row in given.first.rows().items()}
