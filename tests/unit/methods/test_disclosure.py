"""Secondary suppression and its audit: what is missing, zero, negative, known already, or impossible."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.figures.methods.disclosure.cells import Before, Cell, Contribution, Equation, TableRefused
from tongket.figures.methods.disclosure.policy import Cost, Policy
from tongket.figures.methods.disclosure.protect import protect
from tongket.figures.methods.disclosure.rules import ConfStatus, PPercent, Rules, Threshold
from tongket.figures.terms.figure import ObsStatus

D = Decimal
RULES = Rules((Threshold(3, D(20)),), D(20))
MANY = 6


def cell(key, value, *holders, **more):
    """A cell of so many equal contributions; without names, enough of them to be safe."""
    names = holders or tuple(f"{key}-{i}" for i in range(MANY))
    return Cell(key, D(value), tuple(Contribution(name, D(value) / len(names)) for name in names), **more)


def row(*cells, whole="all", **more):
    total = sum(one.value for one in cells)
    return [*cells, Cell(whole, total, **more)], [Equation.total(whole, [one.key for one in cells])]


class TestPattern:
    def test_one_unsafe_cell_takes_the_cheapest_that_is_enough(self):
        cells, lines = row(cell("a", 50, "u"), cell("b", 5), cell("c", 12), cell("d", 80))
        found = protect(cells, lines, RULES)
        assert found.withheld == ("a", "c")
        assert found.statuses["a"].conf is ConfStatus.SMALL_COUNTS
        assert found.statuses["a"].obs is ObsStatus.SUPPRESSED
        assert found.statuses["c"].conf is ConfStatus.SECONDARY
        assert found.statuses["d"].conf is ConfStatus.FREE
        assert found.statuses["d"].printed
        assert (found.intervals["a"].lower, found.intervals["a"].upper) == (0 + 0, 62)
        assert (found.needs["a"].lower, found.needs["a"].upper) == (10, 10)
        assert found.audit.method == ("optimal",)

    def test_the_cost_is_the_office_s(self):
        cells, lines = row(cell("a", 50, "u"), cell("b", 15), cell("c", 12), cell("d", 80))
        dear = [replace(one, cost=D(500)) if one.key == "c" else one for one in cells]
        assert protect(cells, lines, RULES).withheld == ("a", "c")
        assert protect(dear, lines, RULES).withheld == ("a", "b")
        assert len(protect(cells, lines, RULES, Policy(cost=Cost.COUNT)).withheld) == 2
        assert len(protect(cells, lines, RULES, Policy(cost=Cost.LOG)).withheld) == 2

    def test_nothing_unsafe_withholds_nothing(self):
        cells, lines = row(cell("a", 50), cell("b", 5))
        found = protect(cells, lines, RULES)
        assert (found.withheld, found.intervals, found.safe, found.audit.attacks) == ((), {}, True, 0)

    def test_an_unsafe_cell_in_no_equation_stands_alone(self):
        found = protect([cell("a", 50, "u")], [], RULES)
        assert (found.withheld, found.safe) == (("a",), True)
        assert (found.intervals["a"].lower, found.intervals["a"].upper) == (0, None)

    def test_all_parts_withheld_publishes_the_root_only(self):
        cells, lines = row(cell("a", 50, "u"), cell("b", 40, "v"), cell("c", 45, "w"))
        found = protect(cells, lines, RULES)
        assert found.withheld == ("a", "b", "c")
        assert found.statuses["all"].printed
        assert found.safe

    def test_the_order_of_what_is_given_changes_nothing(self):
        cells, lines = row(cell("a", 50, "u"), cell("b", 12), cell("c", 12), cell("d", 12))
        again = [replace(one, terms=one.terms[::-1]) for one in lines[::-1]]
        assert protect(cells[::-1], again, RULES) == protect(cells, lines, RULES)

    @pytest.mark.parametrize("limit", [{"cells": 0}, {"rounds": 0}, {"seconds": 0.0}])
    def test_a_search_cut_short_is_still_safe_and_says_so(self, limit):
        cells, lines = row(cell("a", 50, "u"), cell("b", 5), cell("c", 12), cell("d", 80))
        found = protect(cells, lines, RULES, Policy(**limit))
        assert found.safe
        assert found.audit.method == ("greedy",)
        assert found.audit.stopped == (next(iter(limit)),)


class TestLinked:
    def months(self, **more):
        """Two activities over three months and the year; a firm is alone in one of them in February."""
        cells, lines = [], []
        for m in ("1", "2", "3"):
            cells += [cell("a" + m, 30 + int(m), *(("u",) if m == "2" else ())), cell("b" + m, 40 + int(m))]
            cells += [cell("c" + m, 90), Cell("t" + m, D(160 + 2 * int(m)))]
            lines.append(Equation.total("t" + m, ["a" + m, "b" + m, "c" + m]))
        for node in "abct":
            whole = sum(one.value for one in cells if one.key[0] == node)
            cells.append(Cell(node + "y", whole, **more))
            lines.append(Equation.total(node + "y", [node + m for m in "123"]))
        lines.append(Equation.total("ty", ["ay", "by", "cy"]))
        return cells, lines

    def test_a_month_is_hidden_in_the_year_to_date_too(self):
        found = protect(*self.months(), RULES)
        assert found.safe
        by_node = {node: [key for key in found.withheld if key[0] == node] for node in "abct"}
        assert all(len(keys) != 1 for keys in by_node.values())
        assert found.withheld == ("a1", "a2", "b1", "b2")

    def test_month_first_and_year_later_leaks_nothing(self):
        cells, lines = self.months()
        early = [one for one in cells if one.key[1] != "y"]
        first = protect(early, [one for one in lines if "y" not in str(one.terms)], RULES)
        assert first.withheld == ("a2", "b2")
        fixed = [
            replace(one, before=Before.WITHHELD if one.key in first.withheld else Before.PUBLISHED)
            if one.key in first.statuses
            else one
            for one in cells
        ]
        later = protect(fixed, lines, RULES)
        assert later.safe
        assert set(later.withheld) >= {"a2", "b2", "ay", "by"}
        assert all(later.statuses[key].printed for key in ("a1", "b1", "a3", "b3"))

    def test_a_year_printed_before_is_found_out(self):
        cells, lines = self.months()
        printed = [replace(one, before=Before.PUBLISHED) if one.key != "a2" else one for one in cells]
        found = protect(printed, lines, RULES)
        assert not found.safe
        assert {one.cell for one in found.audit.inside} == {"a2"}

    def test_an_unsafe_cell_printed_before_is_reported(self):
        cells, lines = self.months()
        printed = [replace(one, before=Before.PUBLISHED) if one.key == "a2" else one for one in cells]
        found = protect(printed, lines, RULES)
        assert found.audit.already_printed == ("a2",)
        assert (found.withheld, found.safe) == ((), True)


class TestInsiders:
    def test_two_firms_alone_do_not_hide_each_other(self):
        cells, lines = row(cell("a", 50, "u"), cell("b", 40, "v"), cell("c", 60), cell("d", 80))
        assert protect(cells, lines, RULES).withheld == ("a", "b", "c")
        assert protect(cells, lines, RULES, Policy(insiders=False, unions=False)).withheld == ("a", "b")

    def test_a_firm_alone_in_two_cells_is_not_hidden_by_itself(self):
        cells, lines = row(cell("a", 50, "u"), cell("b", 40, "u"), cell("c", 60), cell("d", 80))
        found = protect(cells, lines, RULES, Policy(insiders=False))
        assert found.withheld == ("a", "b", "c")
        assert found.audit.unions == ("a ∪ b",)

    def test_units_of_one_holding_are_one_insider(self):
        units = [
            Cell("a", D(50), (Contribution("u1", D(50), "h"),)),
            Cell("b", D(40), (Contribution("u2", D(40), "h"),)),
        ]
        cells, lines = row(*units, cell("c", 60), cell("d", 80))
        assert protect(cells, lines, RULES).withheld == ("a", "b", "c")

    def test_nobody_else_to_hide_behind(self):
        rest = cell("c", 60, before=Before.PUBLISHED)
        cells, lines = row(cell("a", 50, "u"), cell("b", 40, "v"), rest, before=Before.PUBLISHED)
        found = protect(cells, lines, RULES)
        assert not found.safe
        assert {(one.cell, one.attacker) for one in found.audit.inside} >= {("a", "v"), ("b", "u")}


class TestImpossible:
    def table(self, **more):
        at = (("activity", "{}"), ("time", "2020"))
        place = {k: tuple((d, c.format(k)) for d, c in at) for k in "abc"}
        parts = [
            cell("a", 50, "u", at=place["a"]),
            cell("b", 5, "v", "w", "x", at=place["b"]),
            cell("c", 60, at=place["c"], before=Before.PUBLISHED),
        ]
        return row(*parts, before=Before.PUBLISHED, **more)

    def test_it_says_which_categories_to_merge(self):
        found = protect(*self.table(), RULES)
        assert not found.safe
        (merge,) = found.merges
        assert (merge.cells, merge.dimension, merge.categories, merge.safe) == (
            ("a", "b"),
            "activity",
            ("a", "b"),
            True,
        )

    def test_merging_makes_it_safe(self):
        merged = Cell("ab", D(55), (Contribution("u", D(50)), *(Contribution(n, D(5) / 3) for n in "vwx")))
        cells, lines = row(merged, cell("c", 60, before=Before.PUBLISHED), before=Before.PUBLISHED)
        assert protect(cells, lines, RULES).safe

    def test_only_along_the_dimensions_the_office_allows(self):
        assert protect(*self.table(), RULES, Policy(merge_along=("time",))).merges == ()

    def test_a_merge_that_is_not_enough_says_so(self):
        rest = cell("c", 60, before=Before.PUBLISHED)
        cells, lines = row(cell("a", 50, "u"), cell("b", 5, "v"), rest, before=Before.PUBLISHED)
        found = protect(cells, lines, RULES)
        assert not found.safe
        assert {one.safe for one in found.merges} == {False}
        assert {one.cells for one in found.merges} == {("a", "b")}
        assert found.statuses["b"].printed is False


class TestMissingZeroNegative:
    def test_a_missing_number_is_unknown_to_the_attacker_and_keeps_its_status(self):
        cells = [cell("a", 50, "u"), Cell("b", None), cell("c", 60), Cell("all", D(140))]
        found = protect(cells, [Equation.total("all", "abc")], RULES)
        assert found.withheld == ("a",)
        assert (found.statuses["b"].obs, found.statuses["b"].printed) == (ObsStatus.MISSING, False)
        assert (found.intervals["b"].lower, found.intervals["b"].upper) == (0, 80)
        assert found.safe

    def test_a_structural_zero_hides_nothing(self):
        cells = [cell("a", 50, "u"), Cell("b", D(0), ()), cell("c", 600), Cell("all", D(650))]
        found = protect(cells, [Equation.total("all", "abc")], RULES)
        assert found.statuses["b"].printed
        assert found.withheld == ("a", "c")

    def test_a_zero_with_somebody_behind_it_can_be_protected(self):
        rules = Rules((Threshold(3, D(20), floor=D(4)),), D(20))
        cells = [cell("a", 0, "u"), cell("b", 3), cell("c", 6), Cell("all", D(9))]
        found = protect(cells, [Equation.total("all", "abc")], rules)
        assert found.withheld == ("a", "c")
        assert found.intervals["a"].upper == 6

    def test_a_fixed_cell_hides_nothing(self):
        cells = [
            cell("a", 50, "u"), cell("b", 20, lower=D(20), upper=D(20)), cell("c", 600), Cell("all", D(670)),
        ]  # fmt: skip
        assert protect(cells, [Equation.total("all", "abc")], RULES).withheld == ("a", "c")

    def test_what_outsiders_know_narrows_what_a_cell_can_hide(self):
        tight = cell("b", 20, lower=D(15), upper=D(25))
        cells, lines = row(cell("a", 50, "u"), tight, cell("c", 600))
        assert protect(cells, lines, RULES).withheld == ("a", "c")

    @pytest.mark.parametrize("bounds", [{"lower": D(15)}, {"upper": D(25)}], ids=["from below", "from above"])
    def test_both_ends_of_the_interval_have_to_be_out_of_reach(self, bounds):
        cells, lines = row(cell("a", 50, "u"), cell("b", 20, **bounds), cell("c", 600))
        found = protect(cells, lines, RULES)
        assert (found.withheld, found.safe) == (("a", "c"), True)

    def test_negative_cells_with_their_own_bound(self):
        stocks = Cell("b", D(-20), tuple(Contribution(n, D(-5)) for n in "pqrs"), lower=D(-100))
        cells, lines = row(cell("a", 50, "u"), stocks, cell("c", 600))
        found = protect(cells, lines, RULES)
        assert (found.withheld, found.safe) == (("a", "b"), True)
        assert found.intervals["b"].upper == 30

    def test_a_negative_cell_without_its_own_bound_is_refused(self):
        with pytest.raises(TableRefused, match="own lower bound"):
            protect([Cell("b", D(-20))], [], RULES)


class TestRefused:
    def test_twice(self):
        with pytest.raises(TableRefused, match="“a” is given twice"):
            protect([cell("a", 1), cell("a", 1)], [], RULES)

    def test_unknown(self):
        with pytest.raises(TableRefused, match="“z”, which is not among"):
            protect([cell("a", 1)], [Equation.total("a", ["z"])], RULES)

    def test_uneven(self):
        cells = [cell("a", 1), cell("b", 2), Cell("all", D(4))]
        with pytest.raises(TableRefused, match="misses by -1"):
            protect(cells, [Equation.total("all", "ab")], RULES)
        rounded = replace(Equation.total("all", "ab"), tolerance=D("1.5"))
        assert protect(cells, [rounded], RULES).safe

    def test_no_table_around_the_missing(self):
        cells = [cell("a", 5), Cell("b", None), Cell("all", D(4))]
        cells.append(cell("c", 1, "u"))
        with pytest.raises(TableRefused, match="missing cells b"):
            protect(cells, [Equation.total("all", "abc")], RULES)

    def test_a_cell_nobody_is_named_behind_is_listed(self):
        found = protect([Cell("a", D(5))], [], Rules((PPercent(D(10)),), D(10)))
        assert found.audit.unjudged == ("a",)
