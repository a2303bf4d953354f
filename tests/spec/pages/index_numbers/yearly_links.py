"""Laspeyres links of a year on the mean of the year before."""

import numpy as np
from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import AMOUNTS, qna

from tongket.figures.methods.index_numbers.links import links, yearly_mean
from tongket.figures.methods.index_numbers.tree import Tree

PAGE = Page(
    title=Text("Mắt xích năm của chỉ số khối lượng", "Yearly links of a volume index"),
    of=(links, yearly_mean),
    what=Text(
        "Mỗi tháng (quý) của năm y so với bình quân năm y−1, với quyền số của năm y−1. Các mắt xích này được nối thành chuỗi bằng một trong ba cách nối.",
        "Each month (quarter) of year y over the mean of y−1, at the weights of y−1. Such links are joined into a series by one of three overlaps.",
    ),
    formula="L(m,y) = Σ wᵢ,y₋₁ Rᵢ,m,y;   R = qᵢ,m,y / q̄ᵢ,y₋₁",
    where=Text(
        "q̄: bình quân các tháng của năm; w: tỷ trọng giá trị tăng thêm của năm y−1.",
        "q̄: the mean of a year's months; w: shares of value added of y−1.",
    ),
    when=Text(
        "Chỉ số sản xuất công nghiệp đổi quyền số hằng năm.", "A production index re-weighted every year."
    ),
    missing=Text(
        "tháng thiếu đi theo nút cha; năm trước thiếu một tháng thì không có bình quân, nên sản phẩm mới chỉ vào sau một năm đủ tháng.",
        "a missing month moves as its parent; a year that lacks a month has no mean, so a new product enters after a full year.",
    ),
    zero=Text(
        "ngừng hẳn là R = 0 và giữ quyền số; năm trước bằng 0 thì không có R.",
        "a true stop is R = 0 and keeps its weight; a year of 0 before leaves no R.",
    ),
    negative=AMOUNTS,
    source=qna("chương 8", "ch. 8"),
)

GIVEN = (
    facts(
        """
        item | year | Q1 | Q2 | Q3 | Q4
        a    | 2019 | 10 | 10 | 10 | 10
        a    | 2020 | 11 | 12 | 10 | 11
        b    | 2019 | 20 | 20 | 20 | 20
        b    | 2020 | 20 | 20 | 24 | …
    """,
        labels=2,
    ),
    beside(
        """
        item | weight
        a    | 0.4
        b    | 0.6
    """,
        caption=Text("Quyền số năm 2019", "Weights of 2019"),
    ),
)


@PAGE.example(
    "Hai sản phẩm; quý 4 thiếu sản phẩm b",
    "Two products; b is missing in the fourth quarter",
    *GIVEN,
    answers="""
        item  | Q1   | Q2   | Q3   | Q4
        a     | 1.10 | 1.20 | 1.00 | 1.10
        b     | 1.00 | 1.00 | 1.20 | 1.10
        whole | 1.04 | 1.08 | 1.12 | 1.10
    """,
    note=Text(
        "Quý 4: b đi theo toàn thể, tức là theo a.", "Fourth quarter: b moves as the whole, which is a."
    ),
)
def _(given):
    volumes = given.array().reshape(2, 2, 4)
    weights = np.array([[float(w)] * 2 for w in given["weight"]])
    found = links(Tree.flat("a", "b"), volumes, weights).now[:, 1]
    return {"whole": found[0], "a": found[1], "b": found[2]}


@PAGE.example(
    "Bình quân năm cần đủ các kỳ",
    "The mean of a year needs all its periods",
    *GIVEN,
    answers="""
        item | 2019 | 2020
        a    | 10.0 | 11.0
        b    | 20.0 | …
    """,
)
def _(given):
    return dict(zip("ab", yearly_mean(given.array().reshape(2, 2, 4)), strict=True))
