"""The (p, q) rule."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, UNKNOWN, ZERO, cell

from tongket.figures.methods.disclosure.rules import PriorPosterior, Rules, primary

PAGE = Page(
    title=Text("Quy tắc (p, q)", "The (p, q) rule"),
    of=(PriorPosterior, primary),
    what=Text(
        "Như p %, khi các đối thủ đã biết trước mỗi phần trong khoảng q %.",
        "As p %, where competitors knew each part within q % beforehand.",
    ),
    formula="X − x₁ − x₂ < p/q · x₁;   UPL = p/q · x₁ − (X − x₁ − x₂)",
    where=Text("p < q; (p, 100) là quy tắc p %.", "p < q; (p, 100) is the p % rule."),
    when=Text("Khi ngành ít đơn vị và quen biết nhau.", "In trades of few who know each other."),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("chương 4", "ch. 4"),
)


@PAGE.example(
    "(10, 50) như p % với p = 20: 100 < 140",
    "(10, 50) is p % with p = 20: 100 < 140",
    facts(
        """
        cell | x₁ | x₂ | x₃
        A | 700 | 200 | 100
        B | 700 | 200 | 150
    """,
        caption=Text("Phần của từng đơn vị trong ô", "Parts of the units of each cell"),
    ),
    answers="""
        cell | unsafe | status | UPL
        A | yes | M | 40
        B | no | none | …
    """,
    note=Text(
        "Trạng thái bảo mật SDMX: A số đếm nhỏ, O một đơn vị, M tập trung.",
        "SDMX CONF_STATUS: A small counts, O one unit, M concentration.",
    ),
)
def _(given):
    rules = Rules((PriorPosterior(Decimal(10), Decimal(50)),), Decimal(20))
    rows = {}
    for name, parts in given.first.rows().items():
        amounts = {f"u{place}": part for place, part in enumerate(parts) if part}
        found = primary([cell(name, amounts, sum(amounts.values(), Decimal(0)))], rules).get(name)
        rows[name] = (
            found is not None,
            "none" if found is None else found.code,
            None if found is None else found.upper,
        )
    return rows
