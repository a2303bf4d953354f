"""E11: a past value printed anew."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.pages.editing._rules import HERE, NEGATIVE, UNDECIDED, received, verdict

from tongket.figures.methods.editing.patterns import Restated

PAGE = Page(
    title=Text("E11. Số cũ in lại", "E11. A past value printed anew"),
    of=(Restated,),
    what=Text(
        "Số đã công bố chỉ được in khác đi khi có lý do.",
        "A published value may be printed otherwise only with a reason.",
    ),
    formula="x′ = x",
    where=Text(
        "x: số đã công bố; x′: số in lại.",
        "x: as published; x′: as printed anew. Otherwise a reason is asked.",
    ),
    when=Text("Khi bảng mới lặp lại kỳ cũ (mức 3).", "When a new sheet repeats an old period (level 3)."),
    missing=UNDECIDED,
    zero=Text("0 là một số.", "0 is a number."),
    negative=NEGATIVE,
    source=received(
        "gốc tháng 1/2025: 16421,418 thành 16425,918", "January 2025: 16421.418 became 16425.918"
    ),
)


@PAGE.example(
    "Không có lý do, có lý do, không đổi",
    "Without a reason, with one, unchanged",
    facts("""
        case | first     | restated
        A    | 16421.418 | 16425.918
        B    | 16421.418 | 16425.918
        C    | 16421.418 | 16421.418
    """),
    beside(
        """
        case | reason
        A    | …
        B    | “cập nhật số liệu thuế”
        C    | …
    """,
        caption=Text("Lý do ghi kèm", "Reason given"),
    ),
    answers="""
        case | verdict | gap
        A    | broken  | 4.500
        B    | holds   | 4.500
        C    | holds   | 0.000
    """,
)
def _(given):
    reasons = given.by("reason")
    rules = {
        case: Restated(HERE, *row, reason=reasons[case] or "") for case, row in given.first.rows().items()
    }
    return {case: (verdict(rule), rule.judge()[0].imbalance) for case, rule in rules.items()}
