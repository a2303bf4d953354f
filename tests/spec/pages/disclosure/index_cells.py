"""An index tells on a firm as its quantity does."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, RULES, UNKNOWN, ZERO, cell, of_many

from tongket.figures.methods.disclosure.cells import Before, Cell, Equation
from tongket.figures.methods.disclosure.policy import Cost, Policy
from tongket.figures.methods.disclosure.protect import protect

PAGE = Page(
    title=Text("Chỉ số cũng làm lộ doanh nghiệp", "An index gives a firm away too"),
    of=(protect, Equation),
    what=Text(
        "Chỉ số nhân lượng gốc là ra sản lượng của doanh nghiệp duy nhất trong ngành. Chỉ số vì thế là một ô, gắn với lượng bằng một phương trình.",
        "Index times base quantity is the output of the only firm of a class. So an index is a cell, tied to its quantity by an equation.",
    ),
    formula="I = 100/q₀ · q",
    where=Text(
        "q₀: lượng gốc, đã công bố hoặc suy ra được.", "q₀: the base quantity, published or worked out."
    ),
    when=Text(
        "Ngành có dưới ba doanh nghiệp: giấu cả chỉ số của ngành.",
        "A class of fewer than three firms: its index is withheld too.",
    ),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("mục chỉ số và tỷ lệ", "indices and rates"),
)


@PAGE.example(
    "Một nhà máy thủy điện: lượng 120, gốc 80, chỉ số 150",
    "One hydropower plant: 120 on a base of 80, index 150",
    facts("""
        cell | value
        q    | 120
        rest | 300
    """),
    beside("""
        parameter | value
        q₀        | 80
    """),
    answers="""
        answer         | value
        withheld       | index, q, rest
        index_printed  | no
    """,
    note=Text(
        "“Chỉ số đã in”: nếu đã in chỉ số thì không còn cách nào an toàn.",
        "“Index printed before”: then nothing is safe any more.",
    ),
)
def _(given):
    base = given.value("q₀")
    q, rest = (Decimal(value) for value in given["value"])
    cells = [
        cell("q", {"U": q}),
        cell("index", {"U": 100 * q / base}),
        of_many("rest", rest),
        Cell("whole", q + rest),
    ]
    lines = [Equation.total("whole", ["q", "rest"]), Equation.scaled("index", "q", Decimal(100) / base)]
    found = protect(cells, lines, RULES, Policy(cost=Cost.COUNT))
    before = [
        cell("index", {"U": 100 * q / base}, before=Before.PUBLISHED) if c.key == "index" else c
        for c in cells
    ]
    return {"withheld": found.withheld, "index_printed": protect(before, lines, RULES).safe}
