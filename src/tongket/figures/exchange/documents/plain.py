"""Plain text into a document: a piece for each paragraph."""

from __future__ import annotations

import re

from tongket.figures.exchange.documents import refusals
from tongket.figures.exchange.documents.building import Builder
from tongket.figures.exchange.documents.refusals import refuse
from tongket.figures.prose.document import Document

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# A line folded at a width goes on in the next: no mark of an end before, a small letter after.
_FOLDED = re.compile(r"(?<=[^\n.;:!?…]{50}[^\n.;:!?…])\n(?=[a-zà-ỹđ])")


def decoded(file: str, data: bytes) -> str:
    """The text of the bytes, UTF-8 or UTF-16 with its mark; refused where it is neither."""
    try:
        return data.decode("utf-16" if data[:2] in _UTF_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(refusals.NOT_UTF_8, file, found=error.start) from error


def read_plain(file: str, text: str) -> Document:
    """Paragraphs as the lines give them; a paragraph folded into lines is put together again."""
    builder = Builder(file)
    for line in _FOLDED.sub(" ", _LINE_END.sub("\n", text)).split("\n"):
        builder.add(line)
    return builder.document()
