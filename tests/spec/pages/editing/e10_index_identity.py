"""E10: the four columns of an index sheet agree."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.editing._rules import HERE, UNDECIDED, received, verdicts

from tongket.figures.methods.editing.identities import IndexIdentity, IndexSheet, cumulated_of_sheets

PAGE = Page(
    title=Text(
        "E10. Bốn cột của bảng chỉ số sản xuất khớp nhau", "E10. The four columns of an index sheet agree"
    ),
    of=(cumulated_of_sheets, IndexIdentity),
    what=Text(
        "Chỉ số lũy kế của bảng phải là chỉ số suy ra từ các cột tháng, kể cả số tháng trước đã điều chỉnh.",
        "The cumulated index of a sheet is the one its monthly columns imply, with the month before as revised.",
    ),
    formula="100 Σ L(k) / Σ B(k);   L(k−1) = B(k−1) r(k−1);   L(k) = L(k−1) m(k);   B(k) = L(k) / r(k)",
    where=Text(
        "L: mức năm nay; B: mức năm trước; r: so cùng kỳ (tháng trước: số đã điều chỉnh); m: so tháng trước.",
        "L: this year's level; B: last year's; r: on the same month (the month before as revised); m: on the month before.",
    ),
    when=Text(
        "Mỗi bảng chỉ số nhận được (mức 2), sai số cho phép 0,02.",
        "Every index sheet received (level 2), within 0.02.",
    ),
    missing=UNDECIDED,
    zero=Text(
        "tỷ số 0: các bảng từ đó trở đi chưa kết luận.",
        "a ratio of 0 leaves that sheet and all after it undecided.",
    ),
    negative=Text("như bằng 0.", "as zero."),
    source=received("bảng tháng 2 và tháng 3/2026", "sheets of February and March 2026"),
)


@PAGE.example(
    "Toàn ngành công nghiệp Tây Ninh, tháng 2 và tháng 3/2026",
    "Industry of Tây Ninh, February and March 2026",
    facts("""
        month | revised | previous_month | same_month | cumulated
        2     | 126.06  | 79.32          | 106.01     | 116.32
        3     | 106.80  | 122.43         | 113.40     | 115.52
    """),
    answers="""
        month | implied | verdict
        2     | 116.33  | holds
        3     | 115.52  | holds
    """,
)
def _(given):
    sheets = tuple(IndexSheet(int(month), *row) for month, row in given.first.rows().items())
    implied = list(cumulated_of_sheets(sheets))
    return dict(zip("23", zip(implied, verdicts(IndexIdentity(HERE, sheets)), strict=True), strict=True))
