"""Rounding and number forms: one rule, two languages, no guessing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures.terms.numerals import NotANumber, read_number, write_number
from tongket.figures.terms.rounding import exact, round_half_away


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("1.005", 2, "1.01"),
        ("13.45", 1, "13.5"),
        ("-0.04", 1, "0.0"),
        ("24500", -3, "25000"),
    ],
)
def test_halves_go_away_from_zero(value, decimals, rounded):
    assert round_half_away(Decimal(value), decimals) == Decimal(rounded)
    assert not round_half_away(Decimal(value), decimals).is_signed() or rounded.startswith("-")


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        ("11634.79", 2, "11.634,79", "11,634.79"),
        ("21606.4", 0, "21.606", "21,606"),
        ("-24.47", 2, "−24,47", "−24.47"),
        ("112", 0, "112", "112"),
        ("0.5", 1, "0,5", "0.5"),
    ],
)
def test_each_language_has_its_marks(value, decimals, vi, en):
    assert write_number(Decimal(value), decimals, "vi") == vi
    assert write_number(Decimal(value), decimals, "en") == en


@pytest.mark.parametrize(
    "token", ["56..537,447", "2.1485 triệu", "1.23.456", "1,234,567", "12.34", "", "１２", "1.2345,0", "--1"]
)
def test_a_malformed_vietnamese_number_is_refused(token):
    with pytest.raises(NotANumber) as refused:
        read_number(token, "vi")
    assert "1.234,5" in refused.value.say("vi")


@given(st.decimals(-(10**12), 10**12, places=3), st.sampled_from(["vi", "en"]))
def test_what_is_written_reads_back(value, lang):
    assert read_number(write_number(value, 3, lang), lang) == round_half_away(value, 3)


def test_a_float_means_what_it_prints():
    assert exact(0.1) == Decimal("0.1")
