"""Whom to phone first: what is out counts whole, what moved unlike the others by its distance."""

from decimal import Decimal

from tongket.figures.compile.calls import calls
from tongket.figures.compile.unit_values import UnitValues
from tongket.figures.methods.editing.doubt import DoubtRule
from tongket.figures.methods.editing.outliers import HBParameters
from tongket.figures.terms.period import Period

NOW, BEFORE, YEAR_AGO = (Period.parse(text) for text in ("2020-02", "2020-01", "2019-02"))
RULE = DoubtRule("usual", HBParameters(), Decimal(1), Decimal("0.05"), Decimal("0.001"), "constructed")
FOOD = ("food",)


def values(now, before, year_ago=None):
    return UnitValues(
        {
            period: {unit: {FOOD: Decimal(value)} for unit, value in of.items()}
            for period, of in ((NOW, now), (BEFORE, before), (YEAR_AGO, year_ago or {}))
        }
    )


BEFORE_ALL = {f"h{n}": 100 for n in range(1, 9)}


def test_who_is_out_stands_first_with_all_that_is_expected_of_it():
    now = {unit: 110 for unit in BEFORE_ALL if unit != "h8"}
    found = calls(dict.fromkeys(BEFORE_ALL, True) | {"h8": False}, values(now, BEFORE_ALL), NOW, RULE)
    (first,) = found.calls
    # The others grew by a tenth, so 110 of 880 hang on the one that is out.
    assert (first.unit, first.missing, first.score) == ("h8", ("food",), Decimal(110) / 880)


def test_a_movement_unlike_the_others_is_doubted_and_outranks_an_ordinary_one():
    now = {unit: 100 + n for n, unit in enumerate(BEFORE_ALL)} | {"h8": 1000}
    found = calls(dict.fromkeys(BEFORE_ALL, True), values(now, BEFORE_ALL), NOW, RULE)
    assert found.calls[0].unit == "h8"
    ordinary = next(call for call in found.calls if call.unit == "h1")
    assert found.calls[0].score > 10 * ordinary.score


def test_where_last_month_is_not_known_the_same_month_last_year_is_expected():
    now, year_ago = {"h1": 220, "h2": 220}, {"h1": 200, "h2": 200, "h3": 50}
    due = {"h1": True, "h2": True, "h3": False}
    found = calls(due, values(now, {"h1": 200, "h2": 200}, year_ago), NOW, RULE)
    (only,) = found.calls
    assert (only.unit, only.score) == ("h3", Decimal(55) / 495)


def test_who_has_no_past_is_not_ranked_but_named():
    found = calls({"h1": True, "new": False}, values({"h1": 100}, {"h1": 100}), NOW, RULE)
    assert (found.calls, found.unscored) == ((), ("new",))
