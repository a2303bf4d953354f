"""A page of a PDF without tags: lines put together into paragraphs by how far apart they stand."""

from __future__ import annotations

import re
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
    full = _FULL * max(map(len, lines), default=0)
    open_ = ""
    for line in lines:
        if open_ and line and _continues(open_, line, full):
            open_ = f"{open_} {line}"
        else:
            if open_:
                builder.add(open_, page=number)
            open_ = line
    if open_:
        builder.add(open_, page=number)


def _continues(before: str, line: str, full: float) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last = before[-200:]
    wide = len(last) >= full
    if _ITEM.match(line):
        return False
    return (wide and bool(_GOES_ON.search(last))) or (wide and bool(_BEGINS.match(line)))
