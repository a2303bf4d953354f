"""The threshold rule."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import sdc
from tests.spec.pages.disclosure._cells import NEGATIVE, UNKNOWN, ZERO, cell

from tongket.figures.methods.disclosure.rules import Rules, Threshold, primary

PAGE = Page(
    title=Text("Quy tắc ngưỡng", "The threshold rule"),
    of=(Threshold, primary),
    what=Text(
        "Ô có ít hơn n đơn vị (tính theo nhóm doanh nghiệp cùng sở hữu) thì không an toàn.",
        "A cell of fewer than n units (counted by holding) is not safe.",
    ),
    formula="N < n;   UPL = LPL = r/100 · |X|",
    where=Text(
        "N: số nhóm đứng sau ô; n: ngưỡng; r: khoảng an toàn, %.",
        "N: holdings behind the cell; n: the threshold; r: safety range, %.",
    ),
    when=Text(
        "Luôn dùng; Luật Thống kê cấm lộ thông tin gắn với tên một đơn vị, ngưỡng do sở quyết định.",
        "Always; the Law on Statistics bars information tied to a named unit, the threshold is the office's decision.",
    ),
    missing=UNKNOWN,
    zero=ZERO,
    negative=NEGATIVE,
    source=sdc("mục 4.2.1", "§4.2.1"),
)


@PAGE.example(
    "Ngưỡng 3, khoảng an toàn 20 %",
    "A threshold of 3, a safety range of 20 %",
    facts(
        """
        cell | x₁ | x₂ | x₃
        A | 60 | 40 | …
        B | 40 | 30 | 30
        C | 0 | … | …
    """,
        caption=Text("Phần của từng đơn vị trong ô", "Parts of the units of each cell"),
    ),
    answers="""
        cell | unsafe | status | UPL
        A | yes | A | 20
        B | no | none | …
        C | no | none | …
    """,
    note=Text(
        "Trạng thái bảo mật SDMX: A số đếm nhỏ, O một đơn vị, M tập trung.",
        "SDMX CONF_STATUS: A small counts, O one unit, M concentration.",
    ),
)
def _(given):
    rules = Rules((Threshold(3, Decimal(20)),), Decimal(20))
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
