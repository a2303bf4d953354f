"""Disclosure control on generated small tables (METHODS §9.3, property 14), against a slow plain oracle."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from tongket.figures.methods.disclosure.cells import Before, Cell, Contribution, Equation
from tongket.figures.methods.disclosure.policy import Cost, Policy
from tongket.figures.methods.disclosure.protect import protect
from tongket.figures.methods.disclosure.rules import PPercent, Rules, Threshold

D = Decimal
RULES = Rules((Threshold(3, D(20), floor=D(1)), PPercent(D(10))), D(20))
OUTSIDERS = Policy(insiders=False, unions=False)
FIRMS = st.sampled_from("uvwxyz")
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def inside(draw, key):
    behind = draw(st.lists(st.tuples(FIRMS, st.integers(0, 60)), min_size=0, max_size=6))
    return Cell(key, D(sum(v for _, v in behind)), tuple(Contribution(name, D(v)) for name, v in behind))


def together(key, parts, factor=1):
    behind = [replace(one, value=one.value * factor) for part in parts for one in part.contributions]
    return Cell(key, sum((part.value for part in parts), D(0)) * factor, tuple(behind))


@st.composite
def tables(draw, most=3):
    """A table of two dimensions with its totals; sometimes a copy of one cell in another unit."""
    tall, wide = draw(st.integers(2, most)), draw(st.integers(2, most))
    cells = {f"{i}{j}": draw(inside(f"{i}{j}")) for i in range(tall) for j in range(wide)}
    lines = [Equation.total(f"{i}.", [f"{i}{j}" for j in range(wide)]) for i in range(tall)]
    lines += [Equation.total(f".{j}", [f"{i}{j}" for i in range(tall)]) for j in range(wide)]
    for line in list(lines):
        *parts, (whole, _) = line.terms
        cells[whole] = together(whole, [cells[key] for key, _ in parts])
    cells[".."] = together("..", [cells[f"{i}."] for i in range(tall)])
    lines += [Equation.total("..", [f"{i}." for i in range(tall)])]
    lines += [Equation.total("..", [f".{j}" for j in range(wide)])]
    if draw(st.booleans()):
        cells["copy"] = together("copy", [cells["00"]], D("12.5"))
        lines.append(Equation.scaled("copy", "00", D("12.5")))
    return list(cells.values()), lines


def ends(cells, lines, withheld, key, known=()):
    """The plain attacker: all cells are unknowns, printed and known ones are held, nothing else is clever."""
    place = {cell.key: i for i, cell in enumerate(cells)}
    system = np.zeros((len(lines), len(cells)))
    for row, line in enumerate(lines):
        for name, coefficient in line.terms:
            system[row, place[name]] += float(coefficient)
    bounds = [
        (0, 0) if cell.structural_zero else
        (0, None) if cell.key in withheld and cell.key not in known else (float(cell.value),) * 2
        for cell in cells
    ]  # fmt: skip
    found = []
    for sign in (1, -1):
        cost = np.zeros(len(cells))
        cost[place[key]] = sign
        solved = linprog(cost, A_eq=system, b_eq=np.zeros(len(lines)), bounds=bounds)
        found.append(sign * solved.fun if solved.status == 0 else None)
    return found


def enough(found, cell, need, slack=1e-4):
    low, high = found
    value = float(cell.value)
    return low <= value - float(need.lower) + slack and (
        high is None or high >= value + float(need.upper) - slack
    )


def sole(cells):
    owners = {}
    for cell in cells:
        names = {one.owner for one in cell.contributions or ()}
        if len(names) == 1:
            owners.setdefault(names.pop(), set()).add(cell.key)
    return owners


@SLOW
@given(tables())
def test_14_the_attacker_never_gets_inside_a_protection_level(table):
    cells, lines = table
    found = protect(cells, lines, RULES)
    by_key = {cell.key: cell for cell in cells}
    assert set(found.needs) <= set(found.withheld)
    failed = {
        key
        for key, need in found.needs.items()
        if not enough(ends(cells, lines, found.withheld, key), by_key[key], need)
    }
    assert failed == {one.cell for one in found.audit.inside if one.attacker == ""} & by_key.keys()
    if found.safe:
        for owned in sole(cells).values():
            for key in found.needs.keys() - owned:
                seen = ends(cells, lines, found.withheld, key, known=owned)
                assert enough(seen, by_key[key], found.needs[key])


@SLOW
@given(tables())
def test_the_intervals_are_those_of_the_plain_attacker(table):
    cells, lines = table
    found = protect(cells, lines, RULES)
    for key, interval in found.intervals.items():
        low, high = ends(cells, lines, found.withheld, key)
        assert float(interval.lower) == pytest.approx(low, abs=1e-4)
        assert (interval.upper is None) == (high is None)
        if high is not None:
            assert float(interval.upper) == pytest.approx(high, abs=1e-4)


@SLOW
@given(tables(), st.data())
def test_14_withholding_one_more_cell_never_narrows_an_interval(table, data):
    cells, lines = table
    withheld = set(protect(cells, lines, RULES).withheld)
    more = withheld | {data.draw(st.sampled_from([cell.key for cell in cells]))}
    for key in withheld:
        (low, high), (lower, higher) = ends(cells, lines, withheld, key), ends(cells, lines, more, key)
        assert lower <= low + 1e-6
        assert higher is None or (high is not None and higher >= high - 1e-6)


@SLOW
@given(tables())
def test_14_the_inside_first_and_the_totals_later_leaks_nothing(table):
    """Rows are published first with their totals; what has been said stays said when columns follow."""
    cells, lines = table
    early = {key for line in lines if line.terms[-1][0][0].isdigit() for key, _ in line.terms}
    first = protect(
        [cell for cell in cells if cell.key in early],
        [line for line in lines if all(key in early for key, _ in line.terms)],
        RULES,
    )
    fixed = [
        replace(cell, before=Before.WITHHELD if cell.key in first.withheld else Before.PUBLISHED)
        if cell.key in first.statuses and not cell.structural_zero
        else cell
        for cell in cells
    ]
    later = protect(fixed, lines, RULES)
    if first.safe and later.safe:
        assert set(first.withheld) <= set(later.withheld)
        for key, need in later.needs.items():
            cell = next(one for one in cells if one.key == key)
            assert enough(ends(cells, lines, later.withheld, key), cell, need)


def written_out(cells, lines, needs):
    """The least number of cells withheld, by METHODS §5.3 as it stands: tables f, g for every unsafe cell."""
    n, place = len(cells), {cell.key: i for i, cell in enumerate(cells)}
    top = 10 * (1 + sum(float(cell.value) for cell in cells))
    goals = [
        (place[k], s, float(v)) for k, x in needs.items() for s, v in ((1, x.upper), (-1, x.lower)) if v > 0
    ]
    wide = n * (1 + len(goals))
    rows, low, high = [], [], []

    def add(entries, least, most):
        line = np.zeros(wide)
        for at, value in entries:
            line[at] += value
        rows.append(line)
        low.append(least)
        high.append(most)

    for g, (cell, sign, level) in enumerate(goals, start=1):
        for line in lines:
            add([(g * n + place[key], float(c)) for key, c in line.terms], 0, 0)
        for i, one in enumerate(cells):
            down, up = (0, 0) if one.structural_zero else (float(one.value), top)
            add([(g * n + i, 1), (i, down)], 0, np.inf)
            add([(g * n + i, 1), (i, -up)], -np.inf, 0)
        add([(g * n + cell, sign)], level, np.inf)
    fixed = np.array([float(cell.key in needs) for cell in cells])
    still = np.array([float(not cell.structural_zero) for cell in cells])
    found = milp(
        np.r_[np.ones(n), np.zeros(wide - n)],
        integrality=np.r_[np.ones(n), np.zeros(wide - n)],
        bounds=Bounds(
            np.r_[fixed, np.full(wide - n, -top)], np.r_[np.maximum(still, fixed), np.full(wide - n, top)]
        ),
        constraints=LinearConstraint(np.array(rows), low, high) if rows else (),
    )
    return None if found.x is None else round(found.fun)


@SLOW
@given(tables(most=3))
def test_the_cheapest_pattern_is_that_of_the_formulation_written_out(table):
    cells, lines = table
    found = protect(cells, lines, RULES, replace(OUTSIDERS, cost=Cost.COUNT))
    least = written_out(cells, lines, found.needs)
    assert found.safe == (least is not None)
    if found.safe:
        assert len(found.withheld) == least
        assert set(found.audit.method) <= {"optimal"}


@SLOW
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_given_and_a_second_run_change_nothing(table, chance):
    cells, lines = table
    found = protect(cells, lines, RULES)
    mixed, turned = list(cells), [replace(line, terms=line.terms[::-1]) for line in lines]
    chance.shuffle(mixed)
    chance.shuffle(turned)
    assert protect(mixed, turned, RULES) == found


@SLOW
@given(tables())
def test_the_fallback_is_as_safe_and_no_cheaper(table):
    cells, lines = table
    best = protect(cells, lines, RULES, OUTSIDERS)
    quick = protect(cells, lines, RULES, replace(OUTSIDERS, cells=0))
    assert quick.safe == best.safe
    if best.safe:
        assert best.audit.cost <= quick.audit.cost + 1e-6
        assert best.audit.bound <= best.audit.cost + 1e-4
