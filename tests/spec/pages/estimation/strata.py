"""Totals over strata; thin strata joined and collapsed."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cochran

from tongket.figures.methods.estimation.estimate import coefficient_of_variation
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.totals import collapsed_variance, estimate_total, pooled

PAGE = Page(
    title=Text("Tổng theo các tầng", "Totals over strata"),
    of=(estimate_total, pooled, collapsed_variance),
    what=Text(
        "Tổng của tỉnh là tổng các tầng (huyện × ngành × quy mô); phương sai cũng cộng. Tầng quá mỏng được gộp với tầng bên cạnh cùng nhóm.",
        "The province is the sum of its strata (district × trade × size), and variances add. A stratum too thin is joined with its neighbour of the same group.",
    ),
    formula="Y = Σ Y(h);   V = Σ V(h);   V = L/(L−1) Σ (Y(h) − N(h)/N Y)²",
    where=Text(
        "công thức thứ ba dùng cho L tầng mỗi tầng một đơn vị mẫu được gộp lại; N và Y là tổng của chúng.",
        "the third is for L strata of one sampled unit each, collapsed; N and Y are their sums.",
    ),
    when=Text("Mọi điều tra chọn mẫu phân tầng.", "Every stratified survey."),
    missing=Text(
        "tầng không ai trả lời nhập vào tầng bên cạnh cùng nhóm; không có tầng nào bên cạnh thì không có tổng.",
        "a stratum nobody answered in is joined with its neighbour; without one there is no total.",
    ),
    zero=Text("tầng không có đơn vị nào là 0 thật.", "an empty stratum is a true 0."),
    negative=Text("được tính và ghi chú.", "counts and is noted."),
    source=cochran("§5A.12"),
)
PARTS = Text("Tầng của đơn vị mẫu", "Stratum of each sampled unit")


def strata(given):
    sizes = given.by("N")
    members = {code: [] for code in sizes}
    for unit, y in given.by("y").items():
        members[given.by("stratum")[unit]].append(SampledUnit(unit, y))
    return [Stratum(code, int(size), tuple(members[code]), group="g") for code, size in sizes.items()]


def found(given):
    total = estimate_total(strata(given), expansion)
    return {
        "total": total.value,
        "variance": total.variance,
        "CV": coefficient_of_variation(total),
        "note": sorted(total.notes),
    }


@PAGE.example(
    "Một tầng mẫu và một tầng điều tra toàn bộ",
    "A sampled stratum and a take-all one",
    facts("""
        unit | y
        1    | 4
        2    | 6
        3    | 8
        4    | 50
        5    | 70
    """),
    beside(
        """
        unit | stratum
        1    | h1
        2    | h1
        3    | h1
        4    | h2
        5    | h2
    """,
        caption=PARTS,
    ),
    beside("""
        stratum | N
        h1      | 10
        h2      | 2
    """),
    answers="""
        answer   | value
        total    | 180
        variance | 93.333
        CV       | 0.0537
        note     | none
    """,
)
def _(given):
    return found(given)


@PAGE.example(
    "Hai tầng, mỗi tầng một đơn vị mẫu: phương sai của tầng gộp (30 − 50)²",
    "Two strata of one sampled unit: the collapsed variance (30 − 50)²",
    facts("""
        unit | y
        1    | 3
        2    | 5
    """),
    beside(
        """
        unit | stratum
        1    | h1
        2    | h2
    """,
        caption=PARTS,
    ),
    beside("""
        stratum | N
        h1      | 10
        h2      | 10
    """),
    answers="""
        answer   | value
        total    | 80
        variance | 400
        CV       | 0.2500
        note     | collapsed
    """,
)
def _(given):
    return found(given)


@PAGE.example(
    "Tầng h2 không ai trả lời: nhập vào h1",
    "Nobody answered in h2: joined with h1",
    facts("""
        unit | y
        1    | 4
        2    | 6
        3    | …
    """),
    beside(
        """
        unit | stratum
        1    | h1
        2    | h1
        3    | h2
    """,
        caption=PARTS,
    ),
    beside("""
        stratum | N
        h1      | 10
        h2      | 5
    """),
    answers="""
        answer   | value
        strata   | 1
        total    | 75
    """,
    note=Text(
        "15 đơn vị, trung bình 5 của hai đơn vị trả lời.", "15 units at the mean of the two that answered, 5."
    ),
)
def _(given):
    return {"strata": len(pooled(strata(given))), "total": estimate_total(strata(given), expansion).value}
