"""E04: a printed percentage recomputes."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.pages.editing._rules import HERE, received, verdict

from tongket.figures.methods.editing.identities import RatioRecomputes

PAGE = Page(
    title=Text("E04. Tỷ lệ tính lại được", "E04. A ratio recomputes"),
    of=(RatioRecomputes,),
    what=Text(
        "Tỷ lệ in trên bảng phải là tử số chia mẫu số in cùng bảng.",
        "A printed percentage is its own numerator over its denominator.",
    ),
    formula="|p − 100 N/D| ≤ ½ 10⁻ᵈ + ½ u (100 + 100 N/D) / D",
    where=Text(
        "p: tỷ lệ in; d: số chữ số thập phân; u: đơn vị chữ số cuối của N và D.",
        "p: printed; d: its decimals; u: unit of the last digit of N and D.",
    ),
    when=Text("Cột phần trăm của mọi bảng (mức 1).", "Percentage columns of every sheet (level 1)."),
    missing=Text(
        "thiếu một số, hoặc mẫu số âm: chưa kết luận.", "a number missing, or a negative base: undecided."
    ),
    zero=Text(
        "mẫu số 0 thì ô phải để trống; ghi 0 là sai.",
        "on a base of 0 the cell is blank; a printed 0 is wrong.",
    ),
    negative=Text("mẫu số âm: chưa kết luận.", "a negative base is undecided."),
    source=received(
        "xuất khẩu quý 1/2026: ghi 313,07, tính lại 116,90",
        "exports of Q1 2026: 313.07 printed, 116.90 recomputed",
    ),
)


@PAGE.example(
    "Xuất khẩu quý 1/2026 của Tây Ninh, triệu USD",
    "Exports of Tây Ninh, Q1 2026, million USD",
    facts("""
        case | numerator | denominator | printed
        A    | 4636.531  | 3966.322    | 313.07
        B    | 4636.531  | 3966.322    | 116.90
        C    | 5         | 0           | 0
        D    | 5         | 0           | …
        E    | 5         | -2          | 250
    """),
    answers="""
        case | verdict
        A    | broken
        B    | holds
        C    | broken
        D    | holds
        E    | undecided
    """,
)
def _(given):
    return {case: verdict(RatioRecomputes(HERE, *row)) for case, row in given.first.rows().items()}
