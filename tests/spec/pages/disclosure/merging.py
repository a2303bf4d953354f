"""Where no pattern can protect: aggregate first."""

from dataclasses import replace
from decimal import Decimal

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, RULES, UNKNOWN, ZERO, cell, of_many

from tongket.figures.methods.disclosure.cells import Before, Cell, Equation
from tongket.figures.methods.disclosure.merging import merges
from tongket.figures.methods.disclosure.protect import protect

PAGE = Page(
    title=Text("Khi không giấu nổi: gộp trước", "Where nothing can hide it: aggregate first"),
    of=(merges,),
    what=Text(
        "Khi mọi ô khác đã in hoặc không đủ lớn để che, hệ thống không công bố và nêu những phân tổ nên gộp lại để an toàn.",
        "Where all else is printed or too small to hide a cell, nothing may be released, and the categories to put together are named.",
    ),
    formula="a ∪ b ∪ … : ¬unsafe",
    where=Text(
        "các ô cạnh nhau được thêm dần theo giá, cho đến khi quy tắc thấy an toàn.",
        "cells side by side are added by rising cost until the rules find the whole safe.",
    ),
    when=Text("Không tìm được cách giấu an toàn.", "No safe pattern exists."),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("mục gộp phân tổ", "redesign of tables"),
)


@PAGE.example(
    "Tổng và ô c đã in lần trước; ô b quá nhỏ",
    "The total and c were printed before; b is too small",
    facts("""
        cell | value
        a    | 50
        b    | 6
        c    | 60
    """),
    beside(
        """
        cell | owner
        a    | U
        b    | V
        c    | many
    """,
        caption=Text("Đứng sau ô (b: ba đơn vị)", "Behind the cell (b: three units)"),
    ),
    answers="""
        answer | value
        safe   | no
        merge  | a, b
        enough | yes
    """,
)
def _(given):
    values = {key: Decimal(value) for key, value in given.by("value").items()}
    b = cell("b", {f"v{i}": values["b"] / 3 for i in range(3)})
    c = replace(of_many("c", values["c"]), before=Before.PUBLISHED)
    whole = Cell("whole", sum(values.values()), before=Before.PUBLISHED)
    cells, lines = [cell("a", {"U": values["a"]}), b, c, whole], [Equation.total("whole", "abc")]
    found = protect(cells, lines, RULES)
    (merge,) = found.merges
    return {"safe": found.safe, "merge": merge.cells, "enough": merge.safe}
