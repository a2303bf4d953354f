"""The attacker."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import UNKNOWN, ZERO

from tongket.figures.methods.disclosure.attack import Attack
from tongket.figures.methods.disclosure.cells import Before, Cell, Equation
from tongket.figures.methods.disclosure.protect import protect
from tongket.figures.methods.disclosure.rules import Rules

PAGE = Page(
    title=Text(
        "Kẻ dò số: khoảng suy ra được của ô bị giấu", "The attacker: what can be said of a withheld cell"
    ),
    of=(Attack,),
    what=Text(
        "Mọi kết quả giấu ô đều bị thử: từ tất cả những gì được in, tính giá trị nhỏ nhất và lớn nhất có thể của từng ô bị giấu. Chỉ nhận khi không khoảng nào hẹp hơn mức bảo vệ.",
        "Every pattern is attacked: from all that is printed, the least and greatest possible value of each withheld cell. It is accepted only when no interval is narrower than its protection level.",
    ),
    formula="min, max f(p)   s.t.  M f = 0,  lb ≤ f ≤ ub",
    where=Text(
        "lb, ub: điều ai cũng biết (thường là không âm). Đơn vị đứng một mình trong một ô biết thêm ô đó.",
        "lb, ub: what everybody knows (as a rule not below 0). A unit alone in a cell knows that cell besides.",
    ),
    when=Text("Kiểm nghiệm cuối cùng trước khi công bố.", "The last test before a release."),
    missing=UNKNOWN,
    zero=ZERO,
    negative=Text(
        "ô có thể âm phải có cận dưới riêng.", "a cell that can be negative needs a lower bound of its own."
    ),
    source=sdc("bảng Geurts (1992)", "the table of Geurts (1992)"),
)


@PAGE.example(
    "Bảng Geurts: chỉ in tổng hàng 7 và 3, tổng cột 6 và 4",
    "The table of Geurts: only row totals 7 and 3 and column totals 6 and 4 are printed",
    facts("""
        cell  | value
        x₁₁   | 5
        x₁₂   | 2
        x₂₁   | 1
        x₂₂   | 2
    """),
    answers="""
        cell | low | high
        x₁₁  | 3   | 6
        x₁₂  | 1   | 4
        x₂₁  | 0   | 3
        x₂₂  | 0   | 3
    """,
)
def _(given):
    inside = given.by("value")
    sums = {"r1": ("x₁₁", "x₁₂"), "r2": ("x₂₁", "x₂₂"), "c1": ("x₁₁", "x₂₁"), "c2": ("x₁₂", "x₂₂")}
    cells = [Cell(key, value, before=Before.WITHHELD) for key, value in inside.items()]
    cells += [Cell(name, sum(inside[key] for key in parts)) for name, parts in sums.items()]
    lines = [Equation.total(name, parts) for name, parts in sums.items()]
    found = protect(cells, lines, Rules((), Decimal(10))).intervals
    return {key: (found[key].lower, found[key].upper) for key in inside}
