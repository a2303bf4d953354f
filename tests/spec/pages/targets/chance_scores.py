"""Whether stated chances can be trusted."""

import numpy as np
from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.time_series.chance_scores import Trial, back_tested, brier_score, crps

PAGE = Page(
    title=Text(
        "Khả năng đã nêu có đáng tin không: Brier và CRPS", "Can stated chances be trusted: Brier and CRPS"
    ),
    of=(brier_score, crps, back_tested),
    what=Text(
        "Các khả năng đã nêu ở những năm trước được chấm điểm bằng điều đã xảy ra, so với dự báo đơn giản. Điểm càng nhỏ càng tốt.",
        "Chances stated in past years are scored on what happened, against a naive forecast. The smaller the better.",
    ),
    formula="Brier = mean (P − o)²;   CRPS = E|X − y| − ½ E|X − X′|;   skill = 1 − score / naive",
    where=Text(
        "P: khả năng đã nêu; o: 1 nếu đạt; X: các đường mô phỏng; y: kết quả.",
        "P: chance stated; o: 1 if reached; X: simulated paths; y: outcome.",
    ),
    when=Text(
        "Trước khi công bố khả năng: cần ít nhất 5 năm để chấm.",
        "Before chances are published: 5 years at least.",
    ),
    missing=Text("ít hơn 5 năm: chưa thể nói.", "fewer than 5 years: cannot say."),
    zero=Text(
        "dự báo đơn giản chưa từng sai: không có điểm tương đối.",
        "a naive forecast never wrong leaves no skill.",
    ),
    negative=Text("điểm tương đối âm: kém hơn dự báo đơn giản.", "a negative skill is worse than naive."),
    source=cited(
        "Brier (1950); Gneiting, Raftery, JASA 102 (2007)",
        "Brier (1950); Gneiting, Raftery, JASA 102 (2007)",
        "tr. 359–378",
        "pp. 359–378",
    ),
)


@PAGE.example(
    "Hai lần nêu, và một mẫu hai đường",
    "Two statements, and a sample of two paths",
    facts("""
        case | chance | outcome
        A    | 0.8    | 1
        B    | 0.4    | 0
    """),
    answers="""
        answer | value
        brier  | 0.10
        crps   | 0.50
    """,
    note=Text(
        "(0,04 + 0,16)/2; mẫu 1 và 3, kết quả 2: 1 − ½.",
        "(0.04 + 0.16)/2; a sample of 1 and 3, outcome 2: 1 − ½.",
    ),
)
def _(given):
    chances = [float(chance) for chance in given["chance"]]
    return {
        "brier": brier_score(chances, [bool(o) for o in given["outcome"]]),
        "crps": crps(np.array([1.0, 3.0]), 2.0),
    }


@PAGE.example(
    "Năm năm, nêu 0,8, đạt bốn lần; ước đúng 100 trong khi dự báo đơn giản 90",
    "Five years, 0.8 stated, reached four times; 100 foreseen where the naive rule said 90",
    facts("""
        year | chance | outcome
        2015 | 0.8    | 1
        2016 | 0.8    | 1
        2017 | 0.8    | 1
        2018 | 0.8    | 1
        2019 | 0.8    | 0
    """),
    answers="""
        answer      | value
        brier       | 0.160
        brier_naive | 0.234
        brier_skill | 0.316
        crps_skill  | 1.000
        four_years  | undefined
    """,
    note=Text(
        "Đơn giản: tỷ lệ đạt của các năm khác, thêm nửa đạt nửa không: 0,7 và 0,9.",
        "Naive: the share of hits in the other years, half a hit and half a miss added: 0.7 and 0.9.",
    ),
)
def _(given):
    trials = [
        Trial(float(p), bool(o), np.array([100.0]), 100.0, 90.0) for p, o in given.first.rows().values()
    ]
    found = back_tested(trials)
    return {
        "brier": found.brier, "brier_naive": found.brier_naive, "brier_skill": found.brier_skill,
        "crps_skill": found.crps_skill, "four_years": back_tested(trials[:4]),
    }  # fmt: skip
