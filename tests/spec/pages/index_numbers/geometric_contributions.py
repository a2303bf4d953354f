"""Additive contributions to a geometric index."""

import numpy as np
from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.index_numbers.means import (
    arithmetic_weights,
    geometric_contributions,
    logarithmic_mean,
)

PAGE = Page(
    title=Text("Đóng góp vào chỉ số trung bình nhân", "Contributions to a geometric index"),
    of=(geometric_contributions, arithmetic_weights, logarithmic_mean),
    what=Text(
        "Đổi quyền số của trung bình nhân thành quyền số của một trung bình cộng cho cùng kết quả, để đóng góp của từng đơn vị cộng lại đúng bằng mức tăng.",
        "Turns the weights of a geometric mean into those of an arithmetic one with the same result, so that the units' contributions add to the change exactly.",
    ),
    formula="L(a, b) = (a − b) / (ln a − ln b);   vᵢ ∝ wᵢ / L(xᵢ, G);   Cᵢ = vᵢ (xᵢ − 1);   Σ Cᵢ = G − 1",
    where=Text(
        "x: tỷ số; w: quyền số; G: trung bình nhân; L: trung bình lôgarit; v: quyền số mới.",
        "x: relatives; w: weights; G: the geometric mean; L: the logarithmic mean; v: the new weights.",
    ),
    when=Text(
        "Khi phải nói đơn vị nào làm chỉ số Jevons thay đổi bao nhiêu.",
        "To say which unit moved a Jevons index by how much.",
    ),
    missing=Text("loại trước khi tính.", "left out beforehand."),
    zero=Text(
        "tỷ số bằng 0 không có lôgarit: mọi đóng góp đều thiếu.",
        "a relative of 0 has no logarithm: all contributions are missing.",
    ),
    negative=Text("tỷ số và quyền số không âm.", "relatives and weights are not negative."),
    source=cited(
        "Vartia (1976); Balk, Price and Quantity Index Numbers (2008)",
        "Vartia (1976); Balk, Price and Quantity Index Numbers (2008)",
        "mục trung bình lôgarit",
        "logarithmic mean",
    ),
)


@PAGE.example(
    "Hai tỷ số 1 và 4: G = 2, đóng góp 0 và 1",
    "Relatives 1 and 4: G = 2, contributions 0 and 1",
    facts("""
        item | x | w
        1    | 1 | 1
        2    | 4 | 1
    """),
    answers="""
        item | L      | v      | C
        1    | 1.4427 | 0.6667 | 0.0000
        2    | 2.8854 | 0.3333 | 1.0000
    """,
    note=Text(
        "L(1, 2) = 1/ln 2; L(4, 2) = 2/ln 2, nên v là 2 : 1.",
        "L(1, 2) = 1/ln 2; L(4, 2) = 2/ln 2, so v is 2 : 1.",
    ),
)
def _(given):
    x, w = given.array().T
    rows = np.array([logarithmic_mean(x, 2.0), arithmetic_weights(x, w), geometric_contributions(x, w)])
    return dict(zip("12", rows.T, strict=True))
