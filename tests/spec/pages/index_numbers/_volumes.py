"""Two products over three years of quarters, with their yearly prices: the constructed example of the handbook."""

import numpy as np
from tests.spec.handbook.page import Text, beside, facts

from tongket.figures.methods.index_numbers.links import chained, links
from tongket.figures.methods.index_numbers.tree import Tree

VOLUMES = facts(
    """
    item | year | Q1 | Q2 | Q3 | Q4
    a    | 2018 | 10 | 11 | 12 | 13
    a    | 2019 | 12 | 12 | 14 | 14
    a    | 2020 | 15 | 14 | 15 | 16
    b    | 2018 | 20 | 20 | 21 | 19
    b    | 2019 | 22 | 21 | 20 | 23
    b    | 2020 | 21 | 22 | 24 | 23
    """,
    labels=2,
    caption=Text("Lượng theo quý", "Volumes by quarter"),
)
PRICES = beside(
    """
    item | 2018 | 2019 | 2020
    a    | 1    | 1.3  | 1.6
    b    | 2    | 1.9  | 1.8
    """,
    caption=Text(
        "Giá bình quân năm; quyền số là giá × lượng của năm trước",
        "Mean prices of the year; weights are price × volume of the year before",
    ),
)


def index_of(given, overlap):
    volumes = given.array().reshape(2, 3, 4)
    prices = np.array([given.grids[1].row(item) for item in "ab"], dtype=float)
    return chained(links(Tree.flat("a", "b"), volumes, prices * volumes.sum(axis=2)), overlap)


MISSING = Text(
    "tháng không có mắt xích thì thiếu; năm không nối được vào năm trước thì chuỗi của nút đó dừng.",
    "a month without a link is missing; a year that cannot be hung on the one before stops the chain of that node.",
)
ZERO = Text(
    "gốc bằng 0 thì chuỗi dừng: không nối tiếp được từ 0.",
    "a base of 0 stops the chain: nothing follows from 0.",
)
