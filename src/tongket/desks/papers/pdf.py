"""The paper as a tagged PDF (PDF/UA-1), set by typst in the layout of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from tongket.desks.papers import charts, words
from tongket.desks.papers.chart_parts import WIDTH as CHART_PIXELS
from tongket.desks.papers.layout import (
    DECREE_30_2020,
    FONTS,
    SHORT_TABLE,
    head_columns,
    table_points,
)
from tongket.desks.papers.outline import depths
from tongket.desks.papers.words import raised_marks
from tongket.figures.review.content import Block, Chart, Heading, Note, Paper, Paragraph, Spans, Table
from tongket.figures.terms.words import Lang

_TEMPLATE = Path(__file__).parent / "report.typ"
_SVG_WIDTH = re.compile(r'<svg[^>]* width="([\d.]+)"')


def render(paper: Paper) -> bytes:
    """The bytes of the .pdf file; the same paper always gives the same bytes."""
    return typst.compile(_TEMPLATE, format="pdf", pdf_standards=["ua-1"], **_inputs(paper))


def pages_png(paper: Paper, ppi: float = 96) -> list[bytes]:
    """Each page as a picture, for looking at."""
    pages = typst.compile(_TEMPLATE, format="png", ppi=ppi, **_inputs(paper))
    return pages if isinstance(pages, list) else [pages]


def _inputs(paper: Paper) -> dict[str, Any]:
    quotes = [{"text": quote.text, "address": quote.address} for quote in paper.quotes()]
    return {
        "root": str(_TEMPLATE.parent),
        "font_paths": [str(FONTS)],
        "ignore_system_fonts": True,
        "sys_inputs": {
            "data": json.dumps(_data(paper), ensure_ascii=False),
            "quotes": json.dumps(quotes, ensure_ascii=False),
        },
    }


def _data(paper: Paper) -> dict[str, Any]:
    language, region = words.LANGUAGE_TAGS[paper.lang].split("-")
    office, state = head_columns(paper.letterhead)
    page = {**asdict(DECREE_30_2020), "text_width": DECREE_30_2020.text_width}
    return {
        "layout": page,
        "title": paper.title,
        "language": language,
        "region": region,
        "running": paper.running,
        "synthetic": paper.synthetic,
        "attachment": words.PASSPORT_SHEET[paper.lang],
        "letterhead": {**asdict(paper.letterhead), "office_width": office, "state_width": state},
        "signature": asdict(paper.signature),
        "blocks": _blocks(depths(paper.blocks), paper.lang),
        "annexes": [
            {
                "number": annex.number,
                "title": annex.title,
                "reference": annex.reference,
                "blocks": _blocks(depths(annex.blocks, start=1), paper.lang),
            }
            for annex in paper.annexes
        ],
    }


def _blocks(blocks: Iterable[tuple[Block, int]], lang: Lang) -> list[dict[str, Any]]:
    return [_block(block, depth, lang) for block, depth in blocks]


def _block(block: Block, depth: int, lang: Lang) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "depth": depth, **asdict(block)}
        case Paragraph():
            marks = raised_marks(note.mark for note in block.notes)
            text = {"spans": _texts(block.spans), "marks": marks, "notes": _notes(block.notes)}
            return {"kind": "paragraph", "item": block.style == "item", **text}
        case Table():
            return {"kind": "table", **_table(block, lang)}
        case Chart():
            return {"kind": "chart", **_chart(block, lang)}


def _texts(spans: Spans) -> list[str]:
    return [span if isinstance(span, str) else span.text for span in spans]


def _notes(notes: Iterable[Note]) -> list[dict[str, Any]]:
    return [{"mark": raised_marks((note.mark,)), "spans": _texts(note.spans)} for note in notes]


def _under(block: Table | Chart, lang: Lang) -> dict[str, Any]:
    source = f"{words.SOURCE[lang]}: {block.source}" if block.source else ""
    return {"notes": _notes(block.notes), "source": source}


def _table(table: Table, lang: Lang) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "points": table_points(len(table.columns)),
        "columns": [asdict(column) for column in table.columns],
        "rows": [
            {
                "level": row.level,
                "strong": row.strong,
                "group": row.is_group,
                "cells": [
                    {"spans": _texts(cell.spans), "notes": raised_marks(cell.notes)} for cell in row.cells
                ],
            }
            for row in table.rows
        ],
        "short": len(table.rows) <= SHORT_TABLE,
        **_under(table, lang),
    }


def _chart(chart: Chart, lang: Lang) -> dict[str, Any]:
    picture = charts.svg(chart, lang)
    width = _SVG_WIDTH.search(picture)
    share = min(float(width[1]) / CHART_PIXELS, 1) if width else 1
    told = {"caption": chart.caption, "alt": charts.describe(chart), "svg": picture, "width": share}
    return {**told, **_under(chart, lang)}
