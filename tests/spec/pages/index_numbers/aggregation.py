"""Aggregation up a tree."""

import numpy as np
from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import ppi
from tests.spec.pages.index_numbers._tree import NODES, TREE, WEIGHTS, own

from tongket.figures.methods.index_numbers.aggregate import (
    aggregate,
    coverage,
    fill_from_parents,
    one_step,
    present_shares,
)
from tongket.figures.methods.index_numbers.weights import carry_down

PAGE = Page(
    title=Text("Tổng hợp theo cây ngành", "Aggregation up a tree"),
    of=(aggregate, fill_from_parents, coverage, one_step, present_shares),
    what=Text(
        "Từ tỷ số của sản phẩm lên ngành cấp 4, cấp 2, cấp 1 và toàn ngành: mỗi nút là trung bình có quyền số của các nút con có số liệu.",
        "From relatives of products to class, division, section and the whole: each node is the weighted mean of its children that have a value.",
    ),
    formula="I = Σ w x / Σ w",
    where=Text(
        "x: chỉ số của nút con; w: quyền số của nút con so với các nút cùng cha.",
        "x: index of a child; w: its weight among its siblings.",
    ),
    when=Text(
        "Bước (2)–(5) của chỉ số sản xuất công nghiệp. Khi không thiếu gì, tính một bước với quyền số đưa xuống cho cùng kết quả; khi có thiếu thì không, vì chỗ trống được bù bằng nhóm gần nhất trước.",
        "Steps (2)–(5) of the production index. With nothing missing, one step with weights carried down gives the same; with gaps it does not, because a gap is filled by its nearest relatives first.",
    ),
    missing=Text(
        "nút con thiếu nhường quyền số cho các nút cùng cha; không còn nút con nào thì nút đó thiếu và lấy mức tăng của nút cha. Tỷ lệ phủ dưới 60 % là độ tin cậy thấp.",
        "a missing child leaves its weight to its siblings; a node with no child left is missing and grows as its parent. Coverage below 60 % is of low reliability.",
    ),
    zero=Text(
        "tỷ số 0 là ngừng hẳn và giữ nguyên quyền số.", "a relative of 0 is a true stop and keeps its weight."
    ),
    negative=Text("quyền số âm bị từ chối.", "a negative weight is refused."),
    source=ppi(
        "chương 9; Niên giám thống kê Hoà Bình 2019, tr. 492, 498",
        "ch. 9; statistical yearbook of Hoà Bình 2019, pp. 492, 498",
    ),
)


@PAGE.example(
    "Đủ số liệu: hai cách tính cho cùng kết quả",
    "Nothing missing: both ways agree",
    facts("""
        node | relative
        a    | 1.10
        b    | 0.90
        c    | 1.15
    """),
    WEIGHTS,
    answers="""
        answer   | value
        X        | 1.020
        whole    | 1.111
        one_step | 1.111
    """,
)
def _(given):
    weights, leaves = own(given), given.first.array()[:, 0]
    found = aggregate(TREE, TREE.spread(leaves), np.array(weights))
    carried = carry_down(TREE, weights)
    return {"X": found[1], "whole": found[0], "one_step": one_step(leaves, carried[TREE.leaves])}


@PAGE.example(
    "Thiếu sản phẩm b: nhóm X theo a, tỷ lệ phủ 88 %",
    "Product b is missing: X follows a, coverage 88 %",
    facts("""
        node | relative
        a    | 1.10
        b    | …
        c    | 1.15
    """),
    WEIGHTS,
    answers="""
        node  | index | filled | coverage | stands_for
        whole | 1.135 | 1.135  | 0.88     | 1.00
        X     | 1.100 | 1.100  | 0.60     | 0.30
        Y     | 1.150 | 1.150  | 1.00     | 0.70
        a     | 1.100 | 1.100  | 1.00     | 0.30
        b     | …     | 1.100  | 0.00     | 0.00
        c     | 1.150 | 1.150  | 1.00     | 0.70
    """,
    note=Text(
        "“Đại diện” là phần của toàn ngành mà mỗi nút đứng thay khi b vắng: a thay cho cả X.",
        "“Stands for” is the part of the whole each node stands for while b is away: a for all of X.",
    ),
)
def _(given):
    weights, leaves = np.array(own(given)), given.first.array()[:, 0]
    found = aggregate(TREE, TREE.spread(leaves), weights)
    filled, carried = fill_from_parents(TREE, found), carry_down(TREE, weights)
    shares = present_shares(TREE, ~np.isnan(found), weights)
    return dict(
        zip(NODES, zip(found, filled, coverage(TREE, leaves, carried), shares, strict=True), strict=True)
    )
