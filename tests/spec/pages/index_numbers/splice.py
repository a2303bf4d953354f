"""A new series spliced to an old one."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import ppi

from tongket.figures.methods.index_numbers.series import splice

PAGE = Page(
    title=Text("Ghép chuỗi mới vào chuỗi cũ", "Splicing"),
    of=(splice,),
    what=Text(
        "Chuỗi mới được nhân với hệ số k để nối tiếp chuỗi cũ; phần đã công bố giữ nguyên.",
        "The new series times a factor k goes on from the old; what was published stays.",
    ),
    formula=Text(
        "k = bình quân(cũ) / bình quân(mới) trên các kỳ trùng;   I = k × mới",
        "k = mean(old) / mean(new) over the overlap;   I = k × new",
    ),
    where=Text("kỳ trùng: các kỳ có cả hai chuỗi.", "the overlap: periods in which both exist."),
    when=Text(
        "Khi đổi năm gốc hoặc bộ quyền số. Mỗi dòng có k riêng, nên tổng và các thành phần không còn cộng được; kỳ đầu sau kỳ trùng được đánh dấu đứt chuỗi (B).",
        "When base or weights change. Every row has its own k, so total and parts no longer add up; the first period after the overlap is marked as a break (B).",
    ),
    missing=Text(
        "thiếu kỳ trùng ở một trong hai chuỗi thì không có k, và không có gì sau đó.",
        "an overlap missing on either side leaves no k and nothing after it.",
    ),
    zero=Text("kỳ trùng bằng 0 thì không có k.", "an overlap of 0 leaves no k."),
    negative=Text("bị từ chối.", "refused."),
    source=ppi("chương 9, bảng 9.8 (nối khi đổi quyền số)", "ch. 9, table 9.8 (linking new weights)"),
)


@PAGE.example(
    "Ghép ở tháng 2",
    "Spliced in February",
    facts("""
        series | 2020-01 | 2020-02 | 2020-03
        old    | 100     | 108     | …
        new    | …       | 50      | 52
    """),
    answers="""
        answer | 2020-01 | 2020-02 | 2020-03
        level  | 100.00  | 108.00  | 112.32
        break  | no      | no      | yes
    """,
    note=Text("k = 108 / 50 = 2,16.", "k = 108 / 50 = 2.16."),
)
def _(given):
    rows = given.array()
    found = splice(rows[:1], rows[1:], [1])
    return {"level": found.levels[0], "break": found.breaks[0]}
