"""A file into a document: what it begins with decides how it is read, not what it is called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tongket.figures.exchange.documents import refusals
from tongket.figures.exchange.documents.pdf import read_pdf
from tongket.figures.exchange.documents.plain import decoded, read_plain
from tongket.figures.exchange.documents.refusals import refuse
from tongket.figures.exchange.documents.web import looks_like_web, read_web
from tongket.figures.exchange.documents.word.package import LIMITS
from tongket.figures.exchange.documents.word.read import WordText, read_word
from tongket.figures.exchange.packages import MEGABYTE, OLE, is_encrypted
from tongket.figures.prose.document import Document


def read_document(path: Path, name: str = "") -> Document:
    """The text of a .txt, web page, .docx or PDF with text, and where each piece of it stands.

    `name` is what the sender called the file, where it is stored under another. Raises
    `UnreadableDocument`: bounded time and memory, whatever the file holds.
    """
    file = name or path.name
    data = _bytes(path, file)
    document = _reader(file, data)(file, data)
    if not document.text.strip():
        raise refuse(refusals.EMPTY, file)
    return document


def read_word_file(path: Path, name: str = "") -> WordText:
    """A .docx read so that comments can be written into it; refused where the file is none."""
    file = name or path.name
    data = _bytes(path, file)
    if not data.startswith(b"PK"):
        raise refuse(refusals.NOT_WORD, file)
    return read_word(file, data)


def _bytes(path: Path, file: str) -> bytes:
    """The bytes of a file of bearable size."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise refuse(refusals.MISSING, file, found=refusals.FOLDER)
        if size > LIMITS.file:
            found, limit = f"{size / MEGABYTE:.1f} MB", f"{LIMITS.file // MEGABYTE} MB"
            raise refuse(refusals.TOO_LARGE, file, what=refusals.THE_FILE, found=found, limit=limit)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refuse(refusals.MISSING, file, found=refusals.NO_SUCH_FILE) from error
    except OSError as error:
        raise refuse(refusals.MISSING, file, found=error.strerror or "?") from error


def _reader(file: str, data: bytes) -> Callable[[str, bytes], Document]:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise refuse(refusals.EMPTY, file)
    if start.startswith(b"PK"):
        return lambda file, data: read_word(file, data).document
    if start.startswith(b"%PDF"):
        return read_pdf
    if start.startswith(OLE):
        sentence = refusals.ENCRYPTED if is_encrypted(data) else refusals.NOT_A_DOCUMENT
        raise refuse(sentence, file, found=refusals.OLD_WORD)
    for magic, kind in refusals.KINDS:
        if start.startswith(magic):
            raise refuse(refusals.NOT_A_DOCUMENT, file, found=kind)
    text = decoded(file, data)
    if looks_like_web(text):
        return lambda file, data: read_web(file, text)
    return lambda file, data: read_plain(file, text)
