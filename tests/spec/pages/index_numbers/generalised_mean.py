"""Mean of order r."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.index_numbers.means import generalised_mean

PAGE = Page(
    title=Text("Trung bình bậc r", "Mean of order r"),
    of=(generalised_mean,),
    what=Text(
        "Một công thức cho mọi trung bình của chỉ số: cộng (r = 1), nhân (r = 0), điều hòa (r = −1).",
        "One formula for the means of index numbers: arithmetic (r = 1), geometric (r = 0), harmonic (r = −1).",
    ),
    formula="M = (Σ w xʳ / Σ w)^(1/r);   r = 0: M = exp(Σ w ln x / Σ w)",
    where=Text("x: tỷ số; w: quyền số; r: bậc.", "x: relatives; w: weights; r: the order."),
    when=Text(
        "Bậc 1 cho Laspeyres và Carli, bậc 0 cho Jevons và Törnqvist, bậc −1 cho Paasche viết theo tỷ số.",
        "Order 1 for Laspeyres and Carli, 0 for Jevons and Törnqvist, −1 for Paasche written in relatives.",
    ),
    missing=Text(
        "phần tử thiếu phải loại trước khi tính; không còn quyền số nào thì thiếu.",
        "missing elements are left out beforehand; with no weight left the mean is missing.",
    ),
    zero=Text(
        "tỷ số 0 chỉ dùng được khi r > 0; ngược lại một số 0 sẽ quyết định cả trung bình, nên kết quả là thiếu.",
        "a relative of 0 needs r > 0; otherwise it would decide the whole mean, so there is none.",
    ),
    negative=Text("tỷ số âm không có nghĩa và không được đưa vào.", "relatives are not negative."),
    source=cited(
        "Balk, Price and Quantity Index Numbers (2008)",
        "Balk, Price and Quantity Index Numbers (2008)",
        "chương 1",
        "ch. 1",
    ),
)


@PAGE.example(
    "Ba bậc của hai tỷ số 1 và 4",
    "Three orders of the relatives 1 and 4",
    facts("""
        item | x | w
        1    | 1 | 1
        2    | 4 | 1
    """),
    answers="""
        answer     | value
        arithmetic | 2.5000
        geometric  | 2.0000
        harmonic   | 1.6000
    """,
)
def _(given):
    x, w = given.array().T
    return {
        name: generalised_mean(x, w, r) for name, r in (("arithmetic", 1), ("geometric", 0), ("harmonic", -1))
    }


@PAGE.example(
    "Một tỷ số bằng 0",
    "A relative of 0",
    facts("""
        item | x | w
        1    | 0 | 1
        2    | 4 | 1
    """),
    answers="""
        answer     | value
        arithmetic | 2.0000
        geometric  | …
    """,
)
def _(given):
    x, w = given.array().T
    return {"arithmetic": generalised_mean(x, w, 1), "geometric": generalised_mean(x, w, 0)}
