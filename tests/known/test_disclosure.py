"""Disclosure control against published and worked examples; each names where it comes from."""

from decimal import Decimal

import pytest

from tongket.figures.methods.disclosure.cells import Before, Cell, Contribution, Equation
from tongket.figures.methods.disclosure.policy import Cost, Policy
from tongket.figures.methods.disclosure.protect import protect
from tongket.figures.methods.disclosure.rules import (
    ConfStatus,
    Dominance,
    PPercent,
    PriorPosterior,
    Rules,
    Threshold,
    primary,
)

D = Decimal


def cell(total, amounts, key="x", **more):
    return Cell(key, D(total), tuple(Contribution(f"{key}{i}", D(a)) for i, a in enumerate(amounts)), **more)


def judged(rule, total, amounts):
    return primary([cell(total, amounts)], Rules((rule,), D(10))).get("x")


class TestTV21:
    """SDC Handbook, chapter 4. Cells whose contributions do not sum to X have many small ones besides."""

    def test_one_unit_of_half_is_not_dominant_though_the_second_knows_it_within_2_percent(self):
        assert judged(Dominance(1, D(90)), 100000, [50000, 49000]) is None
        assert D(2) / 100 * 50000 == 100000 - 50000 - 49000

    def test_p_percent_lets_pass_what_the_two_unit_rule_does_not(self):
        assert judged(PPercent(D(10)), 110000, [52000, 50000]) is None
        assert round(100 * (110000 - 52000 - 50000) / 52000, 1) == 15.4
        assert judged(Dominance(2, D("90.9")), 110000, [52000, 50000]) is not None

    def test_upper_protection_level_of_dominance(self):
        found = judged(Dominance(1, D(85)), 330, [300, 20, 10])
        assert float(found.upper) == pytest.approx(22.941176, abs=5e-7)
        assert float(330 + found.upper) == pytest.approx(352.94, abs=5e-3)
        assert found.code is ConfStatus.ONE_UNIT

    def test_a_single_withheld_cell_is_a_subtraction(self):
        """56600 - 47600 - 8002 = 998: the row discloses unless a second cell goes."""
        cells = [cell(998, [998], "a"), cell(47600, [9520] * 5, "b"), cell(8002, [1600] * 5, "c")]
        cells.append(Cell("all", D(56600)))
        found = protect(cells, [Equation.total("all", "abc")], Rules((Threshold(3, D(20)),), D(20)))
        assert (found.withheld, found.safe) == (("a", "c"), True)
        assert found.statuses["c"].conf is ConfStatus.SECONDARY


SQUARE = {"x11": 5, "x12": 2, "x21": 1, "x22": 2, "r1": 7, "r2": 3, "c1": 6, "c2": 4, "t": 10}
LINES = [
    ("r1", "x11 x12"),
    ("r2", "x21 x22"),
    ("c1", "x11 x21"),
    ("c2", "x12 x22"),
    ("t", "r1 r2"),
    ("t", "c1 c2"),
]
LINES_OF_SQUARE = [Equation.total(whole, parts.split()) for whole, parts in LINES]


def test_tv_24_geurts_table():
    """Geurts (1992) in the SDC Handbook: rows 7 and 3, columns 6 and 4, the inside withheld."""
    cells = [Cell(k, D(v), before=Before.WITHHELD if k[0] == "x" else None) for k, v in SQUARE.items()]
    found = protect(cells, LINES_OF_SQUARE, Rules((), D(10))).intervals
    ends = {key: (one.lower, one.upper) for key, one in found.items()}
    assert ends == {"x11": (3, 6), "x12": (1, 4), "x21": (0, 3), "x22": (0, 3)}


def test_prior_posterior_is_p_percent_by_hand():
    """(p, q) = (10, 50) is p% with 20: X = 1000, x = 700, 200: rest 100 < 140, so UPL = 40."""
    by_pq, by_p = (
        judged(PriorPosterior(D(10), D(50)), 1000, [700, 200]),
        judged(PPercent(D(20)), 1000, [700, 200]),
    )
    assert by_pq == by_p
    assert (by_pq.upper, by_pq.code) == (40, ConfStatus.CONCENTRATION)


def test_p_percent_that_matches_two_unit_dominance():
    """METHODS §5.2: (2, 80) is p = 100 (100 - 80) / 80 = 25 where x2 = 0; elsewhere it is the stricter."""
    for rest, unsafe in ((24, True), (26, False)):
        assert bool(judged(Dominance(2, D(80)), 100 + rest, [D(100), D(0)])) is unsafe
        assert bool(judged(PPercent(D(25)), 100 + rest, [D(100), D(0)])) is unsafe
    for rest, unsafe in ((19, True), (21, False)):
        amounts = [D(40), D(40)]
        assert bool(judged(Dominance(2, D(80)), 80 + rest, amounts)) is unsafe
    # With x1 = x2 = 40, p% asks for a rest of 10, the dominance rule for 20.
    assert judged(PPercent(D(25)), 80 + 11, [40, 40]) is None
    assert judged(PPercent(D(25)), 80 + 9, [40, 40]).upper == 1


def test_the_cheapest_corner_of_a_square_by_hand():
    """3 x 3 with one unsafe cell of 10 that needs 2 either way: a rectangle through it, at the least cost.

    10* 30  20 |  60      Rectangles through the corner: (12, 21, 22) 30+25+40, (12, 31, 32) 30+15+35,
    25  40  50 | 115      (13, 21, 23) 20+25+50, (13, 31, 33) 20+15+5 = 40. The last is cheapest, and
    15  35   5 |  55      its cells can all move by 2.
    50 105  75 | 230
    """
    rows = [[10, 30, 20], [25, 40, 50], [15, 35, 5]]
    cells = [cell(10, [6, 4], "11")]
    for i, row in enumerate(rows, 1):
        cells += [cell(v, [D(v) / 5] * 5, f"{i}{j}") for j, v in enumerate(row, 1) if (i, j) != (1, 1)]
        cells += [Cell(f"{i}.", D(sum(row))), Cell(f".{i}", D(sum(r[i - 1] for r in rows)))]
    cells.append(Cell("..", D(230)))
    lines = [Equation.total(f"{i}.", [f"{i}{j}" for j in (1, 2, 3)]) for i in (1, 2, 3)]
    lines += [Equation.total(f".{j}", [f"{i}{j}" for i in (1, 2, 3)]) for j in (1, 2, 3)]
    lines += [Equation.total("..", ["1.", "2.", "3."]), Equation.total("..", [".1", ".2", ".3"])]
    found = protect(cells, lines, Rules((Threshold(3, D(20)),), D(20)))
    assert found.withheld == ("11", "13", "31", "33")
    assert found.audit.method == ("optimal",)
    # By hand: the corner takes what 13 and 31 leave it, 0 to 10 + min(20, 15), and 33 moves along from 5
    # down to 0, so the corner goes down to 5 at the least.
    interval = found.intervals["11"]
    assert (float(interval.lower), float(interval.upper)) == pytest.approx((5, 25))


def test_an_index_tells_on_a_firm_as_its_quantity_does():
    """METHODS §5.3: index times base value recovers the firm. Quantity 120 on a base of 80 is index 150."""
    cells = [
        Cell("q", D(120), (Contribution("firm", D(120)),)),
        Cell("index", D(150), (Contribution("firm", D(150)),)),
        cell(300, [60] * 5, "rest"),
        Cell("all", D(420)),
    ]
    lines = [Equation.total("all", ["q", "rest"]), Equation.scaled("index", "q", D(100) / D(80))]
    rules = Rules((Threshold(3, D(20)),), D(20))
    found = protect(cells, lines, rules, Policy(cost=Cost.COUNT))
    assert found.safe
    assert len(found.withheld) == 3
    assert {"q", "index"} < set(found.withheld)
    without = [Cell("index", D(150), before=Before.PUBLISHED) if one.key == "index" else one for one in cells]
    assert not protect(without, lines, rules).safe
