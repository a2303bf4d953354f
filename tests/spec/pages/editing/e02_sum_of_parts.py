"""E02: parts and their total."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.editing._rules import HERE, NEGATIVE, UNDECIDED, received, verdict

from tongket.figures.methods.editing.identities import SumOfParts

PAGE = Page(
    title=Text("E02. Tổng bằng cộng các phần", "E02. A total is the sum of its parts"),
    of=(SumOfParts,),
    what=Text(
        "Các phần cộng lại phải bằng tổng, cho phép nửa đơn vị in cho mỗi phần.",
        "The parts add to the total, within half a printed unit for each part.",
    ),
    formula="|T − Σ x| ≤ ½ u n",
    where=Text(
        "T: tổng ghi trên bảng; x: các phần; u: đơn vị chữ số cuối được in; n: số phần.",
        "T: the total printed; x: parts; u: unit of the last printed digit; n: parts.",
    ),
    when=Text(
        "Mọi bảng có tổng: ngành và toàn ngành, tháng và quý (mức 2).",
        "Every table with a total: industries and the whole, months and quarter (level 2).",
    ),
    missing=UNDECIDED,
    zero=Text("phần bằng 0 được cộng.", "a part of 0 is added."),
    negative=NEGATIVE,
    source=received(
        "quý 1/2025 ghi 48573,961, các tháng cộng 48072,229",
        "Q1 2025 reads 48573.961, its months add to 48072.229",
    ),
)


@PAGE.example(
    "Làm tròn cho phép, sai thật, và thiếu",
    "Rounding allowed, a real mistake, and a blank",
    facts("""
        case | total | x₁ | x₂ | x₃
        A    | 101   | 33 | 33 | 34
        B    | 103   | 33 | 33 | 34
        C    | 100   | 33 | …  | 34
    """),
    answers="""
        case | verdict   | gap
        A    | holds     | 1
        B    | broken    | 3
        C    | undecided | …
    """,
    note=Text(
        "Ba phần in đến đơn vị: cho phép lệch 1,5.", "Three parts printed to the unit: 1.5 is allowed."
    ),
)
def _(given):
    rules = {
        case: SumOfParts(HERE, total, tuple(parts)) for case, (total, *parts) in given.first.rows().items()
    }
    return {case: (verdict(rule), rule.judge()[0].imbalance) for case, rule in rules.items()}
