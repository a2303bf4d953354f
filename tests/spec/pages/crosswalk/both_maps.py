"""A series on both maps."""

from datetime import date
from decimal import Decimal

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.pages.crosswalk._map import ABS, SIGN

from tongket.figures.methods.crosswalk.both_maps import both_maps, last_day
from tongket.figures.terms.area import Area, AreaLink, AreaMap
from tongket.figures.terms.period import Period

PAGE = Page(
    title=Text("Chuỗi trên cả hai bản đồ", "A series on both maps"),
    of=(both_maps, last_day),
    what=Text(
        "Mỗi chuỗi có hai dạng: như đã công bố, mỗi kỳ trên bản đồ của kỳ đó (đứt ở lần đổi), và toàn bộ trên bản đồ sau (không đứt; tăng trưởng qua lần đổi lấy ở đây).",
        "Every series twice: as published, each period on its own map (it breaks at the change), and throughout on the later map (no break; growth over the change is taken there).",
    ),
    formula=Text(
        "như cũ: y(p, map(p));   trên bản đồ sau: Σ s · y(p, map(p))",
        "as was: y(p, map(p));   on map: Σ s · y(p, map(p))",
    ),
    where=Text("map(p): bản đồ ngày cuối của kỳ p.", "map(p): the map of the last day of period p."),
    when=Text(
        "Công bố cả hai ít nhất 12 tháng sau khi đổi.", "Publish both for 12 months at least after a change."
    ),
    missing=Text("như chỉ tiêu cộng được.", "as for flows."),
    zero=Text("0 là một giá trị.", "0 is a value."),
    negative=SIGN,
    source=ABS,
)


@PAGE.example(
    "Xã a chia đôi thành x và y ngày 1/7/2025; xã c không đổi",
    "Commune a was halved into x and y on 1 July 2025; c stayed",
    facts("""
        area | 2025-06 | 2025-07
        a    | 10      | …
        x    | …       | 6
        y    | …       | 5
        c    | 1       | 2
    """),
    beside(
        """
        old | new | share
        a   | x   | 0.5
        a   | y   | 0.5
    """,
        labels=2,
        caption=Text("Quan hệ", "Links"),
    ),
    answers="""
        area | 2025-06 | 2025-07 | status
        x    | 5       | 6       | B
        y    | 5       | 5       | B
        c    | 1       | 2       | A
    """,
    note=Text(
        "Số của tháng 6 là trên bản đồ mới; trạng thái là của tháng 7 trên chuỗi như đã công bố.",
        "June is told on the later map; the status is that of July in the series as published.",
    ),
)
def _(given):
    old, new, ended = date(2015, 1, 1), date(2025, 7, 1), last_day(Period.month(2025, 6))
    areas = [Area("a", old, ended, "commune", "xã", "a", ""), Area("c", old, None, "commune", "xã", "c", "")]
    areas += [Area(code, new, None, "commune", "xã", code, "") for code in "xy"]
    links = [
        AreaLink(
            "e", *key.split(" / ")[:1], old, key.split(" / ")[1], new, Decimal(share), "population", True
        )
        for key, share in given.by("share").items()
    ]
    june, july = Period.month(2025, 6), Period.month(2025, 7)
    rows = given.first.rows()
    series = {june: {c: rows[c][0] for c in "ac"}, july: {c: rows[c][1] for c in "xyc"}}
    found = both_maps(series, AreaMap(tuple(areas), (), tuple(links)), date(2025, 12, 31), "commune")
    before, after = found.on_map[june].values(), found.on_map[july].values()
    return {code: (before[code], after[code], found.as_was[july][code].status) for code in "xyc"}
