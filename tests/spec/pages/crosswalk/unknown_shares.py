"""Shares nobody published: the zone is the answer."""

from decimal import Decimal

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.pages.crosswalk._map import ABS, SIGN, walk_of

from tongket.figures.methods.crosswalk.convert import convert
from tongket.figures.methods.crosswalk.walk import reshared

PAGE = Page(
    title=Text("Tỷ lệ chia không ai công bố", "Shares nobody published"),
    of=(reshared,),
    what=Text(
        "Khi xã cũ bị chia mà không ai công bố chia thế nào, hệ thống không đoán: xã mới không có số, vùng gộp có số đúng. Có dân số hay số hộ của từng phần thì tỷ lệ được đo lại.",
        "When a former commune was divided and nobody said how, nothing is guessed: the later communes have no figure, their zone has an exact one. With the population or households of the pieces, shares are measured anew.",
    ),
    formula="s = p / Σ p",
    where=Text(
        "p: cỡ của mỗi phần, theo thước đo gần với chỉ tiêu nhất (điện: số hộ; bán lẻ: hộ kinh doanh).",
        "p: size of each piece, by the measure nearest to the variable (electricity: households; retail: businesses).",
    ),
    when=Text("Nghị quyết chia một xã cho hai xã mới.", "A resolution divides a commune between two."),
    missing=Text("không có cỡ: không có số của xã mới.", "without sizes the later communes have no figure."),
    zero=Text("cỡ bằng 0 ở mọi phần bị từ chối.", "sizes all 0 are refused."),
    negative=SIGN,
    source=ABS,
)
UNKNOWN = beside(
    """
    old | new | share | basis
    a   | x   | …     | exact
    a   | y   | …     | exact
    """,
    labels=2,
    caption=Text("Quan hệ xã cũ – xã mới", "Former and later communes"),
)


@PAGE.example(
    "1000 hộ, dân số các phần 5200 và 7800",
    "1000 households, pieces of 5200 and 7800 people",
    facts("""
        old | value
        a   | 1000
    """),
    UNKNOWN,
    beside("""
        new | population
        x   | 5200
        y   | 7800
    """),
    answers="""
        answer | unknown_share  | known_share
        x      | not_comparable | 400
        y      | not_comparable | 600
        zone   | 1000           | 1000
    """,
)
def _(given):
    walk, sizes = walk_of(given), given.by("population")
    values = {"a": Decimal(given["value"][0])}
    blind, sharp = (
        convert(values, walk, "count"),
        convert(values, reshared(walk, {"a": sizes}, "population"), "count"),
    )
    rows = {code: (blind.units[code].cause, sharp.units[code].value) for code in sizes}
    return {**rows, "zone": (sum(blind.zones.values()), sum(sharp.zones.values()))}
