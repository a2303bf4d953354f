"""What the rest of the year must bring."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.targets._plans import INDEX, OUTPUT, RATE, RULE, book, months, plan

from tongket.figures.targets.pace import pace_of

PAGE = Page(
    title=Text("Phần còn lại phải đạt", "The required rest"),
    of=(pace_of,),
    what=Text(
        "Mỗi tháng còn lại phải đạt bao nhiêu để đủ kế hoạch, và như thế là tăng bao nhiêu so cùng các tháng năm trước.",
        "What each month left must bring to reach the plan, and which growth on the same months that is.",
    ),
    formula="r = (T − L(M)) / (12 − M);   g = 100 ((T − L(M)) / Σ y(k, y−1) − 1)",
    where=Text(
        "tổng chạy trên các tháng còn lại của năm trước. Chỉ tiêu tốc độ tăng của chỉ số: T = (1 + g) × 12 × mức bình quân năm trước. Tỷ lệ: số điểm mỗi tháng.",
        "the sum runs over last year's remaining months. A growth target of an index: T = (1 + g) × 12 × last year's mean level. A rate: points a month.",
    ),
    when=Text("Từ tháng đầu đến hết tháng 11.", "From the first month to the end of November."),
    missing=Text("thiếu tháng thì không có.", "a month missing leaves none."),
    zero=Text("phần còn lại năm trước bằng 0: không có tốc độ.", "a rest of 0 last year leaves no growth."),
    negative=Text("phần phải đạt âm: kế hoạch đã đạt.", "a negative rest: the plan is reached."),
    source=RULE,
)


@PAGE.example(
    "Sáu tháng được 48 trên kế hoạch 108; phần còn lại năm trước 50",
    "Six months brought 48 of a plan of 108; last year's rest was 50",
    facts("""
        year | 01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 11 | 12
        2019 | 5  | 5  | 5  | 5  | 10 | 10 | 5  | 5  | 10 | 10 | 10 | 10
        2020 | 6  | 6  | 6  | 6  | 12 | 12 | …  | …  | …  | …  | …  | …
    """),
    answers="""
        answer | value
        rest   | 10.00
        growth | 20.00
    """,
)
def _(given):
    found = pace_of(plan(OUTPUT, 2020, 108), book(*months(OUTPUT, given.first)))
    return {"rest": found.required_rest, "growth": found.required_growth}


@PAGE.example(
    "Chỉ số: kế hoạch tăng 10 %, tám tháng đầu bằng 100; tỷ lệ: tháng 6 được 95, kế hoạch 98",
    "An index: a plan of +10 %, eight months at 100; a rate: 95 in June, a plan of 98",
    facts(
        """
        year | 01  | 02  | 03  | 04  | 05  | 06  | 07  | 08  | 09  | 10  | 11  | 12
        2019 | 110 | 110 | 110 | 110 | 110 | 110 | 110 | 110 | 110 | 110 | 110 | 110
        2020 | 100 | 100 | 100 | 100 | 100 | 100 | 100 | 100 | …   | …   | …   | …
    """,
        caption=Text("Chỉ số", "Index"),
    ),
    facts(
        """
        year | 01 | 02 | 03 | 04 | 05 | 06 | 07 | 08 | 09 | 10 | 11 | 12
        2020 | …  | …  | …  | …  | …  | 95 | …  | …  | …  | …  | …  | …
    """,
        caption=Text("Tỷ lệ, %", "Rate, %"),
    ),
    answers="""
        answer | value
        index  | 163.00
        rate   | 0.50
    """,
    note=Text(
        "(1,1 × 12 × 110 − 800) / 4 = 163; (98 − 95) / 6 = 0,5 điểm mỗi tháng.",
        "(1.1 × 12 × 110 − 800) / 4 = 163; (98 − 95) / 6 = 0.5 points a month.",
    ),
)
def _(given):
    index, rate = given.grids
    return {
        "index": pace_of(plan(INDEX, 2020, 10, "growth"), book(*months(INDEX, index))).required_rest,
        "rate": pace_of(plan(RATE, 2020, 98, "ratio"), book(*months(RATE, rate))).required_rest,
    }
