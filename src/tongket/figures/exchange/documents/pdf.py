"""A PDF with text into a document.

PDFium tells each letter's place and, where the file is tagged (ISO 32000-1, 14.8), which paragraph or cell
it belongs to; tables of tagged files are read as they were written. Of files without tags only lines are
known: words far apart on a line are told as cells of a line, and no table is guessed from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2

from tongket.figures.exchange.documents import refusals
from tongket.figures.exchange.documents.building import Builder
from tongket.figures.exchange.documents.pdf_lines import add_lines
from tongket.figures.exchange.documents.pdf_tags import Tagged, add_tagged
from tongket.figures.exchange.documents.refusals import refuse
from tongket.figures.prose.document import Document

MOST_PAGES = 1000
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_pdf(file: str, data: bytes) -> Document:
    """The text of a PDF, page by page; refused where it has none, is locked or broken."""
    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        sentence = refusals.ENCRYPTED if locked else refusals.DAMAGED
        raise refuse(sentence, file, found="PDF") from error
    try:
        return _document(file, opened)
    except pypdfium2.PdfiumError as error:
        raise refuse(refusals.DAMAGED, file, found="PDF") from error
    finally:
        opened.close()


def _document(file: str, opened: Any) -> Document:
    if len(opened) > MOST_PAGES:
        raise refuse(refusals.TOO_LARGE, file, what=refusals.PAGES, found=len(opened), limit=MOST_PAGES)
    builder, tagged = Builder(file), Tagged()
    for number, page in _pages(opened):
        if not add_tagged(builder, page, number, tagged):
            add_lines(builder, page, number)
    document = builder.document()
    if not document.text.strip():
        raise refuse(refusals.NO_TEXT, file)
    return document


def _pages(opened: Any) -> Iterator[tuple[int, Any]]:
    for index in range(len(opened)):
        page = opened[index]
        try:
            yield index + 1, page
        finally:
            page.close()
