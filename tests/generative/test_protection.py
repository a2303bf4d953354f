"""Releases of generated small years: months, then the year; the attack of the whole is the judge."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tongket.figures.methods.disclosure.attack import Attack
from tongket.figures.methods.disclosure.cells import Before, Cell, Contribution, Equation, Table
from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.problem import block
from tongket.figures.methods.disclosure.rules import PPercent, Rules, Threshold, primary
from tongket.figures.protection.audit import attacked
from tongket.figures.protection.linked import Linked
from tongket.figures.protection.policy import ReleasePolicy
from tongket.figures.protection.respondents import Respondents
from tongket.figures.protection.search import protect_tables, whole_of
from tongket.figures.terms.indicator import LegalReference

D = Decimal
RULES = Rules((Threshold(3, D(20)), PPercent(D(10))), D(20))
SEARCH = Policy(forgiving=True)
POLICY = ReleasePolicy(
    code="test", legal=LegalReference("", False), open={}, rules=RULES, search=SEARCH, stands_for={}
)
MONTHS, PARTS = ("m1", "m2", "m3"), ("a", "b", "c", "d")
SLOW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FIRMS = st.lists(st.tuples(st.sampled_from("uvwxyz"), st.integers(1, 60)), min_size=0, max_size=5)


def year(draw_part) -> Linked:
    """A table of parts by months with totals, and the sum of the months as the period `y`."""
    linked = Linked(Respondents({}, POLICY, date(2021, 1, 1)), {})
    firms = {(part, month): draw_part(part, month) for part in PARTS for month in MONTHS}
    for part in PARTS:
        firms[part, "y"] = [one for month in MONTHS for one in firms[part, month]]
    for period in (*MONTHS, "y"):
        firms["t", period] = [one for part in PARTS for one in firms[part, period]]
    for (part, period), behind in firms.items():
        key = f"{part}/{period}"
        contributions = tuple(Contribution(name, D(value)) for name, value in behind)
        linked.cells[key] = Cell(key, D(sum(value for _, value in behind)), contributions)
        linked.slots[key] = key
        linked.ties[key] = (part,)
    for period in (*MONTHS, "y"):
        linked.equations.append(Equation.total(f"t/{period}", [f"{part}/{period}" for part in PARTS]))
    for part in (*PARTS, "t"):
        linked.over_time.append(Equation.total(f"{part}/y", [f"{part}/{month}" for month in MONTHS]))
    return linked


@st.composite
def years(draw):
    return year(lambda part, month: draw(FIRMS))


def attack_on(linked: Linked, withheld):
    whole = whole_of(linked)
    return attacked(whole, primary(whole.cells.values(), RULES), withheld, SEARCH)


@SLOW
@given(years())
def test_no_attack_on_months_and_year_together_gets_inside(linked):
    found = protect_tables(linked, RULES, SEARCH)
    assume(not found.unreachable)
    assert attack_on(linked, found.keys).inside == ()
    assert protect_tables(linked, RULES, SEARCH).keys == found.keys


@SLOW
@given(years())
def test_to_publish_the_months_first_and_the_year_later_tells_nothing_more(linked):
    """The year keeps to what the months have withheld and printed."""
    early = Linked(linked.respondents, {})
    early.cells = {key: cell for key, cell in linked.cells.items() if not key.endswith("/y")}
    early.slots = {key: key for key in early.cells}
    early.ties = {key: linked.ties[key] for key in early.cells}
    early.equations = [one for one in linked.equations if one.terms[0][0] in early.cells]
    first = protect_tables(early, RULES, SEARCH)
    assume(not first.unreachable)
    for key, cell in early.cells.items():
        was = Before.WITHHELD if key in first.keys else Before.PUBLISHED
        linked.cells[key] = Cell(key, cell.value, cell.contributions, before=was)
    second = protect_tables(linked, RULES, SEARCH)
    assume(not second.unreachable)
    attack = attack_on(linked, second.keys)
    assert attack.inside == ()
    # Only what the months' own tables gave away could be public before, and the first attack found none.
    assert not {one.cell for one in attack.already} & first.sensitive.keys()


@SLOW
@given(years(), st.data())
def test_to_withhold_one_more_never_narrows_an_interval(linked, data):
    table = Table.of(list(linked.cells.values()), [*linked.equations, *linked.over_time])
    numbers = block(table, primary(table.cells.values(), RULES), SEARCH)
    some = np.array([data.draw(st.booleans()) for _ in numbers.keys]) & ~numbers.never
    more = some.copy()
    more[data.draw(st.integers(0, len(numbers.keys) - 1))] = True
    for cell in np.flatnonzero(some).tolist():
        fewer_low, fewer_high = Attack(numbers, some).interval(cell)
        low, high = Attack(numbers, more & ~numbers.never).interval(cell)
        slack = 1e-6 * (1 + abs(numbers.values[cell]))
        assert low is None or (fewer_low is not None and low <= fewer_low + slack)
        assert high is None or (fewer_high is not None and high >= fewer_high - slack)


def test_a_printed_secondary_cell_lets_the_attacker_in():
    firms = {"a": [("u", 50)], "b": [("v", 40)]}
    linked = year(lambda part, month: firms.get(part, [("w", 30), ("x", 30), ("y", 30), ("z", 30)]))
    found = protect_tables(linked, RULES, SEARCH)
    assert attack_on(linked, found.keys).inside == ()
    (extra, *_) = sorted(found.keys - found.sensitive.keys())
    assert attack_on(linked, found.keys - {extra}).inside


def test_what_was_public_before_is_a_finding_and_the_rest_is_protected():
    firms = {"a": [("u", 50)], "b": [("v", 40)]}
    linked = year(lambda part, month: firms.get(part, [("w", 30), ("x", 30), ("y", 30), ("z", 30)]))
    for part in ("b", "c", "d", "t"):
        key = f"{part}/m1"
        linked.cells[key] = Cell(
            key, linked.cells[key].value, linked.cells[key].contributions, before=Before.PUBLISHED
        )
    found = protect_tables(linked, RULES, SEARCH)
    attack = attack_on(linked, found.keys)
    assert (found.unreachable, attack.inside) == ((), ())
    assert {one.cell for one in attack.already} == {"a/m1"}
    assert attack.printed == ("b/m1",)
    assert {"a/m1", "a/m2", "a/y", "b/m2", "b/y"} <= found.keys
