"""Linked tables: months and the year to date."""

from dataclasses import replace
from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, RULES, UNKNOWN, ZERO, cell, of_many

from tongket.figures.methods.disclosure.cells import Before, Cell, Equation
from tongket.figures.methods.disclosure.protect import protect

PAGE = Page(
    title=Text("Bảng liên kết: tháng và lũy kế", "Linked tables: months and the year to date"),
    of=(protect,),
    what=Text(
        "Lũy kế trừ các tháng đã in là ra tháng bị giấu. Tháng và lũy kế, ngành và sản phẩm, lần công bố trước và lần này được bảo vệ cùng lúc.",
        "The year to date less the printed months is the withheld month. Months and year to date, classes and products, earlier releases and this one are protected together.",
    ),
    formula="L = x(1) + x(2) + x(3)",
    where=Text(
        "mỗi quan hệ cộng mà ai cũng biết là một phương trình của bảng.",
        "every sum that anybody knows is an equation.",
    ),
    when=Text(
        "Luôn luôn; ô đã in lần trước không thể giấu lại nữa, nên bị coi là đã biết.",
        "Always; what an earlier release printed can no longer be hidden and counts as known.",
    ),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("mục bảng liên kết", "linked tables"),
)


@PAGE.example(
    "Hai ngành, ba tháng; ngành a tháng 2 chỉ có một đơn vị",
    "Two industries, three months; industry a has one unit in February",
    facts("""
        industry | M1 | M2 | M3
        a        | 31 | 32 | 33
        b        | 41 | 42 | 43
        c        | 90 | 90 | 90
    """),
    answers="""
        answer        | value
        at_once       | a1, a2, b1, b2
        year_printed  | no
        inside        | a2
    """,
    note=Text(
        "Giấu bốn ô thành hình chữ nhật qua hai ngành và hai tháng. Nếu mọi thứ khác đã in trước thì không cứu được a2, và hệ thống nói rõ.",
        "Four cells go, a rectangle over two industries and two months. With all else printed before, a2 cannot be saved, and it is said.",
    ),
)
def _(given):
    cells, lines = _tables(given)
    found = protect(cells, lines, RULES)
    printed = [replace(one, before=Before.PUBLISHED) if one.key != "a2" else one for one in cells]
    late = protect(printed, lines, RULES)
    return {
        "at_once": found.withheld,
        "year_printed": late.safe,
        "inside": sorted({one.cell for one in late.audit.inside}),
    }


def _tables(given):
    rows, cells, lines = given.first.rows(), [], []
    for month in (1, 2, 3):
        column = {industry: row[month - 1] for industry, row in rows.items()}
        for industry, value in column.items():
            key = f"{industry}{month}"
            alone = key == "a2"
            cells.append(cell(key, {"U": Decimal(value)}) if alone else of_many(key, value))
        cells.append(Cell(f"t{month}", sum(column.values())))
        lines.append(Equation.total(f"t{month}", [f"{industry}{month}" for industry in rows]))
    for node in (*rows, "t"):
        parts = [one for one in cells if one.key[0] == node]
        cells.append(Cell(f"{node}y", sum(one.value for one in parts)))
        lines.append(Equation.total(f"{node}y", [one.key for one in parts]))
    lines.append(Equation.total("ty", [f"{industry}y" for industry in rows]))
    return cells, lines
