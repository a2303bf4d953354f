"""The verdict on a target."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.pages.targets._plans import INDEX, OUTPUT, RATE, RULE, book, plan, years
from tests.unit.review.invented import seen

from tongket.figures.targets.judge import judge, reaches
from tongket.figures.terms.indicator import Direction

PAGE = Page(
    title=Text("Kết luận về chỉ tiêu", "The verdict on a target"),
    of=(judge, reaches),
    what=Text(
        "Đạt, không đạt, nhanh, chậm, hoặc chưa thể nói; tốc độ xét trên tốc độ, mức xét trên mức, tỷ lệ xét bằng điểm. So bằng giá trị đầy đủ, không bằng số đã làm tròn.",
        "Met, not met, ahead, behind, or cannot say; a growth is judged on the growth, a level on the level, a rate in points. Exact values are compared, not printed ones.",
    ),
    formula="≥: R ≥ T;   >: R > T;   ≈: round(R) ≥ T;   ↓: R ≤ T",
    where=Text(
        "≈: “khoảng”, so ở độ chính xác của chính kế hoạch; ↓: chỉ tiêu càng thấp càng tốt.",
        "≈: “about”, compared at the plan's own precision; ↓: the lower the better.",
    ),
    when=Text(
        "Cuối kỳ, hoặc khi kết quả cả năm mới là ước; sớm hơn thì chỉ nói nhịp độ.",
        "At the end, or on an estimate of the whole year; earlier only the pace is told.",
    ),
    missing=Text(
        "không có mức kế hoạch hoặc không có kết quả: chưa thể nói, kèm lý do.",
        "no plan value or no result: cannot say, with the reason.",
    ),
    zero=Text("0 là một kết quả.", "0 is a result."),
    negative=Text("tốc độ âm là một kết quả.", "a negative growth is a result."),
    source=RULE,
)


@PAGE.example(
    "Bảy chỉ tiêu, gốc năm trước đều là 100",
    "Seven targets, the year before being 100 in each",
    facts("""
        case | before | now
        A    | 100    | 200
        B    | 100    | 200
        C    | 100    | 180
        D    | 100    | 113.5
        E    | 100    | 109.99
        F    | 100    | 112.46
        G    | 86     | 97.5
    """),
    beside(
        """
        case | shape  | plan | bound
        A    | level  | 200  | at_least
        B    | level  | 200  | more_than
        C    | level  | 200  | at_most
        D    | growth | 10   | at_least
        E    | growth | 10   | at_least
        F    | growth | 12.5 | about
        G    | rate   | 98   | at_least
    """,
        caption=Text("Chỉ tiêu", "Targets"),
    ),
    answers="""
        case | verdict
        A    | met
        B    | not_met
        C    | met
        D    | met
        E    | not_met
        F    | met
        G    | not_met
    """,
)
def _(given):
    rows = {}
    series = {"level": (OUTPUT, "level"), "growth": (INDEX, "growth"), "rate": (RATE, "ratio")}
    for case, (shape, value, bound) in given.grids[1].rows().items():
        key, kind = series[shape]
        told = book(
            *(seen(key, year, given.by(column)[case]) for year, column in ((2019, "before"), (2020, "now")))
        )
        down = {"direction": Direction.DOWN} if bound == "at_most" else {"bound": bound}
        target = plan(key, 2020, value, kind, **down)
        found = judge(target, told)
        assert (found.outcome == "met") == reaches(target, found.result.value, target.figure.value)
        rows[case] = found.outcome
    return rows


@PAGE.example(
    "Chưa có kết quả, và mức kế hoạch chưa từng công bố",
    "No result yet, and a plan whose value was never published",
    facts("""
        year | output
        2020 | …
    """),
    answers="""
        answer      | value
        no_result   | cannot_say
        unpublished | cannot_say
    """,
)
def _(given):
    told = book(*years(OUTPUT, given, "output"))
    return {
        "no_result": judge(plan(OUTPUT, 2020, 200), told).outcome,
        "unpublished": judge(plan(OUTPUT, 2020, None), told).outcome,
    }
