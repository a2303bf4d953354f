"""Editing against sheets that a department really received, and against published examples.

E01-E11: Tây Ninh, workbooks and yearly sheet of 2022-2026 (repository lvluan-ctu/socongthuong-tayninh,
facts only). TV-19 and TV-20: constructed. Error localisation: README of the R package errorlocate; sample
program Errorloc01 of Statistics Canada's Banff.
"""

from decimal import Decimal

import pytest

from tongket.figures.methods.editing.identities import (
    IndexIdentity,
    IndexSheet,
    RatioRecomputes,
    SumOfParts,
    YearToDate,
)
from tongket.figures.methods.editing.localise import Edit, Field, localise
from tongket.figures.methods.editing.outliers import hidiroglou_berthelot
from tongket.figures.methods.editing.patterns import (
    DigitTransposition,
    DuplicateBlock,
    GrowthBase,
    NotDecreasing,
    Restated,
)
from tongket.figures.methods.editing.selective import global_score, local_score
from tongket.figures.methods.editing.tokens import (
    Column,
    HeaderMeaning,
    NumberGrammar,
    Quantity,
    UnitCell,
    column,
    received_cell,
)
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

HERE = Text("ô D12", "cell D12")
UNITS = frozenset({"tỷ đồng", "triệu USD"})


def numbers(*values):
    return tuple(None if value is None else Decimal(str(value)) for value in values)


def verdicts(rule):
    return [judgement.verdict for judgement in rule.judge()]


REFUSED = ["56..537,447 tỷ đồng", "2.1485 triệu USD (↓ 21,8%)", "6.139 triệu USD (á 3,31%)"]


@pytest.mark.parametrize("cell", REFUSED)
def test_e01_refuses_what_stood_in_the_yearly_sheet(cell):
    assert verdicts(NumberGrammar(HERE, cell, UNITS)) == [False]


def test_e01_reads_the_well_written_cells_of_the_same_sheet():
    assert received_cell("8.290 tỷ đồng (↓3,32%)", UNITS) == (
        Quantity(Decimal(8290), "tỷ đồng"),
        Quantity(Decimal("-3.32"), "%"),
    )
    assert received_cell("↑ 12,3%", UNITS) == (Quantity(Decimal("12.3"), "%"),)
    assert received_cell("829,86 triệu USD (↑27%)", UNITS)[0].value == Decimal("829.86")
    assert received_cell("1103 triệu USD (↓ 2,49%)", UNITS)[1].value == Decimal("-2.49")
    assert verdicts(NumberGrammar(HERE, "-", UNITS)) == [None]


def test_e02_a_quarter_that_its_months_do_not_make():
    # Q1 of 2025 stood as 48573.961; its months add to 48072.229 (March here is what makes that sum).
    quarter, months = Decimal("48573.961"), numbers("16425.918", "15718.084", "15928.227")
    (found,) = SumOfParts(HERE, quarter, months, unit=Decimal("0.001")).judge()
    assert (found.verdict, found.imbalance) == (False, Decimal("501.732"))
    assert verdicts(SumOfParts(HERE, Decimal("48072.229"), months, unit=Decimal("0.001"))) == [True]


# TV-12: retail trade 2026, million đồng: as first printed, as printed a month later, year to date.
ESTIMATES = numbers(
    18350223.456, 18676095.52, 18546476.93, 19169337.09, 19372614.01, 19510119.37, 19978654.56, 20150332.81
)
ACTUALS = numbers(
    18424003.21, 18583130.53, 18635236.68, 19222077.22, 19363946.34, 19576796.36, 20012454.18, None
)
CUMULATED = numbers(
    18350223.456, 37100098.73, 55553610.67, 74811707.51, 94236861.65, 113738513.35, 133753844.9, 153937977.33
)


def test_tv_12_e03_finds_the_three_breaks_and_no_other():
    found = YearToDate(Text("Bán lẻ", "Retail"), ESTIMATES, ACTUALS, CUMULATED).judge()
    breaks = {place + 1: j.imbalance for place, j in enumerate(found) if not j.verdict}
    assert breaks == {5: -200, 6: 200, 7: -30000}
    assert found[4].sentence.vi.startswith("Bán lẻ, tháng 5: lũy kế phải bằng")
    assert "94.236.861,65" in found[4].sentence.vi
    assert "94,236,861.65" in found[4].sentence.en


def test_tv_13_e04_a_formula_error_in_the_sheet():
    q1_2026 = sum(numbers(1726.917674, 1137.080615, 1772.533193))
    q1_2025 = sum(numbers(1311.555634, 1173.769686, 1480.996694))
    (wrong,) = RatioRecomputes(HERE, q1_2026, q1_2025, Decimal("313.07")).judge()
    assert wrong.verdict is False
    assert "tính lại 116,9" in wrong.sentence.vi
    assert verdicts(RatioRecomputes(HERE, q1_2026, q1_2025, Decimal("116.90"))) == [True]


def test_e05_swapped_digits_between_two_sheets():
    (found,) = DigitTransposition(HERE, *numbers(15718.084, 15781.084)).judge()
    assert (found.verdict, found.imbalance) == (False, Decimal("-63"))


def test_e06_and_e07_a_year_pasted_into_another():
    # 2022, tỷ đồng, months 1-10; in 2023 the rows of August to October are those of 2022.
    y2022 = numbers(8290, 16691, 30919, 36141, 45585, 55255, 63817, 44801.115, 50491.021, None)
    y2023 = numbers(10645, 19603, 28361, 30665, 37304, 44515.01, 51715, 44801.115, 50491.021, None)
    assert verdicts(NotDecreasing(HERE, y2022)) == [None, *[True] * 6, False, True, None]
    # October stood as "56..537,447" in both years and is read once E01 is mended.
    mended = [(*year[:9], Decimal("56537.447")) for year in (y2022, y2023)]
    (found,) = DuplicateBlock(Text("Tổng mức 2023", "Retail 2023"), mended[1], mended[0]).judge()
    assert found.verdict is False
    assert "tháng 8–10" in found.sentence.vi


# Headers of the sheets of 2026 as they stood, with what they mean.
HEADERS = {
    "Tháng 12/2025 so cùng kỳ": Column("same_period_last_year", Period.month(2025, 12)),
    "Tháng 01/2026 so tháng trước": Column("previous_period", Period.month(2026, 1)),
    "Lũy kế cuối tháng 02/2026 so với cùng kỳ": Column("cumulated", Period.cumulated(2026, 2)),
    "6 tháng đầu năm 2026 so với cùng kỳ": Column("cumulated", Period.cumulated(2026, 6)),
    "Tháng 6/2026 so với tháng trước": Column("previous_period", Period.month(2026, 6)),
}


@pytest.mark.parametrize("header", HEADERS)
def test_e08_headers_are_read_by_their_words(header):
    assert column(header) == HEADERS[header]
    assert verdicts(HeaderMeaning(HERE, header, HEADERS[header])) == [True]


def test_e08_a_column_that_changed_its_meaning_and_a_code_for_a_unit():
    wanted = Column("same_period_last_year", Period.month(2026, 1))
    assert verdicts(HeaderMeaning(HERE, "Tháng 01/2026 so tháng trước", wanted)) == [False]
    assert verdicts(HeaderMeaning(HERE, "Tháng 12/2025 so cùng kỳ", wanted)) == [False]
    assert verdicts(HeaderMeaning(HERE, "%", wanted)) == [None]
    assert verdicts(UnitCell(HERE, "1104", UNITS)) == [False]
    assert verdicts(UnitCell(HERE, "tỷ đồng", UNITS)) == [True]


def test_e09_growth_without_a_base():
    assert verdicts(GrowthBase(HERE, None, None, numbers(5, 6))) == [True]  # Nước tinh khiết
    assert verdicts(GrowthBase(HERE, Decimal(0), Decimal("100"), numbers(5, 6))) == [False]
    # Đường RS stood with 1164 %; the levels here are invented.
    (sugar,) = GrowthBase(HERE, Decimal("110"), Decimal("1164"), numbers(9000, 8000, 110)).judge()
    assert (sugar.verdict, sugar.severity) == (False, "warning")


# TV-01 and seven more rows of the sheets of February and March 2026: the month before on its same month
# (revised), on the month before, on the same month, cumulated.
INDEX = {
    "toàn ngành": ((126.06, 79.32, 106.01, 116.32), (106.8, 122.43, 113.4, 115.52)),
    "khai khoáng": ((59.88, 93.48, 56.59, 58.25), (57.75, 114.63, 64.66, 60.79)),
    "chế biến, chế tạo": ((126.49, 78.88, 106.2, 116.66), (107.36, 122.54, 114.05, 116.09)),
    "thực phẩm": ((131.58, 78.59, 109.56, 120.89), (109.56, 116.66, 118.68, 120.13)),
    "đồ uống": ((358.9, 87.53, 295.34, 326.14), (280.7, 113.73, 281.3, 304.83)),
    "dệt": ((124.66, 85.11, 106.14, 115.41), (108.55, 114.69, 120.16, 117.82)),
    "giấy": ((135.79, 87.71, 115.89, 125.7), (94.34, 129.29, 99.96, 109.12)),
    "hóa chất": ((132.85, 88.16, 69.44, 93.04), (50.08, 187.9, 118.24, 93.33)),
}


@pytest.mark.parametrize("row", INDEX)
def test_tv_01_e10_cumulated_index_of_february_and_march(row):
    sheets = tuple(IndexSheet(month, *numbers(*cells)) for month, cells in enumerate(INDEX[row], start=2))
    found = IndexIdentity(Text.same(row), sheets).judge()
    assert [judgement.verdict for judgement in found] == [True, True]
    assert all(abs(judgement.imbalance) < Decimal("0.012") for judgement in found)


def test_e11_a_past_value_printed_anew():
    assert verdicts(Restated(HERE, *numbers(16421.418, 16425.918))) == [False]
    assert verdicts(Restated(HERE, *numbers(16421.418, 16425.918), reason="cập nhật Thuế")) == [True]


def test_tv_19_hidiroglou_berthelot():
    before = numbers(100, 120, 80, 500, 60, 200, 90, 1000)
    now = numbers(105, 118, 88, 520, 12, 210, 99, 3000)
    found = hidiroglou_berthelot(now, before)
    scores = [0, -0.74267, 0.44671, -0.21926, -32.92036, 0, 0.4738, 101.7199]
    assert [unit.score for unit in found.units] == pytest.approx(scores, abs=5e-6, rel=1e-6)
    assert (found.low, found.high) == (pytest.approx(-1.4004682), pytest.approx(1.8139223))
    assert (found.how, found.centre) == ("quartiles", pytest.approx(1.05))
    assert [place + 1 for place in found.outliers] == [5, 8]


def test_tv_20_local_scores():
    scores = [
        local_score(*numbers(y, expected, w, suspicion, 250_000))
        for w, y, expected, suspicion in [(1, 9500, 8200, 0.4), (12, 300, 110, 0.9), (12, 40, 38, 0.1)]
    ]
    assert [100 * score for score in scores] == list(numbers("0.208", "0.8208", "0.00096"))
    assert 100 * global_score(scores) == Decimal("1.02976")
    assert 100 * global_score(scores, None) == Decimal("0.8208")
    euclid = Decimal("0.7169775616").sqrt()  # 0.208^2 + 0.8208^2 + 0.00096^2
    assert float(100 * global_score(scores, Decimal(2))) == pytest.approx(float(euclid))


def edit(bound, relation="<=", /, **coefficients):
    return Edit({code: Decimal(str(c)) for code, c in coefficients.items()}, relation, Decimal(str(bound)))


def test_errorlocate_readme_profit_is_the_error():
    edits = [
        edit(0, "=", profit=1, turnover=-1, cost=1),
        edit(0, turnover=0.6, cost=-1),
        edit(0, turnover=-1),
        edit(0, cost=-1),
    ]
    record = [Field("profit", Decimal(750)), Field("cost", Decimal(125)), Field("turnover", Decimal(200))]
    found = localise(record, edits)
    assert found.solutions == (frozenset({"profit"}),)
    assert found.witness == {"profit": Decimal(75)}


# Banff, sample program Errorloc01: x1 >= -5, x1 <= 15, x2 >= 30, x1 + x2 <= 50; x1 weighs 1.5.
BANFF = [
    ("R01", 16, 49, 1.5, {"x1"}),
    ("R02", -4, 49, 0, set()),
    ("R03", 10, 40, 0, set()),
    ("R04", 4, 49, 1, {"x2"}),
    ("R05", 15, 51, 1, {"x2"}),
    ("R06", 30, 70, 2.5, {"x1", "x2"}),
    ("R07", -4, 29, 1, {"x2"}),
]


@pytest.mark.parametrize(("ident", "x1", "x2", "weight", "fields"), BANFF)
def test_banff_sample_of_error_localisation(ident, x1, x2, weight, fields):
    edits = [edit(5, x1=-1), edit(15, x1=1), edit(-30, x2=-1), edit(50, x1=1, x2=1)]
    found = localise([Field("x1", Decimal(x1), Decimal("1.5")), Field("x2", Decimal(x2))], edits)
    assert (found.solutions, found.weight) == ((frozenset(fields),), Decimal(str(weight)))
