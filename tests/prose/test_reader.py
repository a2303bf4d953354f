"""The reader on the labelled sentences, on numbers people write, and on texts made to hurt."""

from decimal import Decimal

import pytest
from tests.prose.scorer import CORPORA, score, words

from tongket.figures.prose.reading import read_text

# What the reader reached when it was last worked on; it may not fall behind. Number: value, scale and unit.
REACHED = {"number": 0.98, "full": 0.95}


@pytest.mark.parametrize("name", CORPORA)
def test_labelled_figures_are_read(name):
    result = score(CORPORA[name])
    for field, reached in REACHED.items():
        assert result.f1(field)[2] >= reached, result.wrong


NUMBERS = {
    "1,5 nghìn tỷ đồng": ("1.5", "1e12", "VND"),
    "mười hai nghìn tỷ đồng": ("12", "1e12", "VND"),
    "15 triệu 300 nghìn đồng": ("15.3", "1e6", "VND"),
    "một tỷ hai đồng": ("1.2", "1e9", "VND"),
    "một trăm hai hộ": ("120", "1", "household"),
    "một trăm linh hai hộ": ("102", "1", "household"),
    "một triệu rưỡi đồng": ("1.5", "1e6", "VND"),
    "hai phẩy năm triệu USD": ("2.5", "1e6", "USD"),
    "một nghìn hai trăm tỷ đồng": ("1200", "1e9", "VND"),
    "ba mươi mốt xã": ("31", "1", "commune"),
    "nửa triệu đồng": ("0.5", "1e6", "VND"),
    "21 606 tỷ đồng": ("21606", "1e9", "VND"),
    "850 tr.đ": ("850", "1e6", "VND"),
    "20trđ": ("20", "1e6", "VND"),
    "97.5%": ("97.5", "1", "percent"),
    "1.234.567,8 tấn": ("1234567.8", "1", "tonne"),
    "03 dự án": ("3", "1", "project"),
}


@pytest.mark.parametrize("printed", NUMBERS)
def test_numbers_as_people_write_them(printed):
    (mention,) = read_text(f"Năm 2020, tỉnh đạt {printed}.", words()).mentions
    value, scale, unit = NUMBERS[printed]
    read = Decimal(str(mention.value)) * mention.scale, mention.unit
    assert read == (Decimal(value) * Decimal(scale), unit)


@pytest.mark.parametrize(
    ("printed", "doubt"), [("21,606 tỷ đồng", "mark"), ("tăng 2,6 lần", "times_ambiguous")]
)
def test_what_may_be_misread_carries_a_doubt(printed, doubt):
    (mention,) = read_text(f"Năm 2020, giá trị {printed}.", words()).mentions
    assert doubt in [one.code for one in mention.doubt]


@pytest.mark.parametrize(
    "mark",
    [
        "1",
        "1.",
        "123 ",
        "(",
        "\n",
        "a\u0301" + "\u0301" * 50,
        "\u202e5% ",
        "tỷ ",
        "một trăm triệu ",
        "/kg",
        "từ 5 ",
    ],
)
def test_texts_made_to_hurt_are_read_to_their_end(mark):
    text = "Đạt 5 " + mark * 5_000
    reading = read_text(text, words())
    assert all(0 <= m.start < m.end <= len(reading.text) for m in reading.mentions)


def test_offsets_lead_back_to_the_text_handed_in():
    text = "Nă\u200bm 2020 đạt \u202e21.606 tỷ đồng\x00."  # NFD, invisible marks, a control character
    reading = read_text(text, words())
    (mention,) = reading.mentions
    assert reading.text[mention.start : mention.end] == mention.text == "21.606 tỷ đồng"
    assert text[reading.origin(mention.start) :].startswith("21.606")
