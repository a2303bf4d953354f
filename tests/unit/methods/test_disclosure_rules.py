"""Primary rules: holdings, waivers, non-response, zeros, negative data (METHODS §9.1, primary_sdc)."""

from decimal import Decimal

import pytest

from tongket.figures.methods.disclosure.cells import Cell, Contribution, Equation, Table
from tongket.figures.methods.disclosure.contributors import holders, sole_holder
from tongket.figures.methods.disclosure.rules import (
    ConfStatus,
    Dominance,
    PPercent,
    PriorPosterior,
    Rules,
    Threshold,
    primary,
    unjudged,
)

D = Decimal
THREE, ONE_85, P10 = Threshold(3, D(20)), Dominance(1, D(85)), PPercent(D(10))


def cell(*parts, value=None, **more):
    """Parts as `amount`, `amount@holding`, with `w` at the end for a waiver and `-` for no answer."""
    found = []
    for i, part in enumerate(parts):
        amount, _, holding = part.removesuffix("w").partition("@")
        answer = None if amount == "-" else D(amount)
        found.append(Contribution(f"u{i}", answer, holding, part.endswith("w")))
    total = sum((one.value or D(0) for one in found), D(0))
    return Cell("x", total if value is None else D(value), tuple(found), **more)


def judged(rule, one):
    return primary([one], Rules((rule,), D(10))).get("x")


class TestHoldings:
    def test_units_of_one_holding_are_one(self):
        assert judged(THREE, cell("5@h", "6@h", "7@k")).code is ConfStatus.SMALL_COUNTS
        assert judged(THREE, cell("5", "6", "7")) is None
        assert [(one.name, one.amount) for one in holders(cell("5@h", "6@h", "7@k")).holders] == [
            ("h", 11),
            ("k", 7),
        ]

    def test_dominance_is_of_holdings(self):
        apart, together = cell("45", "44", "11"), cell("45@h", "44@h", "11@k")
        assert judged(ONE_85, apart) is None
        assert judged(ONE_85, together).upper == pytest.approx(D(100) / 85 * 89 - 100)

    def test_a_sole_holding_knows_its_cell(self):
        assert sole_holder(cell("5@h", "6@h")) == "h"
        assert sole_holder(cell("5@h", "6@k")) is None
        assert sole_holder(cell("5@h", "-@k")) is None


class TestThreshold:
    @pytest.mark.parametrize(
        ("parts", "unsafe"), [(["5"], True), (["5", "6"], True), (["5", "6", "7"], False)]
    )
    def test_fewer_than_three(self, parts, unsafe):
        assert (judged(THREE, cell(*parts)) is not None) is unsafe

    def test_its_safety_range(self):
        found = judged(Threshold(3, D(20), floor=D(3)), cell("5", "6"))
        assert (found.upper, found.lower) == (3, 3)
        assert judged(THREE, cell("50", "60")).upper == 22

    def test_non_respondents_are_counted(self):
        assert judged(THREE, cell("5", "6", "-")) is None
        assert judged(THREE, cell("5", "-")) is not None

    def test_waivers(self):
        assert judged(THREE, cell("5w", "6w")) is None
        assert judged(THREE, cell("5w", "6")) is not None

    def test_zero_cells(self):
        assert judged(THREE, Cell("x", D(0), ())) is None
        assert judged(THREE, cell("0")) is None
        found = judged(Threshold(3, D(20), floor=D(4)), cell("0"))
        assert (found.upper, found.lower) == (4, 0)

    def test_negative_data(self):
        assert judged(THREE, cell("-5", "9", lower=None)) is not None


class TestConcentration:
    def test_the_largest_without_a_waiver_is_protected(self):
        assert judged(ONE_85, cell("90w", "5", "5")) is None
        assert judged(Dominance(2, D(85)), cell("90w", "5", "5")).code is ConfStatus.TWO_UNITS
        assert judged(P10, cell("90", "9", "1")).upper == 8
        assert judged(P10, cell("90w", "9", "1")) is None
        assert judged(P10, cell("90w", "9", "0.5")).upper == D("0.4")
        assert judged(P10, cell("90w", "9w")) is None

    @pytest.mark.parametrize("rule", [ONE_85, P10, PriorPosterior(D(10), D(50))])
    def test_negative_data_have_no_largest(self, rule):
        assert judged(rule, cell("-5", "90", "1", lower=None)) is None

    @pytest.mark.parametrize("rule", [ONE_85, P10, PriorPosterior(D(10), D(50))])
    def test_zero_and_empty_cells(self, rule):
        assert judged(rule, cell("0", "0")) is None
        assert judged(rule, Cell("x", D(0), ())) is None

    def test_what_was_weighted_or_imputed_hides_like_any_other(self):
        assert judged(P10, cell("90", "9", "1")) is not None
        assert judged(P10, cell("90", "9", "1", value=120)) is None

    def test_more_than_two_dominant_units(self):
        assert judged(Dominance(3, D(90)), cell("40", "30", "25", "5")).code is ConfStatus.CONCENTRATION

    @pytest.mark.parametrize(
        "wrong",
        [
            lambda: PPercent(D(0)),
            lambda: Dominance(0, D(80)),
            lambda: Dominance(1, D(-1)),
            lambda: PriorPosterior(D(50), D(10)),
            lambda: Threshold(3, D(0)),
        ],
    )
    def test_parameters_without_a_meaning_are_refused(self, wrong):
        with pytest.raises(ValueError, match="found"):
            wrong()


class TestRules:
    def test_the_strictest_level_and_the_first_code(self):
        found = primary([cell("90", "9")], Rules((THREE, P10), D(10)))["x"]
        assert (found.code, found.upper, found.lower) == (ConfStatus.SMALL_COUNTS, D("19.8"), D("19.8"))

    def test_levels_end_at_what_everybody_knows(self):
        found = judged(THREE, cell("50", "60", lower=D(100), upper=D(120)))
        assert (found.lower, found.upper) == (10, 10)

    def test_declared_confidential(self):
        found = primary([cell("5", "6", "7", "8", confidential=True)], Rules((THREE,), D(10)))["x"]
        assert (found.code, found.upper) == (ConfStatus.CONFIDENTIAL, D("2.6"))

    def test_a_missing_number_needs_nothing(self):
        assert primary([Cell("x", None, (Contribution("u", D(5)),))], Rules((THREE,), D(10))) == {}

    def test_cells_nobody_is_named_behind_are_listed(self):
        table = Table.of([Cell("x", D(5)), cell("5", "6").__class__("y", D(1), ())], [])
        assert tuple(unjudged(table.cells)) == ("x",)

    def test_a_whole_has_the_contributors_of_its_parts(self):
        parts = [
            Cell("a", D(5), (Contribution("u", D(5), "h"),)),
            Cell("b", D(6), (Contribution("v", D(6), "h"),)),
        ]
        table = Table.of([*parts, Cell("all", D(11))], [Equation.total("all", ["a", "b"])])
        assert judged(THREE, table.cells["all"]) is None  # named "all", not "x"
        assert sole_holder(table.cells["all"]) == "h"
