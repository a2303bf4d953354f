"""MR, MAR, RMAR, t."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.revisions.statistics import (
    material,
    relative_revisions,
    revision_statistics,
    revisions,
    t_test,
    usual_lags,
)

PAGE = Page(
    title=Text("Thống kê điều chỉnh: MR, MAR, RMAR, t", "Revision statistics: MR, MAR, RMAR, t"),
    of=(revision_statistics, revisions, relative_revisions, t_test, usual_lags, material),
    what=Text(
        "Số đầu tiên cách số sau bao xa, và có lệch về một phía không.",
        "How far first figures are from later ones, and whether they lean to one side.",
    ),
    formula="R = L − P;   MR = mean R;   MAR = mean |R|;   RMAR = Σ|R| / Σ|L|;   t = MR / √(V/n);   |R| > 2 MAR",
    where=Text(
        "P: số đầu; L: số sau; V: phương sai dài hạn (Newey–West), 0 độ trễ là kiểm định t thường; dòng cuối: điều chỉnh đáng kể.",
        "P: first; L: later; V: long-run variance (Newey–West), 0 lags being the ordinary t; the last: a material revision.",
    ),
    when=Text(
        "Báo cáo chất lượng; quyết định có cần giải thích một lần điều chỉnh không.",
        "Quality reports; to decide whether a revision needs explaining.",
    ),
    missing=Text(
        "chỉ các kỳ có ở cả hai; dưới 3 kỳ thì không có kiểm định.",
        "only periods in both; under 3 there is no test.",
    ),
    zero=Text(
        "số đầu bằng 0: không có điều chỉnh tương đối, dùng tuyệt đối; mọi điều chỉnh bằng nhau: t không xác định.",
        "a first figure of 0 has no relative revision, take the absolute; revisions all equal leave t undefined.",
    ),
    negative=Text(
        "số đầu âm: điều chỉnh tương đối không xác định.", "a negative first figure has no relative revision."
    ),
    source=cited(
        "Eurostat, chỉ tiêu chất lượng A6; Newey, West (1987)",
        "Eurostat, quality indicator A6; Newey, West (1987)",
        "số liệu: bán lẻ Tây Ninh 2026",
        "data: retail sales of Tây Ninh 2026",
    ),
)


@PAGE.example(
    "Bảy tháng, ước và thực hiện, triệu đồng",
    "Seven months, estimate and actual, million VND",
    facts("""
        month | first        | later
        1     | 18350223.456 | 18424003.21
        2     | 18676095.52  | 18583130.53
        3     | 18546476.93  | 18635236.68
        4     | 19169337.09  | 19222077.22
        5     | 19372614.01  | 19363946.34
        6     | 19510119.37  | 19576796.36
        7     | 19978654.56  | 20012454.18
    """),
    answers="""
        answer        | value
        MR_percent    | 0.161
        MAR_percent   | 0.316
        RMAR_percent  | 0.312
        t             | 1.283
        material      | no
    """,
    note=Text(
        "Không có dấu hiệu lệch: t nhỏ; không tháng nào vượt 2 MAR.",
        "No sign of bias: t is small; no month is above 2 MAR.",
    ),
)
def _(given):
    first, later = given["first"], given["later"]
    relative = relative_revisions(first, later)
    statistics = revision_statistics(first, later, lags=0)
    return {
        "MR_percent": sum(relative) / 7, "MAR_percent": sum(map(abs, relative)) / 7,
        "RMAR_percent": 100 * statistics.rmar, "t": statistics.bias.t,
        "material": any(material(one, statistics.mar) for one in revisions(first, later)),
    }  # fmt: skip


@PAGE.example(
    "Bốn điều chỉnh 1, 2, 3, 4 và số độ trễ thường dùng",
    "Four revisions 1, 2, 3, 4, and the usual number of lags",
    facts("""
        month | first | later
        1     | 10    | 11
        2     | 10    | 12
        3     | 10    | 13
        4     | 10    | 14
    """),
    answers="""
        answer  | value
        t       | 3.873
        lags_36 | 3
    """,
    note=Text("t = 2,5 / (√(5/3) / 2).", "t = 2.5 / (√(5/3) / 2)."),
)
def _(given):
    return {"t": t_test(revisions(given["first"], given["later"]), lags=0).t, "lags_36": usual_lags(36)}
