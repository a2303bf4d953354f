"""The (n, k) dominance rule."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, UNKNOWN, ZERO, cell

from tongket.figures.methods.disclosure.rules import Dominance, Rules, primary

PAGE = Page(
    title=Text("Quy tắc chi phối (n, k)", "The (n, k) dominance rule"),
    of=(Dominance, primary),
    what=Text(
        "n đơn vị lớn nhất chiếm hơn k % của ô thì không an toàn.",
        "A cell is not safe when its n largest units make more than k % of it.",
    ),
    formula="x₁ + … + xₙ > k/100 · X;   UPL = 100/k · (x₁ + … + xₙ) − X",
    where=Text(
        "x₁ ≥ x₂ ≥ …: phần của các nhóm; X: tổng ô.", "x₁ ≥ x₂ ≥ …: parts of the holdings; X: the cell."
    ),
    when=Text(
        "Quy tắc cũ, dễ hiểu; có thể bỏ sót khi đơn vị thứ hai biết rất gần đơn vị thứ nhất.",
        "Old and easy; it may pass a cell whose second unit knows the first closely.",
    ),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("chương 4", "ch. 4"),
)


@PAGE.example(
    "(1, 85): ô A của cẩm nang có mức bảo vệ 22,94",
    "(1, 85): cell A of the handbook has a protection level of 22.94",
    facts(
        """
        cell | x₁ | x₂ | x₃
        A | 300 | 20 | 10
        B | 50000 | 49000 | 1000
        C | 0 | 0 | …
    """,
        caption=Text("Phần của từng đơn vị trong ô", "Parts of the units of each cell"),
    ),
    answers="""
        cell | unsafe | status | UPL
        A | yes | O | 22.941
        B | no | none | …
        C | no | none | …
    """,
    note=Text(
        "Trạng thái bảo mật SDMX: A số đếm nhỏ, O một đơn vị, M tập trung.",
        "SDMX CONF_STATUS: A small counts, O one unit, M concentration.",
    ),
)
def _(given):
    rules = Rules((Dominance(1, Decimal(85)),), Decimal(20))
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
