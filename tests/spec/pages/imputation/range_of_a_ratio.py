"""The range of a ratio while returns are out."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.imputation.outstanding import AbsentPair, Bounds, ratio_range

PAGE = Page(
    title=Text("Khoảng của tỷ lệ khi còn thiếu báo cáo", "The range of a ratio while returns are out"),
    of=(ratio_range,),
    what=Text(
        "Tỷ lệ thấp nhất và cao nhất có thể, khi cả tử số và mẫu số của đơn vị còn thiếu chỉ biết trong khoảng.",
        "The least and the largest possible ratio, when numerator and denominator of the absent are known within bounds only.",
    ),
    formula="min, max (N + Σ n) / (D + Σ d),   n ∈ [n₁, n₂], d ∈ [d₁, d₂], n ≤ d",
    where=Text(
        "N, D: phần đã có; n, d: của đơn vị còn thiếu; n ≤ d khi tử số là một phần của mẫu số.",
        "N, D: what is in; n, d: of the absent; n ≤ d where the numerator is a part of the denominator.",
    ),
    when=Text(
        "Tỷ lệ hộ có điện khi còn bản chưa báo cáo.",
        "The share of households with electricity while villages are out.",
    ),
    missing=Text("đơn vị không có giới hạn: không có khoảng.", "a unit without bounds leaves no range."),
    zero=Text("mẫu số có thể bằng 0: không có khoảng.", "a denominator that may be 0 leaves no range."),
    negative=Text(
        "giới hạn mâu thuẫn (n luôn lớn hơn d): không xác định.",
        "bounds that contradict each other (n always above d) are undefined.",
    ),
    source=cited(
        "Dinkelbach, Management Science 13 (1967)",
        "Dinkelbach, Management Science 13 (1967)",
        "tr. 492–498",
        "pp. 492–498",
    ),
)


@PAGE.example(
    "90 trên 100 hộ; còn một bản có 10–20 hộ, trong đó 5–20 hộ có điện",
    "90 of 100 households; one village of 10–20 out, 5–20 of them with electricity",
    facts("""
        answer           | value
        with_electricity | 90
        households       | 100
    """),
    beside(
        """
        answer           | low | high
        with_electricity | 5   | 20
        households       | 10  | 20
    """,
        caption=Text("Bản còn thiếu", "The village that is out"),
    ),
    answers="""
        answer      | low    | high
        part_of     | 0.7917 | 0.9167
        free        | 0.7917 | 1.0000
    """,
    note=Text(
        "95/120 và 110/120; nếu không buộc n ≤ d: 110/110.", "95/120 and 110/120; without n ≤ d: 110/110."
    ),
)
def _(given):
    pair = AbsentPair(*(Bounds(*row) for row in given.grids[1].rows().values()))
    found = {tied: ratio_range(*given["value"], {"v": pair}, part_of_whole=tied) for tied in (True, False)}
    return {"part_of": (found[True].low, found[True].high), "free": (found[False].low, found[False].high)}
