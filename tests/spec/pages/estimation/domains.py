"""Totals of domains that cut across strata."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cochran

from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.totals import domain_total

PAGE = Page(
    title=Text("Ước lượng cho miền (địa bàn, ngành) cắt ngang các tầng", "Domain estimates"),
    of=(domain_total,),
    what=Text(
        "Tổng của một phần không trùng với tầng: đơn vị ngoài miền được coi là 0, và ước như thường. Các miền làm thành toàn bộ thì cộng lại đúng tổng.",
        "The total of a part that is no stratum: y of units outside is set to 0 and estimated as usual. Domains that make the whole add to it.",
    ),
    formula="y′ = y · 1{i ∈ D};   Y(D) = (N/n) Σ y′",
    where=Text("D: miền cần ước.", "D: the domain."),
    when=Text(
        "Doanh thu của một xã khi mẫu phân tầng theo ngành.", "Turnover of a commune when strata are trades."
    ),
    missing=Text(
        "đơn vị trong miền không trả lời vẫn là thiếu; ngoài miền là 0.",
        "a missing answer inside stays missing; outside it is 0.",
    ),
    zero=Text(
        "miền không có đơn vị mẫu nào được ước là 0 với phương sai 0.",
        "a domain no drawn unit lies in is estimated at 0 with variance 0.",
    ),
    negative=Text("được tính và ghi chú.", "counts and is noted."),
    source=cochran("§2.13"),
)


@PAGE.example(
    "Hai trong ba đơn vị mẫu ở trong miền",
    "Two of three sampled units lie inside",
    facts("""
        unit | y
        1    | 4
        2    | 6
        3    | 8
    """),
    beside(
        """
        unit | domain
        1    | A
        2    | B
        3    | A
    """,
        caption=Text("Miền của đơn vị (N = 10)", "Domain of each unit (N = 10)"),
    ),
    answers="""
        domain | total  | variance
        A      | 40     | 373.333
        B      | 20     | 280.000
    """,
    note=Text(
        "A: 4, 0, 8, s² = 16; B: 0, 6, 0, s² = 12; 40 + 20 = 60.",
        "A: 4, 0, 8, s² = 16; B: 0, 6, 0, s² = 12; 40 + 20 = 60.",
    ),
)
def _(given):
    where = given.by("domain")
    stratum = Stratum("h", 10, tuple(SampledUnit(unit, y) for unit, y in given.by("y").items()))
    parts = {d: domain_total([stratum], lambda one, d=d: where[one.unit] == d, expansion) for d in "AB"}
    return {d: (found.value, found.variance) for d, found in parts.items()}
