"""The imputation ladder rung by rung, and the range of what is still out. METHODS §4.4, §9.1 (impute)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.figures.methods.imputation import rungs
from tongket.figures.methods.imputation.ladder import imputation_rate, impute
from tongket.figures.methods.imputation.outstanding import (
    AbsentPair,
    Bounds,
    IndexedProduct,
    Outstanding,
    Unbounded,
    growth_bounds,
    history_bounds,
    index_growth_range,
    index_range,
    ratio_range,
    total_range,
)
from tongket.figures.methods.imputation.record import Balance, Escalated, Imputed, Method, Record
from tongket.figures.terms.figure import Cause, ObsStatus

FINE, DIVISION = "10 x small x 03646", "10"
D = Decimal


def numbers(*values):
    return tuple(None if value is None else Decimal(str(value)) for value in values)


def donor(n, now=110, previous=100, last_year=50, classes=(FINE, DIVISION)):
    return Record(f"d{n}", classes, *numbers(now, previous, last_year))


FIVE = [donor(n) for n in range(5)]
GONE = Record("x", (FINE, DIVISION), None, D(200), D(90))


def only(record, *others, **options):
    return impute([record, *others], **options)[record.unit]


def test_ratio_to_previous_in_class_with_its_donors():
    found = only(GONE, *FIVE)
    assert (found.value, found.method, found.donor_class) == (220, Method.RATIO_TO_PREVIOUS, FINE)
    assert found.donors == ("d0", "d1", "d2", "d3", "d4")
    assert found.status is ObsStatus.IMPUTED


def test_balance_then_administrative_come_first():
    balanced = replace(GONE, balance=Balance(D(100), numbers(30, 20)), administrative=D(77))
    assert only(balanced, *FIVE) == Imputed(D(50), Method.DEDUCTIVE)
    broken = replace(
        balanced, balance=Balance(D(100), numbers(30, 90))
    )  # -20: the balance contradicts itself
    assert only(broken, *FIVE) == Imputed(D(77), Method.ADMINISTRATIVE)
    assert only(replace(broken, administrative=None), *FIVE).method is Method.RATIO_TO_PREVIOUS
    assert only(broken, *FIVE, floor=None) == Imputed(D(-20), Method.DEDUCTIVE)
    open_ = replace(GONE, balance=Balance(None, numbers(1)), administrative=D(7))
    assert only(open_).method is Method.ADMINISTRATIVE


def test_classes_collapse_until_there_are_five_donors():
    wide = [donor(n, 120, classes=("10 x large x 03646", DIVISION)) for n in range(4, 9)]
    found = only(GONE, *FIVE[:4], *wide)
    assert (found.donor_class, len(found.donors)) == (DIVISION, 9)
    assert found.value == 200 * D(4 * 110 + 5 * 120) / 900


def test_the_next_rung_where_the_class_had_nothing_last_month():
    still = [donor(n, 110, 0) for n in range(5)]
    found = only(GONE, *still)
    assert (found.value, found.method) == (90 * D(110) / 50, Method.SAME_MONTH_GROWTH)


def test_a_unit_at_nothing_is_closed_or_out_of_season():
    closed = replace(GONE, previous=D(0), last_year=D(0))
    assert only(closed, *FIVE) == Imputed(D(0), Method.RATIO_TO_PREVIOUS, FINE, tuple(d.unit for d in FIVE))
    assert only(replace(closed, last_year=D(90)), *FIVE).method is Method.SAME_MONTH_GROWTH


def test_a_unit_without_a_past_takes_the_class_mean():
    assert only(replace(GONE, previous=None, last_year=None), *FIVE).value == 110


def test_hot_deck_is_the_same_draw_in_any_order_and_company():
    new = replace(GONE, previous=None, last_year=None)
    few = [donor(n, 100 + n) for n in range(4)]
    ladder = (rungs.hot_deck,)
    found = only(new, *few, ladder=ladder, seed="2020-11")
    assert found.method is Method.HOT_DECK
    assert found == only(new, *reversed(few), replace(new, unit="y"), ladder=ladder, seed="2020-11")
    drawn = {only(new, *few, ladder=ladder, seed=str(seed)).donors for seed in range(40)}
    assert len(drawn) == 4


def test_carry_forward_once():
    alone = replace(GONE, classes=("99",))
    assert only(alone) == Imputed(D(200), Method.CARRY_FORWARD)
    assert only(replace(alone, previous_by=Method.CARRY_FORWARD)) is Cause.NOT_ANSWERED
    assert only(replace(alone, previous=None)) is Cause.NOT_ANSWERED


def test_an_imputed_month_makes_no_donor():
    guessed = [replace(one, previous_by=Method.CLASS_MEAN) for one in FIVE]
    assert only(GONE, *guessed).method is Method.SAME_MONTH_GROWTH


def test_a_dominant_unit_is_escalated_with_its_proposal():
    dam = replace(GONE, take_all=True)
    found = only(dam, *FIVE)
    assert isinstance(found, Escalated)
    assert found.proposal.value == 220
    assert only(dam, *FIVE, approved={"x"}) == found.proposal
    assert only(replace(dam, administrative=D(7)), *FIVE) == Escalated(Imputed(D(7), Method.ADMINISTRATIVE))
    assert only(replace(dam, balance=Balance(D(9), numbers(4)))) == Imputed(D(5), Method.DEDUCTIVE)
    assert only(replace(dam, previous=None, last_year=None, classes=("99",))) == Escalated(Cause.NOT_ANSWERED)


def test_values_are_clipped_at_the_floor():
    falling = [donor(n, -10) for n in range(5)]
    assert only(GONE, *falling).value == 0
    assert only(GONE, *falling, floor=None).value == -20


def test_each_unit_once():
    with pytest.raises(ValueError, match="d0"):
        impute([*FIVE, donor(0)])


def test_imputation_rate_is_weighted_by_value():
    records = [*FIVE, replace(GONE, weight=D(2))]
    assert imputation_rate(records, impute(records)) == D(440) / 990
    dam = replace(GONE, take_all=True)
    assert imputation_rate([*FIVE, dam], impute([*FIVE, dam])) == 0
    assert imputation_rate([dam], impute([dam])) is Cause.NOT_ANSWERED
    nothing = donor(0, 0)
    assert imputation_rate([nothing], impute([nothing])) is Cause.ZERO_BASE


def test_bounds_from_a_units_own_history():
    assert history_bounds(numbers(5, None, 9, 7)) == Bounds(D(5), D(9))
    assert history_bounds(numbers(-10, 5, 20), slack=D("0.1")) == Bounds(D(-11), D(22))
    assert history_bounds(numbers(5, 9)) is None
    assert growth_bounds(D(200), numbers(0.9, 1.1, 1.3)) == Bounds(D(180), D(260))
    assert growth_bounds(D(0), numbers(0.9, 1.1, 1.3)) is None
    assert growth_bounds(D(200), numbers(1)) is None
    with pytest.raises(ValueError, match="low before high"):
        Bounds(D(2), D(1))


def test_range_of_a_total_names_who_moves_it_most():
    absent = {"a": Bounds(D(0), D(5)), "b": Bounds(D(10), D(40)), "c": Bounds(D(3), D(3))}
    found = total_range(D(100), absent)
    assert found == Outstanding(D(113), D(148), (("b", D(30)), ("a", D(5)), ("c", D(0))))
    assert total_range(D(100), {}) == Outstanding(D(100), D(100), ())
    unbounded = total_range(D(100), {**absent, "new": None})
    assert unbounded == Unbounded(("new",))
    assert "new" in unbounded.because.vi


def test_range_of_a_ratio():
    # 90 of 100 households so far; one village of 20 households, of which 5 to 20 have electricity.
    village = AbsentPair(Bounds(D(5), D(20)), Bounds(D(20), D(20)))
    found = ratio_range(D(90), D(100), {"v": village})
    assert (found.low, found.high) == (D(95) / 120, D(110) / 120)
    # The number of households is not sure either; of a part no more than the whole is possible.
    loose = AbsentPair(Bounds(D(5), D(20)), Bounds(D(10), D(20)))
    free = ratio_range(D(90), D(100), {"v": loose})
    tied = ratio_range(D(90), D(100), {"v": loose}, part_of_whole=True)
    assert (free.high, tied.high) == (D(1), D(110) / 120)
    assert tied.low == free.low == D(95) / 120
    assert tied.drivers == (("v", tied.high - tied.low),)


def test_range_of_a_ratio_that_cannot_be():
    box = Bounds(D(0), D(5))
    assert ratio_range(D(0), D(0), {"v": AbsentPair(box, box)}) is Cause.ZERO_BASE
    over = AbsentPair(Bounds(D(8), D(9)), Bounds(D(1), D(2)))
    assert ratio_range(D(0), D(1), {"v": over}, part_of_whole=True) is Cause.UNDEFINED
    assert ratio_range(D(0), D(1), {"v": AbsentPair(None, box)}) == Unbounded(("v",))
    assert ratio_range(D(1), D(2), {}) == Outstanding(D("0.5"), D("0.5"), ())


def test_range_of_an_index_and_its_growth():
    # TV-09's tree in one step: carried weights .18, .12, .70; base quantities 100, 50, 200; now 110, 45, 230.
    # The third product's 230 is 200 known and one unit out that brings 20 to 40.
    products = [
        IndexedProduct(*numbers(0.18, 100, 110), {}),
        IndexedProduct(*numbers(0.12, 50, 45), {}),
        IndexedProduct(*numbers(0.70, 200, 200), {"z": Bounds(D(20), D(40))}),
    ]
    levels = index_range(products)
    assert (levels.low, levels.high) == (D("107.6"), D("114.6"))
    assert levels.low <= D("111.10") <= levels.high
    growth = index_growth_range(products, D("101.99"))
    assert float(growth.low) == pytest.approx(5.50054, abs=1e-5)
    assert float(growth.high) == pytest.approx(12.36396, abs=1e-5)
    assert growth.drivers[0][0] == "z"
    assert growth.drivers[0][1] == pytest.approx(growth.high - growth.low)
    assert index_growth_range(products, None) is Cause.NOT_ANSWERED
    assert index_growth_range(products, D(0)) is Cause.ZERO_BASE
    assert index_range([replace(products[0], base_quantity=D(0))]) is Cause.ZERO_BASE
    assert index_growth_range([replace(products[0], absent={"n": None})], D(1)) == Unbounded(("n",))
