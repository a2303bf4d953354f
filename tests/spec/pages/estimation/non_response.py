"""Non-response inside weighting classes."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.estimation.expansion import expansion, response_classes
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum

PAGE = Page(
    title=Text("Không trả lời: lớp điều chỉnh quyền số", "Non-response: weighting classes"),
    of=(expansion, response_classes),
    what=Text(
        "Trong mỗi lớp các đơn vị giống nhau, đơn vị trả lời gánh thêm phần của đơn vị không trả lời; phương sai tăng theo.",
        "Within a class of like units those that answered stand for those that did not; the variance grows accordingly.",
    ),
    formula=(
        "Y = N Σ w ȳ,   w = n(c)/n\n"
        "V = N² { (1 − n/N) S²/n + Σ w² (1/r − 1/n(c)) s² }\n"
        "S² = Σ [(n(c) − 1) s² + n(c) (ȳ − ȳ̄)²] / (n − 1)"
    ),
    where=Text(
        "n(c): đơn vị mẫu của lớp; r: số trả lời; ȳ, s²: trung bình và phương sai của lớp; ȳ̄: trung bình chung.",
        "n(c): drawn in the class; r: answered; ȳ, s²: mean and variance of the class; ȳ̄: the overall mean.",
    ),
    when=Text(
        "Khi khả năng trả lời khác nhau giữa các nhóm (quy mô, ngành) nhưng gần như nhau trong nhóm.",
        "When response differs between groups (size, trade) but hardly within.",
    ),
    missing=Text(
        "lớp không ai trả lời thì tầng không ước được; hãy gộp lớp.",
        "a class in which nobody answered leaves no estimate; join classes.",
    ),
    zero=Text("trả lời 0 là một trả lời.", "an answer of 0 is an answer."),
    negative=Text("được tính và ghi chú.", "counts and is noted."),
    source=cited(
        "Särndal, Swensson, Wretman, Model Assisted Survey Sampling (1992)",
        "Särndal, Swensson, Wretman, Model Assisted Survey Sampling (1992)",
        "mục 15.6",
        "§15.6",
    ),
)


@PAGE.example(
    "Năm đơn vị mẫu trong mười, một đơn vị lớp L không trả lời",
    "Five of ten drawn, one of class L has not answered",
    facts("""
        unit | y
        1    | 4
        2    | 6
        3    | 10
        4    | 12
        5    | …
    """),
    beside(
        """
        unit | class
        1    | S
        2    | S
        3    | L
        4    | L
        5    | L
    """,
        caption=Text("Lớp trả lời (N = 10)", "Response class (N = 10)"),
    ),
    answers="""
        answer   | value
        total    | 86
        variance | 135
        answered | 4
    """,
    note=Text(
        "Y = 10 (0,4 × 5 + 0,6 × 11); V = 100 (0,5 × 12,3/5 + 0,36 × 1/6 × 2).",
        "Y = 10 (0.4 × 5 + 0.6 × 11); V = 100 (0.5 × 12.3/5 + 0.36 × 1/6 × 2).",
    ),
)
def _(given):
    pairs = zip(given.first.keys, given["y"], given["class"], strict=True)
    units = tuple(SampledUnit(unit, y, response_class=group) for unit, y, group in pairs)
    stratum = Stratum("h", 10, units)
    found = expansion(stratum)
    return {
        "total": found.value, "variance": found.variance,
        "answered": sum(len(answers) for _, answers in response_classes(stratum)),
    }  # fmt: skip
