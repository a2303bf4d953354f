"""Exact zones by strategic amalgamation."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited
from tests.spec.pages.crosswalk._map import walk_of

from tongket.figures.methods.crosswalk.zones import zone_of, zones

PAGE = Page(
    title=Text("Vùng so sánh chính xác", "Exact zones"),
    of=(zones, zone_of),
    what=Text(
        "Nhóm nhỏ nhất các đơn vị cũ và mới cùng phủ một vùng đất: so sánh chính xác qua lần đổi ranh giới, không cần tỷ lệ nào. Cấp huyện đã bỏ vẫn sống tiếp như vùng thống kê.",
        "The smallest groups of former and later units on the same ground: exact comparison across the change, without any share. Abolished districts live on as statistical zones.",
    ),
    formula=Text(
        "vùng = thành phần liên thông của đồ thị (cũ, mới)",
        "zones = connected components of the graph (old, new)",
    ),
    where=Text(
        "đơn vị cũ và mới nối với nhau khi có chung đất; mỗi nhóm nối liền là một vùng.",
        "former and later units are joined where they share ground; each connected group is a zone.",
    ),
    when=Text(
        "Khi tỷ lệ chia không đáng tin, hoặc cần chuỗi dài chính xác.",
        "Where shares cannot be trusted, or a long exact series is wanted.",
    ),
    missing=Text(
        "tỷ lệ không biết vẫn nối như mọi quan hệ.", "a link of unknown share joins like any other."
    ),
    zero=Text("tỷ lệ 0 không nối.", "a share of 0 does not join."),
    negative=Text("không áp dụng.", "does not apply."),
    source=cited(
        "IHSN, strategic amalgamation",
        "IHSN, strategic amalgamation",
        "vùng so sánh qua thời gian",
        "comparable areas over time",
    ),
)
PAGE_LINKS = beside(
    """
    old | new | share | basis
    a   | x   | 1     | exact
    b   | x   | …     | exact
    b   | y   | …     | exact
    c   | z   | 1     | exact
    """,
    labels=2,
    caption=Text("Quan hệ đơn vị cũ – mới", "Former and later units"),
)


@PAGE.example(
    "Bốn quan hệ, hai vùng",
    "Four links, two zones",
    facts("""
        old | value
        a   | 10
        b   | 20
        c   | 5
    """),
    PAGE_LINKS,
    answers="""
        zone | formers | value
        x+y  | a, b    | 30
        z    | c       | 5
    """,
)
def _(given):
    walk, values = walk_of(given), given.by("value")
    found = zones(walk)
    assert set(zone_of(found)) == set(walk.later)
    return {zone.code: (zone.former, sum(values[code] for code in zone.former)) for zone in found}
