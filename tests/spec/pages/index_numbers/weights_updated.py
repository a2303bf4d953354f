"""Weights brought forward by volume or price."""

import numpy as np
from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import ppi

from tongket.figures.methods.index_numbers.weights import latest_updated, updated

PAGE = Page(
    title=Text("Cập nhật quyền số", "Weights brought forward"),
    of=(updated, latest_updated),
    what=Text(
        "Quyền số cũ nhân với tỷ số lượng (hoặc giá) để thành quyền số của kỳ sau, khi quyền số mới chưa có.",
        "Old weights times volume (or price) relatives make those of a later period, while new ones are not known yet.",
    ),
    formula=Text(
        "w* = w × x;   năm cuối: w*ᵢ = wᵢ Qᵢ,y / Qᵢ,y₋₁, chỉnh về cùng tổng",
        "w* = w × x;   latest year: w*ᵢ = wᵢ Qᵢ,y / Qᵢ,y₋₁, to the same sum",
    ),
    where=Text(
        "w: quyền số kỳ trước; x: tỷ số; Q: lượng của năm.",
        "w: weights before; x: relatives; Q: yearly volumes.",
    ),
    when=Text(
        "Giá trị tăng thêm của năm y−1 chưa có khi tính năm y: dùng của năm y−2, cập nhật theo lượng.",
        "The value added of y−1 is not known in time for year y: take that of y−2, volume-updated.",
    ),
    missing=Text(
        "tỷ số thiếu: quyền số mới thiếu, nên bù trước. Khi cập nhật năm cuối, đơn vị thiếu đi theo toàn thể.",
        "a missing relative leaves the weight missing, so fill it first; in the latest year what is missing moves as the whole.",
    ),
    zero=Text(
        "ngừng hẳn: quyền số về 0 cho đến lần nối sau.", "a stop takes the weight to 0 until the next link."
    ),
    negative=Text("bị từ chối.", "refused."),
    source=ppi("đoạn 9.95 và tiếp theo", "§9.95 ff."),
)


@PAGE.example(
    "Quyền số nhân tỷ số; tổng quyền số mới trên tổng cũ là chỉ số",
    "Weights times relatives; the new sum over the old is the index",
    facts("""
        item | weight | relative
        a    | 60     | 1.10
        b    | 40     | 0.50
    """),
    answers="""
        answer | value
        a      | 66.00
        b      | 20.00
        index  | 0.86
    """,
)
def _(given):
    weights, relatives = given.array().T
    new = updated(weights, relatives)
    return {"a": new[0], "b": new[1], "index": new.sum() / weights.sum()}


@PAGE.example(
    "Năm chưa có quyền số",
    "A year whose weights are not known",
    facts("""
        item | weight | Q₀  | Q₁
        a    | 0.6    | 100 | 120
        b    | 0.4    | 50  | 40
    """),
    answers="""
        item | weight
        a    | 0.6923
        b    | 0.3077
    """,
    note=Text("0,72 và 0,32, chia cho 1,04.", "0.72 and 0.32, over 1.04."),
)
def _(given):
    table = given.array()
    weights = np.column_stack([table[:, 0], [np.nan, np.nan]])
    return dict(zip("ab", latest_updated(weights, table[:, 1:])[:, 1], strict=True))
