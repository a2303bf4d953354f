"""Parts made to add to a total."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.time_series.raking import rake

PAGE = Page(
    title=Text("Cân theo một tổng (raking)", "Raking to one total"),
    of=(rake,),
    what=Text(
        "Các huyện (xã, ngành) được chỉnh để cộng đúng bằng tổng tỉnh đã biết, mỗi phần theo cỡ và độ linh hoạt của nó.",
        "Districts (communes, industries) made to add to a known provincial total, each by its size and how far it may move.",
    ),
    formula="min Σ (x − s)² / (c |s|),   Σ x = T   ⇒   x = s + c|s| (T − Σ s) / Σ c|s|",
    where=Text(
        "s: các phần; T: tổng; c: độ linh hoạt (0: giữ nguyên).",
        "s: parts; T: total; c: alterability (0: kept).",
    ),
    when=Text("Khi tổng đáng tin hơn các phần.", "When the total is better known than its parts."),
    missing=Text(
        "thiếu một phần hoặc tổng thì không có kết quả.", "a part or the total missing leaves no result."
    ),
    zero=Text(
        "phần bằng 0 giữ 0; không phần nào được đổi mà tổng lệch: không xác định.",
        "a part of 0 stays 0; when nothing may move and the sum is off, undefined.",
    ),
    negative=Text("được phép, chỉnh theo độ lớn.", "allowed, moved by size."),
    source=cited(
        "Statistics Canada, G-Series", "Statistics Canada, G-Series", "hàm tsraking", "function tsraking"
    ),
)


@PAGE.example(
    "Hai phần 20 và 5 cho tổng 40, rồi phần thứ hai giữ nguyên",
    "Parts 20 and 5 to a total of 40, then the second kept",
    facts("""
        part | s
        A    | 20
        B    | 5
    """),
    beside(
        """
        part | c
        A    | 1
        B    | 0
    """,
        caption=Text("Độ linh hoạt (T = 40)", "Alterability (T = 40)"),
    ),
    answers="""
        part | free | tied
        A    | 32   | 35
        B    | 8    | 5
    """,
)
def _(given):
    free, tied = rake(given["s"], 40), rake(given["s"], 40, [float(c) for c in given["c"]])
    return dict(zip("AB", zip(free, tied, strict=True), strict=True))


@PAGE.example(
    "Thiếu một phần; và các phần đều bằng 0",
    "A part missing; and parts all 0",
    facts("""
        part | x₁ | x₂
        A    | 20 | 0
        B    | …  | 0
    """),
    answers="""
        answer | value
        x₁     | not_answered
        x₂     | undefined
    """,
)
def _(given):
    return {name: rake(given[name], 40) for name in ("x₁", "x₂")}
