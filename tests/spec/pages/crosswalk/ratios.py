"""Ratios on another map."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.crosswalk._map import ABS, LINKS, SIGN, walk_of

from tongket.figures.methods.crosswalk.convert import convert_ratio

PAGE = Page(
    title=Text("Chuyển tỷ lệ sang bản đồ khác", "Ratios on another map"),
    of=(convert_ratio,),
    what=Text(
        "Chuyển tử số và mẫu số, rồi chia; không bao giờ chuyển chính tỷ lệ.",
        "Numerator and denominator are converted and then divided; never the ratio itself.",
    ),
    formula=Text("R(mới) = Σ s N(cũ) / Σ s D(cũ)", "R(new) = Σ s N(old) / Σ s D(old)"),
    where=Text(
        "N, D: tử số và mẫu số của xã cũ; s: tỷ lệ chia.",
        "N, D: numerator and denominator of the former units; s: shares.",
    ),
    when=Text("Tỷ lệ hộ có điện, tỷ lệ lấp đầy.", "Share of households with electricity, occupancy."),
    missing=Text("như chỉ tiêu cộng được.", "as for flows."),
    zero=Text("mẫu số mới bằng 0: không có tỷ lệ.", "a later denominator of 0 leaves none."),
    negative=SIGN,
    source=ABS,
)


@PAGE.example(
    "Hộ có điện trên tổng số hộ",
    "Households with electricity over all",
    facts("""
        old | with_electricity | households
        a   | 90               | 100
        b   | 10               | 20
        c   | 0                | 0
    """),
    LINKS,
    answers="""
        new | value     | quality
        x   | 0.90      | 0.4000
        y   | 0.80      | 0.6625
        c   | zero_base | …
    """,
    note=Text(
        "y: (54 + 10) / (60 + 20); chất lượng lấy của vế kém hơn.",
        "y: (54 + 10) / (60 + 20); the quality is the poorer side's.",
    ),
)
def _(given):
    units = convert_ratio(given.by("with_electricity"), given.by("households"), walk_of(given)).units
    return {code: (one.cause if one.value is None else one.value, one.quality) for code, one in units.items()}
