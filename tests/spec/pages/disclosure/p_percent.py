"""The p % rule."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, UNKNOWN, ZERO, cell

from tongket.figures.methods.disclosure.rules import PPercent, Rules, primary

PAGE = Page(
    title=Text("Quy tắc p %", "The p % rule"),
    of=(PPercent, primary),
    what=Text(
        "Đơn vị lớn thứ hai không được ước được đơn vị lớn nhất trong khoảng p %.",
        "The second largest unit may not estimate the largest within p %.",
    ),
    formula="X − x₁ − x₂ < p/100 · x₁;   UPL = p/100 · x₁ − (X − x₁ − x₂)",
    where=Text("x₁, x₂: hai nhóm lớn nhất; X: tổng ô.", "x₁, x₂: the two largest holdings; X: the cell."),
    when=Text(
        "Quy tắc nên dùng cho doanh nghiệp; p được giữ kín.",
        "The rule to use for enterprises; p is kept secret.",
    ),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("chương 4", "ch. 4"),
)


@PAGE.example(
    "p = 10: phần còn lại 8000 là 15,4 % của 52 000, an toàn",
    "p = 10: the rest of 8000 is 15.4 % of 52,000, safe",
    facts(
        """
        cell | x₁ | x₂ | x₃
        A | 52000 | 50000 | 8000
        B | 50000 | 49000 | 1000
        C | 700 | 200 | 50
    """,
        caption=Text("Phần của từng đơn vị trong ô", "Parts of the units of each cell"),
    ),
    answers="""
        cell | unsafe | status | UPL
        A | no | none | …
        B | yes | M | 4000
        C | yes | M | 20
    """,
    note=Text(
        "Trạng thái bảo mật SDMX: A số đếm nhỏ, O một đơn vị, M tập trung.",
        "SDMX CONF_STATUS: A small counts, O one unit, M concentration.",
    ),
)
def _(given):
    rules = Rules((PPercent(Decimal(10)),), Decimal(20))
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
