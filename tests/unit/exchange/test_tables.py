"""The small parts a table is read with: folded words, numbers, codes, nearest words."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.exchange.office import CODELISTS, PRODUCTION

from tongket.figures.exchange.tables.cells import number_of, read_date, read_text_number
from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.folding import clean, fold, shown
from tongket.figures.exchange.tables.nearest import nearest_codes
from tongket.figures.exchange.tables.words import name_header
from tongket.figures.returns.form import Dimension
from tongket.figures.terms.words import Text

QUANTITY = PRODUCTION.tables[0].measure("quantity")


@pytest.mark.parametrize(
    "text",
    ["Sản lượng (tấn)", "SẢN LƯỢNG  (TẤN)", "Sa\u0309n lu\u031bo\u031b\u0323ng tấn", "san\u00a0luong - tan:"],
)
def test_headers_are_compared_as_people_read_them(text):
    assert fold(text) == "san luong tan"


@pytest.mark.parametrize(("text", "folded"), [("Đơn vị", "don vi"), ("đồng/m³", "dong m3"), ("%", "")])
def test_letters_that_do_not_fold_by_themselves(text, folded):
    assert fold(text) == folded


def test_what_nobody_sees_is_taken_off():
    assert clean("\ufeffTEA\u00a0 1\u200b ") == "TEA 1"
    assert shown("x" * 99) == "x" * 59 + "…"
    assert shown("a\nb\x07") == "a b�"
    assert shown(4.0) == "4"


@pytest.mark.parametrize(
    ("stored", "decimals", "meant"),
    [
        (0.1 + 0.2, 1, "0.3"),
        (8312.021000000001, 3, "8312.021"),
        (1.005, 3, "1.005"),
        (1.0050001, 3, "1.0050001"),  # no tail of a sum: more was typed
        (1234.0, 0, "1234"),
        (-0.0, 0, "0"),
        (5e-7, 3, "5E-7"),
        (1e22, 0, "10000000000000000000000"),
    ],
)
def test_a_float_means_what_was_typed(stored, decimals, meant):
    assert number_of(stored, decimals) == Decimal(meant)


@given(st.decimals(-(10**11), 10**11, places=3), st.integers(-1, 1))
def test_a_float_next_to_a_number_means_that_number(value, beside):
    stored = math.nextafter(float(value), math.inf * beside) if beside else float(value)
    assert number_of(stored, 3) == value


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("1.234,5", "vi", "1234.5"),
        ("1.234.567", "vi", "1234567"),
        ("1234,5", "vi", "1234.5"),
        ("1234.5", "vi", "1234.5"),
        ("−5", "vi", "-5"),
        ("1 234,5", "vi", None),
        ("1.2340", "vi", "1.2340"),
        ("1,234.5", "en", "1234.5"),
        ("1.234", "vi", None),
        ("1,234", "vi", None),
        ("1.234", "en", None),
        ("1.23.4", "vi", None),
        ("1e5", "vi", None),
        ("１２", "vi", None),
        ("5%", "vi", None),
    ],
)
def test_a_number_typed_as_text_is_taken_where_it_has_one_reading(text, lang, value):
    if value is None:
        with pytest.raises(Bad):
            read_text_number(text, QUANTITY, lang)
    else:
        assert read_text_number(text, QUANTITY, lang).value == Decimal(value)


@pytest.mark.parametrize("text", ["1" * 130_000 + "x", "1." * 65_000, "1.111" * 26_000, " 1" * 65_000])
def test_a_long_text_is_refused_at_once(text):
    with pytest.raises(Bad):
        read_text_number(text, QUANTITY, "vi")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/11/2026", "2026-11-05"),
        ("5-11-2026", "2026-11-05"),
        ("2026-11-05", "2026-11-05"),
        ("31/02/2026", None),
        ("11/23/2026", None),
        ("05/11/26", None),
        ("20261105", None),
        (44000.0, None),
    ],
)
def test_a_day_is_day_month_year(text, day):
    dimension = Dimension("on", Text("Ngày", "Date"), ("Ngày",), kind="date")
    if day is None:
        with pytest.raises(Bad):
            read_date(text, dimension)
    else:
        assert read_date(text, dimension) == day


@pytest.mark.parametrize(
    ("code", "expected"),
    [("75", "0075 (Project A)"), ("0140", "0104"), ("du an B", "0104 (Project B)"), ("zzz", "")],
)
def test_nearest_codes(code, expected):
    near = nearest_codes(code, CODELISTS["projects"])
    assert expected in (near.en if isinstance(near, Text) else near)


def test_the_header_of_names_follows_the_header_of_codes():
    assert name_header("Mã thôn, bản") == "Tên thôn, bản"
    assert name_header("Village code") == "Village name"
