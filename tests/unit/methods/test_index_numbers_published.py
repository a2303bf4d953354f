"""Examples others published, beyond the vectors of METHODS §1.5; numbers only, each with its source.

What was published with d decimals has to agree to half a unit of the last.
"""

import numpy as np
import pytest

from tongket.figures.methods.index_numbers.bilateral import laspeyres
from tongket.figures.methods.index_numbers.contributions import contributions, month_on_month, year_on_year
from tongket.figures.methods.index_numbers.elementary import carli, jevons
from tongket.figures.methods.index_numbers.links import from_relatives
from tongket.figures.methods.index_numbers.means import geometric_contributions
from tongket.figures.methods.index_numbers.monthly import month_contributions, monthly_chain
from tongket.figures.methods.index_numbers.series import chain, rebase
from tongket.figures.methods.index_numbers.shadow import shadow_values
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import carry_up, updated

NONE = float("nan")


def near(values, decimals):
    """As published: within half a unit of the last decimal."""
    return pytest.approx(np.asarray(values, dtype=float), abs=0.5000001 * 10.0**-decimals, nan_ok=True)


# Elementary and Laspeyres: PriceIndexes.jl, test set, four items.
def test_published_carli_jevons_laspeyres_of_four_items():
    p0, p1 = [2, 1, 1, 0.5], [1.75, 0.5, 0.95, 0.55]
    q0 = [0.384615385, 1.538461538, 1.538461538, 12.30769231]
    assert carli(p0, p1) == near(0.85625, 5)
    assert jevons(p0, p1) == near(0.822287308, 9)
    assert laspeyres(p0, p1, q0) == near(0.967307692, 9)


# piar, printed examples of `aggregate`, `contrib`, `chain`, `rebase` and `update` (MIT): facts only.
PIAR_TREE = Tree.flat("a", "b", "c", whole="top")


def test_published_aggregation_with_a_cell_never_seen():
    relatives = np.array([[1.7320508075688772, 5.916079783099616], [8**0.5, 48**0.5], [NONE, NONE]])
    index = monthly_chain(PIAR_TREE, relatives, {0: [1.0, 2.0, 3.0]})
    printed = [[2.462968, 6.690949], [1.732051, 5.916080], [2.828427, 6.928203], [2.462968, 6.690949]]
    assert index.relatives == near(printed, 6)
    assert index.levels[0, 1] / 100 == near(16.4796, 4)
    # Contributions of the prices themselves: the Jevons of each cell taken apart, times the cell's share.
    prices = {0: ([1.0, 3.0], [2.0, 4.0]), 1: ([5.0, 7.0], [6.0, 8.0])}
    printed_points = {
        0: [0.0, 0.2440169, 0.3905243, 0.8284271],
        1: [0.5081686, 0.6442213, 2.0513858, 2.4871732],
    }
    whole = month_contributions(index)
    for month, cells in prices.items():
        shares = whole[1:3, month] / (100 * (index.relatives[1:3, month] - 1))
        found = [
            share * geometric_contributions(np.array(cell), np.ones(2))
            for share, cell in zip(shares, cells, strict=True)
        ]
        assert np.concatenate(found) == near(printed_points[month], 7)


def test_published_contributions_to_a_jevons_index():
    found = [geometric_contributions(np.array(cell), np.ones(2)) for cell in ([1.0, 2.0], [6.0, 7.0])]
    assert found[0] == pytest.approx([0, 0.414213562373095], abs=1e-14)
    assert found[1] == pytest.approx([2.5962965079607, 2.88444419044716], rel=1e-13)


def test_published_chain_rebase_and_weights_brought_forward():
    relatives = np.arange(1.0, 10.0).reshape(3, 3).T
    levels = chain(relatives, start=1)
    assert levels.tolist() == [[1, 4, 28], [2, 10, 80], [3, 18, 162]]
    assert rebase(levels, levels[:, 1]) / 100 == near([[0.25, 1, 7], [0.2, 1, 8], [0.1666667, 1, 9]], 7)
    tree = Tree.of({"1": None, "11": "1", "12": "1", "111": "11", "112": "11", "121": "12"})
    weights = updated([1.0, 3.0, 4.0], levels[:, 2])
    assert carry_up(tree, weights).tolist() == [916, 268, 648, 28, 240, 648]


def test_published_shadow_price():
    # Products 1 and 3 of cell a go 1, 3 to 5, 7; product 2 of b goes 2 to 6; product 4 of b was 4: 4 * 6/2.
    tree, prices = Tree.flat("a", "b"), np.array([[1, 5], [2, 6], [3, 7], [4, NONE]])
    assert shadow_values(tree, prices, [0, 1, 0, 1], [1.0, 1.0]).values[3, 1] == pytest.approx(12)


# Eurostat, HICP Methodological Manual, numerical example of chapter 8: energy in the all-items index, from
# December 2013 to December 2016, weights of 2014 to 2016 per mille; contributions as in the tests of the R
# package `hicp` of Eurostat (EUPL): facts only. A December-linked index; Ribe's annual and the monthly form.
HICP_ENERGY = """
    108.7 108.67 108.74 108.36 108.27 108.2 108.44 108.19 107.59 107.75 106.79 105.33 101.85 98.62
    100.17 101.91 102.01 102.96 102.86 102.14 99.89 98.2 97.68 97.67 95.9 93.3 92.07 93.03 93.1 94.64 96.25
    95.29 94.29 95.26 96.78 96.61 98.35"""
HICP_ALL = """100.11 98.99 99.3 100.23 100.38 100.27 100.38 99.72 99.84 100.28 100.22 100.04 99.94 98.4 99.03
    100.15 100.39 100.61 100.6 99.96 99.97 100.19 100.34 100.19 100.17 98.72 98.88 100.11 100.15 100.51 100.68
    100.12 100.21 100.6 100.85 100.76 101.31"""
HICP_RIBE = """-1.02529813948425 -0.866666250168824 -0.640222130696651 -0.619973954901979 -0.515104491704027
    -0.548704450433906 -0.602525307493953 -0.776522663065849 -0.964384788894606 -0.923621450672416
    -0.781068214027195 -0.619594501718212 -0.556492789126052 -0.84220466625092 -0.916077474262503
    -0.917160195487289 -0.857698005505091 -0.684618915689184 -0.711747489267791 -0.579213481076454
    -0.303897553214695 -0.095393755765013 -0.111760293495743 0.248832116788319"""
HICP_MONTHLY = """-0.336351300932743 0.163933055745136 0.182857342496143 0.0103915176817525 0.098483411797569
    -0.0103440065185095 -0.0744842501983668 -0.234253562986313 -0.175932853650891 -0.0540143185777169
    -0.00103718406998985 -0.18385643054338 -0.264066736183525 -0.126758761785896 0.0987735808943386
    0.00711375005741807 0.156439994023563 0.162965107150613 -0.0970076646685763 -0.101614850500567
    0.0984778811211783 0.153717612572737 -0.0171494834056512 0.175686792059182"""


def hicp_index():
    """Energy and the rest, so that the whole is the all-items index: 12 months on the December before."""
    energy, whole = (np.array(row.split(), dtype=float) for row in (HICP_ENERGY, HICP_ALL))
    on_december = [row[1:].reshape(3, 12) / row[[0, 12, 24], np.newaxis] for row in (energy, whole)]
    share = np.array([108.07, 106.06, 97.4]) / 1000
    rest = (on_december[1] - share[:, np.newaxis] * on_december[0]) / (1 - share[:, np.newaxis])
    leaves = np.array([on_december[0], rest])
    return from_relatives(Tree.flat("energy", "rest"), leaves, np.array([share, 1 - share]), whole[0]), whole


def test_published_ribe_and_monthly_contributions_of_energy():
    index, whole = hicp_index()
    assert index.levels[0].ravel() == pytest.approx(whole[1:], rel=1e-14)
    ribe, monthly = (np.array(row.split(), dtype=float) for row in (HICP_RIBE, HICP_MONTHLY))
    year = [year_on_year(index, y, m)[1] for y in (1, 2) for m in range(12)]
    month = [month_on_month(index, y, m)[1] for y in (1, 2) for m in range(12)]
    assert year == pytest.approx(ribe, abs=1e-12)  # 13 to 15 digits as printed
    assert month == pytest.approx(monthly, abs=1e-12)


def test_two_years_of_a_december_link_by_hand():
    # One year after the other, equal shares, no movement but two: part a +10 % in the first December, part b
    # +20 % in the second. The whole goes 100, 105, then 105 * 1.1 = 115.5. Over the two years a brought
    # 100 * 0.5 * 0.1 = 5 points and b 105 * 0.5 * 0.2 = 10.5, on 100.
    now = np.ones((2, 3, 12))
    now[0, 1, 11], now[1, 2, 11] = 1.1, 1.2
    index = from_relatives(Tree.flat("a", "b"), now, np.full((2, 3), 0.5))
    assert index.levels[0, :, 11] == pytest.approx([100, 105, 115.5])
    assert contributions(index, [(2, 11)], [(0, 11)]) == pytest.approx([15.5, 5, 10.5])
