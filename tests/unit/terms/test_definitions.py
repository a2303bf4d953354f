"""Definitions, comparability, figures and areas."""

from datetime import date
from decimal import Decimal

import pytest

from tongket.figures.terms.area import Area, AreaMap, UnknownArea
from tongket.figures.terms.comparable import unlike
from tongket.figures.terms.figure import Cause, Figure, ObsStatus
from tongket.figures.terms.indicator import (
    Direction,
    Indicator,
    Indicators,
    Shape,
    UnknownCoverage,
)
from tongket.figures.terms.unit import Unit, UnlikeUnits
from tongket.figures.terms.words import Text

RETAIL = Indicator(
    "retail",
    1,
    Text("bán lẻ", "retail"),
    "billion_vnd",
    Shape.FLOW,
    Direction.UP,
    0,
    {"goods": Text("bán lẻ hàng hóa", "goods"), "wider": Text("hàng hóa và ăn uống", "goods and catering")},
    price_basis="current",
)
NAMES = Indicators({"retail": RETAIL})


def test_like_definitions_may_be_compared():
    assert unlike(RETAIL.definition("goods"), RETAIL.definition("goods"), NAMES) is None


def test_unlike_coverages_are_refused_with_both_names():
    refusal = unlike(RETAIL.definition("goods"), RETAIL.definition("wider"), NAMES)
    assert refusal is not None
    assert refusal.differences == ("coverage",)
    assert "bán lẻ hàng hóa" in refusal.reason.vi
    assert "khác phạm vi" in refusal.reason.vi
    assert "the coverages differ" in refusal.reason.en


def test_an_unknown_coverage_names_the_legal_ones():
    with pytest.raises(UnknownCoverage, match="goods, wider"):
        RETAIL.definition("services")


def test_a_figure_has_a_value_or_a_cause():
    with pytest.raises(ValueError, match="a value or a cause"):
        Figure(None, "percent")
    with pytest.raises(ValueError, match="a value or a cause"):
        Figure(Decimal(1), "percent", cause=Cause.NOT_DUE)
    with pytest.raises(ValueError, match="finite"):
        Figure(Decimal("NaN"), "percent")


def test_a_withheld_figure_is_suppressed_and_a_missing_one_missing():
    assert Figure.absent("percent", Cause.CONFIDENTIAL).status is ObsStatus.SUPPRESSED
    assert Figure.absent("percent", Cause.NOT_ANSWERED).status is ObsStatus.MISSING
    assert Figure.absent("percent", Cause.NOT_PUBLISHED).reason().en == "never published"


def test_units_convert_within_a_dimension_only():
    billion = Unit("b", "VND", Decimal(10**9), Text.same("tỷ đồng"), Text.same("tỷ"))
    million = Unit("m", "VND", Decimal(10**6), Text.same("triệu đồng"), Text.same("triệu"))
    tonne = Unit("t", "gram", Decimal(10**6), Text.same("tấn"), Text.same("tấn"))
    assert million.convert(Decimal(1500), billion) == Decimal("1.5")
    with pytest.raises(UnlikeUnits):
        million.convert(Decimal(1), tonne)


def _area(code, name, start, end, level="commune", parent="116"):
    return Area(code, start, end, level, "xã", name, parent)


REUSED = AreaMap(
    (
        _area("14", "Sơn La", date(2015, 1, 1), None, "province", ""),
        _area("116", "Sơn La", date(2015, 1, 1), date(2025, 6, 30), "district", "14"),
        _area("04075", "Viêng Lán", date(2015, 1, 1), date(2025, 1, 31)),
        _area("04075", "Yên Châu", date(2025, 7, 1), None, parent="14"),
    )
)


def test_a_reused_code_is_another_unit_on_another_day():
    assert REUSED.at("04075", date(2020, 12, 31)).name == "Viêng Lán"
    assert REUSED.at("04075", date(2026, 1, 1)).name == "Yên Châu"
    with pytest.raises(UnknownArea) as refused:
        REUSED.at("04075", date(2025, 3, 1))
    assert "Viêng Lán" in refused.value.say("vi")
    assert "31/01/2025" in refused.value.say("vi")


def test_lineage_and_what_lies_below_follow_the_day():
    day = date(2020, 12, 31)
    assert [a.code for a in REUSED.lineage("04075", day)] == ["04075", "116", "14"]
    assert REUSED.ancestor("04075", date(2026, 1, 1), "district") is None
    assert REUSED.below("14", date(2026, 1, 1)) == {"14", "04075"}
