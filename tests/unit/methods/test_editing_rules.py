"""The edges of rules E01 to E11: what is true, false and undecided. METHODS §4.1, §9.1 (validate)."""

from decimal import Decimal

import pytest

from tongket.figures.methods.editing.identities import (
    IndexIdentity,
    IndexSheet,
    RatioRecomputes,
    SumOfParts,
    YearToDate,
)
from tongket.figures.methods.editing.patterns import (
    DigitTransposition,
    DuplicateBlock,
    GrowthBase,
    NotDecreasing,
    Restated,
    transposed,
)
from tongket.figures.methods.editing.tokens import (
    Column,
    HeaderMeaning,
    NotACell,
    NumberGrammar,
    UnitCell,
    column,
    received_cell,
)
from tongket.figures.methods.editing.verdict import confront, said
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

HERE = Text("ô D12", "cell D12")


def numbers(*values):
    return tuple(None if value is None else Decimal(str(value)) for value in values)


def verdicts(rule):
    return [judgement.verdict for judgement in rule.judge()]


def rules():
    """One of each, with data it does not hold for."""
    january = Column("cumulated", Period.cumulated(2026, 1))
    return [
        NumberGrammar(HERE, "1.2.3"),
        SumOfParts(HERE, Decimal(9), numbers(1, 2)),
        YearToDate(HERE, numbers(1), numbers(1), numbers(2)),
        RatioRecomputes(HERE, *numbers(1, 2, 60)),
        DigitTransposition(HERE, *numbers(12, 21)),
        NotDecreasing(HERE, numbers(2, 1)),
        DuplicateBlock(HERE, numbers(1, 2, 3), numbers(1, 2, 3)),
        HeaderMeaning(HERE, "so với cùng kỳ", january),
        UnitCell(HERE, "77", frozenset({"tấn"})),
        GrowthBase(HERE, Decimal(0), Decimal(5), ()),
        IndexIdentity(HERE, (IndexSheet(1, None, None, *numbers(110, 120)),)),
        Restated(HERE, *numbers(1, 2)),
    ]


def test_every_rule_says_where_what_and_what_to_do_in_both_languages():
    found = [judgement for judgement in confront(rules()) if judgement.verdict is False]
    assert [judgement.rule for judgement in found] == [
        *("E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E08", "E09", "E10", "E11")
    ]
    for rule, judgement in zip(rules(), found, strict=True):
        assert rule.description.vi in judgement.sentence.vi
        assert rule.description.en in judgement.sentence.en
        assert judgement.sentence.vi.startswith(("ô D12", "so với"))
        assert judgement.sentence.vi.endswith(("Hãy hỏi lại nơi gửi và sửa.", "hãy ghi lý do."))
        assert "None" not in judgement.sentence.en
        assert "{" not in judgement.sentence.en + judgement.sentence.vi
        assert rule.level in range(6)


CELLS = {
    "1.234,5": "1234.5",
    "▼ 3,2 %": "-3.2",
    "-7": "-7",
    "1.234.567": "1234567",
    "0,5": "0.5",
}


@pytest.mark.parametrize("cell", CELLS)
def test_e01_well_written(cell):
    assert [number.value for number in received_cell(cell, frozenset())] == [Decimal(CELLS[cell])]


@pytest.mark.parametrize(
    "cell", ["1,2,3", "1.23", "12 tấn", "(5)", "5 (6", "↑", "\ufffd 5", "1 2", "5 (6) (7)"]
)
def test_e01_refused_and_never_guessed(cell):
    with pytest.raises(NotACell):
        received_cell(cell, frozenset())


@pytest.mark.parametrize("cell", ["", "  ", "-", "…"])
def test_e01_nothing_is_undecided(cell):
    assert received_cell(cell, frozenset()) == ()
    assert verdicts(NumberGrammar(HERE, cell)) == [None]


def test_e02_half_a_unit_for_each_part():
    assert verdicts(SumOfParts(HERE, Decimal(4), numbers(1, 1, 1))) == [True]
    assert verdicts(SumOfParts(HERE, Decimal(5), numbers(1, 1, 1))) == [False]
    assert verdicts(SumOfParts(HERE, Decimal(4), numbers(1, None, 1))) == [None]
    assert verdicts(SumOfParts(HERE, None, numbers(1))) == [None]
    assert verdicts(SumOfParts(HERE, Decimal(0), ())) == [None]


def test_e03_a_missing_term_is_undecided_and_the_next_month_is_judged_again():
    name = Text.same("x")
    rule = YearToDate(name, numbers(1, 1, 1, 1), numbers(1, None, 1), numbers(1, 2, 3, 4))
    assert verdicts(rule) == [True, True, None, True]
    assert verdicts(YearToDate(name, numbers(1), (), numbers(None, 5))) == [None, None]


def test_e04_zero_and_negative_bases():
    assert verdicts(RatioRecomputes(HERE, *numbers(5, 0, None))) == [True]
    assert verdicts(RatioRecomputes(HERE, *numbers(5, 0, 0))) == [False]  # the 0 of a found system
    assert verdicts(RatioRecomputes(HERE, *numbers(5, -1, 3))) == [None]
    assert verdicts(RatioRecomputes(HERE, *numbers(None, 1, 3))) == [None]
    assert verdicts(RatioRecomputes(HERE, *numbers(1, 3, 33.33))) == [True]
    assert verdicts(RatioRecomputes(HERE, *numbers(1, 3, 33.34))) == [False]
    assert verdicts(RatioRecomputes(HERE, *numbers(100, 300, 33.5), unit=Decimal(1))) == [True]


def test_e05_only_digits_in_another_order():
    assert transposed(*numbers(15718.084, 15781.084))
    assert transposed(*numbers(-12, -21))
    for pair in [(12, 12), (12, -21), (1.5, 15), (12, 30), (120, 12)]:
        assert not transposed(*numbers(*pair))
    assert verdicts(DigitTransposition(HERE, None, Decimal(1))) == [None]


def test_e06_a_gap_hides_no_fall():
    assert verdicts(NotDecreasing(HERE, numbers(5, None, 4, 4, 9))) == [None, None, False, True, True]


def test_e07_zeros_and_blanks_are_no_copies():
    assert verdicts(DuplicateBlock(HERE, numbers(0, 0, 0, 5), numbers(0, 0, 0, 5))) == [True]
    assert verdicts(DuplicateBlock(HERE, numbers(1, 2, None, 3), numbers(1, 2, None, 3))) == [None]
    twice = numbers(1, 2, 3, 9, 4, 5, 6)
    assert verdicts(DuplicateBlock(HERE, twice, (*twice[:3], Decimal(8), *twice[4:]))) == [False, False]


def test_e08_no_period_in_the_header():
    same = Column("same_period_last_year", Period.month(2026, 3))
    assert column("So với cùng kỳ (%)") == Column("same_period_last_year", None)
    assert verdicts(HeaderMeaning(HERE, "So với cùng kỳ (%)", same)) == [None]
    assert verdicts(HeaderMeaning(HERE, "So với cùng kỳ", Column("same_period_last_year", None))) == [True]
    assert column("Tháng 13/2026 so với cùng kỳ") is None
    assert verdicts(UnitCell(HERE, "", frozenset({"tấn"}))) == [None]


def test_e09_small_base_against_its_own_mean():
    assert verdicts(GrowthBase(HERE, Decimal(4), Decimal(1), numbers(100, 100, None))) == [False]
    assert verdicts(GrowthBase(HERE, Decimal(5), Decimal(1), numbers(100, 100, None))) == [True]
    assert verdicts(GrowthBase(HERE, Decimal(5), Decimal(1), (None,))) == [None]


def test_e10_a_gap_in_the_sheets_leaves_the_rest_undecided():
    january = IndexSheet(1, None, None, *numbers(110, 110))
    february = IndexSheet(2, *numbers(110, 100, 110, 110))
    april = IndexSheet(4, *numbers(110, 100, 110, 110))
    name = Text.same("x")
    assert verdicts(IndexIdentity(name, (january, february))) == [True, True]
    assert verdicts(IndexIdentity(name, (january, february, april))) == [True, True, None]
    assert verdicts(IndexIdentity(name, (april,))) == [None]
    assert verdicts(IndexIdentity(name, (IndexSheet(2, *numbers(110, None, 110, 110)),))) == [None]
    assert verdicts(IndexIdentity(name, (IndexSheet(1, None, None, *numbers(0, 0)),))) == [None]
    assert verdicts(IndexIdentity(name, ())) == []


def test_e11_missing_is_undecided():
    assert verdicts(Restated(HERE, None, Decimal(1))) == [None]
    assert verdicts(Restated(HERE, Decimal(1), Decimal("1.0"))) == [True]


def test_a_number_is_said_in_both_languages():
    assert (said(Decimal("-1234.50")).vi, said(Decimal("1234.5")).en) == ("−1.234,5", "1,234.5")
    assert said(None).vi == "trống"
    assert said(Decimal("1E+40")).vi == "1,000000E+40"
