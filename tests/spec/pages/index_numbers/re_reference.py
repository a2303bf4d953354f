"""Another reference period; rebasing."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import irip

from tongket.figures.methods.index_numbers.series import re_reference, rebase

PAGE = Page(
    title=Text("Đổi kỳ gốc so sánh", "Re-reference and rebase"),
    of=(re_reference, rebase),
    what=Text(
        "Chuỗi được chia lại để kỳ gốc mới bằng 100. Tốc độ tăng không đổi, quyền số không đổi.",
        "The series divided so that a new reference is 100. Growth and weights do not change.",
    ),
    formula=Text(
        "I′(t) = 100 I(t) / bình quân I của kỳ gốc mới",
        "I′(t) = 100 I(t) / mean of I over the new reference",
    ),
    where=Text(
        "kỳ gốc mới là một tháng, hoặc các tháng của một năm.",
        "the new reference is a month, or the months of a year.",
    ),
    when=Text(
        "Khi đổi năm gốc công bố (2010 = 100 sang 2015 = 100). Độc lập với việc đổi quyền số.",
        "When the published reference changes (2010 = 100 to 2015 = 100). Independent of re-weighting.",
    ),
    missing=Text(
        "thiếu một tháng của kỳ gốc mới thì không đổi gốc được: bình quân của ít tháng hơn là một kỳ gốc khác.",
        "one month of the reference missing leaves no series: the mean of fewer months is another reference.",
    ),
    zero=Text("kỳ gốc bằng 0 thì không có chuỗi.", "a reference of 0 leaves no series."),
    negative=Text("bị từ chối.", "refused."),
    source=irip("mục kỳ gốc chỉ số", "index reference period"),
)


@PAGE.example(
    "Gốc mới là hai kỳ đầu; chuỗi B thiếu một kỳ gốc",
    "The first two periods as reference; B lacks one of them",
    facts("""
        series | 2020-01 | 2020-02 | 2020-03
        A      | 120     | 130     | 150
        B      | 120     | …       | 150
    """),
    answers="""
        series | 2020-01 | 2020-02 | 2020-03
        A      | 96.0    | 104.0   | 120.0
        B      | …       | …       | …
    """,
)
def _(given):
    return dict(zip("AB", re_reference(given.array(), [0, 1]), strict=True))


@PAGE.example(
    "Gốc là một giá trị đã biết",
    "A known value as base",
    facts("""
        series | 2020-01 | 2020-02
        A      | 120     | 150
    """),
    answers="""
        series | 2020-01 | 2020-02
        A      | 80      | 100
    """,
)
def _(given):
    return {"A": rebase(given.array(), [150])[0]}
