"""Zips of XML, looked at before they are opened: workbooks and Word files alike.

Sizes, names and counts are judged by the zip's own directory; then only the parts that are needed are
inflated, each no further than it said it would be, and each is searched for what no honest part holds.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tongket.figures.terms.words import Text

MEGABYTE = 1 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding=["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

Kind = Literal["damaged", "too_large", "encrypted", "unsafe"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be. An honest return is a hundredth of these."""

    file: int = 20 * MEGABYTE
    inflated: int = 100 * MEGABYTE
    ratio: int = 200
    parts: int = 2000
    judged_from: int = MEGABYTE  # small parts may compress as well as they like


class Unfit(Exception):
    """What is wrong with a package; whoever opened it knows which sentence to say of it."""

    def __init__(self, kind: Kind, found: Text, what: Text | None = None, limit: str = "") -> None:
        super().__init__(f"{kind}: {found.en}")
        self.kind = kind
        self.found = found
        self.what = what or found
        self.limit = limit


def is_encrypted(data: bytes) -> bool:
    """Whether an OLE file wraps a package with a password."""
    return data.startswith(OLE) and _ENCRYPTED in data


def entries_of(data: bytes) -> list[zipfile.ZipInfo]:
    """The directory of a zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.infolist()
    # zipfile says NotImplementedError of a method or version of packing that it does not know.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as error:
        raise Unfit("damaged", NO_DIRECTORY) from error


def judge(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """By the directory alone: of a bearable size, without doubles and passwords?"""
    if len(entries) > limits.parts:
        raise Unfit("too_large", Text.same(str(len(entries))), PARTS, str(limits.parts))
    refuse_size(UNPACKED, sum(entry.file_size for entry in entries), limits.inflated)
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise Unfit("damaged", DOUBLE)
    for entry in entries:
        if entry.file_size > limits.judged_from and entry.file_size > limits.ratio * entry.compress_size:
            found = Text.same(f"{entry.file_size // max(entry.compress_size, 1)} : 1")
            raise Unfit("too_large", found, RATIO.format(part=entry.filename), f"{limits.ratio} : 1")
        if entry.flag_bits & 1:
            raise Unfit("encrypted", Text.same(entry.filename))


def refuse_size(what: Text, found: int, limit: int) -> None:
    """Refuse what is larger than the limit."""
    if found > limit:
        shown = Text.same(f"{found / MEGABYTE:.1f} MB")
        raise Unfit("too_large", shown, what, f"{limit // MEGABYTE} MB")


def take(data: bytes, entries: list[zipfile.ZipInfo], needed: Callable[[str], object]) -> dict[str, bytes]:
    """The parts whose names are needed, inflated and found harmless."""
    parts = {entry.filename: inflate(data, entry) for entry in entries if needed(entry.filename)}
    for name, part in parts.items():
        if is_unsafe(part):
            raise Unfit("unsafe", Text.same(name))
    return parts


def is_unsafe(part: bytes) -> bool:
    """Entities, or an encoding in which the search for them is blind: zero bytes, a name not UTF-8."""
    return b"\0" in part or bool(
        _ENCODING.search(part, 0, 1000) or (b"<!" in part and _DECLARATION.search(part))
    )


def inflate(data: bytes, entry: zipfile.ZipInfo) -> bytes:
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


def _broken(entry: zipfile.ZipInfo) -> Unfit:
    return Unfit("damaged", Text(f"phần {entry.filename}", f"the part {entry.filename}"))


NO_DIRECTORY = Text("không thấy mục lục của tệp nén", "the archive has no directory")
DOUBLE = Text("hai phần trùng tên", "two parts of one name")
UNPACKED = Text("dung lượng sau khi giải nén", "the size of the file unpacked")
RATIO = Text("tỷ lệ nén của phần {part}", "the compression of the part {part}")
PARTS = Text("số phần trong tệp", "the number of parts in the file")
