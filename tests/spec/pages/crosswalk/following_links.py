"""From one day's units to another's, over dated links."""

from datetime import date
from decimal import Decimal

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.pages.crosswalk._map import ABS

from tongket.figures.methods.crosswalk.walk import composed, crosswalk
from tongket.figures.terms.area import Area, AreaLink, AreaMap

PAGE = Page(
    title=Text("Đi theo các quan hệ có ngày", "Following dated links"),
    of=(crosswalk, composed),
    what=Text(
        "Từ mỗi đơn vị của ngày trước đến các đơn vị của ngày sau, qua mọi lần đổi ở giữa: tỷ lệ nhân dọc đường và cộng khi các đường gặp nhau. Nối bằng mã và ngày, không bao giờ bằng tên.",
        "From each unit of one day to those of another through every change between: shares multiply along the way and add where ways meet. Joined by code and date, never by name.",
    ),
    formula="s(a → z) = Σ s(a → m) · s(m → z)",
    where=Text("m: các đơn vị ở giữa.", "m: the units between."),
    when=Text("204 xã thành 200, rồi 200 thành 75.", "204 communes became 200, and 200 became 75."),
    missing=Text(
        "tỷ lệ không biết vẫn là không biết, trừ khi mọi phần cùng về một nơi.",
        "an unknown share stays unknown, unless all it may have gone to is one unit.",
    ),
    zero=Text("tỷ lệ 0 bị bỏ.", "shares of 0 are dropped."),
    negative=Text("bị từ chối; tỷ lệ của một đơn vị phải cộng bằng 1.", "refused; a unit's shares add to 1."),
    source=ABS,
)
DAYS = {"2015": date(2015, 1, 1), "2025-02": date(2025, 2, 1), "2025-07": date(2025, 7, 1)}


@PAGE.example(
    "Hai lần đổi trong năm 2025",
    "Two changes in 2025",
    beside(
        """
        old | new | since   | share
        a   | m   | 2025-02 | 0.5
        a   | n   | 2025-02 | 0.5
        m   | x   | 2025-07 | 1
        n   | x   | 2025-07 | 0.4
        n   | y   | 2025-07 | 0.6
    """,
        labels=3,
        caption=Text("Quan hệ và ngày có hiệu lực", "Links and when they came into force"),
    ),
    answers="""
        new | share
        x   | 0.7
        y   | 0.3
    """,
    note=Text(
        "0,5 × 1 + 0,5 × 0,4 = 0,7; đi hai bước hay đi thẳng đều như nhau.",
        "0.5 × 1 + 0.5 × 0.4 = 0.7; two steps and the straight way agree.",
    ),
)
def _(given):
    links = [(*key.split(" / "), share) for key, share in given.by("share").items()]
    began = {"a": "2015", "m": "2025-02", "n": "2025-02", "x": "2025-07", "y": "2025-07"}
    ends = {"a": date(2025, 1, 31), "m": date(2025, 6, 30), "n": date(2025, 6, 30)}
    areas = tuple(Area(c, DAYS[d], ends.get(c), "commune", "xã", c, "") for c, d in began.items())
    joined = tuple(
        AreaLink("e", o, DAYS[began[o]], n, DAYS[d], Decimal(s), "population", True) for o, n, d, s in links
    )
    register = AreaMap(areas, (), joined)
    then, between, today = date(2020, 12, 31), date(2025, 5, 31), date(2025, 12, 31)
    straight = crosswalk(register, then, today, "commune")
    steps = crosswalk(register, then, between, "commune"), crosswalk(register, between, today, "commune")
    assert composed(*steps) == straight
    return straight.spreads["a"].parts
