"""Weights carried down and up a tree."""

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.handbook.sources import irip
from tests.spec.pages.index_numbers._tree import NODES, TREE, WEIGHTS, own

from tongket.figures.methods.index_numbers.weights import (
    carry_down,
    carry_up,
    product_weights,
    shares,
    weights_of,
)

PAGE = Page(
    title=Text("Đưa quyền số xuống cấp dưới", "Weights carried down"),
    of=(carry_down, carry_up, product_weights, shares, weights_of),
    what=Text(
        "Quyền số của mỗi nút trong toàn ngành là tích các tỷ trọng trên đường đi từ nút đó lên toàn ngành. Quyền số của sản phẩm đại diện nhận cả phần của sản phẩm không được chọn trong ngành.",
        "A node's share of the whole is the product of the shares on its way up. Sampled products take over the weight of those of their class that were not sampled.",
    ),
    formula=Text(
        "w = w(nút cha) × W / Σ W;   w(sản phẩm) = W(ngành) × v / Σ v",
        "w = w(parent) × W / Σ W;   w(product) = W(class) × v / Σ v",
    ),
    where=Text(
        "W: quyền số riêng, chỉ so giữa các nút cùng cha; v: giá trị sản xuất của sản phẩm đại diện.",
        "W: own weights, compared between siblings only; v: output value of the sampled products.",
    ),
    when=Text(
        "Khi có giá trị tăng thêm đến ngành cấp 4 và giá trị sản xuất của sản phẩm.",
        "When value added is known by class and output value by product.",
    ),
    missing=Text(
        "quyền số để trống bị từ chối; nút không có quyền số phải ghi 0.",
        "an empty weight is refused; write 0 for what has no weight.",
    ),
    zero=Text(
        "các nút con đều có quyền số 0 dưới một nút cha có quyền số thì bị từ chối, vì quyền số của nút cha sẽ mất.",
        "children that all weigh 0 under a parent with weight are refused, since its weight would be lost.",
    ),
    negative=Text("bị từ chối.", "refused."),
    source=irip(
        "mục quyền số; Cẩm nang Chỉ số giá sản xuất 2004, chương 9", "weights; PPI Manual 2004, ch. 9"
    ),
)


@PAGE.example(
    "Từ quyền số riêng đến tỷ trọng trong toàn ngành",
    "From own weights to shares of the whole",
    WEIGHTS,
    answers="""
        node  | carried_down | carried_up
        whole | 1.00         | 1.00
        X     | 0.30         | 0.30
        Y     | 0.70         | 0.70
        a     | 0.18         | 0.18
        b     | 0.12         | 0.12
        c     | 0.70         | 0.70
    """,
)
def _(given):
    down = carry_down(TREE, own(given))
    up = carry_up(TREE, shares(down[TREE.leaves]))
    return dict(zip(NODES, zip(down, up, strict=True), strict=True))


@PAGE.example(
    "Sản phẩm đại diện giữ nguyên quyền số của ngành",
    "Sampled products keep the weight of their class",
    beside(
        """
        item | class_weight | output_value
        a    | 0.30         | 60
        b    | 0.30         | 40
        c    | 0.70         | 100
    """,
        caption=Text(
            "Quyền số của ngành và giá trị sản xuất của sản phẩm",
            "Class weights and output value of products",
        ),
    ),
    answers="""
        item | weight
        a    | 0.18
        b    | 0.12
        c    | 0.70
    """,
)
def _(given):
    output = [float(value) for value in given["output_value"]]
    return dict(zip("abc", product_weights([0.3, 0.7], output, [0, 0, 1]), strict=True))
