"""Growth, change, share and contribution from levels."""

from tests.spec.handbook.page import Page, Text, facts

from tongket.figures.methods.comparisons import (
    change,
    cumulated_change,
    percent_change,
    percent_of,
    ratio_of_sums,
    share_of_growth,
)

PAGE = Page(
    title=Text(
        "So sánh: tăng trưởng, chênh lệch, lũy kế, đóng góp",
        "Comparisons: growth, change, cumulated, contribution",
    ),
    of=(percent_change, change, percent_of, cumulated_change, ratio_of_sums, share_of_growth),
    what=Text(
        "Mọi so sánh suy ra từ một chuỗi mức, nên không thể mâu thuẫn với mức.",
        "Every comparison comes from one series of levels, so it cannot contradict them.",
    ),
    formula="g = 100 (L(t)/L(s) − 1);   Δ = L(t) − L(s);   Σ: 100 (Σ L(t)/Σ L(s) − 1);   C = 100 (x(t) − x(s)) / X(s)",
    where=Text(
        "L: mức; t: kỳ này; s: kỳ so sánh; x: một phần; X: toàn bộ.",
        "L: level; t: now; s: the period compared with; x: a part; X: the whole.",
    ),
    when=Text(
        "So kỳ trước, so cùng kỳ, lũy kế, so năm gốc. Hai vế phải cùng định nghĩa. Tỷ lệ so với nhau bằng điểm phần trăm.",
        "On the period before, the same period, cumulated, the base year. Both sides have one definition. Rates differ in percentage points.",
    ),
    missing=Text(
        "thiếu một vế thì không có so sánh; lũy kế cần đủ các tháng của cả hai năm.",
        "either side missing leaves none; cumulated growth needs every month of both years.",
    ),
    zero=Text(
        "kỳ so sánh bằng 0 thì không có tốc độ tăng; kỳ này bằng 0 là giảm 100 %.",
        "a base of 0 leaves no growth; 0 now is −100 %.",
    ),
    negative=Text("kỳ so sánh âm: không xác định.", "a negative base is undefined."),
    source=Text(
        "Niên giám thống kê Hoà Bình 2019, tr. 492–498.",
        "Statistical yearbook of Hoà Bình 2019, pp. 492–498.",
    ),
)


@PAGE.example(
    "Năm trường hợp",
    "Five cases",
    facts("""
        case | before | now
        A    | 100    | 113
        B    | 86.7   | 97.5
        C    | 0      | 5
        D    | 5      | 0
        E    | …      | 5
    """),
    answers="""
        case | growth       | change       | percent_of
        A    | 13.00        | 13.0         | 113.00
        B    | 12.46        | 10.8         | 112.46
        C    | zero_base    | 5.0          | zero_base
        D    | -100.00      | -5.0         | 0.00
        E    | not_answered | not_answered | not_answered
    """,
)
def _(given):
    pairs = {case: (now, before) for case, (before, now) in given.first.rows().items()}
    return {case: (percent_change(*pair), change(*pair), percent_of(*pair)) for case, pair in pairs.items()}


@PAGE.example(
    "Lũy kế hai tháng và đóng góp của từng nhóm",
    "Two months cumulated, and what each part adds",
    facts(
        """
        part | year | M1 | M2
        A    | 2019 | 60      | 40
        A    | 2020 | 66      | 54
        B    | 2019 | 50      | 50
        B    | 2020 | 50      | 40
    """,
        labels=2,
    ),
    answers="""
        part  | cumulated | contribution
        A     | 20.00     | 10.00
        B     | -10.00    | -5.00
        whole | 5.00      | 5.00
    """,
)
def _(given):
    rows = given.first.rows()
    before = {part: rows[f"{part} / 2019"] for part in "AB"}
    now = {part: rows[f"{part} / 2020"] for part in "AB"}
    both = [[a + b for a, b in zip(side["A"], side["B"], strict=True)] for side in (now, before)]
    base = sum(both[1])
    parts = {
        p: (cumulated_change(now[p], before[p]), share_of_growth(sum(now[p]), sum(before[p]), base))
        for p in "AB"
    }
    return {**parts, "whole": (100 * (ratio_of_sums(*both) - 1), share_of_growth(sum(both[0]), base, base))}
