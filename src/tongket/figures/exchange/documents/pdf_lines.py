"""A page of a PDF without tags: lines put together into paragraphs by how far apart they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tongket.figures.exchange.documents.building import Builder

_GOES_ON = re.compile(r"[^\s.;:!?…)]$")
_BEGINS = re.compile(r"[a-zà-ỹđ0-9(]")
_ITEM = re.compile(r"(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)])\s")
_FULL = 0.75  # of the longest line: a shorter one ends its paragraph


def add_lines(builder: Builder, page: Any, number: int) -> None:
    """Add the paragraphs of a page."""
    textpage = page.get_textpage()
    try:
        lines = [line.strip() for line in textpage.get_text_range().splitlines()]
    finally:
        textpage.close()
    for paragraph in joined(lines):
        builder.add(paragraph, page=number)


def joined(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs from the lines of a page."""
    full = _FULL * max(map(len, lines), default=0)
    open_: list[str] = []
    for line in filter(None, lines):
        if open_ and not _continues(open_[-1], line, full):
            yield " ".join(open_)
            open_ = []
        open_.append(line)
    if open_:
        yield " ".join(open_)


def _continues(before: str, line: str, full: float) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if len(before) < full or _ITEM.match(line):
        return False
    return bool(_GOES_ON.search(before) or _BEGINS.match(line))
