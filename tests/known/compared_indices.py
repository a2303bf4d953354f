"""Vectors of index numbers: TV-01 to TV-09."""

import numpy as np
from tests.known.vectors import Within, compared

from tongket.figures.methods.index_numbers.aggregate import aggregate, one_step
from tongket.figures.methods.index_numbers.bilateral import fisher, laspeyres, paasche, tornqvist
from tongket.figures.methods.index_numbers.contributions import month_on_month, year_on_year
from tongket.figures.methods.index_numbers.elementary import Formula, cell_relatives
from tongket.figures.methods.index_numbers.gaps import Ladder, fill_gaps
from tongket.figures.methods.index_numbers.links import Overlap, chained, links
from tongket.figures.methods.index_numbers.monthly import monthly_chain
from tongket.figures.methods.index_numbers.series import chain, cumulated_from_growth, splice
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import carry_down, carry_up
from tongket.figures.terms.words import Text

PRINTED = Within(0.02, Text("các cột chỉ in hai chữ số thập phân", "the columns are printed to two decimals"))
NONE = float("nan")


def both(found, published):
    return zip(np.ravel(found), np.ravel(published), strict=True)


@compared("TV-01", "chỉ số lũy kế tháng 2, ba dòng", "cumulated index of February, three rows", 2, PRINTED)
def _(data):
    for case in data["cases"]:
        yield cumulated_from_growth([case["mom"]], [case["prev_yoy"], case["yoy"]]), case["ytd"]


@compared("TV-01", "lũy kế tháng 3, tháng 2 điều chỉnh", "March, February revised", 2, PRINTED)
def _(data):
    march = data["march"]
    february = march["feb_mom_first"] * march["feb_yoy_revised"] / march["feb_yoy_first"]
    growth = [march["jan_yoy"], march["feb_yoy_revised"], march["mar_yoy"]]
    yield cumulated_from_growth([february, march["mar_mom"]], growth), march["ytd"]


def tv02(data, overlap):
    volumes = np.array(data["q"], dtype=float).transpose(1, 0, 2)
    prices = np.array(data["price"]).T
    return chained(links(Tree.flat("a", "b"), volumes, prices * volumes.sum(axis=2)), overlap)


@compared("TV-02", "ba cách nối chuỗi, năm thứ ba", "three overlaps, third year", 5)
def _(data):
    for overlap, name in (
        (Overlap.ANNUAL, "annual_overlap_y2"),
        (Overlap.ONE_MONTH, "one_quarter_y2"),
        (Overlap.OVER_THE_YEAR, "over_the_year_y2"),
    ):
        yield from both(tv02(data, overlap).levels[0, 2], data[name])


@compared("TV-02", "đóng góp so cùng kỳ và so quý trước", "contributions on the year and on the quarter", 5)
def _(data):
    index = tv02(data, Overlap.ANNUAL)
    year, quarter = year_on_year(index, 2, 0) / 100, month_on_month(index, 2, 0) / 100
    yield from both(year, [data["yoy_q1_y2"], *data["contrib_yoy_q1_y2"]])
    yield from both(quarter, [data["q1_on_q4"], *data["contrib_q1_on_q4"]])


@compared("TV-03", "tổng và hai nhóm, nối quyền số mới", "total and two groups, new weights linked", 2)
def _(data):
    names = "ABCDE"
    parent = {names[i]: group for group in "GH" for i in data[group]}
    tree = Tree.of({"": None, "G": "", "H": "", **parent})
    old = tree.spread(np.array([data["nov02"], data["dec02"]], dtype=float).T)
    new = np.array([[100.0] * 5, data["jan"], data["feb"], data["mar"]]).T
    first = aggregate(tree, old, carry_up(tree, data["w_old"]))
    second = aggregate(tree, tree.spread(new), carry_up(tree, data["w_new"]))
    yield from both(first[0], data["total_old"])
    yield from both(second[0, 1:], data["total_new"])
    wide = np.full((len(tree.nodes), 3), NONE)
    levels = splice(np.hstack([first, wide]), np.hstack([wide[:, :1], second]), [1]).levels
    for row, name in enumerate(("chained_total", "chained_G", "chained_H")):
        yield from both(levels[row, 2:], data[name])


@compared("TV-04", "Laspeyres, Paasche, Fisher, Törnqvist của giá", "price indices of four kinds", 4)
def _(data):
    p, q = np.array(data["p"]).T, np.array(data["q"]).T
    for name, formula in {
        "price_L": lambda t: laspeyres(p[0], p[t], q[0]),
        "price_P": lambda t: paasche(p[0], p[t], q[t]),
        "price_F": lambda t: fisher(p[0], p[t], q[0], q[t]),
        "price_T": lambda t: tornqvist(p[0], p[t], q[0], q[t]),
    }.items():
        yield from both([formula(t) for t in range(5)], data[name])


@compared("TV-04", "chỉ số khối lượng và chuỗi của nó", "volume indices and their chain", 4)
def _(data):
    p, q = np.array(data["p"]).T, np.array(data["q"]).T
    yield from both([laspeyres(q[0], q[t], p[0]) for t in range(5)], data["qty_L"])
    yield from both([paasche(q[0], q[t], p[t]) for t in range(5)], data["qty_P"])
    yield from both([fisher(q[0], q[t], p[0], p[t]) for t in range(5)], data["qty_F"])
    steps = [laspeyres(q[t - 1], q[t], p[t - 1]) for t in range(1, 5)]
    yield from both(chain([1, *steps], start=1), data["qty_L_chained"])


def tv05(data):
    """Prices by product and period, the cell of each product, the tree, and its weights."""
    rows = data["prices"]
    months, products = sorted({row[0] for row in rows}), sorted({row[2] for row in rows})
    prices = np.full((len(products), len(months)), NONE)
    there = np.zeros(prices.shape, dtype=bool)
    leaves, cells = list(data["weights"]), np.zeros(len(products), dtype=int)
    for month, cell, product, price in rows:
        place = products.index(product), months.index(month)
        there[place], cells[place[0]] = True, leaves.index(cell)
        prices[place] = NONE if price is None else price
    parents = {leaf: parent for leaf, (parent, _) in data["weights"].items()}
    tree = Tree.of({"1": None, **dict.fromkeys(parents.values(), "1"), **parents})
    return prices, there, cells, tree, [weight for _, weight in data["weights"].values()]


@compared("TV-05", "tỷ số từng kỳ của mọi nút, có chỗ trống", "period relatives of all nodes, with gaps", 14)
def _(data):
    prices, _, cells, tree, weights = tv05(data)
    relatives = cell_relatives(prices, cells, 5, Formula.JEVONS).relatives
    index = monthly_chain(tree, relatives, {0: weights})
    for month, nodes in enumerate(data["period_index"].values()):
        for node, published in nodes.items():
            yield index.relatives[tree.place(node), month], published


@compared("TV-05", "tổng nối chuỗi", "chained total", 7)
def _(data):
    prices, _, cells, tree, weights = tv05(data)
    relatives = cell_relatives(prices, cells, 5, Formula.JEVONS).relatives
    yield from both(monthly_chain(tree, relatives, {0: weights}).levels[0] / 100, data["chained_total"])


@compared("TV-05", "tổng từng kỳ, giá giữ nguyên", "total by period, prices carried forward", 6)
def _(data):
    prices, there, cells, tree, weights = tv05(data)
    carried = fill_gaps(prices, Ladder(range(len(prices)), [0] * len(prices), carry=4), there).values
    relatives = cell_relatives(carried, cells, 5, Formula.JEVONS).relatives
    yield from both(monthly_chain(tree, relatives, {0: weights}).relatives[0], data["carry_forward_total"])


@compared("TV-08", "nối theo năm và theo một quý", "annual and one-quarter overlap", 2)
def _(data):
    sums, prices = np.array([data["QA"], data["QB"]], dtype=float), np.array([data["PA"], data["PB"]])
    first = np.repeat(sums[:, :1, np.newaxis] / 4, 4, axis=2)
    volumes = np.concatenate([first, np.array([data["qA"], data["qB"]])], axis=1)
    values = np.column_stack([sums[:, :2] * prices, [0.0, 1.0]])
    given = links(Tree.flat("A", "B"), volumes, values)
    annual = chained(given, Overlap.ANNUAL).levels[0]
    yield from both(annual[1:], data["annual_overlap"])
    yield from both(annual.mean(axis=1), data["annual"])
    yield from both(chained(given, Overlap.ONE_MONTH).levels[0, 2], data["one_quarter_year2"])


@compared("TV-09", "cây hai cấp: mức, tốc độ, đóng góp", "two-level tree: levels, growth, contributions", 7)
def _(data):
    tree = Tree.of({"": None, "X": "", "Y": "", "a": "X", "b": "X", "c": "Y"})
    own = np.array([1.0, *data["class_w"], *data["product_w"]])
    months = np.array([data["now"], data["py"], data["pm"]], dtype=float).T
    relatives = months / np.array(data["q0"], dtype=float)[:, np.newaxis]
    levels, carried = 100 * aggregate(tree, tree.spread(relatives), own), carry_down(tree, own)
    yield from both(levels[0], data["total"])
    yield from both(100 * one_step(relatives, carried[tree.leaves]), data["total"])
    yield 100 * levels[0, 0] / levels[0, 1], data["yoy"]
    yield 100 * levels[0, 0] / levels[0, 2], data["mom"]
    yield from both(100 * carried[1:3] * (levels[1:3, 0] - levels[1:3, 1]) / levels[0, 1], data["contrib_pp"])
