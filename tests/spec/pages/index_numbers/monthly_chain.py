"""The monthly chain, weights brought forward month by month."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.index_numbers.monthly import (
    added_up,
    by_year,
    month_contributions,
    monthly_chain,
    yearly_weights,
)
from tongket.figures.methods.index_numbers.tree import Tree

PAGE = Page(
    title=Text("Chuỗi tháng trên tháng", "The monthly chain"),
    of=(monthly_chain, added_up, yearly_weights, month_contributions, by_year),
    what=Text(
        "Mỗi tháng tổng hợp các tỷ số so với tháng trước bằng quyền số đã cập nhật đến tháng trước; tháng nối thì lấy quyền số mới. Đóng góp của từng sản phẩm vào mức tăng tháng cộng lại đúng bằng mức tăng.",
        "Each month adds up relatives on the month before with weights brought forward to it; a link begins with new weights. The products' contributions to the month's change add to it exactly.",
    ),
    formula="I(t) = I(t−1) Σ w(t−1) r(t) / Σ w(t−1);   w(t) = w(t−1) r(t);   C = 100 w(t−1) (r(t) − 1) / Σ w(t−1)",
    where=Text(
        "r: tỷ số so với tháng trước; w: quyền số; C: đóng góp, điểm phần trăm.",
        "r: relative on the month before; w: weights; C: contribution in percentage points.",
    ),
    when=Text(
        "Chỉ số tháng từ mẫu khớp, có chỗ trống và quyền số đổi hằng năm. Lượng có lúc về 0 thì dùng mắt xích năm.",
        "A monthly index from matched samples, with gaps and yearly weights. Volumes that stop at times are better chained on yearly means.",
    ),
    missing=Text(
        "sản phẩm thiếu đi theo nút cha; toàn thể không có gì thì chuỗi dừng hẳn.",
        "a missing product moves as its parent; with nothing known at all the chain stops for good.",
    ),
    zero=Text(
        "ngừng: mức bằng 0 trong tháng đó, sau đó thiếu cho đến lần nối sau; không bao giờ là số 0 lặng lẽ.",
        "a stop is a level of 0 in that month and missing afterwards until the next link; never a silent 0.",
    ),
    negative=Text("bị từ chối.", "refused."),
    source=cited(
        "Cẩm nang Chỉ số giá tiêu dùng (2020)",
        "Consumer Price Index Manual (2020)",
        "chương 9, (9.26)",
        "ch. 9, (9.26)",
    ),
)

GIVEN = (
    facts(
        """
        item | 2020-01 | 2020-02 | 2020-03
        a    | 1       | 1.1     | 1.2
        b    | 1       | 0.9     | 1.0
    """,
        caption=Text("Tỷ số so với tháng trước", "Relatives on the month before"),
    ),
)


@PAGE.example(
    "Quyền số đi theo số liệu",
    "Weights follow the data",
    *GIVEN,
    beside("""
        item | weight
        a    | 50
        b    | 50
    """),
    answers="""
        answer         | 2020-01 | 2020-02 | 2020-03
        whole          | 100.00  | 100.00  | 111.00
        weight_a       | 50.00   | 50.00   | 55.00
        contribution_a | 0.00    | 5.00    | 11.00
        contribution_b | 0.00    | -5.00   | 0.00
    """,
)
def _(given):
    weights = yearly_weights(2020, 1, 3, {2020: [float(w) for w in given["weight"]]})
    found = monthly_chain(Tree.flat("a", "b"), given.array(), weights)
    points = month_contributions(found)
    return {
        "whole": found.levels[0],
        "weight_a": found.weights[1],
        "contribution_a": points[1],
        "contribution_b": points[2],
    }


@PAGE.example(
    "Tháng 3 nối bằng quyền số mới",
    "March begins with new weights",
    *GIVEN,
    beside(
        """
        item | w₀ | w₂
        a    | 50 | 20
        b    | 50 | 80
    """,
        caption=Text("Quyền số ban đầu và từ tháng 3", "Weights at first and from March"),
    ),
    answers="""
        answer | 2020-01 | 2020-02 | 2020-03
        whole  | 100.00  | 100.00  | 104.00
    """,
)
def _(given):
    weights = {place: [float(w) for w in given[name]] for place, name in ((0, "w₀"), (2, "w₂"))}
    return {"whole": monthly_chain(Tree.flat("a", "b"), given.array(), weights).levels[0]}


@PAGE.example(
    "Sản phẩm thiếu và sản phẩm ngừng",
    "A product missing and a product stopped",
    facts(
        """
        item | 2020-01 | 2020-02 | 2020-03
        a    | 1       | 1.2     | 1.0
        b    | 1       | …       | 0
    """,
        caption=Text("Tỷ số so với tháng trước", "Relatives on the month before"),
    ),
    beside("""
        item | weight
        a    | 50
        b    | 50
    """),
    answers="""
        answer | 2020-01 | 2020-02 | 2020-03
        whole  | 100     | 120     | 60
        b      | 100     | 120     | 0
    """,
)
def _(given):
    found = monthly_chain(Tree.flat("a", "b"), given.array(), {0: [float(w) for w in given["weight"]]})
    return {"whole": found.levels[0], "b": found.levels[2]}
