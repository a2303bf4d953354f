"""The parts of a workbook, looked at before they are opened.

A workbook is a zip of XML. Sizes, names and counts are judged by the zip's own directory; then only the
parts that hold figures are inflated, each no further than it said it would be, and each is searched for
what no return needs. Whoever reads on gets these bytes and not the file, so nothing can be hidden from
this look.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.workbooks import faults
from tongket.figures.terms.words import Text

MEGABYTE = 1 << 20
_NEEDED = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/(workbook|styles|sharedstrings)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"xl/embeddings/|\.(zip|rar|7z|gz|xlsx|xlsm|xlsb|xls|docx?|pptx?)$", re.IGNORECASE)
_MACROS = re.compile(r"vbaproject\.bin$|xl/macrosheets/", re.IGNORECASE)
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding=["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KINDS: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF", Text("tệp PDF", "a PDF file")),
    (b"\x89PNG", Text("ảnh PNG", "a PNG picture")),
    (b"\xff\xd8\xff", Text("ảnh JPEG", "a JPEG picture")),
    (b"Rar!", Text("tệp nén RAR", "a RAR archive")),
    (b"7z\xbc\xaf", Text("tệp nén 7z", "a 7z archive")),
    (b"<", Text("trang web hoặc tệp XML", "a web page or XML file")),
)
OLD = Text("sổ tính kiểu cũ (.xls)", "a workbook of the old kind (.xls)")
UNKNOWN = Text("tệp không rõ loại", "a file of an unknown kind")


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be. An honest return is a hundredth of these."""

    file: int = 20 * MEGABYTE
    inflated: int = 100 * MEGABYTE
    ratio: int = 200
    parts: int = 2000
    judged_from: int = MEGABYTE  # small parts may compress as well as they like


LIMITS = Limits()


def unpack(data: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    """The parts that hold figures, by name; raises `Bad` with the sentence for the first thing wrong."""
    if not data.startswith(b"PK"):
        raise _no_zip(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    # zipfile says NotImplementedError of a method or version of packing that it does not know.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as error:
        raise Bad(faults.DAMAGED, found=_directory()) from error
    _judge(entries, limits)
    parts = {entry.filename: _inflate(data, entry) for entry in entries if _NEEDED.fullmatch(entry.filename)}
    for name, part in parts.items():
        if _is_unsafe(part):
            raise Bad(faults.UNSAFE_XML, found=name)
    return parts


def _is_unsafe(part: bytes) -> bool:
    """Entities, or an encoding in which the search for them is blind: zero bytes, a name not UTF-8."""
    return b"\0" in part or bool(
        _ENCODING.search(part, 0, 1000) or (b"<!" in part and _DECLARATION.search(part))
    )


def repack(parts: dict[str, bytes]) -> io.BytesIO:
    """A plain zip of the parts that were looked at."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part)
    target.seek(0)
    return target


def _no_zip(data: bytes) -> Bad:
    if not data:
        return Bad(faults.EMPTY_FILE)
    if data.startswith(_OLE):
        return Bad(faults.ENCRYPTED) if _ENCRYPTED in data else Bad(faults.NO_WORKBOOK, found=OLD)
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return Bad(
        faults.NO_WORKBOOK, found=next((kind for magic, kind in _KINDS if start.startswith(magic)), UNKNOWN)
    )


def _judge(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """By the directory alone: is this a workbook, and of a bearable size?"""
    if len(entries) > limits.parts:
        raise Bad(faults.TOO_LARGE, what=faults.PARTS, found=len(entries), limit=limits.parts)
    inflated = sum(entry.file_size for entry in entries)
    if inflated > limits.inflated:
        raise too_large(faults.UNPACKED, inflated, limits.inflated)
    names = [entry.filename for entry in entries]
    if len({name.casefold() for name in names}) < len(names):
        raise Bad(faults.DAMAGED, found=Text("hai phần trùng tên", "two parts of one name"))
    for entry in entries:
        if entry.file_size > limits.judged_from and entry.file_size > limits.ratio * entry.compress_size:
            what = faults.RATIO.format(part=entry.filename)
            found = f"{entry.file_size // max(entry.compress_size, 1)} : 1"
            raise Bad(faults.TOO_LARGE, what=what, found=found, limit=f"{limits.ratio} : 1")
        if entry.flag_bits & 1:
            raise Bad(faults.ENCRYPTED)
        if _MACROS.search(entry.filename):
            raise Bad(faults.MACROS, found=entry.filename)
    _judge_kind(names)


def _judge_kind(names: list[str]) -> None:
    folded = {name.casefold() for name in names}
    embedded = next((name for name in names if _EMBEDDED.search(name)), None)
    if embedded:
        raise Bad(faults.NESTED, found=embedded)
    if "xl/workbook.bin" in folded:
        raise Bad(faults.NO_WORKBOOK, found=Text("sổ tính nhị phân (.xlsb)", "a binary workbook (.xlsb)"))
    if "content.xml" in folded:
        raise Bad(faults.NO_WORKBOOK, found=Text("tệp OpenDocument (.ods)", "an OpenDocument file (.ods)"))
    if "word/document.xml" in folded:
        raise Bad(faults.NO_WORKBOOK, found=Text("tệp Word (.docx)", "a Word file (.docx)"))
    if "xl/workbook.xml" not in folded:
        raise Bad(faults.NO_WORKBOOK, found=Text("tệp nén (.zip)", "an archive (.zip)"))


def _inflate(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """One part, stopped where it grows beyond the size it declares."""
    at = entry.header_offset
    header = data[at : at + 30]
    if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
        raise _broken(entry)
    name_length, extra_length = struct.unpack_from("<HH", header, 26)
    start = at + 30 + name_length + extra_length
    raw = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        part = raw
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            part = stream.decompress(raw, entry.file_size + 1)
        except zlib.error as error:
            raise _broken(entry) from error
    else:
        raise _broken(entry)
    if len(part) != entry.file_size or zlib.crc32(part) != entry.CRC:
        raise _broken(entry)
    return part


def too_large(what: Text, found: int, limit: int) -> Bad:
    return Bad(
        faults.TOO_LARGE, what=what, found=f"{found / MEGABYTE:.1f} MB", limit=f"{limit // MEGABYTE} MB"
    )


def _broken(entry: zipfile.ZipInfo) -> Bad:
    return Bad(faults.DAMAGED, found=Text(f"phần {entry.filename}", f"the part {entry.filename}"))


def _directory() -> Text:
    return Text("không thấy mục lục của tệp nén", "the archive has no directory")
