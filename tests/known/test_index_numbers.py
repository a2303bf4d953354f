"""Index numbers that somebody published, or that METHODS §1.5 states, against ours; with digits of agreement.

Vectors TV-nn: METHODS §1.5 and its data; "constructed" means computed by hand there. What was published
with d decimals has to agree to half a unit of the last. Further published examples stand in
`tests/unit/methods/test_index_numbers_published.py`.
"""

import numpy as np
import pytest

from tongket.figures.methods.index_numbers.aggregate import aggregate, one_step
from tongket.figures.methods.index_numbers.bilateral import fisher, laspeyres, paasche, tornqvist
from tongket.figures.methods.index_numbers.contributions import month_on_month, year_on_year, year_to_date
from tongket.figures.methods.index_numbers.elementary import Formula, cell_relatives
from tongket.figures.methods.index_numbers.gaps import Ladder, fill_gaps
from tongket.figures.methods.index_numbers.links import Overlap, chained, links
from tongket.figures.methods.index_numbers.monthly import month_contributions, monthly_chain
from tongket.figures.methods.index_numbers.series import chain, cumulated_from_growth, growth, splice
from tongket.figures.methods.index_numbers.shadow import shadow_values
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import carry_down, carry_up, product_weights

NONE = float("nan")


def near(values, decimals):
    """As published: within half a unit of the last decimal."""
    return pytest.approx(np.asarray(values, dtype=float), abs=0.5000001 * 10.0**-decimals, nan_ok=True)


# TV-01: Tây Ninh statistics office, workbooks received by the Sở Công Thương in 2026. Month before and same
# month last year are printed to 0.01, so the cumulated index they imply is known to about 0.02.
@pytest.mark.parametrize(
    ("january", "month", "february", "published"),
    [(126.06, 79.32, 106.01, 116.32), (126.49, 78.88, 106.2, 116.66), (59.88, 93.48, 56.59, 58.25)],
    ids=["all industry", "manufacturing", "mining"],
)
def test_tv01_cumulated_index_of_a_received_sheet(january, month, february, published):
    assert cumulated_from_growth([month], [january, february]) == pytest.approx(published, abs=0.02)


def test_tv01_march_with_february_revised():
    # February was first 79.32 % of January and 106.01 % of February 2025, then revised to 106.80 % of it;
    # the level of February 2025 stands, so February 2026 is 79.32 * 106.80 / 106.01 % of January.
    february = 79.32 * 106.8 / 106.01
    found = cumulated_from_growth([february, 122.43], [126.06, 106.8, 113.4])
    assert found == pytest.approx(115.52, abs=0.02)


# TV-02, constructed: annual mean prices and quarterly volumes of two components in three years.
TV02_TREE = Tree.flat("a", "b")
TV02_VOLUMES = np.array(
    [
        [[10, 11, 12, 13], [12, 12, 14, 14], [15, 14, 15, 16]],
        [[20, 20, 21, 19], [22, 21, 20, 23], [21, 22, 24, 23]],
    ],
    dtype=float,
)
TV02_PRICES = np.array([[1, 1.3, 1.6], [2, 1.9, 1.8]])


def tv02(overlap):
    return chained(links(TV02_TREE, TV02_VOLUMES, TV02_PRICES * TV02_VOLUMES.sum(axis=2)), overlap)


@pytest.mark.parametrize(
    ("overlap", "expected"),
    [
        (Overlap.ANNUAL, [111.84466, 112.9744, 122.57723, 121.44748]),
        (Overlap.ONE_MONTH, [111.79949, 112.92878, 122.52772, 121.39843]),
        (Overlap.OVER_THE_YEAR, [112.52664, 113.35607, 121.45942, 121.39843]),
    ],
)
def test_tv02_three_overlaps(overlap, expected):
    assert tv02(overlap).levels[0, 2] == near(expected, 5)


def test_tv02_contributions_on_every_base():
    index = tv02(Overlap.ANNUAL)
    assert year_on_year(index, 2, 0) == near([2.857, 6.288, -3.431], 3)
    assert month_on_month(index, 2, 0) == near([-4.0, 2.535, -6.535], 3)
    within, whole_year = month_on_month(index, 2, 2), year_to_date(index, 2, 4)
    levels = index.levels[0]
    assert within[1:].sum() == pytest.approx(100 * (levels[2, 2] / levels[2, 1] - 1), abs=1e-12)
    assert whole_year[1:].sum() == pytest.approx(100 * (levels[2].sum() / levels[1].sum() - 1), abs=1e-12)


# TV-03: PPI Manual 2004, table 9.8: A to E in two groups, new weights with December 2002 = 100.
TV03_TREE = Tree.of({"": None, "G": "", "H": "", "A": "G", "B": "G", "C": "G", "D": "H", "E": "H"})


def test_tv03_chaining_with_new_weights():
    old_weights = carry_up(TV03_TREE, [0.2, 0.25, 0.15, 0.1, 0.3])
    new_weights = carry_up(TV03_TREE, [0.25, 0.2, 0.1, 0.18, 0.27])
    old = np.array([[120, 121], [115, 117], [132, 133], [142, 143], [110, 124]], dtype=float)
    new = np.array([[100, 100, 100, 102], [100, 102, 103, 104], [100, 98, 98, 97], [100, 101, 104, 104]])
    new = np.vstack([new, [100, 103, 105, 106]]).astype(float)
    first = aggregate(TV03_TREE, TV03_TREE.spread(old), old_weights)
    second = aggregate(TV03_TREE, TV03_TREE.spread(new), new_weights)
    assert first[:3] == near([[119.75, 124.90], [120.92, 122.33], [118.00, 128.75]], 2)
    assert second[0, 1:] == near([101.19, 102.47, 103.34], 2)
    wide = np.full((len(TV03_TREE.nodes), 3), NONE)
    spliced = splice(np.hstack([first, wide]), np.hstack([wide[:, :1], second]), [1])
    assert spliced.levels[0, 2:] == near([126.39, 127.99, 129.07], 2)
    assert spliced.levels[1, 2:] == near([122.78, 123.22, 124.56], 2)
    assert spliced.levels[2, 2:] == near([131.58, 134.67, 135.45], 2)
    assert spliced.breaks[0].tolist() == [False, False, True, False, False]


# TV-04: PPI Manual 2004, tables 19.1 and 19.2; price results as printed by gpindex 0.6 (package output).
TV04_P = np.array(
    [[1, 1.2, 1, 0.8, 1], [1, 3, 1, 0.5, 1], [1, 1.3, 1.5, 1.6, 1.6], [1, 0.7, 0.5, 0.3, 0.1],
     [1, 1.4, 1.7, 1.9, 2], [1, 0.8, 0.6, 0.4, 0.2]]
)  # fmt: skip
TV04_Q = np.array(
    [[1, 0.8, 1, 1.2, 0.9], [1, 0.9, 1.1, 1.2, 1.2], [2, 1.9, 1.8, 1.9, 2], [1, 1.3, 3, 6, 12],
     [4.5, 4.7, 5, 5.6, 6.5], [0.5, 0.6, 0.8, 1.3, 2.5]]
)  # fmt: skip


def on_the_first(formula, x, y, both):
    columns = range(x.shape[1])
    return [formula(x[:, 0], x[:, t], y[:, 0], y[:, t]) if both else formula(x[:, 0], x[:, t], y[:, 0])
            for t in columns]  # fmt: skip


def test_tv04_bilateral_prices():
    later = [paasche(TV04_P[:, 0], TV04_P[:, t], TV04_Q[:, t]) for t in range(5)]
    assert on_the_first(laspeyres, TV04_P, TV04_Q, False) == near([1, 1.42, 1.345, 1.355, 1.44], 4)
    assert later == near([1, 1.3824, 1.2031, 1.0209, 0.7968], 4)
    assert on_the_first(fisher, TV04_P, TV04_Q, True) == near([1, 1.4011, 1.2721, 1.1762, 1.0712], 4)
    assert on_the_first(tornqvist, TV04_P, TV04_Q, True) == near([1, 1.4052, 1.289, 1.2268, 1.2477], 4)


def test_tv04_bilateral_volumes_and_their_chain():
    later = [paasche(TV04_Q[:, 0], TV04_Q[:, t], TV04_P[:, t]) for t in range(5)]
    assert on_the_first(laspeyres, TV04_Q, TV04_P, False) == near([1, 1.02, 1.27, 1.72, 2.51], 4)
    assert later == near([1, 0.993, 1.1361, 1.2959, 1.3889], 4)
    assert on_the_first(fisher, TV04_Q, TV04_P, True) == near([1, 1.0064, 1.2012, 1.493, 1.8671], 4)
    steps = [laspeyres(TV04_Q[:, t - 1], TV04_Q[:, t], TV04_P[:, t - 1]) for t in range(1, 5)]
    assert chain([1, *steps], start=1) == near([1, 1.02, 1.1994, 1.4561, 1.7803], 4)


# TV-05: piar's matched sample `ms_prices`, `ms_weights` (MIT), tests/testthat/test-aggregate.R and
# test-known-values.R: facts only. Products 1 to 12 by period; - is missing in the data or not there.
TV05_TREE = Tree.of(
    {"1": None, "11": "1", "12": "1", "B1": "11", "B2": "11", "B3": "11", "B4": "12", "B5": "12"}
)
TV05_WEIGHTS = [553.0, 646.0, 312.0, 622.0, 330.0]
TV05_CELLS = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3]
TV05_PRICES = np.array(
    [
        [1.14, NONE, NONE, NONE], [NONE, 6.94, 2.32, NONE], [6.09, 5.45, NONE, NONE],
        [6.23, NONE, 3.03, 2.65], [8.61, NONE, 1.59, 3.05], [6.4, NONE, 0.4, 5.07],
        [0.09, 8.37, 2.19, 1.81], [2.33, 2.86, 8.11, 7.6], [6.66, 2.67, 5.26, 2.01],
        [5.14, 1.87, 9.15, 2.59], [NONE, NONE, 8.31, 9.92], [NONE, NONE, 0.46, 8.07],
    ]
)  # fmt: skip


def test_tv05_missing_values_and_weights_brought_forward():
    cells = cell_relatives(TV05_PRICES, TV05_CELLS, 5, Formula.JEVONS)
    index = monthly_chain(TV05_TREE, cells.relatives, {0: TV05_WEIGHTS})
    second = [1.30072391107879, 1.30072391107879, 1.30072391107879, 0.894909688013136, 1.30072391107879]
    third = [1.06307432720167, 1.06307432720167, 1.06307432720167, 0.334293948126801, 1.06307432720167]
    fourth = [2.73476132776126, 1.57451535678038, 4.57628618296306, 1.57451535678038, 2.77045633390764]
    second += [2.02000360773041, 1.30072391107879, 1.30072391107879]
    third += [1.63533549062897, 1.06307432720167, 1.06307432720167]
    fourth += [0.537995998322608, 4.57628618296306, 4.57628618296306]
    expected = np.array([np.ones(8), second, third, fourth]).T
    assert index.relatives == pytest.approx(expected, rel=1e-14)  # 15 digits as printed
    assert index.levels[0] / 100 == near([1, 1.3007239, 1.3827662, 3.7815355], 7)
    for of in (0, 1, 2):
        points, kept = (month_contributions(index, of, keep_filled=keep) for keep in (False, True))
        below = TV05_TREE.leaves[TV05_TREE.below(of)[TV05_TREE.leaves]]
        change = 100 * (index.relatives[of] - 1)
        assert kept[below].sum(axis=0) == pytest.approx(change, abs=1e-11)
        seen = index.known[of]
        assert np.nansum(points[below], axis=0)[seen] == pytest.approx(change[seen], abs=1e-11)


def test_tv05_shadow_prices_and_the_weights_at_the_start_of_every_period():
    shadow = shadow_values(TV05_TREE, TV05_PRICES, TV05_CELLS, TV05_WEIGHTS, Formula.JEVONS)
    index = monthly_chain(TV05_TREE, shadow.relatives, {0: TV05_WEIGHTS})
    published = {
        "1": ([100, 130.072391107879, 86.7572212018498, 194.002034724665],
              [2463, 2463, 3203.68299298706, 2136.83035820156]),
        "11": ([100, 130.072391107879, 86.7572212018498, 66.0876113541715],
               [1511, 1511, 1965.39382964005, 1310.90161235995]),
        "12": ([100, 130.072391107879, 86.7572212018498, 397.025872658294],
               [952, 952, 1238.28916334701, 825.92874584161]),
        "B1": ([100, 89.4909688013136, 29.9162892822837, 22.7888361551669],
               [553, 553, 494.885057471264, 165.437079731029]),
        "B2": ([100, 130.072391107879, 17.7722681519892, 49.2372928695834],
               [646, 646, 840.267646556897, 114.80885226185]),
        "B3": ([100, 202.000360773041, 330.33835909201, 177.720715283958],
               [312, 312, 630.241125611888, 1030.65568036707]),
        "B4": ([100, 130.072391107879, 86.7572212018498, 397.025872658294],
               [622, 622, 809.050272691007, 539.629915875505]),
        "B5": ([100, 130.072391107879, 86.7572212018498, 397.025872658294],
               [330, 330, 429.238890656, 286.298829966104]),
    }  # fmt: skip
    for node, (levels, weights) in published.items():
        assert index.levels[TV05_TREE.place(node)] == pytest.approx(levels, rel=1e-14)
        assert index.weights[TV05_TREE.place(node)] == pytest.approx(weights, rel=1e-14)


def test_tv05_prices_carried_forward():
    # Carried where the data have a row: not 1 after its month, 2 in the last, 11 and 12 before theirs.
    rows = np.ones(TV05_PRICES.shape, dtype=bool)
    rows[0, 1:], rows[1, 3], rows[10:, :2] = False, False, False
    carried = fill_gaps(TV05_PRICES, Ladder(range(12), [0] * 12, carry=4), rows).values
    cells = cell_relatives(carried, TV05_CELLS, 5, Formula.JEVONS)
    index = monthly_chain(TV05_TREE, cells.relatives, {0: TV05_WEIGHTS})
    # Period on period, not chained, though the data of METHODS set it beside a chained total.
    assert index.relatives[0] == near([1, 1.172155, 0.8082981, 2.2653614], 6)


# TV-07: IMF, QNA Manual 2017, example 8.8, p. 193: quarterly Fisher links and their chain, 2010 = 100.
# Links and levels are printed to 0.01, so the k-th level is known to 0.005 (k + 1).
def test_tv07_chain_of_quarterly_links_drifts_from_the_annual_chain():
    quarters = [100.74, 99.92, 100.08, 100.33, 100.18, 100.06, 100.58, 101.07, 100.76, 100.54, 99.94, 99.83]
    printed = [100.74, 100.66, 100.74, 101.07, 101.25, 101.31, 101.9, 102.99, 103.77, 104.32, 104.26, 104.08]
    levels = chain(np.array(quarters) / 100)
    assert (np.abs(levels - printed) <= 0.005 * np.arange(2, 14)).all()
    annual = chain(np.array([100.79, 101.0, 102.23]) / 100)
    assert (np.abs(annual - [100.79, 101.79, 104.06]) <= 0.005 * np.arange(2, 5)).all()
    drift = np.array(printed).reshape(3, 4).mean(axis=1) - [100.79, 101.79, 104.06]
    assert drift == near([0.01, 0.07, 0.05], 2)


# TV-08: QNA Manual 2001, example 9.4; inputs recalled, outputs computed (METHODS §1.5).
def test_tv08_annual_and_one_quarter_overlap():
    # The links need last year's price times volume as weights and its mean as base; the year before the
    # first quarter is given as four equal quarters of the annual volumes 251 and 236.
    volumes = np.array(
        [
            [[62.75] * 4, [67.4, 69.4, 71.5, 73.7], [76, 78.3, 80.6, 83.1]],
            [[59] * 4, [57.6, 57.1, 56.5, 55.8], [55.4, 54.8, 54.2, 53.6]],
        ]
    )
    values = np.array([[251 * 7, 282 * 5.5, 0], [236 * 6, 227 * 9, 1]])
    annual = chained(links(Tree.flat("A", "B"), volumes, values), Overlap.ANNUAL)
    assert annual.levels[0, 1] == near([103.04, 104.43, 105.83, 107.24], 2)
    assert annual.levels[0, 2] == near([107.26, 108.10, 108.95, 109.93], 2)
    assert annual.levels[0].mean(axis=1) == near([100, 105.14, 108.56], 2)
    quarter = chained(links(Tree.flat("A", "B"), volumes, values), Overlap.ONE_MONTH)
    assert quarter.levels[0, 2] == near([108.31, 109.17, 110.03, 111.01], 2)


# TV-09, constructed: class X of 300 with products 60 and 40, class Y of 700 with one product.
TV09_TREE = Tree.of({"": None, "X": "", "Y": "", "a": "X", "b": "X", "c": "Y"})


def test_tv09_fixed_base_tree_in_levels_and_in_one_step():
    own = np.array([1000, 300, 700, 60, 40, 100.0])
    quantities = np.array([[104, 108, 110], [48, 46, 45], [205, 221, 230]], dtype=float)
    relatives = quantities / np.array([[100], [50], [200]])
    carried = carry_down(TV09_TREE, own)
    levels = 100 * aggregate(TV09_TREE, TV09_TREE.spread(relatives), own)
    assert levels[0] == near([101.99, 107.83, 111.10], 10)
    assert levels[1:3, 2] == near([102, 115], 10)
    assert 100 * one_step(relatives, carried[TV09_TREE.leaves]) == pytest.approx(levels[0], rel=1e-15)
    assert carried[TV09_TREE.leaves] == pytest.approx(product_weights([0.3, 0.7], [60, 40, 100], [0, 0, 1]))
    assert growth(levels[0], 1)[2] == near(3.0325512, 7)
    assert growth(levels[0], 2)[2] == near(8.9322483, 7)
    points = 100 * carried * (levels[:, 2] - levels[:, 0]) / levels[0, 0]
    assert points[1:3] == near([0.3529758, 8.5792725], 7)
