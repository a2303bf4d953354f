"""E09: growth needs a base that bears it."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.editing._rules import HERE, received, verdict

from tongket.figures.methods.editing.patterns import GrowthBase

PAGE = Page(
    title=Text("E09. Kỳ gốc đủ lớn", "E09. A base large enough"),
    of=(GrowthBase,),
    what=Text(
        "Tốc độ tăng chỉ được in trên kỳ gốc chịu được nó.", "Growth is printed only on a base that bears it."
    ),
    formula="|b| ≥ 5 % · mean |x|",
    where=Text(
        "b: kỳ gốc; x: các kỳ trước của chính chuỗi đó; 5 % là tham số.",
        "b: the base; x: the series' own past; 5 % is a parameter.",
    ),
    when=Text(
        "Bảng có tốc độ tăng của sản phẩm nhỏ (mức 1).", "Sheets with growth of small products (level 1)."
    ),
    missing=Text(
        "kỳ gốc trống thì tốc độ phải để trống; không có lịch sử thì chưa kết luận.",
        "no base: growth must be blank; no history: undecided.",
    ),
    zero=Text(
        "kỳ gốc 0 thì tốc độ phải để trống; in ra là sai.",
        "a base of 0: growth must be blank; a printed one is wrong.",
    ),
    negative=Text("xét theo độ lớn.", "judged by size."),
    source=received("“Đường RS” tăng 1164 %", "“Đường RS” grew by 1164 %"),
)


@PAGE.example(
    "Bốn dòng, các kỳ trước là 9000 và 8000",
    "Four rows, the past being 9000 and 8000",
    facts("""
        case | base | printed
        A    | 7000 | 12
        B    | 110  | 1164
        C    | 0    | 100
        D    | …    | …
    """),
    answers="""
        case | verdict | severity
        A    | holds   | warning
        B    | broken  | warning
        C    | broken  | error
        D    | holds   | error
    """,
)
def _(given):
    rules = {
        case: GrowthBase(HERE, base, printed, (9000, 8000))
        for case, (base, printed) in given.first.rows().items()
    }
    return {case: (verdict(rule), rule.judge()[0].severity) for case, rule in rules.items()}
