"""Insiders, and sums of withheld cells."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, RULES, UNKNOWN, ZERO, row_of

from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.protect import protect
from tongket.figures.methods.disclosure.unions import unsafe_unions

PAGE = Page(
    title=Text("Người trong cuộc và tổng của các ô bị giấu", "Insiders, and unions of withheld cells"),
    of=(unsafe_unions,),
    what=Text(
        "Hai ô một đơn vị không che được cho nhau: mỗi đơn vị biết ô của mình và trừ ra ô kia. Tổng của hai ô cùng một chủ lộ ra cũng là lộ chủ đó.",
        "Two cells of one unit each do not hide each other: each unit knows its own and subtracts. The sum of two cells of one owner gives that owner away.",
    ),
    formula="a + b = X,  b ∈ H  ⇒  a = X − b",
    where=Text(
        "X: tổng suy ra được; H: điều đơn vị đứng sau ô b biết.",
        "X: a sum that can be worked out; H: what the unit behind b knows.",
    ),
    when=Text("Mặc định bật.", "On by default."),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("mục singleton", "singletons"),
)
VALUES = facts("""
        cell | value
        a    | 50
        b    | 40
        c    | 60
        d    | 80
    """)


@PAGE.example(
    "Hai đơn vị, mỗi đơn vị một ô",
    "Two units, a cell each",
    VALUES,
    beside(
        """
        cell | owner
        a    | U
        b    | V
        c    | many
        d    | many
    """,
        caption=Text("Đứng sau ô", "Behind the cell"),
    ),
    answers="""
        answer           | value
        with_insiders    | a, b, c
        without_insiders | a, b
    """,
)
def _(given):
    cells, lines = row_of(given)
    loose = Policy(insiders=False, unions=False)
    return {
        "with_insiders": protect(cells, lines, RULES).withheld,
        "without_insiders": protect(cells, lines, RULES, loose).withheld,
    }


@PAGE.example(
    "Một đơn vị đứng một mình trong hai ô",
    "One unit alone in two cells",
    VALUES,
    beside(
        """
        cell | owner
        a    | U
        b    | U
        c    | many
        d    | many
    """,
        caption=Text("Đứng sau ô", "Behind the cell"),
    ),
    answers="""
        answer   | value
        withheld | a, b, c
        unions   | 1
    """,
)
def _(given):
    found = protect(*row_of(given), RULES, Policy(insiders=False))
    return {"withheld": found.withheld, "unions": len(found.audit.unions)}
