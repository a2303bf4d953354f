"""The edges of Hidiroglou-Berthelot, selective editing and error localisation. METHODS §4.2-4.3, §9.1."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tongket.figures.methods.editing.feasible import Row, feasible
from tongket.figures.methods.editing.localise import Edit, Field, localise
from tongket.figures.methods.editing.outliers import (
    HBParameters,
    difference_outliers,
    hidiroglou_berthelot,
    ratio_edit,
    unit_error,
)
from tongket.figures.methods.editing.selective import (
    Item,
    Simulated,
    call_list,
    global_score,
    local_score,
    scale,
    threshold_for_bias,
)
from tongket.figures.terms.figure import Cause


def numbers(*values):
    return tuple(None if value is None else Decimal(str(value)) for value in values)


TEN = numbers(*[100] * 10)


def test_ratio_edits():
    low, high = numbers(0.5, 2)
    assert ratio_edit(*numbers(150, 100), low, high) is True
    assert ratio_edit(*numbers(250, 100), low, high) is False
    for pair in [(None, 1), (1, None), (1, 0), (1, -1)]:
        assert ratio_edit(*numbers(*pair), low, high) is None
    assert [unit_error(*numbers(v, 12)) for v in (11_500, 0.013, 30, 12)] == [True, True, False, False]
    assert unit_error(None, Decimal(1)) is None


def test_all_ratios_equal_flag_nobody():
    found = hidiroglou_berthelot(numbers(*[110] * 10), TEN)
    assert found.how == "tenths"
    assert {unit.verdict for unit in found.units} == {True}


def test_one_ratio_off_among_equals_needs_a_floor():
    now = numbers(*[110] * 19, 300)
    before = numbers(*[100] * 20)
    assert hidiroglou_berthelot(now, before).units[-1].verdict is None
    assert hidiroglou_berthelot(now, before).outliers == ()
    with_floor = hidiroglou_berthelot(now, before, HBParameters(floor=0.5))
    assert with_floor.outliers == (19,)
    assert hidiroglou_berthelot(now, before, HBParameters(floor=3)).units[-1].verdict is True


def test_tenths_where_the_quartiles_coincide():
    now = numbers(100, 105, *[110] * 6, 116, 120)
    found = hidiroglou_berthelot(now, TEN, HBParameters(u=0))
    assert found.how == "tenths"
    assert {unit.verdict for unit in found.units} == {True}
    assert found.low == pytest.approx(4 * (0.9 * (1 - 110 / 105) + 0.1 * (1 - 110 / 100)))


def test_a_keeps_the_distance_off_nothing():
    now = numbers(100, 101, 103, 104, 105, 190)
    before = numbers(100, 100, 100, 100, 100, 100)
    assert hidiroglou_berthelot(now, before).outliers == (5,)
    assert hidiroglou_berthelot(now, before, HBParameters(a=10**9)).outliers == ()


def test_fewer_than_five_units_go_by_limits():
    now, before = numbers(100, 110, 900), numbers(100, 100, 100)
    assert {unit.verdict for unit in hidiroglou_berthelot(now, before).units} == {None}
    limited = hidiroglou_berthelot(now, before, HBParameters(limits=numbers(0.5, 2)))
    assert (limited.how, limited.outliers) == ("limits", (2,))
    assert hidiroglou_berthelot((), ()).units == ()


def test_zero_missing_and_negative_are_excluded_and_listed():
    now = numbers(0, None, -5, 100, 101, 102, 99, 98, 100)
    before = numbers(10, 10, 10, 100, 100, 100, 100, 100, 0)
    found = hidiroglou_berthelot(now, before)
    assert found.excluded == (0, 1, 2, 8)
    causes = [unit.excluded for unit in found.units if unit.excluded]
    assert causes == [Cause.ZERO_BASE, Cause.NOT_ANSWERED, Cause.UNDEFINED, Cause.ZERO_BASE]
    assert found.outliers == ()


def test_halving_and_doubling_score_alike():
    # By construction s(1/r) = -s(r) about a median ratio of 1.
    now = numbers(100, 100, 100, 104, 96, 200, 50)
    before = numbers(100, 100, 100, 100, 100, 100, 100)
    units = hidiroglou_berthelot(now, before, HBParameters(u=0)).units
    assert units[5].score == pytest.approx(1)
    assert units[6].score == pytest.approx(-1)


def test_differences_take_negative_values():
    before = numbers(0, 0, 0, 0, 0, 0)
    found = difference_outliers(numbers(-1, 1, 0, 2, -2, 90), before)
    assert found.outliers == (5,)
    assert difference_outliers(numbers(1, 2), numbers(0, None)).units[1].excluded is Cause.NOT_ANSWERED
    flat = difference_outliers(numbers(0, 0, 0, 0, 0, 9), before)
    assert [unit.verdict for unit in flat.units] == [True] * 5 + [None]


def test_local_score_edges():
    one, total = Decimal(1), Decimal(1000)
    assert local_score(None, Decimal(50), one, Decimal(0), total) == Decimal("0.05")
    assert local_score(Decimal(50), None, one, one, total) is Cause.NOT_ANSWERED
    assert local_score(Decimal(50), Decimal(40), one, one, Decimal(0)) is Cause.ZERO_BASE
    assert local_score(Decimal(-50), Decimal(50), one, one, -total) == Decimal("0.1")
    assert scale(Decimal(0), numbers(3, None, -9)) == 9
    assert scale(Decimal(0), (None,)) == 0
    with pytest.raises(ValueError, match="Suspicion"):
        local_score(one, one, one, Decimal(2), total)


def test_global_score_edges():
    assert global_score([]) is Cause.NOT_ANSWERED
    assert global_score(numbers(0, 0), Decimal(2)) == 0
    assert float(global_score(numbers(3, 4), Decimal(2))) == pytest.approx(5)
    with pytest.raises(ValueError, match="alpha"):
        global_score(numbers(1), Decimal("0.5"))


def test_whom_to_phone_first():
    units = {
        "small": {"retail": Item(*numbers(40, 38))},
        "silent": {"retail": Item(None, Decimal(900))},
        "odd": {"retail": Item(*numbers(500, 100)), "jobs": Item(*numbers(5, 5))},
        "right": {"retail": Item(*numbers(10, 10))},
        "new": {"retail": Item(Decimal(7), None)},
    }
    found = call_list(units, {"retail": Decimal(10_000), "jobs": Decimal(50)})
    assert [call.unit for call in found.calls] == ["silent", "odd", "small"]
    assert found.calls[0].missing == ("retail",)
    assert found.calls[1].items == (("retail", Decimal("0.04")), ("jobs", Decimal(0)))
    assert found.unscored == ("new",)
    assert [
        c.unit for c in call_list(units, dict.fromkeys(("retail", "jobs"), Decimal(0)), Decimal(1)).calls
    ] == []
    assert call_list(units, {"retail": Decimal(1), "jobs": Decimal(1)}, Decimal(10**6)).calls == ()


def test_threshold_leaves_a_bias_below_a_fifth_of_the_error():
    rounds = [Simulated(*numbers(*pair)) for pair in [(1, 5), (2, 10), (3, -4), (9, 200)]]
    assert threshold_for_bias(rounds, Decimal(100)) == 3  # 5, 15, 11 stay below 20; 211 does not
    assert threshold_for_bias(rounds, Decimal(10)) == 0
    assert threshold_for_bias([], Decimal(1)) is Cause.NOT_ANSWERED


def edit(bound, relation="<=", /, **coefficients):
    return Edit({code: Decimal(str(c)) for code, c in coefficients.items()}, relation, Decimal(str(bound)))


BALANCE = [edit(0, "=", total=1, a=-1, b=-1), edit(0, a=-1), edit(0, b=-1)]


def record(**values):
    return [Field(code, None if v is None else Decimal(str(v))) for code, v in values.items()]


def test_every_cheapest_set_is_named():
    found = localise(record(total=10, a=3, b=4), BALANCE)
    assert found.solutions == tuple(frozenset({code}) for code in ("total", "a", "b"))


def test_a_correct_record_and_one_that_its_blank_can_mend():
    assert localise(record(total=7, a=3, b=4), BALANCE).solutions == (frozenset(),)
    found = localise(record(total=10, a=3, b=None), BALANCE)
    assert (found.solutions, found.missing) == ((frozenset(),), frozenset({"b"}))
    assert found.witness == {"b": Decimal(7)}
    assert localise(record(total=2, a=3, b=None), BALANCE).weight == 1


def test_a_single_unit_in_a_large_record_is_not_lost_in_the_solvers_tolerance():
    found = localise(record(total=2_000_000_001, a=10**9, b=10**9), BALANCE)
    assert found.weight == 1


def test_a_part_that_would_have_to_be_just_below_zero_is_no_way_out():
    found = localise(record(total=10**9, a=5, b=10**9 + 1), BALANCE)
    assert found.solutions == (frozenset({"total"}), frozenset({"b"}))


def test_elimination_says_whether_edits_can_be_satisfied():
    one, zero = Fraction(1), Fraction(0)
    above, below = Row({"a": -one}, zero), Row({"a": one}, Fraction(-1, 10**12))
    assert feasible([above]) is True
    assert feasible([above, below]) is False
    assert feasible([Row({"a": one, "b": one}, one, True), above, Row({"b": -one}, -one)]) is True
    assert feasible([Row({"a": one, "b": one}, one, True), above, Row({"b": -one}, Fraction(-2))]) is False
    assert feasible([Row({}, one, True)]) is False
    assert feasible([]) is True
    many = [Row({"a": sign * one, f"x{n}": one}, one) for sign in (1, -1) for n in range(70)]
    assert feasible(many) is None


def test_fixed_fields_and_contradictions():
    fixed = [Field("total", Decimal(10), None), Field("a", Decimal(3)), Field("b", Decimal(4), Decimal(2))]
    assert localise(fixed, BALANCE).solutions == (frozenset({"a"}),)
    assert localise(record(a=1), [edit(-1, a=1), edit(-1, a=-1)]) is Cause.UNDEFINED
    assert localise(record(a=1), []).solutions == (frozenset(),)
    # A negative part: total alone cannot mend it.
    found = localise(record(total=1, a=-3, b=4), BALANCE)
    assert found.solutions == (frozenset({"total", "a"}), frozenset({"a", "b"}))
