"""Attainment of a plan."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.pages.targets._plans import INDEX, OUTPUT, RATE, RULE, book, plan, years

from tongket.figures.targets.against import (
    above_plan,
    compare_with_plan,
    percent_of_plan,
    plan_for,
    result_of,
)

PAGE = Page(
    title=Text("Thực hiện so kế hoạch", "Attainment"),
    of=(percent_of_plan, above_plan, result_of, plan_for, compare_with_plan),
    what=Text(
        "Kết quả bằng bao nhiêu phần trăm kế hoạch, hoặc hơn kém bao nhiêu điểm; và kế hoạch đòi hỏi tăng bao nhiêu so năm trước.",
        "The result in percent of the plan, or points above it; and what the plan asks on the year before.",
    ),
    formula="A = 100 R / T;   Δ = R − T;   100 (T / R₋₁ − 1)",
    where=Text(
        "R: kết quả; T: kế hoạch; R₋₁: kết quả năm trước.",
        "R: result; T: plan; R₋₁: the result of the year before.",
    ),
    when=Text(
        "Mức và số đếm tính bằng phần trăm; tỷ lệ và tốc độ tăng tính bằng điểm phần trăm, vì phần trăm của phần trăm không có nghĩa. Hai vế phải cùng định nghĩa.",
        "Levels and counts in percent; rates and growth in points, for a percent of a percent means nothing. Both sides have one definition.",
    ),
    missing=Text(
        "chưa có kết quả hoặc chỉ tiêu chưa từng công bố mức: không có, kèm lý do.",
        "no result, or a target whose value was never published: none, with the cause.",
    ),
    zero=Text("kế hoạch bằng 0: không chia được.", "a plan of 0 leaves no percentage."),
    negative=Text("kế hoạch âm: không xác định.", "a negative plan is undefined."),
    source=RULE,
)


@PAGE.example(
    "Mức, tỷ lệ và tốc độ tăng của năm 2020",
    "A level, a rate and a growth of 2020",
    facts("""
        year | output | rate | index
        2019 | 180    | 94   | 100
        2020 | 210    | 97.5 | 113.5
    """),
    beside(
        """
        answer | plan
        output | 200
        rate   | 98
        growth | 10
    """,
        caption=Text("Kế hoạch 2020", "Plan of 2020"),
    ),
    answers="""
        answer | result | percent_of_plan | above | asked
        output | 210.0  | 105.0           | 10.0  | 11.11
        rate   | 97.5   | undefined       | -0.5  | 4.00
        growth | 13.5   | undefined       | 3.5   | 10.00
    """,
)
def _(given):
    series = {"output": (OUTPUT, "level"), "rate": (RATE, "ratio"), "growth": (INDEX, "growth")}
    columns = {"output": "output", "rate": "rate", "growth": "index"}
    told = book(*(one for name, (s, _) in series.items() for one in years(s, given, columns[name])))
    rows = {}
    for name, value in given.by("plan").items():
        key, shape = series[name]
        one = plan(key, 2020, value, shape)
        assert plan_for(key, one.period, [one], told.indicators, growth=shape == "growth") is one
        rows[name] = (
            result_of(one, told),
            percent_of_plan(one, told),
            above_plan(one, told),
            compare_with_plan(key, one, told),
        )
    return rows


@PAGE.example(
    "Kế hoạch bằng 0, và chỉ tiêu không công bố mức",
    "A plan of 0, and one whose value was never published",
    facts("""
        year | output
        2020 | 210
    """),
    answers="""
        answer      | value
        zero_plan   | zero_base
        unpublished | not_published
    """,
)
def _(given):
    told = book(*years(OUTPUT, given, "output"))
    return {
        "zero_plan": percent_of_plan(plan(OUTPUT, 2020, 0), told),
        "unpublished": percent_of_plan(plan(OUTPUT, 2020, None), told),
    }
