"""Units of one holding count as one."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, UNKNOWN, ZERO

from tongket.figures.methods.disclosure.cells import Cell, Contribution, pooled_contributions
from tongket.figures.methods.disclosure.contributors import holders, sole_holder
from tongket.figures.methods.disclosure.rules import unjudged

PAGE = Page(
    title=Text("Nhóm doanh nghiệp cùng sở hữu và đơn vị đồng ý công bố", "Holdings and waivers"),
    of=(holders, sole_holder, pooled_contributions, unjudged),
    what=Text(
        "Các đơn vị cùng một công ty mẹ biết số của nhau, nên đếm là một. Đơn vị đã đồng ý bằng văn bản thì không cần giấu, nhưng vẫn là đối thủ của đơn vị khác.",
        "Units of one parent know each other's figures and count as one. A unit that has agreed in writing needs no hiding, but still is others' competitor.",
    ),
    formula="x(h) = Σ x(u),   u ∈ h",
    where=Text("h: nhóm; u: đơn vị.", "h: holding; u: unit."),
    when=Text("Trước mọi quy tắc bảo mật.", "Before every rule of confidentiality."),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("mục 4.2", "§4.2"),
)


@PAGE.example(
    "Ba đơn vị, hai nhóm",
    "Three units, two holdings",
    facts("""
        unit | value
        A    | 60
        B    | 30
        C    | 50
    """),
    beside(
        """
        unit | holding
        A    | H
        B    | H
        C    | K
    """,
        caption=Text("Nhóm", "Holding"),
    ),
    answers="""
        answer    | value
        N         | 2
        largest   | 90
        sole      | none
        sole_of_A | H
        unnamed   | z
    """,
    note=Text("“Không rõ”: ô z không ai được nêu tên.", "“Unnamed”: nobody is named behind cell z."),
)
def _(given):
    parts = {u: Contribution(u, value, given.by("holding")[u]) for u, value in given.by("value").items()}
    whole = Cell("w", None, pooled_contributions([(Cell("w", None, (one,)), 1) for one in parts.values()]))
    found = holders(whole)
    own = Cell("a", None, (parts["A"], parts["B"]))
    return {
        "N": found.count, "largest": found.holders[0].amount, "sole": sole_holder(whole) or "none",
        "sole_of_A": sole_holder(own), "unnamed": unjudged({"w": whole, "z": Cell("z", 5)}),
    }  # fmt: skip
