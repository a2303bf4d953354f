"""Carli elementary index."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import AMOUNTS, ppi

from tongket.figures.methods.index_numbers.elementary import carli

PAGE = Page(
    title=Text("Chỉ số Carli", "Carli index"),
    of=(carli,),
    what=Text(
        "Chỉ số cấp cơ sở không có quyền số: trung bình cộng giản đơn của các tỷ số.",
        "An elementary index without weights: the plain mean of relatives.",
    ),
    formula="I = (1/n) Σ (x₁ / x₀)",
    where=Text(
        "x₀, x₁: giá hoặc lượng của đơn vị ở kỳ gốc và kỳ này; n: số đơn vị.",
        "x₀, x₁: price or quantity of a unit before and now; n: units.",
    ),
    when=Text(
        "Chỉ để đối chiếu với số liệu cũ. Không dùng để nhân liên hoàn: tăng rồi giảm trở lại mức cũ vẫn cho số lớn hơn 1.",
        "Only to compare with older figures. Not for chains: prices that rise and come back give more than 1.",
    ),
    missing=Text(
        "như chỉ số Dutot: loại đơn vị thiếu ở một trong hai kỳ.",
        "as the Dutot index: a unit missing on either side is left out.",
    ),
    zero=Text(
        "kỳ gốc bằng 0: đơn vị bị loại; nếu không còn đơn vị nào thì lý do là kỳ gốc bằng không. Kỳ này bằng 0: tỷ số bằng 0.",
        "0 before: the unit is left out, and if none is left the base is zero. 0 now: a relative of 0.",
    ),
    negative=AMOUNTS,
    source=ppi("chương 9, công thức (9.1)", "ch. 9, (9.1)"),
)


@PAGE.example(
    "Đi lên rồi trở về: mỗi bước trung bình tăng, dù giá không đổi",
    "There and back: each step shows a rise although prices end where they began",
    facts("""
        unit | 2020-01 | 2020-02 | 2020-03
        A    | 10      | 20      | 10
        B    | 10      | 5       | 10
    """),
    answers="""
        answer  | value
        2020-02 | 1.25
        2020-03 | 1.25
    """,
)
def _(given):
    return {
        "2020-02": carli(given["2020-01"], given["2020-02"]),
        "2020-03": carli(given["2020-02"], given["2020-03"]),
    }
