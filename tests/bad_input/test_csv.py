"""CSV files: the same rules, and the ways in which text files go wrong by themselves."""

import pytest
from tests.bad_input.conftest import assert_named
from tests.unit.exchange.office import CODELISTS, FORMS, UNITS

from tongket.figures.exchange.tables import read_csv
from tongket.figures.exchange.workbooks import read_file

HEADER = "Mẫu,Kỳ,Mã đơn vị,Mã sản phẩm,Sản lượng,Giá trị (triệu đồng)\n"
LINE = "production v2,2020-10,DN01,TEA,1.5,20\n"
OTHER = "production v2,2020-10,DN01,MILK,7,30.5\n"


@pytest.fixture
def read(tmp_path):
    def read(content, encoding="utf-8"):
        path = tmp_path / "báo cáo.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return read_csv(path, FORMS, CODELISTS, UNITS)

    return read


@pytest.mark.parametrize(
    ("content", "check", "cell", "found"),
    [
        ("", "empty_sheet", "", ""),
        ("\n\n", "empty_sheet", "", ""),
        ("PK\x03\x04", "missing_form", "", "production v2"),
        ((HEADER + LINE).encode("utf-16-le"), "wrong_encoding", "", "1"),
        (
            (HEADER + LINE + "production v2,2020-10,DN02,Chè").encode("cp1258", "replace"),
            "wrong_encoding",
            "",
            "1",
        ),
        (HEADER + LINE + "\0", "wrong_encoding", "", "3"),
        (HEADER + LINE.rstrip() + "," * 800, "wide_record", "", "806"),
        (HEADER + '"' + "x" * 200_000, "broken_record", "", ""),
        (HEADER + LINE * 100_000, "large_text", "", "99999"),
        (HEADER + LINE.replace("1.5", '"1.234"'), "ambiguous_number", "E2", "1.234"),
        (HEADER + LINE.replace("1.5", '"56..537,447"'), "mixed_marks", "E2", "56..537,447"),
        (HEADER + LINE.replace("1.5", "=1+1"), "not_a_number", "E2", ""),
        (HEADER + LINE.replace("1.5", "-1"), "minimum", "E2", ""),
        (HEADER + LINE.replace("1.5", "0." + "0" * 5000 + "1"), "decimals", "E2", ""),
        (HEADER + LINE.replace("1.5", "9" * 5000), "largest", "E2", ""),
        (HEADER + LINE.replace("1.5", ""), "required", "E2", ""),
        (HEADER + LINE.replace("TEA", "TE\x01A"), "control_characters", "D2", "TE�A"),
        (HEADER + LINE.replace("TEA", "TAE"), "unknown_code", "D2", "TEA"),
        (HEADER + LINE.replace("DN01", ""), "blank_code", "C2", ""),
        (HEADER + LINE + OTHER.replace("v2", "v1"), "wrong_form", "A3", "production v1"),
        (HEADER + LINE + OTHER.replace("2020-10", "2020-Q4"), "wrong_frequency", "B3", "2020-Q4"),
        (HEADER + LINE + LINE, "duplicate_line", "D3", "D2"),
        (HEADER + LINE + "\n" + OTHER, "after_end", "E4", "3"),
        (HEADER.replace("Sản lượng", "Lượng") + LINE, "missing_header", "A1", "“Lượng”"),
        (HEADER.replace("Kỳ", "Quý") + LINE, "unknown_header", "B1", "Quý"),
        (HEADER, "missing_form", "", "production v2"),
    ],
)
def test_a_mistake_is_named_and_nothing_accepted(read, content, check, cell, found):
    reading = read(content)
    if check == "empty_sheet":
        assert [finding.check for finding in reading.findings] == ["empty_sheet", "no_return"]
        assert reading.returns == ()
        return
    assert_named(reading, check, ("", cell), found)
    assert reading.returns == ()


def test_a_vietnamese_number_with_one_reading_is_taken(read):
    reading = read(HEADER.replace(",", ";") + LINE.replace(",", ";").replace("1.5", "1.234,5"))
    assert_named(reading, "local_number", ("", "E2"), "1.234,5")
    assert [str(answer.value) for answer in reading.returns[0].answers] == ["1234.5", "20"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_programs_write_csv_in_many_ways(read, encoding, delimiter):
    reading = read((HEADER + LINE + OTHER).replace(",", delimiter).replace("\n", "\r\n"), encoding)
    assert reading.findings == ()
    assert [len(ret.answers) for ret in reading.returns] == [4]


def test_head_lines_do_as_well_as_columns(read):
    head = "SỐ LIỆU GIẢ LẬP – SYNTHETIC DATA\nMẫu,production v2\nKỳ,2020-10\nĐơn vị báo cáo,DN01\n"
    reading = read(head + "Mã sản phẩm,Sản lượng,Giá trị (triệu đồng)\nTEA,1.5,20\n")
    assert reading.findings == ()
    assert (reading.returns[0].reporter, reading.returns[0].synthetic) == ("DN01", True)
    assert str(reading.returns[0].answers[0].place) == "báo cáo.csv ▸ B6"


def test_one_file_may_hold_many_reporters_and_periods(read):
    reading = read(HEADER + LINE + OTHER.replace("DN01", "DN02") + OTHER.replace("-10", "-11"))
    assert [(ret.reporter, str(ret.period)) for ret in reading.returns] == [
        ("DN01", "2020-10"),
        ("DN02", "2020-10"),
        ("DN01", "2020-11"),
    ]


def test_a_file_too_large_to_open(tmp_path):
    path = tmp_path / "báo cáo.csv"
    with path.open("wb") as file:
        file.truncate(21 << 20)
    assert_named(read_csv(path, FORMS, CODELISTS, UNITS), "large_text", ("", ""), "21.0 MB")


def test_a_file_is_read_by_what_its_name_says(tmp_path, good):
    path = tmp_path / "upload"
    path.write_text(HEADER + LINE, encoding="utf-8")
    assert len(read_file(path, FORMS, CODELISTS, UNITS, name="a.CSV").returns) == 1
    assert len(read_file(good, FORMS, CODELISTS, UNITS).returns) == 2
