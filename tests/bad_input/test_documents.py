"""Documents that are not honest: read, or refused with one sentence, in bounded time and memory."""

import random
import resource
import subprocess
import sys
import unicodedata

import pytest
from tests.bad_input import packages
from tests.unit.documents.word_files import W, body, paragraph, parts_of, run, table, write

from tongket.figures.exchange.documents import UnreadableDocument, read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LAUGHS = b'<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>'
MAIN = "word/document.xml"


@pytest.fixture
def good(tmp_path):
    return write(tmp_path / "báo cáo.docx", paragraph(run("Bán lẻ năm 2020 đạt 20.217 tỷ đồng")))


def refusal(path):
    with pytest.raises(UnreadableDocument) as refused:
        read_document(path)
    for lang in ("vi", "en"):
        assert "\n" not in refused.value.say(lang)
        assert path.name in refused.value.say(lang)
    return refused.value.say("en")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "holds no text"),
        (b"  \r\n\t ", "holds no text"),
        (b"\x89PNG\r\n...", "a PNG picture"),
        (b"Rar!\x1a\x07", "a RAR archive"),
        (b"{\\rtf1 abc}", "an RTF file"),
        (OLE, "of the old kind"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (b"PK\x03\x04 and nothing more", "damaged or cut off"),
        (b"%PDF-1.7 and nothing more", "damaged or cut off"),
        ("đạt 13,5%".encode("cp1258", "replace") + b"\xff\xfa", "not UTF-8"),
    ],
)
def test_another_kind_of_file(tmp_path, content, found):
    path = tmp_path / "báo cáo.docx"
    path.write_bytes(content)
    assert found in refusal(path)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"a.txt": b"x"}, "an archive"),
        ({"xl/workbook.xml": b"<x/>"}, "an Excel workbook"),
        ({"ppt/presentation.xml": b"<x/>"}, "slides"),
        ({"content.xml": b"<x/>"}, "OpenDocument"),
        ({"word/document.xml": b"<x/>"}, "damaged or cut off"),
    ],
)
def test_another_kind_of_zip(tmp_path, parts, found):
    path = tmp_path / "báo cáo.docx"
    packages.write(path, parts)
    assert found in refusal(path)


@pytest.mark.parametrize(
    "part",
    [
        LAUGHS + b"<w:document/>",
        b"<w:document",
        b"<document>20</document>",
        body(paragraph(run("a"))).encode("utf-16"),
        b'<?xml version="1.0" encoding="utf-7"?><x/>',
        f'<w:document xmlns:w="{W}">'.encode() + b"<w:p>" * 100_000,
        body("<w:tc><w:gridSpan w:val='9'/></w:tc>").encode(),
    ],
    ids=["entities", "cut off", "no Word text", "UTF-16", "UTF-7", "nested", "a cell without a table"],
)
def test_a_main_part_that_is_not_sound(good, part):
    packages.with_parts(good, word__document_xml=part)
    assert "damaged" in (said := refusal(good)) or "XML entities" in said


def test_a_file_that_is_not_there_and_one_that_is_a_folder(tmp_path):
    assert "no such file" in refusal(tmp_path / "không có.docx")
    assert "folder" in refusal(tmp_path)


def test_a_hundred_megabytes_are_not_opened(tmp_path):
    path = tmp_path / "báo cáo.docx"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    assert "100.0 MB" in refusal(path)


def test_what_is_embedded_is_not_opened(good):
    packages.with_parts(good, **{"word/embeddings/inner.zip": b"PK\x03\x04" + b"x" * 1000})
    assert read_document(good).text == "Bán lẻ năm 2020 đạt 20.217 tỷ đồng\n"


BOMBS = {
    "300 MB in one part": lambda path: packages.add_zeros(path, "word/media/image1.png", 300),
    "compressed 1000 to 1": lambda path: packages.add_zeros(path, "word/footnotes.xml", 5),
    "one that says it is small": lambda path: (
        packages.add_zeros(path, "word/styles.xml", 300),
        packages.declare_smaller(path, "word/styles.xml", 900),
    ),
    "one paragraph of 40 MB": lambda path: packages.with_parts(
        path, word__document_xml=body(paragraph(run("abc 12 " * 6_000_000))).encode()
    ),
    "a million cells": lambda path: packages.with_parts(
        path,
        word__document_xml=body(
            table(*[["<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"] * 10] * 100_000)
        ).encode(),
    ),
}
READ_WITHIN = """
import resource, sys
from pathlib import Path
from tongket.figures.exchange.documents import UnreadableDocument, read_document
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
try:
    read_document(Path(sys.argv[1]))
except UnreadableDocument as refused:
    print(refused.say("en"))
"""


@pytest.mark.parametrize("make", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_takes_neither_memory_nor_time(good, make):
    make(good)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", READ_WITHIN, str(good), str(2 << 30)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert answer.stdout.count("\n") == 1
    assert spent.ru_utime - used.ru_utime < 30


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 50_000 + "20.217",
        "<html><body>" + "<table><tr><td>" * 5_000 + "20.217",
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><html><body><p>&b; 20.217</p></body></html>",
        "<html><body><table><tr><td rowspan=99999999 colspan=99999999>20.217</td><td>1</td></tr></table>",
        "<html><body>" + "<p>\x01\x02\x03 20.217 \u202e\u200f</p>" * 100,
        "<html><p>" + "&#x110000;&#0;&#xD800;" * 100 + "20.217</p></html>",
    ],
    ids=["deep", "deep tables", "entities", "wide cells", "control characters", "odd references"],
)
def test_a_page_made_to_hurt_is_read_or_refused(tmp_path, page):
    path = tmp_path / "trang.html"
    path.write_text(page, encoding="utf-8", errors="surrogatepass")
    assert outcome(path)


def outcome(path):
    """What was read, or the sentence of the refusal."""
    try:
        return read_document(path).text
    except UnreadableDocument as refused:
        return refused.say("vi")


def test_text_of_any_characters_is_taken_as_it_is(tmp_path):
    odd = unicodedata.normalize("NFD", "Bán lẻ đạt 20.217 tỷ\u202e\u200b\x07 đồng\ud7ff")
    (tmp_path / "a.txt").write_text(odd, encoding="utf-8")
    assert read_document(tmp_path / "a.txt").text == odd + "\n"


def test_whatever_the_parts_hold_only_a_refusal_comes_of_it(good):
    """Random damage inside well-packed parts."""
    chance = random.Random(2020)
    rich = table([run_cell("a"), run_cell("1")]) + paragraph(run("b"), "<w:r><w:br/><w:tab/></w:r>")
    whole = {**parts_of(good.read_bytes()), MAIN: body(rich).encode()}
    for _ in range(400):
        name = chance.choice([MAIN, MAIN, MAIN, "word/_rels/document.xml.rels", "_rels/.rels"])
        part = bytearray(whole[name])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(part))
            part[at : at + chance.choice((0, 1, 30))] = chance.choice(
                (b"", b"<", b">", b"\xff", b"\0", b"&", b"<w:tc>", b"</w:p>", b"<w:txbxContent>", b'"')
            )
        packages.write(good, {**whole, name: bytes(part)})
        assert outcome(good)


def run_cell(text):
    return f"<w:tc><w:tcPr/>{paragraph(run(text))}</w:tc>"
