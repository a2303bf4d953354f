"""The parts of a workbook, looked at before they are opened.

A workbook is a zip of XML. Sizes, names and counts are judged by the zip's own directory; then only the
parts that hold figures are inflated, each no further than it said it would be, and each is searched for
what no return needs. Whoever reads on gets these bytes and not the file, so nothing can be hidden from
this look.
"""

from __future__ import annotations

import io
import re
import zipfile

from tongket.figures.exchange.packages import (
    OLE,
    Limits,
    Unfit,
    entries_of,
    is_encrypted,
    judge,
    refuse_size,
    take,
)
from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.workbooks import faults
from tongket.figures.terms.words import Text

_NEEDED = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/(workbook|styles|sharedstrings)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"xl/embeddings/|\.(zip|rar|7z|gz|xlsx|xlsm|xlsb|xls|docx?|pptx?)$", re.IGNORECASE)
_MACROS = re.compile(r"vbaproject\.bin$|xl/macrosheets/", re.IGNORECASE)
_FAULTS = {
    "damaged": faults.DAMAGED,
    "too_large": faults.TOO_LARGE,
    "encrypted": faults.ENCRYPTED,
    "unsafe": faults.UNSAFE_XML,
}
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


LIMITS = Limits()


def unpack(data: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    """The parts that hold figures, by name; raises `Bad` with the sentence for the first thing wrong."""
    if not data.startswith(b"PK"):
        raise _no_zip(data)
    try:
        entries = entries_of(data)
        judge(entries, limits)
        _judge_kind([entry.filename for entry in entries])
        return take(data, entries, _NEEDED.fullmatch)
    except Unfit as unfit:
        raise as_fault(unfit) from unfit


def refuse_large_file(size: int, limits: Limits = LIMITS) -> None:
    """Raise `Bad` for a file larger than any honest return."""
    try:
        refuse_size(faults.THE_FILE, size, limits.file)
    except Unfit as unfit:
        raise as_fault(unfit) from unfit


def as_fault(unfit: Unfit) -> Bad:
    """The sentence this room has for what is wrong with a package."""
    return Bad(_FAULTS[unfit.kind], found=unfit.found, what=unfit.what, limit=unfit.limit)


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
    if data.startswith(OLE):
        return Bad(faults.ENCRYPTED) if is_encrypted(data) else Bad(faults.NO_WORKBOOK, found=OLD)
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return Bad(
        faults.NO_WORKBOOK, found=next((kind for magic, kind in _KINDS if start.startswith(magic)), UNKNOWN)
    )


def _judge_kind(names: list[str]) -> None:
    folded = {name.casefold() for name in names}
    macros = next((name for name in names if _MACROS.search(name)), None)
    if macros:
        raise Bad(faults.MACROS, found=macros)
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
