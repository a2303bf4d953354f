"""Flows, stocks and counts on another map."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.crosswalk._map import ABS, LINKS, SIGN, walk_of

from tongket.figures.methods.crosswalk.convert import convert

PAGE = Page(
    title=Text("Chuyển chỉ tiêu cộng được sang bản đồ khác", "Flows, stocks and counts on another map"),
    of=(convert,),
    what=Text(
        "Số liệu của xã cũ kể lại trên xã mới: mỗi số chia theo tỷ lệ đã nêu căn cứ, tổng không đổi đến đơn vị cuối. Kèm chất lượng và trạng thái của từng số.",
        "Figures of former communes told on later ones: each divided by shares of a stated basis, totals kept to the last unit. With the quality and status of each.",
    ),
    formula=Text(
        "Y(mới) = Σ s · Y(cũ);   Q = Σ |y| s² / Σ |y| s", "Y(new) = Σ s · Y(old);   Q = Σ |y| s² / Σ |y| s"
    ),
    where=Text(
        "s: tỷ lệ của xã cũ về xã mới; Q: chất lượng, 1 khi không phải chia.",
        "s: share of the former unit in the later; Q: quality, 1 where nothing was divided.",
    ),
    when=Text(
        "Chỉ tiêu thời kỳ, thời điểm, số đếm cộng được. Tỷ lệ, chỉ số, số đếm không trùng có cách riêng.",
        "Flows, stocks and counts that add. Ratios, indices and distinct counts have ways of their own.",
    ),
    missing=Text(
        "thiếu vẫn là thiếu, ở mọi xã mới nhận một phần; tỷ lệ không ai công bố thì không có số, chỉ có số của vùng chính xác nhỏ nhất.",
        "missing stays missing wherever a part would go; a share nobody published gives no figure but that of the smallest exact zone.",
    ),
    zero=Text("0 là một giá trị.", "0 is a value."),
    negative=SIGN,
    source=ABS,
)


@PAGE.example(
    "Doanh thu của ba xã cũ",
    "Turnover of three former communes",
    facts("""
        old | value
        a   | 1000
        b   | 500
        c   | 7
    """),
    LINKS,
    answers="""
        new   | value | quality | status
        x     | 400   | 0.4000  | E
        y     | 1100  | 0.7818  | E
        c     | 7     | 1.0000  | A
        total | 1507  | …       | none
    """,
    note=Text("Q(y) = (600 × 0,6 + 500 × 1) / 1100.", "Q(y) = (600 × 0.6 + 500 × 1) / 1100."),
)
def _(given):
    found = convert(given.by("value"), walk_of(given), "flow")
    rows = {code: (one.value, one.quality, one.status) for code, one in found.units.items()}
    return {**rows, "total": (sum(found.zones.values()), None, "none")}


@PAGE.example(
    "Xã a chưa báo cáo",
    "Commune a has not reported",
    facts("""
        old | value
        a   | …
        b   | 500
        c   | 0
    """),
    LINKS,
    answers="""
        new | value
        x   | not_answered
        y   | not_answered
        c   | 0
    """,
)
def _(given):
    units = convert(given.by("value"), walk_of(given), "flow").units
    return {code: one.cause if one.value is None else one.value for code, one in units.items()}
