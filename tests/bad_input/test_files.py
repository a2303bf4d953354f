"""Files that are no honest workbook: refused before they are opened, in a bounded time and memory."""

import random
import resource
import subprocess
import sys
import time
import zipfile

import pytest
from tests.bad_input import packages
from tests.bad_input.conftest import assert_named, read
from tests.bad_input.packages import SHEET

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LAUGHS = b'<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("content", "check", "found"),
    [
        (b"", "empty_file", "0"),
        (b"M\xe1\xba\xabu,production v2", "no_workbook", ""),
        (b"%PDF-1.7 ...", "no_workbook", "PDF"),
        (b"\x89PNG\r\n...", "no_workbook", "PNG"),
        (b"\xef\xbb\xbf  <html><table>", "no_workbook", "XML"),
        (b"Rar!\x1a\x07", "no_workbook", "RAR"),
        (OLE, "no_workbook", ".xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", ""),
        (b"PK\x03\x04 and nothing more", "damaged", ""),
        (b"PK", "damaged", ""),
    ],
)
def test_another_kind_of_file(tmp_path, content, check, found):
    path = tmp_path / "báo cáo.xlsx"
    path.write_bytes(content)
    assert_named(read(path), check, ("", ""), found)


@pytest.mark.parametrize(
    ("parts", "check", "found"),
    [
        ({"a.txt": b"x"}, "no_workbook", ".zip"),
        ({"báo cáo 1.xlsx": b"PK", "báo cáo 2.xlsx": b"PK"}, "nested", "báo cáo 1.xlsx"),
        ({"word/document.xml": b"<x/>"}, "no_workbook", ".docx"),
        ({"content.xml": b"<x/>", "mimetype": b""}, "no_workbook", ".ods"),
        ({"xl/workbook.bin": b""}, "no_workbook", ".xlsb"),
        ({"xl/workbook.xml": b"<workbook/>"}, "damaged", "xl/_rels/workbook.xml.rels"),
        ({"xl/workbook.xml": b"<workbook"}, "damaged", "xl/workbook.xml"),
    ],
)
def test_another_kind_of_zip(tmp_path, parts, check, found):
    path = tmp_path / "báo cáo.xlsx"
    packages.write(path, parts)
    assert_named(read(path), check, ("", ""), found)


def test_a_file_that_was_cut_off(good):
    whole = good.read_bytes()
    for length in range(4, len(whole) - 1, 97):
        good.write_bytes(whole[:length])
        assert_named(read(good), "damaged", ("", ""))


def test_a_file_with_a_damaged_part(good):
    data = bytearray(good.read_bytes())
    with zipfile.ZipFile(good) as package:
        start = package.getinfo(SHEET).header_offset + 30 + len(SHEET)
    data[start + 40] ^= 0xFF
    good.write_bytes(data)
    assert_named(read(good), "damaged", ("", ""), SHEET)


def test_a_workbook_with_macros(good):
    packages.with_parts(good, xl__vbaProject_bin=b"x")
    parts = packages.parts_of(good)
    parts["xl/vbaProject.bin"] = parts.pop("xl/vbaProject_bin")
    packages.write(good, parts)
    assert_named(read(good), "macros", ("", ""), "vbaProject.bin")


def test_a_workbook_inside_a_workbook(good):
    packages.write(good, {**packages.parts_of(good), "xl/embeddings/Sheet1.xlsx": good.read_bytes()})
    assert_named(read(good), "nested", ("", ""), "xl/embeddings/Sheet1.xlsx")


def test_a_sheet_that_is_missing(good):
    parts = packages.parts_of(good)
    del parts[SHEET]
    packages.write(good, parts)
    assert_named(read(good), "damaged", ("", ""), SHEET)


def test_a_zip_with_a_password(good):
    data = bytearray(good.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    good.write_bytes(data)
    assert_named(read(good), "encrypted", ("", ""))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(good):
    with zipfile.ZipFile(good, "a") as package:
        package.writestr(SHEET.upper(), b"<x/>")
    assert_named(read(good), "damaged", ("", ""))


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE, LAUGHS.lower()])
@pytest.mark.parametrize("name", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_entities(good, name, declaration):
    packages.replace_in(good, name, b"?>\n<", b"?>\n" + declaration + b"<")
    assert_named(read(good), "unsafe_xml", ("", ""), name)


def test_an_encoding_that_hides_entities(good):
    parts = packages.parts_of(good)
    parts[SHEET] = parts[SHEET].replace(b"UTF-8", b"UTF-16").decode().encode("utf-16")
    packages.write(good, parts)
    assert_named(read(good), "unsafe_xml", ("", ""), SHEET)


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        (b'r="XFD1048576"', "XFD1048576"),
        (b'r="A100000"', "A100000"),
        (b'r="DA9"', "DA9"),
        (b"", "?"),
        (b"r='D9'", "D9"),
    ],
)
def test_a_cell_far_out(good, reference, found):
    packages.replace_in(good, SHEET, b'<c r="D9"', b"<c " + reference)
    assert_named(read(good), "far_cell", ("T10", ""), found)


def test_a_cell_far_out_in_a_part_that_no_sheet_names(good):
    far = b'<worksheet><sheetData><c r="XFD1048576"><v>1</v></c></sheetData></worksheet>'
    packages.write(good, {**packages.parts_of(good), "xl/worksheets/other.xml": far})
    assert_named(read(good), "far_cell", ("", ""), "XFD1048576")


@pytest.mark.parametrize(
    ("number", "check"),
    [(b"1e999", "not_a_number"), (b"NaN", "not_a_number"), (b"1e300", "largest"), (b"-1e300", "minimum")],
)
def test_a_number_no_return_has(good, number, check):
    packages.replace_in(good, SHEET, b"<v>1.5</v>", b"<v>" + number + b"</v>")
    assert_named(read(good), check, ("T10", "D9"))


def test_a_million_empty_rows_are_read_past(good):
    rows = b"".join(
        b'<row r="%d" hidden="1" ht="15"><c r="A%d" s="4"/></row>' % (n, n) for n in range(11, 1_048_577)
    )
    packages.replace_in(good, SHEET, b"</sheetData>", rows + b"</sheetData>")
    started = time.process_time()
    reading = read(good)
    assert time.process_time() - started < 10
    assert reading.findings == ()
    assert len(reading.returns) == 2


BOMBS = {
    "200 MB in one part": (
        lambda path: packages.add_zeros(path, "xl/worksheets/sheet9.xml", 200),
        "too_large",
    ),
    "200 MB in a part nobody reads": (
        lambda path: packages.add_zeros(path, "xl/media/image1.png", 200),
        "too_large",
    ),
    "compressed 1000 to 1": (
        lambda path: packages.add_zeros(path, "xl/worksheets/sheet9.xml", 5),
        "too_large",
    ),
    "one that says it is small": (
        lambda path: (
            packages.add_zeros(path, "xl/worksheets/sheet9.xml", 300),
            packages.declare_smaller(path, "xl/worksheets/sheet9.xml", 900),
        ),
        "damaged",
    ),
    "3,000 parts": (
        lambda path: packages.write(
            path, {**packages.parts_of(path), **{f"xl/p{n}.xml": b"<x/>" for n in range(3000)}}
        ),
        "too_large",
    ),
    "one cell in the last corner": (
        lambda path: packages.replace_in(
            path, SHEET, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
        "far_cell",
    ),
    "a million laughs": (
        lambda path: packages.replace_in(path, SHEET, b"?>\n<", b"?>\n" + LAUGHS + b"<"),
        "unsafe_xml",
    ),
}
READ_WITHIN = """
import resource, sys
from pathlib import Path
from tests.bad_input.conftest import read
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
reading = read(Path(sys.argv[1]))
print(*(finding.check for finding in reading.findings), len(reading.returns))
"""


@pytest.mark.parametrize(("make", "check"), BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_takes_neither_memory_nor_time(good, make, check):
    make(good)
    assert good.stat().st_size < 1 << 20
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = subprocess.run(
        [sys.executable, "-c", READ_WITHIN, str(good), str(1 << 30)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert answer.stdout.split() == [check, "0"]
    assert spent.ru_utime - used.ru_utime < 5


def test_a_file_too_large_to_open(tmp_path):
    path = tmp_path / "báo cáo.xlsx"
    with path.open("wb") as file:
        file.truncate(21 << 20)
    assert_named(read(path), "too_large", ("", ""), "21.0 MB")


def test_whatever_the_parts_hold_no_exception_comes_of_it(good):
    """Random damage inside well-packed parts: findings or returns, never anything else."""
    chance = random.Random(2020)
    whole = packages.parts_of(good)
    names = [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]
    for _ in range(400):
        name = chance.choice(names)
        part = bytearray(whole[name])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(part))
            part[at : at + chance.choice((0, 1, 30))] = chance.choice(
                (b"", b"<", b"&#0;", b"9e999", b'"', b"NaN", b">")
            )
        packages.write(good, {**whole, name: bytes(part)})
        reading = read(good)
        assert reading.findings or reading.returns
